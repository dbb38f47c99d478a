"""Days of publication as stated: nothing is guessed, and a day that can be read in two ways is not read."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_tz
from functools import cache

from tocsin.core.values import When
from tocsin.core.vocabulary import toml_table

VOCABULARY = "publication_dates.toml"
FIRST_YEAR, LAST_YEAR = 1900, 2100
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
ISO_SHORT = re.compile(r"(\d{4})(?:-(\d{2}))?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
LONGEST = 200
POSIX_PIVOT = 69
MAX_SMALL_WORDS = 3
SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]*")
BEFORE_DATE = re.compile(r"(?:^|[^\w\s]\s*|[A-Z][\w’']{0,20}\.?,?\s|^\w{1,10}di\s)$")
AFTER_DATE = re.compile(r"\s*(?:$|at\s\d|[^\w\s]|\d|[A-Z])")
BYLINE = re.compile(r"\b(?:by|par|por)\b", re.IGNORECASE)
BETWEEN_PARTS = re.compile(r"\s+[•·|]\s+")


@dataclass(frozen=True, slots=True)
class DateFound:
    """A full date in a line: its EDTF form and the characters it covers."""

    edtf: str
    start: int
    end: int


def stated(value: str) -> str | None:
    """Return what a field for dates states as EDTF (day, month or year); None if it cannot be told.

    >>> stated("2013-05-23T20:15:00Z"), stated("Thu, 23 May 2013 20:15:00 +0000"), stated("3/5/2013")
    ('2013-05-23', '2013-05-23', None)
    """
    value = value.strip()[:LONGEST]
    if short := ISO_SHORT.fullmatch(value):
        return _edtf_short(value, int(short[1]), int(short[2] or 1))
    if compact := COMPACT.fullmatch(value):
        return _edtf(int(compact[1]), int(compact[2]), int(compact[3]))
    found = date_in(value)
    if found:
        return found.edtf
    mail = parsedate_tz(value)
    return _edtf(*mail[:3]) if mail else None


def date_in(line: str) -> DateFound | None:
    """Return the first full date (day, month and year) in `line`, in words or in ISO 8601.

    >>> date_in("Published: Monday, 12 June 2014").edtf, date_in("June 12th, 2014 08:00").edtf, date_in("12 June")
    ('2014-06-12', '2014-06-12', None)
    """
    for match in _patterns()[0].finditer(line):
        edtf = _edtf(int(match["y1"] or match["y2"]), _month(match), int(match["d1"] or match["d2"]))
        if edtf:
            return DateFound(edtf, match.start(), match.end())
    for match in ISO.finditer(line):
        if edtf := _edtf(int(match[1]), int(match[2]), int(match[3])):
            return DateFound(edtf, match.start(), match.end())
    return None


def line_date(line: str) -> str | None:
    """Return the day that a line above a report gives to it; None for a line that speaks of a day.

    >>> line_date("Sahel Wire | Monday 12 June 2014, 17:05 GMT. By a reporter"), line_date("Toll of 12 June 2014 up")
    ('2014-06-12', None)
    >>> line_date("By a reporter in Gao • Published 12 June 2014 at 17:05 • Updated 13 June 2014")
    '2014-06-12'
    """
    parts = BETWEEN_PARTS.split(line)
    return next(filter(None, map(_date_of_part, filter(says_published, parts))), None) or _date_of_part(line)


def _date_of_part(line: str) -> str | None:
    found = date_in(line)
    if found is None or is_update(line):
        return None
    before, after = line[: found.start], BYLINE.split(line[found.end :])[0]
    n_small = len(SMALL_WORD.findall(after)) + (0 if says_published(line) else len(SMALL_WORD.findall(before)))
    stands_apart = BEFORE_DATE.search(before) or says_published(line)
    return found.edtf if stands_apart and AFTER_DATE.match(after) and n_small <= MAX_SMALL_WORDS else None


def wire_date(dateline: str) -> str | None:
    """Return the full date in the dateline of a wire report; there a year may have two digits, read as POSIX does.

    >>> wire_date("LIMA, 3 JAN 90 (EFE)"), wire_date("GAO, May 3 (Sahel Wire)")
    ('1990-01-03', None)
    """
    found = date_in(dateline)
    if found:
        return found.edtf
    short = _patterns()[3].search(dateline)
    if short is None:
        return None
    year = int(short["y"])
    return _edtf(year + (1900 if year >= POSIX_PIVOT else 2000), _months()[short["m"].lower()], int(short["d"]))


def is_update(line: str) -> bool:
    """Return whether `line` dates a change, a visit or a print-out instead of the publication."""
    return bool(_patterns()[1].search(line))


def says_published(line: str) -> bool:
    """Return whether `line` begins by saying that it dates the publication."""
    return bool(_patterns()[2].match(line))


def when_published(edtf: str, reason: str | None = None) -> When:
    """Return the day, month or year `edtf` as a When that is stated."""
    year, month, day = ([int(n) for n in edtf.split("-")] + [0, 0])[:3]
    start = date(year, month or 1, day or 1)
    last = day or calendar.monthrange(year, month or 12)[1]
    return When(start=start, end=date(year, month or 12, last), edtf=edtf, basis="stated", reason=reason)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = toml_table(VOCABULARY)
    month = "|".join(sorted(_months(), key=len, reverse=True))
    day_first = rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?:de\s+)?(?P<m1>{month})\.?,?\s+(?:de\s+)?(?P<y1>\d{{4}})"
    month_first = rf"(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    full = re.compile(rf"(?<![\w-])(?:{day_first}|{month_first})(?!\w)", re.IGNORECASE)
    update = re.compile(rf"\b(?:{'|'.join(map(re.escape, table['updated']))})\b", re.IGNORECASE)
    published = re.compile(rf"(?:{'|'.join(map(re.escape, table['published']))})\b", re.IGNORECASE)
    short = re.compile(rf"(?<!\w)(?P<d>\d{{1,2}})\s(?P<m>{month})\s(?P<y>\d{{2}})(?!\w)", re.IGNORECASE)
    return full, update, published, short


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in toml_table(VOCABULARY)["months"].items() for name in names}


def _month(match: re.Match[str]) -> int:
    return _months()[(match["m1"] or match["m2"]).lower()]


def _edtf(year: int, month: int, day: int) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _edtf_short(value: str, year: int, month: int) -> str | None:
    return value if _edtf(year, month, 1) else None
