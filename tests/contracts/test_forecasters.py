"""What every registered model holds to."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from make_panel import panel
from tocsin import InvalidNoun, LookAheadError, UnknownName
from tocsin.forecast import FORECASTERS, GRID, Near, Task, fit, forecast

N_MONTHS, N_UNITS = 90, 7
ORIGIN = date(2006, 6, 1)  # month 77 of 90
RING = Near(pairs=[(u, (u + 1) % N_UNITS) for u in range(N_UNITS)], weights=np.ones(N_UNITS))
TASK = Task(horizons=(1, 3, 7), seed=5, near=RING)
# What a model of an optional extra needs; its tests are skipped, by its name, where that is not installed.
EXTRAS = {"boosted": "lightgbm"}


@pytest.fixture(params=list(FORECASTERS))
def model(request):
    """Return the name of each registered model."""
    if request.param in EXTRAS:
        pytest.importorskip(EXTRAS[request.param])
    return request.param


def counts():
    rng = np.random.default_rng(8)
    rates = np.exp(rng.normal(0, 1.5, N_UNITS)) * np.exp(rng.normal(0, 0.7, (N_MONTHS, 1)))
    return rng.negative_binomial(0.5, 0.5 / (0.5 + rates)).astype(float)


PAST = panel(counts())


def test_probabilities_have_the_shape_of_the_task_and_sum_to_one(model):
    made = forecast(PAST, origin=ORIGIN, task=TASK, model=model)
    assert made.pmf.shape == (3, N_UNITS, len(GRID))
    assert made.pmf.sum(axis=2) == pytest.approx(np.ones((3, N_UNITS)), abs=1e-12)


def test_the_same_seed_gives_the_same_answer_and_the_panel_stays_as_it_was(model):
    before = PAST.digest
    first, second = (forecast(PAST, origin=ORIGIN, task=TASK, model=model) for _ in range(2))
    assert np.array_equal(first.pmf, second.pmf)
    assert PAST.digest == before


def test_what_comes_after_the_origin_changes_no_bit(model):
    row = PAST.row(ORIGIN)
    changed = PAST.counts.copy()
    changed[row + 1 :] = np.random.default_rng(1).integers(0, 9999, changed[row + 1 :].shape)
    seen, unseen = (forecast(p, origin=ORIGIN, task=TASK, model=model) for p in (PAST, panel(changed)))
    assert np.array_equal(seen.pmf, unseen.pmf)
    assert seen.panel == unseen.panel


def test_permuting_units_permutes_the_answer(model):
    order = np.random.default_rng(3).permutation(N_UNITS)
    place = np.argsort(order)
    near = Near(pairs=place[RING.pairs], weights=RING.weights)
    moved = panel(PAST.counts[:, order], units=tuple(PAST.units[u] for u in order))
    plain = forecast(PAST, origin=ORIGIN, task=TASK, model=model)
    other = forecast(moved, origin=ORIGIN, task=replace(TASK, near=near), model=model)
    assert other.pmf == pytest.approx(plain.pmf[:, order], abs=1e-4)


@pytest.mark.parametrize("shape", ["zeros", "one unit", "ended", "window"])
def test_odd_panels_are_forecast(model, shape):
    values, seen, task = counts(), np.ones((N_MONTHS, N_UNITS), bool), Task(horizons=(36, 2))
    if shape == "zeros":
        values[:] = 0
    elif shape == "one unit":
        values, seen = values[:, :1], seen[:, :1]
    elif shape == "ended":
        values[50:, 2], seen[50:, 2] = 0, False
        values[:, 3], seen[:, 3] = 0, False
    else:
        task = Task(horizons=(1,), window_months=6)
    made = forecast(panel(values, observed=seen), origin=ORIGIN, task=task, model=model)
    assert made.pmf.sum(axis=2) == pytest.approx(np.ones(made.pmf.shape[:2]), abs=1e-9)
    if shape == "zeros":
        assert float(made.at_least(1).max()) < 0.05


def test_shares_where_told_are_none_of_them_negative_and_sum_to_one(model):
    shares = forecast(PAST, origin=ORIGIN, task=TASK, model=model).shares
    if shares is not None:
        assert shares.total() == pytest.approx(np.ones((3, N_UNITS)), abs=1e-12)
        assert min(shares.base.min(), shares.own.min(), shares.neighbours.min()) >= 0
        assert shares.pairs.tolist() == RING.pairs.tolist()


def test_a_unit_that_was_never_observed_gets_a_distribution(model):
    values, seen = counts(), np.ones((N_MONTHS, N_UNITS), bool)
    values[:, 2], seen[:, 2] = 0, False
    made = forecast(panel(values, observed=seen), origin=ORIGIN, task=Task(horizons=(1,)), model=model)
    assert np.isfinite(made.pmf).all()
    assert (made.pmf >= 0).all()


def test_a_model_is_not_asked_about_the_time_before_it_was_fitted(model):
    found = fit(PAST, origin=ORIGIN, task=TASK, model=model)
    with pytest.raises(LookAheadError, match="fitted with data to 2006-06"):
        found.forecast(PAST, origin=date(2006, 5, 1))
    with pytest.raises(LookAheadError, match="is not known"):
        found.forecast(PAST, origin=date(2010, 1, 1))


def test_a_model_that_is_not_there_and_a_panel_too_short_are_named():
    with pytest.raises(UnknownName, match="Did you mean 'hawkes'"):
        forecast(PAST, origin=ORIGIN, task=TASK, model="hawks")
    with pytest.raises(InvalidNoun, match="needs more than 8"):
        forecast(PAST, origin=date(2000, 6, 1), task=TASK)
