"""Models that repeat a unit's own past."""

from dataclasses import dataclass

import numpy as np

from tocsin.core.arrays import Floats
from tocsin.core.forecast import Shares
from tocsin.core.panel import Panel
from tocsin.forecast._grid import GRID, pmf_of
from tocsin.forecast._past import window_sums
from tocsin.forecast._task import Task


@dataclass(frozen=True, slots=True)
class Zero:
    """Nothing happens."""

    def fit(self, known: Panel, task: Task) -> "FittedRecent":  # noqa: ARG002
        """Return the model; there is nothing to fit."""
        return FittedRecent(task, 0, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """The last `months` months (or windows), each as likely, or half as likely `half_life` months further back.

    With 1 month it is the last value, with 12 the VIEWS challenge's "conflictology".
    """

    months: int
    half_life: float | None = None

    def fit(self, known: Panel, task: Task) -> "FittedRecent":  # noqa: ARG002
        """Return the model; there is nothing to fit."""
        return FittedRecent(task, self.months, self.half_life)


@dataclass(frozen=True, slots=True)
class FittedRecent:
    """A model that repeats the last months."""

    task: Task
    months: int
    half_life: float | None

    def pmf(self, known: Panel) -> Floats:
        """Return the same distribution for each horizon; a unit never observed gets the mean of all others'."""
        sums = window_sums(known, self.task.window_months)[::-1][: self.months]
        here = np.zeros((len(known.units), len(GRID)))
        seen = np.isfinite(sums)
        some = seen.any(axis=0)
        here[~some, 0] = 1.0
        if some.any():
            ages = np.arange(len(sums))[:, None]
            weights = seen * (1.0 if self.half_life is None else 0.5 ** (ages / self.half_life))
            here[some] = pmf_of(np.where(seen, sums, 0.0)[:, some].T, weights[:, some].T)
            here[~some] = here[some].mean(axis=0)
        return np.repeat(here[None], len(self.task.horizons), axis=0)

    def shares(self, known: Panel) -> Shares | None:  # noqa: ARG002
        """Return None: there are no parts."""
        return None
