"""Near-copies of a wire story, found by MinHash over word shingles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from datasketch import MinHash, MinHashLSH
from numpy.typing import NDArray

from tocsin.core.document import Document
from tocsin.link._words import tokens

SHINGLE_WORDS = 5
PERMUTATIONS = 128
# A text of fewer words has too few shingles for an estimate: only equal texts count as copies.
LEAST_WORDS = 30
Signature = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """The fingerprint of a report: its place in time, and the MinHash signature of its text."""

    document: str
    told: int
    stated_copy_of: str | None
    signature: Signature


def told_on(document: Document) -> int:
    """Return the day (proleptic ordinal) on which `document` was published, or known where it does not say."""
    published = document.published
    day = (published.end or published.start) if published is not None else None
    return (day or document.known_at).toordinal()


def fingerprint(document: Document) -> Print:
    """Return the fingerprint of `document`."""
    found = tokens.__wrapped__(document.text)
    n = SHINGLE_WORDS if len(found) >= LEAST_WORDS else max(len(found), 1)
    shingles = {" ".join(found[i : i + n]).encode() for i in range(max(len(found) - n + 1, 1))}
    minhash = _empty().copy()
    minhash.update_batch(sorted(shingles))
    return Print(
        document=document.id,
        told=told_on(document),
        stated_copy_of=document.copy_of,
        signature=minhash.hashvalues.astype(np.uint32),
    )


def find_copies(prints: Iterable[Print], *, resemblance: float) -> Mapping[str, str]:
    """Return, for each report that reprints another, the id of the earliest report that it reprints.

    Only reports that are no copies are looked up, so that a story reprinted a thousand times is compared once for each
    reprint.
    """
    listed = sorted(prints, key=lambda p: (p.told, p.document))
    alike = _alike(listed, resemblance)
    originals: dict[str, Signature] = {}
    found: dict[int, list[str]] = {}
    copies: dict[str, str] = {}
    for one, buckets in zip(listed, alike, strict=True):
        near = {name for bucket in buckets for name in found.get(bucket, ())}
        root = _root(one, copies, originals) or _nearest(one, near, originals, resemblance)
        if root is None:
            originals[one.document] = one.signature
            for bucket in buckets:
                found.setdefault(bucket, []).append(one.document)
        else:
            copies[one.document] = root
    return copies


def _alike(prints: Sequence[Print], resemblance: float) -> Iterator[list[int]]:
    """Yield for each print the buckets that it shares with others: signatures equal in a band (MinHash LSH)."""
    n_bands, n_rows = _bands(resemblance)
    shared = np.full((n_bands, len(prints)), -1, dtype=np.int64)
    for band in range(n_bands):
        part = slice(band * n_rows, (band + 1) * n_rows)
        hashed = np.array([hash(p.signature[part].tobytes()) for p in prints], dtype=np.int64)
        _, first, n = np.unique(hashed, return_inverse=True, return_counts=True)
        shared[band] = np.where(n[first] > 1, first + band * len(prints), -1)
    return (shared[shared[:, i] >= 0, i].tolist() for i in range(len(prints)))


@cache
def _bands(resemblance: float) -> tuple[int, int]:
    """Return number and length of the bands, which datasketch's index chooses; it holds ten times as much itself."""
    index = MinHashLSH(threshold=resemblance, num_perm=PERMUTATIONS)
    return index.b, index.r


def _root(one: Print, copies: Mapping[str, str], originals: Mapping[str, Signature]) -> str | None:
    stated = one.stated_copy_of
    if stated is None or stated == one.document:
        return None
    root = copies.get(stated, stated)
    return root if root in originals else None


def _nearest(one: Print, found: Iterable[str], originals: Mapping[str, Signature], resemblance: float) -> str | None:
    likeness = {d: float(np.mean(originals[d] == one.signature)) for d in found}
    near = [d for d, share in likeness.items() if share >= resemblance]
    return min(near, key=lambda d: (-likeness[d], d)) if near else None


@cache
def _empty() -> MinHash:
    return MinHash(num_perm=PERMUTATIONS, seed=1)
