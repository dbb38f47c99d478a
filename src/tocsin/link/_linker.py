"""The linker: readings in, record out."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from typing import Literal, Protocol, TypeVar

from tocsin.core.claim import Claim, Reading
from tocsin.core.record import Actor, Check, Incident, Link, Process, Record
from tocsin.core.shelf import Shelf
from tocsin.core.wire import claim_from_json, from_json
from tocsin.link._actors import Cast
from tocsin.link._archive import Archive
from tocsin.link._checks import checks
from tocsin.link._chronicle import chronicle, closed, enter
from tocsin.link._cluster import within_report
from tocsin.link._incidents import incident
from tocsin.link._intake import Intake, take_in
from tocsin.link._links import links
from tocsin.link._mentions import resolved
from tocsin.link._options import LinkOptions
from tocsin.link._processes import processes
from tocsin.link._profiles import profiled
from tocsin.link._reports import Reports, ordered
from tocsin.link._statements import statement
from tocsin.link._sweep import across_reports
from tocsin.link._traits import Attack, attack, is_attack
from tocsin.link._waiting import Waiting
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
        archive, reports, actors = intake.archive, intake.reports, intake.cast()
        found = Findings(archive, reports)
        for one, told in incidents(intake, actors, options):
            found.add(one, told, attack(one, told, reports, actors) if is_attack(one) else None)
        statements, comparisons = (_numbers(reports, name) for name in ("statements", "comparisons"))
        attacks = found.attacks.arranged(found.attack_days.numbers())
        copies = {r.id: r.root for r in reports.values() if r.root != r.id}
        claims = archive.claims.arranged(_numbers(reports, "claims"))
        return Record(
            as_of=as_of, documents=archive.marked([r.number for r in reports.values()], copies), claims=claims,
            incidents=found.incidents.arranged(found.days.numbers()),
            actors=_all_actors(intake, actors),
            statements=claims.arranged(statements).view(lambda data: statement(claim_from_json(data))),
            processes=_shelved("processes", Process, processes(reports, actors, archive), archive),
            links=_shelved("links", Link, links(attacks, in_all=options.links_in_all), archive),
            checks=_shelved("checks", Check, checks(claims.arranged(comparisons), closed(found.chronicle)), archive),
            issues=tuple(sorted(intake.issues, key=lambda i: (i.stage, i.about, i.what, i.hint or ""))),
        )  # fmt: skip


class Findings:
    """What was found so far: incidents and what is compared of them, and which claims are for what (by number)."""

    def __init__(self, archive: Archive, reports: Reports) -> None:
        self.incidents = archive.scratch.shelf("incidents", partial(from_json, Incident))
        self.attacks = archive.scratch.shelf("attacks", partial(from_json, Attack))
        self.days, self.attack_days = (archive.scratch.order(f"{kind}_days", "day", "id") for kind in ("all", "attack"))
        self.chronicle = chronicle(archive.scratch, self.incidents, reports)

    def add(self, one: Incident, told: Iterable[Claim], compared: Attack | None) -> None:
        """Add an incident, the claims it rests on, and what is compared of it."""
        number = self.incidents.put(one)
        self.days.add(number, _day(one), one.id)
        enter(self.chronicle, one, number, told)
        if compared is not None:
            self.attack_days.add(self.attacks.put(compared), compared.day, compared.id)


def incidents(intake: Intake, actors: Cast, options: LinkOptions) -> Iterator[tuple[Incident, list[Claim]]]:
    """Yield each incident of the reports with its claims, as soon as no later event can belong to it."""
    reports, archive = intake.reports, intake.archive
    waiting = Waiting(archive.scratch)
    for report in reports.values():
        mentions = [resolved(draft, actors, told=report.told) for draft in archive.drafts.number(report.number)]
        for case in within_report(mentions, options):
            waiting.add(case, root=report.root)
    for case in across_reports(waiting.in_turn(options), options):
        claims = ordered((c for part in case.parts for e in part.events for c in archive.told(*e)), reports)
        yield incident(case, claims, reports, actors), claims


def _numbers(reports: Reports, name: Literal["claims", "statements", "comparisons"]) -> "array[int]":
    return array("I", chain.from_iterable(getattr(report, name) for report in reports.values()))


def _day(one: Incident) -> int:
    when = one.when
    day = (when.start or when.end) if when is not None else None
    return (day or date.max).toordinal()


def _all_actors(intake: Intake, actors: Cast) -> Shelf[Actor]:
    """Return the actors behind names with those that single reports describe, in the order of their ids."""
    archive = intake.archive
    for actor in _with_roles(intake, actors):
        archive.add_actor(actor)
    return archive.actors.arranged(archive.actor_ids.numbers())


def _with_roles(intake: Intake, actors: Cast) -> Iterator[Actor]:
    named: dict[str, array[int]] = defaultdict(lambda: array("I"))
    about: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for node, seen in intake.names.items():
        named[actors.ids[node]] += seen.claims
        about[actors.ids[node]] += seen.about
    for actor in actors.actors.values():
        told = zip(about[actor.id], intake.archive.listed(about[actor.id]), strict=True)
        in_turn = sorted(told, key=lambda one: (intake.reports[one[1].document].told, one[1].document, one[0]))
        yield profiled(actor, [c for _, c in in_turn], map(intake.archive.claims.id, named[actor.id]))


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
