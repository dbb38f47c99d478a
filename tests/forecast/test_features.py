"""What models look at, for very many units too."""

import tracemalloc

import numpy as np

from make_panel import panel
from tocsin.forecast import Task
from tocsin.forecast._features import last_rows, level_columns


def test_the_features_of_the_last_month_are_worked_out_without_holding_those_of_all_months():
    known, task = panel(np.ones((120, 5000))), Task(horizons=(1,))
    n_columns = last_rows(known, task, of=level_columns).shape[1]
    tracemalloc.start()
    last_rows(known, task, of=level_columns)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < known.counts.nbytes * n_columns / 2
