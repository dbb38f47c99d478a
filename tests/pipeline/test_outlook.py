from dataclasses import replace
from datetime import date

import numpy as np
import pytest

import make_record
from make_panel import countries
from tocsin import InputError
from tocsin.pipeline import AskOptions, outlook

RECORD = make_record.record()  # its newest report is of April 2013
PANEL = countries()  # 2005-01 to 2014-12
OPTIONS = AskOptions(history_months=6)
FOUND = outlook(RECORD, PANEL, source="a test", options=OPTIONS)


def test_questions_are_on_the_countries_of_the_incidents():
    units = [fan.unit for fan in FOUND.fans]
    assert units
    assert {answer.question.unit for answer in FOUND.answers} == set(units)
    assert set(units) <= set(PANEL.units)
    assert not set(FOUND.without) & set(PANEL.units)


def test_it_is_asked_after_the_newest_report():
    newest = max(d.published.end for d in RECORD.documents if d.published is not None)
    assert FOUND.asked == date.fromordinal(newest.toordinal() + 1)
    assert all(answer.question.as_of == FOUND.asked for answer in FOUND.answers)


def test_counts_that_end_earlier_are_asked_when_their_last_month_was_known():
    short = PANEL.until(date(2012, 6, 1))
    assert outlook(RECORD, short, source="a test", options=OPTIONS).asked == date(2012, 8, 1)


def test_one_question_is_common_to_all_and_the_other_is_the_most_open():
    first = {answer.question.at_least for answer in FOUND.answers[:1]}
    per_unit = {unit: [a for a in FOUND.answers if a.question.unit == unit] for unit in PANEL.units}
    assert all(first & {a.question.at_least for a in answers} for answers in per_unit.values() if answers)


def test_a_fan_ends_with_the_last_month_asked_about():
    question, fan = FOUND.answers[0].question, FOUND.fans[0]
    assert fan.future[-1][0] == question.last
    assert fan.past[-1][0] == FOUND.origin
    unit = PANEL.units.index(fan.unit)
    assert [count for _, count in fan.past] == PANEL.counts[: PANEL.row(FOUND.origin) + 1, unit][-36:].tolist()


def test_what_came_later_changes_nothing():
    counts = PANEL.counts.copy()
    counts[PANEL.row(FOUND.origin) + 1 :] = np.random.default_rng(3).integers(0, 999, (1, 8))
    assert outlook(RECORD, replace(PANEL, counts=counts), source="a test", options=OPTIONS) == FOUND


def test_a_panel_of_other_countries_gives_none_and_one_too_short_an_error():
    other = replace(PANEL, units=("US", "CA", "MX", "GT", "BZ", "CU", "HT", "DO"))
    assert outlook(RECORD, other, source="a test", options=OPTIONS) is None
    with pytest.raises(InputError, match="needs more than"):
        outlook(RECORD, PANEL.until(date(2005, 6, 1)), source="a test", options=OPTIONS)
