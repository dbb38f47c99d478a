"""Times at the head of a paragraph, and days of the month told by their number. Weekdays come from the calendar."""

from datetime import date

import pytest
from tests.make import document

from tocsin.read._mentions import TimeMention
from tocsin.read._parse import parse
from tocsin.read._times import find_times

AUTUMN = "2022-10-06"


def times(text: str) -> list[TimeMention]:
    return find_times(parse(document(text=text, published=AUTUMN)))


def edtf(text: str) -> list[str]:
    return [m.when.edtf for m in times(text)]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("26 March. Raiders climbed the fence.", "2022-03-26"),
        ("26 November. Raiders climbed the fence.", "2021-11-26"),
        ("- Gao, 26 March: raiders climbed the fence.", "2022-03-26"),
        ("SUNDAY 27 MARCH - Raiders climbed the fence.", "2022-03-27"),
        ("Sunday 27. Raiders climbed the fence.", "2022-03-27"),
        ("Mid-March. Raiders climbed the fence.", "2022-03-11/2022-03-20"),
        ("May. Raiders climbed the fence.", "2022-05"),
        ("GAO, Ansongo (Saturday 26 March, about 21.00). Raiders climbed the fence.", "2022-03-26"),
        ("GAO, Ansongo (same day). Raiders climbed the fence.", "2022-03-25"),
        ("2. Gao (Mali), 26 March. Raiders climbed the fence.", "2022-03-26"),
        ("GAO. Night of 26 March. Raiders climbed the fence.", "2022-03-26"),
        ("The same evening. Raiders climbed the fence.", "2022-03-25"),
    ],
)
def test_a_time_alone_at_the_head_of_a_paragraph_heads_it_and_is_past(heading: str, expected: str) -> None:
    told = times(f"This is how it came on 25 March.\n\n{heading}")[-1]
    assert (told.when.edtf, told.heads) == (expected, True)


def test_a_heading_before_what_is_to_come_is_ahead() -> None:
    assert edtf("The calendar.\n\n3 December. The two sides will meet again.") == ["2022-12-03"]


@pytest.mark.parametrize(
    "text",
    [
        "It was calm.\n\nOn 26 March raiders climbed the fence.",
        "It was calm.\n\nThe raid of 26 March: that is what nobody forgets.",
        "It was calm. 26 March. Raiders climbed the fence.",
        "GAO, March 26: Raiders climbed the fence.",
    ],
)
def test_a_time_within_a_paragraph_heads_nothing(text: str) -> None:
    assert not times(text)[0].heads


def test_weekdays_below_a_heading_are_counted_from_it() -> None:
    assert edtf("The week.\n\n- Gao, 21 September. Raiders came early on Tuesday.")[-1] == "2022-09-20"


def test_under_a_heading_the_next_day_is_not_counted_from_a_day_told_in_passing() -> None:
    text = "The week.\n\nTuesday 20 September. Raiders, held on the Friday before, got out. Shots fell that same night."
    assert edtf(text)[-2:] == ["2022-09-16", "2022-09-20"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("A curfew was in force on Monday.", "2022-09-19"),
        ("The ministry had denied it on Monday.", "2022-09-12"),
        ("With him the dead since Monday are nine.", "2022-09-12/2022-10-06"),
    ],
)
def test_a_weekday_below_a_heading_is_one_soon_after_it_but_for_what_had_been(told: str, expected: str) -> None:
    assert edtf(f"The week.\n\nSunday 18 September. Raiders came. {told}")[-1] == expected


def test_months_below_an_old_heading_fall_into_its_year_throughout_the_paragraph() -> None:
    text = "The truces.\n\nMay 2006. A truce. It held for long. In October it broke."
    assert edtf(text)[-1] == "2006-10"


def test_a_year_told_of_somebody_in_passing_dates_nothing_after_it() -> None:
    text = "It fights rebels who took up arms in 2006. On 2 February a bomb went off."
    assert edtf(text)[-1] == "2022-02-02"


def test_a_day_told_again_is_the_same_day() -> None:
    text = "He was taken on 15 April 2019. He was sentenced in 2007. The raid of 15 April is a mystery."
    assert edtf(text)[-1] == "2019-04-15"


