"""The gazetteer: one file, built once, looked up by names however they are spelled."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pyproj import Geod

from tocsin.read._gazetteer import build_gazetteer, gazetteer, gazetteer_path, nationality
from tocsin.read._place_keys import place_key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Al-Hudaydah", "Al Ḩudaydah"),
        ("Ségou", "Segou"),
        ("Sana'a", "Sanaa"),
        ("St. Louis", "Saint Louis"),
        ("El-Arish", "Arish"),
        ("U.S.", "US"),
        ("Deir ez-Zor", "Deir ez Zor"),
    ],
)
def test_spellings_of_one_name_share_a_key(left: str, right: str) -> None:
    assert place_key(left) == place_key(right)


@pytest.mark.parametrize(("left", "right"), [("US", "us"), ("CAR", "Car"), ("Mali", "Somalia"), ("La.", "La")])
def test_names_that_only_look_alike_have_keys_of_their_own(left: str, right: str) -> None:
    assert place_key(left) != place_key(right)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Malian", "ML"), ("Nigerien", "NE"), ("Nigerians", "NG"), ("Britons", "GB"), ("Frenchman", "FR"),
        ("Emirati", "AE"), ("South Sudanese", "SS"), ("Omani", "OM"), ("Burkinabe", "BF"), ("northern", None),
        ("malian", None),
    ],
)  # fmt: skip
def test_a_demonym_tells_the_country(word: str, code: str | None) -> None:
    assert nationality(word) == code


def test_the_most_populous_place_comes_first() -> None:
    towns = [e for e in gazetteer().find("Tripoli") if e.kind == "town"]
    assert [e.country for e in towns][:2] == ["LY", "LB"]


def test_an_unknown_name_has_no_places() -> None:
    assert gazetteer().find("Xyzzyville") == ()


def test_a_look_up_takes_well_under_a_tenth_of_a_millisecond() -> None:
    places = gazetteer()
    with sqlite3.connect(gazetteer_path()) as connection:
        keys = [row[0] for row in connection.execute("SELECT key FROM name WHERE place % 200 = 0 LIMIT 2000")]
    best = min(_seconds(places.find, keys) for _ in range(3))
    assert best / len(keys) < 1e-4


def _seconds(find: object, keys: list[str]) -> float:
    assert callable(find)
    start = time.perf_counter()
    for key in keys:
        find(key)
    return time.perf_counter() - start


@pytest.mark.slow
def test_the_file_is_built_whole_and_no_part_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    build_gazetteer(path)
    assert {p.name for p in tmp_path.iterdir()} == {"places.lock", "places.sqlite"}
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM place WHERE kind = 'town'").fetchone()[0] > 200_000
        assert connection.execute("SELECT count(*) FROM place WHERE kind = 'country'").fetchone()[0] > 240


def test_of_two_that_find_the_file_missing_one_builds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = []

    def slowly(path: Path) -> None:
        built.append(path)
        time.sleep(0.2)
        path.write_text("places")

    monkeypatch.setattr("tocsin.read._gazetteer_build._write", slowly)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(build_gazetteer, [tmp_path / "places.sqlite"] * 2))
    assert len(built) == 1
    assert {p.name for p in tmp_path.iterdir()} == {"places.lock", "places.sqlite"}


@pytest.mark.parametrize(
    ("name", "kind", "lat", "lon", "km"),
    [
        ("Cook County", "admin2", 41.8, -87.8, 40),  # seat Chicago 41.88, -87.63
        ("Lancashire", "admin2", 53.9, -2.6, 60),  # Preston 53.76, -2.70
        ("Africa", "region", 7.19, 21.09, 1),  # GeoNames
        ("Mediterranean", "region", 35.0, 18.0, 500),
        ("Danube", "region", 47.5, 19.05, 500),  # it flows through Budapest
        ("Kosovo", "country", 42.6, 20.9, 60),
        ("Australia", "country", -25.61, 134.355, 60),  # centre of gravity, Geoscience Australia
        ("Texas", "admin1", 31.3, -99.0, 100),
        ("Sask.", "admin1", 54.0, -106.0, 200),
    ],
)
def test_units_seas_rivers_and_continents_have_a_middle(
    name: str, kind: str, lat: float, lon: float, km: float
) -> None:
    best = max((e for e in gazetteer().find(name) if e.kind == kind), key=lambda e: e.population)
    assert Geod(ellps="WGS84").inv(best.lon, best.lat, lon, lat)[2] / 1000 < km


def test_a_county_is_known_by_its_bare_name_as_a_short_one_only() -> None:
    bare = [e for e in gazetteer().find("Rapides") if e.kind == "admin2"]
    whole = [e for e in gazetteer().find("Rapides Parish") if e.kind == "admin2"]
    assert ([e.bare for e in bare], [e.bare for e in whole]) == ([True], [False])


# The centres of area that surveys publish or mark: of the 48 states (National Geodetic Survey), Pustavacs, Niederdorla,
# Piatek, Cerro de los Angeles, Cihost, Nassigny, Aelggi-Alp; of states, those of the United States Geological Survey.
@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("United States", "US", 39.83, -98.58), ("Hungary", "HU", 47.18, 19.50), ("Germany", "DE", 51.16, 10.45),
        ("Poland", "PL", 52.07, 19.48), ("Spain", "ES", 40.31, -3.69), ("Czechia", "CZ", 49.74, 15.34),
        ("France", "FR", 46.54, 2.43), ("Switzerland", "CH", 46.80, 8.23), ("Washington", "US", 47.40, -120.50),
        ("California", "US", 37.17, -119.45), ("Kansas", "US", 38.50, -98.40), ("Texas", "US", 31.40, -99.20),
    ],
)  # fmt: skip
def test_the_middle_of_an_area_is_near_the_published_centre(name: str, country: str, lat: float, lon: float) -> None:
    areas = [e for e in gazetteer().find(name) if e.country == country and e.kind in {"country", "admin1"} and e.main]
    away_m = [Geod(ellps="WGS84").inv(lon, lat, e.lon, e.lat)[2] for e in areas]
    assert min(away_m) < 100_000


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("South Darfur", "admin1", "SD"), ("Lower Shabelle", "admin1", "SO"), ("Kabardino-Balkaria", "admin1", "RU"),
        ("Rhineland-Palatinate", "admin1", "DE"), ("Wardak", "admin1", "AF"), ("Salahuddin", "admin1", "IQ"),
        ("Notts", "admin2", "GB"),
    ],
)  # fmt: skip
def test_a_unit_is_known_by_its_english_name(name: str, kind: str, country: str) -> None:
    assert (kind, country) in {(e.kind, e.country) for e in gazetteer().find(name)}


def test_a_district_in_which_no_town_is_known_stands_in_the_middle_of_its_province_and_has_no_people() -> None:
    (district,) = (e for e in gazetteer().find("Bala Buluk") if e.kind == "admin2")
    (province,) = (e for e in gazetteer().find("Farah") if e.kind == "admin1")
    assert (district.lat, district.lon, district.precision_m) == (province.lat, province.lon, province.precision_m)
    assert district.population == 0


def test_a_district_in_which_no_town_is_known_stands_at_the_town_of_its_name() -> None:
    found = {e.kind: e for e in gazetteer().find("Mossuril") if e.country == "MZ"}
    assert (found["admin2"].lat, found["admin2"].lon) == (found["town"].lat, found["town"].lon)
