"""First-order units that were cut out of others: in which one a place lay on the day of a report."""

from dataclasses import replace
from datetime import date
from functools import cache

from tocsin.core.values import Place
from tocsin.core.vocabulary import csv_rows


def as_of(place: Place, day: date | None) -> Place:
    """Return `place` in the first-order unit that it lay in on `day`; in that of today where no day is known.

    >>> town = Place(name="Jos", country="NG", admin1="Nasarawa State")
    >>> as_of(town, date(1995, 1, 1)).admin1, as_of(town, date(1997, 1, 1)).admin1
    ('Plateau State', 'Nasarawa State')
    """
    while day is not None and (before := _before().get((place.country, place.admin1))) is not None:
        former, since = before
        if day >= since:
            break
        place = replace(place, admin1=former)
    return place


def lies_in(country: str | None, admin1: str | None, unit: str | None) -> bool:
    """Return whether what lies in `admin1` today lies in `unit` of `country`, or did so once."""
    while admin1 != unit:
        before = _before().get((country, admin1))
        if before is None:
            return False
        admin1 = before[0]
    return True


@cache
def _before() -> dict[tuple[str | None, str | None], tuple[str, date]]:
    rows = csv_rows("former_units.csv")
    return {(r["country"], r["unit"]): (r["former"], date.fromisoformat(r["since"])) for r in rows}
