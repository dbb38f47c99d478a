import numpy as np
import pytest

from make_panel import panel
from tocsin.forecast import GRID, Task, forecast
from tocsin.forecast._baselines import Recent, Zero
from tocsin.forecast._grid import pmf_of
from tocsin.forecast._learned import Learned, best_weights, crps_products
from tocsin.score import crps_pmf


def points(*values):
    """Return distributions (K, 1, G), each all on one count."""
    return pmf_of(np.array(values, float)[:, None, None])


def test_two_point_masses_are_weighed_by_how_far_the_other_was_off():
    # w^2 (y - a) + (1 - w)^2 (b - y) is least at w = (b - y) / (b - a).
    a, b, y = 2.0, 12.0, 5.0
    found = best_weights(crps_products(points(a, b), points(y)[0], weights=np.ones(1)))
    assert found == pytest.approx([(b - y) / (b - a), (y - a) / (b - a)], abs=1e-12)


def test_a_single_member_has_all_the_weight():
    assert best_weights(crps_products(points(3.0), points(9.0)[0], weights=np.ones(1))).tolist() == [1.0]


def test_a_member_further_off_on_the_same_side_has_none():
    found = best_weights(crps_products(points(4.0, 9.0), points(2.0)[0], weights=np.ones(1)))
    assert found == pytest.approx([1.0, 0.0], abs=1e-12)


def test_the_products_are_those_of_the_crps_of_the_mean():
    rng = np.random.default_rng(4)
    pmfs, y, w = rng.dirichlet(np.ones(len(GRID)), size=(3, 5)), GRID[rng.integers(0, 60, 5)], np.array([0.2, 0.5, 0.3])
    products = crps_products(pmfs, pmf_of(y[:, None]), weights=np.ones(5))
    direct = crps_pmf(np.tensordot(w, pmfs, axes=1), GRID, y).sum()
    assert w @ products @ w == pytest.approx(direct, rel=1e-12)


def test_no_other_weights_are_better():
    rng = np.random.default_rng(5)
    half = rng.normal(size=(4, 9))
    products = half @ half.T
    best = best_weights(products)
    others = rng.dirichlet(np.ones(4), size=4000)
    assert best @ products @ best <= np.einsum("ni,ij,nj->n", others, products, others).min() + 1e-12


def test_a_member_that_was_right_is_taken_and_one_that_was_wrong_is_not():
    past = panel(np.full((200, 3), 7.0))
    fitted = Learned((Recent(months=1), Zero())).fit(past, Task(horizons=(1,)))
    assert fitted.weights == pytest.approx((1.0, 0.0), abs=1e-9)


def test_weights_are_equal_where_too_little_is_known():
    fitted = Learned((Recent(months=1), Zero())).fit(panel(np.full((90, 3), 7.0)), Task(horizons=(1,)))
    assert fitted.weights == (0.5, 0.5)


def test_learned_is_a_registered_model():
    past = panel(np.random.default_rng(6).poisson(2.0, (150, 4)).astype(float))
    made = forecast(past, origin=past.times[-1], task=Task(horizons=(1, 3)), model="learned")
    assert made.pmf.sum(axis=2) == pytest.approx(np.ones((2, 4)), abs=1e-9)


def test_weights_are_learned_without_a_look_at_what_comes_after_the_origin():
    values = np.random.default_rng(7).poisson(2.0, (170, 4)).astype(float)
    changed = values.copy()
    changed[150:] = 9999
    past, task = panel(values), Task(horizons=(1, 3))
    seen, unseen = (forecast(p, origin=past.times[149], task=task, model="learned") for p in (past, panel(changed)))
    assert np.array_equal(seen.pmf, unseen.pmf)
