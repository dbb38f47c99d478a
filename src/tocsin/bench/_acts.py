"""Acts told in single texts held against what people marked in them: which ways of telling an act are known."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tocsin.bench._counts import Counts
from tocsin.bench._documents import NEWEST, bench_document
from tocsin.bench._gold import match_incidents, name_counts
from tocsin.bench._halves import Half, half_of_own
from tocsin.bench._marked import Json, marked_texts
from tocsin.core.record import Incident
from tocsin.link import link
from tocsin.read import read

ACTS, MODES, LEFT_ALONE = "acts", "mode of acts found", "no act told, and none read"
ROLES = {"who": "who did acts found", "whom": "whom acts found were done to"}
# What an incident of the gold has and an act in a single text is not asked for.
NOT_TOLD = {"where": None, "when": None, "killed": None, "is_background": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedActs:
    """A text, and the acts that it tells: the words of each, its type and mode, who did it, to whom, and where."""

    text: str
    acts: tuple[Json, ...]

    @property
    def half(self) -> Half:
        """The half of the bank, by the hash of the words."""
        return half_of_own(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActsResult:
    """What was found in `n_texts` texts: counts over all and by type, and a line for each miss."""

    n_texts: int
    counts: dict[str, Counts]
    misses: tuple[str, ...]


def bench_acts(path: Path, *, half: str = "dev", reader: str = "rules") -> ActsResult:
    """Return how the incidents of records made of one text each compare with the acts marked in the file `path`.

    Rows: `acts`, pairs of the same type, one to one; of these, the mode, and who did it and to whom; texts that tell no
    act and of which none was made; and the acts by type.
    """
    texts = [text for text in marked_acts(path) if text.half == half]
    counts: dict[str, Counts] = defaultdict(Counts)
    misses: list[str] = []
    readings = read((bench_document(t.text, home=f"{path}#{n}") for n, t in enumerate(texts)), reader=reader)
    for text, reading in zip(texts, readings, strict=True):
        found = link([reading], as_of=NEWEST).incidents
        for what, n in _compared(text, found, misses):
            counts[what] += n
    whole = {what: counts.pop(what, Counts()) for what in (ACTS, MODES, *ROLES.values(), LEFT_ALONE)}
    return ActsResult(n_texts=len(texts), counts=whole | dict(sorted(counts.items())), misses=tuple(misses))


def marked_acts(path: Path) -> Iterator[MarkedActs]:
    """Yield the texts in the file `path`, one a line; raise InputError, with the line, for what cannot be read."""
    for text, acts in marked_texts(path, "acts", ("words", "type", "mode", *ROLES)):
        yield MarkedActs(text=text, acts=tuple(act | NOT_TOLD for act in acts))


def _compared(text: MarkedActs, found: Sequence[Incident], misses: list[str]) -> Iterator[tuple[str, Counts]]:
    """Yield what the acts of a text and the incidents made of it count for; what is missed goes to `misses`."""
    pairs = match_incidents(list(text.acts), found)
    yield ACTS, Counts(right=len(pairs), said=len(found), there=len(text.acts))
    if not text.acts:
        yield LEFT_ALONE, Counts(right=not found, said=1, there=1)
    for left, right in pairs:
        yield text.acts[left]["type"], Counts(right=1)
        yield from _told_of(text.acts[left], found[right])
    for act in text.acts:
        yield act["type"], Counts(there=1)
    for incident in found:
        yield incident.type, Counts(said=1)
    misses.extend(_missed(text, found, pairs))


def _told_of(wanted: Json, found: Incident) -> Iterator[tuple[str, Counts]]:
    mode = wanted["mode"]
    right = mode is not None and mode == found.mode
    yield MODES, Counts(right=right, said=found.mode is not None, there=mode is not None)
    for role, what in ROLES.items():
        yield what, name_counts(wanted[role], [a.actor for a in found.actors if a.role == role])


def _missed(text: MarkedActs, found: Sequence[Incident], pairs: Sequence[tuple[int, int]]) -> Iterator[str]:
    hit, used = {left for left, _ in pairs}, {right for _, right in pairs}
    for n, act in enumerate(text.acts):
        if n not in hit:
            yield f"missed\t{act['type']} {act['mode']}\t{act['words']}\t{text.text}"
    for n, incident in enumerate(found):
        if n not in used:
            yield f"extra\t{incident.type} {incident.mode}\t{incident.title}\t{text.text}"
