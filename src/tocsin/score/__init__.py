"""Proper scores of forecasts, calibration, comparison of models, and how far a number can be trusted."""

from tocsin.score._calibration import auc, came_true, coverage, pit, reliability
from tocsin.score._compare import Difference, compare
from tocsin.score._estimate import confidence, word_for
from tocsin.score._history import brier, history_of, tenths
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
    "brier",
    "brier_score",
    "came_true",
    "compare",
    "confidence",
    "coverage",
    "crps_draws",
    "crps_pmf",
    "history_of",
    "ignorance",
    "interval_score",
    "log_score",
    "outcomes",
    "pit",
    "reliability",
    "score",
    "tenths",
    "threshold_crps",
    "word_for",
]
