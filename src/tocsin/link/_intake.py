"""Readings taken in once: reports in short, copies marked, names counted."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tocsin.core.claim import Claim, Reading
from tocsin.core.errors import LookAheadError
from tocsin.core.issue import Issue
from tocsin.core.shelf import Shelf, by_id
from tocsin.core.values import ActorRef
from tocsin.link._actors import Cast, Seen, actor_of, cast, note
from tocsin.link._archive import Archive
from tocsin.link._checks import is_comparison
from tocsin.link._copies import Prints, fingerprint
from tocsin.link._mentions import drafts, in_order, sheet
from tocsin.link._names import Node, namings, node_of, short_forms, subject_node
from tocsin.link._options import LinkOptions
from tocsin.link._processes import is_talk
from tocsin.link._profiles import profiled
from tocsin.link._reports import Report, Reports, attach, report_from_json, report_json
from tocsin.link._statements import is_statement
from tocsin.link._words import is_described


@dataclass(slots=True, kw_only=True)
class Intake:
    """What is known once every reading was seen.

    Reports by id, all names, pairs of aliases. Who is described and not named is known to one report only, and is in
    the archive at once.
    """

    archive: Archive = field(default_factory=Archive)
    reports: Reports = field(default_factory=dict)
    names: dict[Node, Seen] = field(default_factory=dict)
    aliases: set[tuple[Node, Node]] = field(default_factory=set)
    issues: set[Issue] = field(default_factory=set)

    def cast(self) -> Cast:
        """Return the actors behind the names."""
        return replace(cast(self.names, self.aliases), described=by_id(self.archive.actors))


def take_in(readings: Iterable[Reading], as_of: date, options: LinkOptions) -> Intake:
    """Return what `readings` hold; a report read twice is taken once. Raise LookAheadError for one from the future."""
    intake = Intake()
    prints = Prints(intake.archive.scratch, resemblance=options.copy_resemblance)
    for reading in readings:
        if reading.document.known_at > as_of:
            about = reading.document.home or reading.document.id
            raise LookAheadError(f"{about} was known on {reading.document.known_at}, after {as_of}")
        if intake.archive.reports.find(reading.document.id) is None:
            _take(intake, reading, prints)
        intake.issues.update(reading.issues)
    intake.reports = _told(intake.archive, prints.copies())
    return intake


def _take(intake: Intake, reading: Reading, prints: Prints) -> None:
    document, short, claims = reading.document, short_forms(reading.claims), in_order(reading.claims)
    events: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        events[claim.event].append(place)
    told = drafts(
        sheet(document, short=short), {event: [claims[i] for i in places] for event, places in events.items()}
    )
    intake.archive.drafts.put(told)
    attach(claims, events, [event for draft in told for _, event in draft.mention.events])
    mark = fingerprint(document)
    prints.add(mark)
    number, numbers = intake.archive.add(document, claims, events)
    report = Report(
        id=document.id, told=mark.told, root=document.id, publisher=document.publisher, short=short, number=number,
        claims=numbers, talks=_places((p for places in events.values() for p in places), claims, numbers, is_talk),
        statements=_places(range(len(claims)), claims, numbers, is_statement),
        comparisons=_places(range(len(claims)), claims, numbers, is_comparison),
    )  # fmt: skip
    intake.archive.reports.put(report)
    _note_names(intake, claims, numbers, short)
    intake.aliases.update(_aliases(claims))


def _places(
    places: Iterable[int], claims: Sequence[Claim], numbers: range, wanted: Callable[[Claim], bool]
) -> Sequence[int]:
    """Return the numbers of those claims that are wanted."""
    return tuple(numbers[p] for p in places if wanted(claims[p]))


def _note_names(intake: Intake, claims: Sequence[Claim], numbers: range, short: Mapping[str, str]) -> None:
    """Note who is named in the claims of one report, and in which claims."""
    described: dict[Node, Seen] = {}
    for number, claim in zip(numbers, claims, strict=True):
        for naming in namings([claim], short):
            note(described if naming.node.document else intake.names, naming, number)
        node = subject_node(claim, short)
        if node is not None:
            (described if node.document else intake.names)[node].about.append(number)
    for node, seen in described.items():
        told, named = ([claims[n - numbers.start] for n in listed] for listed in (seen.about, seen.claims))
        intake.archive.add_actor(profiled(actor_of([node], described), told, (c.id for c in named)))


def _aliases(claims: Iterable[Claim]) -> Iterator[tuple[Node, Node]]:
    """Yield the pairs of names that are called one."""
    for claim in claims:
        if claim.slot == "alias" and claim.subject and isinstance(claim.value, ActorRef):
            pair = (ActorRef(actor=claim.subject), claim.value)
            if not any(is_described(ref.actor) for ref in pair):
                yield node_of(pair[0], {}), node_of(pair[1], {})


def _told(archive: Archive, copies: Mapping[str, str]) -> Reports:
    """Return the reports of `archive`, each copy with its original and the day of that."""
    roots: Shelf[Report] = archive.scratch.shelf("told", report_from_json, tell=report_json)
    days = archive.scratch.order("told_days", "day", "id")
    for report in archive.reports:
        root = archive.reports.find(copies[report.id]) if report.id in copies else None
        told = report if root is None else replace(report, told=root.told, root=root.id)
        days.add(roots.put(told), told.told, told.id)
    return by_id(roots.arranged(days.numbers()))
