from datetime import date

import numpy as np
import pytest

from make_panel import countries, panel
from tocsin import InputError, UnknownName
from tocsin.pipeline import BacktestOptions, backtest

PANEL = countries()
SPAN = {"first": date(2010, 1, 1), "last": date(2010, 4, 1)}


def test_chances_and_outcomes_are_those_of_each_origin():
    options = BacktestOptions(models=("last",), horizon=2, window_months=1, at_least=(3,), **SPAN)
    (found,) = backtest(PANEL, options)
    (track,) = found.tracks
    row = PANEL.row(date(2010, 1, 1))
    # The last month again: certain where it reached the count.
    assert np.array_equal(track.chance, PANEL.counts[row : row + 4] >= 3)
    assert np.array_equal(track.happened, PANEL.counts[row + 2 : row + 6] >= 3)


def test_a_model_alone_sees_no_neighbours():
    counts = PANEL.counts.copy()
    counts[:, 1:] = np.random.default_rng(2).integers(0, 99, (120, 7))
    other = panel(counts, start=PANEL.times[0], units=PANEL.units, target="all")
    plain, alone = backtest(
        PANEL, BacktestOptions(models=("conflictology", "conflictology:alone"), at_least=(3,), **SPAN)
    )
    assert np.array_equal(plain.tracks[0].chance, alone.tracks[0].chance)
    options = BacktestOptions(models=("hawkes", "hawkes:alone"), at_least=(3,), **SPAN)
    near, apart = backtest(other, options)
    assert not np.array_equal(near.tracks[0].chance, apart.tracks[0].chance)
    assert (near.model, apart.model) == ("hawkes", "hawkes:alone")


def test_unobserved_outcomes_are_no_outcomes():
    seen = np.ones(PANEL.counts.shape, bool)
    seen[PANEL.row(date(2010, 3, 1)), 2] = False
    there = panel(np.where(seen, PANEL.counts, 0), observed=seen, start=PANEL.times[0], units=PANEL.units, target="all")
    (found,) = backtest(there, BacktestOptions(models=("last",), at_least=(1,), **SPAN))
    missing = np.argwhere(~np.isfinite(found.tracks[0].happened)).tolist()
    assert missing == [[1, 2]]


def test_scores_are_those_of_the_rules_asked_for():
    options = BacktestOptions(models=("zero",), rules=("CRPS",), **SPAN)
    (found,) = backtest(PANEL, options)
    row = PANEL.row(date(2010, 2, 1))
    # The CRPS of certainty is the distance.
    assert found.scores["CRPS"].mean == pytest.approx(PANEL.counts[row : row + 4].mean(), abs=1e-9)


def test_origins_without_room_to_learn_or_for_an_outcome_are_an_error():
    with pytest.raises(InputError, match="expected origins within 2007-03 to 2014-11"):
        backtest(PANEL, BacktestOptions(first=date(2014, 1, 1), last=date(2014, 12, 1)))
    with pytest.raises(InputError, match="lies after the last"):
        BacktestOptions(first=date(2014, 1, 1), last=date(2013, 12, 1))


def test_unknown_models_and_rules_are_errors():
    with pytest.raises(UnknownName, match="no forecaster 'oracle'"):
        backtest(PANEL, BacktestOptions(models=("last", "oracle"), **SPAN))
    with pytest.raises(InputError, match="no rule 'luck'"):
        BacktestOptions(rules=("luck",), **SPAN)
