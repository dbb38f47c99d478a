"""tocsin show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

import typer

from tocsin.cli._console import show_json, show_table
from tocsin.cli._lookup import the_record
from tocsin.cli._options import DEFAULT_OUT, AsJson, AsOf, Out, ReaderName, StoreFile
from tocsin.cli._words import NOT_KNOWN, day_of, figure, head, kind_of, names, place_of
from tocsin.core.record import Actor, Check, Incident, Link, Process, Record, Statement
from tocsin.core.wire import document_json, to_json


class Kind(StrEnum):
    """What can be listed."""

    INCIDENTS = "incidents"
    ACTORS = "actors"
    STATEMENTS = "statements"
    TALKS = "talks"
    LINKS = "links"
    CHECKS = "checks"
    DOCUMENTS = "documents"
    ISSUES = "issues"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How nouns of a kind are listed."""

    columns: tuple[str, ...]
    nouns: Callable[[Record], Sequence[Any]]
    row: Callable[[Any], tuple[object, ...]]


def show(
    kind: Annotated[Kind, typer.Argument(help="What to list.")],
    *,
    out: Out = DEFAULT_OUT,
    store: StoreFile = None,
    as_of: AsOf = None,
    reader: ReaderName = "rules",
    as_json: AsJson = False,
) -> None:
    """List what the record holds.

    \b
    tocsin show incidents --out out
    tocsin show statements --out out --as-of 2013-06-30
    tocsin show issues --store out/tocsin.sqlite --json
    """
    view = VIEWS[kind]
    nouns = view.nouns(the_record(store, out, as_of, reader))
    if as_json:
        show_json([document_json(noun) for noun in nouns] if kind is Kind.DOCUMENTS else to_json(nouns))
    else:
        show_table(f"{len(nouns)} {kind}", view.columns, map(view.row, nouns))


def _incident(one: Incident) -> tuple[object, ...]:
    who = names(a.actor for a in one.actors if a.role == "who")
    recalled = "recalled" if one.is_background else ""
    toll = figure(one.killed)
    return one.id, day_of(one.when), place_of(one.where), kind_of(one), who, toll, len(one.documents), recalled


def _actor(one: Actor) -> tuple[object, ...]:
    roles = (" of ".join(filter(None, (r.role, r.affiliation))) for r in one.roles)
    return one.id, one.name, one.kind, one.country, names(one.aliases), names(roles)


def _statement(one: Statement) -> tuple[object, ...]:
    return one.id, one.speaker, " > ".join(one.via), one.quote or one.content, day_of(one.when), one.document


def _process(one: Process) -> tuple[object, ...]:
    due = names(" ".join(filter(None, (d.what, day_of(d.date), d.outcome))) for d in one.deadlines)
    venue = place_of(one.venue) if one.venue else ""
    return one.id, one.name, names(one.parties), names(one.mediators), venue, len(one.positions), due


def _link(one: Link) -> tuple[object, ...]:
    shared = names(f"{t.trait}: {t.value}" for t in one.shared)
    return (
        one.left,
        one.right,
        shared,
        names(t.trait for t in one.different),
        one.distance_km,
        one.days_apart,
        one.score,
    )


def _check(one: Check) -> tuple[object, ...]:
    holds = {True: "holds", False: "does not hold", None: "cannot be checked"}[one.holds]
    return one.id, one.text, holds, one.reason


VIEWS: dict[Kind, View] = {
    Kind.INCIDENTS: View(
        columns=("id", "when", "where", "what", "who", "killed", "reports", ""),
        nouns=lambda record: record.incidents,
        row=_incident,
    ),
    Kind.ACTORS: View(
        columns=("id", "name", "kind", "country", "also", "roles"), nouns=lambda record: record.actors, row=_actor
    ),
    Kind.STATEMENTS: View(
        columns=("id", "speaker", "through", "words", "said on", "report"),
        nouns=lambda record: record.statements,
        row=_statement,
    ),
    Kind.TALKS: View(
        columns=("id", "name", "parties", "mediators", "venue", "positions", "due"),
        nouns=lambda record: record.processes,
        row=_process,
    ),
    Kind.LINKS: View(
        columns=("one", "other", "shared", "different", "km", "days", "score"),
        nouns=lambda record: record.links,
        row=_link,
    ),
    Kind.CHECKS: View(columns=("id", "words", "", "why"), nouns=lambda record: record.checks, row=_check),
    Kind.DOCUMENTS: View(
        columns=("id", "report", "file or address", "copy of"),
        nouns=lambda record: record.documents,
        row=lambda one: (one.id, head(one), one.home or one.uri or NOT_KNOWN, one.copy_of),
    ),
    Kind.ISSUES: View(
        columns=("stage", "about", "what", "what to do"),
        nouns=lambda record: record.issues,
        row=lambda one: (one.stage, one.about, one.what, one.hint),
    ),
}
