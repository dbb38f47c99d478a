"""tocsin trace."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer
from rich.text import Text

from tocsin.cli._console import CONTROL, safe, show_json
from tocsin.cli._console import out as stdout
from tocsin.cli._lookup import by_id, the_record
from tocsin.cli._options import DEFAULT_OUT, AsJson, AsOf, Out, ReaderName, StoreFile
from tocsin.cli._words import day_of, grounds, head, kind_of, place_of, value_of
from tocsin.core.claim import Claim
from tocsin.core.document import Document
from tocsin.core.record import Actor, Check, Incident, Link, Process, Record, Statement
from tocsin.core.wire import document_json, to_json

Traced = Claim | Incident | Statement | Actor | Process | Link | Check
SHOWN = ("id", "publisher", "title", "uri", "home", "published")
MARK = "bold black on yellow"
SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]?\s+(?=[\"'\u201c\u2018(]?[A-Z0-9])|\n\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a report: the sentences around them, and where in these the words stand."""

    text: str
    marks: tuple[tuple[int, int], ...]


def trace(
    key: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a claim, incident, statement or actor, or its beginning.")
    ],
    *,
    out: Out = DEFAULT_OUT,
    store: StoreFile = None,
    as_of: AsOf = None,
    reader: ReaderName = "rules",
    as_json: AsJson = False,
) -> None:
    """Follow a value to the words it was read from, and to those on whose word it stands.

    \b
    tocsin trace i-3f0c --out out
    tocsin trace c-91d27a5be4c80f13 --out out --json
    """
    record = the_record(store, out, as_of, reader)
    subject = by_id(_traceable(record), key, "claim, incident, statement, actor, talks, link or check")
    claims = claims_of(subject, record)
    documents = {d.id: d for d in record.documents}
    if as_json:
        show_json(to_json(subject) | {"evidence": [_evidence(c, documents[c.document]) for c in claims]})
        return
    if not isinstance(subject, Claim):
        stdout().print(safe(_title(subject)))
    for claim in claims:
        _print(claim, documents[claim.document])


def _traceable(record: Record) -> tuple[Traced, ...]:
    views: tuple[Traced, ...] = (*record.incidents, *record.statements, *record.actors, *record.processes)
    return (*record.claims, *views, *record.links, *record.checks)


def claims_of(subject: Traced, record: Record) -> list[Claim]:
    """Return the claims that `subject` rests on, in the order of the record."""
    if isinstance(subject, Claim):
        return [subject]
    wanted = set(_claim_ids(subject))
    return [claim for claim in record.claims if claim.id in wanted]


def _claim_ids(subject: Incident | Statement | Actor | Process | Link | Check) -> Sequence[str]:
    if isinstance(subject, Statement):
        return (subject.claim,)
    if isinstance(subject, Check):
        return (subject.claim, *subject.claims)
    if isinstance(subject, Link):
        return [c for trait in (*subject.shared, *subject.different) for c in trait.claims]
    return subject.claims


def passage(document: Document, claim: Claim) -> Passage:
    """Return the words of `claim` in their sentence, with the sentence before and the one after."""
    first, last = claim.spans[0].start, max(s.end for s in claim.spans)
    cuts = [0, *(found.end() for found in SENTENCE_END.finditer(document.text)), len(document.text)]
    before = [cut for cut in cuts if cut <= first]
    after = [cut for cut in cuts if cut >= last]
    start, end = before[max(0, len(before) - 2)], after[min(1, len(after) - 1)]
    marks = tuple((s.start - start, s.end - start) for s in claim.spans)
    return Passage(text=document.text[start:end], marks=marks)


def _print(claim: Claim, document: Document) -> None:
    subject = f"{claim.subject} " if claim.subject else ""
    shown = passage(document, claim)
    words = Text(CONTROL.sub("\N{REPLACEMENT CHARACTER}", shown.text.replace("\n", " ")))
    for start, end in shown.marks:
        words.stylize(MARK, start, end)
    console = stdout()
    console.print()
    console.print(safe(f"{claim.slot}: {subject}{value_of(claim.value)}"), style="bold")
    console.print(words if console.is_terminal else safe(_bracketed(shown)))
    for line in grounds(claim.value):
        console.print(safe(f"  {line}"))
    console.print(safe(f"  said by   {' > '.join(f'{s.name} ({s.kind})' for s in claim.sources)}; {claim.stance}"))
    console.print(safe(f"  read by   {claim.reader}, confidence {claim.confidence:g}, claim {claim.id}"))
    console.print(safe(f"  report    {head(document)}"))
    spans = ", ".join(f"[{s.start}, {s.end})" for s in claim.spans)
    console.print(safe(f"  at        {document.uri or document.home or document.id}, characters {spans}"))


def _bracketed(shown: Passage) -> str:
    """Return the passage with brackets around the marked words, for where there are no colours."""
    text = shown.text
    for start, end in sorted(shown.marks, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return " ".join(text.split())


def _evidence(claim: Claim, document: Document) -> dict[str, Any]:
    shown = passage(document, claim)
    whole = document_json(document)
    found: dict[str, Any] = to_json(claim)
    found |= {"quote": claim.spans[0].words(document.text), "passage": shown.text, "marks": to_json(shown.marks)}
    return found | {"document": {name: whole[name] for name in SHOWN}}


def _title(subject: Incident | Statement | Actor | Process | Link | Check) -> str:
    if isinstance(subject, Incident):
        return f"{subject.id}  {kind_of(subject)}, {place_of(subject.where)}, {day_of(subject.when)}: {subject.title}"
    if isinstance(subject, Statement):
        return f"{subject.id}  {subject.speaker}: {subject.content}"
    if isinstance(subject, Link):
        return f"{subject.id}  {subject.left} compared with {subject.right}"
    return f"{subject.id}  {subject.text if isinstance(subject, Check) else subject.name}"
