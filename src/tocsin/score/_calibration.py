"""Whether probabilities mean what they say."""

import numpy as np
import numpy.typing as npt
from scipy.stats import norm, rankdata

from tocsin.core.answer import Tenth
from tocsin.core.arrays import Floats
from tocsin.core.checks import require

N_BINS = 10
N_RESAMPLES = 1000
Z95 = float(norm.ppf(0.975))


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


def reliability(
    chance: Floats,
    happened: Floats,
    *,
    groups: npt.NDArray[np.integer] | None = None,
    held_wide: bool = True,
    seed: int = 0,
) -> tuple[Tenth, ...]:
    """Return for each tenth of the scale from 0 to 1 what was forecast and what happened, as `came_true` tells."""
    tenth = np.minimum((chance * N_BINS).astype(int), N_BINS - 1)
    there = [tenth == i for i in np.unique(tenth)]
    return tuple(
        came_true(
            chance[here],
            happened[here],
            groups=None if groups is None else groups[here],
            held_wide=held_wide,
            seed=seed,
        )
        for here in there
    )


def came_true(
    chance: Floats,
    happened: Floats,
    *,
    groups: npt.NDArray[np.integer] | None = None,
    held_wide: bool = True,
    seed: int = 0,
) -> Tenth:
    """Return what was forecast on the whole and how often it happened, with its 95% interval.

    Cases are taken for independent (Wilson); where `groups` (N,) tell which are not, such as those of one country, the
    interval is over resampled groups, and if `held_wide` no narrower than Wilson's with as many cases as groups.
    """
    rate = float(happened.mean())
    low, high = _wilson(rate, len(happened) if groups is None else len(np.unique(groups)))
    if groups is not None:
        drawn = _between_groups(happened, groups, seed)
        low, high = (min(drawn[0], low), max(drawn[1], high)) if held_wide else drawn
    return Tenth(n=len(happened), forecast=float(chance.mean()), happened=rate, low=low, high=high)


def _wilson(rate: float, n: int) -> tuple[float, float]:
    middle = (rate + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
    half = Z95 / (1 + Z95**2 / n) * np.sqrt(rate * (1 - rate) / n + Z95**2 / (4 * n**2))
    return max(0.0, float(middle - half)), min(1.0, float(middle + half))


def _between_groups(happened: Floats, groups: npt.NDArray[np.integer], seed: int) -> tuple[float, float]:
    _, place, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    n = len(sizes)
    hits = np.bincount(place, happened)
    drawn = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=N_RESAMPLES)
    low, high = np.quantile((drawn @ hits) / (drawn @ sizes), [0.025, 0.975])
    return float(low), float(high)


def auc(chance: Floats, happened: Floats) -> float:
    """Return how often a case that happened had the higher probability of a pair, ties counting half.

    >>> auc(np.array([0.1, 0.4, 0.4, 0.8]), np.array([0, 0, 1, 1]))
    0.875
    """
    yes = happened.astype(bool)
    n_yes, n_no = int(yes.sum()), int((~yes).sum())
    require(n_yes > 0 and n_no > 0, "AUC needs cases that happened and cases that did not")
    return float((rankdata(chance)[yes].sum() - n_yes * (n_yes + 1) / 2) / (n_yes * n_no))
