"""Which act a time is that of, by the clause and the noun that it stands with."""

import pytest

from make import document
from tocsin.read._acts import find_acts
from tocsin.read._parse import parse
from tocsin.read._rules import findings

# Documents of make.py are published on Wednesday 10 April 2013.


def days(text: str, act: str) -> list[str]:
    """Return the times that the act whose head is the word `act` has by grammar."""
    page = parse(document(text=text))
    mentions = find_acts(page, findings(page))
    return [t.when.edtf for m in mentions if page.doc[m.trigger.head].text == act for t in m.times]


def test_the_day_of_what_was_conceded_gives_way_to_that_of_conceding() -> None:
    assert days("He drove to Gao on Monday night and conceded Sunday's vote to his rival.", "conceded") == [
        "2013-04-08"
    ]


def test_the_day_of_an_act_may_stand_before_it_as_a_possessive() -> None:
    assert days("Sunday's attack on Gao killed two soldiers.", "attack") == ["2013-04-07"]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers went on arriving in the town from which the state was driven on Sunday.",
        "Soldiers went on arriving; a first column, from Gao, was turned round on Sunday.",
    ],
)
def test_the_day_of_a_clause_apart_from_an_act_is_not_its_own(text: str) -> None:
    assert days(text, "arriving") == []


def test_a_day_behind_a_semicolon_dates_the_act_whose_verb_is_left_out() -> None:
    text = "One of the raids, on a camp on 3 April, left 20 dead; another, on 5 April, two."
    assert "2013-04-05" in days(text, "left")


def test_a_clause_on_the_act_itself_dates_it() -> None:
    assert days("The town mourned after an attack that took place on Sunday.", "attack") == ["2013-04-07"]


def test_a_day_behind_the_hour_ends_no_sentence() -> None:
    assert days("Gunmen shot four men in Gao at 9 p.m. Sunday, survivors said.", "shot") == ["2013-04-07"]
