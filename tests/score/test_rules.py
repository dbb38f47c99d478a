import numpy as np
import pytest

from tocsin.score import crps_draws, crps_pmf, ignorance, interval_score, log_score, threshold_crps

RNG = np.random.default_rng(4)
GRID = np.array([0.0, 1, 2, 5, 9, 30])


def by_pairs(pmf, grid, y):
    return pmf @ np.abs(grid - y) - 0.5 * pmf @ np.abs(grid[:, None] - grid) @ pmf


@pytest.mark.parametrize("y", [0.0, 1.0, 4.0, 30.0, 77.0])
def test_crps_of_a_pmf_is_the_sum_over_all_pairs(y):
    pmf = RNG.dirichlet(np.ones(6))
    assert crps_pmf(pmf, GRID, np.array(y)) == pytest.approx(by_pairs(pmf, GRID, y), abs=1e-12)


def test_crps_of_two_point_masses_has_its_closed_form():
    p, a, y = 0.3, 7.0, 2.0  # P(0) = 1 - p, P(a) = p
    closed = (1 - p) * y + p * (a - y) - p * (1 - p) * a
    assert crps_pmf(np.array([1 - p, p]), np.array([0.0, a]), np.array(y)) == pytest.approx(closed, abs=1e-12)


def test_crps_of_draws_is_the_sum_over_all_pairs():
    draws = RNG.poisson(3.0, (4, 12)).astype(float)
    y = np.array([0.0, 3, 8, 2])
    pairs = [np.abs(x - o).mean() - np.abs(x[:, None] - x).mean() / 2 for x, o in zip(draws, y, strict=True)]
    assert crps_draws(draws, y) == pytest.approx(pairs, abs=1e-12)


def test_above_a_threshold_only_what_lies_above_counts():
    pmf, fine = RNG.dirichlet(np.ones(6)), np.arange(5.0, 30.0, 1e-3) + 5e-4
    cumulated = np.array([pmf[z >= GRID].sum() for z in fine])
    integral = ((cumulated - (fine >= 9.0)) ** 2).sum() * 1e-3
    assert threshold_crps(pmf, GRID, np.array(9.0), threshold=5.0) == pytest.approx(integral, abs=1e-9)


def test_ignorance_counts_one_draw_more_in_each_of_eleven_bins():
    draws = np.zeros(1000)
    assert ignorance(draws, np.array(0.0)) == pytest.approx(-np.log2(1001 / 1011), abs=1e-12)
    assert ignorance(draws, np.array(3000.0)) == pytest.approx(-np.log2(1 / 1011), abs=1e-12)


def test_the_interval_score_is_width_and_twenty_times_the_miss():
    draws = np.arange(1001.0)  # 90% interval [50, 950]
    assert interval_score(draws, np.array(500.0)) == pytest.approx(900.0)
    assert interval_score(draws, np.array(960.0)) == pytest.approx(900.0 + 20 * 10)


def test_the_log_score_is_in_bits():
    assert log_score(np.array([0.75, 0.25]), np.array([0.0, 1.0]), np.array(1.0)) == 2.0


def test_a_single_horizon_keeps_its_axis():
    draws, y = np.arange(24.0).reshape(1, 3, 8), np.ones((1, 3))
    assert interval_score(draws, y).shape == (1, 3)
