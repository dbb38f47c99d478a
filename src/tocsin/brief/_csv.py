"""Incidents, claims and statements as tables for a spreadsheet."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from tocsin.brief._files import writing
from tocsin.brief._geojson import TOLLS, toll_columns
from tocsin.core.claim import Claim
from tocsin.core.document import Document
from tocsin.core.record import Incident, Record, Statement
from tocsin.core.shelf import by_id
from tocsin.core.wire import to_json

Cell = str | int | float | bool | None
Row = dict[str, Cell]
N = TypeVar("N")
# A spreadsheet takes a cell that starts so for a formula (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
JOINT = "; "


def write_csv(record: Record, folder: Path) -> None:
    """Return nothing; write `incidents.csv`, `claims.csv` and `statements.csv` into `folder`, UTF-8 and RFC 4180.

    Text that a spreadsheet would run as a formula gets a leading apostrophe. Several values share a cell, parted by
    semicolons.
    """
    documents = by_id(record.documents)
    _write(folder / "incidents.csv", record.incidents, _incident_row)
    _write(folder / "claims.csv", record.claims, lambda claim: _claim_row(claim, documents))
    _write(folder / "statements.csv", record.statements, lambda said: _statement_row(said, documents))


def guarded(cell: Cell) -> Cell:
    """Return the cell so that no spreadsheet runs it.

    >>> guarded("=1+1"), guarded(-0.04), guarded("Gao")
    ("'=1+1", -0.04, 'Gao')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


COLUMNS: dict[str, tuple[str, ...]] = {
    "incidents.csv": (
        "id", "title", "type", "mode", "is_background", "start", "end", "edtf", "place", "country", "admin1", "lat",
        "lon", "precision_m", "basis", *(f"{t}_{b}" for t in TOLLS for b in ("low", "best", "high")), "who", "whom",
        "targets", "weapons", "claimed_by", "denied_by", "accused", "n_documents", "n_independent",
        "documents", "claims",
    ),
    "claims.csv": (
        "id", "event", "slot", "subject", "value", "quote", "document", "start", "end", "sources", "stance",
        "confidence", "reader", "known_at",
    ),
    "statements.csv": (
        "id", "speaker", "role", "affiliation", "content", "quote", "via", "said_start", "said_end", "document",
        "publisher", "claim",
    ),
}  # fmt: skip


def _write(path: Path, nouns: Iterable[N], row: Callable[[N], Row]) -> None:
    with writing(path) as stream:
        rows = csv.DictWriter(stream, COLUMNS[path.name])
        rows.writeheader()
        for noun in nouns:
            rows.writerow({name: guarded(cell) for name, cell in row(noun).items()})


def _incident_row(incident: Incident) -> Row:
    when, where = to_json(incident.when) or {}, to_json(incident.where) or {}
    row: Row = {"id": incident.id, "title": incident.title, "type": incident.type, "mode": incident.mode}
    row |= {"is_background": incident.is_background, "place": where.get("name")}
    row |= {name: when.get(name) for name in ("start", "end", "edtf")}
    row |= {name: where.get(name) for name in ("country", "admin1", "lat", "lon", "precision_m", "basis")}
    for name in TOLLS:
        row |= toll_columns(name, getattr(incident, name))
    row |= {role: JOINT.join(a.actor for a in incident.actors if a.role == role) for role in ("who", "whom")}
    row |= {"targets": JOINT.join(t.text for t in incident.targets), "weapons": JOINT.join(incident.weapons)}
    for column, stance in (("claimed_by", "claims"), ("denied_by", "denies"), ("accused", "accused")):
        row[column] = JOINT.join(r.actor for r in incident.responsibility if r.stance == stance)
    row |= {"n_documents": len(incident.documents), "n_independent": incident.n_independent}
    return row | {"documents": JOINT.join(incident.documents), "claims": JOINT.join(incident.claims)}


def _claim_row(claim: Claim, documents: Mapping[str, Document]) -> Row:
    first, document = claim.spans[0], documents.get(claim.document)
    return {
        "id": claim.id, "event": claim.event, "slot": claim.slot, "subject": claim.subject,
        "value": json.dumps(to_json(claim.value), ensure_ascii=False),
        "quote": None if document is None else first.words(document.text),
        "document": claim.document, "start": first.start, "end": first.end,
        "sources": " > ".join(s.name for s in claim.sources), "stance": claim.stance, "confidence": claim.confidence,
        "reader": claim.reader, "known_at": claim.known_at.isoformat(),
    }  # fmt: skip


def _statement_row(said: Statement, documents: Mapping[str, Document]) -> Row:
    when, document = to_json(said.when) or {}, documents.get(said.document)
    return {
        "id": said.id, "speaker": said.speaker, "role": said.role, "affiliation": said.affiliation,
        "content": said.content, "quote": said.quote, "via": " > ".join(said.via), "said_start": when.get("start"),
        "said_end": when.get("end"), "document": said.document,
        "publisher": None if document is None else document.publisher, "claim": said.claim,
    }  # fmt: skip
