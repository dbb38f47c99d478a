"""Times: what wordings stand for, counted from the day of publication. Days of the week come from the calendar."""

from datetime import date

import pytest

from tocsin.core.document import Document
from tocsin.core.values import When
from tocsin.read._mentions import TimeMention
from tocsin.read._parse import parse
from tocsin.read._times import find_times

WEDNESDAY = "2013-04-10"


def times(text: str, published: str | None = WEDNESDAY) -> list[TimeMention]:
    day = date.fromisoformat(published) if published else None
    when = When(start=day, end=day, edtf=published or "", basis="stated") if day else None
    document = Document(
        id="d-1", uri=None, publisher=None, title=None, published=when, language="en", text=text,
        known_at=day or date(2013, 4, 10),
    )  # fmt: skip
    return find_times(parse(document))


def edtf(text: str, published: str | None = WEDNESDAY) -> list[str]:
    return [m.when.edtf for m in times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bomb went off on 3 May 2012.", "2012-05-03"),
        ("The bomb went off on May 3, 2012.", "2012-05-03"),
        ("The bomb went off on the 3rd of May 2012.", "2012-05-03"),
        ("The bomb went off on Thursday, 3 May 2012.", "2012-05-03"),
        ("The bomb went off on Jan. 9, 2013.", "2013-01-09"),
        ("Early on 3 May 2012 a bomb went off.", "2012-05-03"),
        ("It was signed on 2012-05-03.", "2012-05-03"),
        ("It was signed on 16/01/2013.", "2013-01-16"),
        ("It was signed on 01/16/2013.", "2013-01-16"),
        ("It was signed in May 2012.", "2012-05"),
        ("It got worse in 2012.", "2012"),
        ("The coup of 2012 changed that.", "2012"),
        ("The 2012 coup changed that.", "2012"),
        ("In the 1990s there was a war.", "199X"),
        ("It began in the summer of 2011.", "2011-06/2011-08"),
        ("There were clashes between 3 and 5 May 2012.", "2012-05-03/2012-05-05"),
        ("There were clashes from 3 to 5 May 2012.", "2012-05-03/2012-05-05"),
        ("There were clashes on May 3-5, 2012.", "2012-05-03/2012-05-05"),
        ("They ruled from 28 March to 3 April 2012.", "2012-03-28/2012-04-03"),
        ("They ruled between 2004 and 2006.", "2004/2006"),
        ("They fought from March to June 2012.", "2012-03/2012-06"),
    ],
)
def test_an_absolute_time_needs_no_day_of_publication(text: str, expected: str) -> None:
    assert edtf(text, None)[0] == expected
    assert times(text, None)[0].when.basis == "stated"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people were killed on Sunday.", "2013-04-07"),
        ("Twelve people were killed on Wednesday.", "2013-04-10"),
        ("Twelve people were killed on Thursday.", "2013-04-04"),
        ("Twelve people were killed last Sunday.", "2013-04-07"),
        ("Twelve people were killed late on Friday.", "2013-04-05"),
        ("Twelve people were killed on Monday night.", "2013-04-08"),
        ("The parties will meet on Sunday.", "2013-04-14"),
        ("The parties are due to meet on Saturday.", "2013-04-13"),
        ("The parties will meet next Friday.", "2013-04-12"),
        ("The army said on Tuesday that it would leave.", "2013-04-09"),
        ("He died yesterday.", "2013-04-09"),
        ("The ceasefire expires tomorrow.", "2013-04-11"),
        ("Ten died overnight.", "2013-04-09/2013-04-10"),
        ("Ten died last night.", "2013-04-09"),
        ("The talks failed last week.", "2013-04-01/2013-04-07"),
        ("The talks failed at the weekend.", "2013-04-06/2013-04-07"),
        ("The talks failed last month.", "2013-03"),
        ("The talks failed last year.", "2012"),
        ("The talks failed last March.", "2013-03"),
        ("The talks failed last April.", "2012-04"),
        ("The talks failed last December.", "2012-12"),
        ("The talks failed in March.", "2013-03"),
        ("The talks failed in November.", "2012-11"),
        ("The talks failed in June last year.", "2012-06"),
        ("The talks failed in September of last year.", "2012-09"),
        ("The vote will be held in July.", "2013-07"),
        ("The vote will be held on 28 July.", "2013-07-28"),
        ("The vote was held on 28 July.", "2012-07-28"),
        ("He was shot on 20 December.", "2012-12-20"),
        ("The plant was held from 16 to 19 January.", "2013-01-16/2013-01-19"),
        ("They ruled from 28 December to 3 January.", "2012-12-28/2013-01-03"),
        ("They had last fought a week ago today.", "2013-04-03"),
        ("The bomb went off a year ago today.", "2012-04-10"),
        ("He left four years ago.", "2009"),
        ("He left two months ago.", "2013-02"),
        ("He left three days ago.", "2013-04-07"),
        ("He left a week ago.", "2013-03-31/2013-04-06"),
        ("Earlier this month three men died.", "2013-04-01/2013-04-10"),
        ("It began late last year.", "2012-09/2012-12"),
        ("Many have fled in the past nine months.", "2012-07-10/2013-04-10"),
        ("The war has gone on since 2011.", "2011-01-01/2013-04-10"),
        ("It was quiet until March.", "../2013-03"),
        ("In the spring, gunmen took the town.", "2013-03-01/2013-04-10"),
    ],
)
def test_a_relative_time_is_counted_from_the_day_of_publication(text: str, expected: str) -> None:
    assert edtf(text) == [expected]
    assert times(text)[0].when.basis == ("stated" if "2011" in text else "relative")


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2013-02-10", "2012-03"), ("2013-03-20", "2012-03"), ("2013-04-01", "2013-03"), ("2014-01-05", "2013-03")],
)
def test_last_march_is_the_latest_march_wholly_before_the_month_of_publication(published: str, expected: str) -> None:
    assert edtf("Rebels took the town last March.", published) == [expected]


