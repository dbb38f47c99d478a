"""Which days the names of feasts and the dates of other calendars stand for in a Gregorian year."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, Literal

from tocsin.core.vocabulary import csv_rows, toml_table
from tocsin.read._calendar import Interval, day, month, shift_days
from tocsin.read._other_calendars import (
    ETHIOPIAN_BEHIND,
    easter,
    ethiopian,
    hanukkah,
    islamic,
    orthodox_easter,
    persian,
    rosh_hashanah,
)

# The month begins when the new moon is seen: the day may be one off what arithmetic gives, either way.
SEEN_DAYS_OFF = 1
RAMADAN = 9  # the month that is told like a feast, without day or year
ISLAMIC_PER_GREGORIAN = 1.0307  # 365.2425 / (12 * 29.530588)
ISLAMIC_FIRST_YEAR = 621.5  # in Gregorian years
PERSIAN_BEHIND = 622
A_YEAR_MONTHS = 12
LONGEST_MONTH_DAYS = 30  # of the Islamic calendar; which months have 29 is seen, not known before
Calendar = Literal["islamic", "persian"]
CALENDARS: tuple[Calendar, ...] = ("islamic", "persian")
Days = Callable[[int], Iterator[Interval]]


def feast_in(name: str, year: int) -> list[Interval]:
    """Return the days of the feast `name` that begin in a Gregorian year: none, one or two.

    >>> feast_in("Good Friday", 2013)
    [Interval(start=datetime.date(2013, 3, 29), end=datetime.date(2013, 3, 29))]
    """
    return [days for days in _feasts()[_key(name)](year) if _begins_in(days, year)]


def national_day(name: str, country: str) -> Callable[[int], Interval] | None:
    """Return what gives the day called `name` of a year in a country (alpha-2 code, "" for none); None if not known."""
    found = _of_countries()[_key(name)].get(country)
    return None if found is None else lambda year: day(date(year, *found))


def islamic_days(year: int, number: int | None, on: int | None) -> Interval:
    """Return a day, a month (`on` None) or a year (`number` None too) of the Islamic calendar, one day off either way.

    Raise ValueError for a day that no month has.

    >>> islamic_days(1434, 9, None)
    Interval(start=datetime.date(2013, 7, 8), end=datetime.date(2013, 8, 8))
    """
    if on is not None and on > LONGEST_MONTH_DAYS:
        raise ValueError(f"no month of the Islamic calendar has {on} days")
    first = islamic(year, number or 1, on or 1)
    last = first if on is not None else shift_days(islamic(*_month_after(year, number or A_YEAR_MONTHS), 1), -1)
    return Interval(shift_days(first, -SEEN_DAYS_OFF), shift_days(last, SEEN_DAYS_OFF))


def _month_after(year: int, number: int) -> tuple[int, int]:
    return year + number // A_YEAR_MONTHS, number % A_YEAR_MONTHS + 1


def persian_days(year: int, number: int, on: int | None) -> Interval:
    """Return a day of the Persian calendar, or a month where `on` is None; raise ValueError for no day of the month."""
    whole = Interval(persian(year, number, 1), shift_days(persian(*_month_after(year, number), 1), -1))
    if on is None:
        return whole
    found = persian(year, number, on)
    if whole.end is None or found > whole.end:
        raise ValueError(f"month {number} of {year} has no day {on}")
    return day(found)


def islamic_years(year: int) -> range:
    """Return the Islamic years that share days with a Gregorian one."""
    about = int((year - ISLAMIC_FIRST_YEAR) * ISLAMIC_PER_GREGORIAN)
    return range(about - 1, about + 3)


def persian_years(year: int) -> range:
    """Return the Persian years that share days with a Gregorian one."""
    return range(year - PERSIAN_BEHIND, year - PERSIAN_BEHIND + 2)


def names_of_feasts() -> list[str]:
    """Return the names of all feasts that need no country, as in print."""
    return [n for group in ROWS for names in _table()[group] for n in names.split("|")] + _ramadan()


def _ramadan() -> list[str]:
    return [name for name, number in months_of("islamic").items() if number == RAMADAN]


def names_of_national_days() -> list[str]:
    """Return the names of days that many countries have, each on a day of its own."""
    return list(_table()["of_countries"])


@cache
def months_of(calendar: Calendar) -> dict[str, int]:
    """Return the number of each month of the `islamic` or `persian` calendar by its names, as in print."""
    return {n: number for names, number in _table()[f"{calendar}_months"].items() for n in names.split("|")}


def other_month(name: str) -> tuple[Calendar, int] | None:
    """Return the calendar and the number of the month `name`, however it is printed; None where it is no month.

    >>> other_month("SHA\u2019BAN")
    ('islamic', 8)
    """
    return _other_months().get(_key(name))


@cache
def _other_months() -> dict[str, tuple[Calendar, int]]:
    return {_key(name): (calendar, n) for calendar in CALENDARS for name, n in months_of(calendar).items()}


@cache
def countries_by_name() -> dict[str, str]:
    """Return the country of each name and adjective ("Nigeria", "Nigerian") that has a national day, in lower case."""
    tables = (("countries.csv", "code", "name"), ("country_names.csv", "country", "names"))
    rows = [(r[code], r[column]) for file, code, column in (*tables, ("demonyms.csv", "country", "words"))
            for r in csv_rows(file)]  # fmt: skip
    known = {country for days in _table()["of_countries"].values() for country in days}
    return {_key(name): country for country, names in rows if country in known for name in names.split("|")}


def _key(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


def _begins_in(days: Interval, year: int) -> bool:
    """Return whether days begin in a year; those that may be one off, by the day that arithmetic gives."""
    assert days.start is not None
    assert days.end is not None
    sure = shift_days(days.start, SEEN_DAYS_OFF) if days.start < days.end else days.start
    return sure.year == year


@cache
def _feasts() -> dict[str, Days]:
    made = {_key(n): ROWS[group](row) for group in ROWS for names, row in _table()[group].items()
            for n in names.split("|")}  # fmt: skip
    return made | {_key(n): _islamic_month(RAMADAN) for n in _ramadan()}


@cache
def _of_countries() -> dict[str, dict[str, list[int]]]:
    return {_key(name): days for name, days in _table()["of_countries"].items()}


def _table() -> dict[str, Any]:
    return toml_table("feasts.toml")


def _fixed(row: list[int]) -> Days:
    return lambda year: iter([day(date(year, *row))])


def _from(origin: Callable[[int], date]) -> Callable[[int], Days]:
    """Return what makes days of a number of days from those that `origin` gives for a year."""
    return lambda offset: lambda year: iter([day(shift_days(origin(year), offset))])


def _islamic(row: list[int]) -> Days:
    return lambda year: (islamic_days(y, *row) for y in islamic_years(year))


def _islamic_month(number: int) -> Days:
    return lambda year: (islamic_days(y, number, None) for y in islamic_years(year))


def _persian(row: list[int]) -> Days:
    return lambda year: (persian_days(y, *row) for y in persian_years(year))


def _ethiopian(row: list[int]) -> Days:
    return lambda year: (day(ethiopian(year - ETHIOPIAN_BEHIND - back, *row)) for back in (1, 0))


def _weekday_of_month(row: list[int]) -> Days:
    return lambda year: iter([day(nth_weekday(month(year, row[0]), row[1], row[2]))])


def nth_weekday(whole: Interval, weekday: int, nth: int) -> date:
    """Return the `nth` such weekday of an interval, the last where `nth` is -1.

    >>> nth_weekday(month(2012, 11), 3, 4)
    datetime.date(2012, 11, 22)
    """
    assert whole.start is not None
    assert whole.end is not None
    if nth < 0:
        return shift_days(whole.end, -((whole.end.weekday() - weekday) % 7) + 7 * (nth + 1))
    return shift_days(whole.start, (weekday - whole.start.weekday()) % 7 + 7 * (nth - 1))


ROWS: dict[str, Callable[[Any], Days]] = {
    "fixed": _fixed, "easter": _from(easter), "orthodox_easter": _from(orthodox_easter), "islamic": _islamic,
    "persian": _persian, "ethiopian": _ethiopian, "rosh_hashanah": _from(rosh_hashanah), "hanukkah": _from(hanukkah),
    "weekday_of_month": _weekday_of_month,
}  # fmt: skip
