"""Days of other calendars, checked against published dates and against dateutil."""

from datetime import date

import pytest
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN
from dateutil.easter import easter as known_easter

from tocsin.read._feasts import feast_in, islamic_days, national_day
from tocsin.read._other_calendars import easter, hanukkah, islamic, orthodox_easter, persian, rosh_hashanah

YEARS = range(1900, 2100)


@pytest.mark.parametrize(("ours", "method"), [(easter, EASTER_WESTERN), (orthodox_easter, EASTER_ORTHODOX)])
def test_easter_is_that_of_dateutil(ours, method):
    assert [ours(year) for year in YEARS] == [known_easter(year, method) for year in YEARS]


# Begin of Ramadan and of Shawwal as announced in Saudi Arabia.
@pytest.mark.parametrize(
    ("year", "month", "seen"),
    [
        (1431, 9, "2010-08-11"), (1432, 9, "2011-08-01"), (1433, 9, "2012-07-20"), (1434, 9, "2013-07-10"),
        (1435, 9, "2014-06-28"), (1436, 9, "2015-06-18"), (1437, 9, "2016-06-06"), (1438, 9, "2017-05-27"),
        (1439, 9, "2018-05-17"), (1440, 9, "2019-05-06"), (1441, 9, "2020-04-24"), (1442, 9, "2021-04-13"),
        (1434, 10, "2013-08-08"), (1437, 10, "2016-07-06"), (1441, 10, "2020-05-24"), (1444, 10, "2023-04-21"),
    ],
)  # fmt: skip
def test_an_islamic_month_begins_within_a_day_of_what_was_seen(year, month, seen):
    days = islamic_days(year, month, 1)
    assert days.start <= date.fromisoformat(seen) <= days.end


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (
            [rosh_hashanah(y) for y in (2013, 2015, 2019, 2024)],
            ["2013-09-05", "2015-09-14", "2019-09-30", "2024-10-03"],
        ),
        ([hanukkah(y) for y in (2013, 2016, 2019, 2023)], ["2013-11-28", "2016-12-25", "2019-12-23", "2023-12-08"]),
        (
            [persian(y, 1, 1) for y in (1391, 1392, 1395, 1403)],
            ["2012-03-20", "2013-03-21", "2016-03-20", "2024-03-20"],
        ),
        ([d.start for d in feast_in("Passover", 2002)], ["2002-03-28"]),
        ([d.start for d in feast_in("Purim", 2019)], ["2019-03-21"]),
        ([d.start for d in feast_in("Labor Day", 2001)], ["2001-09-03"]),
    ],
)
def test_days_fall_where_published_calendars_have_them(days, expected):
    assert [day.isoformat() for day in days] == expected


def test_an_islamic_feast_may_fall_twice_into_one_year():
    assert [d.start.isoformat() for d in feast_in("Mawlid", 2015)] == ["2015-01-02", "2015-12-23"]


# Days by pyluach 2.3.0; those of the Ethiopian calendar and of countries by holidays 0.109.
@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Lag BaOmer", 2013, "2013-04-28"),
        ("Lag BaOmer", 2016, "2016-05-26"),
        ("Yom Kippur", 2015, "2015-09-23"),
        ("Shavuot", 2018, "2018-05-20"),
        ("Tisha B'Av", 2014, "2014-08-05"),
        ("Simchat Torah", 2019, "2019-10-22"),
        ("Enkutatash", 2014, "2014-09-11"),
        ("Enkutatash", 2015, "2015-09-12"),
        ("Meskel", 2015, "2015-09-28"),
        ("Timkat", 2015, "2015-01-19"),
        ("Timkat", 2016, "2016-01-20"),
    ],
)
def test_a_feast_falls_on_the_day_that_other_libraries_have(name, year, expected):
    assert [d.start.isoformat() for d in feast_in(name, year)] == [expected]


# First days of months by convertdate 2.5.1.
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (islamic(1400, 1, 1), "1979-11-21"),
        (islamic(1450, 12, 1), "2029-04-15"),
        (persian(1342, 12, 1), "1964-02-20"),
        (persian(1399, 12, 30), "2021-03-20"),
        (persian(1408, 7, 1), "2029-09-22"),
    ],
)
def test_a_day_of_another_calendar_is_that_of_convertdate(day, expected):
    assert day.isoformat() == expected


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Independence Day", "GW", "2014-09-24"),
        ("Armed Forces Day", "EG", "2014-10-06"),
        ("Army Day", "IQ", "2014-01-06"),
        ("Martyrs' Day", "ML", "2014-03-26"),
        ("Unity Day", "YE", "2014-05-22"),
    ],
)
def test_a_national_day_is_that_of_its_country(name, country, expected):
    assert national_day(name, country)(2014).start.isoformat() == expected


def test_a_day_that_a_country_does_not_have_is_none():
    assert national_day("Republic Day", "FR") is None
