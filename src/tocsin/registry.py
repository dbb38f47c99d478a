"""Names and what they stand for: readers, models, exporters."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from rapidfuzz import process

from tocsin.core.errors import UnknownName

T = TypeVar("T")


class Registry(Generic[T]):
    """A table from names to factories. A name that is not in it is an error that lists the names that are.

    >>> readers = Registry[str]("reader", {"rules": lambda: "the rules reader"})
    >>> readers.make("rules")
    'the rules reader'
    >>> readers.make("rule")
    Traceback (most recent call last):
    tocsin.core.errors.UnknownName: no reader 'rule'; there is: rules. Did you mean 'rules'?
    """

    def __init__(self, noun: str, factories: dict[str, Callable[[], T]]) -> None:
        self.noun = noun
        self._factories = dict(factories)

    def __iter__(self) -> Iterator[str]:
        return iter(self._factories)

    def make(self, name: str) -> T:
        """Return a new implementation of that name; raise UnknownName otherwise."""
        if name not in self._factories:
            raise UnknownName(self._unknown(name))
        return self._factories[name]()

    def _unknown(self, name: str) -> str:
        near = process.extractOne(name, list(self._factories), score_cutoff=60)
        hint = f". Did you mean {near[0]!r}?" if near else ""
        return f"no {self.noun} {name!r}; there is: {', '.join(self._factories)}{hint}"
