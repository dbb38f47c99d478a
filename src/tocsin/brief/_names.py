"""Which actors go by which name, on disk: a record of many reports has far more names than its brief asks for."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from tocsin.core.record import Actor
from tocsin.core.shelf import Scratch, by_id


class _Called(NamedTuple):
    """A name in lower case, and the actors that reports call so: their names by id."""

    id: str
    actors: dict[str, str]


class Names:
    """The actors of a record, to be asked who goes by a name.

    >>> names = Names([Actor(id="a1", name="Northern Brigade", aliases=("NB",), kind=None, country=None)])
    >>> names.full_name("nb"), names.full_name("the brigade"), names.may_be_one("NB", "Northern Brigade")
    ('Northern Brigade', 'the brigade', True)
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        scratch = Scratch()
        told = scratch.order("told", "alias", "actor", "name")
        for n, actor in enumerate(actors):
            for alias in {name.casefold() for name in (actor.name, *actor.aliases)}:
                told.add(n, alias, actor.id, actor.name)
        called = scratch.shelf("called", lambda data: _Called(*data), tell=list)
        for alias, rows in groupby(told.rows(), key=itemgetter(1)):
            called.put(_Called(alias, {actor: name for _, _, actor, name in rows}))
        self._called = by_id(called)

    def full_name(self, name: str) -> str:
        """Return the name of the only actor that reports call `name`; `name` itself where none or several are."""
        actors = self._actors(name)
        return next(iter(actors.values())) if len(actors) == 1 else name

    def may_be_one(self, name: str, other: str) -> bool:
        """Return whether some actor is called by both names."""
        same = name.casefold() == other.casefold()
        return same or not self._actors(name).keys().isdisjoint(self._actors(other))

    def _actors(self, name: str) -> dict[str, str]:
        called = self._called.get(name.casefold())
        return called.actors if called is not None else {}
