"""The record as one JSON file, item by item."""

import dataclasses
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from tocsin.brief._files import writing
from tocsin.core.claim import Claim
from tocsin.core.document import Document
from tocsin.core.record import Record
from tocsin.core.wire import Json, document_json, to_json


def write_record(record: Record, path: Path) -> None:
    """Return nothing; write `record` to `path` as docs/reference/record.schema.json describes it.

    One item is turned to text at a time, so memory does not grow with the length of the file.
    """
    with writing(path) as stream:
        for piece in record_pieces(record):
            stream.write(piece)


def record_pieces(record: Record) -> Iterator[str]:
    """Yield the JSON text of `record` in pieces: one item of one list at a time."""
    head = {"tocsin": version("tocsin"), "as_of": record.as_of.isoformat()}
    yield json.dumps(head)[:-1]
    texts = {d.id: d.text for d in record.documents}
    for name in list_names():
        yield f",\n{json.dumps(name)}: ["
        for i, noun in enumerate(getattr(record, name)):
            yield f"{',' if i else ''}\n{json.dumps(_item(noun, texts), ensure_ascii=False)}"
        yield "]"
    yield "}\n"


def _item(noun: object, texts: dict[str, str]) -> Json:
    if isinstance(noun, Claim):
        return claim_json(noun, texts)
    return document_json(noun) if isinstance(noun, Document) else to_json(noun)


def list_names() -> tuple[str, ...]:
    """Return the names of the lists in a record, in the order in which they are written."""
    return tuple(f.name for f in dataclasses.fields(Record) if f.name != "as_of")


def claim_json(claim: Claim, texts: dict[str, str]) -> Json:
    """Return `claim` as JSON data with `quote`, the words of its first span; None if its document is not there."""
    text = texts.get(claim.document)
    return to_json(claim) | {"quote": None if text is None else claim.spans[0].words(text)}
