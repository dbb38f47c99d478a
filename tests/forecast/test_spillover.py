from dataclasses import replace

import numpy as np
import pytest

from make_panel import panel
from tocsin import InvalidNoun
from tocsin.forecast import Near, Task, forecast, spillover

N = 10
RING = Near(pairs=[(u, (u - 1) % N) for u in range(N)], weights=np.ones(N))


def ring(excitation, *, months=160, seed=0):
    """Return counts of units that are set off by their left neighbour's last month."""
    rng = np.random.default_rng(seed)
    happened = np.zeros((months, N))
    for t in range(1, months):
        happened[t] = rng.random(N) < -np.expm1(-(0.05 + excitation * np.roll(happened[t - 1], 1)))
    return panel(happened * 3)


def test_a_share_that_is_there_has_a_range_above_zero_around_it():
    found = spillover(ring(1.2), task=Task(horizons=(1,), near=RING), n_refits=10)
    struck = found.shares.neighbours[0] > 0.2
    assert struck.any()
    assert (found.neighbour_range[0, 0, struck] > 0.05).all()
    assert (found.neighbour_range[0] <= found.neighbour_range[1]).all()


def test_where_neighbours_do_nothing_ranges_are_wide_and_begin_low():
    found = spillover(ring(0.0), task=Task(horizons=(1,), near=RING), n_refits=10)
    low, high = found.neighbour_range[:, 0]
    assert low.max() < 0.15
    assert (high - low).mean() > 2 * low.mean()


def test_the_shares_are_those_of_the_model_that_answers():
    counts, task = ring(1.2), Task(horizons=(1,), near=RING)
    told = forecast(counts, origin=counts.times[-1], task=task, model="pool").shares
    assert np.array_equal(spillover(counts, task=task, n_refits=2).shares.neighbours, told.neighbours)


def test_no_refit_is_without_a_case_where_only_one_year_was_observed():
    whole = ring(1.2)
    year = np.arange(len(whole.times)) // 12 == 8
    observed = np.broadcast_to(year[:, None], whole.observed.shape)
    seen = replace(whole, counts=np.where(observed, whole.counts, 0), observed=observed)
    found = spillover(seen, task=Task(horizons=(1,), near=RING), n_refits=10)
    # One stretch has all cases: each refit is the fit itself.
    assert found.own_range == pytest.approx(np.stack([found.shares.own] * 2), abs=1e-12)


def test_where_nothing_was_observed_all_of_the_rate_is_the_base():
    counts = ring(1.2)
    blind = replace(counts, counts=np.zeros_like(counts.counts), observed=np.zeros_like(counts.observed))
    assert spillover(blind, task=Task(horizons=(1,), near=RING), n_refits=2).shares.base == pytest.approx(1.0)


def test_the_same_seed_gives_the_same_ranges_and_one_refit_is_no_range():
    task = Task(horizons=(1,), near=RING, seed=3)
    first, second = (spillover(ring(0.5), task=task, n_refits=3) for _ in range(2))
    assert np.array_equal(first.neighbour_range, second.neighbour_range)
    with pytest.raises(InvalidNoun, match="at least 2"):
        spillover(ring(0.5), task=task, n_refits=1)
