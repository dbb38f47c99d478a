"""The terms of an additive rate, divided by it."""

import numpy as np

from tocsin.core.arrays import Floats
from tocsin.core.forecast import Shares
from tocsin.core.panel import Panel
from tocsin.forecast._features import N_OWN, NEIGHBOUR_HALF_LIVES, faded, last_rows
from tocsin.forecast._task import Task


def shares_of(known: Panel, task: Task, rates: Floats) -> Shares:
    """Return base, own and each neighbour's terms of the rate in the last month, by the `rates` (H, F + 1) fitted."""
    x = last_rows(known, task)
    base = np.repeat(rates[:, :1], len(x), axis=1)
    own = rates[:, 1 : N_OWN + 1] @ x[:, :N_OWN].T
    total = base + rates[:, 1:] @ x.T
    pairs = np.zeros((0, 2), int) if task.near is None else task.near.pairs
    terms = _neighbours(known, task, rates[:, N_OWN + 1 :])
    return Shares(base=base / total, own=own / total, pairs=pairs, neighbours=terms / total[:, pairs[:, 0]])


def _neighbours(known: Panel, task: Task, rates: Floats) -> Floats:
    if task.near is None:
        return np.zeros((len(rates), 0))
    marks = np.log1p(known.counts)
    ends = np.stack([faded(marks, half_life)[-1] for half_life in NEIGHBOUR_HALF_LIVES])
    return np.asarray(rates @ (ends[:, task.near.pairs[:, 1]] * task.near.weights))
