"""A pool whose weights are learned from how its members did in the last years."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tocsin.core.arrays import Floats
from tocsin.core.months import add_months
from tocsin.core.panel import Panel
from tocsin.forecast._grid import GRID, pmf_of
from tocsin.forecast._past import outcomes_after
from tocsin.forecast._pool import FittedPool
from tocsin.forecast._task import Fitted, Forecaster, Task

# Members are fitted so long before the end, and judged on what came of their forecasts from each third month since.
JUDGED_MONTHS, EVERY_MONTHS = 60, 3
LEAST_MONTHS = 60
SCALE_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Learned:
    """The mean of its members by the weights that had the lowest CRPS in the last years; equal where too few are known.

    The CRPS of a mean of distributions is quadratic in the weights, so these are exact. Each case is divided by one
    plus the mean of the unit's last two years, or a few wars would decide.
    """

    members: tuple[Forecaster, ...]

    def fit(self, known: Panel, task: Task) -> FittedPool:
        """Return all members fitted, with weights learned on what was known."""
        fitted = tuple(member.fit(known, task) for member in self.members)
        return FittedPool(fitted, tuple(self._weights(known, task).tolist()))

    def _weights(self, known: Panel, task: Task) -> Floats:
        n, equal = len(self.members), np.full(len(self.members), 1 / len(self.members))
        back = JUDGED_MONTHS + max(task.horizons) + task.window_months
        if len(known.times) - back < LEAST_MONTHS:
            return equal
        early = known.until(known.times[-1 - back])
        fitted = [member.fit(early, task) for member in self.members]
        products = np.zeros((n, n))
        for months in range(0, JUDGED_MONTHS, EVERY_MONTHS):
            products += _judged(known, task, fitted, len(early.times) + months)
        return best_weights(products)


def _judged(known: Panel, task: Task, fitted: list[Fitted], end: int) -> Floats:
    """Return the products of the members' errors, of forecasts made with the first `end` months of `known`."""
    then = known.until(add_months(known.times[0], end - 1))
    came = np.stack([outcomes_after(known, h, window_months=task.window_months)[end - 1] for h in task.horizons])
    seen = np.isfinite(came)
    weights = 1 / (1 + then.counts[-SCALE_MONTHS:].mean(axis=0))
    pmfs = np.stack([model.pmf(then)[seen] for model in fitted])
    return crps_products(pmfs, pmf_of(came[seen][:, None]), weights=np.broadcast_to(weights, came.shape)[seen])


def crps_products(pmfs: Floats, came: Floats, *, weights: Floats) -> Floats:
    """Return Q (K, K): w @ Q @ w is the weighted sum of CRPS of the mean by w of `pmfs` (K, N, G) for `came` (N, G)."""
    apart = np.cumsum(pmfs - came, axis=2)[:, :, :-1]
    scaled = apart * (weights[:, None] * np.diff(GRID))
    n = len(pmfs)
    return np.asarray(scaled.reshape(n, -1) @ apart.reshape(n, -1).T)


def best_weights(products: Floats) -> Floats:
    """Return the weights (K,), none negative, of sum one, with the least w @ products @ w: over all sets of members.

    >>> best_weights(np.array([[1.0, 0.0], [0.0, 3.0]])).round(12).tolist()
    [0.75, 0.25]
    """
    n = len(products)
    held = products / max(np.trace(products) / n, np.finfo(float).tiny)
    best, least = np.full(n, 1 / n), np.inf
    for size in range(1, n + 1):
        for some in combinations(range(n), size):
            part = _on(held[np.ix_(some, some)])
            found = np.zeros(n)
            found[list(some)] = part
            value = float(found @ held @ found)
            if part.min() >= 0 and value < least:
                best, least = found, value
    return best


def _on(products: Floats) -> Floats:
    """Return the weights of sum one, of any sign, with the least w @ products @ w (Lagrange's conditions)."""
    n = len(products)
    bordered = np.zeros((n + 1, n + 1))
    bordered[:n, :n] = products
    bordered[n, :n] = bordered[:n, n] = 1.0
    return np.asarray(np.linalg.lstsq(bordered, np.eye(n + 1)[n], rcond=None)[0][:n])
