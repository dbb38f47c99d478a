"""What a wording of time stands for, counted from the day of publication or from the time told before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from tocsin.core.vocabulary import toml_table
from tocsin.read._calendar import (
    Interval,
    Unit,
    around,
    day,
    month,
    shift,
    shift_days,
    shift_months,
    week_of,
    weekend_before,
    years,
)

NO_ANCHOR = "the report has no date to count from"
NO_EARLIER = "no time before it in the report to count from"
NOT_A_DATE = "no such day in the calendar"
BACKWARDS = "it ends before it starts"
UNCLEAR_ORDER = "day and month cannot be told apart"
IS_DURATION = "a length of time, not tied to a date"
STEPS = {"previous": -1, "preceding": -1, "before": -1, "following": 1, "next": 1, "after": 1}
FARTHEST_AHEAD_DAYS = 240
EARLY, LATE, MIDDLE = "early", "late", "middle"
Groups = dict[str, Any]


class Unresolved(Exception):
    """A time that cannot be counted; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative time is counted from.

    `anchor` is the day of publication; `previous` the time told before in the report, `previous_day` the last that
    was a day; `same_sentence` is a day told before in the sentence. `future` is true where the sentence speaks of
    what is to come, `open` where it tells neither that nor the past.
    """

    anchor: date | None
    previous: Interval | None = None
    previous_day: Interval | None = None
    same_sentence: date | None = None
    future: bool = False
    open: bool = False

    @property
    def today(self) -> date:
        """The day of publication; raises Unresolved where it is not known."""
        if self.anchor is None:
            raise Unresolved(NO_ANCHOR)
        return self.anchor

    @property
    def last_day(self) -> date:
        """The first day of the time told before; raises Unresolved where there is none."""
        if self.previous is None or self.previous.start is None:
            raise Unresolved(NO_EARLIER)
        return self.previous.start


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
    number, on = _month_number(g["m"]), int(g["d"])
    if "y" in g or "of" in g:
        return day(date(_told_year(g, context), number, on))
    return day(_nearest([date(y, number, on) for y in _years_near(context.today) if _exists(y, number, on)], context))


def _day_range(g: Groups, context: Context) -> Interval:
    last = _date({**g, "d": g["d2"]}, context).end
    number = _month_number(g["m"])
    assert last is not None
    return Interval(date(last.year, number, int(g["d1"])), last)


def _date_range(g: Groups, context: Context) -> Interval:
    year = g.get("y2") or g.get("y1")
    last = _date({"m": g["m2"], "d": g["d2"], **({"y": year} if year else {})}, context).end
    assert last is not None
    first = date(int(g.get("y1") or last.year), _month_number(g["m1"]), int(g["d1"]))
    if first > last:
        first = date(last.year - 1, first.month, first.day)
    return Interval(first, last)


def _month(g: Groups, context: Context) -> Interval:
    number = _month_number(g["m"])
    if "y" in g or "of" in g:
        return _part(month(_told_year(g, context), number), g)
    today, which = context.today, _which(g)
    if which in {"previous", "following"}:
        today, which = context.last_day, "last" if which == "previous" else "next"
    if which == "this":
        return _part(month(today.year, number), g)
    if which == "next" or (not which and (context.future or _is_nearer_ahead(number, today, context))):
        later = number > today.month or (not which and number == today.month)
        return _part(month(today.year + (not later), number), g)
    earlier = number < today.month or (not which and number == today.month)
    return _part(month(today.year - (not earlier), number), g)


def _is_nearer_ahead(number: int, today: date, context: Context) -> bool:
    """Return whether a month told without tense is nearer ahead than back."""
    return context.open and 0 < (number - today.month) % 12 < 6


def _month_range(g: Groups, context: Context) -> Interval:
    year = g.get("y2") or g.get("y1")
    last = _month({"m": g["m2"], **({"y": year} if year else {})}, context)
    assert last.end is not None
    first = month(int(g.get("y1") or last.end.year), _month_number(g["m1"]))
    if first.start is not None and first.start > last.end:
        first = month(last.end.year - 1, _month_number(g["m1"]))
    return Interval(first.start, last.end)


def _year(g: Groups, _: Context) -> Interval:
    return _part(years(int(g["y"]), int(g["y"])), g)


def _year_range(g: Groups, _: Context) -> Interval:
    first, last = int(g["y1"]), int(g["y2"])
    last = first - first % 100 + last if last < 100 else last
    return years(first, last)


def _decade(g: Groups, _: Context) -> Interval:
    first = int(g["y"])
    part = _part_name(g)
    if part == EARLY:
        return years(first, first + 3)
    return {LATE: years(first + 6, first + 9), MIDDLE: years(first + 3, first + 6)}.get(part, years(first, first + 9))


def _season(g: Groups, context: Context) -> Interval:
    first, last = toml_table("times.toml")["seasons"][g["season"].lower()]
    if "y" in g:
        return _season_of(int(g["y"]), first, last)
    today, which = context.today, _which(g)
    seasons = [_season_of(y, first, last) for y in _years_near(today)]
    if which == "next":
        return next(s for s in seasons if s.start is not None and s.start > today)
    if which == "last":
        return next(s for s in reversed(seasons) if s.end is not None and s.end < today)
    if not which:
        return next(s for s in reversed(seasons) if s.start is not None and s.start <= today)
    return _season_of(today.year, first, last)


def _season_of(year: int, first: int, last: int) -> Interval:
    return Interval(month(year, first).start, month(year + (last < first), last).end)


def _weekday(g: Groups, context: Context) -> Interval:
    today = context.today
    number = toml_table("times.toml")["weekdays"][g["w"].lower()]
    which = _which(g)
    if which in {"previous", "following"}:
        today, which = context.last_day, "last" if which == "previous" else "next"
    ahead, back = (number - today.weekday()) % 7, (today.weekday() - number) % 7
    if which == "next" or "coming" in which or (not which and context.future):
        return day(shift_days(today, ahead or (7 if which else 0)))
    if which == "this" and context.future:
        return day(shift_days(today, ahead))
    return day(shift_days(today, -(back or (7 if which == "last" else 0))))


def _named_day(g: Groups, context: Context) -> Interval:
    name, today = " ".join(g["name"].lower().split()), context.today
    if name == "overnight":
        return Interval(shift_days(today, -1), today)
    offsets = {
        "the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2,
    }  # fmt: skip
    return day(shift_days(today, offsets.get(name, 0)))


def _calendar_unit(g: Groups, context: Context) -> Interval:
    today, unit = context.today, g["u"].lower()
    step = {"last": -1, "next": 1}.get(g["which"].lower(), 0)
    if unit == "weekend":
        return _weekend_by(step, context)
    if unit == "week":
        whole = week_of(shift_days(today, 7 * step))
    elif unit == "month":
        whole = around(shift_months(today, step), "month")
    elif unit == "year":
        whole = around(shift_months(today, 12 * step), "year")
    else:
        first = today.year - today.year % 10 + 10 * step
        whole = years(first, first + 9)
    if step == 0 and "part" in g:
        return _this_unit_part(g, whole, today)
    return _part(whole, g)


def _this_unit_part(g: Groups, whole: Interval, today: date) -> Interval:
    """Return "earlier this month" up to today, "later this month" from today on, and other parts as they are."""
    part = g["part"].lower()
    if part.startswith("earlier"):
        return Interval(whole.start, today)
    return Interval(today, whole.end) if part.startswith("later") else _part(whole, g)


def _weekend_by(step: int, context: Context) -> Interval:
    latest = weekend_before(context.today)
    return latest if step < 0 or not (context.future or step > 0) else _moved(latest, 7)


def _weekend(_: Groups, context: Context) -> Interval:
    return _weekend_by(0, context)


def _moved(interval: Interval, days: int) -> Interval:
    assert interval.start is not None
    assert interval.end is not None
    return Interval(shift_days(interval.start, days), shift_days(interval.end, days))


def _ago(g: Groups, context: Context) -> Interval:
    return _counted(g, context.today, -1)


def _shifted(g: Groups, context: Context) -> Interval:
    previous = context.previous
    if previous is None or previous.start is None or previous.end is None:
        raise Unresolved(NO_EARLIER)
    back = g["way"].lower() in {"earlier", "before", "previously"}
    return _counted(g, previous.start if back else previous.end, -1 if back else 1)


def _counted(g: Groups, origin: date, way: int) -> Interval:
    """Return the interval some number of units from a day, as precise as the unit."""
    unit = _unit(g)
    if "n" in g:
        return around(shift(origin, way * _number(g["n"]), unit), unit)
    least, most = toml_table("times.toml")["vague"][" ".join(g.get("v", "").lower().split())]
    ends = sorted([shift(origin, way * least, unit), shift(origin, way * most, unit)])
    return Interval(around(ends[0], unit).start, around(ends[1], unit).end)


def _neighbour(g: Groups, context: Context) -> Interval:
    unit = g["u"].lower() if g["u"].lower() in {"week", "month", "year"} else "day"
    previous = context.previous_day if unit == "day" else context.previous
    if previous is None or previous.start is None or previous.end is None:
        raise Unresolved(NO_EARLIER)
    step = {"previous": -1, "preceding": -1, "before": -1, "following": 1, "next": 1, "after": 1}.get(
        g["way"].lower(), 0
    )
    origin = previous.end if step > 0 else previous.start
    if unit == "day":
        return day(shift_days(origin, step)) if step else previous
    if unit == "week":
        return week_of(shift_days(origin, 7 * step))
    return around(shift_months(origin, step * (12 if unit == "year" else 1)), "year" if unit == "year" else "month")


def _recent(g: Groups, context: Context) -> Interval:
    unit = _unit(g)
    reach = toml_table("times.toml")["recent"][unit]
    if g["way"].lower() == "coming":
        return Interval(context.today, shift(context.today, reach, unit))
    return Interval(shift(context.today, -reach, unit), context.today)


def _window(g: Groups, context: Context) -> Interval:
    number = (
        _number(g["n"]) if "n" in g else toml_table("times.toml")["vague"][g.get("v", "").lower()][1] if "v" in g else 1
    )
    if g["way"].lower() in {"next", "coming"}:
        return Interval(context.today, shift(context.today, number, _unit(g)))
    return Interval(shift(context.today, -number, _unit(g)), context.today)


def _inside(g: Groups, context: Context) -> Interval:
    """Return the window that ends with the event ("the second raid in ten days"), or what is to come."""
    number = _most(g)
    if context.future or g["way"].lower() == "within":
        if not context.future:
            raise Unresolved(IS_DURATION)
        return Interval(context.today, shift(context.today, number, _unit(g)))
    end = context.same_sentence or context.today
    return Interval(shift(end, -number, _unit(g)), end)


def _duration(_: Groups, __: Context) -> Interval:
    raise Unresolved(IS_DURATION)


def _part(whole: Interval, g: Groups) -> Interval:
    """Return the early, middle or late part of a month or year; the whole where no part is told."""
    part, start, end = _part_name(g), whole.start, whole.end
    if not part or start is None or end is None:
        return whole
    if (end - start).days > 31:
        first, last = {EARLY: (1, 4), MIDDLE: (5, 8), LATE: (9, 12)}[part]
        if "half" in g["part"]:
            first, last = (1, 6) if part == EARLY else (7, 12)
        return Interval(month(start.year, first).start, month(start.year, last).end)
    third = (end - start).days // 3
    first_day = {EARLY: start, MIDDLE: shift_days(start, third), LATE: shift_days(start, 2 * third)}[part]
    return Interval(first_day, end if part == LATE else shift_days(first_day, third))


def _part_name(g: Groups) -> str:
    part = " ".join(g.get("part", "").lower().split())
    if not part:
        return ""
    if part.startswith("mid") or "middle" in part:
        return MIDDLE
    return EARLY if any(w in part for w in ("early", "earlier", "start", "beginning", "first")) else LATE


def _which(g: Groups) -> str:
    which = " ".join(g.get("which", "").lower().split()).removeprefix("the ")
    return "last" if which == "this past" else which


def _most(g: Groups) -> int:
    """Return the number told, or the most that a vague one stands for."""
    if "n" in g or "n2" in g:
        return _number(g.get("n") or g["n2"])
    return int(toml_table("times.toml")["vague"][" ".join(g["v"].lower().split())][1])


def _unit(g: Groups) -> Unit:
    unit: Unit = toml_table("times.toml")["units"][g["u"].lower()]
    return unit


def _number(text: str) -> int:
    text = " ".join(text.lower().split())
    return int(text) if text.isdigit() else int(toml_table("times.toml")["numbers"][text])


def _told_year(g: Groups, context: Context) -> int:
    """Return the year told in digits or as "last year"."""
    return int(g["y"]) if "y" in g else context.today.year + {"last": -1, "next": 1}.get(g["of"].lower(), 0)


def _month_number(name: str) -> int:
    return _months()[name.lower()]


@cache
def _months() -> dict[str, int]:
    return dict(toml_table("times.toml")["months"])


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
    "iso": _iso, "numeric": _numeric, "date": _date, "day_range": _day_range, "date_range": _date_range,
    "month": _month, "month_range": _month_range, "year": _year, "year_range": _year_range, "decade": _decade,
    "season": _season, "weekday": _weekday, "named_day": _named_day, "calendar_unit": _calendar_unit,
    "weekend": _weekend, "ago": _ago, "shifted": _shifted, "neighbour": _neighbour, "recent": _recent,
    "window": _window, "inside": _inside, "duration": _duration,
}  # fmt: skip
