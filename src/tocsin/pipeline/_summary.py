"""Backtests in few numbers."""

from dataclasses import dataclass

import numpy as np

from tocsin.core.answer import Tenth
from tocsin.core.track import Track
from tocsin.pipeline._backtest import Backtest
from tocsin.score import Difference, auc, brier, compare, coverage, tenths


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How forecasts of at least `at_least` did: `auc` is None where it came always or never.

    `difference` is the Brier score less that of the first model, with a 95% interval over resampled units; None for the
    first. `tenths` are what was forecast and what happened by tenths of the scale.
    """

    at_least: int
    n: int
    base_rate: float
    brier: float
    auc: float | None
    difference: Difference | None
    tenths: tuple[Tenth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One model: mean scores by rule, their differences from the first model, coverage of the central 90%, counts."""

    model: str
    n: int
    scores: dict[str, float]
    differences: dict[str, Difference]
    coverage: float
    reached: tuple[Reached, ...]


def summaries(found: tuple[Backtest, ...], *, seed: int = 0) -> tuple[Summary, ...]:
    """Return each backtest in few numbers, beside the first."""
    return tuple(_summary(one, None if one is found[0] else found[0], seed) for one in found)


def _summary(one: Backtest, first: Backtest | None, seed: int) -> Summary:
    firsts = [None] * len(one.tracks) if first is None else list(first.tracks)
    apart = {} if first is None else {r: compare(one.scores[r], first.scores[r], seed=seed) for r in one.scores}
    return Summary(
        model=one.model,
        n=int(np.isfinite(one.pits).sum()),
        scores={rule: score.mean for rule, score in one.scores.items()},
        differences=apart,
        coverage=coverage(one.pits),
        reached=tuple(_reached(track, other, seed) for track, other in zip(one.tracks, firsts, strict=True)),
    )


def _reached(track: Track, first: Track | None, seed: int) -> Reached:
    seen = np.isfinite(track.happened)
    chance, happened = track.chance[seen], track.happened[seen]
    score = brier(track)
    return Reached(
        at_least=track.at_least,
        n=score.n,
        base_rate=float(happened.mean()),
        brier=score.mean,
        auc=auc(chance, happened) if 0 < happened.mean() < 1 else None,
        difference=None if first is None else compare(score, brier(first), seed=seed),
        tenths=tenths(track, seed=seed),
    )
