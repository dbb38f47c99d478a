"""Forecasts under the protocol of the VIEWS prediction challenge, scored."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from tocsin.bench._meter import peak_memory
from tocsin.bench._views_data import read_near, read_panel
from tocsin.core.arrays import Floats
from tocsin.core.errors import InputError
from tocsin.core.months import add_months
from tocsin.core.panel import Panel
from tocsin.forecast import Task, forecast
from tocsin.score import coverage, outcomes, pit, score

# Data to October, forecasts of January to December: 3 to 14 months on.
HORIZONS = tuple(range(3, 15))
LAST_KNOWN_MONTH = 10
RULES = ("CRPS", "CRPS of log1p", "IGN", "MIS")
ACTIVE_MONTHS = 24

# Values (H, U) of each year, by rule.
Cells = dict[str, list[Floats]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewsOptions:
    """What to measure: test `years`, the column `target`, `models`, and countries (ISO, three letters) to leave out."""

    years: tuple[int, ...]
    target: str = "ged_sb"
    models: tuple[str, ...] = ("conflictology", "pool")
    without: tuple[str, ...] = ()
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewsRow:
    """One model: mean scores by rule, coverage of the central 90% on all and on active cells, number of cells, cost.

    `mib` is the most memory that the process held, the panel included. `without` are the countries left out.
    """

    model: str
    without: tuple[str, ...]
    scores: dict[str, float]
    crps_by_year: dict[int, float]
    coverage: float
    coverage_active: float
    n: int
    seconds: float
    mib: float


def bench_views(folder: Path, options: ViewsOptions, *, done: Callable[[str], None]) -> tuple[ViewsRow, ...]:
    """Return the scores of each model on the countries of `folder`, and a second time without some if asked.

    `done` is told each model and year. A country is active where it had any in the 24 months before the origin. Raises
    InputError where the folder lacks a table, or a country to leave out is not in it.
    """
    panel = read_panel(folder, target=options.target)
    task = Task(horizons=HORIZONS, seed=options.seed, near=read_near(folder, panel.units))
    kept = _kept(panel, options.without)
    rows = []
    for model in options.models:
        start = time.monotonic()
        with peak_memory() as peak:
            cells = _cells(panel, task, asked=(model, options.years), done=done)
        row = _row(model, cells, options.years, (time.monotonic() - start, peak.mib))
        rows.append(row)
        if options.without:
            rows.append(
                replace(_row(model, _only(cells, kept), options.years, (row.seconds, row.mib)), without=options.without)
            )
    return tuple(rows)


def _kept(panel: Panel, without: tuple[str, ...]) -> Floats:
    codes = [unit.rpartition(" ")[2] for unit in panel.units]
    unknown = set(without) - set(codes)
    if unknown:
        raise InputError(f"no country {', '.join(sorted(unknown))} in the panel; codes have three letters, such as TUN")
    return np.array([np.nan if code in without else 1.0 for code in codes])


def _cells(panel: Panel, task: Task, *, asked: tuple[str, tuple[int, ...]], done: Callable[[str], None]) -> Cells:
    model, years = asked
    found: Cells = {rule: [] for rule in (*RULES, "pit", "active")}
    for year in years:
        for name, values in _year(panel, task, model=model, year=year).items():
            found[name].append(values)
        done(f"{model} {year}")
    return found


def _only(cells: Cells, kept: Floats) -> Cells:
    return {name: [values * kept for values in by_year] for name, by_year in cells.items()}


def _row(model: str, cells: Cells, years: tuple[int, ...], cost: tuple[float, float]) -> ViewsRow:
    pits = np.concatenate(cells["pit"])
    active = np.concatenate(cells["active"]) > 0
    return ViewsRow(
        model=model,
        without=(),
        scores={rule: float(np.nanmean(np.concatenate(cells[rule]))) for rule in RULES},
        crps_by_year={year: float(np.nanmean(v)) for year, v in zip(years, cells["CRPS"], strict=True)},
        coverage=coverage(pits),
        coverage_active=coverage(pits[active]),
        n=int(np.isfinite(pits).sum()),
        seconds=cost[0],
        mib=cost[1],
    )


def _year(panel: Panel, task: Task, *, model: str, year: int) -> dict[str, Floats]:
    origin = date(year - 1, LAST_KNOWN_MONTH, 1)
    made = forecast(panel, origin=origin, task=task, model=model)
    found = {rule: score(made, panel, rule=rule).values for rule in RULES}
    first = panel.row(add_months(origin, 1 - ACTIVE_MONTHS))
    recent = panel.counts[first : panel.row(origin) + 1].sum(axis=0) > 0
    pits = pit(made.pmf, made.grid, outcomes(made, panel), seed=task.seed)
    return found | {"pit": pits, "active": np.repeat(recent[None].astype(float), len(HORIZONS), axis=0)}
