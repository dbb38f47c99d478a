"""The JSON Schema of the record, generated from the nouns."""

import dataclasses
import inspect
from collections.abc import Sequence
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from tocsin.core.claim import SLOTS
from tocsin.core.record import Record
from tocsin.core.values import ActorRef, Place
from tocsin.core.wire import PLACE_RELATIONS, VALUE_TYPES, Json

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN: dict[Any, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"},
}
EDTF: Json = {"anyOf": [{"type": "string", "description": "EDTF (ISO 8601-2)"}, PLAIN[NoneType]]}


def record_schema() -> dict[str, Json]:
    """Return the JSON Schema (draft 2020-12) of what `write_record` writes.

    >>> record_schema()["$defs"]["Place"]["properties"]["lat"]
    {'anyOf': [{'type': 'number'}, {'type': 'null'}]}
    """
    definitions: dict[str, Json] = {}
    whole = _noun(Record, definitions)
    del definitions["Record"]
    definitions["Document"]["properties"]["published"] = EDTF
    claim = definitions["Claim"]
    claim["properties"]["quote"] = {"anyOf": [PLAIN[str], PLAIN[NoneType]]}
    claim["required"].append("quote")
    claim["allOf"] = [_value_by_slot(slot) for slot in SLOTS]
    return {
        "$schema": DIALECT,
        "title": "A Tocsin record",
        **whole,
        "properties": {"tocsin": {"type": "string", "description": "version that wrote it"}, **whole["properties"]},
        "required": ["tocsin", *whole["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _noun(kind: type, definitions: dict[str, Json]) -> dict[str, Json]:
    """Return the schema of a frozen dataclass, also put into `definitions` under its name."""
    hints = get_type_hints(kind)
    made: dict[str, Json] = definitions.setdefault(kind.__name__, {})
    properties = {f.name.rstrip("_"): _schema(hints[f.name], definitions) for f in dataclasses.fields(kind)}
    made |= {
        "type": "object",
        "description": " ".join(inspect.cleandoc(kind.__doc__ or "").replace("`", "").split()),
        "properties": properties,
        "required": list(properties),
    }
    return made


def _schema(kind: Any, definitions: dict[str, Json]) -> Json:
    if kind in PLAIN:
        return PLAIN[kind]
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin in {UnionType, Union}:
        return {"anyOf": [_schema(part, definitions) for part in parts]}
    if origin in {tuple, Sequence}:
        return {"type": "array", "items": _schema(parts[0], definitions)}
    if kind.__name__ not in definitions:
        _noun(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _value_by_slot(slot: str) -> Json:
    """Return the rule that types the value of a claim on `slot`."""
    kinds = [Place, ActorRef] if slot in PLACE_RELATIONS else [VALUE_TYPES.get(slot, ActorRef)]
    allowed = [{"$ref": f"#/$defs/{kind.__name__}"} for kind in kinds]
    value = allowed[0] if len(allowed) == 1 else {"anyOf": allowed}
    return {"if": {"properties": {"slot": {"const": slot}}}, "then": {"properties": {"value": value}}}
