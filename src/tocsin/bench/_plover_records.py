"""The PLOVER gold standard records: sentences, each with the type of its event, who did it and to whom."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from tocsin.bench._halves import Half, half_of
from tocsin.core.errors import InputError
from tocsin.core.values import EventType
from tocsin.core.vocabulary import toml_table

FILE = Path("gold_standard_records") / "PLOVER_GSR_CAMEO.txt"
LARGEST_FILE_BYTES = 50_000_000
NO_EVENT = "DOCUMENT"  # a record that tells about the file


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverRecord:
    """One sentence with its event; actors as the sentence names them."""

    id: str
    text: str
    type: EventType
    sources: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def half(self) -> Half:
        """The half that the record is in: by a hash of its text, so that what is there twice is in one half."""
        return half_of(self.text)


def plover_records(data: Path) -> tuple[PloverRecord, ...]:
    """Return the records in the folder `data`; raise InputError where the file is missing or holds something else."""
    path = data / FILE
    if not path.is_file():
        raise InputError(f"{path} is missing; expected the folder of the PLOVER repository, with {FILE} in it")
    if path.stat().st_size > LARGEST_FILE_BYTES:
        raise InputError(f"{path} has more than {LARGEST_FILE_BYTES} bytes; expected PLOVER gold standard records")
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: not JSON ({error})") from error
    if not isinstance(rows, list):
        raise InputError(f"{path}: expected a list of PLOVER gold standard records")
    return tuple(_records(rows, path))


def _records(rows: list[Any], path: Path) -> Iterator[PloverRecord]:
    for n, row in enumerate(rows, start=1):
        if not isinstance(row, dict) or "event" not in row:
            raise InputError(f"{path}, record {n}: expected an object with event")
        if row["event"] != NO_EVENT:
            yield _record(row, f"{path}, record {n}")


def _record(row: dict[str, Any], where: str) -> PloverRecord:
    type_ = _renamed().get(row["event"], row["event"])
    if type_ not in get_args(EventType):
        raise InputError(f"{where}: no type of PLOVER: {row['event']!r}")
    try:
        return PloverRecord(
            id=str(row["id"]),
            text=str(row["text"]),
            type=type_,
            sources=_actors(row.get("source")),
            targets=_actors(row.get("target")),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{where}: expected id, text, source and target ({error})") from error


def _actors(listed: object) -> tuple[str, ...]:
    """Return the actors as named; an empty text stands where there is none."""
    actors = listed if isinstance(listed, list) else []
    return tuple(str(a["actorText"]) for a in actors if a.get("actorText"))


@cache
def _renamed() -> dict[str, EventType]:
    table: dict[str, EventType] = toml_table("plover.toml")["renamed"]
    return table
