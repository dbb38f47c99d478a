"""How fast each stage of a run is, how much memory it takes, and how both grow with the number of reports."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from tocsin.bench._resample import N_WORDS
from tocsin.bench._speed_stages import (
    Stage,
    Task,
    measure_collect,
    measure_jobs,
    measure_parse,
    measure_ratio,
    measure_read,
    measure_rest,
    sizes,
)

T = TypeVar("T")
MOST_PAIRED = 200
# Named in the issue that the project was begun with.
MOST_READ_TO_PARSE, LEAST_READ_PER_S, MOST_LINK_SHARE = 1.25, 4.0, 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeedOptions:
    """`reports` are linked; of these `read` are really read (all where None), the others told again in other words."""

    reports: int = 100
    read: int | None = None
    jobs: tuple[int, ...] = (1, 2)
    root: Path = Path()
    reader: str = "rules"
    seed: int = 0

    @property
    def n_read(self) -> int:
        """How many reports are really read."""
        return self.reports if self.read is None else min(self.read, self.reports)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeedResult:
    """What was measured. `paired` are spaCy's parse and the reader by turns; `growth` the rest by number of reports."""

    n_reports: int
    n_read: int
    n_words: int
    stages: tuple[Stage, ...]
    paired: tuple[Stage, Stage]
    growth: dict[int, tuple[Stage, ...]]
    jobs: dict[int, float]

    @property
    def ratio(self) -> float:
        """Processor time of reading by that of spaCy's own tagging and parsing of the same texts."""
        return self.paired[1].cpu_s / self.paired[0].cpu_s

    def link_share(self, n: int) -> float:
        """Return the share of linking in the processor time of a whole run over `n` reports."""
        cost = {s.name: s.cpu_s for s in self.growth[n]}
        once = sum(s.cpu_s / s.n for s in self.stages if s.name in {"collect", "read"})
        return cost["link"] / (sum(cost.values()) + once * n)

    def plain(self) -> dict[str, object]:
        """Return all figures as JSON data."""
        return asdict(self) | {"ratio": self.ratio, "link_share": {n: self.link_share(n) for n in self.growth}}

    def rows(self) -> list[tuple[object, ...]]:
        """Return one row for each stage."""
        return [_row(stage) for stage in (*self.stages, *(s for group in self.growth.values() for s in group))]

    def lines(self) -> Iterator[str]:
        """Yield what follows from the figures, each with the bar that was set for it."""
        parse, read = self.paired
        yield f"{parse.name} and reading by turns, {read.n} reports: {parse.per_s:.1f} and {read.per_s:.1f} a second"
        yield f"reading takes {self.ratio:.2f} times as long as spaCy's own parse (bar: {MOST_READ_TO_PARSE})"
        yield f"reading does {read.per_s:.1f} reports a second on one core (bar: {LEAST_READ_PER_S:g})"
        for jobs, per_s in self.jobs.items():
            yield f"{jobs} process{'es' if jobs > 1 else ''}: {per_s:.1f} reports a second by the clock"
        yield from (f"memory of {s.name}, MiB: {_trace(s)}" for s in self.stages if s.trace)
        if self.n_read < self.n_reports:
            told_again = (
                f"{self.n_read} reports were read; the other {self.n_reports - self.n_read} tell again what they"
            )
            yield f"{told_again} say, on other days and in other towns, and count for reading at the same cost"
        for n in self.growth:
            yield f"linking is {self.link_share(n):.1%} of a run over {n} reports (bar: {MOST_LINK_SHARE:.0%} at 20000)"


def _row(stage: Stage) -> tuple[object, ...]:
    speeds = (f"{stage.per_s:.1f}", f"{stage.n / max(stage.wall_s, 1e-9):.1f}")
    return (stage.name, stage.n, *speeds, round(stage.start_mib), round(stage.peak_mib))


def _trace(stage: Stage) -> str:
    """Return the memory after a twentieth, a quarter and all of the reports."""
    last = len(stage.trace) - 1
    return ", ".join(f"{mib:.0f} after {n}" for n, mib in (stage.trace[i] for i in sorted({0, last // 4, last})))


def bench_speed(options: SpeedOptions) -> SpeedResult:
    """Return the speed and memory of each stage, each in a fresh process, on reports made by resampling."""
    with TemporaryDirectory(prefix="tocsin-speed-") as name:
        task = Task(
            root=options.root.resolve(), folder=Path(name), n=options.n_read, seed=options.seed, reader=options.reader
        )
        few = _of(task, min(task.n, MOST_PAIRED))
        parse, read = alone(measure_ratio, few)
        stages = [s for measure in (measure_collect, measure_parse, measure_read) for s in alone(measure, task)]
        jobs = {j: alone(partial(measure_jobs, j), few) for j in options.jobs}
        growth = {n: alone(measure_rest, _of(task, n)) for n in sizes(options.reports)}
    return SpeedResult(
        n_reports=options.reports, n_read=task.n, n_words=N_WORDS, stages=tuple(stages), paired=(parse, read),
        growth=growth, jobs=jobs,
    )  # fmt: skip


def alone(measure: Callable[[Task], T], task: Task) -> T:
    """Return what `measure` returns for `task` in a new process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, task).result()


def _of(task: Task, n: int) -> Task:
    return Task(root=task.root, folder=task.folder, n=n, seed=task.seed, reader=task.reader)
