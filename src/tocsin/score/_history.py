"""How forecasts like one did before, by what was known when it was made."""

import numpy as np

from tocsin.core.answer import History, Tenth
from tocsin.core.arrays import Floats
from tocsin.core.score import Score
from tocsin.core.track import Track
from tocsin.score._calibration import came_true, reliability
from tocsin.score._compare import compare
from tocsin.score._rules import brier_score

# Forecasts are alike whose log odds differ by no more: 0.38 to 0.62 beside 0.5, 0.06 to 0.15 beside 0.1, 0.006 to 0.016
# beside 0.01. A tenth of the scale would put 0.09 together with thousands near 0.
ALIKE_LOGITS = 0.5
LEAST_CHANCE = 1e-4


def history_of(tracks: tuple[Track, Track] | None, *, unit: str, probability: float, seed: int) -> History | None:
    """Return the scores of a track beside its baseline, and forecasts like that of `probability` and of the unit.

    None where there are no tracks, or nothing in them was observed.
    """
    if tracks is None or not np.isfinite(tracks[0].happened).any():
        return None
    model, baseline = tracks
    scores = [brier(track) for track in (model, baseline)]
    apart = compare(*scores, seed=seed)
    seen = np.isfinite(model.happened)
    here = seen[:, model.units.index(unit)]
    mine = [values[here, model.units.index(unit)] for values in (model.chance, model.happened)]
    return History(
        n=int(seen.sum()), first=model.origins[0], last=model.origins[-1], base_rate=float(model.happened[seen].mean()),
        brier=scores[0].mean, brier_baseline=scores[1].mean, difference_low=apart.low, difference_high=apart.high,
        alike=_alike(model, probability, seed), n_here=int(here.sum()),
        mean_here=_mean(mine[0]), happened_here=_mean(mine[1]),
    )  # fmt: skip


def brier(track: Track) -> Score:
    """Return the Brier score of a track, by origin and unit."""
    values = np.where(np.isfinite(track.happened), brier_score(track.chance, np.nan_to_num(track.happened)), np.nan)
    return Score(rule="Brier", values=values, axes=("origin", "unit"))


def tenths(track: Track, *, seed: int) -> tuple[Tenth, ...]:
    """Return what was forecast and what happened by tenths of the scale, with intervals over resampled units."""
    seen = np.isfinite(track.happened)
    units = np.broadcast_to(np.arange(len(track.units)), seen.shape)
    return reliability(track.chance[seen], track.happened[seen], groups=units[seen], seed=seed)


def _alike(track: Track, probability: float, seed: int) -> Tenth | None:
    """Return how often forecasts of nearly that probability came true; None if there were none."""
    near = np.isfinite(track.happened) & (np.abs(_logit(track.chance) - _logit(probability)) <= ALIKE_LOGITS)
    if not near.any():
        return None
    units = np.broadcast_to(np.arange(len(track.units)), near.shape)
    return came_true(track.chance[near], track.happened[near], groups=units[near], seed=seed)


def _logit(chance: Floats | float) -> Floats:
    held = np.clip(chance, LEAST_CHANCE, 1 - LEAST_CHANCE)
    return np.asarray(np.log(held / (1 - held)))


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else 0.0
