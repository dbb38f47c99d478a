"""Accuracy and speed, measured by commands that anyone can run again."""

from tocsin.bench._acts import ActsResult, bench_acts
from tocsin.bench._counts import Counts
from tocsin.bench._gold import GoldResult, bench_gold
from tocsin.bench._muc4 import Muc4Result, bench_muc4
from tocsin.bench._places import PlacesResult, bench_places
from tocsin.bench._plover import PloverResult, bench_plover
from tocsin.bench._real import RealResult, bench_real
from tocsin.bench._related import RelationsResult, bench_relations
from tocsin.bench._resample import resampled, seed_reports
from tocsin.bench._satp import QuantitiesOptions, QuantitiesResult, bench_quantities
from tocsin.bench._scale import ScaleOptions, ScaleRow, bench_scale
from tocsin.bench._speed import SpeedOptions, SpeedResult, bench_speed
from tocsin.bench._statements import StatementsOptions, StatementsResult, bench_statements
from tocsin.bench._times import TimesResult, bench_times
from tocsin.bench._views import ViewsOptions, ViewsRow, bench_views
from tocsin.bench._window import Judged, WindowOptions, WindowRow, bench_window

__all__ = [
    "ActsResult",
    "Counts",
    "GoldResult",
    "Judged",
    "Muc4Result",
    "PlacesResult",
    "PloverResult",
    "QuantitiesOptions",
    "QuantitiesResult",
    "RealResult",
    "RelationsResult",
    "ScaleOptions",
    "ScaleRow",
    "SpeedOptions",
    "SpeedResult",
    "StatementsOptions",
    "StatementsResult",
    "TimesResult",
    "ViewsOptions",
    "ViewsRow",
    "WindowOptions",
    "WindowRow",
    "bench_acts",
    "bench_gold",
    "bench_muc4",
    "bench_places",
    "bench_plover",
    "bench_quantities",
    "bench_real",
    "bench_relations",
    "bench_scale",
    "bench_speed",
    "bench_statements",
    "bench_times",
    "bench_views",
    "bench_window",
    "resampled",
    "seed_reports",
]
