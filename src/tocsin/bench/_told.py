"""Relations told in a document, as people marked them and as they are read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tocsin.bench._halves import Half, half_of
from tocsin.bench._marked import Json, marked_texts
from tocsin.bench._names import same_name
from tocsin.core.claim import SYMMETRIC, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One relation between two names, by the relations of Tocsin."""

    relation: Relation
    left: str
    right: str

    def is_same(self, other: "Told") -> bool:
        """Return whether both say the same; who allies with or opposes whom may stand in either order."""
        if self.relation != other.relation:
            return False
        straight = same_name(self.left, other.left) and same_name(self.right, other.right)
        crossed = same_name(self.left, other.right) and same_name(self.right, other.left)
        return straight or (self.relation in SYMMETRIC and crossed)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDocument:
    """One document with the relations marked in it, each pair of names once."""

    id: str
    text: str
    relations: tuple[Told, ...]

    @property
    def half(self) -> Half:
        """The half that the document is in: by a hash of its id."""
        return half_of(self.id)


def documents_of_texts(path: Path) -> tuple[MarkedDocument, ...]:
    """Return the texts marked in the file `path` as documents, each with its words as its id."""
    return tuple(
        MarkedDocument(id=text, text=text, relations=tuple(_told(mark) for mark in marks))
        for text, marks in marked_texts(path, "relations", ("relation", "subject", "object"))
    )


def _told(mark: Json) -> Told:
    return Told(relation=mark["relation"], left=mark["subject"], right=mark["object"])


def distinct(told: Iterator[Told]) -> tuple[Told, ...]:
    """Return each of `told` once."""
    kept: list[Told] = []
    for one in told:
        if not any(one.is_same(other) for other in kept):
            kept.append(one)
    return tuple(kept)
