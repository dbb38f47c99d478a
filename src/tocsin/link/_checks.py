"""What reports say about how events compare, held against the record.

A record never holds everything that happened. So a statement fails only on what the record holds, never on what it
lacks; and an event that only the report itself recalls does not bear out that report.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tocsin.core.claim import Claim
from tocsin.core.ids import content_id
from tocsin.core.record import Check, Incident
from tocsin.core.values import Comparison, Place, When
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
# "Among the deadliest" is true of many.
AMONG_OTHERS = ("among ", "one of ")
NEAR_DAYS = 1.0


class Finding(NamedTuple):
    """Whether a statement holds, why, and the incidents that say so."""

    holds: bool | None
    reason: str
    incidents: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The incidents of a record in the order of their first day, by country and kind of series, and by report."""

    series: Mapping[tuple[str, str], Sequence[Incident]]
    days: Mapping[tuple[str, str], Sequence[int]]
    of_event: Mapping[tuple[str, str], Incident]
    of_document: Mapping[str, Sequence[Incident]]


def ledger(incidents: Iterable[Incident], of_event: Mapping[tuple[str, str], Incident]) -> Ledger:
    """Return `incidents` arranged for checks; `of_event` finds that of a (document, event) pair."""
    series: dict[tuple[str, str], list[Incident]] = defaultdict(list)
    of_document: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        for document in incident.documents:
            of_document[document].append(incident)
        if incident.where is not None and incident.where.country is not None and _first_day(incident):
            series[incident.where.country, _series(incident)].append(incident)
    for listed in series.values():
        listed.sort(key=lambda i: (_first_day(i), i.id))
    days = {name: [_first_day(i) for i in listed] for name, listed in series.items()}
    return Ledger(series=series, days=days, of_event=of_event, of_document=of_document)


def checks(claims: Iterable[Claim], book: Ledger) -> Iterator[Check]:
    """Yield one check for each claim on slot `comparison`."""
    for claim in claims:
        said = claim.value
        if claim.slot != "comparison" or not isinstance(said, Comparison):
            continue
        incident = book.of_event.get((claim.document, claim.event))
        found = NOT_TIED if incident is None else _FINDERS[said.kind](said, incident, claim, book)
        rests_on = dict.fromkeys(c for one in found.incidents for c in one.claims[:CLAIMS_SHOWN])
        yield Check(
            id=content_id("k", claim.id), text=said.text, holds=found.holds, reason=found.reason, claim=claim.id,
            claims=(claim.id, *(c for c in rests_on if c != claim.id)),
            incident=incident.id if incident is not None else None,
        )  # fmt: skip


NOT_TIED = Finding(None, "cannot be checked: the report does not tie it to an incident of the record")


def _ordinal(said: Comparison, incident: Incident, claim: Claim, book: Ledger) -> Finding:
    if said.number is None or incident.where is None or not _first_day(incident):
        return Finding(None, "cannot be checked: time or place of the incident is not known", (incident,))
    rank = int(said.number)
    earlier = _earlier(said, incident, book)
    known = [i for i in earlier if set(i.documents) != {claim.document}]
    if len(known) >= rank:
        return _too_many(said, incident, known, rank)
    if len(known) == rank - 1 > 0:
        return Finding(True, f"the record holds {rank - 1} before it, as other reports tell", (incident, *known))
    return Finding(None, _too_few(len(earlier), rank), (incident, *earlier))


def _too_many(said: Comparison, incident: Incident, known: Sequence[Incident], rank: int) -> Finding:
    """Return that the statement fails, if it says what it counts and enough of that sort came before."""
    alike = [i for i in known if (i.type, i.mode) == (incident.type, incident.mode)]
    if len(alike) >= rank and (said.scope is not None or said.within is not None):
        return Finding(False, f"the record holds {len(alike)} before it, not {rank - 1}", (incident, *alike))
    reason = f"cannot be checked: the record holds {len(known)} before it, but perhaps not of the sort that is counted"
    return Finding(None, reason, (incident, *known))


def _too_few(n_earlier: int, rank: int) -> str:
    if rank == 1:
        return "cannot be checked: the record holds none before it, which does not say that there was none"
    if n_earlier >= rank - 1:
        return "cannot be checked: only the report itself tells of the earlier ones"
    return f"cannot be checked: the record holds only {n_earlier} of the {rank - 1} before it"


def _earlier(said: Comparison, incident: Incident, book: Ledger) -> list[Incident]:
    first, last = _bounds(said.within)
    inside = _inside(said, incident, book, first, min(last, _first_day(incident)))
    return [i for i in inside if i.id != incident.id and _last_day(i) <= _last_day(incident)]


