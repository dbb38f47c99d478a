"""What dates, months, years and seasons stand for; the year that is not told is counted from what is known."""

from collections.abc import Callable
from datetime import date

from tocsin.core.vocabulary import toml_table
from tocsin.read._calendar import Interval, day, month, shift_days, shift_months, week_of, years
from tocsin.read._feasts import nth_weekday
from tocsin.read._time_feasts import feast, islamic_year, national, other_date
from tocsin.read._time_relative import RELATIVE, weekday_of
from tocsin.read._time_story import NO_EARLIER, NOT_A_DATE, Context, Unresolved
from tocsin.read._time_words import (
    A_MONTH,
    A_WEEK,
    EARLY,
    LATE,
    MIDDLE,
    Groups,
    is_part,
    month_number,
    ordinal,
    part_of,
    told_year,
    weekday_number,
    which,
)  # fmt: skip

BACKWARDS = "it ends before it starts"
UNCLEAR_ORDER = "day and month cannot be told apart"
PIVOT = 30  # '29 is of this century, '30 of the last
WEEKS = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}
HALF_A_MONTH = 15


def value_of(rule: str, groups: Groups, context: Context) -> Interval:
    """Return the interval that a wording stands for; raise Unresolved with the reason where there is none."""
    try:
        interval = VALUES[rule]({k: v for k, v in groups.items() if v is not None}, context)
    except (ValueError, OverflowError) as error:
        raise Unresolved(NOT_A_DATE) from error
    if interval.start is not None and interval.end is not None and interval.start > interval.end:
        raise Unresolved(BACKWARDS)
    return interval


def _iso(g: Groups, _: Context) -> Interval:
    return day(date(int(g["y"]), int(g["m"]), int(g["d"])))


def _numeric(g: Groups, _: Context) -> Interval:
    left, right = int(g["left"]), int(g["right"])
    if left <= 12 and right <= 12 and left != right:
        raise Unresolved(UNCLEAR_ORDER)
    return day(date(int(g["y"]), right, left) if left > 12 or left == right else date(int(g["y"]), left, right))


def _date(g: Groups, context: Context) -> Interval:
    return day(_day_of_month(month_number(g["m"]), _number_of_day(g), g, context))


def _number_of_day(g: Groups) -> int:
    return ordinal(g["dth"]) if "dth" in g else int(g["d"])


def _day_of_month(number: int, on: int, g: Groups, context: Context) -> date:
    """Return the day of the year that is told, told before, recalled just before, or else of the nearest."""
    if "y" in g or "of" in g:
        return date(told_year(g, context), number, on)
    again = next((d for d in context.days_told if (d.month, d.day) == (number, on)), None)
    anchor = context.anchor
    is_anniversary = again is not None and anchor is not None and (anchor.month, anchor.day) == (number, on)
    if again is not None and not is_anniversary and not context.future:
        return again
    first, last = None if is_anniversary else context.recalled(), context.had_been_before()
    if last is not None and _exists(last.year, number, on):
        return date(last.year - ((number, on) > (last.month, last.day)), number, on)
    if first is not None:
        year = first.year + ((number, on) < (first.month, first.day))
        if date(year, number, on) <= context.today:
            return date(year, number, on)
    days = [day(date(y, number, on)) for y in _years_near(context.today) if _exists(y, number, on)]
    nearest = context.nearest(days).start
    assert nearest is not None
    return nearest


def _day_alone(g: Groups, context: Context) -> Interval:
    """Return the day of the month that is nearest to the time told before ("on the 16th", "Tuesday 9").

    Where its paragraph tells no time before it, that is the day of the same number told last. With a weekday that it
    does not fall on, the number tells something else.
    """
    on = _number_of_day(g)
    told = next((t for t in context.origins("month") if t.days <= A_MONTH and not t.aside), None)
    ends = (d for t in reversed(context.told) for d in (t.start, t.end) if t.days < A_MONTH and not t.aside)
    again = next((d for d in ends if d.day == on), None)
    if (
        again is not None
        and (told is None or told.paragraph != context.paragraph)
        and "w" not in g
        and not context.future
    ):
        return day(again)
    origin = context.today if told is None else told.start
    near = [shift_months(origin.replace(day=1), n) for n in (-1, 0, 1)]
    days = [date(m.year, m.month, on) for m in near if _exists(m.year, m.month, on)]
    days = [d for d in days if context.future or context.anchor is None or d <= context.anchor]
    if "w" in g:
        days = [d for d in days if d.weekday() == weekday_number(g["w"])]
    inside = [d for d in days if told is not None and told.start <= d <= told.end]
    if not days:
        if "w" in g:
            return weekday_of(g, context)
        raise Unresolved(NOT_A_DATE)
    return day(next(iter(inside), min(days, key=lambda d: abs(d - origin))))


