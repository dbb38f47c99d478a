"""The places that a name may stand for, by how much speaks for each: the one taken, and its runners-up."""

from dataclasses import dataclass

from tocsin.core.values import RunnerUp
from tocsin.read._gazetteer import Entry

MOST_RUNNERS_UP = 3
FARTHEST_BEHIND = 5.0  # e to the power of 5: about 150 times less likely than the place taken


@dataclass(frozen=True, slots=True)
class Ranking:
    """What each place that a name may stand for got in all (`totals`, at least one)."""

    totals: dict[Entry, float]

    @property
    def best(self) -> Entry:
        """The place with the highest total."""
        return max(self.totals, key=self.totals.__getitem__)

    def runners_up(self) -> tuple[RunnerUp, ...]:
        """Return the next best places, the best first; none that is far behind."""
        first, *others = sorted(self.totals, key=self.totals.__getitem__, reverse=True)
        behind = {e: round(self.totals[first] - self.totals[e], 1) for e in others[:MOST_RUNNERS_UP]}
        return tuple(
            RunnerUp(name=e.name, country=e.country, admin1=e.admin1, lat=e.lat, lon=e.lon, behind=less)
            for e, less in behind.items()
            if less <= FARTHEST_BEHIND
        )