def test_a_day_told_again_of_what_is_to_come_is_another_day() -> None:
    text = "The war began on 5 June 1967. On 5 June the two sides will meet."
    assert edtf(text)[-1] != "1967-06-05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid was on 14 September. The bill passed on the 16th.", "2022-09-16"),
        ("The raid was on 14 September. On the 16th tanks fired.", "2022-09-16"),
        ("The strike began on 28 April and the minister resigned on the 3rd.", "2022-05-03"),
        ("The raid was in March. By night, in the early hours of the ninth, they left.", "2022-03-09"),
        ("The raid was on 14 September. They left on Friday the 16th.", "2022-09-16"),
        ("They left on the 20th.", "2022-09-20"),
    ],
)
def test_a_day_told_by_its_number_is_the_nearest_to_the_time_told_before(text: str, expected: str) -> None:
    assert edtf(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "He fell on the ninth floor.",
        "They met on the 38th parallel.",
        "It was won by the 3rd Division.",
        "He had marched six times and would march on the seventh.",
    ],
)
def test_an_ordinal_with_a_noun_is_no_day(text: str) -> None:
    assert edtf(text) == []


def test_a_number_behind_a_weekday_that_it_does_not_fall_on_counts_something_else() -> None:
    assert edtf("They took 9 on Tuesday, 14 in all.") == ["2022-10-04"]


def test_that_weekday_is_the_one_told_before() -> None:
    text = "He flew out on 3 September. The court met on 12 September. That same Saturday two men died."
    assert edtf(text)[-1] == "2022-09-03"


def test_a_heading_stays_a_time_of_its_own_days() -> None:
    assert times("The week.\n\n3 May. It rained.")[0].when.start == date(2022, 5, 3)


def test_on_its_anniversary_a_day_is_that_of_the_report() -> None:
    assert edtf("Nobody forgets 6 October 2019. On 6 October wreaths were laid.")[-1] == "2022-10-06"


def test_a_day_may_be_told_in_letters() -> None:
    assert edtf("It is Saturday the twenty-fourth of September, and on the third of May 2021 a bus burned.") == [
        "2022-09-24",
        "2021-05-03",
    ]


def test_a_day_that_a_wrapped_line_begins_with_heads_nothing() -> None:
    above = "The governor of the region had come to the wedding of a cousin in a village near Gao on"
    assert [t.heads for t in times(f"It rained.\n\n{above}\n3 May. A bus burned.")] == [False]


def test_in_an_entry_told_in_the_present_tense_today_is_its_day() -> None:
    text = "It was a bad year.\n\n8 June. The service says that its chief was arrested two days ago."
    assert edtf(text)[-1] == "2022-06-06"


def test_behind_an_entry_the_same_evening_is_that_of_its_day() -> None:
    entry = "9 June. A mob storms a studio, as one did on 5 June."
    text = f"It was a bad year.\n\n{entry}\n\nPeru shuts its border the same evening."
    assert edtf(text)[-1] == "2022-06-09"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("1 August 2012. A road is blocked.\n\n3 August. An office is sacked.", "2012-08-03"),
        ("1 November 2012. A road is blocked.\n\n20 December. It is cleared.\n\n4 January. It is mined.", "2013-01-04"),
        ("August 2012. A road is blocked.\n\nDecember. It is cleared.", "2012-12"),
    ],
)
def test_entries_of_an_old_timeline_go_on_from_one_another(entries: str, expected: str) -> None:
    assert edtf(f"The stations of the way.\n\n{entries}")[-1] == expected


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("3 June 2022. A road is blocked.\n\n1 May. An office is sacked.", "2022-05-01"),
        ("The road was blocked in 2012.\n\n3 August. An office is sacked.", "2022-08-03"),
        ("A ridge, blocked on 1 August 2012.\n\n3 August. An office is sacked.", "2022-08-03"),
    ],
)
def test_a_heading_behind_no_old_entry_is_of_the_latest_such_day(entries: str, expected: str) -> None:
    assert edtf(f"The stations of the way.\n\n{entries}")[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Many fell from 10 to 14 June 2021. It went on until May 2022.\n\nIt began on the 10th.", "2021-06-10"),
        ("A bomb went off on 16 March. Two men were held on 2 May.\n\nOn the 16th a bus burned.", "2022-03-16"),
        ("The war began on 16 March 2013.\n\nRebels struck on 14 September. On the 16th a bus burned.", "2022-09-16"),
    ],
)
def test_a_day_told_by_its_number_again_in_another_paragraph_is_the_same_day(text: str, expected: str) -> None:
    assert edtf(text)[-1] == expected
