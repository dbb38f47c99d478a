"""Negotiations: what reports tell of the same parties talking, put together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from tocsin.core.claim import Claim
from tocsin.core.ids import content_id
from tocsin.core.record import DeadlineView, PositionView, Process
from tocsin.core.values import ActorRef, Deadline, Place, Position, When
from tocsin.link._actors import Cast
from tocsin.link._archive import Archive
from tocsin.link._reports import HELD, Report, Reports, ordered
from tocsin.link._spots import most_specific
from tocsin.link._words import contains, distinct, key

# Talks that nobody reported on for longer are another round of talks with a record of its own.
SILENCE_DAYS = 400
NAMED_IN_TITLE = 3
TALKS_SLOTS = frozenset({"party", "mediator", "venue", "position", "deadline"})


def is_talk(claim: Claim) -> bool:
    """Return whether `claim` tells of a negotiation."""
    return claim.slot in TALKS_SLOTS and claim.stance != "denied"


@dataclass(slots=True, kw_only=True, eq=False)
class Talks:
    """What one or several reports tell of one negotiation. Descriptions stand behind "~"; claims are numbers."""

    first: tuple[str, str]
    told: int
    parties: set[str] = field(default_factory=set)
    mediators: set[str] = field(default_factory=set)
    claims: list[int] = field(default_factory=list)


def processes(reports: Reports, actors: Cast, archive: Archive) -> Iterator[Process]:
    """Yield the negotiations that `reports`, whose claims are in `archive`, tell of."""
    by_actor: dict[str, list[Talks]] = defaultdict(list)
    by_root: dict[str, list[Talks]] = defaultdict(list)
    found: list[Talks] = []
    for report in _originals_first(reports):
        for talks in _of_report(report, actors, archive):
            known = _reprinted(talks, by_root[report.root]) or _known(talks, by_actor)
            if known is None:
                found.append(talks)
                by_root[report.root].append(talks)
            _index(talks if known is None else _add(known, talks), talks, by_actor)
    for talks in found:
        yield _view(talks, archive.listed(talks.claims), reports, actors)


def _originals_first(reports: Reports) -> Iterator[Report]:
    """Yield the reports day by day, those of a day that are no copies first."""
    for _, day in groupby(reports.values(), key=attrgetter("told")):
        yield from sorted(day, key=lambda r: (r.id != r.root, r.id))


def _reprinted(talks: Talks, told: Iterable[Talks]) -> Talks | None:
    """Return the talks of the original, or of another copy, that say the same as `talks`."""
    return next((t for t in told if t.parties >= talks.parties and t.mediators >= talks.mediators), None)


def _index(held: Talks, talks: Talks, by_actor: dict[str, list[Talks]]) -> None:
    for actor in talks.parties | talks.mediators:
        if not actor.startswith("~") and held not in by_actor[actor]:
            by_actor[actor] = [*(t for t in by_actor[actor] if talks.told - t.told <= SILENCE_DAYS), held]


def _of_report(report: Report, actors: Cast, archive: Archive) -> list[Talks]:
    """Return the talks that one report tells of; its events with a party in common are one."""
    found: list[Talks] = []
    told = zip(report.talks, archive.listed(report.talks), strict=True)
    for event, said in groupby(told, key=lambda one: one[1].event):
        talks = _talks(report, event, list(said), actors)
        same = next((t for t in found if _overlap(t, talks) or not talks.parties or not t.parties), None)
        if same is None:
            found.append(talks)
        else:
            _add(same, talks)
    return found


def _talks(report: Report, event: str, said: Sequence[tuple[int, Claim]], actors: Cast) -> Talks:
    talks = Talks(first=(report.id, event), told=report.told, claims=[n for n, _ in said])
    for _, claim in said:
        if isinstance(claim.value, ActorRef):
            name = actors.actor_id(claim.value, report.short) or f"~{key(claim.value.actor)}"
            (talks.parties if claim.slot == "party" else talks.mediators).add(name)
    return talks


def _known(talks: Talks, by_actor: dict[str, list[Talks]]) -> Talks | None:
    near = (t for actor in sorted(talks.parties | talks.mediators) for t in by_actor.get(actor, ()))
    return next((t for t in near if talks.told - t.told <= SILENCE_DAYS and _same(t, talks)), None)


def _same(left: Talks, right: Talks) -> bool:
    """Return whether two parties, or a party and a mediator, are the same, one of them by name."""
    parties, mediators = left.parties & right.parties, left.mediators & right.mediators
    is_named = any(not name.startswith("~") for name in parties | mediators)
    return is_named and bool(parties) and len(parties) + len(mediators) >= 2


def _overlap(left: Talks, right: Talks) -> bool:
    return bool(left.parties & right.parties)


def _add(known: Talks, talks: Talks) -> Talks:
    known.told = max(known.told, talks.told)
    known.parties |= talks.parties
    known.mediators |= talks.mediators
    known.claims += talks.claims
    return known


def _view(talks: Talks, claims: Iterable[Claim], reports: Reports, actors: Cast) -> Process:
    told = ordered(claims, reports)
    parties, mediators = (_names(slot, told, reports, actors) for slot in ("party", "mediator"))
    venue = most_specific([c.value for c in told if c.slot == "venue" and isinstance(c.value, Place)])
    return Process(
        id=content_id("p", *talks.first), name=_name(parties, mediators, venue), parties=parties, mediators=mediators,
        venue=venue, positions=tuple(_positions(told)), deadlines=tuple(_deadlines(told)),
        claims=tuple(c.id for c in told), documents=tuple(dict.fromkeys(c.document for c in told)),
    )  # fmt: skip


def _names(slot: str, told: Iterable[Claim], reports: Reports, actors: Cast) -> tuple[str, ...]:
    refs = [(c.value, reports[c.document].short) for c in told if c.slot == slot and isinstance(c.value, ActorRef)]
    return distinct([actors.shown(ref, short) for ref, short in refs])


def _name(parties: Sequence[str], mediators: Sequence[str], venue: Place | None) -> str:
    if len(parties) > 1:
        rest = len(parties) - NAMED_IN_TITLE
        shown = [*parties[:NAMED_IN_TITLE], f"{rest} more"] if rest > 0 else list(parties)
        return f"Talks between {', '.join(shown[:-1])} and {shown[-1]}"
    if parties:
        return f"Talks with {parties[0]}"
    if mediators:
        return f"Talks mediated by {mediators[0]}"
    return "Talks" if venue is None else f"Talks in {venue.name}"


def _positions(told: Iterable[Claim]) -> Iterator[PositionView]:
    seen = set()
    for claim in told:
        value = claim.value
        if isinstance(value, Position) and claim.stance in HELD:
            said = (key(value.party), key(value.content))
            if said not in seen:
                seen.add(said)
                yield PositionView(party=value.party, content=value.content, claim=claim.id)


def _deadlines(told: Iterable[Claim]) -> Iterator[DeadlineView]:
    groups: list[list[tuple[Deadline, str]]] = []
    for claim in told:
        value = claim.value
        if isinstance(value, Deadline):
            same = next((g for g in groups if _same_deadline(g[0][0], value)), None)
            if same is None:
                groups.append([(value, claim.id)])
            else:
                same.append((value, claim.id))
    for group in groups:
        outcomes = [d.outcome for d, _ in group if d.outcome is not None]
        dates = [d.date for d, _ in group if d.date is not None]
        yield DeadlineView(
            what=group[0][0].what, date=dates[-1] if dates else None, outcome=outcomes[-1] if outcomes else None,
            claims=tuple(claim for _, claim in group),
        )  # fmt: skip


def _same_deadline(left: Deadline, right: Deadline) -> bool:
    worded = contains(left.what, right.what) or contains(right.what, left.what)
    return worded and (left.date is None or right.date is None or _overlapping(left.date, right.date))


def _overlapping(left: When, right: When) -> bool:
    return left.start == right.start or left.end == right.end
