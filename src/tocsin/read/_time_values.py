"""What dates, months, years and seasons stand for; the year that is not told is counted from what is known."""

from collections.abc import Callable
from datetime import date

from tocsin.core.vocabulary import toml_table
from tocsin.read._calendar import Interval, day, month, shift_days, years
from tocsin.read._time_relative import RELATIVE, weekday_of
from tocsin.read._time_story import NO_EARLIER, Context, Unresolved
from tocsin.read._time_words import EARLY, LATE, MIDDLE, Groups, is_part, month_number, part_of, weekday_number, which

NOT_A_DATE = "no such day in the calendar"
BACKWARDS = "it ends before it starts"
UNCLEAR_ORDER = "day and month cannot be told apart"
FARTHEST_AHEAD_DAYS = 240
YEARS_AWAY = {"last": -1, "next": 1, "the following": 1, "the next": 1, "the previous": -1}
WEEKS = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}
A_WEEK = 7


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
    return day(_day_of_month(month_number(g["m"]), int(g["d"]), g, context))


def _feast(g: Groups, context: Context) -> Interval:
    number, on = toml_table("times.toml")["feasts"][" ".join(g["feast"].lower().split())]
    return day(_day_of_month(number, on, g, context))


def _day_of_month(number: int, on: int, g: Groups, context: Context) -> date:
    """Return the day of the year that is told, of the one recalled just before, or else of the nearest."""
    if "y" in g or "of" in g:
        return date(_told_year(g, context), number, on)
    first = context.recalled()
    if first is not None:
        year = first.year + ((number, on) < (first.month, first.day))
        if date(year, number, on) <= context.today:
            return date(year, number, on)
    return _nearest([date(y, number, on) for y in _years_near(context.today) if _exists(y, number, on)], context)


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
        return month(_told_year(g, context), number)
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


def _year_range(g: Groups, _: Context) -> Interval:
    first, last = int(g["y1"]), int(g["y2"])
    last = first - first % 100 + last if last < 100 else last
    return years(first, last)


def _decade(g: Groups, _: Context) -> Interval:
    first = int(g["y"])
    for part, begins, ends in ((EARLY, 0, 3), (MIDDLE, 3, 6), (LATE, 6, 9)):
        if is_part(g, part):
            return years(first + begins, first + ends)
    return years(first, first + 9)


def _season(g: Groups, context: Context) -> Interval:
    first, last = toml_table("times.toml")["seasons"][g["season"].lower()]
    if "y" in g or "of" in g:
        return _season_of(_told_year(g, context), first, last)
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


def _told_year(g: Groups, context: Context) -> int:
    """Return the year told in digits, as "last year" or as "the same year"."""
    if "y" in g:
        return int(g["y"])
    said = " ".join(g["of"].lower().split())
    if said in {"last", "this", "next"}:
        return context.today.year + YEARS_AWAY.get(said, 0)
    origin = next(context.origins("year"), None)
    if origin is None:
        raise Unresolved(NO_EARLIER)
    return origin.start.year + YEARS_AWAY.get(said, 0)


def _years_near(today: date) -> list[int]:
    return [y for y in range(today.year - 2, today.year + 3) if 1 <= y <= 9998]


def _exists(year: int, number: int, on: int) -> bool:
    last = month(year, number).end
    return last is not None and on <= last.day


def _nearest(days: list[date], context: Context) -> date:
    """Return the latest of `days` up to publication, or the next one where the sentence looks ahead."""
    today = context.today
    past, ahead = [d for d in days if d <= today], [d for d in days if d >= today]
    days_ahead = (min(ahead) - today).days if ahead else FARTHEST_AHEAD_DAYS + 1
    days_back = (today - max(past)).days if past else FARTHEST_AHEAD_DAYS + 1
    if days_ahead <= (FARTHEST_AHEAD_DAYS if context.future else days_back if context.open else 0):
        return min(ahead)
    if not past:
        raise Unresolved(NOT_A_DATE)
    return max(past)


VALUES: dict[str, Callable[[Groups, Context], Interval]] = {
    "iso": _iso, "numeric": _numeric, "date": _date, "feast": _feast, "night_to": _night_to, "day_range": _day_range,
    "date_range": _date_range, "weekday_range": _weekday_range, "month": _month, "month_range": _month_range,
    "week_of_month": _week_of_month, "year": _year, "year_of": _year, "year_range": _year_range, "decade": _decade,
    "season": _season, **RELATIVE,
}  # fmt: skip