@pytest.mark.parametrize(
    ("text", "on_wednesday", "in_the_new_year", "on_the_first_of_march"),
    [
        ("He fled last March.", "2013-03", "2013-03", "2015-03"),
        ("He fled two weeks ago.", "2013-03-24/2013-03-30", "2013-12-19/2013-12-25", "2016-02-13/2016-02-19"),
        ("He fled on Monday.", "2013-04-08", "2013-12-30", "2016-02-29"),
        ("The war has gone on since 2011.", "2011-01-01/2013-04-10", "2011-01-01/2014-01-05", "2011-01-01/2016-03-01"),
        ("He came on Monday. The following day he fled.", "2013-04-09", "2013-12-31", "2016-03-01"),
        ("A bomb went off at dawn on 3 May.", "2012-05-03", "2013-05-03", "2015-05-03"),
        (
            "He fled in the past nine months.",
            "2012-07-10/2013-04-10",
            "2013-04-05/2014-01-05",
            "2015-06-01/2016-03-01",
        ),
        ("In the summer gunmen took the town.", "2012-06/2012-08", "2013-06/2013-08", "2015-06/2015-08"),
        ("The talks failed last year.", "2012", "2013", "2015"),
        ("Crowds gathered on Bastille Day.", "2012-07-14", "2013-07-14", "2015-07-14"),
    ],
)
def test_what_is_told_counts_from_whatever_day_it_is_published_on(
    text: str, on_wednesday: str, in_the_new_year: str, on_the_first_of_march: str
) -> None:
    found = [edtf(text, day)[-1] for day in ("2013-04-10", "2014-01-05", "2016-03-01")]
    assert found == [on_wednesday, in_the_new_year, on_the_first_of_march]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2013-04-10", "2013-04-07"),
        ("2013-04-07", "2013-04-07"),
        ("2013-04-08", "2013-04-07"),
        ("2013-01-01", "2012-12-30"),
    ],
)
def test_a_weekday_in_the_past_tense_is_the_latest_up_to_publication(published: str, expected: str) -> None:
    assert edtf("Gunmen attacked the market on Sunday.", published) == [expected]


