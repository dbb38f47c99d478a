from datetime import date

import numpy as np
import pytest

from make_panel import forecast, panel
from tocsin import InputError, InvalidNoun, LookAheadError
from tocsin.score import outcomes, score


def test_a_forecast_is_scored_on_the_months_it_is_about():
    made = forecast([0.5, 0.5], grid=[0, 2], origin=date(2000, 1, 1), horizons=(1,))
    found = score(made, panel([[9.0], [2.0], [9.0]]), rule="CRPS")
    assert (found.mean, found.n) == (0.5, 1)


def test_a_window_is_the_sum_of_its_months():
    made = forecast([1.0, 0.0], grid=[0, 2], window_months=2)
    assert outcomes(made, panel([[9.0], [2.0], [5.0]])).tolist() == [[7.0]]


def test_what_was_not_observed_is_not_scored():
    seen = np.array([[True, True], [False, True]])
    made = forecast(np.full((1, 2, 2), 0.5), grid=[0, 2])
    found = score(made, panel([[0.0, 0.0], [0.0, 2.0]], observed=seen))
    assert (found.n, found.mean) == (1, 0.5)


def test_what_cannot_be_scored_is_an_error():
    made = forecast([1.0, 0.0], grid=[0, 2])
    with pytest.raises(LookAheadError):
        score(made, panel([[0.0]]))
    with pytest.raises(InvalidNoun, match="cannot be scored"):
        score(made, panel([[0.0], [0.0]], target="attacks"))
    with pytest.raises(InvalidNoun, match="lacks 1 units"):
        score(made, panel([[0.0], [0.0]], units=("Z",)))
    with pytest.raises(InputError, match="there is: CRPS"):
        score(made, panel([[0.0], [0.0]]), rule="crisp")
