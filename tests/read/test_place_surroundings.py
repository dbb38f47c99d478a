"""The country of a place that no gazetteer holds: the one told with it, else the one that the words around tell."""

import pytest

from make import document
from tocsin.core.values import Place
from tocsin.read import read_places


def place(text: str, name: str) -> Place:
    return next(p for _, p in read_places(document(text=text)) if p.name == name)


def country(text: str, name: str) -> str | None:
    return place(text, name).country


def test_a_village_lies_in_the_country_told_behind_a_comma() -> None:
    text = "Gunmen left Gao and Kidal in Mali on Sunday. They attacked the village of Zorbela, in western Niger."
    assert country(text, "Zorbela") == "NE"


def test_a_village_lies_in_the_country_that_heads_its_section() -> None:
    text = (
        "MALI\n\nGunmen fired on a bus in Gao. Two people died.\n\nNIGER\n\nA bomb hit the village of Zorbela.\n\n"
        "CHAD\n\nNobody was hurt when shots were fired in N'Djamena."
    )
    assert country(text, "Zorbela") == "NE"


def test_a_village_lies_in_the_country_of_the_towns_of_its_sentence_in_a_report_on_two() -> None:
    text = (
        "Officers of Mali and Niger met on Monday.\n\nGunmen crossed from Gao to the village of Zorbela.\n\n"
        "In Niamey shops were shut. Others rode to the village of Tondela and on to Niamey."
    )
    assert (country(text, "Zorbela"), country(text, "Tondela")) == ("ML", "NE")


def test_a_village_told_far_from_other_places_lies_in_the_country_of_the_report() -> None:
    text = (
        "Officials in Gao and Kidal were silent. A minister flew to Paris.\n\nGunmen attacked the village of Zorbela."
    )
    assert country(text, "Zorbela") == "ML"


def test_a_village_of_a_report_that_names_no_country_and_no_town_has_none() -> None:
    assert country("Gunmen attacked the village of Zorbela on Sunday.", "Zorbela") is None


def test_no_point_is_made_up_for_a_place_whose_country_alone_is_known() -> None:
    found = place("Officials in Gao were silent. Gunmen attacked the village of Zorbela.", "Zorbela")
    assert (found.lat, found.lon, found.precision_m, found.basis) == (None, None, None, "quoted")


def test_a_town_lies_in_the_country_whose_people_describe_it() -> None:
    text = "Officers met in Gao and Kidal. The fighters seized Zorbela, the Nigerian fishing town on the lake."
    assert country(text, "Zorbela") == "NG"


@pytest.mark.parametrize(
    "around",
    [
        "Rome and Oslo condemned the raid.",
        "A spokesman told reporters in Oslo that he was sad.",
        "A truce was signed in Oslo on Monday.",
        "Envoys met in Oslo.",
        "The Norwegian army said that it was sad.",
    ],
)
def test_who_speaks_and_where_talks_are_held_do_not_tell_where_a_village_is(around: str) -> None:
    assert country(f"{around} Gunmen burned the village of Zorbela.", "Zorbela") is None


def test_a_people_behind_a_comma_describes_a_village_only_where_it_is_called_one() -> None:
    assert country("Gunmen burned the village of Zorbela, the Norwegian army said.", "Zorbela") is None


def test_a_village_has_no_country_where_three_countries_are_spoken_of_alike() -> None:
    text = "Planes flew to Kenya, to Norway and to Austria.\n\nGunmen burned the village of Zorbela."
    assert country(text, "Zorbela") is None
    assert country(text.replace("Austria", "Kenya"), "Zorbela") == "KE"
