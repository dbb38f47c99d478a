"""One verb may tell of several acts: in coordinated places, and where a second clause leaves it out."""

from datetime import date

import pytest

from make import document
from tocsin.core.record import Incident
from tocsin.link import link
from tocsin.read import read


def told(text: str) -> list[Incident]:
    report = document(text=text, published="2014-05-20")
    return list(link(read([report], reader="rules"), as_of=date(2100, 1, 1)).incidents)


def places(text: str) -> set[str | None]:
    return {i.where.name if i.where is not None else None for i in told(text)}


def days(text: str) -> set[str | None]:
    return {i.when.edtf if i.when is not None else None for i in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed nine herders at a well in Gao and four outside a mosque in Kidal.",
        "Jets destroyed three lorries near Gao and two near Kidal on Sunday.",
        "Six guards were shot dead in Gao, and two others in Kidal.",
        "On Friday hospitals in Gao and Kidal were shelled.",
    ],
)
def test_others_in_another_town_are_another_attack(text: str) -> None:
    assert places(text) == {"Gao", "Kidal"}


def test_others_on_another_day_are_another_act() -> None:
    assert days("One nurse was freed in Gao on 3 May and the other on 12 May.") == {"2014-05-03", "2014-05-12"}


def test_the_figures_before_and_behind_the_gap_are_those_of_their_own_attack() -> None:
    found = told("Rebels killed nine herders at a well in Gao and four traders outside a mosque in Kidal.")
    toll = {i.where.name: i.killed.best for i in found if i.where is not None and i.killed is not None}
    assert toll == {"Gao": 9, "Kidal": 4}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a teacher in Gao and two students from Kidal.",
        "Rebels killed a soldier and two policemen in Gao.",
        "Five people were killed in Gao on 3 May and the mayor spoke in Kidal on 4 May.",
        "Troops killed the envoy of Gao and the bishop of Kidal.",
        "Rebels killed a bishop in Gao on 3 May and the harbour in Kidal was calm.",
        "Rebels killed a bishop in Gao on 3 May and his burial on 9 May was attended by hundreds.",
        "Rebels killed a bishop in Gao and his cousin, a baker in Kidal.",
    ],
)
def test_where_somebody_is_from_or_a_verb_of_its_own_make_no_second_attack(text: str) -> None:
    assert sum(i.type == "ASSAULT" for i in told(text)) == 1


def test_a_plural_that_is_no_place_is_told_of_once_though_two_provinces_stand_below_it() -> None:
    assert len(told("Three chiefs of clans in Khost and Kunar were arrested in Kabul.")) == 1
    assert places("Markets in Khost and Kunar were shelled on Friday.") == {"Khost", "Kunar"}
