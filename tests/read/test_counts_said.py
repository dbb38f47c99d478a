"""Figures as what was said: who counted how many, and what only looks like a count."""

import pytest

from make_said import who_said

COUNTS = [
    ("The health ministry first gave 46.", ("The health ministry", "46")),
    ("Doctors now count 113, including forty children.", ("Doctors", "113, including forty children")),
    ("The relief office had 35 civilian dead by Friday.", ("The relief office", "35 civilian dead by Friday")),
    ("The ministry arrived at 23, fifteen of them children.", ("The ministry", "23, fifteen of them children")),
    ("On Monday the ministry had named 59.", ("the ministry", "59")),
    ("The ministry has corrected its own figure from 35 to 41.", ("The ministry", "its own figure from 35 to 41")),
    ("The government admitted to 150 by May.", ("The government", "150 by May")),
    ("A resident counted eight blasts.", ("A resident", "eight blasts")),
]


@pytest.mark.parametrize(("text", "statement"), COUNTS)
def test_a_count_is_what_was_said(text: str, statement: tuple[str, str]) -> None:
    assert who_said(text) == [statement]


@pytest.mark.parametrize(
    "text",
    [
        "The army had 35 dead and withdrew.",
        "The hospital had 12 dead batteries.",
        "The convoy arrived at nine on Monday.",
        "The ministry arrived at 9 a.m. on Monday.",
        "The health ministry gave the wounded 12 beds.",
        "The army gave the rebels two weeks to leave.",
        "The council has 12 members.",
        "The minister corrected a mistake.",
    ],
)
def test_a_number_that_nobody_counted_is_no_statement(text: str) -> None:
    assert who_said(text) == []


def test_what_a_speaker_counted_is_part_of_what_the_speaker_said() -> None:
    assert who_said("A nurse said she had counted nine bodies.") == [("A nurse", "she had counted nine bodies")]
