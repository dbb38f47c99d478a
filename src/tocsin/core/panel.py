"""Counts by month and unit."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from tocsin.core.arrays import Bools, Floats, digest, frozen_bools, frozen_floats
from tocsin.core.checks import require
from tocsin.core.errors import LookAheadError
from tocsin.core.months import last_day, months_between

MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Panel:
    """How much of `target` there was in each month and unit, as far as known on the day `as_of`.

    `counts` (T, U) are not negative, and 0 where not `observed` (T, U): a zero was seen, what is not observed is not
    known (a state that does not exist yet, a month that the source does not cover). `times` (T,) are the first days of
    consecutive months, the last not after `as_of`; `units` (U,) are unique names. Arrays are read-only; two panels with
    the same content have the same `digest`.

    Raises InvalidNoun for negative or infinite counts, months missing or twice, units twice, or shapes that differ.

    >>> panel = Panel(counts=[[0.0], [4.0]], observed=[[True], [True]], times=(date(2014, 1, 1), date(2014, 2, 1)),
    ...               units=("TN",), target="deaths", as_of=date(2014, 2, 28))
    >>> panel.until(date(2014, 1, 15)).counts.tolist()
    [[0.0]]
    """

    counts: Floats
    observed: Bools
    times: tuple[date, ...]
    units: tuple[str, ...]
    target: str
    as_of: date

    def __post_init__(self) -> None:
        object.__setattr__(self, "counts", frozen_floats(self.counts))
        object.__setattr__(self, "observed", frozen_bools(self.observed))
        object.__setattr__(self, "times", tuple(self.times))
        object.__setattr__(self, "units", tuple(self.units))
        self._check_axes()
        self._check_counts()

    def _check_axes(self) -> None:
        require(bool(self.times), "a panel has no months")
        require(bool(self.units), "a panel has no units")
        twice = [unit for unit, n in Counter(self.units).items() if n > 1]
        require(not twice, f"units of a panel stand twice: {_some(twice)}; add their counts up first")
        late = [day for day in self.times if day.day != 1]
        require(not late, f"times of a panel are not first days of months: {_some(late)}")
        for before, after in zip(self.times, self.times[1:], strict=False):
            gap = months_between(before, after)
            require(gap == 1, f"months of a panel are not consecutive: {after} comes after {before}; fill gaps with "
                    "unobserved months, and put each month once, in order")  # fmt: skip
        require(self.times[-1] <= self.as_of, f"a panel as of {self.as_of} ends with the later month {self.times[-1]}")

    def _check_counts(self) -> None:
        shape = (len(self.times), len(self.units))
        require(self.counts.shape == shape, f"counts have shape {self.counts.shape}; expected {shape}: months by units")
        require(self.observed.shape == shape, f"observed has shape {self.observed.shape}; expected {shape}")
        self._none_where(~np.isfinite(self.counts), "not finite; mark what is not known as not observed, with count 0")
        self._none_where(self.counts < 0, "negative")
        self._none_where((self.counts != 0) & ~self.observed, "not 0 where nothing was observed")

    def _none_where(self, wrong: Bools, what: str) -> None:
        if wrong.any():
            at = [
                f"{self.units[u]} in {self.times[t]:%Y-%m} ({self.counts[t, u]:g})" for t, u in np.argwhere(wrong)[:3]
            ]
            require(False, f"{int(wrong.sum())} counts of a panel are {what}: {_some(at)}")

    @property
    def digest(self) -> str:
        """Return 16 hexadecimal digits made from everything the panel holds."""
        texts = [self.target, self.as_of.isoformat(), self.times[0].isoformat(), *self.units]
        return digest([*texts, self.counts, self.observed])

    def row(self, month: date) -> int:
        """Return the row of the month that the day `month` lies in.

        Raises LookAheadError for a month after the last, InvalidNoun for one before the first.
        """
        row = months_between(self.times[0], month)
        if row >= len(self.times):
            raise LookAheadError(
                f"the panel of {self.target} ends with {self.times[-1]:%Y-%m}; {month:%Y-%m} is not known in it"
            )
        require(row >= 0, f"the panel of {self.target} begins with {self.times[0]:%Y-%m}; {month:%Y-%m} is before that")
        return row

    def until(self, day: date) -> "Panel":
        """Return the panel with the months up to and with that of `day` alone, as of the end of that month.

        The counts are those of this panel: later corrections of earlier months stay in. Raises LookAheadError where the
        panel does not reach `day`.
        """
        last = self.row(day)
        end = min(self.as_of, last_day(day))
        kept = slice(0, last + 1)
        return replace(self, counts=self.counts[kept], observed=self.observed[kept], times=self.times[kept], as_of=end)


def _some(things: list[object] | list[str] | list[date]) -> str:
    named = ", ".join(str(thing) for thing in things[:MOST_NAMED])
    return named if len(things) <= MOST_NAMED else f"{named} and {len(things) - MOST_NAMED} more"
