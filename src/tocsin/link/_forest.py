"""Things that are joined into groups, with what forbids a join."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

N = TypeVar("N", bound=Hashable)


class Forest(Generic[N]):
    """Disjoint sets of nodes, with marks by kind ("country"): groups whose marks of a kind differ are never joined.

    >>> forest = Forest[str]()
    >>> forest.mark("AQIM", "country", "DZ")
    >>> forest.mark("aqim", "country", "ML")
    >>> forest.join("AQIM", "aqim")
    False
    """

    def __init__(self) -> None:
        self._parent: dict[N, N] = {}
        self._marks: dict[N, dict[str, set[str]]] = {}

    def find(self, node: N) -> N:
        """Return the node that stands for the group of `node`."""
        self._parent.setdefault(node, node)
        root = node
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[node] != root:
            self._parent[node], node = root, self._parent[node]
        return root

    def mark(self, node: N, kind: str, value: str) -> None:
        """Give the group of `node` the mark `value` of `kind`."""
        self._marks.setdefault(self.find(node), {}).setdefault(kind, set()).add(value)

    def marks(self, node: N, kind: str) -> frozenset[str]:
        """Return the marks of `kind` that the group of `node` has."""
        return frozenset(self._marks.get(self.find(node), {}).get(kind, ()))

    def join(self, left: N, right: N) -> bool:
        """Return whether the groups of `left` and `right` are one now; False where their marks forbid it."""
        a, b = self.find(left), self.find(right)
        if a == b:
            return True
        ours, theirs = self._marks.get(a, {}), self._marks.get(b, {})
        if any(ours[kind].isdisjoint(theirs[kind]) for kind in ours.keys() & theirs.keys()):
            return False
        self._parent[b] = a
        for kind, values in theirs.items():
            self._marks.setdefault(a, {}).setdefault(kind, set()).update(values)
        return True

    def groups(self) -> Iterable[list[N]]:
        """Return the groups, each in the order in which its nodes came."""
        found: dict[N, list[N]] = {}
        for node in self._parent:
            found.setdefault(self.find(node), []).append(node)
        return found.values()
