"""Which acts the reader finds in the sentences of the PLOVER gold standard records, each read alone."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tocsin.bench._counts import Counts
from tocsin.bench._documents import bench_document
from tocsin.bench._halves import Half
from tocsin.bench._names import same_name
from tocsin.bench._plover_records import PloverRecord, plover_records
from tocsin.core.claim import Claim
from tocsin.core.errors import InputError
from tocsin.core.issue import Issue
from tocsin.core.values import Act, ActorRef, Target
from tocsin.read import read

TYPES, SOURCES, TARGETS = "types", "source of acts found", "target of acts found"
EQUALS = frozenset({"AGREE", "CONSULT"})  # their parties all did it


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverResult:
    """Counts by what was measured: over all, then by type; the misses; and sentences that could not be read."""

    half: Half
    n_sentences: int
    counts: dict[str, Counts]
    misses: tuple[str, ...]
    issues: tuple[Issue, ...]


def bench_plover(data: Path, *, half: Half = "dev", reader: str = "rules") -> PloverResult:
    """Return how the acts read in the sentences of one half, in whatever stance, compare with their annotation.

    `data` is the folder that holds `gold_standard_records/`. A type that is read counts once for a sentence. Raise
    InputError where the file is missing or is no such file.
    """
    records = [r for r in plover_records(data) if r.half == half]
    if not records:
        raise InputError(f"{data} holds no sentences of the half {half}")
    counts: dict[str, Counts] = defaultdict(Counts)
    misses: list[str] = []
    issues: list[Issue] = []
    readings = read((bench_document(r.text, home=r.id) for r in records), reader=reader)
    for record, reading in zip(records, readings, strict=True):
        issues.extend(reading.issues)
        for what, count in _compare(record, reading.claims):
            counts[what] += count
        misses.extend(_misses(record, reading.claims))
    whole = {what: counts.pop(what) for what in (TYPES, SOURCES, TARGETS) if what in counts}
    by_type = dict(sorted(counts.items()))
    return PloverResult(
        half=half, n_sentences=len(records), counts=whole | by_type, misses=tuple(misses), issues=tuple(issues)
    )


def _compare(record: PloverRecord, claims: tuple[Claim, ...]) -> Iterator[tuple[str, Counts]]:
    types = _types(claims)
    found = record.type in types.values()
    said = set(types.values())
    yield TYPES, Counts(right=found, said=len(said), there=1)
    yield record.type, Counts(right=found, said=found, there=1)
    for extra in said - {record.type}:
        yield extra, Counts(said=1)
    if found:
        yield SOURCES, _named(record.sources, _names(record, claims, frozenset({"who"})))
        slots = frozenset({"whom", "target"} | ({"who"} if record.type in EQUALS else set()))
        yield TARGETS, _named(record.targets, _names(record, claims, slots))


def _types(claims: tuple[Claim, ...]) -> dict[str, str]:
    """Return the type of each event."""
    return {c.event: c.value.type for c in claims if isinstance(c.value, Act)}


def _names(record: PloverRecord, claims: tuple[Claim, ...], slots: frozenset[str]) -> list[str]:
    """Return who or what stands in `slots` of the events of the annotated type."""
    events = {event for event, type_ in _types(claims).items() if type_ == record.type}
    values = [c.value for c in claims if c.event in events and c.slot in slots]
    actors = [v.actor for v in values if isinstance(v, ActorRef)]
    return [*actors, *(v.text for v in values if isinstance(v, Target))]


def _named(wanted: tuple[str, ...], found: list[str]) -> Counts:
    """Return how many of the `wanted` actors are there by their words; a name that is extra is not counted."""
    right = sum(any(same_name(w, f) for f in found) for w in wanted)
    return Counts(right=right, said=len(wanted) if found else 0, there=len(wanted))


def _misses(record: PloverRecord, claims: tuple[Claim, ...]) -> Iterator[str]:
    types = set(_types(claims).values())
    if record.type not in types:
        yield f"{record.id}\t{record.type} / {', '.join(sorted(types)) or 'none'}\t{record.text}"
    elif len(types) > 1:
        yield f"{record.id}\textra {', '.join(sorted(types - {record.type}))} / {record.type}\t{record.text}"
