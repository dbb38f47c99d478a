import pytest

from tocsin import History, Tenth
from tocsin.core.months import date
from tocsin.score import confidence, word_for


@pytest.mark.parametrize(
    ("probability", "word"),
    # The bands of Intelligence Community Directive 203.
    [(0.03, "almost no chance"), (0.15, "very unlikely"), (0.3, "unlikely"), (0.5, "roughly even chance"),
     (0.7, "likely"), (0.9, "very likely"), (0.97, "almost certain"), (1.0, "almost certain")],
)  # fmt: skip
def test_words_are_those_of_the_directive(probability, word):
    assert word_for(probability) == word


def history(*, n=600, low=0.76, high=0.84, forecast=0.8, brier=0.05):
    alike = Tenth(n=n, forecast=forecast, happened=0.8, low=low, high=high)
    day = date(2010, 1, 1)
    return History(n=9000, first=day, last=day, base_rate=0.2, brier=brier, brier_baseline=0.06, difference_low=-0.02,
                   difference_high=-0.01, alike=alike, n_here=100, mean_here=0.1, happened_here=0.1)  # fmt: skip


@pytest.mark.parametrize(
    ("others", "past", "later", "level"),
    [
        ({"a": 0.78}, history(), False, "high"),
        ({"a": 0.78}, history(), True, "moderate"),
        ({"a": 0.60}, history(), False, "moderate"),
        ({"a": 0.40}, history(), False, "low"),
        ({"a": 0.78}, history(n=60), False, "moderate"),
        ({"a": 0.78}, history(n=40), False, "low"),
        ({"a": 0.78}, history(low=0.5, high=0.9), False, "low"),
        ({"a": 0.78}, history(forecast=0.88), False, "low"),
        ({"a": 0.78}, history(brier=0.07), False, "low"),
        ({"a": 0.78}, None, False, "low"),
    ],
)
def test_confidence_rests_on_agreement_and_on_how_such_forecasts_did(others, past, later, level):
    assert confidence(0.8, others, past, later=later)[0] == level
