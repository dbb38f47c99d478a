"""A unit's own last months, told as whether and how many."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from tocsin.core.arrays import Floats
from tocsin.core.forecast import Shares
from tocsin.core.panel import Panel
from tocsin.forecast._grid import GRID, pmf_of_logs
from tocsin.forecast._past import window_sums
from tocsin.forecast._task import Fitted, Forecaster, Task

# The weight of a unit's own months beside a model: the least, and what is added where every month had any. Few months
# with any say little of how many there will be.
LEAST_WEIGHT, MORE_WEIGHT = 0.3, 0.3
# So many months back, each counting as 1 / (1 + months ago): what is remembered fades, but with no single half-life.
MONTHS = 24
# A month of forty deaths speaks of some forty: logarithms of counts are known to about this much, and no unit's
# distribution is narrower.
LEAST_SPREAD = 0.5
# A unit that goes from tens to thousands and back has a wide spread because it has fallen as far as it has risen, and
# what comes next is seldom higher still: above the middle no spread is wider than this.
MOST_SPREAD_ABOVE = 1.5
# No quantile above the middle lies further beyond the largest of those months than this many times the normal's: one
# month of many widens the spread, and says nothing of what it would take to go beyond it.
BEYOND = 0.7
N_QUANTILES = 80
NORMAL = ndtri((np.arange(N_QUANTILES) + 0.5) / N_QUANTILES)


@dataclass(frozen=True, slots=True)
class Own:
    """Any as often as in a unit's own last months; given any, log-normal around the logarithms of its counts."""

    def fit(self, known: Panel, task: Task) -> "FittedOwn":  # noqa: ARG002
        """Return the model; there is nothing to fit."""
        return FittedOwn(task)


@dataclass(frozen=True, slots=True)
class FittedOwn:
    """A model of a unit's own last months."""

    task: Task

    def pmf(self, known: Panel) -> Floats:
        """Return the same distribution for each horizon; a unit not observed lately gets the mean of all others'."""
        sums = window_sums(known, self.task.window_months)[::-1][:MONTHS]
        weights = np.isfinite(sums) / (1.0 + np.arange(len(sums))[:, None])
        sums = np.nan_to_num(sums)
        total, any_ = weights.sum(axis=0), weights * (sums > 0)
        seen, some = total > 0, (any_ > 0).any(axis=0)
        quiet = (weights * (sums == 0)).sum(axis=0)[some] / total[some]
        here = np.zeros((len(known.units), len(GRID)))
        here[:, 0] = 1.0
        here[some] = (1 - quiet)[:, None] * _how_many(np.log(np.maximum(sums[:, some], 1.0)), any_[:, some])
        here[some, 0] = quiet
        if seen.any():
            here[~seen] = here[seen].mean(axis=0)
        return np.repeat(here[None], len(self.task.horizons), axis=0)

    def shares(self, known: Panel) -> Shares | None:  # noqa: ARG002
        """Return None: there are no parts."""
        return None


@dataclass(frozen=True, slots=True)
class WithOwn:
    """A model mixed with a unit's own last months: the more of them had any, the more they weigh."""

    model: Forecaster

    def fit(self, known: Panel, task: Task) -> "FittedWithOwn":
        """Return the model fitted."""
        return FittedWithOwn(self.model.fit(known, task), FittedOwn(task))


@dataclass(frozen=True, slots=True)
class FittedWithOwn:
    """A model that has seen a panel, and a unit's own months."""

    model: Fitted
    own: FittedOwn

    def pmf(self, known: Panel) -> Floats:
        """Return the mean of the two distributions, by a weight of each unit."""
        told, own = self.model.pmf(known), self.own.pmf(known)
        any_ = 1 - own[:, :, :1]
        own -= told
        own *= LEAST_WEIGHT + MORE_WEIGHT * any_
        own += told
        return own

    def shares(self, known: Panel) -> Shares | None:
        """Return those of the model; they are of its rate alone."""
        return self.model.shares(known)


def _how_many(logs: Floats, weights: Floats) -> Floats:
    """Return the distribution (U, G) of counts of at least 1 around the weighted mean of `logs` (T, U)."""
    weights = weights / weights.sum(axis=0)
    mean = (weights * logs).sum(axis=0)
    spread = np.sqrt((weights * (logs - mean) ** 2).sum(axis=0) + LEAST_SPREAD**2)
    largest = np.where(weights > 0, logs, 0.0).max(axis=0)
    above, below = np.maximum(NORMAL, 0.0), np.minimum(NORMAL, 0.0)
    apart = np.minimum(spread, MOST_SPREAD_ABOVE)[:, None] * above + spread[:, None] * below
    return pmf_of_logs(np.minimum(mean[:, None] + apart, largest[:, None] + BEYOND * above))
