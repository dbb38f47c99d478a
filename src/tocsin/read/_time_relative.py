"""What weekdays, "yesterday", "two days later", "that night" and "in ten days" stand for."""

from collections.abc import Callable
from datetime import date

from tocsin.read._calendar import (
    Interval,
    Unit,
    around,
    day,
    shift,
    shift_days,
    shift_months,
    week_of,
    weekend_before,
    years,
)
from tocsin.read._time_story import NO_EARLIER, PRECISE, Context, Told, Unresolved
from tocsin.read._time_words import (
    Groups,
    length_of,
    most,
    number,
    part_of,
    period_of,
    unit_of,
    vague,
    weekday_number,
    which,
)  # fmt: skip

IS_DURATION = "a length of time, not tied to a date"
RETURNS = "it returns, and is no single day"
IS_VAGUE = "the words do not tell how long ago"
NO_EVENT = "the day of the event is not told with it"
HOURS_A_DAY = 24
STEPS = {"previous": -1, "preceding": -1, "before": -1, "following": 1, "next": 1, "after": 1}
AHEAD = frozenset({"next", "coming"})
BACK = frozenset({"earlier", "before", "previously"})
THAT = frozenset({"that", "same"})
AFTERMATH_DAYS = 4  # "on Tuesday" under a Wednesday is the day before
A_NIGHT = 1  # days between the ends of a night
SHORT: frozenset[Unit] = frozenset({"hour", "day", "week"})


def weekday_of(g: Groups, context: Context) -> Interval:
    """Return the day that the name of a weekday stands for."""
    today, on, named = context.today, weekday_number(g["w"]), which(g)
    if named in {"previous", "following"}:
        today, named = _origin(context, "week").start, "last" if named == "previous" else "next"
    elif not named and context.heading is not None and not context.heading.days:
        return day(_beside_heading(on, context.heading.start, context))
    ahead, back = (on - today.weekday()) % 7, (today.weekday() - on) % 7
    if named == "next" or "coming" in named or (not named and context.future):
        return day(shift_days(today, ahead or (7 if named else 0)))
    if named == "this" and context.future:
        return day(shift_days(today, ahead))
    return day(shift_days(today, -(back or (7 if named == "last" else 0))))


def _beside_heading(on: int, heading: date, context: Context) -> date:
    """Return the weekday number `on` of what is told under the day `heading`: mostly what came of it, days later.

    What had been before it, or goes on since, is counted back.
    """
    back = shift_days(heading, -((heading.weekday() - on) % 7))
    ahead = shift_days(heading, (on - heading.weekday()) % 7)
    is_past = (ahead - heading).days > AFTERMATH_DAYS or (context.anchor is not None and ahead > context.anchor)
    return back if context.earlier or (is_past and not context.future) else ahead


def _origin(context: Context, unit: Unit) -> Told:
    """Return what something told in `unit` is counted from, coarser times left out."""
    found = next((t for t in context.origins(unit) if t.days <= PRECISE[unit]), None)
    if found is None:
        raise Unresolved(NO_EARLIER)
    return found


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
    return _this_unit_part(g, whole, today) if step == 0 and "part" in g else part_of(whole, g)


def _this_unit_part(g: Groups, whole: Interval, today: date) -> Interval:
    """Return "earlier this month" up to today, "later this month" from today on, and other parts as they are."""
    part = g["part"].lower()
    if part.startswith("earlier"):
        return Interval(whole.start, today)
    return Interval(today, whole.end) if part.startswith("later") else part_of(whole, g)


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
    if "less" in g:
        return Interval(shift(context.today, -number(g["n"]), unit_of(g)), context.today)
    if "today" in g or "within" in g:
        on = shift(context.today, -number(g["n"]), unit_of(g))
        return day(on) if "today" in g else week_of(on) if g["within"].lower() == "week" else around(on, "month")
    return _counted(g, day(context.today), -1)


def _shifted(g: Groups, context: Context) -> Interval:
    """Return the interval some units from a time told before; never one ahead in what is told as past.

    Weeks from a day are counted to the day; days from a month leave the month as it is.
    """
    way = -1 if g["way"].lower() in BACK else 1
    unit = unit_of(g)
    for told in context.origins(unit):
        interval = Interval(told.start, told.end)
        if unit in {"week", "fortnight"} and not told.days and "n" in g and "about" not in g:
            interval = day(shift(told.start, way * number(g["n"]), unit))
        elif told.days <= PRECISE[unit] or unit not in SHORT:
            interval = _counted(g, interval, way)
        if not context.is_ahead(interval):
            return interval
    raise Unresolved(NO_EARLIER)


def _counted(g: Groups, origin: Interval, way: int) -> Interval:
    """Return the interval some number of units from a time, as precise as the unit and the time."""
    assert origin.start is not None
    assert origin.end is not None
    unit = unit_of(g)
    least, greatest = (number(g["n"]),) * 2 if "n" in g else vague(g)
    near, far = (least, greatest) if way > 0 else (-greatest, -least)
    return Interval(around(shift(origin.start, near, unit), unit).start, around(shift(origin.end, far, unit), unit).end)


def _neighbour(g: Groups, context: Context) -> Interval:
    """Return the day, week, month or year of a time told before, the one before it or the one after it."""
    unit: Unit = unit_of(g) if g["u"].lower() in {"week", "month", "year"} else "day"
    step = STEPS.get(" ".join(g["way"].lower().split()), 0)
    for told in context.origins(unit):
        interval = _beside(told, unit, step)
        if interval is not None and not context.is_ahead(interval):
            return interval
    raise Unresolved(NO_EARLIER)


