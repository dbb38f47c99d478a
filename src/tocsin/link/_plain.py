"""Mentions and what is made of them as plain JSON data and back, for the time that they wait on disk."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from hashlib import blake2b

from tocsin.core.wire import Json
from tocsin.link._cluster import Case
from tocsin.link._mentions import Draft, Mention
from tocsin.link._names import Node
from tocsin.link._spots import Spot, spot_order

FIELDS = tuple(f.name for f in fields(Mention))
SETS_OF_WORDS = ("kinds", "who", "whom", "targets", "classes", "weapons")
DIGEST_BYTES = 16


def mention_json(one: Mention) -> Json:
    """Return the fields of a mention in order, sets as lists."""
    told = (getattr(one, name) for name in FIELDS)
    return [list(value) if isinstance(value, frozenset) else value for value in told]


def mention_from_json(data: Json) -> Mention:
    """Return the mention that `data` describes."""
    told = dict(zip(FIELDS, data, strict=True))
    told |= {name: frozenset(told[name]) for name in SETS_OF_WORDS}
    told["events"] = tuple(map(tuple, told["events"]))
    told["tellings"] = frozenset(map(tuple, told["tellings"]))
    told["tolls"] = frozenset(map(tuple, told["tolls"]))
    told["spots"] = frozenset(Spot(*one) for one in told["spots"])
    return Mention(**told)


def drafts_json(drafts: Iterable[Draft]) -> Json:
    """Return the drafts of a report as lists; a node is a list, a description is words."""
    return [[mention_json(d.mention), d.who, d.whom] for d in drafts]


def drafts_from_json(data: Json) -> list[Draft]:
    """Return the drafts that `data` describes."""
    return [Draft(mention_from_json(mention), _parts(who), _parts(whom)) for mention, who, whom in data]


def _parts(data: Sequence[Json]) -> tuple[Node | str, ...]:
    return tuple(part if isinstance(part, str) else Node(*part) for part in data)


def case_json(case: Case) -> Json:
    """Return a case as a list; its sum stands there only where it is not its one part."""
    whole = None if len(case.parts) == 1 else mention_json(case.whole)
    return [[mention_json(part) for part in case.parts], whole, case.reasons]


def case_from_json(data: Json) -> Case:
    """Return the case that `data` describes."""
    parts, whole, reasons = tuple(map(mention_from_json, data[0])), data[1], tuple(data[2])
    return Case(parts, parts[0] if whole is None else mention_from_json(whole), reasons)


def wording(one: Mention, *, of: str = "") -> bytes:
    """Return a digest that is equal for mentions that say the same of an event, whoever tells it and where it stands.

    Those said to be `of` different things have different digests.
    """
    said = [sorted(getattr(one, name)) for name in (*SETS_OF_WORDS, "tolls")]
    known = [of, one.background, one.first, one.last, sorted(one.spots, key=spot_order), *said]
    return blake2b(json.dumps(known).encode(), digest_size=DIGEST_BYTES).digest()
