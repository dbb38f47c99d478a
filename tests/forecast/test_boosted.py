from datetime import date

import numpy as np
import pytest

from make_panel import panel
from tocsin import InputError
from tocsin.forecast import Task, _boosted, forecast

LAST = date(2010, 12, 1)


def test_quantiles_of_counts_that_depend_on_nothing_are_those_of_the_past():
    pytest.importorskip("lightgbm")
    values = np.random.default_rng(3).poisson(20.0, (132, 30)).astype(float)
    made = forecast(panel(values), origin=LAST, task=Task(horizons=(1,)), model="boosted")
    told = made.quantiles(np.array([0.25, 0.5, 0.75])).mean(axis=(0, 1))
    assert told == pytest.approx(np.quantile(values, [0.25, 0.5, 0.75]), abs=1.0)


def test_without_lightgbm_the_model_says_how_to_install_it(monkeypatch):
    def absent(name):
        raise ImportError(name)

    monkeypatch.setattr(_boosted, "import_module", absent)
    with pytest.raises(InputError, match=r"pip install 'tocsin\[peers\]'"):
        forecast(panel(np.ones((60, 2))), origin=date(2004, 12, 1), task=Task(horizons=(1,)), model="boosted")
