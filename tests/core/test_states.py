from datetime import date

import pytest

from tocsin.core.states import code_table, state_on, states


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("SS", "2011-07-08", "SD"),
        ("SS", "2011-07-09", "SS"),
        ("ER", "1992-06-01", "ET"),
        ("YU", "2006-06-04", "YU"),
        ("XK", "2007-01-01", "RS"),
        ("XK", "2004-01-01", "YU"),
        ("UA", "1990-01-01", "RU"),
        ("DD", "1990-10-03", "DE"),
        ("PS", "2014-07-01", "IL"),
        ("AQ", "2014-07-01", None),
        ("QQ", "2014-07-01", None),
    ],
)
def test_events_are_counted_with_the_state_of_the_day(code, day, expected):
    assert state_on(code, date.fromisoformat(day)) == expected


def test_codes_of_all_lists_lead_to_the_same_state():
    found = {code_table(kind)[code] for kind, code in (("iso3", "MLI"), ("isonum", "466"), ("gw", "432"),
             ("views", "50"), ("name", "mali"))}  # fmt: skip
    assert found == {"ML"}


def test_a_number_of_gleditsch_and_ward_stands_for_one_state():
    numbers = [state.gw for state in states().values() if state.gw is not None]
    assert len(numbers) == len(set(numbers))


def test_every_neighbour_in_time_is_in_the_table():
    named = {n for s in states().values() for n in (s.predecessor, s.successor, s.counted_with) if n is not None}
    assert named <= set(states())
