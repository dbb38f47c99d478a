"""The record as one JSON file, item by item."""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tocsin.brief._files import writing
from tocsin.core.claim import Claim
from tocsin.core.document import Document, Span
from tocsin.core.outlook import Outlook
from tocsin.core.record import Record
from tocsin.core.shelf import by_id, plain
from tocsin.core.wire import Json, document_json, to_json


def write_record(record: Record, path: Path) -> None:
    """Return nothing; write `record` to `path` as docs/reference/record.schema.json describes it.

    One item is turned to text at a time, so memory does not grow with the length of the file.
    """
    with writing(path) as stream:
        for piece in record_pieces(record):
            stream.write(piece)


def write_outlook(outlook: Outlook, path: Path) -> None:
    """Return nothing; write `outlook` to `path` as JSON, with all answers whole."""
    with writing(path) as stream:
        json.dump(to_json(outlook), stream, ensure_ascii=False, allow_nan=False)
        stream.write("\n")


def record_pieces(record: Record) -> Iterator[str]:
    """Yield the JSON text of `record` in pieces: one item of one list at a time."""
    head = {"tocsin": version("tocsin"), "as_of": record.as_of.isoformat()}
    yield json.dumps(head)[:-1]
    documents, write = by_id(record.documents), json.JSONEncoder(ensure_ascii=False).encode
    for name in list_names():
        yield f",\n{json.dumps(name)}: ["
        for i, item in enumerate(_items(name, getattr(record, name), documents)):
            yield f"{',' if i else ''}\n{write(item)}"
        yield "]"
    yield "}\n"


def _items(name: str, nouns: Sequence[Any], documents: Mapping[str, Document]) -> Iterable[Json]:
    if name == "documents":
        return map(document_json, nouns)
    return (_quoted(claim, documents) for claim in plain(nouns)) if name == "claims" else plain(nouns)


def _quoted(claim: Json, documents: Mapping[str, Document]) -> Json:
    span = Span(**claim["spans"][0])
    document = documents.get(span.document)
    return claim | {"quote": None if document is None else span.words(document.text)}


def list_names() -> tuple[str, ...]:
    """Return the names of the lists in a record, in the order in which they are written."""
    return tuple(f.name for f in dataclasses.fields(Record) if f.name != "as_of")


def claim_json(claim: Claim, documents: Mapping[str, Document]) -> Json:
    """Return `claim` as JSON data with `quote`, the words of its first span; None if its document is not there."""
    return _quoted(to_json(claim), documents)
