"""The chance of at least so many within some months, forecast every month, and what came."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from tocsin.bench._views_data import read_near, read_panel
from tocsin.core.answer import Tenth
from tocsin.core.arrays import Bools, Floats, Ints
from tocsin.core.errors import InputError
from tocsin.core.forecast import Forecast
from tocsin.core.months import MONTHS_A_YEAR, add_months, month_range
from tocsin.core.panel import Panel
from tocsin.forecast import Task, fit
from tocsin.score import auc, brier_score, outcomes, reliability

QUIET_MONTHS = 12
# A probability of 0 for what happened is scored as this, or the mean would be infinite.
LEAST_CHANCE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOptions:
    """What to measure: `years` of origins, `at_least` so many within `window_months`, from `horizon` months after.

    With `alone`, each model is measured without neighbours too. Models are fitted once a year.
    """

    years: tuple[int, ...]
    at_least: int = 10
    window_months: int = 6
    horizon: int = 2
    target: str = "ged_all_pace"
    models: tuple[str, ...] = ("conflictology", "climatology", "hawkes", "ladder")
    alone: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How probabilities did on some cases: number, how many happened, Brier score, log score in nats, AUC.

    AUC is None where all or none happened.
    """

    n: int
    n_happened: int
    brier: float
    log: float
    auc: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRow:
    """One model: all cases, onsets (quiet for 12 months before), reliability with intervals over countries, time."""

    model: str
    all: Judged
    onsets: Judged
    tenths: tuple[Tenth, ...]
    seconds: float


def bench_window(folder: Path, options: WindowOptions, *, done: Callable[[str], None]) -> tuple[WindowRow, ...]:
    """Return how each model did on the countries of `folder`; `done` is told each model.

    A case is quiet where there were fewer than `at_least` in the 12 months up to the origin. Origins whose window is
    not over by the end of the panel are left out. Raises InputError where the folder lacks a table, or nothing is left.
    """
    panel = read_panel(folder, target=options.target)
    near = read_near(folder, panel.units)
    task = Task(horizons=(options.horizon,), window_months=options.window_months, near=near, seed=options.seed)
    asked = [(task, model, model) for model in options.models]
    if options.alone:
        asked += [(replace(task, near=None), model, f"{model}, no neighbours") for model in options.models]
    rows = []
    for task, model, name in asked:
        start = time.monotonic()
        cases = _cases(_forecasts(panel, task, (model, options.years)), panel, options.at_least)
        rows.append(_row(name, cases, seconds=time.monotonic() - start))
        done(name)
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Cases:
    chance: Floats
    happened: Floats
    quiet: Bools
    unit: Ints


def _forecasts(panel: Panel, task: Task, asked: tuple[str, tuple[int, ...]]) -> Iterator[Forecast]:
    """Yield the forecasts of a model from each month of the years, fitted anew every January."""
    model, years = asked
    last = add_months(panel.times[-1], 1 - task.horizons[0] - task.window_months)
    for year in years:
        origins = [month for month in month_range(date(year, 1, 1), MONTHS_A_YEAR) if month <= last]
        if origins:
            fitted = fit(panel, origin=origins[0], task=task, model=model)
            yield from (fitted.forecast(panel, origin=origin) for origin in origins)


def _cases(forecasts: Iterable[Forecast], panel: Panel, at_least: int) -> _Cases:
    found = []
    for made in forecasts:
        end = panel.row(made.origin) + 1
        came = outcomes(made, panel)[0]
        seen = np.isfinite(came)
        quiet = panel.counts[max(0, end - QUIET_MONTHS) : end].sum(axis=0) < at_least
        columns = made.at_least(at_least)[0], (came >= at_least).astype(float), quiet, np.arange(len(came))
        found.append([column[seen] for column in columns])
    if not found:
        raise InputError("no window of those years is over by the end of the panel; ask for earlier --years")
    return _Cases(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _row(name: str, cases: _Cases, *, seconds: float) -> WindowRow:
    everyone = np.ones(len(cases.unit), bool)
    return WindowRow(
        model=name, all=_judged(cases, everyone), onsets=_judged(cases, cases.quiet),
        tenths=reliability(cases.chance, cases.happened, groups=cases.unit, held_wide=False), seconds=seconds,
    )  # fmt: skip


def _judged(cases: _Cases, here: Bools) -> Judged:
    chance, happened = cases.chance[here], cases.happened[here]
    given = np.clip(np.where(happened > 0, chance, 1 - chance), LEAST_CHANCE, 1.0)
    return Judged(
        n=len(chance), n_happened=int(happened.sum()), brier=float(brier_score(chance, happened).mean()),
        log=float(-np.log(given).mean()), auc=auc(chance, happened) if 0 < happened.sum() < len(chance) else None,
    )  # fmt: skip
