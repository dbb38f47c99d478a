"""The days that a text in the Extended Date/Time Format (ISO 8601-2) covers."""

import calendar
import re
from datetime import date

Days = tuple[date | None, date | None]
OPEN = ".."
QUALIFIERS = "~?%"
# Meteorological seasons of the northern hemisphere by EDTF code, as first month; winter is named by its December.
SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
SEASON_MONTHS = 3
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
SEASON = re.compile(r"(\d{4})-(2[1-4])")
MONTH = re.compile(r"(\d{4})-(\d\d)")
YEARS = re.compile(r"(\d+)(X*)")


def days_of(edtf: str) -> Days | None:
    """Return first and last day of a date or an interval, None for an open end; None for what has no days at all.

    >>> days_of("2012-22"), days_of("../2013-05-07")
    ((datetime.date(2012, 6, 1), datetime.date(2012, 8, 31)), (None, datetime.date(2013, 5, 7)))
    >>> days_of("199X"), days_of("P3D")
    ((datetime.date(1990, 1, 1), datetime.date(1999, 12, 31)), None)
    """
    first, _, last = edtf.partition("/")
    start, end = _bounds(first), _bounds(last or first)
    return None if start is None or end is None else (start[0], end[1])


def _bounds(edtf: str) -> Days | None:
    """Return the days of one side of an interval."""
    text = edtf.strip(QUALIFIERS)
    if text == OPEN:
        return None, None
    if match := DAY.fullmatch(text):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := SEASON.fullmatch(text):
        return _months(int(match[1]), SEASONS[match[2]], SEASON_MONTHS)
    if match := MONTH.fullmatch(text):
        return _months(int(match[1]), int(match[2]), 1)
    if (match := YEARS.fullmatch(text)) and len(text) == len("2013"):
        return date(int(match[1] + "0" * len(match[2])), 1, 1), date(int(match[1] + "9" * len(match[2])), 12, 31)
    return None


def _months(year: int, first: int, n: int) -> Days:
    years, month = divmod(first + n - 2, 12)
    last = calendar.monthrange(year + years, month + 1)[1]
    return date(year, first, 1), date(year + years, month + 1, last)
