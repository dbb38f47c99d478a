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
]
NEWS = [
    "The governor accused the rebels of killing 12 villagers in Gao on Sunday.",
    "Rebels attacked a bus near Gao on Sunday, killing six villagers.",
    "There was an explosion in Gao on Sunday in which 12 soldiers died.",
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
