from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from make_panel import countries
from tocsin import InputError, UnknownName
from tocsin.ask import question
from tocsin.pipeline import AskOptions, answer

PANEL = countries()  # 2005-01 to 2014-12
DAY = date(2013, 3, 1)
OPTIONS = AskOptions(history_months=18)


WORDS = "at least 10 deaths in TN within 6 months"


def ask(words=WORDS, *, about=PANEL, as_of=DAY, options=OPTIONS, **more):
    return answer(question(words, as_of=as_of, panel=about), about, options=options, **more)


ANSWER = ask()


def test_what_came_after_the_day_changes_nothing():
    counts = PANEL.counts.copy()
    counts[PANEL.row(date(2013, 2, 1)) :] = np.random.default_rng(1).integers(0, 999, (23, 8))
    assert ask(about=replace(PANEL, counts=counts)) == ANSWER


def test_a_month_is_known_a_month_after_its_end_unless_told_otherwise():
    assert ANSWER.origin == date(2013, 1, 1)
    assert ask(options=AskOptions(delay_months=0, history_months=0)).origin == date(2013, 2, 1)


def test_the_baseline_is_how_often_it_came_in_the_last_twelve_windows():
    here = PANEL.counts[: PANEL.row(ANSWER.origin) + 1, 0]
    sums = np.convolve(here, np.ones(6), mode="valid")[-12:]
    assert ANSWER.baselines["conflictology"] == pytest.approx(np.mean(sums >= 10), abs=1e-9)


def test_drivers_are_the_parts_of_a_whole_and_neighbours_are_those_across_a_border():
    assert sum(driver.share for driver in ANSWER.drivers) == pytest.approx(1.0, abs=0.002)
    assert all(driver.low <= driver.share <= driver.high for driver in ANSWER.drivers)
    assert {driver.unit for driver in ANSWER.drivers if driver.kind == "neighbour"} <= {"LY", "DZ"}


def test_leaving_a_record_out_is_to_ask_with_none_in_it():
    counts = PANEL.counts.copy()
    counts[:, 0] = 0
    own = next(driver for driver in ANSWER.drivers if driver.kind == "own")
    assert own.without < ANSWER.probability
    # A model without fitted parts says the same of an empty record, whether it was told so or saw it.
    plain = AskOptions(model="conflictology", history_months=0)
    assert ask(about=replace(PANEL, counts=counts), options=plain).probability == 0.0


def test_a_model_without_parts_has_no_drivers():
    assert ask(options=AskOptions(model="climatology", history_months=0)).drivers == ()


def test_history_counts_forecasts_whose_outcome_was_known():
    history = ANSWER.history
    # A window begins two months on and is six months long: the last that ends with January 2013 is of June 2012.
    assert (history.first, history.last) == (date(2011, 1, 1), date(2012, 6, 1))
    assert (history.n, history.n_here) == (18 * 8, 18)
    assert history.difference_low < history.brier - history.brier_baseline < history.difference_high


def test_forecasts_alike_are_those_of_nearly_the_same_odds():
    alike = ANSWER.history.alike
    odds = ANSWER.probability / (1 - ANSWER.probability)
    low, high = (odds * factor for factor in (np.exp(-0.5), np.exp(0.5)))
    assert low / (1 + low) <= alike.forecast <= high / (1 + high)
    assert 0 < alike.n < ANSWER.history.n


def test_a_past_too_short_leaves_history_out_and_confidence_low():
    short = ask(as_of=date(2007, 12, 1))
    assert (short.history, short.confidence) == (None, "low")


def test_asking_again_takes_the_answer_from_the_cache(tmp_path):
    options, told = replace(OPTIONS, cache=tmp_path), []
    assert ask(options=options) == ask(options=options, done=told.append) == ANSWER
    assert told == []


def test_asking_for_another_unit_takes_the_backtest_from_the_cache(tmp_path):
    options, told = replace(OPTIONS, cache=tmp_path), []
    ask(options=options)
    there = ask(WORDS.replace("TN", "LY"), options=options, done=told.append)
    assert there == ask(WORDS.replace("TN", "LY"))
    assert not any(year in step for step in told for year in ("2011", "2012"))


def test_a_panel_that_ends_too_early_or_begins_too_late_is_an_error():
    with pytest.raises(InputError, match="at most 36 are forecast"):
        ask(as_of=date(2019, 1, 1))
    with pytest.raises(InputError, match="needs more than"):
        ask(as_of=date(2005, 6, 1))
    with pytest.raises(UnknownName, match="no forecaster 'oracle'"):
        ask(options=AskOptions(model="oracle"))


def test_a_later_release_of_counts_is_told_and_holds_confidence_down():
    assert any("later release" in reason for reason in ANSWER.reasons)
    assert ANSWER.confidence != "high"


def test_what_would_change_it_is_asked_of_the_months_last_known():
    quiet, loud, *near = ANSWER.changes
    last = PANEL.counts[: PANEL.row(ANSWER.origin) + 1]
    assert f"where {last[-6:, 0].sum():g} were counted" in quiet.what
    assert quiet.probability <= ANSWER.probability <= loud.probability
    assert all("Libya" in change.what or "Algeria" in change.what for change in near)
