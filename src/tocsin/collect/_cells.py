"""The cells of one row of an event table, by column."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from tocsin.collect._format import Unusable

ISO_LENGTH = 10
DAY_FORMATS = ("%Y-%m-%d", "%d %B %Y", "%d-%B-%Y", "%d %b %Y", "%d-%b-%Y", "%d-%m-%Y", "%Y/%m/%d")
CACHED_DAYS = 65_536
MOST_DIGITS = 15


@dataclass(slots=True)
class Cells:
    """The cells of one row. `notes` gathers what is wrong with the row though it can be used."""

    where: dict[str, int]
    values: list[str]
    missing: frozenset[str] = frozenset()
    notes: list[str] = field(default_factory=list)

    def text(self, column: str) -> str | None:
        """Return what is in `column`; None where it is empty, not there or a code for unknown."""
        place = self.where.get(column)
        cell = "" if place is None else self.values[place].strip()
        return None if not cell or cell in self.missing else cell

    def needed(self, column: str) -> str:
        """Return what is in `column`; raise Unusable where it is empty."""
        cell = self.text(column)
        if cell is None:
            raise Unusable(f"{column} is empty", "complete the row, or leave it out")
        return cell

    def number(self, column: str) -> float | None:
        """Return the number in `column`; raise Unusable for what is none."""
        cell = self.text(column)
        if cell is None:
            return None
        try:
            return float(cell)
        except ValueError:
            raise Unusable(
                f"{column} is {cell[:40]!r}; expected a number", "check that the columns are in place"
            ) from None

    def whole(self, column: str) -> int | None:
        """Return the count in `column`; raise Unusable for what is none, a negative one included."""
        cell = self.text(column)
        if cell is None:
            return None
        if cell.isdecimal() and len(cell) <= MOST_DIGITS:
            return int(cell)
        number = self.number(column) or 0.0
        if not (0 <= number < float("inf")) or number != int(number):
            raise Unusable(f"{column} is {cell}; expected a whole number from 0", "correct or leave out the row")
        return int(number)

    def day(self, column: str) -> date:
        """Return the day in `column`; raise Unusable for what is none."""
        cell = self.needed(column)
        found = parsed_day(cell)
        if found is None:
            raise Unusable(f"{column} is {cell[:40]!r}; expected a day such as 2013-04-07", "write days as YYYY-MM-DD")
        return found

    def point(self) -> tuple[float | None, float | None]:
        """Return latitude and longitude, both None where either is not there."""
        lat, lon = self.number("latitude"), self.number("longitude")
        return (None, None) if lat is None or lon is None else (lat, lon)


@lru_cache(maxsize=CACHED_DAYS)
def parsed_day(cell: str) -> date | None:
    """Return the day that `cell` tells in one of the forms that event tables use, a time of day left aside.

    >>> parsed_day("2013-04-07 00:00:00.000"), parsed_day("07 April 2013"), parsed_day("4/7/2013")
    (datetime.date(2013, 4, 7), datetime.date(2013, 4, 7), None)
    """
    for words in (cell, cell[:ISO_LENGTH]):
        for form in DAY_FORMATS:
            try:
                return datetime.strptime(words, form).date()
            except ValueError:
                continue
    return None
