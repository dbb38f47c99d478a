"""What the commands look up: the record of a store, and one noun in it by its id."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

import tocsin
from tocsin.cli._options import day, store_path
from tocsin.core.errors import UnknownName
from tocsin.core.record import Record

NAMED = 6


class HasId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its name, unlike any other."""
        ...


N = TypeVar("N", bound=HasId)


def the_record(store: Path | None, out: Path, as_of: datetime | None, reader: str = "rules") -> Record:
    """Return the record of the store that the options name."""
    with tocsin.store.Store.open(store_path(store, out), create=False) as opened:
        return tocsin.pipeline.record_of(opened, as_of=day(as_of), reader=reader)


def by_id(nouns: Iterable[N], key: str, what: str) -> N:
    """Return the one whose id is `key` or begins with it; raise UnknownName if there is none, or more than one."""
    found = [noun for noun in nouns if noun.id.startswith(key)]
    exact = [noun for noun in found if noun.id == key]
    if exact or len(found) == 1:
        return (exact or found)[0]
    raise UnknownName(_several(key, [noun.id for noun in found]) if found else f"no {what} {key!r}; see `tocsin show`")


def _several(key: str, ids: Sequence[str]) -> str:
    named = ", ".join(ids[:NAMED])
    return f"{key!r} begins {len(ids)} ids ({named}{', ...' if len(ids) > NAMED else ''}); give more of it"
