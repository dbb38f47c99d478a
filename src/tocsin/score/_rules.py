"""Scoring rules as pure functions of arrays; NaN outcomes give NaN."""

import numpy as np
import scoringrules
from scipy.signal import resample

from tocsin.core.arrays import Floats

# The VIEWS prediction challenge (Hegre et al. 2025, doi:10.1177/00223433241300862): edges of the bins of deaths, the
# last bin open; draws that a submission is brought to; and the central interval that is scored.
IGN_EDGES = (0.0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5)
CHALLENGE_DRAWS = 1000
INTERVAL_MISS = 0.1


def crps_pmf(pmf: Floats, grid: Floats, y: Floats) -> Floats:
    """Return the continuous ranked probability score (...,) of `pmf` (..., G) on `grid` (G,) for outcomes `y` (...,).

    Exact: E|X - y| - sum F (1 - F) (step of the grid). doi:10.1198/016214506000001437.

    >>> crps_pmf(np.array([0.5, 0.5]), np.array([0.0, 2.0]), np.array(2.0)).item()
    0.5
    """
    below = np.cumsum(pmf, axis=-1)[..., :-1]
    spread = (below * (1 - below)) @ np.diff(grid)
    return np.asarray(_mean_distance(pmf, grid, np.asarray(y, float)) - spread)


def _mean_distance(pmf: Floats, grid: Floats, y: Floats) -> Floats:
    """Return E|X - y| with no array of all distances: by the parts of the mean below and above `y`."""
    mass, mean = np.cumsum(pmf, axis=-1), np.cumsum(pmf * grid, axis=-1)
    at = np.clip(np.searchsorted(grid, y, side="right") - 1, 0, None)[..., None]
    low_mass = np.take_along_axis(mass, at, -1)[..., 0]
    low_mean = np.take_along_axis(mean, at, -1)[..., 0]
    return np.asarray(y * (2 * low_mass - mass[..., -1]) + mean[..., -1] - 2 * low_mean)


def crps_draws(draws: Floats, y: Floats) -> Floats:
    """Return the CRPS (...,) of equally likely `draws` (..., M): mean|x - y| - mean|x - x'| / 2 over all M^2 pairs."""
    return np.asarray(scoringrules.crps_ensemble(y, draws, estimator="qd"))


def threshold_crps(pmf: Floats, grid: Floats, y: Floats, *, threshold: float) -> Floats:
    """Return the CRPS that counts differences above `threshold` alone (doi:10.1198/jbes.2010.08110).

    >>> threshold_crps(np.array([0.5, 0.5]), np.array([0.0, 2.0]), np.array(0.0), threshold=2.0).item()
    0.0
    """
    return crps_pmf(pmf, np.maximum(grid, threshold), np.maximum(y, threshold))


def ignorance(draws: Floats, y: Floats) -> Floats:
    """Return the ignorance score in bits (...,) of `draws` (..., M), as the VIEWS challenge defines it.

    Eleven bins, each with one draw more than fell in it. Where M is not 1,000 the challenge brings the draws there by
    scipy's Fourier resampling, in the order given, which smooths them; negative ones become 0.
    """
    if draws.shape[-1] != CHALLENGE_DRAWS:
        draws = np.maximum(resample(draws, CHALLENGE_DRAWS, axis=-1), 0.0)
    known = np.isfinite(y)
    drawn = np.searchsorted(IGN_EDGES, draws, side="right")
    bin_of_y = np.searchsorted(IGN_EDGES, np.where(known, y, 0), side="right")
    hits = (drawn == np.asarray(bin_of_y)[..., None]).sum(axis=-1)
    return np.where(known, -np.log2((hits + 1) / (draws.shape[-1] + len(IGN_EDGES))), np.nan)


def interval_score(draws: Floats, y: Floats) -> Floats:
    """Return width of the central 90% interval of `draws` (..., M), plus 20 times what `y` (...,) lies outside it."""
    low, high = np.quantile(draws, [INTERVAL_MISS / 2, 1 - INTERVAL_MISS / 2], axis=-1)
    return np.asarray(scoringrules.interval_score(y, low, high, INTERVAL_MISS)).reshape(np.shape(y))


def brier_score(chance: Floats, happened: Floats) -> Floats:
    """Return the squared difference between a probability and what happened (0 or 1)."""
    return np.asarray(scoringrules.brier_score(happened, chance))


def log_score(pmf: Floats, grid: Floats, y: Floats) -> Floats:
    """Return -log2 of the probability (bits) of the step of the grid nearest to `y`; infinite where that is 0."""
    at = np.abs(grid - np.where(np.isfinite(y), y, 0.0)[..., None]).argmin(axis=-1)
    with np.errstate(divide="ignore"):
        bits = -np.log2(np.take_along_axis(pmf, at[..., None], -1)[..., 0])
    return np.where(np.isfinite(y), bits, np.nan)
