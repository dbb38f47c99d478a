from dataclasses import dataclass
from datetime import date

import numpy as np
import pytest

from make_panel import panel
from tocsin.forecast import GRID, Task, forecast
from tocsin.forecast._own import WithOwn

LAST = date(2001, 12, 1)
TASK = Task(horizons=(1, 5))
HARMONIC_24 = 3.7759581777535067


def told(values, **observed):
    return forecast(panel(np.asarray(values, float), **observed), origin=LAST, task=TASK, model="own")


def test_a_month_counts_as_one_over_one_plus_months_ago():
    values = np.zeros((24, 2))
    values[-1, 0] = values[-4, 1] = 7
    assert told(values).at_least(1)[0] == pytest.approx(np.array([1, 1 / 4]) / HARMONIC_24)


def test_forty_each_month_are_some_forty():
    upto = np.cumsum(told(np.full((24, 1), 40)).pmf[1, 0])
    low, middle, high = (GRID[np.searchsorted(upto, level)] for level in (0.05, 0.5, 0.95))
    # 40 times the exponentials of 0.5 times the quantiles of the normal distribution, -1.645, 0, 1.645
    assert (low, middle, high) == pytest.approx((17.6, 40, 91.0), rel=0.04)


def test_one_month_of_war_moves_the_middle_by_its_part_of_the_logarithm():
    values = np.full((24, 1), 40)
    values[-1] = 40_000
    middle = GRID[np.searchsorted(np.cumsum(told(values).pmf[0, 0]), 0.5)]
    assert middle == pytest.approx(40 * 1000 ** (1 / HARMONIC_24), rel=0.06)


def test_one_month_of_war_tells_of_none_far_beyond_it():
    values = np.full((24, 1), 40)
    values[-1] = 40_000
    beyond = GRID > 40_000 * 6  # the exponential of 0.7 times 2.5, the normal's quantile of 0.994
    assert told(values).pmf[0, 0, beyond].sum() == 0


def test_a_unit_that_swings_widely_is_told_no_wider_above_the_middle_than_a_spread_of_one_and_a_half():
    values = np.full((24, 1), 40)
    values[-1] = 40_000
    upto = np.cumsum(told(values).pmf[0, 0])
    low, middle, high = (np.log(GRID[np.searchsorted(upto, level)]) for level in (0.25, 0.5, 0.95))
    assert (high - middle) / 1.645 == pytest.approx(1.5, abs=0.1)
    # weighted standard deviation of one logarithm of 24 that lies log(1000) above the others, and 0.5 of its own
    part = 1 / HARMONIC_24
    wide = np.sqrt(part * (1 - part) * np.log(1000) ** 2 + 0.25)
    assert (middle - low) / 0.6745 == pytest.approx(wide, abs=0.1)


def test_a_unit_not_observed_gets_the_mean_of_all_others():
    values, seen = np.zeros((24, 3)), np.ones((24, 3), bool)
    values[:, 0], seen[:, 2] = 12, False
    made = told(values, observed=seen).pmf
    assert made[:, 2] == pytest.approx((made[:, 0] + made[:, 1]) / 2, abs=1e-12)


@dataclass(frozen=True)
class One:
    """A model that expects exactly one."""

    task: Task

    def fit(self, known, task):
        return One(task)

    def pmf(self, known):
        found = np.zeros((len(self.task.horizons), len(known.units), len(GRID)))
        found[:, :, 1] = 1.0
        return found

    def shares(self, known):
        return None


def test_own_months_weigh_three_tenths_where_none_had_any_and_six_where_all_had():
    values = np.zeros((24, 2))
    values[:, 1] = 2000
    past = panel(values)
    found = WithOwn(One(TASK)).fit(past, TASK).pmf(past)
    assert found[0, 0, :2] == pytest.approx([0.3, 0.7])
    assert found[1, 1, 1] == pytest.approx(0.4)
    assert found.sum(axis=2) == pytest.approx(np.ones((2, 2)))
