"""Nouns kept on disk and read back as they are asked for, so that what is held does not grow with their number."""

import json
import sqlite3
import weakref
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, Self, TypeVar, overload

from tocsin.core.wire import Json, to_json

N = TypeVar("N")
M = TypeVar("M")
PAGES_KIB = 8_000
# As json.dumps and json.loads, without the look at their options each time.
_text, _data = json.JSONEncoder().encode, json.JSONDecoder().decode
HELD = 1000


class Scratch:
    """A database for work in progress: in memory while it is small, in a file without a name when it is not.

    It goes when nothing that reads from it is left.
    """

    def __init__(self) -> None:
        self.sql = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{PAGES_KIB}"):
            self.sql.execute(f"PRAGMA {pragma}")
        self.sql.execute("BEGIN")
        weakref.finalize(self, self.sql.close)

    def shelf(self, name: str, make: Callable[[Json], N], *, tell: Callable[[N], Json] = to_json) -> "Shelf[N]":
        """Return an empty shelf; `tell` turns what is put there into JSON data, `make` that back into what it was."""
        self.sql.execute(f"CREATE TABLE {name} (n INTEGER PRIMARY KEY, id TEXT, body TEXT)")
        return Shelf(self, name, make, tell=tell)

    def order(self, name: str, *keys: str) -> "Order":
        """Return an empty order by columns named `keys`, the first of them first."""
        self.sql.execute(f"CREATE TABLE {name} (n INTEGER, {', '.join(keys)})")
        return Order(self, name, keys)


