"""Figures that only count whom events told before have harmed."""

from datetime import date

from make import document
from tocsin.core.record import Incident
from tocsin.link import link
from tocsin.read import read


def attacks(text: str) -> list[Incident]:
    report = document(text=text, published="2014-05-20")
    told = link(read([report], reader="rules"), as_of=date(2100, 1, 1)).incidents
    return [i for i in told if i.type == "ASSAULT"]


def killed(text: str) -> list[int | None]:
    return [i.killed.best if i.killed is not None else None for i in attacks(text)]


def test_a_count_of_all_who_have_died_is_no_attack_and_not_the_toll_of_one() -> None:
    text = (
        "Gunmen killed two guards in Gao on Sunday.\n\nBakers marched in Mopti on Monday.\n\n"
        "In all at least 220 people have died, a nurse said."
    )
    assert killed(text) == [2]


def test_what_somebody_puts_the_dead_at_belongs_to_the_attack_told_before() -> None:
    assert killed("A bomb went off in Gao on Sunday. On Monday the mayor put the dead at 14.") == [14]


def test_people_who_have_been_killed_in_a_place_are_news() -> None:
    text = "Bakers marched in Mopti on Monday.\n\nNine people have been killed in Gao in a raid."
    assert killed(text) == [9]


def test_an_opening_that_tells_how_many_have_died_is_news() -> None:
    assert killed("At least nine people have been killed, the army in Gao said on Sunday.") == [9]
