"""The documents of re3d with the relations that people marked between their entities."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tocsin.bench._told import MarkedDocument, Told, distinct
from tocsin.bench._xml import checked
from tocsin.core.claim import Relation
from tocsin.core.errors import InputError
from tocsin.core.vocabulary import toml_table

DOCUMENTS, ENTITIES, RELATIONS = "documents.json", "entities.json", "relations.json"


def marked_documents(data: Path) -> tuple[MarkedDocument, ...]:
    """Return the documents in the folders of `data`; raise InputError where there are none or a line cannot be used."""
    folders = sorted(p.parent for p in data.glob(f"*/{DOCUMENTS}"))
    if not folders:
        raise InputError(f"{data} holds no documents; expected the folders of re3d, each with {DOCUMENTS}")
    return tuple(d for folder in folders for d in _documents(folder))


def mapped() -> frozenset[Relation]:
    """Return the relations of Tocsin that one of re3d stands for."""
    return frozenset(_mapping().values())


@cache
def _mapping() -> dict[tuple[str, str, str], Relation]:
    rows = toml_table("re3d.toml")["relations"]
    return {(row["type"], row["left"], row["right"]): row["relation"] for row in rows}


def _documents(folder: Path) -> Iterator[MarkedDocument]:
    entities: dict[tuple[str, int, int], str] = {
        (str(e["documentId"]), e["begin"], e["end"]): str(e["type"])
        for e in rows_of(folder / ENTITIES, ("documentId", "begin", "end", "type"))
    }
    marks: dict[str, list[Told]] = defaultdict(list)
    needed = ("documentId", "type", "source", "target", "sourceBegin", "sourceEnd", "targetBegin", "targetEnd")
    for row in rows_of(folder / RELATIONS, (*needed, "confidence")):
        home = str(row["documentId"])
        left = entities.get((home, row["sourceBegin"], row["sourceEnd"]), "")
        right = entities.get((home, row["targetBegin"], row["targetEnd"]), "")
        relation = _mapping().get((str(row["type"]), left, right))
        if relation is not None and _counts(row):
            marks[home].append(Told(relation=relation, left=str(row["source"]), right=str(row["target"])))
    for row in rows_of(folder / DOCUMENTS, ("_id", "text")):
        home = str(row["_id"])
        yield MarkedDocument(id=home, text=str(row["text"]), relations=distinct(iter(marks[home])))


def _counts(row: dict[str, Any]) -> bool:
    """Return whether the makers are sure enough of a mark, and both of its names tell who is meant."""
    table = toml_table("re3d.toml")
    openings = {str(row[side]).casefold().split()[0] for side in ("source", "target") if str(row[side]).split()}
    return row["confidence"] >= table["least_confidence"] and openings.isdisjoint(table["nobody"])


def rows_of(path: Path, needed: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Yield the objects in a file of re3d, which has one JSON object a line; raise InputError for what is none."""
    if not path.is_file():
        raise InputError(f"{path} is missing; expected {DOCUMENTS}, {ENTITIES} and {RELATIONS} in each folder of re3d")
    for n, line in enumerate(checked(path).decode("utf-8-sig", "replace").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{path}, line {n}: not JSON ({error})") from error
        if not isinstance(row, dict) or not row.keys() >= set(needed):
            raise InputError(f"{path}, line {n}: expected an object with {', '.join(needed)}")
        yield row
