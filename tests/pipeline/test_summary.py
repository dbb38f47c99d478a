from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from make_panel import countries
from tocsin.pipeline import BacktestOptions, backtest, origins_with_room, summaries

# Up to 25 all counts are on the grid, so the CRPS of a certainty is its distance from what came.
PANEL = replace(countries(), counts=np.minimum(countries().counts, 25))
OPTIONS = BacktestOptions(
    first=date(2010, 1, 1), last=date(2011, 12, 1), models=("zero", "last"), at_least=(3,), rules=("CRPS", "MIS")
)
FIRST, SECOND = summaries(backtest(PANEL, OPTIONS))
ROW = PANEL.row(date(2010, 1, 1))
BEFORE, AFTER = PANEL.counts[ROW : ROW + 24], PANEL.counts[ROW + 1 : ROW + 25]


def test_models_are_held_against_the_first():
    assert (FIRST.differences, FIRST.reached[0].difference) == ({}, None)
    expected = np.abs(BEFORE - AFTER).mean() - AFTER.mean()
    assert SECOND.differences["CRPS"].difference == pytest.approx(expected, abs=1e-6)


def test_reaching_a_count_is_scored_as_a_probability():
    wrong = ((BEFORE >= 3) != (AFTER >= 3)).mean()
    assert SECOND.reached[0].brier == pytest.approx(wrong)
    assert FIRST.reached[0].brier == pytest.approx((AFTER >= 3).mean()) == pytest.approx(FIRST.reached[0].base_rate)
    assert FIRST.reached[0].auc == 0.5


def test_tenths_hold_all_forecasts():
    assert sum(tenth.n for tenth in SECOND.reached[0].tenths) == SECOND.reached[0].n == 24 * 8


def test_a_count_that_never_came_has_no_auc():
    options = BacktestOptions(first=date(2010, 1, 1), last=date(2010, 2, 1), models=("last",), at_least=(10**6,))
    assert summaries(backtest(PANEL, options))[0].reached[0].auc is None


def test_origins_with_room_leave_outcomes_inside_the_panel():
    # 2005-01 to 2014-12: a window of six months from two months on ends seven months after its origin.
    assert origins_with_room(PANEL, horizon=2, window_months=6) == (date(2007, 9, 1), date(2014, 5, 1))
