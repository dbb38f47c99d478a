"""Occurrence times severity, for each horizon a model of its own; none is simulated."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tocsin.core.arrays import Floats
from tocsin.core.forecast import Shares
from tocsin.core.panel import Panel
from tocsin.forecast._cases import cases_of
from tocsin.forecast._features import N_LEVEL, N_WIDE, Scaling, last_rows, level_columns, rows_of
from tocsin.forecast._grid import GRID
from tocsin.forecast._occurrence import chance_additive, chance_logistic, fit_additive, fit_logistic
from tocsin.forecast._severity import Severity, fit_severity
from tocsin.forecast._shares import shares_of
from tocsin.forecast._task import Task

# Whether there is any rests on the first columns alone; how many, on all.
N_BENT = N_WIDE + N_LEVEL
FitOccurrence = Callable[[Floats, Floats, Floats], Floats]
Chance = Callable[[Floats, Floats], Floats]


@dataclass(frozen=True, slots=True)
class Hurdle:
    """Whether there is any by logistic regression (or additively: Hawkes), and how many by ridge on the log scale."""

    fit_occurrence: FitOccurrence = fit_logistic
    chance: Chance = chance_logistic

    def fit(self, known: Panel, task: Task) -> "FittedHurdle":
        """Return the two parts for each horizon, fitted to all months whose outcome is known."""
        cases = cases_of(known, task)
        x = rows_of(known, task, (cases.t, cases.u), of=level_columns)
        scaling = Scaling.of(x)
        plain, scaled = x[:, :-N_BENT], scaling(x)
        parts = []
        for horizon in task.horizons:
            y = cases.outcomes(known, task, horizon)
            there = np.isfinite(y)
            weights = cases.weights[there]
            occurrence = self.fit_occurrence(plain[there], (y[there] > 0).astype(float), weights)
            parts.append((occurrence, fit_severity(scaled[there], y[there], weights)))
        return FittedHurdle(task, self.chance, scaling, tuple(parts))


@dataclass(frozen=True, slots=True)
class FittedHurdle:
    """Occurrence, from plain features, and severity, from scaled ones, for each horizon."""

    task: Task
    chance: Chance
    scaling: Scaling
    parts: tuple[tuple[Floats, Severity], ...]

    def pmf(self, known: Panel) -> Floats:
        """Return P(0) by the model of occurrence, the rest by that of severity."""
        x = last_rows(known, self.task, of=level_columns)
        plain, scaled = x[:, :-N_BENT], self.scaling(x)
        found = np.empty((len(self.parts), len(x), len(GRID)))
        for h, (occurrence, severity) in enumerate(self.parts):
            some = self.chance(plain, occurrence)
            found[h] = some[:, None] * severity.pmf(scaled)
            found[h, :, 0] += 1 - some
        return found

    def shares(self, known: Panel) -> Shares | None:
        """Return base, own and each neighbour's terms of the rate divided by the rate; None for the logistic model."""
        if self.chance is not chance_additive:
            return None
        return shares_of(known, self.task, np.stack([occurrence for occurrence, _ in self.parts]))


def hawkes() -> Hurdle:
    """Return the model whose occurrence is excited additively by the past of a unit and its neighbours."""
    return Hurdle(fit_additive, chance_additive)
