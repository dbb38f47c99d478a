"""Event tables in, event rows and issues out, one at a time."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tocsin.collect._cells import Cells
from tocsin.collect._format import Unusable, issue
from tocsin.collect._table_rows import RowReader, acled_row, gtd_row, ucdp_row
from tocsin.collect._table_text import MAX_TABLE_BYTES, is_broken, lines, mended, table_text
from tocsin.core.errors import InputError, InvalidNoun
from tocsin.core.event import EventRow
from tocsin.core.issue import Issue
from tocsin.core.vocabulary import toml_table
from tocsin.registry import Registry

CANDIDATE = re.compile(r"(?i)candidate|v\d+[._]0[._]\d+")
MAX_TABLE_ISSUES = 1000
"""A table with more bad rows than this is another table than it seems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTable:
    """A kind of event table: its columns (data/event_tables.toml) and what makes a row of cells an event."""

    name: str
    row: RowReader

    def columns(self, part: str) -> list[str]:
        """Return the names of the columns in `part`: columns (in order), signature, used or ignored."""
        words: str = toml_table("event_tables.toml")[self.name][part]
        return words.split()

    @property
    def missing(self) -> frozenset[str]:
        """What stands for unknown."""
        return frozenset(toml_table("event_tables.toml")[self.name]["missing"])


EVENT_TABLES: Registry[EventTable] = Registry(
    "event table",
    {
        "ucdp": lambda: EventTable(name="ucdp", row=ucdp_row),
        "acled": lambda: EventTable(name="acled", row=acled_row),
        "gtd": lambda: EventTable(name="gtd", row=gtd_row),
    },
)


@dataclass(slots=True)
class _Reading:
    """One table being read."""

    path: Path
    table: EventTable
    header: list[str]
    line: int = 1
    n_issues: int = 0
    where: dict[str, int] = field(default_factory=dict)

    def issue(self, what: str, hint: str) -> Issue:
        """Return the issue of the line at hand; raise InputError if there were too many before."""
        self.n_issues += 1
        if self.n_issues > MAX_TABLE_ISSUES:
            raise InputError(f"{self.path}: more than {MAX_TABLE_ISSUES} rows cannot be used, the last because {what}")
        return issue(f"{self.path}:{self.line}", what, hint)


def events(
    path: str | Path, *, table: str | None = None, max_bytes: int = MAX_TABLE_BYTES
) -> Iterator[EventRow | Issue]:
    """Yield the events of the table in `path` (CSV or a zip with one), and an Issue for each row or column not used.

    The kind of table is told by its columns, or by `table`, a name of EVENT_TABLES. A UCDP file needs no header. Raises
    InputError where the kind cannot be told, a needed column is missing, or `max_bytes` are exceeded, and UnknownName.
    """
    with table_text(Path(path), max_bytes=max_bytes) as text:
        rows = lines(text)
        line, first = next(rows, (0, []))
        if isinstance(first, csv.Error) or not first:
            raise InputError(f"{path} is empty or no table; expected a CSV file with one event a line")
        reading = _begun(Path(path), first, table)
        yield from _column_issues(reading)
        if reading.header is not first:
            yield from _row(reading, line, first)
        for line, row in rows:
            yield from _row(reading, line, row)


def _begun(path: Path, first: list[str], name: str | None) -> _Reading:
    """Return the reading of a table that begins with the row `first`."""
    names = [cell.strip().strip('\ufeff"').casefold() for cell in first]
    for kind in [EVENT_TABLES.make(name)] if name else map(EVENT_TABLES.make, EVENT_TABLES):
        lacking = set(kind.columns("signature")) - set(names)
        header = first if not lacking else kind.columns("columns")
        if not lacking or _fits(header, first):
            ordered = names if not lacking else header
            return _Reading(path, kind, header, where={column: i for i, column in reversed([*enumerate(ordered)])})
        if name:
            raise InputError(f"{path} lacks columns of {name}: {', '.join(sorted(lacking))}")
    known = "; ".join(f"{k}: {', '.join(EVENT_TABLES.make(k).columns('signature'))}" for k in EVENT_TABLES)
    raise InputError(
        f"{path} is no event table that is known; its columns are {', '.join(names[:8])}. Known are {known}"
    )


def _fits(header: list[str], first: list[str]) -> bool:
    """Return whether `first` is an event of a table without a header."""
    if not header or len(first) != len(header):
        return False
    cells = dict(zip(header, first, strict=True))
    return cells["id"].strip().isdecimal() and cells["type_of_violence"].strip() in {"1", "2", "3"}


def _column_issues(reading: _Reading) -> Iterator[Issue]:
    known = {*reading.table.columns("used"), *reading.table.columns("ignored"), *reading.table.columns("columns")}
    for column in reading.where:
        if column not in known:
            yield reading.issue(
                f"column {column!r} is not known to {reading.table.name} and is not used", "none is needed"
            )
    for column in reading.table.columns("used"):
        if column not in reading.where:
            yield reading.issue(
                f"column {column!r} is missing; its values are unknown", "export the table with all columns"
            )


def _row(reading: _Reading, line: int, row: list[str] | csv.Error) -> Iterator[EventRow | Issue]:
    reading.line = line
    if isinstance(row, csv.Error):
        yield reading.issue(f"the line is no row: {row}", "look for a quotation mark that is not closed")
        return
    if len(row) != len(reading.header):
        hint = "the file may have been cut off; download it again"
        yield reading.issue(f"{len(row)} cells where {len(reading.header)} are expected", hint)
        return
    if is_broken(row):
        row = [mended(cell) for cell in row]
        yield reading.issue("the line is not UTF-8; read as Windows-1252", "save the table as UTF-8")
    yield from _converted(reading, row)


def _converted(reading: _Reading, row: list[str]) -> Iterator[EventRow | Issue]:
    cells = Cells(reading.where, row, reading.table.missing)
    try:
        event = reading.table.row(cells, _source(reading))
    except Unusable as bad:
        yield reading.issue(bad.what, bad.hint)
        return
    except (InvalidNoun, ValueError, OverflowError) as bad:
        yield reading.issue(str(bad), "correct or leave out the row")
        return
    for note in cells.notes:
        yield reading.issue(note, "the row is used otherwise")
    yield event


def _source(reading: _Reading) -> str:
    if reading.table.name != "ucdp":
        return reading.table.name
    return "ucdp-candidate" if CANDIDATE.search(reading.path.name) else "ucdp-ged"
