from datetime import date

import numpy as np
import pytest

from make_panel import forecast
from tocsin import InvalidNoun, Shares


def test_draws_are_the_quantiles_in_the_middle_of_equal_parts():
    made = forecast([0.5, 0.25, 0.25], grid=[0, 1, 10])
    assert made.draws(4).tolist() == [[[0.0, 0.0, 1.0, 10.0]]]


def test_quantiles_are_the_least_values_that_reach_each_level_in_any_order_of_levels():
    chances = np.random.default_rng(2).dirichlet(np.ones(6), size=(2, 3))
    grid, levels = np.array([0.0, 1, 2, 3, 5, 8]), np.array([0.9, 0.05, 0.5])
    least = [[[grid[p.cumsum() >= level].min() for level in levels] for p in row] for row in chances]
    assert forecast(chances, grid=grid, horizons=(1, 2)).quantiles(levels).tolist() == least


def test_many_draws_have_the_mean_of_the_distribution():
    chances = np.random.default_rng(1).dirichlet(np.ones(6))
    made = forecast(chances, grid=[0, 1, 2, 3, 5, 8])
    assert made.draws(100_000).mean() == pytest.approx(float(made.mean()[0, 0]), abs=2e-4)


def test_the_chance_of_at_least_k_takes_k_in():
    assert forecast([0.5, 0.2, 0.3], grid=[0, 1, 2]).at_least(1).tolist() == [[0.5]]


def test_months_are_counted_from_the_origin():
    assert forecast([1.0, 0.0], grid=[0, 1], origin=date(2014, 12, 1), horizons=(2,)).months == (date(2015, 2, 1),)


@pytest.mark.parametrize(
    ("chances", "changed", "message"),
    [
        ([0.5, 0.4], {}, "sum to one"),
        ([1.5, -0.5], {}, "negative"),
        ([0.5, 0.5], {"grid": [1, 2]}, "begins with 0"),
        ([0.5, 0.5], {"horizons": (37,)}, "expected months from 1 to 36"),
        ([0.5, 0.5], {"horizons": (0,)}, "expected months from 1 to 36"),
        ([0.5, 0.5], {"origin": date(2015, 1, 2)}, "not the first day"),
    ],
)
def test_what_does_not_fit_is_named(chances, changed, message):
    with pytest.raises(InvalidNoun, match=message):
        forecast(chances, **({"grid": [0, 1]} | changed))


def test_shares_sum_to_one():
    kept = Shares(base=[[0.25, 1.0]], own=[[0.5, 0.0]], pairs=[[0, 1]], neighbours=[[0.25]])
    assert kept.total().tolist() == [[1.0, 1.0]]
    with pytest.raises(InvalidNoun, match=r"off by 0\.25"):
        Shares(base=[[0.25, 1.0]], own=[[0.5, 0.0]], pairs=np.zeros((0, 2)), neighbours=np.zeros((1, 0)))
