"""Events in, one panel out, with all that was left out and why."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from tocsin.core.errors import InputError, NothingUsable
from tocsin.core.event import EventRow
from tocsin.core.issue import Issue
from tocsin.core.months import add_months, last_day, month_number, month_of, month_range, months_between, numbered_month
from tocsin.core.panel import Panel
from tocsin.core.vocabulary import toml_table
from tocsin.count._options import CountOptions, Split
from tocsin.count._overlap import Overlap
from tocsin.count._targets import target_named
from tocsin.count._units import Units, units_of

Month = int
"""The number of a month (core/months.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A panel, and what became of the events: counted, of no interest, known later; `issues` tell what was left out."""

    panel: Panel
    issues: tuple[Issue, ...]
    overlaps: tuple[Overlap, ...]
    n_events: int
    n_counted: int
    n_later: int


@dataclass(slots=True)
class _Sums:
    """Amounts by unit and month, and what was met on the way."""

    amounts: dict[tuple[str, Month], float] = field(default_factory=dict)
    months: set[Month] = field(default_factory=set)
    issues: list[Issue] = field(default_factory=list)
    overlaps: list[Overlap] = field(default_factory=list)
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)
    undated: Counter[str] = field(default_factory=Counter)
    n_events: int = 0
    n_counted: int = 0
    n_later: int = 0


def count(rows: Iterable[EventRow | Issue | Overlap], *, options: CountOptions) -> Counted:
    """Return the panel that `options` ask for, counted from `rows` in one pass; issues and overlaps in it are kept.

    A month between the first and the last is observed in each unit that then existed: nothing counted is a zero. What
    was not yet known on `options.as_of` is left out: rows with a later `known_at`; a row that does not tell is taken as
    known when the event ended, with an Issue. Raises NothingUsable where no month is left, UnknownName and InputError
    for options that cannot be met.
    """
    target, units = target_named(options.target), units_of(options)
    sums, shares = _Sums(), _SHARES[options.split if target.measure == "deaths" else "start"]
    for event in _known(rows, sums, options.as_of):
        unit, why = units.unit(event)
        amount = target.amount(event, options.figure)
        parts = shares(event)
        sums.months.update(month for month, _ in parts)
        if unit is None:
            sums.left_out[event.source, why] += 1
            continue
        if amount is None:
            sums.left_out[event.source, f"have unknown deaths and add nothing to {target.name}"] += 1
        sums.n_counted += bool(amount)
        for month, share in parts:
            if amount:
                sums.amounts[unit, month] = sums.amounts.get((unit, month), 0.0) + amount * share
    return _counted(sums, units, options)


def _known(rows: Iterable[EventRow | Issue | Overlap], sums: _Sums, as_of: date) -> Iterator[EventRow]:
    """Yield the events known on the day `as_of`; take note of all else."""
    for row in rows:
        if isinstance(row, Issue):
            sums.issues.append(row)
        elif isinstance(row, Overlap):
            sums.overlaps.append(row)
        else:
            sums.n_events += 1
            if (row.known_at or row.end) > as_of:
                sums.n_later += 1
                continue
            if row.known_at is None:
                sums.undated[row.source] += 1
            yield row


def _counted(sums: _Sums, units: Units, options: CountOptions) -> Counted:
    months = _months(sums.months, options)
    names = units.names({unit for unit, _ in sums.amounts}, months)
    if not names:
        raise NothingUsable("no event lies in a cell, so there are no units; name cells with --units or --box")
    row, column = month_number(months[0]), {name: i for i, name in enumerate(names)}
    counts = np.zeros((len(months), len(names)))
    for (unit, month), amount in sums.amounts.items():
        if unit in column and 0 <= month - row < len(months):
            counts[month - row, column[unit]] += amount
    observed = units.observed(names, months)
    unseen = np.argwhere((counts != 0) & ~observed)
    issues = [_unseen(names[u], months[t], counts[t, u]) for t, u in unseen]
    counts[~observed] = 0.0
    panel = Panel(
        counts=counts, observed=observed, times=months, units=names, target=options.target,
        as_of=options.as_of,
    )  # fmt: skip
    return Counted(
        panel=panel, issues=(*sums.issues, *issues, *_left_out(sums), *_delays(sums, months[-1], options.as_of)),
        overlaps=tuple(sums.overlaps), n_events=sums.n_events, n_counted=sums.n_counted, n_later=sums.n_later,
    )  # fmt: skip


def _months(met: set[Month], options: CountOptions) -> tuple[date, ...]:
    """Return the months of the panel; raise NothingUsable where there is none."""
    first = options.first or (numbered_month(min(met)) if met else None)
    last = options.last or (min(numbered_month(max(met)), _last_full(options.as_of)) if met else None)
    if first is None or last is None:
        raise NothingUsable(f"no event was known on {options.as_of}; check the tables and the as-of day")
    n = months_between(first, last) + 1
    if n < 1:
        raise NothingUsable(f"no full month lies between {first:%Y-%m} and {options.as_of}; choose a later as-of day")
    if first.year < 1:
        raise InputError(f"the first month is of the year {first.year}")
    return month_range(month_of(first), n)


def _last_full(as_of: date) -> date:
    return month_of(as_of) if as_of == last_day(as_of) else add_months(as_of, -1)


def _unseen(unit: str, month: date, amount: float) -> Issue:
    what = f"{amount:g} counted in {month:%Y-%m}, when {unit} was no state, are left out"
    return Issue(stage="count", about=unit, what=what, hint="check the country of these events")


def _left_out(sums: _Sums) -> Iterator[Issue]:
    for (source, why), n in sorted(sums.left_out.items()):
        yield Issue(stage="count", about=source, what=f"{n} events {why}", hint="none of them is in the panel")


def _delays(sums: _Sums, last: date, as_of: date) -> Iterator[Issue]:
    """Yield what is to be said on rows that do not tell since when they are known."""
    known = {k: v for table in toml_table("event_tables.toml").values() for k, v in table["delay_days"].items()}
    for source, n in sorted(sums.undated.items()):
        what = f"{n} events do not tell since when they are known, and are taken as known when they ended"
        days = known.get(source, 0)
        safe = as_of - timedelta(days=days)
        if last > safe:
            what += f"; rows come out about {days} days after an event, so months after {safe:%Y-%m} may lack some"
        hint = "the figures are those of this release, not those known at the time"
        yield Issue(stage="count", about=source, what=what, hint=hint)


def _by_days(event: EventRow) -> list[tuple[Month, float]]:
    """Return each month that the event touches with its share of the days."""
    first, last = month_number(event.start), month_number(event.end)
    if first == last:
        return [(first, 1.0)]
    days = (event.end - event.start).days + 1
    found = []
    for month in range(first, last + 1):
        first_day = numbered_month(month)
        begin, end = max(event.start, first_day), min(event.end, last_day(first_day))
        found.append((month, ((end - begin).days + 1) / days))
    return found


_SHARES: dict[Split, Callable[[EventRow], list[tuple[Month, float]]]] = {
    "start": lambda event: [(month_number(event.start), 1.0)],
    "end": lambda event: [(month_number(event.end), 1.0)],
    "proportional": _by_days,
}
