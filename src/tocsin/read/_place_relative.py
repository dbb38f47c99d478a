"""Places told by their bearing to a named one: so far from it, near it, off its coast, on a border."""

from dataclasses import dataclass
from functools import cache

from pyproj import Geod

from tocsin.core.vocabulary import csv_rows, toml_table
from tocsin.read._gazetteer import Entry
from tocsin.read._numerals import numeral_at
from tocsin.read._words import Words

LONGEST_NEAR = 4
VAGUE_DIRECTION_M = 50_000
BEARING_SLACK = 0.35
JOINTS = frozenset({"of", "from", "outside", "to", "away"})
SETTLEMENT_WORDS = frozenset(
    {"the", "town", "city", "village", "capital", "of", "port", "northern", "southern", "eastern", "western", "central"}
)


@dataclass(frozen=True, slots=True)
class Bearing:
    """Where the wording before a name starts, and the point and radius it leads to."""

    start: int
    lat: float
    lon: float
    precision_m: int


def bearing_of(words: Words, start: int, entry: Entry) -> Bearing | None:
    """Return what the words before the name at token `start` make of it ("60 km south of Gao"), None for nothing."""
    if entry.kind in {"country", "region"}:
        return _off_coast(words, start, entry)
    first = start
    while first > 0 and words.lower[first - 1] in SETTLEMENT_WORDS and not _is_joint(words, first - 1):
        first -= 1
    return _measured(words, first, entry) or _near(words, first, entry) or _near(words, start, entry)


def _is_joint(words: Words, at: int) -> bool:
    """Return whether "of" belongs to a direction or distance, not to "the town of"."""
    return words.lower[at] == "of" and words.at(at - 1) not in SETTLEMENT_WORDS


def _measured(words: Words, start: int, entry: Entry) -> Bearing | None:
    """Return "60 km south of X", "60 km from X" and "south of X"."""
    table = toml_table("places.toml")
    at = start - 1
    while at >= 0 and words.lower[at] in JOINTS:
        at -= 1
    if at == start - 1 or at < 0:
        return None
    azimuth, at = _direction(words, at)
    at -= words.at(at) in {"to", "the", "due"} and azimuth is not None
    unit = table["distances"].get(words.at(at))
    if unit is None:
        return _vague(at + 1, azimuth, entry)
    number = _number_before(words, at)
    if number is None:
        return None
    return _moved(number[0], number[1] * unit, azimuth, entry)


def _direction(words: Words, at: int) -> tuple[float | None, int]:
    """Return the bearing told by the word or hyphenated words that end at a token, and the token before them."""
    table = toml_table("places.toml")["directions"]
    if words.at(at - 1) in {"-", "–"} and (joined := f"{words.at(at - 2)}-{words.at(at)}") in table:
        return table[joined], at - 3
    azimuth = table.get(words.at(at))
    return azimuth, at - (azimuth is not None)


def _vague(start: int, azimuth: float | None, entry: Entry) -> Bearing | None:
    if azimuth is None:
        return None
    return Bearing(start, entry.lat, entry.lon, entry.precision_m + VAGUE_DIRECTION_M)


def _number_before(words: Words, unit: int) -> tuple[int, int] | None:
    """Return first token and value of the number that ends right before the token `unit`."""
    for start in range(max(unit - 4, 0), unit):
        numeral = numeral_at(words.lower, start)
        if numeral is not None and numeral.end == unit and numeral.low is not None:
            return start, numeral.low
    return None


def _moved(start: int, distance_m: float, azimuth: float | None, entry: Entry) -> Bearing:
    if azimuth is None:
        return Bearing(start, entry.lat, entry.lon, round(entry.precision_m + distance_m) or 1)
    lon, lat, _ = _geod().fwd(entry.lon, entry.lat, azimuth, distance_m)
    return Bearing(start, round(lat, 4), round(lon, 4), round(entry.precision_m + distance_m * BEARING_SLACK))


def _near(words: Words, start: int, entry: Entry) -> Bearing | None:
    table: dict[str, int] = toml_table("places.toml")["near"]
    for length in range(min(LONGEST_NEAR, start), 0, -1):
        radius_km = table.get(" ".join(words.lower[start - length : start]))
        if radius_km is not None:
            return Bearing(start - length, entry.lat, entry.lon, max(entry.precision_m, radius_km * 1000))
    return None


def _off_coast(words: Words, start: int, entry: Entry) -> Bearing | None:
    found = _near(words, start - (words.at(start - 1) == "the"), entry)
    return found if found is not None and words.lower[found.start] == "off" else None


def midpoint(left: Entry, right: Entry) -> tuple[float, float, int]:
    """Return latitude, longitude and radius in metres of what lies between two places."""
    azimuth, _, distance_m = _geod().inv(left.lon, left.lat, right.lon, right.lat)
    lon, lat, _ = _geod().fwd(left.lon, left.lat, azimuth, distance_m / 2)
    return round(lat, 4), round(lon, 4), max(round(distance_m / 2), left.precision_m, right.precision_m)


def border(left: str, right: str) -> tuple[float, float, int] | None:
    """Return latitude, longitude and radius in metres of the border of two countries, None if they share none."""
    return _borders().get((min(left, right), max(left, right)))


@cache
def _borders() -> dict[tuple[str, str], tuple[float, float, int]]:
    rows = csv_rows("borders.csv")
    return {(r["left"], r["right"]): (float(r["lat"]), float(r["lon"]), int(r["radius_km"]) * 1000) for r in rows}


@cache
def _geod() -> Geod:
    return Geod(ellps="WGS84")
