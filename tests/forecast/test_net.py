from datetime import date

import numpy as np
import pytest

from make_panel import panel
from tocsin.forecast import GRID, Task, forecast

LAST = date(2016, 8, 1)
CHANCES = {0.0: 0.6, 5.0: 0.3, 50.0: 0.1}


def test_each_step_has_the_chance_there_was():
    rng = np.random.default_rng(2)
    drawn = panel(rng.choice(list(CHANCES), p=list(CHANCES.values()), size=(200, 30)))
    made = forecast(drawn, origin=LAST, task=Task(horizons=(1, 2)), model="net")
    assert made.at_least(1).mean() == pytest.approx(0.4, abs=0.04)
    assert made.at_least(10).mean() == pytest.approx(0.1, abs=0.04)
    assert np.diff([made.at_least(k)[0] for k in GRID], axis=0).max() <= 1e-15


def test_it_sees_that_the_months_after_the_next_differ():
    happened = np.zeros((240, 20))
    happened[np.arange(240) % 2 == 1] = 7.0  # every second month
    made = forecast(panel(happened), origin=date(2019, 12, 1), task=Task(horizons=(1, 2)), model="net")
    assert made.at_least(1)[0].max() < 0.4
    assert made.at_least(1)[1].min() > 0.6


def test_another_seed_is_another_start():
    values = np.random.default_rng(1).poisson(0.5, (120, 10)).astype(float)
    one, two = (
        forecast(panel(values), origin=date(2009, 12, 1), task=Task(horizons=(1,), seed=seed), model="net")
        for seed in (0, 1)
    )
    assert not np.array_equal(one.pmf, two.pmf)
    assert one.at_least(1) == pytest.approx(two.at_least(1), abs=0.1)