def _superlative(said: Comparison, incident: Incident, claim: Claim, book: Ledger) -> Finding:
    """Return whether no other toll is greater, of what had happened when the report was written."""
    killed = incident.killed
    if incident.where is None or killed is None or killed.best is None:
        return Finding(None, "cannot be checked: place or toll of the incident is not known", (incident,))
    first, last = _bounds(said.within)
    told = _inside(said, incident, book, first, min(last, claim.known_at.toordinal()))
    others = [i for i in told if i.id != incident.id]
    counted = [(i.killed.best, i) for i in others if i.killed is not None and i.killed.best is not None]
    if not counted:
        return Finding(None, "cannot be checked: the record holds no other toll to compare with", (incident,))
    greatest, rival = max(counted, key=lambda pair: (pair[0], pair[1].id))
    ceiling = max(killed.best, killed.high or 0)
    if greatest > ceiling and said.text.casefold().startswith(AMONG_OTHERS):
        return Finding(None, "cannot be checked: it says that others are as great", (incident, rival))
    if greatest > ceiling:
        return Finding(False, f"the record holds one with {greatest} killed: {dated(rival)}", (incident, rival))
    reason = f"no other toll in the record is greater; the next of {len(counted)} is {greatest} killed"
    return Finding(True, reason, (incident, rival))


def _distance(said: Comparison, incident: Incident, claim: Claim, book: Ledger) -> Finding:
    others = _others(incident, claim, book)
    gaps = [(apart_km(_bare(incident), _bare(other)), other) for other in others]
    return _measured(said.number, gaps, incident, ("km", ROUNDED_KM, NEAR_KM))


def _interval(said: Comparison, incident: Incident, claim: Claim, book: Ledger) -> Finding:
    gaps = [(apart_days(incident.when, other.when), other) for other in _others(incident, claim, book)]
    return _measured(said.number, gaps, incident, ("days", ROUNDED_DAYS, NEAR_DAYS))


_FINDERS = {"ordinal": _ordinal, "superlative": _superlative, "distance": _distance, "interval": _interval}


def _measured(
    number: float | None, gaps: Iterable[tuple[Gap, Incident]], incident: Incident, rounding: tuple[str, float, float]
) -> Finding:
    """Return whether `number` fits one of `gaps`; only a single other incident can speak against it."""
    unit, share, least = rounding
    known = [(g.size, g.precision, other) for g, other in gaps if g.size is not None and g.precision is not None]
    if number is None or not known:
        return Finding(None, f"cannot be checked: the record does not tell how many {unit} lie between", (incident,))
    fitting = [k for k in known if abs(k[0] - number) <= k[1] + max(least, share * number)]
    if fitting:
        size, precision, other = min(fitting, key=lambda k: (abs(k[0] - number), k[2].id))
        return Finding(True, _gap_words(size, unit, precision, other), (incident, other))
    if len(known) > 1:
        return Finding(None, "cannot be checked: it is not clear which other incident is meant", (incident,))
    size, precision, other = known[0]
    return Finding(False, _gap_words(size, unit, precision, other), (incident, other))


def _gap_words(size: float, unit: str, precision: float, other: Incident) -> str:
    one = unit.removesuffix("s") if size == 1 else unit
    margin = f", give or take {precision:g}" if precision else ""
    return f"{size:g} {one}{margin}, from: {dated(other)}"


def _others(incident: Incident, claim: Claim, book: Ledger) -> list[Incident]:
    return [i for i in book.of_document.get(claim.document, ()) if i.id != incident.id and is_attack(i)]


def _bare(incident: Incident) -> Attack:
    return Attack(id=incident.id, where=incident.where, when=incident.when)


def _inside(said: Comparison, incident: Incident, book: Ledger, first: int, last: int) -> list[Incident]:
    scope = said.scope if said.scope is not None else incident.where
    country = scope.country if scope is not None else None
    name = (country or "", _series(incident))
    days = book.days.get(name, ())
    near = book.series.get(name, ())[bisect_left(days, first) : bisect_right(days, last)]
    return [i for i in near if said.scope is None or _in_scope(i.where, said.scope)]


def _in_scope(place: Place | None, scope: Place) -> bool:
    return place is not None and kinship(spot(place), spot(scope), SLACK_KM["across"]) in IN_SCOPE


def _series(incident: Incident) -> str:
    return "attack" if is_attack(incident) else incident.type


def _bounds(within: When | None) -> tuple[int, int]:
    start = within.start.toordinal() if within is not None and within.start is not None else 1
    return start, within.end.toordinal() if within is not None and within.end is not None else 4_000_000


def _first_day(incident: Incident) -> int:
    when = incident.when
    day = (when.start or when.end) if when is not None else None
    return day.toordinal() if day is not None else 0


def _last_day(incident: Incident) -> int:
    when = incident.when
    day = (when.end or when.start) if when is not None else None
    return day.toordinal() if day is not None else 0
