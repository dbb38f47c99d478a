"""Entries under days, in which the present tense tells what happened."""

from datetime import date

import pytest

from make import document
from tocsin.link import link
from tocsin.read import read

BANNED, CURFEW = "The junta bans the party of Kora Dembele.", "The governor of Gao imposes a curfew there."
ENTRIES = f"A week in Gao.\n\n{{first}} {BANNED}\n\n{{second}} {CURFEW}"


def told(text: str) -> set[tuple[str, str | None]]:
    report = document(text=text, published="2014-05-20")
    record = link(read([report], reader="rules"), as_of=date(2100, 1, 1))
    return {(i.type, i.mode) for i in record.incidents}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3 May.", "4 May."),
        ("3 May:", "4 May:"),
        ("Saturday 3 May, before dawn.", "The same evening."),
        ("3 May –", "4 May –"),
    ],
)
def test_under_days_the_present_tells_what_happened(first: str, second: str) -> None:
    entries = ENTRIES.format(first=first, second=second + "\n\n5 May. Rain." if "same" in second else second)
    assert {("COERCE", "ban"), ("COERCE", "curfew")} <= told(entries)


def test_without_days_the_present_tells_what_is_so() -> None:
    assert told(ENTRIES.format(first="In Gao,", second="As in Kidal,").replace("\n\n", " ")) == set()


def test_one_day_makes_no_chronicle() -> None:
    assert told("A day in Gao.\n\n3 May. The junta bans the party of Kora Dembele.") == set()


def test_what_lasts_is_no_event_under_a_day_either() -> None:
    assert told("Gao.\n\n3 May. The police still hold the mayor.\n\n4 May. The police hold him.") == set()


def test_a_state_told_under_a_day_came_about_on_it() -> None:
    assert ("COERCE", "restrict") in told("Gao.\n\n3 May. Rain.\n\n4 May. All schools in Gao are closed.")
    assert told("All schools in Gao are closed.") == set()


def test_what_hangs_on_a_condition_is_no_event_under_a_day_either() -> None:
    entries = "Gao.\n\n3 May. Rain.\n\n4 May. Troops withdraw from Gao if the rebels leave Kidal."
    assert told(entries) == set()
    assert ("RETREAT", "withdraw") in told(entries.replace("if the rebels leave Kidal", "in the morning"))