def test_two_weeks_ago_is_a_week_around_that_day() -> None:
    when = times("They met two weeks ago.")[0].when
    assert when.start == date(2013, 3, 24)
    assert when.end == date(2013, 3, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on 3 May 2012. The previous day, soldiers had left.", "2012-05-02"),
        ("He came on 3 May 2012. The following day he left.", "2012-05-04"),
        ("He came on 3 May 2012. Two days later he left.", "2012-05-05"),
        ("He came on 3 May 2012. Ten days earlier, he was freed.", "2012-04-23"),
        ("He came on 3 May 2012. The day before, he was freed.", "2012-05-02"),
        ("He came on 3 May 2012. He left the same day.", "2012-05-03"),
        ("He came in December 2008 and left the following April.", "2009-04"),
        ("He came in May 2012. The following month he left.", "2012-06"),
        ("He came in May 2010 and left two years later.", "2012"),
    ],
)
def test_a_time_may_be_counted_from_the_one_told_before(text: str, expected: str) -> None:
    assert edtf(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were blasts in the spring of 2007, one of them in March.", "2007-03"),
        ("In 2003 the rebels took up arms. In April they attacked El Fasher.", "2003-04"),
        ("Ben Ali, who was ousted in 2011, was convicted in June.", "2012-06"),
        ("In March 2011 he was freed. In May he was shot.", "2011-05"),
        ("The bombing of May 2005 was the worst. On 3 April a smaller bomb went off.", "2013-04-03"),
        ("In 2011 the rebels took the port in May and the airfield in September.", "2011-09"),
        ("He came in 2010 and was abducted in April that year.", "2010-04"),
    ],
)
def test_a_month_without_year_falls_into_the_year_recalled_for_its_clause(text: str, expected: str) -> None:
    assert edtf(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was shot on Friday. Later that day, the army sealed the town.", "2013-04-05"),
        ("He was shot on Friday. Later in the day, the army sealed the town.", "2013-04-05"),
        ("He was shot on Friday. The next morning two bombs went off.", "2013-04-06"),
        (
            "He died on Monday. In September 2010 seven were seized, and four taken that night are still held.",
            "2010-09",
        ),
        ("It fell on 3 May 2012. A week later the army fled.", "2012-05-10"),
        ("It fell on 3 May 2012. About a week later the army fled.", "2012-05-07/2012-05-13"),
        ("It fell in July. A few days later the army fled.", "2012-07"),
        ("It struck Derna on Tuesday. Wednesday's attack came a day later.", "2013-04-10"),
        ("A student died on Saturday. Within a day crowds were in the streets.", "2013-04-06/2013-04-07"),
    ],
)
def test_a_day_is_counted_from_the_story_it_stands_in_and_never_lies_ahead_of_what_is_past(
    text: str, expected: str
) -> None:
    assert edtf(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shops were looted during the night to Friday.", "2013-04-04/2013-04-05"),
        ("Shops were looted in the night from Thursday to Friday.", "2013-04-04/2013-04-05"),
        ("Shops were looted overnight Sunday to Monday.", "2013-04-07/2013-04-08"),
        ("Shops were looted in the night to 5 April.", "2013-04-04/2013-04-05"),
    ],
)
def test_a_night_to_a_day_ends_on_it(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the worst attack since May 2003, when 12 bombers struck.", "2003-05-01/2013-04-10"),
        ("Three men were killed this week.", "2013-04-08/2013-04-10"),
        ("He was shot in late June.", "2012-06-21/2012-06-30"),
        ("The mayor was abducted on Christmas Eve.", "2012-12-24"),
        ("Two men were abducted in December and January.", "2012-12/2013-01"),
        ("Ten people were killed between Friday and Monday.", "2013-04-05/2013-04-08"),
        ("They left in the first week of March.", "2013-03-01/2013-03-07"),
        ("The dispute goes back to February, when a law was passed.", "2013-02"),
        ("He fled on October 31 last year.", "2012-10-31"),
        ("Mali's 2012 coup changed that.", "2012"),
        ("Ten were killed by Friday's blast.", "2013-04-05"),
        ("The talks were put off to 21 June.", "2013-06-21"),
        ("The vote could be pushed back to November 22.", "2013-11-22"),
        ("The truce runs out on Saturday.", "2013-04-13"),
        ("The committee hoped to finish before December.", "../2013-11"),
        ("Fifteen days have passed since gunmen took the airport.", "2013-03-26"),
    ],
)
def test_wordings_of_reports_are_read_as_a_reader_would(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize("text", ["He visited Gao five days before the blast.", "It came the day after he was shot."])
def test_a_distance_to_an_event_is_no_time_of_its_own(text: str) -> None:
    mention = times(text)[0]
    assert mention.is_duration
    assert mention.when.start is None


def test_a_window_ends_with_the_event_of_its_sentence() -> None:
    text = "Gunmen attacked a market on Sunday, the second raid there in ten days."
    assert edtf(text) == ["2013-04-07", "2013-03-28/2013-04-07"]


@pytest.mark.parametrize(
    "text", ["He died on Sunday.", "He died last week.", "He left two weeks ago.", "He died on 3 May."]
)
def test_without_a_day_of_publication_a_relative_time_stays_open_with_a_reason(text: str) -> None:
    when = times(text, None)[0].when
    assert (when.start, when.end) == (None, None)
    assert when.reason is not None
    assert "no date to count from" in when.reason


def test_a_full_date_at_the_head_of_the_report_stands_in_for_the_day_of_publication() -> None:
    assert edtf("GAO, April 10, 2013 (Wire) - Twelve people were killed on Sunday.", None)[-1] == "2013-04-07"


def test_the_day_before_nothing_is_not_counted_from_publication() -> None:
    when = times("The previous day, soldiers had left.")[0].when
    assert when.start is None
    assert when.reason == "no time before it in the report to count from"


def test_a_date_with_day_and_month_in_unclear_order_is_left_open() -> None:
    assert times("It was signed on 04/05/2012.")[0].when.start is None


@pytest.mark.parametrize("text", ["It lasted from 5 to 3 May 2012.", "It lasted from 2010 to 2004."])
def test_a_range_that_ends_before_it_starts_is_left_open(text: str) -> None:
    assert times(text)[0].when.reason == "it ends before it starts"


def test_an_impossible_date_is_left_open() -> None:
    assert times("It was signed on 31 June 2012.")[0].when.reason == "no such day in the calendar"


@pytest.mark.parametrize("text", ["He was held for three days.", "It was a three-day siege.", "They fought for weeks."])
def test_a_length_of_time_is_no_date(text: str) -> None:
    mention = times(text)[0]
    assert mention.is_duration
    assert mention.when.start is None


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and they march on.",
        "A 23-year-old man was killed.",
        "The 2,012 men left.",
        "On a Monday he prays.",
        "The Sunday Times wrote of it.",
        "The 14 March Coalition denied it.",
        "Ramadan Abdi, a trader, hid them.",
        "The daily wrote of it.",
        "He paid 2012 dollars for it.",
        "Resolution 1973 was adopted.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert times(text) == []


def test_tokens_cover_the_words_of_the_time() -> None:
    assert times("The bomb went off on 3 May 2012, they said.")[0].tokens.text == "on 3 May 2012"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The count takes in the dead of Saturday.", "2013-04-06"),
        ("The talks resume on Saturday.", "2013-04-13"),
        ("The town is quiet since the raid of Monday.", "2013-04-08"),
    ],
)
def test_the_present_tense_leaves_a_day_in_the_past_unless_it_tells_of_the_calendar(text: str, expected: str) -> None:
    assert edtf(text)[0].split("/")[0] == expected


