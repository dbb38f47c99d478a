"""Days, weeks, months and years as intervals of days, and their Extended Date/Time Format text."""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

Unit = Literal["hour", "day", "week", "fortnight", "month", "year", "decade"]
DAYS: dict[Unit, int] = {"day": 1, "week": 7, "fortnight": 14}
MONTHS: dict[Unit, int] = {"month": 1, "year": 12, "decade": 120}
WEEK_SLACK = 3
FORTNIGHT_SLACK = 5
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included; None is open."""

    start: date | None
    end: date | None


def day(on: date) -> Interval:
    """Return one day as an interval."""
    return Interval(on, on)


def month(year: int, number: int) -> Interval:
    """Return a month as an interval.

    >>> month(2012, 2).end
    datetime.date(2012, 2, 29)
    """
    return Interval(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def years(first: int, last: int) -> Interval:
    """Return whole years as an interval."""
    return Interval(date(first, 1, 1), date(last, 12, 31))


def week_of(on: date) -> Interval:
    """Return the week, Monday to Sunday, that holds a day."""
    monday = shift_days(on, -on.weekday())
    return Interval(monday, shift_days(monday, 6))


def weekend_before(on: date) -> Interval:
    """Return the latest Saturday and Sunday that had begun before a day."""
    saturday = shift_days(on, -((on.weekday() - SATURDAY) % 7 or 7))
    return Interval(saturday, shift_days(saturday, 1))


def shift_days(on: date, days: int) -> date:
    """Return the day `days` after a day (before, if negative); the calendar's first or last day beyond its ends."""
    try:
        return on + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def shift_months(on: date, months: int) -> date:
    """Return the day `months` after a day, the last of its month where there is no such day.

    >>> shift_months(date(2013, 3, 31), -1)
    datetime.date(2013, 2, 28)
    """
    index = on.year * 12 + on.month - 1 + months
    year, number = min(max(index // 12, MINYEAR), MAXYEAR), index % 12 + 1
    return date(year, number, min(on.day, calendar.monthrange(year, number)[1]))


def shift(on: date, number: int, unit: Unit) -> date:
    """Return the day `number` units after a day (before, if negative)."""
    if unit in MONTHS:
        return shift_months(on, number * MONTHS[unit])
    return shift_days(on, number * DAYS.get(unit, 0))


def around(on: date, unit: Unit) -> Interval:
    """Return the interval that a day told to the precision of a unit stands for ("four years ago": a year)."""
    if unit == "month":
        return month(on.year, on.month)
    if unit == "year":
        return years(on.year, on.year)
    if unit == "decade":
        return years(max(on.year - 2, MINYEAR), min(on.year + 2, MAXYEAR))
    slack = {"week": WEEK_SLACK, "fortnight": FORTNIGHT_SLACK}.get(unit, 0)
    return Interval(shift_days(on, -slack), shift_days(on, slack))


def edtf(interval: Interval) -> str:
    """Return an interval in the Extended Date/Time Format, as coarse as it can be told.

    >>> edtf(month(2013, 3)), edtf(years(1990, 1999)), edtf(Interval(date(2013, 4, 1), date(2013, 4, 7)))
    ('2013-03', '199X', '2013-04-01/2013-04-07')
    """
    start, end = interval.start, interval.end
    if start is None or end is None:
        return f"{_coarse(start, end='first') if start else '..'}/{_coarse(end, end='last') if end else '..'}"
    if start == end:
        return start.isoformat()
    if interval == years(start.year, end.year):
        return _years(start.year, end.year)
    if interval == Interval(month(start.year, start.month).start, month(end.year, end.month).end):
        first, last = start.isoformat()[:7], end.isoformat()[:7]
        return first if first == last else f"{first}/{last}"
    return f"{start.isoformat()}/{end.isoformat()}"


def _years(first: int, last: int) -> str:
    if first == last:
        return f"{first:04}"
    if first % 10 == 0 and last == first + 9:
        return f"{first // 10:03}X"
    return f"{first:04}/{last:04}"


def _coarse(on: date, *, end: Literal["first", "last"]) -> str:
    """Return a year or month alone where the day is the first (or last) of it."""
    if on == (date(on.year, 1, 1) if end == "first" else date(on.year, 12, 31)):
        return f"{on.year:04}"
    whole = month(on.year, on.month)
    return on.isoformat()[:7] if on == (whole.start if end == "first" else whole.end) else on.isoformat()


def approximate(text: str) -> str:
    """Return an EDTF text with each of its dates marked as about right.

    >>> approximate("2010"), approximate("2012-05/2012-08")
    ('2010~', '2012-05~/2012-08~')
    """
    return "/".join(part if part == ".." else f"{part}~" for part in text.split("/"))
