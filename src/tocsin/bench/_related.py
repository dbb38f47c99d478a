"""Which relations are read in documents, of those that people marked between names in them."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from tocsin.bench._counts import Counts
from tocsin.bench._documents import bench_document
from tocsin.bench._halves import Half
from tocsin.bench._re3d import mapped, marked_documents
from tocsin.bench._told import MarkedDocument, Told, distinct, documents_of_texts
from tocsin.core.claim import RELATIONS, Claim
from tocsin.core.errors import InputError
from tocsin.core.issue import Issue
from tocsin.core.values import ActorRef, Place
from tocsin.read import read

RELATIONS_READ = "relations"
STANCES = frozenset({"asserted", "hedged"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationsResult:
    """Counts by relation, over all first; the misses; and documents that could not be read."""

    half: Half
    n_documents: int
    counts: dict[str, Counts]
    misses: tuple[str, ...]
    issues: tuple[Issue, ...]


def bench_relations(data: Path, *, half: Half = "dev", reader: str = "rules") -> RelationsResult:
    """Return how the relations read in one half of the marked documents of `data` compare with those marked in them.

    `data` is a file of texts marked for this project, or the folder that holds the folders of re3d, of which only
    relations that `data/re3d.toml` maps count. Raise InputError where a file is missing or is no such file.
    """
    marked, counted = (marked_documents(data), mapped()) if data.is_dir() else (documents_of_texts(data), RELATIONS)
    documents = [d for d in marked if d.half == half]
    if not documents:
        raise InputError(f"{data} holds no documents of the half {half}")
    counts: dict[str, Counts] = defaultdict(Counts)
    misses: list[str] = []
    issues: list[Issue] = []
    readings = read((bench_document(d.text, home=d.id) for d in documents), reader=reader)
    for document, reading in zip(documents, readings, strict=True):
        issues.extend(reading.issues)
        for relation, count, miss in _compare(document, distinct(_said(reading.claims, counted))):
            counts[RELATIONS_READ] += count
            counts[relation] += count
            misses.extend([f"{document.id}\t{miss}"] if miss else [])
    by_relation = {name: counts[name] for name in (RELATIONS_READ, *sorted(counted))}
    return RelationsResult(
        half=half, n_documents=len(documents), counts=by_relation, misses=tuple(misses), issues=tuple(issues)
    )


def _compare(document: MarkedDocument, said: tuple[Told, ...]) -> Iterator[tuple[str, Counts, str]]:
    """Yield a count for each relation that is said or marked, each of which is matched once, and what is wrong."""
    left = list(document.relations)
    for told in said:
        match = next((m for m in left if m.is_same(told)), None)
        if match is not None:
            left.remove(match)
        miss = "" if match is not None else f"extra {told.relation}\t{told.left} / {told.right}"
        yield told.relation, Counts(right=match is not None, said=1, there=match is not None), miss
    for told in left:
        yield told.relation, Counts(there=1), f"missed {told.relation}\t{told.left} / {told.right}"


def _said(claims: tuple[Claim, ...], counted: Collection[str]) -> Iterator[Told]:
    for claim in claims:
        relation = next((r for r in RELATIONS if r == claim.slot and r in counted), None)
        value = claim.value
        if relation is None or claim.stance not in STANCES or not isinstance(value, ActorRef | Place):
            continue
        name = value.actor if isinstance(value, ActorRef) else value.name
        yield Told(relation=relation, left=claim.subject or "", right=name)
