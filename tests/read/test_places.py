"""Places: which names are places, which place they stand for, and where it is. Coordinates are from GeoNames."""

from datetime import date

import pytest
from pyproj import Geod

from tocsin.core.document import Document
from tocsin.core.values import Place
from tocsin.read._mentions import PlaceMention
from tocsin.read._parse import parse
from tocsin.read._places import find_places

GAO = (16.27, -0.04)


def mentions(text: str) -> list[PlaceMention]:
    document = Document(
        id="d-1", uri=None, publisher=None, title=None, published=None, language="en", text=text,
        known_at=date(2013, 4, 10),
    )  # fmt: skip
    return find_places(parse(document))


def places(text: str) -> list[Place]:
    return [m.place for m in mentions(text)]


def countries(text: str) -> list[str | None]:
    return [p.country for p in places(text)]


def km_between(place: Place, lat: float, lon: float) -> float:
    assert place.lon is not None
    return float(Geod(ellps="WGS84").inv(place.lon, place.lat, lon, lat)[2]) / 1000


@pytest.mark.parametrize(
    ("text", "name", "country", "lat", "lon"),
    [
        ("Gunmen attacked a market in Gao.", "Gao", "ML", 16.27, -0.04),
        ("Gunmen attacked a hotel in Sousse, Tunisia.", "Sousse", "TN", 35.83, 10.64),
        ("A bomb exploded in Benghazi.", "Benghazi", "LY", 32.12, 20.07),
        ("Shells fell on the town of Derna in Libya.", "Derna", "LY", 32.77, 22.64),
        ("They reached Ar Raqqah, in Syria.", "Ar Raqqah", "SY", 35.95, 39.01),
        ("They were held in Al-Hudaydah.", "Al-Hudaydah", "YE", 14.80, 42.95),
        ("They met in Ouagadougou.", "Ouagadougou", "BF", 12.37, -1.53),
        ("Fighting went on in Kyiv.", "Kyiv", "UA", 50.45, 30.52),
        ("Rebels seized Timbuktu in Mali.", "Timbuktu", "ML", 16.77, -3.01),
    ],
)
def test_a_town_has_the_gazetteers_coordinates(text: str, name: str, country: str, lat: float, lon: float) -> None:
    place = places(text)[0]
    assert (place.name, place.country, place.basis) == (name, country, "gazetteer")
    assert km_between(place, lat, lon) < 3


def test_a_town_is_known_to_about_five_kilometres() -> None:
    assert places("They live in Gao.")[0].precision_m == 5000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighters from Somalia crossed into Kenya.", ["SO", "KE"]),
        ("Fighters from Mali crossed into Niger.", ["ML", "NE"]),
        ("Somalia is not Mali.", ["SO", "ML"]),
        ("Nigeria and Niger closed the crossing.", ["NG", "NE"]),
        ("He died in Niger State, Nigeria.", ["NG", "NG"]),
        ("They fled to Guinea.", ["GN"]),
        ("They fled to Guinea-Bissau.", ["GW"]),
        ("They fled to Equatorial Guinea.", ["GQ"]),
        ("They fled to Papua New Guinea.", ["PG"]),
        ("They fled to the Democratic Republic of Congo.", ["CD"]),
        ("They fled to DR Congo.", ["CD"]),
        ("They fled to the Republic of Congo.", ["CG"]),
        ("They fled to Congo-Brazzaville.", ["CG"]),
        ("They fled from Oman to Romania.", ["OM", "RO"]),
        ("They fled to South Sudan from Sudan.", ["SS", "SD"]),
        ("They fled to North Korea.", ["KP"]),
        ("The army of Georgia fought in Tbilisi.", ["GE", "GE"]),
        ("Police in Atlanta, Georgia, arrested him.", ["US", "US"]),
        ("Troops from Chad and Jordan arrived.", ["TD", "JO"]),
        ("They live in the U.S. and in the UK.", ["US", "GB"]),
        ("They went to Ivory Coast and Burma.", ["CI", "MM"]),
    ],
)
def test_countries_are_matched_as_names_never_as_parts_of_names(text: str, expected: list[str]) -> None:
    assert countries(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton was there.",
        "Chad Smith met Michael Jordan.",
        "Mr Jordan was arrested.",
        "Washington said it was sorry.",
        "He teaches at the University of Paris.",
        "The Niger Delta Avengers blew up a pipe.",
        "Al-Qaeda in the Islamic Maghreb claimed it.",
        "The Malian soldiers fled.",
        "In March they left.",
        "Police fired on the crowd.",
    ],
)
def test_names_of_people_and_organisations_are_not_places(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "country", "lat", "lon"),
    [
        ("Tripoli, Libya, was calm.", "LY", 32.89, 13.19),
        ("They fought in Tripoli, Lebanon.", "LB", 34.43, 35.84),
        ("He lives in Paris.", "FR", 48.85, 2.35),
        ("He lives in Paris, Texas.", "US", 33.66, -95.56),
        ("Lebanese troops entered Tripoli in northern Lebanon.", "LB", 34.43, 35.84),
        ("Libyan officials met in Tripoli.", "LY", 32.89, 13.19),
        ("Spanish police searched a flat in Cordoba, Spain.", "ES", 37.89, -4.78),
        ("Argentine police searched a flat in Cordoba, Argentina.", "AR", -31.41, -64.18),
    ],
)
def test_the_country_of_the_report_decides_between_places_of_one_name(
    text: str, country: str, lat: float, lon: float
) -> None:
    place = places(text)[0]
    assert place.country == country
    assert km_between(place, lat, lon) < 15