def test_the_evening_before_is_that_of_the_day_told() -> None:
    assert edtf("The text was read out on Monday; it had been signed the evening before.")[1] == "2013-04-07"


def test_days_are_counted_from_the_news_rather_than_from_what_was_recalled_last() -> None:
    text = (
        "Gunmen stormed a hotel on Tuesday.\n\nOn 3 May 2009 a bank was robbed.\n\nTen days earlier a car was stolen."
    )
    assert edtf(text)[-1] == "2013-03-30"


TEN = [
    # 2013-04-10 is a Wednesday, 2016-02-11 a Thursday, 2019-09-16 a Monday
    ("Rebels took the town last March.", "2013-03", "2015-03", "2019-03"),
    ("Rebels took the town two weeks ago.", "2013-03-24/2013-03-30", "2016-01-25/2016-01-31", "2019-08-30/2019-09-05"),
    ("Rebels took the town on Monday.", "2013-04-08", "2016-02-08", "2019-09-16"),
    ("The road has been shut since 2011.", "2011-01-01/2013-04-10", "2011-01-01/2016-02-11", "2011-01-01/2019-09-16"),
    ("Troops came yesterday and left the following day.", "2013-04-10", "2016-02-11", "2019-09-16"),
    ("Rebels took the town at dawn on 3 May.", "2012-05-03", "2015-05-03", "2019-05-03"),
    ("He fled in the past nine months.", "2012-07-10/2013-04-10", "2015-05-11/2016-02-11", "2018-12-16/2019-09-16"),
    ("Rebels took the town during Ramadan.", "2012-07-19/2012-08-19", "2015-06-17/2015-07-18", "2019-05-05/2019-06-05"),
    ("Rebels took the town on Bastille Day.", "2012-07-14", "2015-07-14", "2019-07-14"),
    ("Rebels took the town last summer.", "2012-06/2012-08", "2015-06/2015-08", "2019-06/2019-08"),
]


