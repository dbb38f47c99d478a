import numpy as np
import pytest
from scipy.stats import poisson

from tocsin import InvalidNoun, Score
from tocsin.score import auc, compare, coverage, pit, reliability


def test_transforms_are_uniform_where_the_forecast_is_the_truth():
    grid, rng = np.arange(40.0), np.random.default_rng(2)
    rates = rng.uniform(0.2, 8.0, 20_000)
    pits = pit(poisson.pmf(grid, rates[:, None]), grid, rng.poisson(rates).astype(float), seed=3)
    share = np.histogram(pits, bins=10, range=(0, 1))[0] / len(pits)
    assert share == pytest.approx(np.full(10, 0.1), abs=0.01)
    assert coverage(pits, level=0.9) == pytest.approx(0.9, abs=0.01)


def test_what_happened_is_counted_by_tenths():
    chance, happened = np.array([0.04, 0.06, 0.95, 1.0]), np.array([0.0, 1.0, 1.0, 1.0])
    low, high = reliability(chance, happened)
    assert (low.n, low.forecast, low.happened, high.n, high.happened) == (2, 0.05, 0.5, 2, 1.0)
    # Wilson's interval for 1 of 2, by its closed form.
    z = 1.959963984540054
    half = z * np.sqrt(0.25 / 2 + z**2 / 16) / (1 + z**2 / 2)
    assert (low.low, low.high) == pytest.approx((0.5 - half, 0.5 + half), abs=1e-9)


def test_auc_is_the_part_of_pairs_in_the_right_order():
    rng = np.random.default_rng(5)
    chance, happened = rng.integers(0, 9, 60) / 8, rng.integers(0, 2, 60).astype(float)
    yes, no = chance[happened == 1], chance[happened == 0]
    pairs = (yes[:, None] > no).mean() + (yes[:, None] == no).mean() / 2
    assert auc(chance, happened) == pytest.approx(pairs, abs=1e-12)


def test_a_difference_has_an_interval_over_units():
    rng = np.random.default_rng(6)
    noise = rng.normal(0, 1, (400, 1)) + np.zeros((400, 5))  # the cells of a unit are the same
    left = Score(rule="CRPS", values=noise, axes=("unit", "horizon"))
    right = Score(rule="CRPS", values=np.zeros((400, 5)), axes=("unit", "horizon"))
    found = compare(left, right, seed=1)
    half = 1.96 * noise[:, 0].std() / 20
    assert (found.low, found.high) == pytest.approx((noise.mean() - half, noise.mean() + half), abs=0.02)


def test_scores_of_different_rules_are_not_compared():
    scores = [Score(rule=rule, values=[1.0], axes=("unit",)) for rule in ("CRPS", "IGN")]
    with pytest.raises(InvalidNoun, match="cannot be compared"):
        compare(*scores, seed=1)


def test_cases_of_one_group_count_as_one_another():
    rng = np.random.default_rng(7)
    groups = np.repeat(np.arange(40), 50)
    happened = np.repeat((rng.random(40) < 0.5).astype(float), 50)  # all cases of a group are alike
    (alone,) = reliability(np.full(2000, 0.55), happened)
    (grouped,) = reliability(np.full(2000, 0.55), happened, groups=groups, seed=1)
    rate = happened.mean()
    half = 1.96 * np.sqrt(rate * (1 - rate) / 40)
    assert alone.high - alone.low < 0.05
    assert (grouped.low, grouped.high) == pytest.approx((rate - half, rate + half), abs=0.03)


def test_groups_in_which_nothing_happened_leave_room():
    (tenth,) = reliability(np.full(300, 0.05), np.zeros(300), groups=np.repeat(np.arange(3), 100))
    # Wilson's bound for 0 of 3: z^2 / (3 + z^2).
    assert tenth.high == pytest.approx(1.959963984540054**2 / (3 + 1.959963984540054**2), abs=1e-9)
