"""Relations told by nouns and hyphenated words: names in front of them, owners, and what follows."""

import pytest
from tests.read.test_relations import relations


@pytest.mark.parametrize(
    ("text", "relation", "left", "right"),
    [
        ("The Valley Front, an al-Qaeda affiliate, claimed it.", "affiliated_with", "Valley Front", "al-Qaeda"),
        ("The Dune Union, a Valley Front offshoot, claimed it.", "split_from", "Dune Union", "Valley Front"),
        ("Aircraft bombed the Valley Front stronghold of Gao.", "controls", "Valley Front", "Gao"),
        ("The Valley Front and its ally the Dune militia fled.", "allied_with", "the Dune militia", "Valley Front"),
    ],
)
def test_a_name_right_in_front_of_a_noun_is_the_other_side(text: str, relation: str, left: str, right: str) -> None:
    assert (relation, left, right) in relations(text)


@pytest.mark.parametrize(
    ("text", "relation", "left", "right"),
    [
        ("The al-Qaeda-linked Valley Front claimed it.", "affiliated_with", "Valley Front", "al-Qaeda"),
        ("The Rwandan-backed Valley Front fled.", "allied_with", "Valley Front", "Rwanda"),
    ],
)
def test_a_hyphenated_participle_parts_two_names(text: str, relation: str, left: str, right: str) -> None:
    assert (relation, left, right) in relations(text)


@pytest.mark.parametrize(
    ("text", "relation", "left", "right"),
    [
        ("Mali's war on the Valley Front goes on.", "opposes", "Mali", "Valley Front"),
        ("The army's long campaign against the Valley Front failed.", "opposes", "The army", "Valley Front"),
        ("Rwanda's support for the Valley Front has grown.", "allied_with", "Rwanda", "Valley Front"),
        ("The Dune Union's split from the Valley Front was bloody.", "split_from", "Dune Union", "Valley Front"),
        ("The government's talks with the Valley Front stalled.", "negotiates_with", "The government", "Valley Front"),
    ],
)
def test_what_somebody_has_or_does_relates_him_to_what_follows(text: str, relation: str, left: str, right: str) -> None:
    assert (relation, left, right) in relations(text)


def test_what_somebody_no_longer_has_relates_him_to_nobody() -> None:
    assert relations("Mali's former alliance with the Valley Front is forgotten.") == []
