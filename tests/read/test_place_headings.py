"""Headings of paragraphs: names of places and days, up to a stop."""

import pytest
from tests.make import document

from tocsin.read._parse import parse
from tocsin.read._place_headings import headings
from tocsin.read._words import read_words

REST = "A bomb went off at noon. Two people died.\n\nKidal: nothing happened."


def heads(text: str, name: str) -> bool:
    """Return whether `name` heads the paragraph that it stands in."""
    words = read_words(parse(document(text=text, publisher=None)))
    at = words.text.index(name)
    return at in headings(words, [at]).get(words.paragraph[words.sentence[at]], set())


@pytest.mark.parametrize(
    "text",
    [
        f"Gao: {REST}", f"Gao, 3 May. {REST}", f"Friday 3 May. Gao: {REST}", f"- 3 May. Gao: {REST}",
        f"Friday 3 May. Gao, east side: {REST}",
    ],
)  # fmt: skip
def test_a_place_heads_a_paragraph_beside_a_day_and_behind_one(text: str) -> None:
    assert heads(text, "Gao") is (", east" not in text)


@pytest.mark.parametrize(
    "text",
    [
        f"Friday 3 May. Soldiers in Gao: {REST}", f"Friday 3 May. Gao was calm. {REST}", f"A reminder. Gao: {REST}",
        f"Friday 3 May. The army left Gao. {REST}",
    ],
)  # fmt: skip
def test_a_place_of_a_sentence_behind_a_day_heads_nothing(text: str) -> None:
    assert not heads(text, "Gao")
