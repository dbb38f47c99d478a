"""The linker: readings in, record out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from tocsin.core.claim import RELATIONS, Claim, Reading
from tocsin.core.document import Document
from tocsin.core.record import Actor, HeldRole, Incident, Record
from tocsin.core.values import Role
from tocsin.link._actors import Cast
from tocsin.link._checks import checks, ledger
from tocsin.link._cluster import Case, within_report
from tocsin.link._incidents import incident, relations
from tocsin.link._intake import take_in
from tocsin.link._links import links
from tocsin.link._mentions import mentions, sheet
from tocsin.link._names import subject_node
from tocsin.link._options import LinkOptions
from tocsin.link._processes import processes
from tocsin.link._reports import HELD, Report, Reports, attached, ordered
from tocsin.link._statements import statements
from tocsin.link._sweep import across_reports
from tocsin.link._traits import Attack, attack, is_attack
from tocsin.registry import Registry


class Linker(Protocol):
    """What a linker offers."""

    def link(self, readings: Iterable[Reading], *, as_of: date, options: LinkOptions) -> Record:
        """Return the record that `readings`, taken once and in any order, make up."""
        ...


class FeatureLinker:
    """The linker that compares by the tables of data/link_features.toml and data/link_traits.toml."""

    def link(self, readings: Iterable[Reading], *, as_of: date, options: LinkOptions) -> Record:
        """Return the record that `readings` make up; raise LookAheadError for what was not known at `as_of`."""
        intake = take_in(readings, as_of, options)
        reports, actors = dict(sorted(intake.reports.items(), key=lambda r: (r[1].told, r[0]))), intake.cast()
        found = Findings()
        for one, told in incidents(reports, actors, options):
            found.add(one, told, attack(one, told, reports, actors) if is_attack(one) else None)
        claims = tuple(c for report in reports.values() for c in _claims(report))
        return Record(
            as_of=as_of, documents=tuple(_document(r) for r in reports.values()), claims=claims,
            incidents=tuple(sorted(found.incidents, key=_when_order)),
            actors=tuple(sorted(_with_roles(actors, reports), key=lambda a: a.id)),
            statements=tuple(statements(claims)), processes=tuple(processes(reports, actors)),
            links=tuple(links(found.attacks, in_all=options.links_in_all)),
            checks=tuple(checks(claims, ledger(found.incidents, found.of_event))),
            issues=tuple(sorted(intake.issues, key=lambda i: (i.stage, i.about, i.what, i.hint or ""))),
        )  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Findings:
    """The incidents found so far, those to be compared, and which events of which report they are."""

    incidents: list[Incident] = field(default_factory=list)
    attacks: list[Attack] = field(default_factory=list)
    of_event: dict[tuple[str, str], Incident] = field(default_factory=dict)

    def add(self, one: Incident, told: Iterable[Claim], compared: Attack | None) -> None:
        """Add an incident, the claims it rests on, and what is compared of it."""
        self.incidents.append(one)
        self.of_event.update(((c.document, c.event), one) for c in told)
        if compared is not None:
            self.attacks.append(compared)


def incidents(reports: Reports, actors: Cast, options: LinkOptions) -> Iterator[tuple[Incident, list[Claim]]]:
    """Yield each incident of `reports` with its claims, as soon as no later event can belong to it."""
    extra: dict[tuple[str, str], list[Claim]] = {}
    cases = [case for report in reports.values() for case in _cases(report, actors, options, extra)]
    roots = {document: report.root for document, report in reports.items()}
    for case in across_reports(cases, options, roots):
        events = [event for part in case.parts for event in part.events]
        claims = [c for document, event in events for c in reports[document].events[event]]
        claims += [c for event in events for c in extra.get(event, ())]
        yield incident(case, claims, reports, actors), ordered(claims, reports)


def _cases(report: Report, actors: Cast, options: LinkOptions, extra: dict[tuple[str, str], list[Claim]]) -> list[Case]:
    page = sheet(report.document, told=report.told, short=report.short)
    found = mentions(page, report.events, actors)
    ids = [event for mention in found for _, event in mention.events]
    extra.update(((report.document.id, event), claims) for event, claims in attached(report, ids).items())
    return within_report(found, options)


def _claims(report: Report) -> list[Claim]:
    told = [c for claims in report.events.values() for c in claims]
    return sorted(told, key=lambda c: (c.spans[0].start, c.id))


def _document(report: Report) -> Document:
    is_copy = report.root != report.document.id
    return replace(report.document, copy_of=report.root) if is_copy else report.document


def _when_order(one: Incident) -> tuple[date, str]:
    when = one.when
    day = (when.start or when.end) if when is not None else None
    return (day or date.max, one.id)


def _with_roles(actors: Cast, reports: Reports) -> Iterator[Actor]:
    told: dict[str, list[Claim]] = defaultdict(list)
    for report in reports.values():
        for claim in _claims(report):
            node = subject_node(claim, report.short)
            if node is not None and node in actors.ids:
                told[actors.ids[node]].append(claim)
    for actor in actors.actors.values():
        claims = told.get(actor.id, [])
        related = [c for c in claims if c.slot in RELATIONS]
        yield replace(actor, roles=_roles(claims), relations=relations(related))


def _roles(claims: Iterable[Claim]) -> tuple[HeldRole, ...]:
    found: dict[tuple[str | None, str | None], list[str]] = {}
    for claim in claims:
        if isinstance(claim.value, Role) and claim.stance in HELD:
            held_for = claim.value.affiliation.actor if claim.value.affiliation is not None else None
            found.setdefault((claim.value.role, held_for), []).append(claim.id)
    return tuple(HeldRole(role=role, affiliation=body, claims=tuple(ids)) for (role, body), ids in found.items())


DEFAULTS = LinkOptions()
LINKERS = Registry[Linker]("linker", {"features": FeatureLinker})


def link(readings: Iterable[Reading], *, as_of: date, options: LinkOptions = DEFAULTS) -> Record:
    """Return the record that `readings`, taken once and in any order, make up.

    `as_of` is the day at which the record is asked for: a report that was not known then raises LookAheadError.
    """
    return LINKERS.make(options.linker).link(readings, as_of=as_of, options=options)
