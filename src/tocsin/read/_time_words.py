"""What the single words inside a wording of time stand for: numbers, units, months, and parts of a month or year."""

from functools import cache
from typing import Any

from tocsin.core.vocabulary import toml_table
from tocsin.read._calendar import Interval, Unit, month, shift_days
from tocsin.read._time_story import NO_EARLIER, Context, Unresolved

EARLY, LATE, MIDDLE = "early", "late", "middle"
A_WEEK, A_MONTH = 7, 31  # days
TEN_DAYS, TWENTY_DAYS = 10, 20
YEARS_AWAY = {"last": -1, "next": 1, "the following": 1, "the next": 1, "the previous": -1}
Groups = dict[str, Any]


def part_of(whole: Interval, g: Groups) -> Interval:
    """Return the early, middle or late part of a week, month or year; the whole where no part is told."""
    part, start, end = _part_name(g), whole.start, whole.end
    if not part or start is None or end is None:
        return whole
    n_days = (end - start).days + 1
    if n_days > A_MONTH:
        return _part_of_year(start.year, part, is_half="half" in g["part"])
    first, last = (n_days // 2, n_days // 2) if "half" in g["part"] else (TEN_DAYS, TWENTY_DAYS)
    if n_days <= A_WEEK:
        first, last = n_days // 3 + 1, 2 * n_days // 3
    ends = {EARLY: (0, first - 1), MIDDLE: (first, last - 1), LATE: (last, n_days - 1)}[part]
    return Interval(shift_days(start, ends[0]), shift_days(start, ends[1]))


def _part_of_year(year: int, part: str, *, is_half: bool) -> Interval:
    first, last = {EARLY: (1, 4), MIDDLE: (5, 8), LATE: (9, 12)}[part]
    if is_half:
        first, last = (1, 6) if part == EARLY else (7, 12)
    return Interval(month(year, first).start, month(year, last).end)


def _part_name(g: Groups) -> str:
    part = " ".join(g.get("part", "").lower().split())
    if not part:
        return ""
    if part.startswith("mid") or "middle" in part:
        return MIDDLE
    return EARLY if any(w in part for w in ("early", "earlier", "start", "beginning", "first")) else LATE


def is_part(g: Groups, name: str) -> bool:
    """Return whether a wording names the part `name`."""
    return _part_name(g) == name


def which(g: Groups) -> str:
    """Return "last", "next", "this", "previous", "following" or nothing."""
    word = " ".join(g.get("which", "").lower().split()).removeprefix("the ")
    return "last" if word == "this past" else word


def most(g: Groups) -> int:
    """Return the number told, or the most that a vague one stands for."""
    return number(g.get("n") or g["n2"]) if "n" in g or "n2" in g else vague(g)[1]


def vague(g: Groups) -> tuple[int, int]:
    """Return the least and the most that a vague number stands for."""
    least, most = toml_table("times.toml")["vague"][" ".join(g.get("v", "").lower().split())]
    return least, most


def unit_of(g: Groups) -> Unit:
    """Return the unit that a wording counts in."""
    unit: Unit = toml_table("times.toml")["units"][g["u"].lower()]
    return unit


def number(text: str) -> int:
    """Return the number told in digits or letters."""
    text = " ".join(text.lower().split())
    return int(text) if text.isdigit() else int(toml_table("times.toml")["numbers"][text])


def month_number(name: str) -> int:
    """Return the number of a month in the year, from its name or short form."""
    return _months()[name.lower()]


@cache
def _months() -> dict[str, int]:
    return dict(toml_table("times.toml")["months"])


def weekday_number(name: str) -> int:
    """Return the number of a weekday, Monday 0."""
    return int(toml_table("times.toml")["weekdays"][name.lower()])


def ordinal(text: str) -> int:
    """Return the number that an ordinal tells, -1 for the last."""
    text = text.lower()
    return int(text[:-2]) if text[0].isdigit() else int(toml_table("times.toml")["ordinals"][text])


def told_year(g: Groups, context: Context) -> int:
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


def length_of(g: Groups) -> str:
    """Return the length of time that a wording tells, in ISO 8601; X stands for a number that is not told.

    >>> length_of({"n": "two", "u": "days"}), length_of({"v": "several", "u": "hours"}), length_of({"u": "decade"})
    ('P2D', 'PTXH', 'P10Y')
    """
    word = g["u"].lower()
    unit = word if word in _lengths() else word.removesuffix("s")
    before, after = _lengths()[unit]
    if "v" in g:
        return f"{before}X{after}"
    n = ordinal(g["nth"]) if "nth" in g else number(g["n"]) if "n" in g else 1
    n *= {"fortnight": 2, "decade": 10}.get(unit, 1)
    half = ".5" if "half" in g else ""
    return f"{before}{n}{half}{'Y' if unit == 'decade' else after}"


def period_of(g: Groups) -> str:
    """Return how often something returns: in ISO 8601, or the days of a week or year with X for what changes.

    >>> period_of({"n": "two", "u": "weeks"}), period_of({"w": "Friday"})
    ('R/P2W', 'XXXX-WXX-5')
    """
    if "w" in g:
        return f"XXXX-WXX-{weekday_number(g['w']) + 1}"
    if "m" in g:
        on = f"-{int(g['d']):02}" if "d" in g else ""
        return f"XXXX-{month_number(g['m']):02}{on}"
    if "often" in g:
        return str(toml_table("times.toml")["often"][g["often"]])
    n = "two" if g.get("n", "").lower() == "other" else g.get("n", "one")
    return f"R/{length_of({'n': n, 'u': g['u']})}"


def _lengths() -> dict[str, list[str]]:
    lengths: dict[str, list[str]] = toml_table("times.toml")["lengths"]
    return lengths
