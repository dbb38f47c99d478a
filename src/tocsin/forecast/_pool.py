"""Several models at once."""

from dataclasses import dataclass

from tocsin.core.arrays import Floats
from tocsin.core.forecast import Shares
from tocsin.core.panel import Panel
from tocsin.forecast._task import Fitted, Forecaster, Task


@dataclass(frozen=True, slots=True)
class Pool:
    """The mean of the distributions of its members, each of the same weight."""

    members: tuple[Forecaster, ...]

    def fit(self, known: Panel, task: Task) -> "FittedPool":
        """Return all members fitted."""
        return FittedPool(tuple(member.fit(known, task) for member in self.members))


@dataclass(frozen=True, slots=True)
class FittedPool:
    """Members that have seen a panel."""

    members: tuple[Fitted, ...]

    def pmf(self, known: Panel) -> Floats:
        """Return the mean of the members' distributions."""
        total = self.members[0].pmf(known)
        for member in self.members[1:]:
            total += member.pmf(known)
        return total / len(self.members)

    def shares(self, known: Panel) -> Shares | None:
        """Return those of the first member that can tell; they are of that member's rate, not of the whole pool."""
        told = (member.shares(known) for member in self.members)
        return next((shares for shares in told if shares is not None), None)
