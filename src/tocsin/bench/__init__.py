"""Accuracy and speed, measured by commands that anyone can run again."""

from tocsin.bench._counts import Counts
from tocsin.bench._gold import GoldResult, bench_gold

__all__ = ["Counts", "GoldResult", "bench_gold"]
