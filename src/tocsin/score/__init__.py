"""Proper scores of forecasts, calibration, and comparison of models."""

from tocsin.score._calibration import auc, came_true, coverage, pit, reliability
from tocsin.score._compare import Difference, compare
from tocsin.score._rules import (
    brier_score,
    crps_draws,
    crps_pmf,
    ignorance,
    interval_score,
    log_score,
    threshold_crps,
)
from tocsin.score._score import RULES, outcomes, score

__all__ = [
    "RULES",
    "Difference",
    "auc",
    "brier_score",
    "came_true",
    "compare",
    "coverage",
    "crps_draws",
    "crps_pmf",
    "ignorance",
    "interval_score",
    "log_score",
    "outcomes",
    "pit",
    "reliability",
    "score",
    "threshold_crps",
]