def _beside(told: Told, unit: Unit, step: int) -> Interval | None:
    """Return the unit `step` away from a time, None where the time is too coarse to count from."""
    if told.days > PRECISE[unit]:
        return None if step else Interval(told.start, told.end)
    if unit == "day":
        return day(shift_days(told.start, step)) if step else Interval(told.start, told.end)
    if unit == "week":
        return week_of(shift_days(told.start, 7 * step))
    return around(shift_months(told.start, step * (12 if unit == "year" else 1)), unit)


def _recent(g: Groups, context: Context) -> Interval:
    """Return what ends, or begins, with publication; how far "in recent weeks" reaches the words do not tell."""
    if g["way"].lower() == "coming":
        return Interval(context.today, None)
    return Interval(None, context.today)


def _window(g: Groups, context: Context) -> Interval:
    if "v" in g:
        return _recent({"way": "coming" if g["way"].lower() in AHEAD else "past"}, context)
    n = number(g["n"]) if "n" in g else 1
    if g["way"].lower() in AHEAD:
        return Interval(context.today, _reach(context.today, n, g))
    return Interval(_reach(context.today, -n, g), context.today)


def _reach(today: date, n: int, g: Groups) -> date:
    """Return the day some units away; hours count as whole days."""
    unit = unit_of(g)
    return shift_days(today, int(n / HOURS_A_DAY)) if unit == "hour" else shift(today, n, unit)


def _inside(g: Groups, context: Context) -> Interval:
    """Return the window that ends with the event ("the second raid in ten days"), or what is to come."""
    n, unit = most(g), unit_of(g)
    if context.future:
        return _in_future(g, context)
    if g["way"].lower() == "within":
        return _since_told(g, context)
    if unit == "hour" and context.same_sentence is None:
        raise Unresolved(IS_DURATION)
    end = context.same_sentence or context.today
    return Interval(shift(end, -n, unit), end)


def _in_future(g: Groups, context: Context) -> Interval:
    """Return the day or month that "in three months" leads to, or the stretch that "within" it leaves."""
    end = _reach(context.today, most(g), g)
    if g["way"].lower() == "within":
        return Interval(context.today, end)
    return around(end, unit_of(g)) if "n" in g else Interval(context.today, end)


def _since_told(g: Groups, context: Context) -> Interval:
    """Return the stretch that "Within a day" at the head of a sentence opens after the day told before."""
    told = next((t for t in context.origins("day") if t.paragraph == context.paragraph), None)
    if told is None or told.days > A_NIGHT or not g["way"][0].isupper() or unit_of(g) not in SHORT:
        raise Unresolved(IS_DURATION)
    return Interval(told.start, shift(told.start, most(g), unit_of(g)))


def _rest_of(g: Groups, context: Context) -> Interval:
    """Return the week, month or year of a time told before, from that time on ("later that year") or up to it."""
    unit = unit_of(g)
    for told in context.origins(unit):
        whole = week_of(told.start) if unit == "week" else around(told.start, unit)
        interval = (
            Interval(told.start, whole.end) if g["part"].lower().startswith("late") else Interval(whole.start, told.end)
        )
        if not context.is_ahead(interval):
            return interval
    raise Unresolved(NO_EARLIER)


def _week_day(g: Groups, context: Context) -> Interval:
    """Return a day by its name in the week before or after that of publication or of a time told before."""
    named = which(g)
    today = context.today if named in {"last", "next", "this"} else _origin(context, "week").start
    monday = week_of(today).start
    assert monday is not None
    weeks = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(named, 0)
    return day(shift_days(monday, 7 * weeks + weekday_number(g["w"])))


def _that_weekday(g: Groups, context: Context) -> Interval:
    """Return the day of that name just after the time told before ("on the Sunday"), or just before it.

    "That Sunday" is the one that was told, where one was.
    """
    on = weekday_number(g["w"])
    named = (d for d in context.days_told if d.weekday() == on)
    if THAT.intersection(g.get("way", "").lower().split()) and (told := next(named, None)) is not None:
        return day(told)
    origin = _origin(context, "week").start
    if STEPS.get(g.get("way", "").lower(), 1) < 0:
        return day(shift_days(origin, -((origin.weekday() - on) % 7 or 7)))
    return day(shift_days(origin, (on - origin.weekday()) % 7))


def _eve_of(_: Groups, __: Context) -> Interval:
    raise Unresolved(NO_EVENT)


def _apart(_: Groups, __: Context) -> Interval:
    raise Unresolved(IS_DURATION)


def _length(g: Groups, __: Context) -> Interval:
    raise Unresolved(IS_DURATION, length_of(g))


def _returning(g: Groups, __: Context) -> Interval:
    raise Unresolved(RETURNS, period_of(g))


def _nth_of_each(_: Groups, __: Context) -> Interval:
    raise Unresolved(RETURNS)


def _vague(_: Groups, __: Context) -> Interval:
    raise Unresolved(IS_VAGUE)


RELATIVE: dict[str, Callable[[Groups, Context], Interval]] = {
    "weekday": weekday_of, "named_day": _named_day, "calendar_unit": _calendar_unit, "weekend": _weekend,
    "ago": _ago, "shifted": _shifted, "neighbour": _neighbour, "recent": _recent, "window": _window,
    "inside": _inside, "that_weekday": _that_weekday, "eve_of": _eve_of, "rest_of": _rest_of, "week_day": _week_day,
    "apart": _apart, "length": _length, "returning": _returning, "nth_of_each": _nth_of_each, "vague": _vague,
}  # fmt: skip
