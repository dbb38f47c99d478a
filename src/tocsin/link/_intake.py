"""Readings taken in once: reports in short, copies marked, names counted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tocsin.core.claim import Reading
from tocsin.core.errors import LookAheadError
from tocsin.core.issue import Issue
from tocsin.core.values import ActorRef
from tocsin.link._actors import Cast, Seen, cast, note
from tocsin.link._copies import Print, find_copies, fingerprint
from tocsin.link._mentions import by_event
from tocsin.link._names import Node, namings, node_of, short_forms
from tocsin.link._options import LinkOptions
from tocsin.link._reports import Report
from tocsin.link._words import is_described


@dataclass(slots=True, kw_only=True)
class Intake:
    """What is known once every reading was seen: reports by id, their fingerprints, all names, pairs of aliases."""

    reports: dict[str, Report] = field(default_factory=dict)
    prints: list[Print] = field(default_factory=list)
    names: dict[Node, Seen] = field(default_factory=dict)
    aliases: list[tuple[Node, Node]] = field(default_factory=list)
    issues: set[Issue] = field(default_factory=set)

    def cast(self) -> Cast:
        """Return the actors behind the names."""
        return cast(self.names, self.aliases)


def take_in(readings: Iterable[Reading], as_of: date, options: LinkOptions) -> Intake:
    """Return what `readings` hold; a report read twice is taken once. Raise LookAheadError for one from the future."""
    intake = Intake()
    for reading in readings:
        if reading.document.known_at > as_of:
            about = reading.document.home or reading.document.id
            raise LookAheadError(f"{about} was known on {reading.document.known_at}, after {as_of}")
        if reading.document.id not in intake.reports:
            _take(intake, reading)
        intake.issues.update(reading.issues)
    _mark_copies(intake, options)
    return intake


def _take(intake: Intake, reading: Reading) -> None:
    document, short = reading.document, short_forms(reading.claims)
    mark = fingerprint(document)
    intake.prints.append(mark)
    intake.reports[document.id] = Report(
        document=document, told=mark.told, root=document.id, short=short, events=by_event(reading.claims)
    )
    note(intake.names, namings(reading.claims, short))
    for claim in reading.claims:
        if claim.slot == "alias" and claim.subject and isinstance(claim.value, ActorRef):
            pair = (ActorRef(actor=claim.subject), claim.value)
            if not any(is_described(ref.actor) for ref in pair):
                intake.aliases.append((node_of(pair[0], {}), node_of(pair[1], {})))


def _mark_copies(intake: Intake, options: LinkOptions) -> None:
    copies = find_copies(intake.prints, resemblance=options.copy_resemblance)
    for copy, root in copies.items():
        known = intake.reports[copy]
        intake.reports[copy] = Report(
            document=known.document, told=intake.reports[root].told, root=root, short=known.short, events=known.events
        )