def test_a_country_has_its_middle_and_a_radius() -> None:
    place = places("They live in Mali.")[0]
    assert place.basis == "centroid"
    assert place.precision_m is not None
    assert 500_000 < place.precision_m < 800_000


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("It spread over the Sahel.", "Sahel", None),
        ("They control Cyrenaica.", "Cyrenaica", "LY"),
        ("They fought in Fezzan.", "Fezzan", "LY"),
        ("They fought in Darfur.", "Darfur", "SD"),
        ("They fought in northern Sinai.", "northern Sinai", "EG"),
        ("They fought in the Donbas.", "Donbas", "UA"),
        ("They fought in Kashmir.", "Kashmir", None),
        ("They fought in Borno state in Nigeria.", "Borno", "NG"),
    ],
)
def test_regions_and_units_are_known(text: str, name: str, country: str | None) -> None:
    place = places(text)[0]
    assert (place.name, place.country, place.basis) == (name, country, "centroid")


def test_a_unit_word_tells_the_province_from_its_town() -> None:
    town, province = places("They live in Gao. He is the governor of Gao region in Mali.")[:2]
    assert (town.basis, province.basis) == ("gazetteer", "centroid")


@pytest.mark.parametrize(
    ("text", "azimuth", "distance_km"),
    [
        ("A bomb exploded 60 km south of Gao.", 180, 60),
        ("A bomb exploded 100 kilometres north-east of Gao.", 45, 100),
        ("A bomb exploded ten miles west of the town of Gao.", 270, 16.09),
    ],
)
def test_a_bearing_gives_the_point_it_leads_to(text: str, azimuth: float, distance_km: float) -> None:
    mention = mentions(text)[0]
    lon, lat, _ = Geod(ellps="WGS84").fwd(-0.04472, 16.27167, azimuth, distance_km * 1000)
    assert km_between(mention.place, lat, lon) < 1
    assert mention.place.basis == "relative"
    assert mention.place.precision_m is not None
    assert mention.place.precision_m > 5000
    assert mention.tokens.text.endswith("Gao")
    assert mention.tokens.text.split()[0] in {"60", "100", "ten"}


@pytest.mark.parametrize("words", ["near", "outside", "close to", "on the outskirts of"])
def test_near_a_town_is_the_town_with_a_wider_radius(words: str) -> None:
    place = places(f"A bomb exploded {words} Gao.")[0]
    assert place.basis == "relative"
    assert km_between(place, *GAO) < 1
    assert place.precision_m is not None
    assert place.precision_m >= 10_000


def test_between_two_towns_is_their_middle() -> None:
    place = places("A boat sank between Sirte and Misrata in Libya.")[0]
    assert abs(km_between(place, 31.209, 16.589) - km_between(place, 32.375, 15.093)) < 2
    assert place.basis == "relative"


@pytest.mark.parametrize(
    ("text", "name", "lat", "lon"),
    [
        ("Mali sent troops to the border with Niger.", "Niger-Mali border", 15.5, 3.0),
        ("Tunisia closed the Libyan border.", "Libya-Tunisia border", 31.8, 10.5),
        ("They were seen on the border between Algeria and Tunisia.", "Algeria-Tunisia border", 34.0, 8.3),
    ],
)
def test_a_border_lies_between_its_two_countries(text: str, name: str, lat: float, lon: float) -> None:
    place = next(p for p in places(text) if "border" in p.name)
    assert place.name == name
    assert km_between(place, lat, lon) < 150


