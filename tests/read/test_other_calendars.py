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
    assert abs((islamic(year, month, 1) - date.fromisoformat(seen)).days) <= 1
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


def test_a_day_that_a_country_does_not_have_is_none():
    assert national_day("Republic Day", "FR", 2013) is None
