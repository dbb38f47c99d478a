"""What feasts, national days and dates of other calendars stand for, their year told or counted from what is known."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from tocsin.read._calendar import Interval, shift_days
from tocsin.read._feasts import (
    SEEN_DAYS_OFF,
    countries_by_name,
    feast_in,
    islamic_days,
    islamic_years,
    national_day,
    nth_weekday,
    other_month,
    persian_days,
    persian_years,
)
from tocsin.read._time_story import Context, Unresolved
from tocsin.read._time_words import Groups, ordinal, told_year, weekday_number, which

NO_COUNTRY = "the report does not say which country's day is meant"
NO_SUCH_FEAST = "no such feast in that year"
NEAR_YEARS = 2
OWN_YEAR = {"last year's": -1, "this year's": 0, "next year's": 1}
OTHER_CALENDARS = {"islamic": (islamic_days, islamic_years), "persian": (persian_days, persian_years)}
In = Callable[[int], list[Interval]]


def feast(g: Groups, context: Context) -> Interval:
    """Return the days of a feast, of its eve, or of one of its days by number."""
    name = g["feast"]
    if "oy" in g and (told := other_month(name)):
        return _day_of(g, islamic_days(int(g["oy"]), told[1], None))
    return _day_of(g, _in_its_year(lambda year: feast_in(name, year), g, context))


def national(g: Groups, context: Context) -> Interval:
    """Return the day that a country has under a name that others have too."""
    country = countries_by_name()[" ".join(g["land"].lower().split())] if "land" in g else ""
    in_year = national_day(g["national"], country)
    if in_year is None:
        raise Unresolved(NO_COUNTRY)
    return _day_of(g, _in_its_year(lambda year: [in_year(year)], g, context))


def other_date(g: Groups, context: Context) -> Interval:
    """Return a day or month of the Islamic or the Persian calendar."""
    told, on = other_month(g["om"]), int(g["d"]) if "d" in g else None
    assert told is not None
    days_of, years_of = OTHER_CALENDARS[told[0]]
    if "oy" in g:
        return days_of(int(g["oy"]), told[1], on)

    def in_year(year: int) -> list[Interval]:
        found = []
        for own in years_of(year):
            with suppress(ValueError):  # the month has no such day in that year
                found.append(days_of(own, told[1], on))
        return found

    return _in_its_year(in_year, g, context)


def islamic_year(g: Groups, _: Context) -> Interval:
    """Return a whole year of the Islamic calendar."""
    return islamic_days(int(g["oy"]), None, None)


def _in_its_year(in_year: In, g: Groups, context: Context) -> Interval:
    """Return the feast of the year told or recalled, else the one meant by "last" or "next", else the nearest."""
    own = " ".join(g.get("which", "").lower().replace("’", "'").split())
    if "y" in g or "of" in g or own in OWN_YEAR:
        year = told_year(g, context) if own not in OWN_YEAR else context.today.year + OWN_YEAR[own]
        return _first(in_year(year))
    recalled = context.recalled()
    middle = (recalled or context.today).year
    feasts = [
        f for y in range(middle - NEAR_YEARS, middle + NEAR_YEARS + 1) if 1 < y < date.max.year for f in in_year(y)
    ]
    if recalled is not None:
        return _first([f for f in feasts if f.start is not None and f.start >= recalled])
    if which(g) == "this":
        return _first(in_year(middle))
    if which(g) == "last":
        return _first([f for f in reversed(feasts) if f.end is not None and f.end < context.today])
    ahead = replace(context, future=True) if which(g) == "next" else context
    return ahead.nearest(feasts)


def _first(feasts: list[Interval]) -> Interval:
    if not feasts:
        raise Unresolved(NO_SUCH_FEAST)
    return feasts[0]


def _day_of(g: Groups, days: Interval) -> Interval:
    """Return the day before or after a feast, or one of its days, as sure as the feast; else the feast itself."""
    if not g.keys() & {"eve", "morrow", "nth"}:
        return days
    assert days.start is not None
    assert days.end is not None
    off = SEEN_DAYS_OFF if days.start < days.end else 0
    first, last = shift_days(days.start, off), shift_days(days.end, -off)
    if "nth" not in g:
        on = shift_days(first, -1) if "eve" in g else shift_days(last, 1)
    elif "w" in g:
        on = nth_weekday(Interval(first, last), weekday_number(g["w"]), ordinal(g["nth"]))
    else:
        on = last if ordinal(g["nth"]) < 0 else shift_days(first, ordinal(g["nth"]) - 1)
    return Interval(on, on) if "w" in g else Interval(shift_days(on, -off), shift_days(on, off))
