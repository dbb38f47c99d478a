"""Two models on the same cells."""

from dataclasses import dataclass

import numpy as np

from tocsin.core.checks import require
from tocsin.core.score import Score

N_RESAMPLES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The mean difference of two scores, left less right, with a 95% interval over resampled units."""

    rule: str
    difference: float
    low: float
    high: float
    n_units: int


def compare(left: Score, right: Score, *, seed: int, n_resamples: int = N_RESAMPLES) -> Difference:
    """Return the difference of two scores of the same cells, resampling whole units: their cells depend on each other.

    Raises InvalidNoun where the scores are of different rules or cells, or have no axis of units.
    """
    require(left.rule == right.rule, f"{left.rule} and {right.rule} cannot be compared")
    same = left.values.shape == right.values.shape and left.axes == right.axes
    require(same and "unit" in left.axes, "scores to be compared need the same axes, with units among them")
    unit = left.axes.index("unit")
    apart = np.moveaxis(left.values - right.values, unit, 0).reshape(left.values.shape[unit], -1)
    sums, numbers = np.nansum(apart, axis=1), np.isfinite(apart).sum(axis=1)
    n = len(sums)
    drawn = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=n_resamples)
    low, high = np.quantile((drawn @ sums) / np.maximum(drawn @ numbers, 1), [0.025, 0.975])
    difference = float(sums.sum() / numbers.sum())
    return Difference(rule=left.rule, difference=difference, low=float(low), high=float(high), n_units=n)
