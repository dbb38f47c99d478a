"""How the forecasts of a ledger did."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

from tocsin.ledger._forecasts import Forecasted, forecasts

# In the log score a probability counts as this at least, so that one certainty that failed does not hide all else.
LEAST_CHANCE = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Forecasts of one model: how many are open, void and resolved, and mean scores of these beside their baselines'.

    `brier` is the mean squared error, `log_score` the mean of -log2 of the probability of what came (bits); None where
    nothing is resolved.
    """

    model: str
    n_open: int
    n_void: int
    n: int
    n_yes: int
    brier: float | None
    brier_baseline: float | None
    log_score: float | None
    log_score_baseline: float | None


def standings(ledger: Path) -> tuple[Standing, ...]:
    """Return how the forecasts of each model did; errors as of `entries`."""
    by_model: dict[str, list[Forecasted]] = {}
    for one in forecasts(ledger):
        by_model.setdefault(str(one.entry.body["model"]), []).append(one)
    return tuple(_standing(model, there) for model, there in by_model.items())


def _standing(model: str, there: Sequence[Forecasted]) -> Standing:
    scored = [one for one in there if one.outcome in {"yes", "no"}]
    came = [float(one.outcome == "yes") for one in scored]
    model_says, baseline_says = [one.probability for one in scored], [one.baseline for one in scored]
    return Standing(
        model=model,
        n_open=sum(one.outcome is None for one in there),
        n_void=sum(one.outcome == "void" for one in there),
        n=len(scored),
        n_yes=int(sum(came)),
        brier=_mean([(p - y) ** 2 for p, y in zip(model_says, came, strict=True)]),
        brier_baseline=_mean([(p - y) ** 2 for p, y in zip(baseline_says, came, strict=True)]),
        log_score=_mean([_bits(p, y) for p, y in zip(model_says, came, strict=True)]),
        log_score_baseline=_mean([_bits(p, y) for p, y in zip(baseline_says, came, strict=True)]),
    )


def _bits(probability: float, came: float) -> float:
    return -log2(max(probability if came else 1 - probability, LEAST_CHANCE))


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
