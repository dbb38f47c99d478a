"""Places named again: "there", "the town" and "the capital" stand for what was told before, by what names a place."""

import pytest
from tests.make import document

from tocsin.core.values import Place
from tocsin.read._parse import parse
from tocsin.read._place_references import _before, with_references
from tocsin.read._rules import findings


def meant(text: str, words: str) -> list[str]:
    """Return the places that `words` stand for in `text`, in order."""
    page = parse(document(text=text, publisher=None))
    home = Place(name="Bamako", country="ML")
    return [p.place.name for p in with_references(findings(page), page, home) if p.tokens.text == words]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen raided Zorbela, a village near the river, on Monday. Four people were killed there.", "Zorbela"),
        (
            "Shells hit the Gao region. A trader said that nobody had been warned. Four people died there.",
            "Gao",
        ),
        ("Gunmen raided Gao. An elder in Kidal told a reporter that four people were killed there.", "Gao"),
        ("Gunmen raided Gao. A reader of a Kidal weekly wrote that four people were killed there.", "Gao"),
        ("Gunmen raided Gao. Niger's army said that four people were killed there.", "Gao"),
        ("Gunmen raided Gao, in Mali. Four people were killed there.", "Gao"),
        ("Gunmen raided Gao. They then rode to Kidal and killed four people there.", "Kidal"),
    ],
)
def test_there_is_the_last_place_told_in_the_paragraph_but_for_where_somebody_speaks(text: str, place: str) -> None:
    assert meant(text, "there") == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen raided Zorbela, a village near the river. Soldiers reached the town on Monday.", "Zorbela"),
        ("Gunmen raided Gao. Bamako's envoy came too late. Soldiers reached the town on Monday.", "Gao"),
        ("Gunmen who had fled Kidal raided Gao. Soldiers reached the town on their way to Kidal.", "Gao"),
        ("Fires were lit in the Hausa quarter of Gao. Soldiers reached the town on Monday.", "Gao"),
        ("Gao was raided. Police in Gao fled.\n\nIn Kidal shops shut.\n\nSoldiers reached the town.", "Gao"),
        ("Gao was raided. Police in Gao fled.\n\nIn Kidal shops closed. Soldiers reached the town.", "Kidal"),
    ],
)
def test_the_town_is_the_last_of_its_paragraph_else_the_one_told_most(text: str, place: str) -> None:
    assert meant(text, "the town") == [place]


@pytest.mark.parametrize("text", ["There were four raids in Gao.", "Soldiers reached the town.", "Nobody lives there."])
def test_nothing_is_meant_where_no_place_is_told_before(text: str) -> None:
    assert meant(text, "there") + meant(text, "There") + meant(text, "the town") == []


def test_the_capital_is_that_of_the_report_s_country() -> None:
    assert meant("Gunmen raided Gao. Soldiers left the capital.", "the capital") == ["Bamako"]


def test_the_places_of_a_page_are_made_ready_once() -> None:
    page = parse(document(text="Gunmen raided Gao. Four people were killed there."))
    found = findings(page)
    assert _before(found, page) is _before(found, page)
