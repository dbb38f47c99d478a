"""How many, by a ladder of counts: the chance of each rung by a logistic regression of its own."""

from dataclasses import dataclass

import numpy as np

from tocsin.core.arrays import Floats
from tocsin.core.forecast import Shares
from tocsin.core.panel import Panel
from tocsin.forecast._cases import cases_of
from tocsin.forecast._features import N_LEVEL, Scaling, last_rows, level_columns, rows_of
from tocsin.forecast._grid import GRID
from tocsin.forecast._occurrence import chance_logistic, fit_logistic
from tocsin.forecast._severity import Severity, fit_severity
from tocsin.forecast._task import Task

# Two rungs to each power of ten. Features are brought to one scale before the ridge.
RUNGS = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0)
RIDGE = 10.0
# Where the severity has next to nothing between two rungs, the chance of that step is spread as 1 / (1 + count).
LEAST_INSIDE = 1e-9


@dataclass(frozen=True, slots=True)
class Ladder:
    """The chance of at least k for each k of RUNGS, directly; between two rungs counts are spread as in `hurdle`."""

    def fit(self, known: Panel, task: Task) -> "FittedLadder":
        """Return the regressions for each horizon, fitted to all months whose outcome is known."""
        cases = cases_of(known, task)
        x = rows_of(known, task, (cases.t, cases.u), of=level_columns)
        scaling = Scaling.of(x)
        x = scaling(x)
        steps: list[tuple[Floats, Severity]] = []
        start = np.zeros((len(RUNGS), x.shape[1] - N_LEVEL + 1))
        for horizon in task.horizons:
            y = cases.outcomes(known, task, horizon)
            there = np.isfinite(y)
            given = x[there], y[there], cases.weights[there]
            start = _rungs(given, start)
            steps.append((start, fit_severity(*given)))
        return FittedLadder(task, scaling, tuple(steps))


def _rungs(given: tuple[Floats, Floats, Floats], start: Floats) -> Floats:
    x, y, weights = given[0][:, :-N_LEVEL], *given[1:]
    reached = ((y >= rung).astype(float) for rung in RUNGS)
    return np.stack([fit_logistic(x, r, weights, ridge=RIDGE, start=s) for r, s in zip(reached, start, strict=True)])


@dataclass(frozen=True, slots=True)
class FittedLadder:
    """Scaling of the features, and for each horizon coefficients (R, F + 1) of the rungs, and the severity."""

    task: Task
    scaling: Scaling
    steps: tuple[tuple[Floats, Severity], ...]

    def pmf(self, known: Panel) -> Floats:
        """Return the severity's distribution, brought to the chance of each step of the ladder."""
        x = self.scaling(last_rows(known, self.task, of=level_columns))
        seen = x[:, :-N_LEVEL]
        return np.stack([on_ladder(severity.pmf(x), _chances(seen, rungs)) for rungs, severity in self.steps])

    def shares(self, known: Panel) -> Shares | None:  # noqa: ARG002
        """Return None: a logistic model has no parts that add up."""
        return None


def _chances(x: Floats, rungs: Floats) -> Floats:
    """Return the chance (U, R) of each rung, none above that of the rung below."""
    return np.minimum.accumulate(np.stack([chance_logistic(x, found) for found in rungs], axis=1), axis=1)


def on_ladder(some: Floats, chances: Floats) -> Floats:
    """Return the distribution (U, G) with the given chances of each rung, between rungs in proportion to `some`."""
    found = np.zeros_like(some)
    found[:, 0] = 1 - chances[:, 0]
    above = np.concatenate([chances[:, 1:], np.zeros((len(chances), 1))], axis=1)
    for r, (low, high) in enumerate(zip(RUNGS, (*RUNGS[1:], np.inf), strict=True)):
        step = (low <= GRID) & (high > GRID)
        inside = some[:, step] + LEAST_INSIDE / (1 + GRID[step])
        found[:, step] = inside * ((chances[:, r] - above[:, r]) / inside.sum(axis=1))[:, None]
    return found
