from datetime import date

import numpy as np
import pytest

from make_panel import panel
from tocsin import InvalidNoun
from tocsin.forecast import Near, Task, forecast

LAST = date(2001, 12, 1)


def test_conflictology_repeats_the_last_twelve_months():
    values = np.arange(24.0)[:, None]
    made = forecast(panel(values), origin=LAST, task=Task(horizons=(1, 3)), model="conflictology")
    assert made.draws(12)[1, 0].tolist() == list(range(12, 24))


def test_a_count_between_two_points_of_the_grid_keeps_its_mean():
    made = forecast(panel(np.full((24, 1), 1234.0)), origin=LAST, task=Task(horizons=(1,)), model="last")
    assert made.mean()[0, 0] == pytest.approx(1234.0, abs=1e-9)


def test_a_window_repeats_sums_over_windows():
    made = forecast(panel(np.ones((24, 1))), origin=LAST, task=Task(horizons=(1,), window_months=6), model="last")
    assert made.mean().tolist() == [[6.0]]


def ring(n=12, months=200, *, seed=0):
    """Return counts of units that are set off by their left neighbour's past only."""
    rng = np.random.default_rng(seed)
    happened = np.zeros((months, n))
    for t in range(1, months):
        rate = 0.03 + 1.2 * np.roll(happened[t - 1], 1)
        happened[t] = rng.random(n) < -np.expm1(-rate)
    return happened * 3


def test_shares_go_to_the_neighbour_where_only_the_neighbour_excites():
    n = 12
    near = Near(pairs=[(u, (u - 1) % n) for u in range(n)], weights=np.ones(n))
    values = ring(n)
    made = forecast(panel(values), origin=date(2016, 8, 1), task=Task(horizons=(1,), near=near), model="hawkes")
    assert made.shares is not None
    assert made.shares.total() == pytest.approx(np.ones((1, n)), abs=1e-12)
    struck = np.roll(values[-1], 1) > 0
    assert made.shares.neighbours[0][struck].mean() > 2 * made.shares.own[0][struck].mean()


def test_without_neighbours_all_is_base_and_own():
    made = forecast(panel(ring()), origin=date(2016, 8, 1), task=Task(horizons=(1,)), model="hawkes")
    assert made.shares is not None
    assert (made.shares.base + made.shares.own) == pytest.approx(np.ones((1, 12)), abs=1e-12)


def test_the_pool_is_the_mean_of_its_models_mixed_with_own_months_the_more_of_them_had_any():
    past, days = panel(ring()), {"origin": date(2016, 8, 1), "task": Task(horizons=(1, 2))}
    hawkes, net, own, pool = (forecast(past, model=name, **days).pmf for name in ("hawkes", "net", "own", "pool"))
    weight = 0.6 - 0.3 * own[:, :, :1]
    assert pool == pytest.approx((1 - weight) * (hawkes + net) / 2 + weight * own, abs=1e-12)


def test_neighbours_by_distance_fade_over_200_km():
    near = Near.from_distances(np.array([[0.0, 200.0], [900.0, 0.0]]))
    assert near.pairs.tolist() == [[0, 1]]
    assert near.weights[0] == pytest.approx(np.exp(-1))


def test_wrong_neighbours_are_named():
    with pytest.raises(InvalidNoun, match="not a neighbour of its own"):
        Near(pairs=[(1, 1)], weights=[1.0])
    task = Task(horizons=(1,), near=Near(pairs=[(0, 5)], weights=[1.0]))
    with pytest.raises(InvalidNoun, match="outside of the 1"):
        forecast(panel(np.ones((24, 1))), origin=LAST, task=task, model="hurdle")
