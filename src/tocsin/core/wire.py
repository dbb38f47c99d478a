"""Nouns as plain JSON data and back: the names of fields are the names in the record's contract."""

import dataclasses
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from tocsin.core.claim import Claim, Slot
from tocsin.core.document import Document
from tocsin.core.errors import InvalidNoun
from tocsin.core.values import (
    Act,
    ActorRef,
    Comparison,
    Deadline,
    Place,
    Position,
    Quantity,
    Role,
    Said,
    Target,
    Text,
    Value,
    When,
)

Json = Any
N = TypeVar("N")
PLACE_RELATIONS = frozenset({"trained_in", "launched_from", "controls"})
VALUE_TYPES: dict[str, type] = {
    "act": Act, "when": When, "where": Place, "venue": Place, "weapon": Text, "tactic": Text, "target": Target,
    "killed": Quantity, "injured": Quantity, "abducted": Quantity, "role": Role, "statement": Said,
    "position": Position, "deadline": Deadline, "comparison": Comparison,
}  # fmt: skip


def to_json(noun: object) -> Json:
    """Return `noun` as JSON data: dates in ISO 8601, tuples as lists, a trailing underscore of a field name cut.

    >>> to_json(Target(text="a market", class_="public place"))
    {'text': 'a market', 'class': 'public place', 'nationality': None}
    """
    if dataclasses.is_dataclass(noun) and not isinstance(noun, type):
        return {name: to_json(getattr(noun, field)) for field, name in _field_names(type(noun))}
    if isinstance(noun, tuple | list):
        return [to_json(item) for item in noun]
    return noun.isoformat() if isinstance(noun, date) else noun


def document_json(document: Document) -> Json:
    """Return `document` as the record's contract has it: `published` is an EDTF date (ISO 8601-2), None if not told."""
    published = document.published
    return to_json(document) | {"published": None if published is None else published.edtf}


def from_json(kind: type[N], data: Json) -> N:
    """Return the noun of type `kind` that `data` (what `to_json` made) describes; raise InvalidNoun if it does not."""
    try:
        made: N = _build(kind, data)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise InvalidNoun(f"not a {getattr(kind, '__name__', kind)}: {error}") from error
    return made


def value_type(slot: Slot, data: Json) -> type:
    """Return the type of the value that a claim on `slot` holds; relations hold a place or an actor."""
    if slot in VALUE_TYPES:
        return VALUE_TYPES[slot]
    return Place if slot in PLACE_RELATIONS and "name" in data else ActorRef


def claim_from_json(data: Json) -> Claim:
    """Return the claim that `data` describes; its value is typed by its slot."""
    kind = value_type(data["slot"], data["value"])
    value: Value = from_json(kind, data["value"])
    plain = {key: item for key, item in data.items() if key not in {"value", "quote"}}
    hints = _hints(Claim)
    return Claim(value=value, **{key: _build(hints[key], item) for key, item in plain.items()})


@cache
def _field_names(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((f.name, f.name.rstrip("_")) for f in dataclasses.fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, data: Json) -> Any:
    origin = get_origin(kind)
    if data is None or kind is Any or origin is Literal:
        return data
    if origin is UnionType:
        return _build(next(a for a in get_args(kind) if a is not NoneType), data)
    if origin is tuple:
        return tuple(_build(get_args(kind)[0], item) for item in data)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{f: _build(hints[f], data[n]) for f, n in _field_names(kind) if n in data})
    return date.fromisoformat(data) if kind is date else data
