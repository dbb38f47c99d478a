import numpy as np
import pytest

from tocsin import InvalidNoun, Score


def test_cells_that_were_not_observed_do_not_count():
    made = Score(rule="CRPS", values=[[1.0, np.nan, 4.0]], axes=("horizon", "unit"))
    assert (made.n, made.mean) == (2, 2.5)


def test_a_score_of_nothing_is_an_error():
    with pytest.raises(InvalidNoun, match="nothing was observed"):
        Score(rule="CRPS", values=[np.nan], axes=("unit",))


def test_values_have_an_axis_for_each_name():
    with pytest.raises(InvalidNoun, match="expected 2"):
        Score(rule="CRPS", values=[1.0], axes=("horizon", "unit"))
