from datetime import date

import numpy as np
import pytest

from make_panel import panel
from tocsin import InvalidNoun, LookAheadError, Panel


def test_arrays_of_a_panel_cannot_be_written_and_are_not_the_callers():
    counts = np.ones((2, 1))
    made = panel(counts)
    counts[0, 0] = 9.0
    assert made.counts.tolist() == [[1.0], [1.0]]
    with pytest.raises(ValueError, match="read-only"):
        made.counts[0, 0] = 2.0


def test_until_keeps_the_month_of_the_day_and_none_after_it():
    made = panel([[1.0], [2.0], [3.0]], start=date(2014, 12, 1))
    cut = made.until(date(2015, 1, 20))
    assert cut.times == (date(2014, 12, 1), date(2015, 1, 1))
    assert cut.counts.tolist() == [[1.0], [2.0]]
    assert cut.as_of == date(2015, 1, 31)


def test_what_is_cut_off_leaves_no_trace_in_the_digest():
    calm, other = panel([[1.0], [2.0], [3.0]]), panel([[1.0], [2.0], [77.0]])
    second = calm.times[1]
    assert calm.digest != other.digest
    assert calm.until(second).digest == other.until(second).digest


def test_a_month_after_the_last_is_not_known():
    with pytest.raises(LookAheadError, match="ends with 2000-02"):
        panel([[1.0], [2.0]]).until(date(2000, 3, 1))


def test_a_month_before_the_first_is_named():
    with pytest.raises(InvalidNoun, match="begins with 2000-01"):
        panel([[1.0]]).until(date(1999, 12, 1))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"counts": [[-1.0, 0.0], [0.0, 0.0]]}, r"1 counts of a panel are negative: A in 2000-01 \(-1\)"),
        ({"counts": [[0.0, float("nan")], [0.0, 0.0]]}, "not finite; mark what is not known"),
        ({"counts": [[0.0, 0.0]]}, r"shape \(1, 2\); expected \(2, 2\)"),
        ({"observed": [[True, True], [True, False]], "counts": [[0, 0], [0, 3]]}, "B in 2000-02"),
        ({"times": (date(2000, 1, 1), date(2000, 3, 1))}, "not consecutive: 2000-03-01 comes after 2000-01-01"),
        ({"times": (date(2000, 1, 1), date(2000, 1, 1))}, "each month once"),
        ({"times": (date(2000, 1, 1), date(2000, 2, 2))}, "not first days of months: 2000-02-02"),
        ({"units": ("A", "A")}, "units of a panel stand twice: A"),
        ({"as_of": date(2000, 1, 31)}, "as of 2000-01-31 ends with the later month 2000-02-01"),
    ],
)
def test_what_does_not_fit_is_named(changed, message):
    fields = {
        "counts": np.zeros((2, 2)), "observed": np.ones((2, 2), bool), "times": (date(2000, 1, 1), date(2000, 2, 1)),
        "units": ("A", "B"), "target": "deaths", "as_of": date(2000, 2, 29),
    }  # fmt: skip
    with pytest.raises(InvalidNoun, match=message):
        Panel(**(fields | changed))
