"""The user's own places: kept in one CSV file in the user's data folder, beside the gazetteer and outliving it."""

import csv
import hashlib
import os
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tocsin.core.errors import InputError, UnknownName
from tocsin.read._own_table import COLUMNS, OwnPlace, places_in, row_of
from tocsin.read._place_keys import place_key

VARIABLE = "TOCSIN_PLACES"
State = tuple[Path, int, int, int] | None
HEADER = "# Places of your own, kept by `tocsin places`.\n"


def places_file() -> Path:
    """Return where the user's places are kept; it may not be there yet."""
    return _file(os.environ.get(VARIABLE), os.environ.get("XDG_DATA_HOME"))


@cache
def _file(named: str | None, data: str | None) -> Path:
    """Return the path that the two variables tell of; made once, since every look-up of a place asks for it."""
    return Path(named) if named else Path(data or Path.home() / ".local" / "share") / "tocsin" / "places.csv"


def own_places() -> tuple[OwnPlace, ...]:
    """Return the places that the user added, by name; raise InputError where the file that keeps them is damaged."""
    return _read(own_state())


def own_state() -> State:
    """Return what tells one state of the user's file from another; None where there is no file."""
    path = places_file()
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return path, found.st_mtime_ns, found.st_size, found.st_ino


def own_digest() -> str:
    """Return a digest of the user's places, the same for the same places; empty where there are none."""
    places = own_places()
    return hashlib.blake2b(repr(places).encode(), digest_size=4).hexdigest() if places else ""


def add_places(table: Path) -> tuple[OwnPlace, ...]:
    """Return which places of the CSV file `table` are new or changed; all of them are now among the user's own.

    Raise InputError, which tells what is wrong with each bad row, for any; nothing is then added.
    """
    told = {place.identity: place for place in places_in(table)}
    if not told:
        raise InputError(f"{table} holds no place; expected a first line {','.join(COLUMNS)} and one for each place")
    before = {place.identity: place for place in own_places()}
    new = tuple(place for place in told.values() if before.get(place.identity) != place)
    if new:
        _keep((before | told).values())
    return new


def remove_places(name: str, *, country: str | None = None) -> tuple[OwnPlace, ...]:
    """Return the user's places called `name` (in `country`), now removed; raise UnknownName if there is none."""
    places = own_places()
    gone = tuple(p for p in places if place_key(p.name) == place_key(name) and country in {None, p.country})
    if not gone:
        where = "" if country is None else f" in {country}"
        raise UnknownName(f"no place {name!r}{where} in {places_file()}; see `tocsin places list`")
    _keep(p for p in places if p not in gone)
    return gone


@cache
def _read(state: State) -> tuple[OwnPlace, ...]:
    return tuple(sorted(places_in(state[0]), key=_order)) if state is not None else ()


def _keep(places: Iterable[OwnPlace]) -> None:
    """Write the user's file: first beside its place, then renamed, so that no reader ever sees half of it."""
    path = places_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with open(handle, "w", encoding="utf-8", newline="") as out:
            out.write(HEADER)
            rows = csv.writer(out, lineterminator="\n")
            rows.writerows([COLUMNS, *(row_of(place) for place in sorted(places, key=_order))])
        os.replace(unfinished, path)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _order(place: OwnPlace) -> tuple[str, str, float, float]:
    return place.identity