@pytest.mark.parametrize(
    ("text", "name", "site"),
    [
        ("The Tiguentourine gas plant near In Amenas was seized.", "In Amenas", "The Tiguentourine gas plant"),
        ("Rockets hit the airport in Benghazi.", "Benghazi", "the airport"),
        ("He fled the al-Furusiya district of Tripoli in Libya.", "Tripoli", "the al-Furusiya district"),
        ("Shots were heard at Gao airport.", "Gao", "Gao airport"),
    ],
)
def test_a_site_takes_the_place_it_is_in_with_a_wider_radius(text: str, name: str, site: str) -> None:
    mention = mentions(text)[0]
    assert (mention.place.name, mention.site) == (name, site)
    assert mention.place.precision_m is not None
    assert mention.place.precision_m >= 10_000


@pytest.mark.parametrize(
    "text", ["They live in the village of Bourakabu in Mali.", "They fled Bourakabu village in Mali."]
)
def test_a_village_that_no_gazetteer_holds_has_a_name_and_no_coordinates(text: str) -> None:
    place = next(p for p in places(text) if p.name == "Bourakabu")
    assert (place.basis, place.lat, place.country) == ("quoted", None, "ML")


def test_a_dateline_in_capitals_is_a_place() -> None:
    assert places("GAO, Mali (Wire) - Five people died.")[0].name == "Gao"


def test_no_place_is_made_up_where_none_is_named() -> None:
    assert places("The army attacked the rebels at dawn and killed five of them.") == []


def test_a_name_that_only_a_village_of_a_country_not_spoken_of_bears_is_no_place() -> None:
    text = "In Libya, in Sabha, in Kufra and in Tripoli, clashes broke out between Tubu and their neighbours."
    assert "CN" not in countries(text)


def test_a_name_behind_at_or_near_is_a_place_that_no_gazetteer_holds() -> None:
    found = places("In Cameroon gunmen attacked a camp at Qirwazzu, 20 km from the frontier.")
    assert [(p.name, p.country, p.lat) for p in found if p.name == "Qirwazzu"] == [("Qirwazzu", "CM", None)]


def test_a_day_or_an_organisation_behind_near_is_no_place() -> None:
    assert not {"Easter", "Ramadan"} & {
        p.name for p in places("It was near Easter, or at Ramadan, that they met in Mali.")
    }


def test_a_place_found_by_its_context_is_found_again_behind_a_preposition() -> None:
    found = [p.name for p in places("Planes bombed the village of Qirwazzu. In Qirwazzu nobody slept.")]
    assert found.count("Qirwazzu") == 2


IN_NIGER = "The authorities in Niamey, Niger, said troops were sent from Zinder and Agadez."


def test_a_namesake_in_a_country_that_the_report_is_silent_about_is_not_taken() -> None:
    found = [p for p in places(f"{IN_NIGER} Gunmen killed ten people in Cowdenbeath.") if p.name == "Cowdenbeath"]
    assert [(p.country, p.lat, p.basis) for p in found] == [("NE", None, "quoted")]


def test_a_namesake_is_taken_where_the_report_tells_its_country() -> None:
    assert "GB" in countries(f"{IN_NIGER} A man was held in Cowdenbeath, Scotland.")


def test_a_name_behind_in_that_no_gazetteer_holds_is_a_place_and_nobody() -> None:
    found = [p for p in places(f"{IN_NIGER} Fighting went on in Khor Xyzzy.") if p.name == "Khor Xyzzy"]
    assert [(p.country, p.lat) for p in found] == [("NE", None)]


def test_a_name_that_goes_on_behind_an_article_is_not_that_of_its_first_word() -> None:
    assert "Gao" not in {p.name for p in places("Fighting went on in Gao al-Xyzzy on Sunday.")}


def test_a_second_order_unit_is_known_behind_in_where_the_report_is_about_its_country() -> None:
    text = "Burkina Faso has sent troops. They are in Yagha now."
    assert ("Yagha", "BF", "centroid") in {(p.name, p.country, p.basis) for p in places(text)}


def test_a_place_that_no_gazetteer_holds_is_in_the_country_of_most_towns_told_whoever_was_hurt() -> None:
    text = (
        "France said the French climber was free. The French president thanked the French army. "
        "Gunmen had taken him near Khor Xyzzy. He was driven from Tizi Ouzou. He lived in Bouira."
    )
    assert [p.country for p in places(text) if p.name == "Khor Xyzzy"] == ["DZ"]


