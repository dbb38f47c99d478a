"""Near-copies of a wire story, found by MinHash over word shingles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
from datasketch import MinHash, MinHashLSH
from numpy.typing import NDArray

from tocsin.core.document import Document
from tocsin.core.shelf import Scratch
from tocsin.link._words import tokens

SHINGLE_WORDS = 5
PERMUTATIONS = 128
# A text of fewer words has too few shingles for an estimate: only equal texts count as copies.
LEAST_WORDS = 30
Signature = NDArray[np.uint32]
# Reports that share a bucket with another, or are said to be a copy, in the order in which they were told.
ALIKE = """
    SELECT told, document, copy_of, bucket FROM prints LEFT JOIN (
        SELECT document, bucket FROM buckets
        WHERE bucket IN (SELECT bucket FROM buckets GROUP BY bucket HAVING count(*) > 1)
    ) USING (document)
    WHERE bucket IS NOT NULL OR copy_of IS NOT NULL ORDER BY told, document
"""


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
    minhash.update_batch(shingles)
    return Print(
        document=document.id,
        told=told_on(document),
        stated_copy_of=document.copy_of,
        signature=minhash.hashvalues.astype(np.uint32),
    )


@cache
def _bands(resemblance: float) -> tuple[slice, ...]:
    """Return the bands of rows of a signature by which reports so alike share a bucket, chosen by datasketch once."""
    lsh = MinHashLSH(threshold=resemblance, num_perm=PERMUTATIONS)
    return tuple(slice(band * lsh.r, (band + 1) * lsh.r) for band in range(lsh.b))


class Prints:
    """The fingerprints of all reports on disk, and the buckets that they share: signatures equal in a band of rows."""

    def __init__(self, scratch: Scratch, *, resemblance: float) -> None:
        self._scratch, self._sql, self._resemblance = scratch, scratch.sql, resemblance
        self._bands = _bands(resemblance)
        columns = "document TEXT PRIMARY KEY, told INTEGER, copy_of TEXT, signature BLOB"
        self._sql.execute(f"CREATE TABLE prints ({columns}) WITHOUT ROWID")
        self._sql.execute("CREATE TABLE buckets (bucket INTEGER, document TEXT)")

    def add(self, one: Print) -> None:
        """Add the fingerprint of a report."""
        row = (one.document, one.told, one.stated_copy_of, one.signature.tobytes())
        self._sql.execute("INSERT INTO prints VALUES (?, ?, ?, ?)", row)
        parts = (bytes([n]) + one.signature[band].tobytes() for n, band in enumerate(self._bands))
        rows = ((hash(part), one.document) for part in parts)
        self._sql.executemany("INSERT INTO buckets VALUES (?, ?)", rows)

    def copies(self) -> Mapping[str, str]:
        """Return, for each report that reprints another, the id of the earliest report that it reprints.

        Only reports that are no copies are looked up, so that a story reprinted a thousand times is compared once for
        each reprint.
        """
        found: dict[int, list[str]] = {}
        copies: dict[str, str] = {}
        for (_, document, stated), rows in groupby(self._sql.execute(ALIKE), key=itemgetter(0, 1, 2)):
            buckets = [bucket for *_, bucket in rows if bucket is not None]
            near = {name for bucket in buckets for name in found.get(bucket, ())}
            root = self._stated(document, stated, copies) or self._nearest(document, near)
            if root is not None:
                copies[document] = root
            else:
                for bucket in buckets:
                    found.setdefault(bucket, []).append(document)
        return copies

    def _stated(self, document: str, stated: str | None, copies: Mapping[str, str]) -> str | None:
        """Return the original of the report that `document` is said to reprint, if that came before it."""
        if stated is None:
            return None
        root = copies.get(stated, stated)
        return next((root for (told,) in self._column("told", root) if (told, root) < self._place(document)), None)

    def _place(self, document: str) -> tuple[int, str]:
        return next((told, document) for (told,) in self._column("told", document))

    def _nearest(self, document: str, found: Iterable[str]) -> str | None:
        likeness = {d: float(np.mean(self._signature(d) == self._signature(document))) for d in found}
        near = [d for d, share in likeness.items() if share >= self._resemblance]
        return min(near, key=lambda d: (-likeness[d], d)) if near else None

    def _signature(self, document: str) -> Signature:
        return next(np.frombuffer(blob, dtype=np.uint32) for (blob,) in self._column("signature", document))

    def _column(self, name: str, document: str) -> Iterator[tuple[Any, ...]]:
        query = f"SELECT {name} FROM prints WHERE document = ?"  # noqa: S608 (a name of ours)
        return self._sql.execute(query, (document,))


@cache
def _empty() -> MinHash:
    return MinHash(num_perm=PERMUTATIONS, seed=1)
