"""What may come: a distribution for each horizon and unit."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from tocsin.core.arrays import Floats, Ints, frozen_floats, frozen_ints
from tocsin.core.checks import require
from tocsin.core.months import add_months

LONGEST_HORIZON = 36
SUM_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shares:
    """Which part of what is expected comes from where: of first order, and an association, not a cause.

    `base` and `own` (H, U) are the parts of the base rate and of the unit's own past; `pairs` (P, 2) are a unit and a
    neighbour by their numbers, `neighbours` (H, P) the part of that neighbour's past. For each horizon and unit the
    parts sum to one.
    """

    base: Floats
    own: Floats
    pairs: Ints
    neighbours: Floats

    def __post_init__(self) -> None:
        for name in ("base", "own", "neighbours"):
            object.__setattr__(self, name, frozen_floats(getattr(self, name)))
        object.__setattr__(self, "pairs", frozen_ints(np.reshape(self.pairs, (-1, 2))))
        n_horizons = self.base.shape[0]
        require(self.own.shape == self.base.shape, f"own has shape {self.own.shape}; expected {self.base.shape}")
        expected = (n_horizons, len(self.pairs))
        require(self.neighbours.shape == expected, f"neighbours has shape {self.neighbours.shape}; expected {expected}")
        off = np.abs(self.total() - 1).max(initial=0.0)
        require(bool(off <= SUM_TOLERANCE), f"shares sum to one within {SUM_TOLERANCE}; off by {off:.3g}")

    def total(self) -> Floats:
        """Return the sum of all parts, (H, U)."""
        total = self.base + self.own
        for h in range(len(total)):
            total[h] += np.bincount(self.pairs[:, 0], self.neighbours[h], minlength=total.shape[1])
        return total


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spillover:
    """What the rate is made of, and how sure that is: an association of first order, not a cause.

    Each range (2, H, U) or (2, H, P) holds nine in ten of `n_refits` refits of the shares; one that reaches down to 0
    says that there may be nothing.
    """

    shares: Shares
    base_range: Floats
    own_range: Floats
    neighbour_range: Floats
    n_refits: int

    def __post_init__(self) -> None:
        for name in ("base_range", "own_range", "neighbour_range"):
            object.__setattr__(self, name, frozen_floats(getattr(self, name)))
        units, pairs = self.shares.base.shape, self.shares.neighbours.shape
        expected = {"base_range": (2, *units), "own_range": (2, *units), "neighbour_range": (2, *pairs)}
        for name, shape in expected.items():
            found = getattr(self, name).shape
            require(found == shape, f"{name} has shape {found}; expected {shape}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Forecast:
    """The probability of each count, for each horizon and unit, as a model saw it from `origin`.

    `pmf` (H, U, G) are probabilities on the `grid` (G,) of counts, which grows from 0; they sum to one. `origin` is the
    first day of the last month that was known. With `window_months` of 1, horizon h is the month h months after the
    origin; with w, the sum over the w months from that one on. `panel` is the digest of the panel that was used, cut at
    the origin.
    """

    pmf: Floats
    grid: Floats
    origin: date
    horizons: tuple[int, ...]
    units: tuple[str, ...]
    target: str
    model: str
    panel: str
    seed: int
    window_months: int = 1
    shares: Shares | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "pmf", frozen_floats(self.pmf))
        object.__setattr__(self, "grid", frozen_floats(self.grid))
        object.__setattr__(self, "horizons", tuple(self.horizons))
        object.__setattr__(self, "units", tuple(self.units))
        require_horizons(self.horizons, self.window_months)
        require(self.origin.day == 1, f"the origin {self.origin} is not the first day of a month")
        grows = self.grid[0] == 0 and bool((np.diff(self.grid) > 0).all())
        require(grows, "the grid of a forecast begins with 0 and grows")
        shape = (len(self.horizons), len(self.units), len(self.grid))
        require(self.pmf.shape == shape, f"the pmf has shape {self.pmf.shape}; expected {shape}")
        require(bool((self.pmf >= 0).all()), "a probability of a forecast is negative or not a number")
        off = float(np.abs(self.pmf.sum(axis=2) - 1).max())
        require(
            off <= SUM_TOLERANCE, f"probabilities of a forecast sum to one within {SUM_TOLERANCE}; off by {off:.3g}"
        )

    @property
    def months(self) -> tuple[date, ...]:
        """Return the first day of the month that each horizon begins with."""
        return tuple(add_months(self.origin, h) for h in self.horizons)

    def quantiles(self, levels: Floats) -> Floats:
        """Return the least grid value whose cumulated probability reaches each of the `levels` (M,): (H, U, M)."""
        asked = np.asarray(levels, dtype=float)
        order = np.argsort(asked)
        reached = np.searchsorted(asked[order], np.cumsum(self.pmf, axis=2) + SUM_TOLERANCE, side="right")
        found = np.empty((*self.pmf.shape[:2], len(asked)))
        found[..., order] = self.grid[np.minimum(_numbers_below(reached, len(asked)), len(self.grid) - 1)]
        return found

    def draws(self, n: int) -> Floats:
        """Return `n` draws, sorted: the quantiles at (i - 1/2) / n for i from 1 to n, (H, U, n)."""
        require(n >= 1, f"a forecast was asked for {n} draws; expected at least one")
        return self.quantiles((np.arange(n) + 0.5) / n)

    def at_least(self, k: float) -> Floats:
        """Return the probability of a count of `k` or more, (H, U)."""
        chance: Floats = self.pmf[:, :, self.grid >= k].sum(axis=2)
        return chance

    def mean(self) -> Floats:
        """Return the expected count, (H, U)."""
        return self.pmf @ self.grid


def _numbers_below(reached: Ints, n_levels: int) -> Ints:
    """Return how many points of the grid do not reach each level, (H, U, M), by how many levels each reaches."""
    n_rows, size = reached.shape[0] * reached.shape[1], n_levels + 1
    cells = np.arange(n_rows)[:, None] * size + reached.reshape(n_rows, -1)
    counted = np.bincount(cells.reshape(-1), minlength=n_rows * size).reshape(n_rows, size)
    return np.cumsum(counted[:, :-1], axis=1).reshape(*reached.shape[:2], n_levels)


def require_horizons(horizons: tuple[int, ...], window_months: int) -> None:
    """Return nothing if horizons are different months from 1 to 36 and the window is at least a month long."""
    known = bool(horizons) and all(1 <= h <= LONGEST_HORIZON for h in horizons)
    require(known, f"horizons are {horizons}; expected months from 1 to {LONGEST_HORIZON}")
    require(len(set(horizons)) == len(horizons), f"a horizon stands twice in {horizons}")
    require(1 <= window_months <= LONGEST_HORIZON, f"window_months is {window_months}; expected 1 to {LONGEST_HORIZON}")