@pytest.mark.parametrize(("text", "first", "second", "third"), TEN)
def test_the_same_words_are_counted_from_three_days_of_publication(text, first, second, third):
    days = (WEDNESDAY, "2016-02-11", "2019-09-16")
    assert [edtf(text, day)[-1] for day in days] == [first, second, third]


@pytest.mark.parametrize("text", [row[0] for row in TEN if "2011" not in row[0]])
def test_none_of_them_is_guessed_without_a_day_to_count_from(text):
    when = times(text, None)[0].when
    assert (when.start, when.end, when.reason) == (None, None, "the report has no date to count from")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was lost before 1991.", "../1990"),
        ("It was lost after March 2012.", "2012-04-01/2013-04-10"),
        ("It is to be done no later than 30 June.", "../2013-06"),
        ("A new law will apply from 1 May.", "2013-05/.."),
        ("It was lost two hours after Monday.", "2013-04-08"),
        ("It was lost after Friday prayers.", "2013-04-05"),
    ],
)
def test_before_and_after_leave_the_day_told_out(text, expected):
    assert edtf(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on Easter Sunday.", "2013-03-31"),
        ("He came on Good Friday 2011.", "2011-04-22"),
        ("He will come on Orthodox Easter.", "2013-05-05"),
        ("He came on the eve of Eid al-Fitr 2014.", "2014-07-27/2014-07-29"),
        ("He came on the day after Christmas.", "2012-12-26"),
        ("He came on the second day of Eid al-Adha last year.", "2012-10-26/2012-10-28"),
        ("He came on Yom Kippur 2012.", "2012-09-26"),
        ("He came on Nowruz.", "2013-03-21"),
        ("He came on Nigeria's Independence Day.", "2012-10-01"),
        ("He came on Kenyan Independence Day 2010.", "2010-12-12"),
        ("He came on 10 Muharram 1434.", "2012-11-23/2012-11-25"),
        ("He came on 22 Bahman.", "2013-02-10"),
        ("He came on 30 Esfand.", "2013-03-20"),
        ("He came on 12 Sha\u2019ban 1434.", "2013-06-20/2013-06-22"),
        ("He came in RAJAB 1434.", "2013-05-10/2013-06-10"),
        ("He came on Thanksgiving.", "2012-11-22"),
    ],
)
def test_a_feast_falls_on_the_days_of_its_own_calendar(text, expected):
    assert edtf(text) == [expected]


@pytest.mark.parametrize("day", ["31 Mehr 1392", "30 Esfand 1392", "31 Rajab 1434", "31 Rajab"])
def test_a_day_that_its_month_does_not_have_is_left_open(day):
    assert times(f"He came on {day}.")[0].when.reason == "no such day in the calendar"


