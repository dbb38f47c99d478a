"""Reports as the linker holds them while it builds the views."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tocsin.core.claim import Claim
from tocsin.core.document import Document
from tocsin.core.values import ActorRef

# Claims that take for granted what they say; the others are kept, and count for nothing.
HELD = frozenset({"asserted", "hedged"})
# Relations that tell about an event through those who took part in it.
ABOUT_ACTORS = frozenset({"trained_in", "launched_from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report, its claims by event, and what it is a copy of.

    `told` is the day (proleptic ordinal) from which its words are: that of the original for a copy. `root` is the
    original's id, or its own. `short` maps its short forms of names to the long ones.
    """

    document: Document
    told: int
    root: str
    short: Mapping[str, str]
    events: Mapping[str, Sequence[Claim]]


Reports = Mapping[str, Report]


def ordered(claims: Iterable[Claim], reports: Reports) -> list[Claim]:
    """Return `claims` in the order in which they were told: by day, report and place in it."""
    return sorted(claims, key=lambda c: (reports[c.document].told, c.document, c.spans[0].start, c.id))


def attached(report: Report, event_ids: Sequence[str]) -> dict[str, list[Claim]]:
    """Return, by event, the claims outside all events on where those who took part were trained or came from."""
    loose = [c for e, claims in report.events.items() if e not in event_ids for c in claims if c.slot in ABOUT_ACTORS]
    found: dict[str, list[Claim]] = {}
    for claim in loose:
        fitting = [e for e in event_ids if _takes_part(claim.subject, report.events[e])]
        if fitting:
            nearest = min(fitting, key=lambda e: (_distance(claim, report.events[e]), e))
            found.setdefault(nearest, []).append(claim)
    return found


def _takes_part(name: str | None, claims: Iterable[Claim]) -> bool:
    named = (c.value.actor for c in claims if c.slot == "who" and isinstance(c.value, ActorRef))
    return name is not None and name in named


def _distance(claim: Claim, others: Iterable[Claim]) -> int:
    return min(abs(claim.spans[0].start - other.spans[0].start) for other in others)
