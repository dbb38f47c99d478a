"""Names of countries that hold one another, or that people bear too, are told apart in text and in names of actors."""

from datetime import date

import pytest

from tocsin.core.document import Document
from tocsin.read._parse import parse
from tocsin.read._rules import findings


def document(text: str) -> Document:
    return Document(
        id="d-1", uri=None, publisher=None, title=None, published=None, language="en", text=text,
        known_at=date(2013, 4, 10),
    )  # fmt: skip


def countries(text: str) -> list[str | None]:
    return [place.place.country for place in findings(parse(document(text))).places]


def countries_of_actors(text: str) -> set[str]:
    return {actor.country for actor in findings(parse(document(text))).actors if actor.country is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting went on in Mali.", "ML"),
        ("Fighting went on in Somalia.", "SO"),
        ("Fighting went on in Niger.", "NE"),
        ("Fighting went on in Nigeria.", "NG"),
        ("Fighting went on in Guinea.", "GN"),
        ("Fighting went on in Guinea-Bissau.", "GW"),
        ("Fighting went on in Equatorial Guinea.", "GQ"),
        ("Fighting went on in Papua New Guinea.", "PG"),
        ("Fighting went on in the Democratic Republic of the Congo.", "CD"),
        ("Fighting went on in the Republic of the Congo.", "CG"),
        ("Fighting went on in Oman.", "OM"),
        ("Fighting went on in Romania.", "RO"),
        ("Fighting went on in Georgia, near the border with Armenia.", "GE"),
        ("Fighting went on in Sudan.", "SD"),
        ("Fighting went on in South Sudan.", "SS"),
    ],
)
def test_a_country_in_a_text_is_that_country(text: str, expected: str) -> None:
    assert countries(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali's army shelled the town.", {"ML"}),
        ("Somalia's army shelled the town.", {"SO"}),
        ("The Malian army shelled the town.", {"ML"}),
        ("The Somali army shelled the town.", {"SO"}),
        ("Nigerien soldiers shelled the town.", {"NE"}),
        ("Nigerian soldiers shelled the town.", {"NG"}),
        ("Niger's army shelled the town.", {"NE"}),
        ("Nigeria's army shelled the town.", {"NG"}),
        ("Guinea's army shelled the town.", {"GN"}),
        ("Guinea-Bissau's army shelled the town.", {"GW"}),
        ("Equatorial Guinea's army shelled the town.", {"GQ"}),
        ("Papua New Guinea's army shelled the town.", {"PG"}),
        ("DR Congo's army shelled the town.", {"CD"}),
        ("Congo-Brazzaville's army shelled the town.", {"CG"}),
        ("The Omani army shelled the town.", {"OM"}),
        ("The Romanian army shelled the town.", {"RO"}),
        ("Oman's army shelled the town.", {"OM"}),
        ("Romania's army shelled the town.", {"RO"}),
        ("The Georgian army shelled the town.", {"GE"}),
        ("Chad's army shelled the town.", {"TD"}),
        ("Jordan's army shelled the town.", {"JO"}),
    ],
)
def test_an_actor_has_the_country_of_its_name(text: str, expected: set[str]) -> None:
    assert countries_of_actors(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chad Brown said the road was closed.",
        "Jordan Miller told reporters that he had seen it.",
        "Georgia Adams opened the meeting.",
        "Michael Jordan was there.",
        "The actor Chad Wexbridge was there, said Mr Jordan.",
    ],
)
def test_a_given_name_is_no_country(text: str) -> None:
    assert (countries(text), countries_of_actors(text)) == ([], set())


def test_the_state_and_the_country_named_georgia_are_told_apart() -> None:
    state = "Police in Georgia said that the men had come from Alabama and were sent to Florida."
    country = "Police in Georgia said that the men had come from Armenia and were sent to Azerbaijan."
    assert [countries(text)[0] for text in (state, country)] == ["US", "GE"]
