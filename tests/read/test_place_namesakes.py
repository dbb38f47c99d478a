"""Names that the gazetteer has only in countries that a report is not about: which are places of its own country."""

import pytest
from tests.make import document

from tocsin.read import read_places

IN_NIGER = "The authorities in Niamey, Niger, said troops were sent from Zinder and Agadez."


def told(name: str, text: str) -> list[tuple[str | None, str]]:
    """Return country and basis of each place of that name, in a report on Niger."""
    found = read_places(document(text=f"{IN_NIGER} {text}", publisher=None))
    return [(place.country, place.basis) for _, place in found if place.name == name]


def test_a_small_town_far_off_is_a_place_of_the_report_s_country_that_the_gazetteer_lacks() -> None:
    assert told("Cowdenbeath", "Gunmen attacked the police station of Cowdenbeath.") == [("NE", "quoted")]


@pytest.mark.parametrize(
    ("name", "country", "text"),
    [
        ("Chicago", "US", "In Chicago a man was shot dead."),
        ("New York", "US", "A man was shot dead in New York."),
        ("Novomoskovsk", "RU", "Gunmen attacked the police station of Novomoskovsk."),
        ("Fallujah", "IQ", "The commander had been wounded in Fallujah."),
        ("Cowdenbeath", "GB", "A Briton was shot dead in Cowdenbeath."),
        ("Sokoto", "NG", "Gunmen attacked the police station of Sokoto."),
        ("Canberra", "AU", "A man was shot dead in Canberra."),
    ],
)
def test_a_place_abroad_is_meant_where_it_is_large_or_near_or_its_country_is_spoken_of(
    name: str, country: str, text: str
) -> None:
    assert [found for found, _ in told(name, text)] == [country]


def test_what_follows_a_name_tells_its_country_only_where_one_of_that_name_is_there() -> None:
    assert told("Cowdenbeath", "Gunmen killed ten people in Cowdenbeath, Tahoua.") == [("NE", "quoted")]


def test_a_name_told_once_with_its_country_is_that_place_wherever_it_is_told() -> None:
    text = "A man was held in Cowdenbeath, Scotland. Others died in Cowdenbeath, police said."
    assert [country for country, _ in told("Cowdenbeath", text)] == ["GB", "GB"]


def test_whose_something_is_behind_in_names_no_county() -> None:
    assert (
        told("Somervell", "People marched in Somervell's support on Friday, an American said in the United States.")
        == []
    )


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("Cesar", "His son Cesar was a policeman. He was shot dead in Zinder.", []),
        ("Zinder", "His son in Zinder was a policeman.", ["NE", "NE"]),
        ("Green", "Three shells fell in the Green Zone of Niamey.", []),
        ("Supreme", "The party lodged a petition at the Supreme Court.", []),
        ("Sunday", "A police officer counted ten dead; by Sunday community leaders counted twelve.", []),
        ("Cowdenbeath", "There were clashes between Cowdenbeath and Agadez men.", []),
        ("Cowdenbeath", "There were clashes in Cowdenbeath and Agadez.", ["NE"]),
    ],
)
def test_kin_courts_colours_and_days_are_no_places(name: str, text: str, read: list[str]) -> None:
    assert [country for country, _ in told(name, text)] == read
