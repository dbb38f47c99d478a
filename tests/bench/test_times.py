"""Marked times are held against what is read, with one count for each mark and each reading."""

from datetime import date
from pathlib import Path

import pytest

from tocsin.bench import Counts, TimesResult, bench_times
from tocsin.bench._edtf import days_of
from tocsin.bench._times import EXACT, FOUND, LEFT_ALONE, marked_texts
from tocsin.core.errors import InputError

SUNDAY = "2013-04-10 | Gunmen attacked the market {on Sunday|weekday|2013-04-07}."


def measured(tmp_path: Path, *lines: str) -> TimesResult:
    """Return what is measured on `lines`, in whichever half each of them falls."""
    path = tmp_path / "times.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    halves = [bench_times(path, half=half) for half in ("dev", "test")]
    counts: dict[str, Counts] = {}
    for half in halves:
        for what, n in half.counts.items():
            counts[what] = counts.get(what, Counts()) + n
    misses = tuple(miss for half in halves for miss in half.misses)
    return TimesResult(n_texts=sum(h.n_texts for h in halves), counts=counts, misses=misses)


@pytest.mark.parametrize(
    ("line", "right"),
    [
        (SUNDAY, 1),
        (SUNDAY.replace("2013-04-07}", "2013-04-08}"), 0),
        (SUNDAY.replace("2013-04-10", "none").replace("2013-04-07}", "?no anchor}"), 1),
        (SUNDAY.replace("2013-04-07}", "?no anchor}"), 0),
        (SUNDAY.replace("2013-04-07}", "2013-04-07/2013-04-08}"), 0),
    ],
)
def test_a_value_is_exact_where_first_and_last_day_are_or_where_both_stay_open(tmp_path, line, right):
    result = measured(tmp_path, line)
    assert result.counts[EXACT] == result.counts["weekday"] == Counts(right=right, said=1, there=1)
    assert result.counts[FOUND].right == 1
    assert len(result.misses) == 1 - right


def test_a_reading_that_no_mark_asks_for_counts_as_said(tmp_path):
    line = "2013-04-10 | {Two|count|-} men were shot on Sunday and buried {on Monday|weekday|2013-04-08}."
    result = measured(tmp_path, line)
    assert result.counts[FOUND] == Counts(right=1, said=2, there=1)
    assert result.counts[LEFT_ALONE] == Counts(right=1, said=1, there=1)


def test_a_time_that_was_not_found_is_there_and_not_said(tmp_path):
    result = measured(tmp_path, "2013-04-10 | It ended {when the cock crew|clause|2013-04-09}.")
    assert result.counts[FOUND] == Counts(right=0, said=0, there=1)


@pytest.mark.parametrize("line", ["Gunmen attacked {on Sunday|weekday|2013-04-07}.", "2013-04-10 | Nothing marked."])
def test_a_line_that_cannot_be_read_is_named(tmp_path, line):
    path = tmp_path / "times.txt"
    path.write_text(f"# head\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: expected"):
        list(marked_texts(path))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012-24", "2012-12-01", "2013-02-28"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2013-05-03~", "2013-05-03", "2013-05-03"),
        ("2012-11/2013-01", "2012-11-01", "2013-01-31"),
        ("2011/..", "2011-01-01", None),
    ],
)
def test_the_days_of_an_edtf_text(edtf, first, last):
    assert days_of(edtf) == tuple(None if day is None else date.fromisoformat(day) for day in (first, last))
