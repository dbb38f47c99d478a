"""Where a place lies by the report's words, above all one that no gazetteer holds."""

from datetime import date

import pytest

from tocsin.core.document import Document
from tocsin.core.values import Place
from tocsin.read import lookup, read_places


def places(text: str) -> list[Place]:
    document = Document(
        id="d-1", uri=None, publisher=None, title=None, published=None, language="en", text=text,
        known_at=date(2013, 4, 10),
    )  # fmt: skip
    return [place for _, place in read_places(document)]


def place(text: str, name: str) -> Place:
    (found,) = dict.fromkeys(p for p in places(text) if p.name == name)
    return found


def unit(name: str, country: str) -> Place:
    return next(p for p in lookup(name) if p.admin2 is not None and p.country == country)


def test_a_village_that_no_gazetteer_holds_lies_at_the_middle_of_its_district_as_wide_as_that() -> None:
    district = unit("Jaghori", "AF")
    village = place("Gunmen killed a teacher in Zorbela village in Jaghori district.", "Zorbela")
    assert (village.lat, village.lon, village.basis) == (district.lat, district.lon, "centroid")
    assert village.precision_m == district.precision_m
    assert (village.country, village.admin1, village.admin2) == ("AF", district.admin1, district.admin2)


def test_a_name_told_to_lie_in_a_district_is_no_town_of_that_name_elsewhere() -> None:
    assert place("Two boys drowned at Tondela in Mubende District.", "Tondela").country == "UG"


def test_of_two_towns_of_a_name_that_in_the_district_told_is_meant() -> None:
    assert place("A bomb went off in Aurangabad in Gaya district.", "Aurangabad").admin1 == "Bihar"


def test_a_town_keeps_its_point_and_has_the_district_told_with_it() -> None:
    town = place("A market burned down in Mubende in Mubende District of Uganda.", "Mubende")
    assert (town.basis, town.admin2) == ("gazetteer", "Mubende District")


@pytest.mark.parametrize(
    "words",
    [
        "Zorbela village under Quetta police station in Balochistan",
        "Zorbela village in the Quetta area of Balochistan",
    ],
)
def test_a_village_under_a_police_station_or_in_the_area_of_a_town_lies_near_that_town(words: str) -> None:
    village, town = place(f"Rebels blew up a school in {words}.", "Zorbela"), lookup("Quetta")[0]
    assert village.lat == pytest.approx(town.lat, abs=0.001)
    assert village.precision_m == 15_000


def test_what_holds_the_second_of_two_names_holds_the_first() -> None:
    text = "Raids at Zorbela and Qumbela in Jaghori district left four dead."
    assert {p.admin2 for p in places(text)} == {unit("Jaghori", "AF").admin2}


def test_a_district_that_no_gazetteer_holds_is_told_by_its_name() -> None:
    village = place("Police found a rifle in Zorbela village in Qumbela District.", "Zorbela")
    assert (village.admin2, village.lat) == ("Qumbela", None)


def test_a_unit_behind_a_comma_in_a_list_holds_nothing() -> None:
    assert place("They drove through Kampala, Gulu District and Lira.", "Kampala").admin2 is None


def test_the_only_district_of_a_paragraph_holds_its_villages() -> None:
    text = "Floods hit Jaghori district on Monday. Most houses in the village of Zorbela fell."
    assert place(text, "Zorbela").admin2 == unit("Jaghori", "AF").admin2


def test_of_two_districts_of_a_paragraph_neither_holds_a_village_told_with_none() -> None:
    text = "Floods hit Jaghori district and Mubende District. Most houses in the village of Zorbela fell."
    assert place(text, "Zorbela").admin2 is None


@pytest.mark.parametrize("name", ["Jaghori", "Jāghūrī"])
def test_spellings_of_a_district_are_names_of_one_unit(name: str) -> None:
    assert place(f"Snow fell in {name} district.", name).admin2 == "Jāghūrī"


def test_a_word_for_a_district_tells_it_from_the_town_of_its_name() -> None:
    assert place("Three men were held in Gumla district.", "Gumla").basis == "centroid"


def test_a_police_district_is_named_without_the_word() -> None:
    assert [p.name for p in places("A raid in Gumla police district failed.")] == ["Gumla"]


def test_the_police_are_no_town() -> None:
    assert places("The Police arrested two men.") == []


def test_a_village_near_a_place_lies_in_the_district_told_behind_it() -> None:
    village = place("Gunmen killed a teacher at Zorbela near Tondala in Jaghori district.", "Zorbela")
    assert (village.country, village.admin2) == ("AF", unit("Jaghori", "AF").admin2)


def test_a_village_in_a_place_that_a_district_is_named_after_lies_in_that_district() -> None:
    assert place("A bomb went off in Zorbela village in Jaghori in Afghanistan.", "Zorbela").country == "AF"


def test_a_block_is_no_district_of_its_name() -> None:
    text = "Gunmen killed a teacher in Zorbela under Chandrapur block in Rayagada district."
    assert place(text, "Zorbela").admin2 == unit("Rayagada", "IN").admin2


def test_a_name_is_no_small_town_abroad_where_a_district_that_no_gazetteer_holds_is_told_with_it() -> None:
    found = place("Gunmen killed a teacher at Saranda in Xyrland district.", "Saranda")
    assert (found.lat, found.admin2) == (None, "Xyrland")


def test_a_unit_named_after_the_west_of_a_town_is_not_the_town() -> None:
    assert place("Rebels shot a teacher in West Midnapore.", "West Midnapore").admin2 == "Paschim Medinipur"
