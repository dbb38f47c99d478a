"""Accuracy and speed, measured by commands that anyone can run again."""

from tocsin.bench._counts import Counts
from tocsin.bench._gold import GoldResult, bench_gold
from tocsin.bench._resample import resampled, seed_reports
from tocsin.bench._speed import SpeedOptions, SpeedResult, bench_speed

__all__ = [
    "Counts",
    "GoldResult",
    "SpeedOptions",
    "SpeedResult",
    "bench_gold",
    "bench_speed",
    "resampled",
    "seed_reports",
]
