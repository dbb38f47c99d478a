"""Forecasts from a panel: baselines first, then models."""

from tocsin.forecast._forecast import FORECASTERS, Fit, fit, forecast
from tocsin.forecast._grid import GRID
from tocsin.forecast._near import near_of
from tocsin.forecast._spillover import spillover
from tocsin.forecast._task import Fitted, Forecaster, Near, Task

__all__ = [
    "FORECASTERS",
    "GRID",
    "Fit",
    "Fitted",
    "Forecaster",
    "Near",
    "Task",
    "fit",
    "forecast",
    "near_of",
    "spillover",
]
