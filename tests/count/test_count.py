from datetime import date

import numpy as np
import pytest

from tocsin.core.errors import InputError, InvalidNoun, NothingUsable, UnknownName
from tocsin.core.event import EventRow
from tocsin.core.issue import Issue
from tocsin.count import Counted, CountOptions, cell_centre, cell_id, cells_in, count, target_named

END = date(2020, 12, 31)


def event(start: str = "2014-01-10", end: str | None = None, **fields) -> EventRow:
    """Return an attack in Mali that killed five."""
    made = {"id": "1", "source": "s", "country": "ML", "violence": "state-based", "type": "ASSAULT", "best": 5,
            "known_at": date.fromisoformat(end or start)}  # fmt: skip
    return EventRow(start=date.fromisoformat(start), end=date.fromisoformat(end or start), **(made | fields))


def counted(*events: EventRow | Issue, **options) -> Counted:
    return count(events, options=CountOptions(**({"as_of": END} | options)))


def cell(found: Counted, unit: str, month: str) -> tuple[float, bool]:
    t, u = found.panel.times.index(date.fromisoformat(f"{month}-01")), found.panel.units.index(unit)
    return float(found.panel.counts[t, u]), bool(found.panel.observed[t, u])


def test_deaths_are_summed_by_month_and_country():
    found = counted(event(), event("2014-01-31", best=2), event("2014-03-01", country="NE"))
    places = (("ML", "2014-01"), ("ML", "2014-02"), ("NE", "2014-03"), ("NE", "2014-01"))
    assert [cell(found, *at) for at in places] == [(7, True), (0, True), (5, True), (0, True)]
    assert (found.n_events, found.n_counted, found.issues) == (3, 3, ())


@pytest.mark.parametrize(
    ("target", "expected"),
    [("state-based", 5), ("one-sided", 3), ("non-state", 0), ("all", 9), ("attacks-3", 2), ("attacks-1", 3),
     ("incidents", 4), ("incidents-PROTEST", 1), ("incidents-one-sided", 1), ("incidents-other", 1)],
)  # fmt: skip
def test_each_target_counts_what_it_names(target, expected):
    rows = [event(), event(violence="one-sided", best=3), event(violence=None, best=1),
            event(violence="other", type="PROTEST", best=40)]  # fmt: skip
    assert cell(counted(*rows, target=target), "ML", "2014-01") == (expected, True)


def test_another_figure_is_counted_where_it_is_asked_for():
    row = event(low=2, high=9)
    assert [cell(counted(row, figure=f), "ML", "2014-01")[0] for f in ("low", "best", "high")] == [2, 5, 9]


def test_a_state_is_unobserved_before_it_appears_and_after_it_ends():
    found = counted(event("1990-01-10"), event("2014-01-10"), as_of=END)
    seen = {unit: found.panel.observed[:, found.panel.units.index(unit)] for unit in ("SS", "YU", "ML")}
    times = np.array(found.panel.times)
    assert times[seen["SS"]][0] == date(2011, 7, 1)
    assert times[seen["YU"]][-1] == date(2006, 6, 1)
    assert seen["ML"].all()


def test_events_before_a_state_appears_are_counted_with_its_predecessor():
    found = counted(event("2011-06-30", country="SS"), event("2011-07-31", country="SS"))
    assert (cell(found, "SD", "2011-06"), cell(found, "SS", "2011-06")) == ((5, True), (0, False))
    assert (cell(found, "SD", "2011-07"), cell(found, "SS", "2011-07")) == ((0, True), (5, True))


def test_a_territory_is_counted_with_its_state_unless_it_is_named():
    row = event(country="PS")
    assert cell(counted(row), "IL", "2014-01") == (5, True)
    alone = counted(row, units=("PS", "IL"))
    assert (cell(alone, "PS", "2014-01"), cell(alone, "IL", "2014-01")) == ((5, True), (0, True))