def _night_to(g: Groups, context: Context) -> Interval:
    """Return the day and its eve, for the night that ends on it."""
    morning = (_date(g, context) if "m" in g else weekday_of(g, context)).start
    assert morning is not None
    return Interval(shift_days(morning, -1), morning)


def _day_range(g: Groups, context: Context) -> Interval:
    last = _date({**g, "d": g["d2"]}, context).end
    number = month_number(g["m"])
    assert last is not None
    return Interval(date(last.year, number, int(g["d1"])), last)


def _date_range(g: Groups, context: Context) -> Interval:
    year = g.get("y2") or g.get("y1")
    last = _date({"m": g["m2"], "d": g["d2"], **({"y": year} if year else {})}, context).end
    assert last is not None
    first = date(int(g.get("y1") or last.year), month_number(g["m1"]), int(g["d1"]))
    if first > last:
        first = date(last.year - 1, first.month, first.day)
    return Interval(first, last)


def _weekday_range(g: Groups, context: Context) -> Interval:
    last = weekday_of({"w": g["w2"]}, context).end
    assert last is not None
    return Interval(shift_days(last, -((weekday_number(g["w2"]) - weekday_number(g["w1"])) % A_WEEK)), last)


def _month(g: Groups, context: Context) -> Interval:
    return part_of(_whole_month(g, context), g)


def _whole_month(g: Groups, context: Context) -> Interval:
    number, named = month_number(g["m"]), which(g)
    if "y" in g or "of" in g:
        return month(told_year(g, context), number)
    if named in {"previous", "following"}:
        origin = next((t.start for t in context.origins("year")), None)
        if origin is None:
            raise Unresolved(NO_EARLIER)
        return _month_beside(number, "last" if named == "previous" else "next", origin)
    if named == "this":
        return month(context.today.year, number)
    if named:
        return _month_beside(number, named, context.today)
    return _month_without_year(number, context)


def _month_beside(number: int, side: str, origin: date) -> Interval:
    """Return the latest such month before that of `origin`, or the first after it."""
    if side == "next":
        return month(origin.year + (number <= origin.month), number)
    return month(origin.year - (number >= origin.month), number)


def _month_without_year(number: int, context: Context) -> Interval:
    first, today = context.recalled(), context.today
    last = context.had_been_before()
    if last is not None:
        return month(last.year - (number > last.month), number)
    if first is not None and date(year := first.year + (number < first.month), number, 1) <= today:
        return month(year, number)
    if context.future or _is_nearer_ahead(number, today, context):
        return month(today.year + (number < today.month), number)
    return month(today.year - (number > today.month), number)


def _is_nearer_ahead(number: int, today: date, context: Context) -> bool:
    """Return whether a month told without tense is nearer ahead than back."""
    return context.open and 0 < (number - today.month) % 12 < 6


def _month_range(g: Groups, context: Context) -> Interval:
    year = g.get("y2") or g.get("y1")
    last = _month({"m": g["m2"], **({"y": year} if year else {})}, context)
    assert last.end is not None
    first = month(int(g.get("y1") or last.end.year), month_number(g["m1"]))
    if first.start is not None and first.start > last.end:
        first = month(last.end.year - 1, month_number(g["m1"]))
    return Interval(first.start, last.end)


def _week_of_month(g: Groups, context: Context) -> Interval:
    """Return the seven days of a month that are told by number, or its last."""
    whole = _whole_month(g, context)
    assert whole.start is not None
    assert whole.end is not None
    number = WEEKS.get(g["nth"].lower())
    if number is None:
        return Interval(shift_days(whole.end, 1 - A_WEEK), whole.end)
    start = shift_days(whole.start, number * A_WEEK)
    return Interval(start, shift_days(start, A_WEEK - 1))


def _year(g: Groups, _: Context) -> Interval:
    return part_of(years(int(g["y"]), int(g["y"])), g)