@pytest.mark.parametrize(
    ("text", "words", "lat", "lon", "km"),
    [
        ("Gunmen hid in Rasma, a village 40 km south of Gao.", "Rasma, a village 40 km south of Gao", 15.91, -0.04, 5),
        ("Gunmen raided the village of Rasma, near Gao.", "Rasma, near Gao", *GAO, 5),
        ("Gunmen raided the village of Rasma near Gao.", "Rasma near Gao", *GAO, 5),
    ],
)  # fmt: skip
def test_a_village_that_no_gazetteer_holds_is_where_an_apposition_tells(text, words, lat, lon, km):
    (mention,) = [m for m in mentions(text) if m.place.name == "Rasma"]
    assert (mention.place.basis, mention.place.country, mention.tokens.text) == ("relative", "ML", words)
    assert km_between(mention.place, lat, lon) < km


def test_a_village_has_no_point_by_what_another_clause_tells():
    (place,) = [p for p in places("Gunmen raided the village of Rasma. A bomb went off near Gao.") if p.name == "Rasma"]
    assert (place.lat, place.lon) == (None, None)
    (place,) = [
        p for p in places("Gunmen left the village of Rasma, and a bomb went off near Gao.") if p.name == "Rasma"
    ]
    assert (place.lat, place.lon) == (None, None)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("They met in Dar es Salaam.", "Dar es Salaam", "TZ"),
        ("A strike shut shops in Port-au-Prince.", "Port-au-Prince", "HT"),
        ("Three were abducted near Mazar-e Sharif.", "Mazar-e Sharif", "AF"),
        ("Police searched a house in Stoke-on-Trent.", "Stoke-on-Trent", "GB"),
    ],
)
def test_small_words_inside_a_name_are_a_part_of_it(text: str, name: str, country: str) -> None:
    assert [(p.name, p.country) for p in places(text)] == [(name, country)]


def test_congo_alone_is_the_larger_state_unless_the_report_is_about_the_smaller() -> None:
    assert countries("Fighting went on in Congo.") == ["CD"]
    assert (
        countries("Brazzaville was calm. Gunmen attacked a train near Pointe-Noire. It was the first in Congo.")[-1]
        == "CG"
    )


def test_another_name_of_a_small_town_abroad_is_none_where_its_country_is_not_spoken_of_around() -> None:
    about = "Mobs burnt houses in Osh and Jalal-Abad in Kyrgyzstan. Nobody in Kyrgyzstan slept. Russia sent no troops."
    found = places(f"{about}\n\nMen attacked the village of Nariman on Sunday.")  # the other name of a town in Russia
    assert [(p.country, p.basis) for p in found if p.name == "Nariman"] == [("KG", "quoted")]


def test_a_town_heads_its_paragraph_with_a_night_behind_it() -> None:
    text = "Donetsk, night of 16 April: Men took the city hall.\n\nA leader of the Donetsk Brigades said no."
    assert places(text)[0].name == "Donetsk"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels in Mali overran Zorbela, a fishing town on the river, on Sunday.",
        "Planes over Mali bombed Zorbela, a village of herders.",
        "Rockets were fired at the Zorbela plant on Friday.",
        "Gao, 9 May: Two died.\n\nZorbela, 10 May: One died.\n\nKidal, 11 May: Nobody died.",
        "Gao, 9 Feb. Two died.\n\nZorbela, 10 Feb. One died.\n\nKidal, 11 Feb. Nobody died.",
    ],
)
def test_a_name_that_no_gazetteer_holds_is_a_place_where_only_a_place_can_be_called_so(text: str) -> None:
    assert [p.basis for p in places(text) if p.name == "Zorbela"] == ["quoted"]


@pytest.mark.parametrize(
    "text",
    [
        "Ahmed Zorbela, a town councillor, was shot in Gao.",
        "Al-Zorbela, the city club, lost in Gao.",
        "Officers met Moussa Zorbela, the port director, in Gao.",
        "Gao, 9 May: Two died.\n\nKidal, 11 May: Nobody died.\n\nCasualties: two.",
    ],
)
def test_somebody_told_beside_a_word_for_a_town_and_a_plain_heading_are_no_places(text: str) -> None:
    assert {p.name for p in places(text)} <= {"Gao", "Kidal"}


def test_what_troops_are_driven_out_of_is_a_place() -> None:
    assert countries("Troops were pushed out of Gamboru at the start of the year.") == ["NG"]


def test_a_part_of_any_city_that_heads_a_paragraph_is_no_town_of_that_name() -> None:
    assert "Downtown" not in {p.name for p in places("Gao, 9 May: Two died.\n\nDowntown: Police fired at a crowd.")}
