"""Nouns as plain JSON data and back: the names of fields are the names in the record's contract."""

import dataclasses
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

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
    When,
)

Json = Any
N = TypeVar("N")
Maker = Callable[[Json], Any]
PLAIN = frozenset({str, int, float, bool, NoneType})
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
    kind: type = type(noun)
    return noun if kind in PLAIN else _teller(kind)(noun)


def document_json(document: Document) -> Json:
    """Return `document` as the record's contract has it: `published` is an EDTF date (ISO 8601-2), None if not told."""
    published = document.published
    return to_json(document) | {"published": None if published is None else published.edtf}


def from_json(kind: type[N], data: Json) -> N:
    """Return the noun of type `kind` that `data` (what `to_json` made) describes; raise InvalidNoun if it does not."""
    try:
        made: N = data if (make := _maker(cast("Any", kind))) is None else make(data)
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
    made: Claim = _claim_maker(value_type(data["slot"], data["value"]))(data)
    return made


@cache
def _field_names(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((f.name, f.name.rstrip("_")) for f in dataclasses.fields(kind))


@cache
def _teller(kind: type) -> Callable[[Any], Json]:
    """Return what turns something of type `kind` into JSON data."""
    if dataclasses.is_dataclass(kind):
        return _writer(kind)
    if issubclass(kind, Sequence) and not issubclass(kind, str):
        return lambda items: list(map(to_json, items))
    return kind.isoformat if issubclass(kind, date) else lambda noun: noun


def _writer(kind: type) -> Callable[[object], Json]:
    """Return what turns a noun of type `kind` into JSON data; fields that are plain by their type are not looked at."""
    fields, names = zip(*_field_names(kind), strict=True)
    other = tuple(name for field, name in _field_names(kind) if not _is_plain(_hints(kind)[field]))
    # of several fields `attrgetter` returns all, of a single one just that
    told = attrgetter(*fields) if len(fields) > 1 else lambda noun: (getattr(noun, fields[0]),)

    def write(noun: object) -> Json:
        data = dict(zip(names, told(noun), strict=True))
        for name in other:
            data[name] = to_json(data[name])
        return data

    return write


def _is_plain(hint: Any) -> bool:
    if get_origin(hint) is UnionType:
        return all(map(_is_plain, get_args(hint)))
    return hint in PLAIN or get_origin(hint) is Literal


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _maker(kind: Any) -> Maker | None:
    """Return what makes a `kind` from JSON data; None where the data is it already."""
    origin = get_origin(kind)
    if origin is UnionType:
        return _maker(next(a for a in get_args(kind) if a is not NoneType))
    if origin is tuple:
        return _tuple_maker(_maker(get_args(kind)[0]))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _noun_maker(kind, _hints(kind))
    return _date if kind is date else None


@cache
def _claim_maker(value: type) -> Maker:
    """Return what makes a claim whose value is of type `value`."""
    return _noun_maker(Claim, _hints(Claim) | {"value": value})


def _noun_maker(kind: type, hints: dict[str, Any]) -> Maker:
    parts = tuple((field, name, _maker(hints[field])) for field, name in _field_names(kind))
    made = tuple((field, make) for field, _, make in parts if make is not None)
    all_fields = {field for field, _, _ in parts}

    def make_noun(data: Json) -> Any:
        if data is None:
            return None
        whole = data.keys() == all_fields
        fields = data.copy() if whole else {field: data[name] for field, name, _ in parts if name in data}
        for field, make in made:
            if whole or field in fields:
                fields[field] = make(fields[field])
        return kind(**fields)

    return make_noun


def _tuple_maker(make: Maker | None) -> Maker:
    return lambda data: None if data is None else tuple(data if make is None else map(make, data))


def _date(data: Json) -> date | None:
    return None if data is None else date.fromisoformat(data)
