"""How long a forecast of very many cells takes, and how much memory, on made-up counts that are nearly all zero."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from tocsin.bench._meter import memory_mib, peak_memory
from tocsin.core.arrays import Floats
from tocsin.core.months import last_day, month_range
from tocsin.core.panel import Panel
from tocsin.forecast import Near, Task, fit

START = date(1990, 1, 1)
# Of cells in Africa and the Middle East some in a hundred ever have an event; counts are heavy-tailed.
PART_EVER = 0.05
DISPERSION = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleOptions:
    """What to measure: `cells` in a square by `months`, forecast by each of `models` for `horizons`."""

    cells: int = 100_000
    months: int = 400
    models: tuple[str, ...] = ("conflictology", "hurdle", "hawkes", "ladder", "pool")
    horizons: tuple[int, ...] = (1, 6, 12)
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRow:
    """One model: seconds to fit and to forecast, and memory of the process before and at most, in MiB."""

    model: str
    fit_seconds: float
    forecast_seconds: float
    mib_before: float
    mib_most: float


def bench_scale(options: ScaleOptions, *, done: Callable[[str], None]) -> tuple[ScaleRow, ...]:
    """Return what each model costs; `done` is told each."""
    panel = _panel(options)
    task = Task(horizons=options.horizons, seed=options.seed, near=_square(len(panel.units)))
    rows = []
    for model in options.models:
        rows.append(_row(panel, task, model))
        done(model)
    return tuple(rows)


def _row(panel: Panel, task: Task, model: str) -> ScaleRow:
    before, start = memory_mib(), time.monotonic()
    with peak_memory() as peak:
        fitted = fit(panel, origin=panel.times[-1], task=task, model=model)
        between = time.monotonic()
        fitted.forecast(panel, origin=panel.times[-1])
    return ScaleRow(
        model=model, fit_seconds=between - start, forecast_seconds=time.monotonic() - between,
        mib_before=before, mib_most=peak.mib,
    )  # fmt: skip


def _panel(options: ScaleOptions) -> Panel:
    counts = _counts(options)
    times = month_range(START, options.months)
    units = tuple(str(cell) for cell in range(options.cells))
    return Panel(
        counts=counts, observed=np.ones(counts.shape, bool), times=times, units=units, target="made up",
        as_of=last_day(times[-1]),
    )  # fmt: skip


def _counts(options: ScaleOptions) -> Floats:
    """Return counts (T, U), read-only: some cells have a rate of their own, the others none."""
    rng = np.random.default_rng(options.seed)
    counts = np.zeros((options.months, options.cells))
    ever = np.flatnonzero(rng.random(options.cells) < PART_EVER)
    rates = rng.lognormal(-2.0, 2.0, len(ever))
    counts[:, ever] = rng.negative_binomial(DISPERSION, DISPERSION / (DISPERSION + rates), (options.months, len(ever)))
    counts.setflags(write=False)
    return counts


def _square(n: int) -> Near:
    """Return each cell and those above, below, left and right of it in a square."""
    side = int(np.ceil(np.sqrt(n)))
    cell = np.arange(n)
    right = np.stack([cell, cell + 1], axis=1)[(cell + 1) % side != 0]
    below = np.stack([cell, cell + side], axis=1)
    one_way = np.concatenate([right, below])
    one_way = one_way[one_way[:, 1] < n]
    return Near(pairs=np.concatenate([one_way, one_way[:, ::-1]]), weights=np.ones(2 * len(one_way)))