def test_only_the_chosen_units_are_in_the_panel_in_their_order():
    found = counted(event(), event(country="NE"), units=("NE", "ML"))
    assert (found.panel.units, found.panel.counts.tolist()) == (("NE", "ML"), [[5, 5]])


@pytest.mark.parametrize(
    ("split", "expected"), [("start", [31, 0, 0]), ("end", [0, 0, 31]), ("proportional", [1, 28, 2])]
)
def test_an_event_that_spans_months_is_split_by_the_named_rule(split, expected):
    row = event("2014-01-31", "2014-03-02", best=31)
    found = counted(row, split=split, units=("ML",), first=date(2014, 1, 1), last=date(2014, 3, 1))
    np.testing.assert_allclose(found.panel.counts[:, 0], expected, rtol=1e-12)


def test_a_split_keeps_the_sum_over_any_months():
    rows = [event("2013-12-30", f"2014-{m:02d}-17", best=m * 7) for m in range(1, 12)]
    assert counted(*rows, split="proportional").panel.counts.sum() == pytest.approx(7 * 66, rel=1e-12)


def test_incidents_that_span_months_count_once():
    found = counted(event("2014-01-31", "2014-03-02"), target="incidents", split="proportional")
    assert found.panel.counts.sum() == 1


def test_what_was_not_yet_known_is_left_out():
    rows = [event(), event("2014-02-10", known_at=date(2014, 5, 1)), event("2014-02-11", known_at=None)]
    early, late = counted(*rows, as_of=date(2014, 4, 30)), counted(*rows, as_of=date(2014, 5, 1))
    assert (early.panel.counts.sum(), early.n_later) == (10, 1)
    assert (late.panel.counts.sum(), late.n_later) == (15, 0)


def test_no_event_after_the_day_changes_the_panel():
    rows = [event(), event("2014-03-10")]
    later = [event("2014-05-10", best=99), event("2014-01-11", known_at=date(2014, 5, 2), best=99)]
    without, with_ = counted(*rows, as_of=date(2014, 5, 1)), counted(*rows, *later, as_of=date(2014, 5, 1))
    assert without.panel.digest == with_.panel.digest


def test_a_month_that_is_not_over_is_left_out_unless_it_is_asked_for():
    rows = [event(), event("2014-03-10")]
    assert counted(*rows, as_of=date(2014, 3, 30)).panel.times[-1] == date(2014, 2, 1)
    assert counted(*rows, as_of=date(2014, 3, 31)).panel.times[-1] == date(2014, 3, 1)
    assert counted(*rows, as_of=date(2014, 3, 30), last=date(2014, 3, 1)).panel.times[-1] == date(2014, 3, 1)


def test_rows_that_do_not_tell_when_they_were_known_are_told_of_with_the_delay():
    [issue] = counted(event(source="ucdp-ged", known_at=None), as_of=date(2014, 6, 30)).issues
    assert "1 events do not tell" in issue.what
    assert "540 days" in issue.what
    [issue] = counted(event(source="ucdp-ged", known_at=None), as_of=date(2020, 6, 30)).issues
    assert "540 days" not in issue.what


def test_unknown_deaths_are_told_and_add_nothing():
    found = counted(event(best=None), event())
    assert cell(found, "ML", "2014-01") == (5, True)
    assert "1 events have unknown deaths" in found.issues[0].what


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"country": None}, "have no country"), ({"country": "AQ"}, "are in AQ"), ({"country": "QQ"}, "are in QQ")],
)
def test_events_of_no_state_are_told_and_counted_nowhere(changes, words):
    found = counted(event(**changes), event())
    assert found.panel.counts.sum() == 5
    assert words in found.issues[0].what


def test_a_panel_may_be_all_zeros_and_of_one_unit():
    found = counted(event(), units=("FR",), first=date(2014, 1, 1), last=date(2014, 2, 1))
    assert (found.panel.counts.tolist(), found.panel.observed.tolist()) == ([[0], [0]], [[True], [True]])


