from datetime import date

import pytest

from make_panel import countries, panel
from tocsin import InputError, UnknownName
from tocsin.ask import question

PANEL = countries()
DAY = date(2014, 6, 1)


def asked(words, *, as_of=DAY, about=PANEL):
    return question(words, as_of=as_of, panel=about)


@pytest.mark.parametrize(
    ("words", "unit", "at_least", "months"),
    [
        ("at least 10 deaths in TN within 6 months", "TN", 10, 6),
        ("At least ten deaths in the Sudan in the next year?", "SD", 10, 12),
        ("more than 24 people killed in Libya over the next 3 months", "LY", 25, 3),
        ("any deaths in NER within a month", "NE", 1, 1),
        ("100 or more deaths in organised violence in Mali within half a year", "ML", 100, 6),
        (">= 5 fatalities in Égypt within two quarters", "EG", 5, 6),
    ],
)
def test_amount_place_and_window_are_read_in_their_usual_forms(words, unit, at_least, months):
    found = asked(words)
    assert (found.unit, found.at_least, found.window_months) == (unit, at_least, months)


def test_the_window_begins_with_the_first_whole_month_after_the_day():
    assert asked("any deaths in TN within 2 months").start == date(2014, 6, 1)
    later = asked("any deaths in TN within 2 months", as_of=date(2014, 6, 2))
    assert (later.start, later.last) == (date(2014, 7, 1), date(2014, 8, 1))


def test_a_name_is_never_part_of_another():
    assert asked("any deaths in Niger within 1 month").unit == "NE"
    with pytest.raises(UnknownName, match=r"no Nigeria \(NG\)"):
        asked("any deaths in Nigeria within 1 month")


def test_a_near_miss_is_named_and_not_used():
    with pytest.raises(UnknownName, match=r"Tunesia': did you mean Tunisia \(TN\)\?"):
        asked("any deaths in Tunesia within 1 month")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("some deaths in Tunesia soon", "no window such as \"within 6 months\"; 'Tunesia': did you mean Tunisia (TN)?"),
        ("deaths in Mali within 6 months", 'no amount such as "at least 10" or "any"'),
        ("any deaths within 6 months", 'no place such as "in Tunisia"'),
        ("within 6 months in Mali any deaths", "no amount"),
    ],
)
def test_the_part_that_is_not_there_is_named_and_a_country_nearly_named(words, told):
    with pytest.raises(InputError) as caught:
        asked(words)
    assert told in str(caught.value)


def test_a_country_that_is_named_rightly_is_not_asked_about():
    with pytest.raises(InputError) as caught:
        asked("some deaths in Tunisia soon")
    assert "did you mean" not in str(caught.value)


def test_a_nationality_is_no_place():
    with pytest.raises(UnknownName, match="no country or unit 'Malian'"):
        asked("any deaths in Malian within 1 month")


def test_a_name_of_two_countries_has_to_be_told_apart():
    with pytest.raises(UnknownName, match=r"\(CG\) or .*\(CD\)"):
        asked("any deaths in Congo within 1 month")


def test_deaths_are_whatever_deaths_the_panel_counts_but_a_named_target_has_to_be_the_same():
    one_sided = countries(target="one-sided")
    assert asked("any deaths in TN within 1 month", about=one_sided).target == "one-sided"
    with pytest.raises(UnknownName, match="counts deaths in one-sided violence"):
        asked("any state-based deaths in TN within 1 month", about=one_sided)


def test_attacks_of_a_size_are_a_target():
    attacks = countries(target="attacks-25")
    words = "an attack with at least 25 deaths in ML within 3 months"
    assert (asked(words, about=attacks).at_least, asked(words, about=attacks).target) == (1, "attacks-25")
    with pytest.raises(UnknownName, match="attacks-25"):
        asked("an attack with at least 50 deaths in ML within 3 months", about=attacks)


def test_an_unknown_target_is_an_error_with_what_is_counted():
    with pytest.raises(UnknownName, match="no target is called 'kidnappings'; the panel counts deaths"):
        asked("at least 3 kidnappings in ML within 3 months")


def test_units_that_are_no_countries_go_by_their_own_names():
    assert asked("any deaths in B within 1 month", about=panel([[1, 2]])).unit == "B"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "deaths in TN",
        "at least 10 deaths in TN",
        "at least 0 deaths in TN within 1 month",
        "at least 10 deaths in TN within 40 months",
    ],
)
def test_words_that_are_no_question_are_an_error_that_says_so(words):
    with pytest.raises(InputError, match=r"is no question of the form|cannot be asked"):
        asked(words)


def test_the_id_is_made_from_the_content():
    first, again = (asked("at least 10 deaths in TN within 6 months") for _ in range(2))
    assert first.id == again.id == asked("more than 9 deaths in Tunisia in the next half a year").id
    assert first.id != asked("at least 10 deaths in TN within 6 months", as_of=date(2014, 7, 1)).id
