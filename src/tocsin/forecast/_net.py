"""How many, by a ladder of counts whose steps a small network tells, for all horizons at once."""

from dataclasses import dataclass

import numpy as np

from tocsin.core.arrays import Floats, Ints
from tocsin.core.forecast import Shares
from tocsin.core.panel import Panel
from tocsin.forecast._cases import Cases, cases_of
from tocsin.forecast._features import N_LEVEL, Scaling, last_rows, level_columns, rows_of
from tocsin.forecast._ladder import RUNGS, on_ladder
from tocsin.forecast._network import Lessons, Network, Singles, train
from tocsin.forecast._severity import Severity, fit_severity
from tocsin.forecast._task import Task

# Networks differ by where they start; their mean is steadier than one.
N_NETWORKS = 3
# Features further out than this many standard deviations are held there.
FURTHEST = 6.0
HORIZON_SCALE_MONTHS = 12.0


@dataclass(frozen=True, slots=True)
class Net:
    """The chance of each step between RUNGS by the mean of small networks; within a step as in `hurdle`."""

    n_networks: int = N_NETWORKS

    def fit(self, known: Panel, task: Task) -> "FittedNet":
        """Return networks trained on all months whose outcome is known, and the severity for each horizon."""
        cases = cases_of(known, task)
        x = rows_of(known, task, (cases.t, cases.u), of=level_columns)
        scaling = Scaling.of(x)
        x = scaling(x)
        came = np.stack([cases.outcomes(known, task, horizon) for horizon in task.horizons], axis=1)
        there = np.isfinite(came).T
        severities = tuple(
            fit_severity(x[here], y[here], cases.weights[here]) for y, here in zip(came.T, there, strict=True)
        )
        lessons = _lessons(x, came, cases, task)
        networks = tuple(
            train(lessons, len(RUNGS) + 1, np.random.default_rng((task.seed, i))) for i in range(self.n_networks)
        )
        return FittedNet(task, scaling, networks, severities)


@dataclass(frozen=True, slots=True)
class FittedNet:
    """Networks for all horizons, and a severity for each."""

    task: Task
    scaling: Scaling
    networks: tuple[Network, ...]
    severities: tuple[Severity, ...]

    def pmf(self, known: Panel) -> Floats:
        """Return the severity's distribution, brought to the chance of each step of the ladder."""
        x = self.scaling(last_rows(known, self.task, of=level_columns))
        seen, found = _seen(x), []
        for horizon, severity in zip(_looks(self.task), self.severities, strict=True):
            shown = np.concatenate([seen, np.broadcast_to(horizon, (len(seen), len(horizon)))], axis=1)
            steps = np.mean([network.chances(shown) for network in self.networks], axis=0)
            reached = np.cumsum(steps[:, ::-1], axis=1)[:, ::-1][:, 1:]
            found.append(on_ladder(severity.pmf(x), reached))
        return np.stack(found)

    def shares(self, known: Panel) -> Shares | None:  # noqa: ARG002
        """Return None: there are no parts that add up."""
        return None


def _lessons(x: Floats, came: Floats, cases: Cases, task: Task) -> Lessons:
    """Return what networks learn from, in an order that does not depend on that of the units: sums depend on order."""
    seen = _seen(x)
    order = np.lexsort((*np.nan_to_num(came, nan=-1.0).T, *seen.T, cases.t))
    known = np.isfinite(came)
    steps: Ints = np.where(known, np.searchsorted(RUNGS, np.where(known, came, 0.0), side="right"), -1)
    weights = cases.weights / cases.weights.mean()
    return Lessons(seen[order], steps[order], _looks(task), weights[order].astype(np.float32))


def _seen(x: Floats) -> Singles:
    return np.clip(x[:, :-N_LEVEL], -FURTHEST, FURTHEST).astype(np.float32)


def _looks(task: Task) -> Singles:
    """Return what each horizon looks like to a network, (H, 1)."""
    return np.array(task.horizons, dtype=np.float32)[:, None] / np.float32(HORIZON_SCALE_MONTHS)
