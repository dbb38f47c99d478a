"""What is asked of a model, and what a model offers."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from scipy.sparse import csr_array

from tocsin.core.arrays import Floats, Ints, frozen_floats, frozen_ints
from tocsin.core.checks import require
from tocsin.core.forecast import Shares, require_horizons
from tocsin.core.panel import Panel

REACH_KM = 200.0
LEAST_WEIGHT = 0.02


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Near:
    """Which units are neighbours: `pairs` (P, 2) of a unit and its neighbour by number, with `weights` (P,) above 0."""

    pairs: Ints
    weights: Floats

    def __post_init__(self) -> None:
        object.__setattr__(self, "pairs", frozen_ints(np.reshape(self.pairs, (-1, 2))))
        object.__setattr__(self, "weights", frozen_floats(self.weights))
        require(self.weights.shape == (len(self.pairs),), "each pair of neighbours has one weight")
        require(bool((self.weights > 0).all()), "weights of neighbours are above 0")
        require(bool((self.pairs[:, 0] != self.pairs[:, 1]).all()), "a unit is not a neighbour of its own")

    @classmethod
    def from_distances(cls, distances_km: Floats) -> "Near":
        """Return neighbours from distances (U, U): weight exp(-d / 200 km), none below 0.02."""
        weights = np.exp(-np.asarray(distances_km) / REACH_KM)
        np.fill_diagonal(weights, 0.0)
        pairs = np.argwhere(weights >= LEAST_WEIGHT)
        return cls(pairs=pairs, weights=weights[pairs[:, 0], pairs[:, 1]])

    def matrix(self, n_units: int) -> csr_array:
        """Return the weights as a sparse array (U, U), a unit's neighbours along its row."""
        rows, columns = self.pairs[:, 0], self.pairs[:, 1]
        inside = not len(self.pairs) or (self.pairs.min() >= 0 and self.pairs.max() < n_units)
        require(bool(inside), f"a pair of neighbours names a unit outside of the {n_units} of the panel")
        return csr_array((self.weights, (rows, columns)), shape=(n_units, n_units))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Task:
    """What to forecast: `horizons` in months after the origin, each a month or a sum over `window_months` from it on.

    A window has a model of its own, so that the dependence between its months is in it.
    """

    horizons: tuple[int, ...]
    window_months: int = 1
    seed: int = 0
    near: Near | None = None

    def __post_init__(self) -> None:
        require_horizons(self.horizons, self.window_months)


class Fitted(Protocol):
    """A model that has seen a panel."""

    def pmf(self, known: Panel) -> Floats:
        """Return probabilities (H, U, G) on GRID, seen from the last month of `known`."""
        ...

    def shares(self, known: Panel) -> Shares | None:
        """Return which part of what is expected comes from where; None for models that cannot tell."""
        ...


class Forecaster(Protocol):
    """A kind of model."""

    def fit(self, known: Panel, task: Task) -> Fitted:
        """Return the model fitted to everything in `known`."""
        ...
