"""Values in plain words."""

import pytest

import make
from tocsin.brief._wording import (
    counted,
    listed,
    metres_words,
    place_words,
    quantity_words,
    range_words,
    trait_words,
    when_words,
)


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ((12, 12, 12), "12"),
        ((1800, 1800, 1800), "1,800"),
        ((12, 12, None), "at least 12"),
        ((None, 12, 12), "up to 12"),
        ((None, 12, None), "about 12"),
        ((10, 12, 15), "12 (between 10 and 15)"),
        ((10, None, 15), "between 10 and 15"),
        ((10, 12, None), "12 (at least 10)"),
        ((None, None, None), "a number not told"),
        ((0, 0, 0), "0"),
    ],
)
def test_a_figure_keeps_its_bounds(bounds: tuple[int | None, int | None, int | None], words: str) -> None:
    assert range_words(*bounds) == words


def test_the_hedge_of_the_report_is_kept_as_written() -> None:
    assert quantity_words(make.quantity(best=300, low=None, high=300, qualifier="nearly")) == "nearly 300 people"


def test_dozens_stays_dozens() -> None:
    vague = make.quantity(best=None, qualifier="dozens of", group="civilians")
    assert quantity_words(vague) == "dozens of civilians"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2013-04-07", None, "7 April 2013"),
        ("2013-04-01", "2013-04-30", "April 2013"),
        ("2012-02-01", "2012-02-29", "February 2012"),
        ("2013-01-01", "2013-12-31", "2013"),
        ("2013-01-01", "2013-03-31", "January to March 2013"),
        ("2013-03-28", "2013-04-07", "28 March to 7 April 2013"),
        ("2013-04-02", "2013-04-07", "2 to 7 April 2013"),
        ("2012-12-30", "2013-01-02", "30 December 2012 to 2 January 2013"),
        ("2013-04-07", "", "since 7 April 2013"),
    ],
)
def test_an_interval_is_named_as_a_person_would(start: str, end: str | None, words: str) -> None:
    assert when_words(make.when(start=start, end=end)) == words


def test_a_date_that_is_not_told_is_said_to_be_so() -> None:
    assert when_words(make.when(start=None)) == "date not told"
    assert when_words(None) == "date not told"


def test_a_place_names_its_country_once() -> None:
    assert place_words(make.place(admin1="Gao")) == "Gao, Mali"
    assert place_words(make.MALI) == "Mali"


def test_traits_are_spelt_out() -> None:
    assert trait_words("country", "ML / NE") == "Mali / Niger"
    assert trait_words("mode", "suicide-attack / aerial") == "suicide attack / air strike"


def test_lists_counts_and_radii_read_as_english() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert [counted(1, "report"), counted(2000, "report")] == ["1 report", "2,000 reports"]
    assert [metres_words(500), metres_words(600_000)] == ["500 m", "600 km"]
