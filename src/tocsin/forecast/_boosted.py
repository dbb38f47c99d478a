"""A peer, as a user would build it with a public package: LightGBM quantile regression with default settings."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np

from tocsin.core.arrays import Floats
from tocsin.core.errors import InputError
from tocsin.core.forecast import Shares
from tocsin.core.panel import Panel
from tocsin.forecast._cases import cases_of
from tocsin.forecast._grid import pmf_of
from tocsin.forecast._task import Task

LAGS = 12
LEVELS = (0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 0.99)
N_POINTS = 200
# Defaults but for what makes a run the same each time, on one core.
SETTINGS = {"objective": "quantile", "verbosity": -1, "deterministic": True, "force_row_wise": True, "num_threads": 1}


@dataclass(frozen=True, slots=True)
class Boosted:
    """A peer to measure against: quantiles of the count by gradient boosting, from the last 12 counts alone."""

    def fit(self, known: Panel, task: Task) -> "FittedBoosted":
        """Return a model for each horizon and level. Raises InputError where LightGBM is not installed."""
        package = _lightgbm()
        cases = cases_of(known, task)
        x = _lagged(known.counts, cases.t, cases.u)
        models = []
        for horizon in task.horizons:
            y = cases.outcomes(known, task, horizon)
            there = np.isfinite(y)
            # In an order that does not depend on that of the units, for sums depend on order.
            order = np.lexsort((y[there], *x[there].T))
            models.append([_trained(package, (x[there][order], y[there][order]), task, level) for level in LEVELS])
        return FittedBoosted(task, models)


@dataclass(frozen=True, slots=True)
class FittedBoosted:
    """A booster for each horizon and level."""

    task: Task
    models: list[list[Any]]

    def pmf(self, known: Panel) -> Floats:
        """Return distributions whose quantiles are those predicted, straight lines between, and none beyond."""
        n_units = len(known.units)
        x = _lagged(known.counts, np.full(n_units, len(known.times) - 1), np.arange(n_units))
        points = (np.arange(N_POINTS) + 0.5) / N_POINTS
        found = []
        for by_level in self.models:
            told = np.sort(np.maximum([model.predict(x) for model in by_level], 0.0), axis=0)
            drawn = np.stack([np.interp(points, LEVELS, told[:, u]) for u in range(n_units)])
            found.append(pmf_of(np.round(drawn)))
        return np.stack(found)

    def shares(self, known: Panel) -> Shares | None:  # noqa: ARG002
        """Return None: there are no parts that add up."""
        return None


def _lightgbm() -> Any:
    try:
        return import_module("lightgbm")
    except ImportError as error:
        raise InputError("the model 'boosted' needs LightGBM; install it with: pip install 'tocsin[peers]'") from error


def _lagged(counts: Floats, t: Any, u: Any) -> Floats:
    """Return the counts of the months up to and with `t`, (N, LAGS)."""
    return np.stack([np.where(t >= lag, counts[np.maximum(t - lag, 0), u], 0.0) for lag in range(LAGS)], axis=1)


def _trained(package: Any, given: tuple[Floats, Floats], task: Task, level: float) -> Any:
    settings = SETTINGS | {"alpha": level, "seed": task.seed}
    return package.train(settings, package.Dataset(given[0], label=given[1]))
