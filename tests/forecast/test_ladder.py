from datetime import date

import numpy as np
import pytest

from make_panel import panel
from tocsin.forecast import GRID, Task, forecast

LAST = date(2016, 8, 1)
CHANCES = {0.0: 0.6, 5.0: 0.3, 50.0: 0.1}


def drawn():
    """Return counts that depend on nothing: 0, 5 or 50, by CHANCES."""
    rng = np.random.default_rng(2)
    return panel(rng.choice(list(CHANCES), p=list(CHANCES.values()), size=(200, 30)))


def test_each_rung_has_the_chance_there_was():
    made = forecast(drawn(), origin=LAST, task=Task(horizons=(1, 2)), model="ladder")
    assert made.at_least(1).mean() == pytest.approx(0.4, abs=0.03)
    assert made.at_least(10).mean() == pytest.approx(0.1, abs=0.03)
    assert made.at_least(100).mean() < 0.01


def test_more_is_never_more_likely_than_less():
    made = forecast(drawn(), origin=LAST, task=Task(horizons=(1,)), model="ladder")
    assert np.diff([made.at_least(k)[0] for k in GRID], axis=0).max() <= 1e-15


def test_the_pool_of_windows_is_the_ladder_with_the_shares_of_hawkes():
    task = Task(horizons=(1,), window_months=6)
    pool, ladder, hawkes = (forecast(drawn(), origin=LAST, task=task, model=m) for m in ("pool", "ladder", "hawkes"))
    assert np.array_equal(pool.pmf, ladder.pmf)
    assert np.array_equal(pool.shares.own, hawkes.shares.own)
