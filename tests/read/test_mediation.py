"""Mediators: who is told or said to mediate, and what."""

import pytest
from tests.read.test_relations import relations


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Clerics mediated between the army and the rebels.", "Clerics", "the army and the rebels"),
        (
            "The army and Renamo opened talks, with Kenya as facilitator.",
            "Kenya",
            "talks between The army and Renamo",
        ),
        ("Kenya is the mediator. Renamo has asked for new talks.", "Kenya", "new talks"),
        ("Kenya summoned the army and Renamo to talks in Nairobi.", "Kenya", "the army and Renamo"),
        (
            "The army and Renamo agreed to a truce at the urging of Kenya.",
            "Kenya",
            "a truce between The army and Renamo",
        ),
        ("Elders carried messages between the army and Renamo.", "Elders", "the army and Renamo"),
    ],
)
def test_a_mediator_is_told_by_what_he_does_or_is_called(text: str, left: str, right: str) -> None:
    assert ("mediates", left, right) in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya bought the tanks at the urging of Norway.",
        "Kenya invited Renamo to talks.",
        "Renamo named Kenya as its mediator.",
        "Renamo opened talks with Kenya as the rains began.",
    ],
)
def test_who_urges_invites_or_is_proposed_is_no_mediator_yet(text: str) -> None:
    assert not [r for r in relations(text) if r[0] == "mediates"]


def test_parties_that_a_verb_parts_from_their_talks_negotiate() -> None:
    assert ("negotiates_with", "the army", "Renamo") in relations("Talks continue between the army and Renamo.")


def test_those_who_meet_in_the_name_of_others_negotiate_for_them() -> None:
    assert ("negotiates_with", "Baku", "Renamo") in relations("Representatives of Baku and of Renamo met on Monday.")
