"""Several models at once."""

from dataclasses import dataclass

from tocsin.core.arrays import Floats
from tocsin.core.forecast import Shares
from tocsin.core.panel import Panel
from tocsin.forecast._task import Fitted, Forecaster, Task


@dataclass(frozen=True, slots=True)
class Pool:
    """The mean of the distributions of its members, by `weights` that need not sum to one.

    A member of weight 0 is there for its shares alone.
    """

    members: tuple[Forecaster, ...]
    weights: tuple[float, ...]

    def fit(self, known: Panel, task: Task) -> "FittedPool":
        """Return all members fitted."""
        return FittedPool(tuple(member.fit(known, task) for member in self.members), self.weights)


@dataclass(frozen=True, slots=True)
class FittedPool:
    """Members that have seen a panel."""

    members: tuple[Fitted, ...]
    weights: tuple[float, ...]

    def pmf(self, known: Panel) -> Floats:
        """Return the mean of the members' distributions."""
        first, *rest = [(member, w) for member, w in zip(self.members, self.weights, strict=True) if w > 0]
        total = first[1] * first[0].pmf(known)
        for member, weight in rest:
            total += weight * member.pmf(known)
        return total / sum(self.weights)

    def shares(self, known: Panel) -> Shares | None:
        """Return those of the first member that can tell; they are of that member's rate, not of the whole pool."""
        told = (member.shares(known) for member in self.members)
        return next((shares for shares in told if shares is not None), None)


@dataclass(frozen=True, slots=True)
class ByWindow:
    """One model for single months, another for sums over several: a unit has few windows that do not overlap."""

    month: Forecaster
    window: Forecaster

    def fit(self, known: Panel, task: Task) -> Fitted:
        """Return the model for the window of `task`, fitted."""
        return (self.month if task.window_months == 1 else self.window).fit(known, task)
