"""Events that two tables hold: found by country, day, place and deaths, with the reasons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.core.distance import great_circle_km
from tocsin.core.event import EventRow
from tocsin.core.issue import Issue
from tocsin.core.values import Place

# Events placed less exactly than this agree in place by the name of their province alone.
EXACT_M = 50_000
# Events that last longer are sums over many attacks, and match none of them.
LONGEST_DAYS = 14
# Counts of one attack differ between sources by about this much, or by so many.
TOLL_SHARE, TOLL_SLACK = 0.25, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapRule:
    """How near two events must be to count as one: in days and in kilometres."""

    max_days: int = 1
    max_km: float = 25.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two rows of different tables that tell of one event, and why. `distance_km` is None where no points are known."""

    left: EventRow
    right: EventRow
    reasons: tuple[str, ...]
    days_apart: int
    distance_km: float | None


RULE = OverlapRule()


def overlap(left: EventRow, right: EventRow, *, rule: OverlapRule = RULE) -> Overlap | None:
    """Return why the two are one event; None where they are not known to be.

    Country, day and place must agree: what is not known is no agreement. Deaths must not disagree where both are known,
    and a riot or an agreement is no attack.
    """
    if (
        left.country is None
        or left.country != right.country
        or (left.violence == "other") != (right.violence == "other")
    ):
        return None
    days_apart = max(0, (right.start - left.end).days, (left.start - right.end).days)
    if days_apart > rule.max_days or max(_days(left), _days(right)) > LONGEST_DAYS:
        return None
    place, tolls = _place(left, right, rule), _tolls(left, right)
    if place is None or tolls is None:
        return None
    when = "same day" if days_apart == 0 else f"{days_apart} day{'s' if days_apart > 1 else ''} apart"
    reasons = (f"same country {left.country}", when, place[0], tolls)
    return Overlap(left=left, right=right, reasons=reasons, days_apart=days_apart, distance_km=place[1])


def combined(
    first: Iterable[EventRow | Issue | Overlap], others: Iterable[EventRow | Issue], *, rule: OverlapRule = RULE
) -> Iterator[EventRow | Issue | Overlap]:
    """Yield all of `first`, an Overlap for each pair found, and last those of `others` that are not in `first`.

    `first` is taken one at a time, `others` is held in memory: put the larger table first. An event of `others` that
    overlaps with any of `first` is counted as that one; two events of one table are never taken for one.
    """
    waiting: list[EventRow] = []
    for item in others:
        if isinstance(item, Issue):
            yield item
        else:
            waiting.append(item)
    index, found = _by_day(waiting, rule), set[int]()
    for row in first:
        yield row
        if isinstance(row, EventRow):
            for place in index.get((row.country, row.start), ()) if _days(row) == 1 else _near(row, index):
                pair = overlap(row, waiting[place], rule=rule)
                if pair is not None:
                    found.add(place)
                    yield pair
    yield from (row for place, row in enumerate(waiting) if place not in found)


_Index = dict[tuple[str | None, date], list[int]]


def _by_day(rows: list[EventRow], rule: OverlapRule) -> _Index:
    """Return the places of `rows` by country and each day near enough to them."""
    index: _Index = defaultdict(list)
    for place, row in enumerate(rows):
        if _days(row) <= LONGEST_DAYS:
            for offset in range(-rule.max_days, _days(row) + rule.max_days):
                index[row.country, row.start + timedelta(days=offset)].append(place)
    return index


def _near(row: EventRow, index: _Index) -> list[int]:
    days = range(_days(row)) if _days(row) <= LONGEST_DAYS else ()
    return sorted({place for n in days for place in index.get((row.country, row.start + timedelta(days=n)), ())})


def _days(row: EventRow) -> int:
    return (row.end - row.start).days + 1


def _place(left: EventRow, right: EventRow, rule: OverlapRule) -> tuple[str, float | None] | None:
    """Return how the places agree and how far apart they are; None where they are not known to agree."""
    km = _km(left, right)
    if km is not None:
        return (f"{km:.0f} km apart", km) if km <= rule.max_km else None
    if left.admin1 is not None and right.admin1 is not None and left.admin1.casefold() == right.admin1.casefold():
        return f"same province {left.admin1}", None
    return None


def _km(left: EventRow, right: EventRow) -> float | None:
    """Return the distance; None where a place is not known exactly."""
    exact = [r.precision_m for r in (left, right) if r.precision_m is not None and r.precision_m <= EXACT_M]
    if len(exact) < 2 or left.lat is None or right.lat is None:
        return None
    points = [Place(name=r.id, lat=r.lat, lon=r.lon, precision_m=r.precision_m) for r in (left, right)]
    return great_circle_km(*points)


def _tolls(left: EventRow, right: EventRow) -> str | None:
    """Return how the deaths agree; None where they do not."""
    one, two = _range(left), _range(right)
    if one is None or two is None:
        return "deaths of one not known"
    slack = max(TOLL_SLACK, TOLL_SHARE * max(one[0], two[0]))
    if one[0] > two[1] + slack or two[0] > one[1] + slack:
        return None
    return f"deaths {_shown(left)} and {_shown(right)}"


def _range(row: EventRow) -> tuple[float, float] | None:
    low = row.best if row.low is None else row.low
    high = row.best if row.high is None else row.high
    return None if low is None or high is None else (low, high)


def _shown(row: EventRow) -> str:
    return f"{row.best}" if row.low is None or row.low == row.high else f"{row.best} ({row.low} to {row.high})"
