"""How forecasts like one did before, by what was known when it was made."""

import numpy as np

from tocsin.core.answer import History, Tenth
from tocsin.core.arrays import Floats
from tocsin.core.score import Score
from tocsin.core.track import Track
from tocsin.score import N_BINS, brier_score, compare, reliability


def history_of(tracks: tuple[Track, Track] | None, *, unit: str, probability: float, seed: int) -> History | None:
    """Return the scores of a track beside its baseline, and the tenth and the unit that `probability` is about.

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
        tenth=_tenth_of(probability, tenths(model, seed=seed)), n_here=int(here.sum()),
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


def _tenth_of(probability: float, found: tuple[Tenth, ...]) -> Tenth | None:
    def number(chance: float) -> int:
        return min(int(chance * N_BINS), N_BINS - 1)

    return next((tenth for tenth in found if number(tenth.forecast) == number(probability)), None)


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else 0.0
