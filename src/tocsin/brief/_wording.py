"""Values of the record in plain words: nothing is rounded, and what is not known is said to be so."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from tocsin.core.record import Incident, Toll
from tocsin.core.values import Place, Quantity, When
from tocsin.core.vocabulary import csv_rows, toml_table

NOT_TOLD = "not told"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def word(table: str, code: str | None) -> str:
    """Return the plain word for `code` in a table of data/brief_words.toml; the code itself where there is none."""
    if code is None:
        return ""
    words: dict[str, str] = toml_table("brief_words.toml")[table]
    return words.get(code, code.replace("_", " ").replace("-", " "))


@cache
def country_names() -> dict[str, str]:
    """Return the names of countries by ISO 3166-1 alpha-2 code."""
    return {row["code"]: row["name"] for row in csv_rows("countries.csv")}


def country_name(code: str | None) -> str:
    """Return the name of a country; its code where the name is not known, nothing for None."""
    return country_names().get(code, code) if code else ""


def kind_words(incident: Incident) -> str:
    """Return what kind of event an incident is, as "suicide attack"."""
    kind = word("types", incident.type).lower()
    if incident.mode is None:
        return kind
    modes: dict[str, str] = toml_table("brief_words.toml")["modes"]
    return modes.get(f"{incident.type} {incident.mode}", f"{kind} ({incident.mode.replace('-', ' ')})")


def day_words(day: date, *, year: bool = True) -> str:
    """Return a day as "7 April 2013"."""
    return f"{day.day} {MONTHS[day.month - 1]}{f' {day.year}' if year else ''}"


def when_words(when: When | None) -> str:
    """Return an interval of days in words: "7 April 2013", "April 2013", "28 March to 7 April 2013"."""
    if when is None or (when.start is None and when.end is None):
        return "date not told"
    if when.end is None or when.start is None:
        bound = when.start or when.end
        assert bound is not None
        return f"{'since' if when.end is None else 'by'} {day_words(bound)}"
    return _between_words(when.start, when.end)


def _between_words(start: date, end: date) -> str:
    if start == end:
        return day_words(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        last = f"{MONTHS[end.month - 1]} {end.year}"
        first = MONTHS[start.month - 1] + (f" {start.year}" if start.year != end.year else "")
        return last if (start.year, start.month) == (end.year, end.month) else f"{first} to {last}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day_words(end)}"
    return f"{day_words(start, year=start.year != end.year)} to {day_words(end)}"


def dated_title(incident: Incident) -> str:
    """Return the headline of an incident with its date, for where it stands away from its own table row."""
    when = incident.when
    return (
        incident.title if when is None or (when.start or when.end) is None else f"{incident.title}, {when_words(when)}"
    )


def place_words(place: Place | None) -> str:
    """Return a place with its province and country, each named once: "Ansongo, Gao, Mali"."""
    if place is None:
        return "place not told"
    parts = [place.name, place.admin1 or "", country_name(place.country)]
    return ", ".join(dict.fromkeys(p for p in parts if p))


def number(n: int) -> str:
    """Return a whole number with commas: "1,800"."""
    return f"{n:,}"


def range_words(low: int | None, best: int | None, high: int | None) -> str:
    """Return a figure with its bounds: "12", "at least 12", "up to 12", "about 12", "12 (between 10 and 15)"."""
    if best is None:
        return _bounds_words(low, high) or "a number not told"
    if low == best == high:
        return number(best)
    if best == low and high is None:
        return f"at least {number(best)}"
    if best == high and low is None:
        return f"up to {number(best)}"
    bounds = _bounds_words(low, high)
    return f"{number(best)} ({bounds})" if bounds else f"about {number(best)}"


def _bounds_words(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return number(low) if low == high else f"between {number(low)} and {number(high)}"
    if low is None and high is None:
        return ""
    return f"at least {number(low)}" if low is not None else f"up to {number(high or 0)}"


def toll_words(toll: Toll | None) -> str:
    """Return a toll in words; "not told" where no report tells."""
    return NOT_TOLD if toll is None else range_words(toll.low, toll.best, toll.high)


def quantity_words(figure: Quantity) -> str:
    """Return a figure as its report gives it, with its hedge and who is counted."""
    numbers = range_words(figure.low, figure.best, figure.high)
    if figure.best is not None and figure.qualifier:
        numbers = f"{figure.qualifier} {number(figure.best)}"
    if figure.best is None and figure.qualifier:
        numbers = figure.qualifier
    who = "" if figure.group is None or figure.group.lower() in numbers.lower() else f" {figure.group}"
    return numbers + who


def counted(n: int, one: str, many: str | None = None) -> str:
    """Return "1 report", "3 reports"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def percent(chance: float) -> str:
    """Return a probability in percent; never a certainty where it is none.

    >>> percent(0.3), percent(0.996), percent(0.004), percent(0.0)
    ('30%', 'over 99%', 'under 1%', '0%')
    """
    if 0 < chance < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 <= chance < 1 else f"{chance:.0%}"


def listed(words: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def metres_words(metres: int) -> str:
    """Return a radius in km, in metres below one km."""
    return f"{metres} m" if metres < 1000 else f"{number(round(metres / 1000))} km"


def _mode_words(mode: str) -> str:
    modes: dict[str, str] = toml_table("brief_words.toml")["modes"]
    return next((words for code, words in modes.items() if code.endswith(f" {mode}")), mode.replace("-", " "))


def trait_words(trait: str, value: str) -> str:
    """Return the value of a compared trait in words; codes of types, manners and countries are spelt out."""
    sides = [side.strip() for side in value.split(" / ")]
    if trait in {"country", "nationality"}:
        sides = [country_name(side) for side in sides]
    elif trait == "type":
        sides = [word("types", side) for side in sides]
    elif trait == "mode":
        sides = [_mode_words(side) for side in sides]
    return " / ".join(sides)
