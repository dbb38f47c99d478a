import json
import math
from datetime import UTC, date, datetime

import numpy as np
import pytest

from make_panel import answer, panel
from tocsin import InputError, LedgerError, LookAheadError, UnknownName
from tocsin.ledger import entries, forecasts, record, resolve, standings, verify, void

NOW = datetime(2013, 3, 1, 12, tzinfo=UTC)
LATER = datetime(2013, 10, 1, 12, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path):
    """Return a ledger with two forecasts on March to August 2013: 0.8 on Tunisia (baseline 0.5), 0.3 on Libya."""
    path = tmp_path / "ledger.jsonl"
    record(path, answer(unit="TN", probability=0.8, baseline=0.5), made_at=NOW)
    record(path, answer(unit="LY", probability=0.3, baseline=0.5), made_at=NOW)
    return path


def outcome(counts, *, start=date(2013, 1, 1), **more):
    """Return counts of Tunisia and Libya from January 2013 on."""
    return panel(counts, start=start, units=("TN", "LY"), target="all", **more)


# Ten deaths in Tunisia within March to August, nine in Libya; twenty in Libya before.
CAME = outcome([[0, 20], [0, 0], [4, 9], [0, 0], [6, 0], [0, 0], [0, 0], [0, 0]])


def rewrite(path, change):
    lines = path.read_text().splitlines()
    path.write_text("\n".join(change(lines)) + "\n")


def test_a_forecast_is_frozen_with_its_content_and_the_hash_of_it(ledger):
    first, second = entries(ledger)
    assert (first.made_at, first.body["question"]["unit"], first.body["probability"]) == (NOW.isoformat(), "TN", 0.8)
    assert {"panel", "code", "model", "baselines"} <= set(first.body)
    assert second.previous == first.sha256 == first.sha256.lower()
    assert len(first.sha256) == 64


def test_the_same_forecast_twice_is_one(ledger):
    again = record(ledger, answer(unit="TN", probability=0.8, baseline=0.5), made_at=LATER)
    assert (again, len(entries(ledger))) == (entries(ledger)[0], 2)


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: [lines[0].replace('"probability":0.8', '"probability":0.9'), lines[1]],
        lambda lines: [lines[0].replace("2013-03-01T12", "2013-02-01T12"), lines[1]],
        lambda lines: [lines[1]],
        lambda lines: [lines[1], lines[0]],
        lambda lines: [lines[0], lines[0], lines[1]],
        lambda lines: [lines[0].replace(":", ": ", 1), lines[1]],
        lambda lines: [lines[0], lines[1][:40]],
        lambda lines: ["{}", *lines],
    ],
    ids=["number", "time", "first gone", "order", "line twice", "spacing", "cut", "no entry"],
)
def test_tampering_is_found(ledger, change):
    rewrite(ledger, change)
    with pytest.raises(LedgerError, match=r"line [12] of"):
        verify(ledger)
    with pytest.raises(LedgerError, match=r"line [12] of"):
        record(ledger, answer(unit="EG", probability=0.1, baseline=0.5), made_at=LATER)


def test_an_entry_changed_together_with_its_hash_breaks_the_next(ledger):
    first = entries(ledger)[0]
    data = json.loads(ledger.read_text().splitlines()[0])
    data["sha256"] = "0" * 64
    rewrite(ledger, lambda lines: [json.dumps(data, sort_keys=True, separators=(",", ":")), lines[1]])
    with pytest.raises(LedgerError, match="altered"):
        verify(ledger)
    assert first.sha256 != data["sha256"]


def test_lines_cut_off_at_the_end_are_seen_by_a_hash_kept_elsewhere(ledger):
    head = verify(ledger)
    rewrite(ledger, lambda lines: lines[:1])
    assert verify(ledger) != head
    with pytest.raises(LedgerError, match="cut off"):
        verify(ledger, head=head)


def test_forecasts_are_resolved_by_what_was_counted_in_their_window(ledger):
    made, left = resolve(ledger, CAME, made_at=LATER)
    assert [(entry.body["outcome"], entry.body["count"]) for entry in made] == [("yes", 10.0), ("no", 9.0)]
    assert left == ()
    assert [one.outcome for one in forecasts(ledger)] == ["yes", "no"]
    assert verify(ledger) == made[-1].sha256


def test_a_window_that_was_not_observed_resolves_nothing(ledger):
    seen = np.ones(CAME.counts.shape, bool)
    seen[4, 0] = False
    gap = outcome(np.where(seen, CAME.counts, 0), observed=seen)
    short = CAME.until(date(2013, 7, 1))
    for there, told in ((gap, "not observed TN in 2013-05"), (short, "ends on 2013-08-31")):
        with pytest.raises(LookAheadError, match=told):
            resolve(ledger, there, made_at=LATER, only=(entries(ledger)[0].id,))
    made, left = resolve(ledger, gap, made_at=LATER)
    assert [one.question.unit for one, _ in left] == ["TN"]
    assert len(made) == 1


def test_what_is_resolved_stays(ledger):
    resolve(ledger, CAME, made_at=LATER)
    first = entries(ledger)[0].id
    with pytest.raises(InputError, match="that stays"):
        resolve(ledger, CAME, made_at=LATER, only=(first,))
    with pytest.raises(InputError, match="that stays"):
        void(ledger, first, reason="on second thoughts", made_at=LATER)
    assert resolve(ledger, CAME, made_at=LATER) == ((), ())


def test_a_panel_of_another_target_resolves_nothing(ledger):
    other = panel(CAME.counts, start=CAME.times[0], units=CAME.units, target="one-sided")
    with pytest.raises(InputError, match="the panel counts one-sided"):
        resolve(ledger, other, made_at=LATER, only=(entries(ledger)[0].id,))


def test_voiding_needs_a_reason(ledger):
    first = entries(ledger)[0].id
    with pytest.raises(InputError, match="none is given"):
        void(ledger, first, reason=" ", made_at=LATER)
    void(ledger, first, reason="the source stopped", made_at=LATER)
    assert (forecasts(ledger)[0].outcome, entries(ledger)[-1].body["reason"]) == ("void", "the source stopped")


def test_scores_are_of_what_is_resolved_beside_the_baseline(ledger):
    record(ledger, answer(unit="EG", probability=0.1, baseline=0.5), made_at=NOW)
    resolve(ledger, CAME, made_at=LATER)
    (found,) = standings(ledger)
    assert (found.n, found.n_yes, found.n_open, found.n_void) == (2, 1, 1, 0)
    assert (found.brier, found.brier_baseline) == pytest.approx(((0.04 + 0.09) / 2, 0.25))
    assert found.log_score == pytest.approx(-(math.log2(0.8) + math.log2(0.7)) / 2)
    assert found.log_score_baseline == pytest.approx(1.0)


def test_a_ledger_with_nothing_resolved_has_no_score(ledger):
    (found,) = standings(ledger)
    assert (found.n, found.brier, found.n_open) == (0, None, 2)


def test_ids_that_name_none_or_several_are_errors(ledger):
    with pytest.raises(UnknownName, match="no forecast begins so"):
        void(ledger, "xyz", reason="a reason", made_at=LATER)
    with pytest.raises(InputError, match="no ledger"):
        verify(ledger.with_name("other.jsonl"))
