import numpy as np
import pytest

from make_panel import panel
from tocsin import InvalidNoun
from tocsin.forecast import Near, Task, spillover

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


def test_without_a_neighbour_the_rate_lacks_its_term_and_nothing_else():
    found = spillover(ring(1.2), task=Task(horizons=(1,), near=RING), n_refits=2)
    rate, mine = -np.log1p(-found.chance[0]), RING.pairs[:, 0]
    assert -np.log1p(-found.left_out[0]) == pytest.approx(rate[mine] * (1 - found.shares.neighbours[0]), abs=1e-12)


def test_the_same_seed_gives_the_same_ranges_and_one_refit_is_no_range():
    task = Task(horizons=(1,), near=RING, seed=3)
    first, second = (spillover(ring(0.5), task=task, n_refits=3) for _ in range(2))
    assert np.array_equal(first.neighbour_range, second.neighbour_range)
    with pytest.raises(InvalidNoun, match="at least 2"):
        spillover(ring(0.5), task=task, n_refits=1)
