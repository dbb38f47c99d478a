"""Accuracy and speed, measured by commands that anyone can run again."""

from tocsin.bench._counts import Counts
from tocsin.bench._gold import GoldResult, bench_gold
from tocsin.bench._muc4 import Muc4Result, bench_muc4
from tocsin.bench._real import RealResult, bench_real
from tocsin.bench._resample import resampled, seed_reports
from tocsin.bench._speed import SpeedOptions, SpeedResult, bench_speed

__all__ = [
    "Counts",
    "GoldResult",
    "Muc4Result",
    "RealResult",
    "SpeedOptions",
    "SpeedResult",
    "bench_gold",
    "bench_muc4",
    "bench_real",
    "bench_speed",
    "resampled",
    "seed_reports",
]
