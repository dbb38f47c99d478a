"""What reports say about how events compare, held against the record.

A record never holds everything that happened. So a statement fails only on what the record holds, never on what it
lacks; and an event that only the report itself recalls does not bear out that report.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from tocsin.core.claim import Claim
from tocsin.core.ids import content_id
from tocsin.core.record import Check, Incident
from tocsin.core.values import Comparison, When
from tocsin.link._chronicle import INCIDENTS_HELD, NONE, NOT_TOLD, Chronicle, Rows, first_day, last_day, series_of
from tocsin.link._links import Gap, apart_days, apart_km
from tocsin.link._spots import SLACK_KM, kinship, spot
from tocsin.link._titles import dated
from tocsin.link._traits import Attack, is_attack

IN_SCOPE = frozenset({"same", "near", "holds"})
# "60 km" and "two weeks" are round figures: what a tenth and a seventh more or less would still be called.
ROUNDED_KM = 0.1
ROUNDED_DAYS = 1 / 7
NEAR_KM = 1.0
# Of an incident with thousands of claims a check names the first, as told: enough to follow it back.
CLAIMS_SHOWN = 30
# Of thousands of incidents that came before one, a check names the latest: if it named all, what checks hold would grow
# with the square of the number of reports.
INCIDENTS_SHOWN = 30
# "Among the deadliest" is true of many.
AMONG_OTHERS = ("among ", "one of ")
NEAR_DAYS = 1.0


class Meant(NamedTuple):
    """The incident that a comparison is about."""

    number: int
    incident: Incident


class Finding(NamedTuple):
    """Whether a statement holds, why, and the incidents that say so."""

    holds: bool | None
    reason: str
    others: tuple[int, ...] = ()


def is_comparison(claim: Claim) -> bool:
    """Return whether `claim` is a report's own comparison of events."""
    return claim.slot == "comparison" and isinstance(claim.value, Comparison)


def checks(claims: Iterable[Claim], kept: Chronicle) -> Iterator[Check]:
    """Yield one check for each of `claims`, all of them on slot `comparison`."""
    heads = lru_cache(maxsize=INCIDENTS_HELD)(kept.incidents.view(lambda data: data["claims"][:CLAIMS_SHOWN]).number)
    for claim in claims:
        said, number = claim.value, kept.of_event(claim.document, claim.event)
        assert isinstance(said, Comparison)
        meant = None if number is None else Meant(number, kept.look(number))
        found = NOT_TIED if meant is None else _FINDERS[said.kind](said, meant, claim, kept)
        named = () if number is None else (number, *found.others)
        rests_on = dict.fromkeys(c for one in named for c in heads(one))
        yield Check(
            id=content_id("k", claim.id), text=said.text, holds=found.holds, reason=found.reason, claim=claim.id,
            claims=(claim.id, *(c for c in rests_on if c != claim.id)),
            incident=meant.incident.id if meant is not None else None,
        )  # fmt: skip


NOT_TIED = Finding(None, "cannot be checked: the report does not tie it to an incident of the record")


def _ordinal(said: Comparison, meant: Meant, claim: Claim, kept: Chronicle) -> Finding:
    incident = meant.incident
    if said.number is None or incident.where is None or not first_day(incident):
        return Finding(None, "cannot be checked: time or place of the incident is not known")
    rank = int(said.number)
    earlier = _earlier(said, meant, kept)
    known = earlier.where(earlier.only != kept.reports[claim.document].number)
    if known.n >= rank:
        kind = kept.kinds.get((incident.type, incident.mode), NOT_TOLD)
        return _too_many(said, known, known.where(known.kind == kind), rank)
    if known.n == rank - 1 > 0:
        return Finding(True, f"the record holds {rank - 1} before it, as other reports tell", _numbers(known))
    return Finding(None, _too_few(earlier.n, rank), _numbers(earlier))


def _too_many(said: Comparison, known: Rows, alike: Rows, rank: int) -> Finding:
    """Return that the statement fails, if it says what it counts and enough of that sort (`alike`) came before."""
    if alike.n >= rank and (said.scope is not None or said.within is not None):
        return Finding(False, f"the record holds {alike.n} before it, not {rank - 1}", _numbers(alike))
    reason = f"cannot be checked: the record holds {known.n} before it, but perhaps not of the sort that is counted"
    return Finding(None, reason, _numbers(known))


def _too_few(n_earlier: int, rank: int) -> str:
    if rank == 1:
        return "cannot be checked: the record holds none before it, which does not say that there was none"
    if n_earlier >= rank - 1:
        return "cannot be checked: only the report itself tells of the earlier ones"
    return f"cannot be checked: the record holds only {n_earlier} of the {rank - 1} before it"


def _earlier(said: Comparison, meant: Meant, kept: Chronicle) -> Rows:
    first, last = _bounds(said.within)
    inside = _inside(said, meant, kept, (first, min(last, first_day(meant.incident))))
    return inside.where(inside.last <= last_day(meant.incident))


