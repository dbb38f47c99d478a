"""How much of what is expected comes from neighbours, and how sure that is."""

import numpy as np

from tocsin.core.arrays import Floats
from tocsin.core.checks import require
from tocsin.core.forecast import Shares, Spillover
from tocsin.core.panel import Panel
from tocsin.forecast._cases import Cases, cases_of
from tocsin.forecast._features import last_rows, rows_of
from tocsin.forecast._occurrence import chance_additive, fit_additive
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
    blocks = cases.t // BLOCK_MONTHS
    n_blocks = int(blocks.max()) + 1
    plain = _rates(panel, task, (cases, x), np.ones(len(x)))
    drawn = (rng.multinomial(n_blocks, np.full(n_blocks, 1 / n_blocks)) for _ in range(n_refits))
    refits = [shares_of(panel, task, _rates(panel, task, (cases, x), times[blocks].astype(float))) for times in drawn]
    shares, rows = shares_of(panel, task, plain), last_rows(panel, task)
    chance = np.stack([chance_additive(rows, rates) for rates in plain])
    return Spillover(
        shares=shares, chance=chance, left_out=_left_out(shares, chance),
        base_range=_range([s.base for s in refits]), own_range=_range([s.own for s in refits]),
        neighbour_range=_range([s.neighbours for s in refits]), n_refits=n_refits,
    )  # fmt: skip


def _rates(panel: Panel, task: Task, given: tuple[Cases, Floats], times: Floats) -> Floats:
    """Return the rates (H, F + 1) with each case counted so many `times`."""
    cases, x = given
    found = []
    for horizon in task.horizons:
        y = cases.outcomes(panel, task, horizon)
        used = np.isfinite(y) & (times > 0)
        found.append(fit_additive(x[used], (y[used] > 0).astype(float), (cases.weights * times)[used]))
    return np.stack(found)


def _left_out(shares: Shares, chance: Floats) -> Floats:
    """Return the chance (H, P) with a neighbour's term left out of the rate: 1 - (1 - chance) ** (1 - share)."""
    return np.asarray(-np.expm1((1 - shares.neighbours) * np.log1p(-chance[:, shares.pairs[:, 0]])))


def _range(refits: list[Floats]) -> Floats:
    return np.asarray(np.quantile(np.stack(refits), BOUNDS, axis=0))
