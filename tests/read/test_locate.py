"""What the gazetteer answers: places of a name, the place a name is in a report, the names of places in a report."""

from datetime import date

import pytest

from tocsin.core.document import Document, Span
from tocsin.core.errors import InputError
from tocsin.core.values import Place
from tocsin.core.vocabulary import csv_rows
from tocsin.read import locate, lookup, read_places


def document(text: str) -> Document:
    return Document(
        id="d-1", uri=None, publisher=None, title=None, published=None, language="en", text=text,
        known_at=date(2013, 4, 10),
    )  # fmt: skip


def located(text: str, *words: str) -> list[Place | None]:
    spans = [Span(document="d-1", start=text.index(w), end=text.index(w) + len(w)) for w in words]
    return list(locate(document(text), spans))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Gao", "ML"),
        ("Malian", "ML"),
        ("Mali’s", "ML"),
        ("northern Mali", "ML"),
        ("Gao airport", "ML"),
        ("TIMBUKTU", "ML"),
    ],
)
def test_a_name_is_looked_up_however_it_is_written(name: str, country: str) -> None:
    assert lookup(name)[0].country == country


def test_a_name_that_is_in_no_gazetteer_stands_for_nothing() -> None:
    assert lookup("Xyzzyville") == ()


def test_the_report_decides_which_place_a_given_name_is() -> None:
    text = "Tripoli was calm, they said in Lebanon. Beirut was not."
    assert [p and p.country for p in located(text, "Tripoli", "Lebanon")] == ["LB", "LB"]


def test_a_given_name_that_is_unknown_has_no_place() -> None:
    assert located("They went to Xyzzyville and to Gao.", "Xyzzyville", "Gao")[0] is None


def test_a_name_outside_the_text_is_an_error() -> None:
    with pytest.raises(InputError, match="no part of d-1"):
        locate(document("They went to Gao."), [Span(document="d-1", start=90, end=95)])


def test_the_names_of_a_report_are_those_of_places_governments_and_nations() -> None:
    text = "Paris said that Malian troops had left Gao. Mr Jordan was there."
    assert [span.words(text) for span, _ in read_places(document(text))] == ["Paris", "Malian", "Gao"]


def test_people_of_regions_and_towns_are_those_of_a_place_that_the_gazetteer_holds() -> None:
    words = [word for row in csv_rows("people_of_places.csv") for word in row["words"].split("|")]
    assert [word for word in words if lookup(word) == ()] == []
