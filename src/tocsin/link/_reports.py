"""Reports as the linker holds them while it builds the views."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tocsin.core.claim import Claim
from tocsin.core.values import ActorRef
from tocsin.core.wire import Json, from_json, to_json

# Claims that take for granted what they say; the others are kept, and count for nothing.
HELD = frozenset({"asserted", "hedged"})
# Relations that tell about an event through those who took part in it.
ABOUT_ACTORS = frozenset({"trained_in", "launched_from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report in short, and what it is a copy of.

    `told` is the day (proleptic ordinal) from which its words are: that of the original for a copy. `root` is the
    original's id, or its own. `short` maps its short forms of names to the long ones. `number` and `claims` are where
    the document and its claims stand in the archive; `talks` are the claims on negotiations, event by event;
    `statements` and `comparisons` are looked at again too.
    """

    id: str
    told: int
    root: str
    publisher: str | None
    short: Mapping[str, str]
    number: int
    claims: range
    talks: Sequence[int] = ()
    statements: Sequence[int] = ()
    comparisons: Sequence[int] = ()


# By id; gone through, they come in the order of the days from which their words are, those of one day by id.
Reports = Mapping[str, Report]


def report_json(report: Report) -> Json:
    """Return `report` as JSON data, the numbers of its claims by their bounds."""
    return to_json(report) | {"claims": [report.claims.start, report.claims.stop]}


def report_from_json(data: Json) -> Report:
    """Return the report that `data` describes."""
    return from_json(Report, data | {"claims": range(*data["claims"])})


def ordered(claims: Iterable[Claim], reports: Reports) -> list[Claim]:
    """Return `claims` in the order in which they were told: by day, report and place in it."""
    return sorted(claims, key=lambda c: (reports[c.document].told, c.document, c.spans[0].start, c.id))


def attach(claims: Sequence[Claim], events: dict[str, list[int]], event_ids: Sequence[str]) -> None:
    """Add to the events with these ids the claims outside all of them on where those who took part came from.

    `events` holds places in `claims`, which are those of one report.
    """
    told = {event: [claims[p] for p in events[event]] for event in event_ids}
    loose = [p for e, places in events.items() if e not in told for p in places if claims[p].slot in ABOUT_ACTORS]
    for place in loose:
        fitting = [e for e in event_ids if _takes_part(claims[place].subject, told[e])]
        if fitting:
            events[min(fitting, key=lambda e: (_distance(claims[place], told[e]), e))].append(place)


def _takes_part(name: str | None, claims: Iterable[Claim]) -> bool:
    named = (c.value.actor for c in claims if c.slot == "who" and isinstance(c.value, ActorRef))
    return name is not None and name in named


def _distance(claim: Claim, others: Iterable[Claim]) -> int:
    return min(abs(claim.spans[0].start - other.spans[0].start) for other in others)
