"""Verbs of saying in the present that the tagger takes for nouns."""

import pytest

from make_said import who_said

MISREAD = [
    ("The police answer that they came in time.", ("The police", "they came in time")),
    ("The dam has burst, the public works ministry reports.", ("the public works ministry", "The dam has burst")),
    (
        "A nurse who left the town among the 300 displaced recalls that guards had fled.",
        ("A nurse who left the town among the 300 displaced", "guards had fled"),
    ),
    ('"We count the days," a field officer reports from Gao.', ("a field officer", "We count the days")),
]


@pytest.mark.parametrize(("text", "statement"), MISREAD)
def test_a_verb_of_saying_in_the_present_is_known_by_what_stands_around_it(
    text: str, statement: tuple[str, str]
) -> None:
    assert who_said(text) == [statement]


@pytest.mark.parametrize(
    "text",
    [
        "The clerk kept the letters, the maps and the police reports.",
        "They denied press reports that the town had fallen.",
        "He read reports that told of hunger.",
    ],
)
def test_a_noun_that_looks_like_a_verb_of_saying_says_nothing(text: str) -> None:
    assert who_said(text) == []
