"""Floors under the accuracy on the gold corpus, and the digest of the corpus they were measured on."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from math import floor
from pathlib import Path
from typing import NamedTuple

from tocsin.bench._acts import ACTS, ActsResult, bench_acts
from tocsin.bench._counts import Counts
from tocsin.bench._gold import SUPPORTED
from tocsin.bench._related import RELATIONS_READ, RelationsResult, bench_relations
from tocsin.bench._times import EXACT, FOUND, TimesResult, bench_times

MARGIN = 0.01
ROUNDING = 1e-9  # 0.71 - 0.01 is 0.7
MEASURES = (
    "incidents", "killed", "place within 25 km", "start date", "speaker of statements",
    "whole chain of matched statements", "relations", SUPPORTED,
)  # fmt: skip


class Marked(NamedTuple):
    """Single texts that people marked: their file in the gold's folder, what measures on them, and what has a floor."""

    file: str
    bench: Callable[..., ActsResult | RelationsResult | TimesResult]
    measures: tuple[str, ...]


MARKED = {
    "times": Marked("times/times.txt", bench_times, (FOUND, EXACT)),
    "acts": Marked("acts/acts.jsonl", bench_acts, (ACTS,)),
    "relations": Marked("relations/relations.jsonl", bench_relations, (RELATIONS_READ,)),
}


def corpus_digest(gold: Path, *, root: Path) -> str:
    """Return the SHA-256 over the annotations in the folder `gold` and the reports they are of, in the order of names.

    `root` is the folder that the paths of reports start from.
    """
    digest = hashlib.sha256()
    for file in sorted(gold.glob("*.json")):
        annotation = file.read_bytes()
        report = (root / json.loads(annotation)["report"]).read_bytes()
        for name, content in ((file.name, annotation), (json.loads(annotation)["report"], report)):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def floors_of(counts: Mapping[str, Counts], measures: Sequence[str] = MEASURES) -> dict[str, float]:
    """Return the floor under the F1 of each of `measures`: what was measured less `MARGIN`; for support, no less."""
    measured = {what: counts[what].f1 - (0 if what == SUPPORTED else MARGIN) for what in measures}
    return {what: max(0.0, floor(1000 * f1 + ROUNDING) / 1000) for what, f1 in measured.items()}


def file_digest(path: Path) -> str:
    """Return the SHA-256 of the bytes of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
