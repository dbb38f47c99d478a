from datetime import date

import numpy as np
import pytest

from make_panel import panel
from tocsin.forecast import Task, forecast

LAST = date(2016, 8, 1)
STEADY, SWINGING = slice(0, 15), slice(15, 30)


@pytest.mark.parametrize("model", ["hurdle", "hawkes", "ladder", "net"])
def test_a_unit_whose_months_lie_far_apart_gets_a_wider_forecast_than_a_steady_one_of_the_same_level(model):
    rng = np.random.default_rng(5)
    logs = np.log(300) + rng.normal(0, 1, (200, 30)) * np.where(np.arange(30) < 15, 0.1, 1.0)
    made = forecast(panel(np.round(np.exp(logs))), origin=LAST, task=Task(horizons=(1,)), model=model)
    low, high = np.moveaxis(np.log1p(made.quantiles(np.array([0.05, 0.95]))[0]), -1, 0)
    width = high - low
    assert width[SWINGING].mean() > 1.5 * width[STEADY].mean()
