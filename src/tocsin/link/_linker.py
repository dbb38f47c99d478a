"""The linker: readings in, record out."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from tocsin.core.claim import RELATIONS, Claim, Reading
from tocsin.core.record import Actor, Check, HeldRole, Incident, Link, Process, Record
from tocsin.core.shelf import Shelf
from tocsin.core.values import Role
from tocsin.core.wire import claim_from_json, from_json
from tocsin.link._actors import Cast
from tocsin.link._archive import Archive
from tocsin.link._checks import Ledger, checks, closed, enter
from tocsin.link._cluster import Case, within_report
from tocsin.link._incidents import incident, relations
from tocsin.link._intake import Intake, take_in
from tocsin.link._links import links
from tocsin.link._mentions import Draft, resolved
from tocsin.link._options import LinkOptions
from tocsin.link._processes import processes
from tocsin.link._reports import HELD, Report, ordered
from tocsin.link._statements import statement
from tocsin.link._sweep import across_reports
from tocsin.link._traits import Attack, attack, is_attack
from tocsin.registry import Registry

N = TypeVar("N")


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
        archive, intake.reports = intake.archive, reports
        found = Findings(archive, intake.compared)
        for one, told in incidents(intake, actors, options):
            found.add(one, told, attack(one, told, reports, actors) if is_attack(one) else None)
        statements, comparisons = (
            [n for report in reports.values() for n in getattr(report, name)] for name in ("statements", "comparisons")
        )
        copies = {r.id: r.root for r in reports.values() if r.root != r.id}
        claims = archive.claims.arranged([n for report in reports.values() for n in report.claims])
        return Record(
            as_of=as_of, documents=archive.marked([r.number for r in reports.values()], copies), claims=claims,
            incidents=found.incidents.arranged([n for _, _, n in sorted(found.order)]),
            actors=_shelved("actors", Actor, _with_roles(intake, actors), archive),
            statements=claims.arranged(statements).view(lambda data: statement(claim_from_json(data))),
            processes=_shelved("processes", Process, processes(reports, actors, archive), archive),
            links=_shelved("links", Link, links(found.attacks, in_all=options.links_in_all), archive),
            checks=_shelved("checks", Check, checks(claims.arranged(comparisons), closed(found.book)), archive),
            issues=tuple(sorted(intake.issues, key=lambda i: (i.stage, i.about, i.what, i.hint or ""))),
        )  # fmt: skip


class Findings:
    """What was found so far: incidents and what is compared of them, and which claims are for what (by number)."""

    def __init__(self, archive: Archive, asked: set[tuple[str, str]]) -> None:
        self.incidents = archive.scratch.shelf("incidents", partial(from_json, Incident))
        self.attacks = archive.scratch.shelf("attacks", partial(from_json, Attack))
        self.order: list[tuple[int, str, int]] = []
        self.book = Ledger(incidents=self.incidents, asked=asked, of_document={document: [] for document, _ in asked})

    def add(self, one: Incident, told: Iterable[Claim], compared: Attack | None) -> None:
        """Add an incident, the claims it rests on, and what is compared of it."""
        number = self.incidents.put(one)
        self.order.append((_day(one), one.id, number))
        enter(self.book, one, number, told)
        if compared is not None:
            self.attacks.put(compared)


def incidents(intake: Intake, actors: Cast, options: LinkOptions) -> Iterator[tuple[Incident, list[Claim]]]:
    """Yield each incident of the reports with its claims, as soon as no later event can belong to it."""
    reports, archive = intake.reports, intake.archive
    cases = [case for r in reports.values() for case in _cases(r, intake.drafts.pop(r.id), actors, options)]
    roots = {document: report.root for document, report in reports.items()}
    for case in across_reports(cases, options, roots):
        claims = ordered((c for part in case.parts for e in part.events for c in archive.told(*e)), reports)
        yield incident(case, claims, reports, actors), claims


def _cases(report: Report, told: Iterable[Draft], actors: Cast, options: LinkOptions) -> list[Case]:
    return within_report([resolved(draft, actors, told=report.told) for draft in told], options)


def _day(one: Incident) -> int:
    when = one.when
    day = (when.start or when.end) if when is not None else None
    return (day or date.max).toordinal()


def _with_roles(intake: Intake, actors: Cast) -> Iterator[Actor]:
    named: dict[str, array[int]] = defaultdict(lambda: array("I"))
    about: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for node, seen in intake.names.items():
        named[actors.ids[node]].extend(seen.claims)
        about[actors.ids[node]] += intake.subjects.get(node, ())
    for _, actor in sorted(actors.actors.items()):
        told = sorted(about[actor.id], key=lambda one: (intake.reports[one[0]].told, *one))
        claims = intake.archive.listed(number for _, number in told)
        related = [c for c in claims if c.slot in RELATIONS]
        ids = tuple(sorted({intake.archive.claims.id(n) for n in named[actor.id]}))
        yield replace(actor, roles=_roles(claims), relations=relations(related), claims=ids)


def _roles(claims: Iterable[Claim]) -> tuple[HeldRole, ...]:
    found: dict[tuple[str | None, str | None], list[str]] = {}
    for claim in claims:
        if isinstance(claim.value, Role) and claim.stance in HELD:
            held_for = claim.value.affiliation.actor if claim.value.affiliation is not None else None
            found.setdefault((claim.value.role, held_for), []).append(claim.id)
    return tuple(HeldRole(role=role, affiliation=body, claims=tuple(ids)) for (role, body), ids in found.items())


def _shelved(name: str, kind: type[N], nouns: Iterable[N], archive: Archive) -> Shelf[N]:
    shelf = archive.scratch.shelf(name, partial(from_json, kind))
    for noun in nouns:
        shelf.put(noun)
    return shelf


DEFAULTS = LinkOptions()
LINKERS = Registry[Linker]("linker", {"features": FeatureLinker})


def link(readings: Iterable[Reading], *, as_of: date, options: LinkOptions = DEFAULTS) -> Record:
    """Return the record that `readings`, taken once and in any order, make up.

    `as_of` is the day at which the record is asked for: a report that was not known then raises LookAheadError.
    """
    return LINKERS.make(options.linker).link(readings, as_of=as_of, options=options)
