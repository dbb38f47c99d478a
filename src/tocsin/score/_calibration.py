"""Whether probabilities mean what they say."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import binomtest, rankdata

from tocsin.core.arrays import Floats
from tocsin.core.checks import require

N_BINS = 10


def pit(pmf: Floats, grid: Floats, y: Floats, *, seed: int) -> Floats:
    """Return the randomised probability integral transform (...,): uniform where forecasts are calibrated.

    A draw between the probability of less than `y` and of at most `y` (doi:10.1111/j.1541-0420.2009.01191.x).
    """
    mass = np.concatenate([np.zeros((*pmf.shape[:-1], 1)), np.cumsum(pmf, axis=-1)], axis=-1)
    asked = np.where(np.isfinite(y), y, 0.0)
    low = np.take_along_axis(mass, np.searchsorted(grid, asked, side="left")[..., None], -1)[..., 0]
    high = np.take_along_axis(mass, np.searchsorted(grid, asked, side="right")[..., None], -1)[..., 0]
    drawn = low + np.random.default_rng(seed).random(low.shape) * (high - low)
    return np.where(np.isfinite(y), drawn, np.nan)


def coverage(pits: Floats, *, level: float = 0.9) -> float:
    """Return the part of outcomes inside the central interval of probability `level`, by their `pits`; NaN for none.

    >>> coverage(np.array([0.01, 0.5, 0.94, np.nan]), level=0.9) == 2 / 3
    True
    """
    known = pits[np.isfinite(pits)]
    return float((np.abs(known - 0.5) <= level / 2).mean()) if known.size else float("nan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenth:
    """Forecasts of nearly the same probability: how many, their mean, how often it happened, with its 95% interval."""

    n: int
    forecast: float
    happened: float
    low: float
    high: float


def reliability(chance: Floats, happened: Floats) -> tuple[Tenth, ...]:
    """Return for each tenth of the scale from 0 to 1 what was forecast and what happened (Wilson intervals)."""
    tenth = np.minimum((chance * N_BINS).astype(int), N_BINS - 1)
    return tuple(_tenth(chance[tenth == i], happened[tenth == i]) for i in range(N_BINS) if (tenth == i).any())


def _tenth(chance: Floats, happened: Floats) -> Tenth:
    n, hits = len(happened), int(happened.sum())
    interval = binomtest(hits, n).proportion_ci(method="wilson")
    return Tenth(n=n, forecast=float(chance.mean()), happened=hits / n, low=interval.low, high=interval.high)


def auc(chance: Floats, happened: Floats) -> float:
    """Return how often a case that happened had the higher probability of a pair, ties counting half.

    >>> auc(np.array([0.1, 0.4, 0.4, 0.8]), np.array([0, 0, 1, 1]))
    0.875
    """
    yes = happened.astype(bool)
    n_yes, n_no = int(yes.sum()), int((~yes).sum())
    require(n_yes > 0 and n_no > 0, "AUC needs cases that happened and cases that did not")
    return float((rankdata(chance)[yes].sum() - n_yes * (n_yes + 1) / 2) / (n_yes * n_no))
