"""Tolls, groups and places of the SATP reports, read and held against the labels of their coders."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from tocsin.bench._documents import NEWEST, bench_document
from tocsin.bench._halves import Half
from tocsin.bench._satp_rows import Row, satp_rows
from tocsin.bench._satp_score import Figure, Outcome, figures, misses, outcome
from tocsin.bench._satp_told import told
from tocsin.core.document import Document
from tocsin.core.errors import InputError
from tocsin.core.issue import Issue
from tocsin.core.values import When
from tocsin.link import link
from tocsin.read import read

PUBLISHED_AFTER_DAYS = 2  # reports are filed under the day of the incident, and tell of the day after
CHUNK = 40  # reports handed to a process at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantitiesOptions:
    """`jobs` processes read; `limit` is how many reports of each half to read, None for all."""

    reader: str = "rules"
    jobs: int = 1
    limit: int | None = None
    halves: tuple[Half, ...] = ("dev", "test")
    done: Callable[[str], None] = lambda _: None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantitiesResult:
    """What was measured: the outcomes of each half, and reports that could not be read."""

    outcomes: Mapping[Half, tuple[Outcome, ...]]
    issues: tuple[Issue, ...]
    seconds: float

    def figures(self, half: Half) -> tuple[Figure, ...]:
        """Return the figures of one half."""
        return tuple(figures(self.outcomes[half]))

    def misses(self) -> Iterator[str]:
        """Yield a line for each count on the dev half that differs from its label; the other half stays unseen."""
        return misses(self.outcomes.get("dev", ()))


def bench_quantities(data: Path, options: QuantitiesOptions) -> QuantitiesResult:
    """Return how what is read in the reports of incidents.csv in the folder `data` compares with their labels.

    Raise InputError where the file is missing or is no such table.
    """
    start = perf_counter()
    rows = [r for half in options.halves for r in islice(_of_half(data, half), options.limit)]
    if not rows:
        raise InputError(f"{data} holds no reports of the halves {', '.join(options.halves)}")
    outcomes: dict[Half, list[Outcome]] = {half: [] for half in options.halves}
    issues: list[Issue] = []
    for row, (found, troubles) in zip(rows, _measured(rows, options), strict=True):
        outcomes[row.half].append(found)
        issues.extend(troubles)
        options.done(row.id)
    kept = {half: tuple(found) for half, found in outcomes.items()}
    return QuantitiesResult(outcomes=kept, issues=tuple(issues), seconds=perf_counter() - start)


def _of_half(data: Path, half: Half) -> Iterator[Row]:
    return (row for row in satp_rows(data) if row.half == half)


Measured = tuple[Outcome, tuple[Issue, ...]]


def _measured(rows: Iterable[Row], options: QuantitiesOptions) -> Iterator[Measured]:
    measure = partial(_measure, reader=options.reader)
    if options.jobs == 1:
        yield from map(measure, rows)
        return
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(measure, rows, chunksize=CHUNK)


def _measure(row: Row, *, reader: str) -> Measured:
    (reading,) = read([_document(row)], reader=reader)
    return outcome(row, told(link([reading], as_of=NEWEST))), reading.issues


def _document(row: Row) -> Document:
    """Return the report of a row, as published soon after the day of the incident, under which it is filed."""
    day = date.fromisoformat(row.day) + timedelta(days=PUBLISHED_AFTER_DAYS)
    published = When(start=day, end=day, edtf=day.isoformat(), basis="stated")
    return bench_document(row.text, home=row.id, published=published)