def test_issues_of_the_table_are_kept():
    issue = Issue(stage="collect", about="t.csv:3", what="w")
    assert issue in counted(issue, event()).issues


def test_cells_are_counted_by_where_events_lie():
    rows = [event(lat=16.27, lon=-0.04, precision_m=2000), event(lat=16.4, lon=-0.4, precision_m=2000, best=1),
            event(lat=10.1, lon=10.1, precision_m=2000)]  # fmt: skip
    found = counted(*rows, unit="cell")
    # row 212, column 359 and row 200, column 380, counted from 0
    assert dict(zip(found.panel.units, found.panel.counts[0], strict=True)) == {"153000": 6, "144381": 5}


@pytest.mark.parametrize(
    ("changes", "words"),
    [({}, "have no coordinates"), ({"lat": 1.0, "lon": 1.0, "precision_m": 150_000}, "less exactly than 50000 m"),
     ({"lat": 1.0, "lon": 1.0}, "less exactly than 50000 m")],
)  # fmt: skip
def test_events_placed_too_loosely_are_in_no_cell(changes, words):
    found = counted(event(**changes), unit="cell", units=("1",))
    assert found.panel.counts.sum() == 0
    assert words in found.issues[0].what


# The cell of Uppsala by the formula of PRIO-GRID's codebook: row 300 from the south, column 396 from the west.
@pytest.mark.parametrize(("lat", "lon", "cell_"), [(59.86, 17.64, 299 * 720 + 396), (0, 0, 180 * 720 + 361)])
def test_cells_are_numbered_as_prio_grid_numbers_them(lat, lon, cell_):
    assert cell_id(lat, lon) == cell_
    assert np.abs(np.array(cell_centre(cell_)) - (lat, lon)).max() <= 0.25


def test_every_cell_holds_its_own_middle_and_the_world_has_all_of_them():
    assert all(cell_id(*cell_centre(n)) == n for n in range(1, 259_201, 97))
    assert len(cells_in((-90, -180, 90, 180))) == 259_200
    assert len(cells_in((-1, -1, 1, 1))) == 16


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"target": "attacks-0"}, UnknownName, "no target"),
        ({"target": "deaths"}, UnknownName, "state-based"),
        ({"units": ("Mali",)}, UnknownName, "no country 'Mali'"),
        ({"units": ()}, InputError, "no units"),
        ({"unit": "cell", "units": ("0",)}, InputError, "no cell"),
        ({"unit": "cell", "units": ("ML",)}, InputError, "no number of a cell"),
        ({"unit": "town"}, InvalidNoun, "unit is 'town'"),
        ({"split": "middle"}, InvalidNoun, "split is 'middle'"),
        ({"first": date(2015, 1, 1), "last": date(2014, 1, 1)}, InputError, "lies after the last"),
        ({"last": date(2021, 1, 1)}, InputError, "was not known on 2020-12-31"),
        ({"as_of": date(2014, 1, 9)}, NothingUsable, "no event was known"),
        ({"as_of": date(2014, 1, 10)}, NothingUsable, "no full month"),
        ({"unit": "cell"}, NothingUsable, "no event lies in a cell"),
    ],
)
def test_options_that_cannot_be_met_are_a_clear_error(options, error, words):
    with pytest.raises(error, match=words):
        counted(event(), **options)


def test_no_events_at_all_are_an_error_unless_the_months_are_named():
    with pytest.raises(NothingUsable, match="no event was known"):
        counted()
    assert counted(first=date(2014, 1, 1), last=date(2014, 1, 1)).panel.counts.sum() == 0


def test_negative_counts_of_an_event_are_refused():
    with pytest.raises(InvalidNoun, match="not ordered 0 <="):
        event(best=-1)


def test_targets_are_read_from_their_names():
    assert (target_named("attacks-25").at_least, target_named("incidents-ASSAULT").type) == (25, "ASSAULT")
