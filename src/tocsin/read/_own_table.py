"""Tables of places that users write: CSV files, checked row by row, whose errors name every bad row."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from tocsin.core.errors import InputError
from tocsin.core.vocabulary import csv_rows
from tocsin.read._place_keys import place_key

OwnKind = Literal["town", "admin1", "admin2", "region"]
COLUMNS = ("name", "lat", "lon", "country", "precision_km", "kind", "others")
REQUIRED = COLUMNS[:4]
TOWN_PRECISION_KM = 5.0  # what the gazetteer says of a small town
FARTHEST_KM = 20_000.0
BAD_ROWS_NAMED = 10
SHORTEST_KEY = 2
BEHIND = ""  # the column of a cell behind the last


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """A place that the user added: a point (`kind` "town") or an area, within `precision_km` of `lat` and `lon`."""

    name: str
    lat: float
    lon: float
    country: str
    precision_km: float
    kind: OwnKind = "town"
    others: tuple[str, ...] = ()

    @property
    def identity(self) -> tuple[str, str, float, float]:
        """What tells it from other places: a later row with the same replaces it."""
        return place_key(self.name), self.country, self.lat, self.lon


def places_in(table: Path) -> list[OwnPlace]:
    """Return the places in a CSV file; raise InputError, which tells what is wrong with each bad row, for any."""
    places, bad = list[OwnPlace](), list[str]()
    for line, row in _rows(table):
        try:
            places.append(_place(row))
        except InputError as error:
            bad.append(f"line {line} ({row.get('name') or 'no name'}): {error}")
    if bad:
        more = [f"and {len(bad) - BAD_ROWS_NAMED} more"] * (len(bad) > BAD_ROWS_NAMED)
        raise InputError(f"{table} was not used: {'; '.join([*bad[:BAD_ROWS_NAMED], *more])}")
    return places


def row_of(place: OwnPlace) -> tuple[object, ...]:
    """Return the cells of a place, in the order of `COLUMNS`."""
    return place.name, place.lat, place.lon, place.country, place.precision_km, place.kind, "|".join(place.others)


def _rows(table: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a CSV file by column, each with its line; empty lines and comments (#) are left out."""
    try:
        lines = table.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{table} is no text in UTF-8 (byte {error.start}); save it as CSV in UTF-8") from error
    told = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    header: list[str] = []
    for number, line in told:
        cells = [cell.strip() for cell in next(csv.reader([line]))]
        if header:
            yield number, dict(zip((*header, BEHIND), cells, strict=False))
        else:
            header = _header(table, cells)


def _header(table: Path, names: list[str]) -> list[str]:
    wrong = [f"no column {name!r}" for name in REQUIRED if name not in names]
    wrong += [f"an unknown column {name!r}" for name in names if name not in COLUMNS]
    if wrong:
        raise InputError(
            f"{table} has {', '.join(wrong)}; expected a first line {','.join(COLUMNS)}, of which the first "
            f"{len(REQUIRED)} must be there"
        )
    return names


def _place(row: dict[str, str]) -> OwnPlace:
    """Return the place that a row tells; raise InputError that says what was expected where it tells none."""
    values: dict[str, Any] = {}
    wrong = list[str]()
    if BEHIND in row:
        wrong.append(f"{row[BEHIND]!r} stands behind the last column, expected names with commas in quotes")
    for column, (parse, expected) in CELLS.items():
        cell = row.get(column, "")
        try:
            values[column] = parse(cell)
        except ValueError:
            wrong.append(f"{column} is {cell!r}, expected {expected}")
    if not wrong and values["precision_km"] is None:
        if values["kind"] != "town":
            wrong.append("precision_km is missing, expected the km around the middle within which the area lies")
        values["precision_km"] = TOWN_PRECISION_KM
    if wrong:
        raise InputError(", ".join(wrong))
    return OwnPlace(**values)


def _name(cell: str) -> str:
    if len(place_key(cell)) < SHORTEST_KEY:
        raise ValueError
    return cell


def _within(bound: float) -> Callable[[str], float]:
    def parse(cell: str) -> float:
        number = float(cell)
        if not -bound <= number <= bound:
            raise ValueError
        return number

    return parse


def _country(cell: str) -> str:
    if all(cell != row["code"] for row in csv_rows("countries.csv")):
        raise ValueError
    return cell


def _precision(cell: str) -> float | None:
    number = float(cell) if cell else None
    if number is not None and not 0 < number <= FARTHEST_KM:
        raise ValueError
    return number


def _kind(cell: str) -> str:
    if cell and cell not in get_args(OwnKind):
        raise ValueError
    return cell or "town"


def _others(cell: str) -> tuple[str, ...]:
    return tuple(_name(name.strip()) for name in cell.split("|")) if cell else ()


CELLS: dict[str, tuple[Callable[[str], object], str]] = {
    "name": (_name, "a name"),
    "lat": (_within(90), "degrees from -90 to 90"),
    "lon": (_within(180), "degrees from -180 to 180"),
    "country": (_country, "a country's code such as ML (ISO 3166-1 alpha-2)"),
    "precision_km": (_precision, f"km above 0, at most {FARTHEST_KM:.0f}"),
    "kind": (_kind, f"one of {', '.join(get_args(OwnKind))}"),
    "others": (_others, "names of two letters or more with | between them"),
}
