"""The incidents of a record in short, by country and day: what a report's own comparison of events is held against."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from tocsin.core.claim import Claim
from tocsin.core.record import Incident
from tocsin.core.shelf import Scratch, Shelf
from tocsin.core.values import Place, When
from tocsin.link._reports import Reports
from tocsin.link._spots import Spot, spot
from tocsin.link._traits import is_attack

T = TypeVar("T")
Ints = NDArray[np.integer[Any]]
# The greatest toll that is told apart from a greater one: what eight bytes hold.
MOST_KILLED = 2**63 - 1
NOT_TOLD = -1
# Comparisons come report by report, and a report compares the same few dozen incidents.
INCIDENTS_HELD = 200


class Known(NamedTuple):
    """An incident in short, as one of a series: 30 bytes.

    `place` is the number of the place where it was, `killed` NOT_TOLD where that is not told, `only` the report that
    alone tells of it, by its number, NOT_TOLD for several reports.
    """

    first: int
    last: int
    number: int
    killed: int
    kind: int
    place: int
    only: int


COLUMNS = ("i", "i", "I", "q", "H", "I", "i")


class Rows(NamedTuple):
    """Incidents of one series in short, field by field as in `Known`, in the order of their first day."""

    first: Ints
    last: Ints
    number: Ints
    killed: Ints
    kind: Ints
    place: Ints
    only: Ints

    @property
    def n(self) -> int:
        """How many there are."""
        return len(self.number)

    def where(self, wanted: NDArray[np.bool_] | slice) -> "Rows":
        """Return those that are wanted, in order."""
        return Rows._make(column[wanted] for column in self)


NONE = Rows._make(np.zeros(0, dtype=code) for code in COLUMNS)


class Series:
    """Incidents of one country and of one kind of series."""

    def __init__(self) -> None:
        self._columns, self._rows = [array(code) for code in COLUMNS], NONE

    def add(self, known: Known) -> None:
        """Add `known`."""
        for column, value in zip(self._columns, known, strict=True):
            column.append(value)

    def close(self, incidents: Shelf[Incident]) -> None:
        """Put all in the order of their first day, those of one day by their ids in `incidents`; add none after it."""
        first, _, number, *_ = self._columns
        order = sorted(range(len(first)), key=lambda i: (first[i], incidents.id(number[i])))
        self._rows, self._columns = Rows._make(np.array(column)[order] for column in self._columns), []

    def between(self, first: int, last: int) -> Rows:
        """Return those that began in `[first, last]`, in order."""
        days = self._rows.first
        return self._rows.where(slice(int(np.searchsorted(days, first)), int(np.searchsorted(days, last, "right"))))


@dataclass(slots=True, kw_only=True)
class Chronicle:
    """The incidents of a record by number, and by country and kind of series.

    `look` returns the incident of a number; those looked at last are held. Which incidents the reports that compare
    tell of is on disk. `places` and `kinds` are numbered; `spots` are the places by number.
    """

    incidents: Shelf[Incident]
    look: Callable[[int], Incident]
    reports: Reports
    scratch: Scratch
    series: dict[tuple[str, str], Series] = field(default_factory=dict)
    places: dict[Spot, int] = field(default_factory=dict)
    spots: list[Spot] = field(default_factory=list)
    kinds: dict[tuple[str, str | None], int] = field(default_factory=dict)

    def of_event(self, document: str, event: str) -> int | None:
        """Return the number of the incident that an event of a report which compares was joined into."""
        query = "SELECT number FROM told_events WHERE document = ? AND event = ?"
        row = self.scratch.sql.execute(query, (document, event)).fetchone()
        return None if row is None else int(row[0])

    def of_document(self, document: str) -> list[int]:
        """Return the numbers of the incidents that a report which compares tells of."""
        query = "SELECT number FROM told_incidents WHERE document = ? ORDER BY number"
        return [number for (number,) in self.scratch.sql.execute(query, (document,))]


def chronicle(scratch: Scratch, incidents: Shelf[Incident], reports: Reports) -> Chronicle:
    """Return a chronicle without entries, for comparisons that `reports` make."""
    events = "document TEXT, event TEXT, number INTEGER, PRIMARY KEY (document, event)"
    scratch.sql.execute(f"CREATE TABLE told_events ({events}) WITHOUT ROWID")
    told = "document TEXT, number INTEGER, PRIMARY KEY (document, number)"
    scratch.sql.execute(f"CREATE TABLE told_incidents ({told}) WITHOUT ROWID")
    look = lru_cache(maxsize=INCIDENTS_HELD)(incidents.number)
    return Chronicle(incidents=incidents, look=look, reports=reports, scratch=scratch)


def enter(kept: Chronicle, incident: Incident, number: int, told: Iterable[Claim]) -> None:
    """Add the incident of that number, which the claims `told` tell of."""
    comparing = {document for document in incident.documents if kept.reports[document].comparisons}
    events = ((*event, number) for event in {(c.document, c.event) for c in told if c.document in comparing})
    kept.scratch.sql.executemany("INSERT OR REPLACE INTO told_events VALUES (?, ?, ?)", events)
    documents = ((document, number) for document in comparing)
    kept.scratch.sql.executemany("INSERT OR REPLACE INTO told_incidents VALUES (?, ?)", documents)
    if incident.where is not None and incident.where.country is not None and first_day(incident):
        name = (incident.where.country, series_of(incident))
        kept.series.setdefault(name, Series()).add(_known(kept, incident, number, incident.where))


def _known(kept: Chronicle, incident: Incident, number: int, where: Place) -> Known:
    killed = incident.killed.best if incident.killed is not None else None
    only = kept.reports[incident.documents[0]].number if len(incident.documents) == 1 else NOT_TOLD
    return Known(
        first=first_day(incident),
        last=last_day(incident),
        number=number,
        killed=NOT_TOLD if killed is None else min(killed, MOST_KILLED),
        kind=_numbered(kept.kinds, (incident.type, incident.mode)),
        place=_numbered(kept.places, spot(where)),
        only=only,
    )


def _numbered(table: dict[T, int], key: T) -> int:
    return table.setdefault(key, len(table))


def closed(kept: Chronicle) -> Chronicle:
    """Return `kept`, to which nothing is added any more, in order."""
    for listed in kept.series.values():
        listed.close(kept.incidents)
    kept.spots = list(kept.places)
    return kept


def series_of(incident: Incident) -> str:
    """Return with what others `incident` is counted: attacks with attacks, anything else with its own type."""
    return "attack" if is_attack(incident) else incident.type


def first_day(incident: Incident) -> int:
    """Return the proleptic ordinal of the first day, or of the last where no first is told; 0 for none."""
    return _day(incident.when, last=False)


def last_day(incident: Incident) -> int:
    """Return the proleptic ordinal of the last day, or of the first where no last is told; 0 for none."""
    return _day(incident.when, last=True)


def _day(when: When | None, *, last: bool) -> int:
    if when is None:
        return 0
    day = (when.end or when.start) if last else (when.start or when.end)
    return day.toordinal() if day is not None else 0
