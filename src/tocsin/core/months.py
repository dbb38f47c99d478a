"""Months, named by their first days."""

from datetime import date

MONTHS_A_YEAR = 12


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
    year, zero_based = divmod(month.year * MONTHS_A_YEAR + month.month - 1 + n, MONTHS_A_YEAR)
    return date(year, zero_based + 1, 1)


def months_between(start: date, end: date) -> int:
    """Return how many months the month of `end` lies after that of `start`.

    >>> months_between(date(2014, 11, 30), date(2015, 2, 1))
    3
    """
    return (end.year - start.year) * MONTHS_A_YEAR + end.month - start.month


def month_range(start: date, n: int) -> tuple[date, ...]:
    """Return the first days of `n` consecutive months from that of `start` on.

    >>> month_range(date(2014, 12, 5), 2)
    (datetime.date(2014, 12, 1), datetime.date(2015, 1, 1))
    """
    return tuple(add_months(start, i) for i in range(n))