def test_a_national_day_of_no_country_stays_open_with_a_reason():
    when = times("He came on Independence Day.")[0].when
    assert when.start is None
    assert when.reason == "the report does not say which country's day is meant"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was held for three days.", "P3D"),
        ("It was a 30-minute fight.", "PT30M"),
        ("They waited several hours.", "PTXH"),
        ("A week-long truce was near.", "P1W"),
        ("It rained for a fourth straight day.", "P4D"),
        ("They fought for two and a half years.", "P2.5Y"),
        ("They march every Friday.", "XXXX-WXX-5"),
        ("They march on Fridays.", "XXXX-WXX-5"),
        ("They meet every two weeks.", "R/P2W"),
        ("They meet daily.", "R/P1D"),
        ("They meet every 11 November.", "XXXX-11-11"),
    ],
)
def test_how_long_and_how_often_are_told_without_a_day(text, expected):
    mention = times(text)[0]
    assert (mention.when.start, mention.when.edtf, mention.is_duration) == (None, expected, True)
    assert mention.when.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raids have grown in recent weeks.", "../2013-04-10"),
        ("Prices will rise in the coming months.", "2013-04-10/.."),
        ("He died in the last quarter of 2011.", "2011-10/2011-12"),
        ("He died in the late 1970s.", "1977/1979"),
        ("He died in the seventies.", "197X"),
        ("He died in the 18th century.", "1700/1799"),
        ("He died around 2010.", "2010~"),
        ("He died in '98.", "1998"),
        ("He died on the last Sunday of March.", "2013-03-31"),
        ("He died in the week of 4 March.", "2013-03-04/2013-03-10"),
        ("He died on Tuesday last week.", "2013-04-02"),
        ("The rising began in May 2011. Later that year the port fell.", "2011-05/2011-12"),
        ("He died less than a year ago.", "2012-04-10/2013-04-10"),
        ("They must go within 48 hours.", "2013-04-10/2013-04-12"),
        ("They had been due to meet on Tuesday.", "2013-04-09"),
        ("We march on Sunday.", "2013-04-14"),
    ],
)
def test_wordings_of_bounds_parts_and_outlook(text, expected):
    assert edtf(text)[-1] == expected


def test_the_weekday_with_an_article_is_the_next_after_the_time_told_before():
    assert edtf("The shop was raided on Friday, 11 March 2005. On the Sunday he was found.", None)[-1] == "2005-03-13"


@pytest.mark.parametrize(
    "text", ["On 3 May 2012 the envoy landed. He left on Sunday.", "It ended on 3 May 2012. He left on Sunday."]
)
def test_a_date_of_the_story_does_not_stand_in_for_the_day_of_publication(text):
    assert times(text, None)[-1].when.reason == "the report has no date to count from"


def test_a_month_of_publication_resolves_months_and_no_days():
    month = When(start=date(2013, 4, 1), end=date(2013, 4, 30), edtf="2013-04", basis="stated")
    text = "The mill burnt last month. He left on Sunday."
    document = Document(
        id="d-1", uri=None, publisher=None, title=None, published=month, language="en", text=text,
        known_at=date(2013, 5, 1),
    )  # fmt: skip
    mill, left = (m.when for m in find_times(parse(document)))
    assert mill.edtf == "2013-03"
    assert left.reason == "the report tells no day of its own to count from, only a month or a year"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A year ago this month the rebels took Gao.", "2012-04"),
        ("Ten years ago this week the rebels took Gao.", "2003-04-07/2003-04-13"),
        ("Elders travelled to Gao through the summer.", "2012-06/2012-08"),
        ("Elders travelled to Gao throughout the summer of 2009.", "2009-06/2009-08"),
    ],
)
def test_a_month_of_another_year_and_all_of_a_season_are_told(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left Gao on 3 May 2009. On 8 December a nurse had been shot.", "2008-12-08"),
        ("They left Gao on 3 May 2009. In April a nurse had been shot.", "2009-04"),
        ("They had left Gao on 3 May 2009. On 8 July a nurse had been shot.", "2009-07-08"),
        ("They left Gao on 3 March. On 8 February a nurse had been shot.", "2013-02-08"),
        ("They left Gao on 3 May 2009. On 8 April a nurse was shot by men who had fled.", "2010-04-08"),
        ("They left Gao on 3 May 2009.\n\nOn 8 January a nurse had been shot.", "2013-01-08"),
    ],
)
def test_what_had_been_before_an_old_story_is_counted_back_from_it(text: str, expected: str) -> None:
    assert edtf(text)[1] == expected
