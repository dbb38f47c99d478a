"""Which place a name stands for, where the words around it, the report or its publisher decide."""

from datetime import date

import pytest

from tocsin.core.document import Document
from tocsin.core.values import Place
from tocsin.read import read_places


def places(text: str, publisher: str | None = None) -> list[Place]:
    document = Document(
        id="d-1", uri=None, publisher=publisher, title=None, published=None, language="en", text=text,
        known_at=date(2013, 4, 10),
    )  # fmt: skip
    return [place for _, place in read_places(document)]


def units(text: str, publisher: str | None = None) -> list[tuple[str | None, str | None]]:
    return [(p.country, p.admin1) for p in places(text, publisher)]


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [
        ("He lives in Paris, TX, with his sister.", "US", "Texas"),
        ("They moved to Springfield, Ill., in May.", "US", "Illinois"),
        ("She works in Kingston, Ont., as a nurse.", "CA", "Ontario"),
        ("They live in Newcastle, N.S.W., near the sea.", "AU", "New South Wales"),
        ("Police in Harris County, Texas, arrested him.", "US", "Texas"),
    ],
)
def test_the_unit_behind_a_name_decides_also_where_it_is_abbreviated(text: str, country: str, admin1: str) -> None:
    assert units(text)[0] == (country, admin1)


@pytest.mark.parametrize("text", ["He said it was OK, and left.", "They came IN, and sat.", "Ask ME, he said."])
def test_the_letters_of_a_state_that_stand_alone_are_no_place(text: str) -> None:
    assert places(text) == []


def test_counties_that_share_the_word_are_counties() -> None:
    found = places("Storms hit Kern and Tulare counties in California.")
    assert [(p.name, p.basis) for p in found[:2]] == [("Kern", "centroid"), ("Tulare", "centroid")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Officials in Georgia met farmers from Alabama and Florida.", "US"),
        ("Officials in Georgia met farmers from Armenia and Azerbaijan.", "GE"),
    ],
)
def test_the_other_names_of_a_report_tell_the_state_georgia_from_the_country(text: str, country: str) -> None:
    assert units(text)[0][0] == country


@pytest.mark.parametrize(
    ("publisher", "admin1"),
    [
        ("Paris Gazette", "Île-de-France"),
        ("parisgazette.com", "Île-de-France"),
        ("Bonham Herald", "Texas"),
        (None, "Île-de-France"),
    ],
)
def test_a_name_is_the_place_near_which_the_publisher_is_at_home(publisher: str | None, admin1: str) -> None:
    assert units("A shop in Paris burned down.", publisher)[0][1] == admin1


def test_the_publishers_home_is_the_place_of_that_name_near_the_others_of_the_report() -> None:
    text = "Crews from Opelousas and Pineville fought a fire in Alexandria."
    assert units(text, "alexandriaherald.com")[-1] == ("US", "Louisiana")


def test_the_country_of_the_publishers_address_counts() -> None:
    assert units("Fire broke out in Perth.", "example.co.uk")[0][0] == "GB"


def test_an_adjective_of_a_region_is_no_place_of_that_sound() -> None:
    assert [p.country for p in places("African leaders met in Addis Ababa.")] == ["ET"]


def test_several_units_of_one_word_are_no_quarter_that_the_gazetteer_lacks() -> None:
    assert places("Troops searched houses in the districts of Xyzzy and Qwerty on Monday.") == []


def test_a_union_of_states_is_no_place() -> None:
    assert [p.name for p in places("Envoys of the European Union met in Bamako.")] == ["Bamako"]


def test_a_district_in_which_no_town_is_known_is_told_by_the_country_of_the_report() -> None:
    found = places("Raiders burned a bus in Panda district. The governor spoke in Beira, and police came from Maputo.")
    assert {(p.country, p.admin2) for p in found if p.name == "Panda"} == {("MZ", "Panda")}