def _superlative(said: Comparison, meant: Meant, claim: Claim, kept: Chronicle) -> Finding:
    """Return whether no other toll is greater, of what had happened when the report was written."""
    killed = meant.incident.killed
    if meant.incident.where is None or killed is None or killed.best is None:
        return Finding(None, "cannot be checked: place or toll of the incident is not known")
    first, last = _bounds(said.within)
    told = _inside(said, meant, kept, (first, min(last, claim.known_at.toordinal())))
    counted = told.where(told.killed != NOT_TOLD)
    if not counted.n:
        return Finding(None, "cannot be checked: the record holds no other toll to compare with")
    greatest = int(counted.killed.max())
    rival = max(counted.number[counted.killed == greatest].tolist(), key=kept.incidents.id)
    ceiling = max(killed.best, killed.high or 0)
    if greatest > ceiling and said.text.casefold().startswith(AMONG_OTHERS):
        return Finding(None, "cannot be checked: it says that others are as great", (rival,))
    if greatest > ceiling:
        shown = dated(kept.look(rival))
        return Finding(
            False,
            f"the record holds one with {greatest} killed: {shown}",
            (rival,),
        )
    reason = f"no other toll in the record is greater; the next of {counted.n} is {greatest} killed"
    return Finding(True, reason, (rival,))


def _distance(said: Comparison, meant: Meant, claim: Claim, kept: Chronicle) -> Finding:
    others = _others(meant, claim, kept)
    gaps = [(apart_km(_bare(meant.incident), _bare(other)), n, other) for n, other in others]
    return _measured(said.number, gaps, ("km", ROUNDED_KM, NEAR_KM))


def _interval(said: Comparison, meant: Meant, claim: Claim, kept: Chronicle) -> Finding:
    gaps = [(apart_days(meant.incident.when, other.when), n, other) for n, other in _others(meant, claim, kept)]
    return _measured(said.number, gaps, ("days", ROUNDED_DAYS, NEAR_DAYS))


_FINDERS = {"ordinal": _ordinal, "superlative": _superlative, "distance": _distance, "interval": _interval}


def _measured(
    number: float | None, gaps: Iterable[tuple[Gap, int, Incident]], rounding: tuple[str, float, float]
) -> Finding:
    """Return whether `number` fits one of `gaps`; only a single other incident can speak against it."""
    unit, share, least = rounding
    known = [(g.size, g.precision, n, other) for g, n, other in gaps if g.size is not None and g.precision is not None]
    if number is None or not known:
        return Finding(None, f"cannot be checked: the record does not tell how many {unit} lie between")
    fitting = [k for k in known if abs(k[0] - number) <= k[1] + max(least, share * number)]
    if fitting:
        size, precision, n, other = min(fitting, key=lambda k: (abs(k[0] - number), k[3].id))
        return Finding(True, _gap_words(size, unit, precision, other), (n,))
    if len(known) > 1:
        return Finding(None, "cannot be checked: it is not clear which other incident is meant")
    size, precision, n, other = known[0]
    return Finding(False, _gap_words(size, unit, precision, other), (n,))


def _gap_words(size: float, unit: str, precision: float, other: Incident) -> str:
    one = unit.removesuffix("s") if size == 1 else unit
    margin = f", give or take {precision:g}" if precision else ""
    return f"{size:g} {one}{margin}, from: {dated(other)}"


def _numbers(known: Rows) -> tuple[int, ...]:
    return tuple(known.number[-INCIDENTS_SHOWN:].tolist())


def _others(meant: Meant, claim: Claim, kept: Chronicle) -> list[tuple[int, Incident]]:
    told = kept.of_document(claim.document)
    return [(n, i) for n in told if n != meant.number and is_attack(i := kept.look(n))]


def _bare(incident: Incident) -> Attack:
    return Attack(id=incident.id, where=incident.where, when=incident.when)


def _inside(said: Comparison, meant: Meant, kept: Chronicle, days: tuple[int, int]) -> Rows:
    """Return the others of the series of `meant`, where the comparison counts, that began from one day to another."""
    scope = said.scope if said.scope is not None else meant.incident.where
    series = kept.series.get((scope.country or "" if scope is not None else "", series_of(meant.incident)))
    if series is None:
        return NONE
    begun = series.between(*days)
    others = begun.where(begun.number != meant.number)
    if said.scope is None:
        return others
    area, places = spot(said.scope), np.unique(others.place).tolist()
    inside = [p for p in places if kinship(kept.spots[p], area, SLACK_KM["across"]) in IN_SCOPE]
    return others.where(np.isin(others.place, inside))


def _bounds(within: When | None) -> tuple[int, int]:
    start = within.start.toordinal() if within is not None and within.start is not None else 1
    return start, within.end.toordinal() if within is not None and within.end is not None else 4_000_000
