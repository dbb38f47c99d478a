"""Months, named by their first days."""

from datetime import date, timedelta

MONTHS_A_YEAR = 12


def month_number(day: date) -> int:
    """Return the number of the month that `day` lies in, counted from January of the year 0.

    >>> month_number(date(2015, 2, 17)) - month_number(date(2014, 11, 1))
    3
    """
    return day.year * MONTHS_A_YEAR + day.month - 1


def numbered_month(number: int) -> date:
    """Return the first day of the month with that number.

    >>> numbered_month(month_number(date(2015, 2, 17)))
    datetime.date(2015, 2, 1)
    """
    year, zero_based = divmod(number, MONTHS_A_YEAR)
    return date(year, zero_based + 1, 1)


def month_of(day: date) -> date:
    """Return the first day of the month that `day` lies in.

    >>> month_of(date(2015, 2, 17))
    datetime.date(2015, 2, 1)
    """
    return day.replace(day=1)


def add_months(month: date, n: int) -> date:
    """Return the first day of the month `n` months after that of `month`; before it for a negative `n`.

    >>> add_months(date(2014, 11, 1), 3), add_months(date(2014, 1, 1), -1)
    (datetime.date(2015, 2, 1), datetime.date(2013, 12, 1))
    """
    return numbered_month(month_number(month) + n)


def last_day(month: date) -> date:
    """Return the last day of the month that the day `month` lies in.

    >>> last_day(date(2016, 2, 1)), last_day(date(9999, 12, 1))
    (datetime.date(2016, 2, 29), datetime.date(9999, 12, 31))
    """
    return month.replace(day=31) if month.month == MONTHS_A_YEAR else add_months(month, 1) - timedelta(days=1)


def months_between(start: date, end: date) -> int:
    """Return how many months the month of `end` lies after that of `start`.

    >>> months_between(date(2014, 11, 30), date(2015, 2, 1))
    3
    """
    return month_number(end) - month_number(start)


def month_range(start: date, n: int) -> tuple[date, ...]:
    """Return the first days of `n` consecutive months from that of `start` on.

    >>> month_range(date(2014, 12, 5), 2)
    (datetime.date(2014, 12, 1), datetime.date(2015, 1, 1))
    """
    return tuple(add_months(start, i) for i in range(n))
