"""What a sentence takes as known is recalled, not told as news."""

from datetime import date

import pytest

from make import document
from tocsin.link import link
from tocsin.read import read

KNOWN = [
    "A rebel was arrested in Gao on Sunday in connection with the killing of six villagers.",
    "Police in Gao caught a rebel on Sunday who was involved in the murder of a judge.",
    "Police in Gao arrested a man on Sunday for his role in an attack in which 12 soldiers died.",
    "A commander accused of killing a farmer was captured near Gao on Sunday.",
    "A gang leader wanted in several cases, including the killing of two traders, was caught in Gao on Sunday.",
    "In the last five years, more than 40 mayors have been killed around Gao.",
    "Soldiers near Gao have killed 11 rebels in recent months.",
    "Three major attacks this year alone have killed around 50 policemen near Gao.",
    "Posters in Gao denounced the March 3 battle on the Niger border in which 24 soldiers were killed.",
    "A rebel caught in Gao on Sunday was involved in the Kidal raid wherein 31 villagers were killed.",
    "Rebels in Gao are holding 25 men after the earlier battle of last week where ten soldiers were killed.",
]
NEWS = [
    "The governor accused the rebels of killing 12 villagers in Gao on Sunday.",
    "Rebels attacked a bus near Gao on Sunday, killing six villagers.",
    "There was an explosion in Gao on Sunday in which 12 soldiers died.",
    "In the deadliest attack this year twelve people were killed in Gao on Sunday.",
    "Rebels killed a trader who had left their ranks in 2006 near Gao on Sunday.",
    "A raid was made on Gao on Sunday in which 12 soldiers died.",
]


def killings(text: str) -> set[bool]:
    """Return whether those incidents of `text` are recalled in which somebody was killed."""
    record = link(read([document(text=text, published="2014-05-20")], reader="rules"), as_of=date(2100, 1, 1))
    return {i.is_background for i in record.incidents if i.killed is not None and i.killed.best}


@pytest.mark.parametrize("text", KNOWN)
def test_what_people_are_charged_with_came_before(text: str) -> None:
    assert killings(text) == {True}


@pytest.mark.parametrize("text", NEWS)
def test_what_is_told_as_news_is_not_recalled(text: str) -> None:
    assert killings(text) == {False}
