"""Where a publisher is at home, by its name or address."""

import pytest

from tocsin.read._gazetteer import gazetteer
from tocsin.read._publishers import country_of, homes_of


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("Timbuktu Times", "Timbuktu"),
        ("timbuktutimes.com", "Timbuktu"),
        ("www.thetimbuktuherald.co.uk", "Timbuktu"),
        ("lasvegasdaily.example.com", "Las Vegas"),
        ("timbuktu.com", "Timbuktu"),
    ],
)
def test_a_publisher_is_at_home_where_it_is_named_after(publisher: str, name: str) -> None:
    assert homes_of(publisher, gazetteer())[0].name == name


@pytest.mark.parametrize(
    "publisher", [None, "The Herald", "dailynews.com", "star-telegram.com", "Reuters", "Sahel Wire", "Mali Times"]
)
def test_a_publisher_that_no_place_is_in_the_name_of_has_no_home(publisher: str | None) -> None:
    assert homes_of(publisher, gazetteer()) == ()


@pytest.mark.parametrize(
    ("publisher", "code"),
    [("news.ml", "ML"), ("news.co.uk", "GB"), ("news.tv", None), ("Gao Times", None), (None, None)],
)
def test_the_ending_of_an_address_tells_the_country(publisher: str | None, code: str | None) -> None:
    assert country_of(publisher) == code