def _short_year(g: Groups, _: Context) -> Interval:
    year = _in_full(int(g["yy"]))
    return years(year, year)


def _in_full(year: int) -> int:
    return year + (2000 if year < PIVOT else 1900)


def _century(g: Groups, _: Context) -> Interval:
    """Return the hundred years that share their first two digits."""
    said = g["century"].lower()
    number = toml_table("times.toml")["centuries"].get(said) or int(said[:2])
    return years(100 * (number - 1), 100 * number - 1)


def _quarter(g: Groups, _: Context) -> Interval:
    number = ordinal(g["nth"])
    last = 3 * (number if number > 0 else 4)
    return Interval(month(int(g["y"]), last - 2).start, month(int(g["y"]), last).end)


def _nth_weekday(g: Groups, context: Context) -> Interval:
    return day(nth_weekday(_whole_month(g, context), weekday_number(g["w"]), ordinal(g["nth"])))


def _nth_day(g: Groups, context: Context) -> Interval:
    whole = _whole_month(g, context) if "m" in g else years(int(g["y"]), int(g["y"]))
    on = whole.end if ordinal(g["nth"]) < 0 else whole.start
    return Interval(on, on)


def _week_of_date(g: Groups, context: Context) -> Interval:
    on = _date(g, context).start
    assert on is not None
    return week_of(on)


def _month_half(g: Groups, context: Context) -> Interval:
    whole = _whole_month(g, context)
    assert whole.start is not None
    assert whole.end is not None
    middle = shift_days(whole.start, HALF_A_MONTH)
    return Interval(whole.start, shift_days(middle, -1)) if ordinal(g["nth"]) == 1 else Interval(middle, whole.end)


def _year_range(g: Groups, _: Context) -> Interval:
    first, last = int(g["y1"]), int(g["y2"])
    last = first - first % 100 + last if last < 100 else last
    return years(first, last)


def _decade(g: Groups, _: Context) -> Interval:
    if "tens" in g:
        hundreds = 1800 if g.get("hundreds", "").lower().startswith("eighteen") else 1900
        first = hundreds + toml_table("times.toml")["tens"][g["tens"].lower()]
    else:
        first = _in_full(int(g["yy"])) if "yy" in g else int(g["y"])
    for part, begins, ends in ((EARLY, 0, 3), (MIDDLE, 4, 6), (LATE, 7, 9)):
        if is_part(g, part):
            return years(first + begins, first + ends)
    return years(first, first + 9)


def _season(g: Groups, context: Context) -> Interval:
    first, last = toml_table("times.toml")["seasons"][g["season"].lower()]
    if "y" in g or "of" in g:
        return _season_of(told_year(g, context), first, last)
    today, named = context.recalled() or context.today, which(g)
    seasons = [_season_of(y, first, last) for y in _years_near(today)]
    if named == "next" or context.recalled() is not None:
        return next(s for s in seasons if s.start is not None and s.start > today)
    if named == "last":
        return next(s for s in reversed(seasons) if s.end is not None and s.end < today)
    if not named:
        return next(s for s in reversed(seasons) if s.start is not None and s.start <= today)
    return _season_of(today.year, first, last)


def _season_of(year: int, first: int, last: int) -> Interval:
    return Interval(month(year, first).start, month(year + (last < first), last).end)


def _years_near(today: date) -> list[int]:
    return [y for y in range(today.year - 2, today.year + 3) if 1 <= y <= 9998]


def _exists(year: int, number: int, on: int) -> bool:
    last = month(year, number).end
    return last is not None and on <= last.day


VALUES: dict[str, Callable[[Groups, Context], Interval]] = {
    "iso": _iso, "numeric": _numeric, "date": _date, "day_alone": _day_alone, "feast": feast, "national_day": national,
    "other_date": other_date, "other_month": other_date, "islamic_year": islamic_year, "nth_weekday": _nth_weekday,
    "nth_day": _nth_day, "week_of_date": _week_of_date, "quarter": _quarter, "month_half": _month_half,
    "short_year": _short_year, "century": _century, "night_to": _night_to, "day_range": _day_range,
    "date_range": _date_range, "weekday_range": _weekday_range, "month": _month, "month_range": _month_range,
    "week_of_month": _week_of_month, "year": _year, "year_of": _year, "year_range": _year_range, "decade": _decade,
    "season": _season, **RELATIVE,
}  # fmt: skip
