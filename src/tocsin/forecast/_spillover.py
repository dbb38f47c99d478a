"""How much of what is expected comes from neighbours, and how sure that is."""

import numpy as np

from tocsin.core.arrays import Floats, Ints
from tocsin.core.checks import require
from tocsin.core.forecast import Spillover
from tocsin.core.panel import Panel
from tocsin.forecast._cases import cases_of
from tocsin.forecast._features import rows_of
from tocsin.forecast._occurrence import fit_additive
from tocsin.forecast._shares import shares_of
from tocsin.forecast._task import Task

N_REFITS = 40
# Months of one stretch of this length are drawn together, for neighbouring months depend on each other.
BLOCK_MONTHS = 12
BOUNDS = (0.05, 0.95)


def spillover(panel: Panel, *, task: Task, n_refits: int = N_REFITS) -> Spillover:
    """Return what the rate of `hawkes` in the last month of `panel` is made of, with ranges over refits.

    The model is fitted `n_refits` times more, each time to stretches of 12 months drawn with replacement (a block
    bootstrap), and the shares of the last month worked out anew. Raises InvalidNoun for fewer than two refits.
    """
    require(n_refits >= 2, f"a range over refits needs at least 2 of them; asked for {n_refits}")
    cases, rng = cases_of(panel, task), np.random.default_rng(task.seed)
    x = rows_of(panel, task, (cases.t, cases.u))
    rates = []
    for horizon in task.horizons:
        y = cases.outcomes(panel, task, horizon)
        known = np.isfinite(y)
        times = _times(cases.t[known], n_refits, rng)
        rates.append(_rates((x[known], (y[known] > 0).astype(float), cases.weights[known]), times))
    shares, *refits = (shares_of(panel, task, fitted) for fitted in np.stack(rates, axis=1))
    return Spillover(
        shares=shares, base_range=_range([s.base for s in refits]), own_range=_range([s.own for s in refits]),
        neighbour_range=_range([s.neighbours for s in refits]), n_refits=n_refits,
    )  # fmt: skip


def _times(months: Ints, n_refits: int, rng: np.random.Generator) -> Floats:
    """Return how many times each case counts (1 + R, N): once, and then as often as its stretch is drawn.

    Only stretches with a case are drawn from, so no refit is without any.
    """
    stretches = np.unique(months // BLOCK_MONTHS, return_inverse=True)[1]
    n = int(stretches.max(initial=0)) + 1
    drawn = rng.multinomial(n, np.full(n, 1 / n), size=n_refits)
    return np.concatenate([np.ones((1, n)), drawn])[:, stretches]


def _rates(given: tuple[Floats, Floats, Floats], times: Floats) -> Floats:
    """Return the rates (1 + R, F + 1) fitted to features, outcomes and weights, each case counted so many `times`."""
    x, happened, weights = given
    return np.stack([fit_additive(x[row > 0], happened[row > 0], (weights * row)[row > 0]) for row in times])


def _range(refits: list[Floats]) -> Floats:
    return np.asarray(np.quantile(np.stack(refits), BOUNDS, axis=0))
