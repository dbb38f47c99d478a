"""The months and units that a model is fitted on."""

from dataclasses import dataclass

import numpy as np

from tocsin.core.arrays import Floats, Ints
from tocsin.core.panel import Panel
from tocsin.forecast._past import outcomes_after
from tocsin.forecast._task import Task

# The first two years of a panel only warm the features up; a case of 15 years ago counts half; of more cases than these
# so many are drawn.
WARM_UP_MONTHS = 24
CASE_HALF_LIFE_MONTHS = 180.0
MOST_CASES = 150_000


@dataclass(frozen=True, slots=True)
class Cases:
    """Rows and columns of the panel (N,), and how much each counts (N,)."""

    t: Ints
    u: Ints
    weights: Floats

    def outcomes(self, known: Panel, task: Task, horizon: int) -> Floats:
        """Return what came `horizon` months after each (N,); NaN where that is not known."""
        return outcomes_after(known, horizon, window_months=task.window_months)[self.t, self.u]


def cases_of(known: Panel, task: Task) -> Cases:
    """Return all observed months after the warm-up, or a sample of them by the seed of `task`."""
    t, u = np.nonzero(known.observed)
    late = t >= min(WARM_UP_MONTHS, len(known.times) // 2)
    t, u = t[late], u[late]
    if len(t) > MOST_CASES:
        drawn = np.sort(np.random.default_rng(task.seed).choice(len(t), MOST_CASES, replace=False))
        t, u = t[drawn], u[drawn]
    return Cases(t, u, 0.5 ** ((len(known.times) - t) / CASE_HALF_LIFE_MONTHS))
