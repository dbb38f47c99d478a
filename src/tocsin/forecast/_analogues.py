"""What came after months like this one, in any unit."""

from dataclasses import dataclass

import numpy as np
from scipy.signal import lfilter

from tocsin.core.arrays import Floats, Ints
from tocsin.core.forecast import Shares
from tocsin.core.panel import Panel
from tocsin.forecast._features import LONGEST_QUIET, months_since
from tocsin.forecast._grid import histogram
from tocsin.forecast._past import outcomes_after
from tocsin.forecast._task import Task

YEAR, QUARTER = 12, 3
# Deaths of the last twelve months, months since the last death, and the last quarter against the year.
LEVELS = (0.5, 4.5, 24.5, 99.5, 499.5, 1999.5, 9999.5)
QUIET = (0.5, 2.5, 5.5, 11.5, 35.5, 119.5)
TRENDS = (0.5, 2.0)
# So many cases of the coarser state (level alone) stand beside those of the finer one.
PRIOR_CASES = 20.0


@dataclass(frozen=True, slots=True)
class Analogues:
    """The outcomes of all past months of all units in the same state: level, quiet time and trend."""

    def fit(self, known: Panel, task: Task) -> "FittedAnalogues":
        """Return the distribution after each state, by horizon."""
        fine, coarse = states(known.counts)
        return FittedAnalogues(task, np.stack([_after(known, task, h, fine, coarse) for h in task.horizons]))


@dataclass(frozen=True, slots=True)
class FittedAnalogues:
    """Distributions (H, S, G) after each of S states."""

    task: Task
    after: Floats

    def pmf(self, known: Panel) -> Floats:
        """Return the distribution after the state that each unit is in."""
        last = known.counts[-LONGEST_QUIET:]
        return self.after[:, states(last)[0][-1]]

    def shares(self, known: Panel) -> Shares | None:  # noqa: ARG002
        """Return None: there are no parts."""
        return None


N_LEVELS, N_QUIET, N_TRENDS = len(LEVELS) + 1, len(QUIET) + 1, len(TRENDS) + 1
N_STATES = N_LEVELS * N_QUIET * N_TRENDS


def states(counts: Floats) -> tuple[Ints, Ints]:
    """Return the state of each month and unit (T, U), fine and by level alone."""
    year = lfilter(np.ones(YEAR), 1.0, counts, axis=0)
    quarter = lfilter(np.ones(QUARTER), 1.0, counts, axis=0)
    level = np.searchsorted(LEVELS, year)
    trend = np.searchsorted(TRENDS, np.where(year > 0, quarter * (YEAR / QUARTER) / np.maximum(year, 1e-9), 1.0))
    quiet = np.searchsorted(QUIET, months_since(counts > 0))
    return (level * N_QUIET + quiet) * N_TRENDS + trend, level


def _after(known: Panel, task: Task, horizon: int, *levels: Ints) -> Floats:
    y = outcomes_after(known, horizon, window_months=task.window_months)
    usable = np.isfinite(y) & known.observed
    fine, coarse = (level[usable] for level in levels)
    by_level = histogram(y[usable], np.ones(len(fine)), rows=coarse, n_rows=N_LEVELS) + _floor()
    by_state = histogram(y[usable], np.ones(len(fine)), rows=fine, n_rows=N_STATES)
    prior = by_level / by_level.sum(axis=1, keepdims=True)
    mixed = by_state + PRIOR_CASES * np.repeat(prior, N_QUIET * N_TRENDS, axis=0)
    return np.asarray(mixed / mixed.sum(axis=1, keepdims=True))


def _floor() -> Floats:
    """Return what a level that never was counts for: a tenth of a case around its lower edge."""
    edges = np.array([0.0, *LEVELS]) / YEAR
    return histogram(edges, np.full(N_LEVELS, 0.1), rows=np.arange(N_LEVELS), n_rows=N_LEVELS)
