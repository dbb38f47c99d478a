"""A file of lines, each of which holds the hash of the one before."""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal, get_args

from tocsin.core.checks import require, require_one_of
from tocsin.core.errors import InputError, InvalidNoun, LedgerError

Kind = Literal["forecast", "resolution"]
NOTHING = "0" * 64
ID_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a ledger: the `n`th, written at `made_at` (UTC), after the one with the hash `previous`."""

    n: int
    kind: Kind
    made_at: str
    body: dict[str, Any]
    previous: str
    sha256: str

    def __post_init__(self) -> None:
        require_one_of(self.kind, get_args(Kind), "the kind of an entry")
        require(isinstance(self.body, dict), "the body of an entry is no object")

    @property
    def id(self) -> str:
        """Return the beginning of its hash, which is enough to name it."""
        return self.sha256[:ID_DIGITS]


def entries(ledger: Path) -> tuple[Entry, ...]:
    """Return all entries of a ledger, in order, the chain checked.

    Raises InputError where there is no such file, LedgerError with the line where it was altered or cut.
    """
    try:
        with ledger.open("rb") as stream:
            return tuple(_checked(stream))
    except FileNotFoundError as error:
        raise InputError(f"no ledger {ledger}; tocsin ask --ledger {ledger} begins one") from error


def verify(ledger: Path, *, head: str | None = None) -> str:
    """Return the hash of the last entry, once every line is checked; with `head`, that this entry is still there.

    The chain shows that no line was altered, added in between or taken out. That lines at the end were cut off is seen
    only by a hash that was kept elsewhere: give it as `head`. Raises LedgerError.
    """
    there = entries(ledger)
    if head is not None and not any(entry.sha256.startswith(head) for entry in there):
        raise LedgerError(f"{ledger} has no entry {head}: lines were cut off or written anew")
    return there[-1].sha256 if there else NOTHING


@contextmanager
def appending(ledger: Path) -> Iterator["Pen"]:
    """Return what writes entries at the end of `ledger`, which nobody else can do meanwhile."""
    with ledger.open("a+b") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        stream.seek(0)
        yield Pen(stream, list(_checked(stream)))


class Pen:
    """Writes entries at the end of a ledger that is held."""

    def __init__(self, stream: BinaryIO, there: list[Entry]) -> None:
        self._stream, self.entries = stream, there

    def write(self, kind: Kind, body: dict[str, Any], *, made_at: datetime) -> Entry:
        """Return the entry, which is on the disk then."""
        previous = self.entries[-1].sha256 if self.entries else NOTHING
        told = made_at.astimezone(UTC).isoformat(timespec="seconds")
        facts = {"n": len(self.entries), "kind": kind, "made_at": told, "body": body, "previous": previous}
        entry = Entry(**json.loads(_text(facts)), sha256=_hash(facts))
        self._stream.write(_line(entry))
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self.entries.append(entry)
        return entry


def _checked(stream: BinaryIO) -> Iterator[Entry]:
    previous = NOTHING
    for n, line in enumerate(stream):
        try:
            entry = Entry(**json.loads(line))
        except (ValueError, TypeError, InvalidNoun) as error:
            raise LedgerError(f"line {n + 1} of {stream.name} is no entry of a ledger: {error}") from error
        facts = {key: value for key, value in asdict(entry).items() if key != "sha256"}
        if (entry.n, entry.previous) != (n, previous) or line != _line(entry) or entry.sha256 != _hash(facts):
            raise LedgerError(f"line {n + 1} of {stream.name} was altered, or a line before it was taken out or added")
        previous = entry.sha256
        yield entry


def _hash(facts: dict[str, Any]) -> str:
    return hashlib.sha256(_text(facts).encode()).hexdigest()


def _line(entry: Entry) -> bytes:
    return f"{_text(asdict(entry))}\n".encode()


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