class Order:
    """Numbers with what they are sorted by, all of it on disk.

    >>> order = Scratch().order("births", "year", "name")
    >>> order.add(0, 1912, "Alan"), order.add(1, 1906, "Grace"), order.add(2, 1906, "Ernst")
    (None, None, None)
    >>> order.numbers(), next(order.rows())
    (array('I', [2, 1, 0]), (2, 1906, 'Ernst'))
    """

    def __init__(self, scratch: Scratch, name: str, keys: Sequence[str]) -> None:
        self._scratch, columns = scratch, ", ".join(keys)
        self._put = f"INSERT INTO {name} VALUES (?{', ?' * len(keys)})"  # noqa: S608 (names of ours)
        self._get = f"SELECT n, {columns} FROM {name} ORDER BY {columns}"  # noqa: S608 (as above)

    def add(self, number: int, *keys: str | int | bytes) -> None:
        """Add `number`, to stand where `keys` say."""
        self._scratch.sql.execute(self._put, (number, *keys))

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Yield each number and its keys, in order."""
        return self._scratch.sql.execute(self._get)

    def numbers(self) -> "array[int]":
        """Return the numbers in order."""
        return array("I", (row[0] for row in self.rows()))


class Shelf(Sequence[N], Generic[N]):
    """Nouns on disk, in an order. It compares as a tuple of them does; a slice of it is a shelf that holds fewer.

    >>> from tocsin.core.values import Text
    >>> shelf = Scratch().shelf("words", lambda data: Text(**data))
    >>> shelf.put(Text(text="a rifle")), shelf.put(Text(text="a mine"))
    (0, 1)
    >>> shelf[-1], shelf == (Text(text="a rifle"), Text(text="a mine")), list(shelf.arranged([1, 0]))[0].text
    (Text(text='a mine'), True, 'a mine')
    """

    def __init__(
        self,
        scratch: Scratch,
        name: str,
        make: Callable[[Json], N],
        order: Sequence[int] = range(0),
        *,
        tell: Callable[[N], Json] = to_json,
    ) -> None:
        self._scratch, self._name, self._make, self._order, self._tell = scratch, name, make, order, tell

    def put(self, noun: N) -> int:
        """Return the number of `noun`, which stands last now."""
        return self.put_all([noun]).start

    def put_all(self, nouns: Collection[N]) -> range:
        """Return the numbers of `nouns`, which stand last now. (Not for a shelf arranged in another order.)"""
        assert isinstance(self._order, range)
        numbers = range(len(self._order), len(self._order) + len(nouns))
        rows = ((n, getattr(noun, "id", None), _text(self._tell(noun))) for n, noun in zip(numbers, nouns, strict=True))
        query = f"INSERT INTO {self._name} VALUES (?, ?, ?)"  # noqa: S608 (a name of ours)
        self._scratch.sql.executemany(query, rows)
        self._order = range(numbers.stop)
        return numbers

    def number(self, n: int) -> N:
        """Return the noun whose number, given when it was put there, is `n`."""
        return self._make(_data(self._column("body", n)))

    def id(self, n: int) -> str:
        """Return the id of the noun whose number is `n`."""
        return str(self._column("id", n))

    def ids(self) -> Iterator[str]:
        """Yield the ids of all nouns, in order."""
        return map(self.id, self._order)

    def find(self, id_: str) -> N | None:
        """Return the noun with that id, None where there is none."""
        sql = self._scratch.sql
        sql.execute(f"CREATE INDEX IF NOT EXISTS {self._name}_by_id ON {self._name} (id)")
        row = sql.execute(f"SELECT body FROM {self._name} WHERE id = ?", (id_,)).fetchone()  # noqa: S608 (as above)
        return None if row is None else self._make(_data(row[0]))

    def arranged(self, numbers: Iterable[int]) -> Self:
        """Return the nouns of these numbers, in this order."""
        return type(self)(self._scratch, self._name, self._make, _packed(numbers))

    def plain(self) -> Iterator[Json]:
        """Yield the JSON data of all nouns, in order, with none of them made."""
        return (_data(self._column("body", n)) for n in self._order)

    def view(self, make: Callable[[Json], M]) -> "Shelf[M]":
        """Return what `make` makes of the JSON data of each noun."""
        return _View(self._scratch, self._name, make, self._order)

    def _column(self, column: str, n: int) -> Any:
        query = f"SELECT {column} FROM {self._name} WHERE n = ?"  # noqa: S608 (as above)
        return self._scratch.sql.execute(query, (n,)).fetchone()[0]

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[N]:
        return map(self.number, self._order)

    @overload
    def __getitem__(self, at: int) -> N: ...

    @overload
    def __getitem__(self, at: slice) -> "Shelf[N]": ...

    def __getitem__(self, at: int | slice) -> "N | Shelf[N]":
        if isinstance(at, slice):
            return Shelf(self._scratch, self._name, self._make, self._order[at])
        return self.number(self._order[at])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Shelf | tuple | list):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self)} {self._name} on disk>"


class _View(Shelf[N]):
    """Nouns made from the data of others: their own data is that of what is made."""

    def plain(self) -> Iterator[Json]:
        """Yield the JSON data of what is made, in order."""
        return map(to_json, self)


def _packed(numbers: Iterable[int]) -> Sequence[int]:
    return numbers if isinstance(numbers, range | array) else array("I", numbers)


class ById(Mapping[str, N]):
    """The nouns of a shelf by their ids. Those asked for last are held."""

    def __init__(self, shelf: Shelf[N]) -> None:
        self._shelf, self._find = shelf, lru_cache(maxsize=HELD)(shelf.find)

    def __getitem__(self, id_: str) -> N:
        noun = self._find(id_)
        if noun is None:
            raise KeyError(id_)
        return noun

    def __iter__(self) -> Iterator[str]:
        return self._shelf.ids()

    def __len__(self) -> int:
        return len(self._shelf)


def plain(nouns: Sequence[object]) -> Iterator[Json]:
    """Yield the JSON data of `nouns`, in order; what is on a shelf as data is not made into nouns first."""
    return nouns.plain() if isinstance(nouns, Shelf) else map(to_json, nouns)


def by_id(nouns: Sequence[N]) -> Mapping[str, N]:
    """Return `nouns`, each of which has an `id`, by their ids; those on a shelf stay there."""
    return ById(nouns) if isinstance(nouns, Shelf) else {str(getattr(noun, "id", "")): noun for noun in nouns}
