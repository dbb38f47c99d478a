"""Sides of relations: by what name whoever stands in a relation goes, and who can stand in none."""

import pytest
from tests.read.test_relations import relations


@pytest.mark.parametrize(
    ("text", "relation", "left", "right"),
    [
        ("The Valley Front is a rebel group battling the government.", "opposes", "Valley Front", "the government"),
        ("The Valley Front is considered an affiliate of al-Qaeda.", "affiliated_with", "Valley Front", "al-Qaeda"),
        ("The rebels fled. Aircraft bombed the rebel-held town of Gao.", "controls", "The rebels", "Gao"),
        ("Mali supported the army in recent weeks.", "allied_with", "Mali", "the army"),
        ("Aid reached the people in their fight against Boko Haram.", "opposes", "the people", "Boko Haram"),
    ],
)
def test_a_description_goes_by_whom_it_is_said_of(text: str, relation: str, left: str, right: str) -> None:
    assert (relation, left, right) in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army supported Operation Harvest.",
        "The agency backed the inauguration.",
        "The magazine Valley Times belongs to the Valley Front.",
        "The Valley Front formed an organisation for dialogue.",
        "The union hosted a talk show.",
    ],
)
def test_what_is_done_and_what_is_published_stands_in_no_relation(text: str) -> None:
    assert relations(text) == []


@pytest.mark.parametrize(
    ("text", "relation", "left", "right"),
    [
        ("Mali has joined the operation against the Valley Front.", "opposes", "Mali", "Valley Front"),
        ("Kenyan troops were deployed to fight al-Shabaab.", "opposes", "Kenyan troops", "al-Shabaab"),
        ("Kenyan troops are trying to push al-Shabaab out of Afmadow.", "opposes", "Kenyan troops", "al-Shabaab"),
        ("Hamas regards Fatah as its main enemy.", "opposes", "Hamas", "Fatah"),
        ("The army, assisted by the Dune militia, fired.", "allied_with", "The army", "the Dune militia"),
        ("The Dune Union was formed by defectors from Ansar Dine.", "split_from", "Dune Union", "Ansar Dine"),
        ("Envoys of Renamo and the government arrived for talks.", "negotiates_with", "Renamo", "the government"),
        ("They agreed to a ceasefire brokered by Egypt.", "mediates", "Egypt", "a ceasefire"),
        ("Awa Ba, the chief mediator, said the talks would resume.", "mediates", "Awa Ba", "the talks"),
        ("The gunmen had been at a training camp in Libya.", "trained_in", "The gunmen", "Libya"),
        ("Gunmen who had come from Libya attacked the post.", "launched_from", "Gunmen", "Libya"),
        ("The rebels use bases in Chad.", "launched_from", "The rebels", "Chad"),
    ],
)
def test_the_wordings_of_news_tell_a_relation(text: str, relation: str, left: str, right: str) -> None:
    found = [(r, a.removesuffix(" who had come from Libya"), b) for r, a, b in relations(text)]
    assert (relation, left, right) in found


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("The Dune Youth is part of the Salt Union.", ("affiliated_with", "Dune Youth", "Salt Union")),
        ("Dune Riders have pledged allegiance to the Salt Union.", ("affiliated_with", "Dune Riders", "Salt Union")),
    ],
)
def test_a_name_with_an_article_or_in_the_plural_is_a_group(text: str, triple: tuple[str, str, str]) -> None:
    assert triple in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Salt Union runs Vel Harra.",
        "Vel Harra is under the control of the Salt Union.",
        "Vel Harra, under the control of the Salt Union since May, has no water.",
    ],
)
def test_a_name_that_no_list_holds_can_be_a_place_that_is_controlled(text: str) -> None:
    assert ("controls", "Salt Union", "Vel Harra") in relations(text)


def test_somebody_told_of_again_is_no_place() -> None:
    text = "The Salt Union held Vel Harra for a week. Harra said that he was well."
    assert not [r for r in relations(text) if r[0] == "controls"]


def test_a_phrase_in_front_of_a_clause_is_said_of_its_subject() -> None:
    text = "In league with the Salt Union since May, the Dune Riders held the wells."
    assert ("allied_with", "Dune Riders", "Salt Union") in relations(text)


def test_who_gets_a_place_that_others_lose_controls_it() -> None:
    assert ("controls", "Salt Union", "Gao") in relations("The army lost Gao to the Salt Union.")
