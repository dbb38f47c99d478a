"""Times in context held against their marks: which were found, and whether their days are exact."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tocsin.bench._counts import Counts
from tocsin.bench._documents import bench_document
from tocsin.bench._edtf import days_of
from tocsin.bench._halves import Half, half_of_own
from tocsin.core.document import Document, Span
from tocsin.core.errors import InputError
from tocsin.core.values import When
from tocsin.read import read_times

MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\|([^{}|]+)\}")
LINE = re.compile(r"(\d{4}(?:-\d\d){0,2}|none) \| (.+)")
NO_TIME, OPEN = "-", "?"
FOUND, EXACT, LEFT_ALONE = "found", "value exact", "no time, and none read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Characters `[start, end)` of a text, the kind of expression, and its value as marked."""

    start: int
    end: int
    kind: str
    value: str

    @property
    def is_time(self) -> bool:
        """Whether the words tell a time; others only look like one."""
        return self.value != NO_TIME


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A text with its day of publication in EDTF, empty where none is told, and its marks."""

    published: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def half(self) -> Half:
        """The half of the corpus, by the hash of the words."""
        return half_of_own(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesResult:
    """What was found in `n_texts` texts: counts over all and by kind, and a line for each miss."""

    n_texts: int
    counts: dict[str, Counts]
    misses: tuple[str, ...]


def bench_times(path: Path, *, half: str = "dev") -> TimesResult:
    """Return how the times read in one half of the marked texts in the file `path` compare with their marks.

    Rows: `found`, a reading that shares a letter with a marked time; `value exact`, where it also has the days of the
    mark, or its length or period, or stays open with a reason as the mark does; the same by kind; and how many words
    that only look like a time were left alone.
    """
    texts = [text for text in marked_texts(path) if text.half == half]
    counts: dict[str, Counts] = {FOUND: Counts(), EXACT: Counts(), LEFT_ALONE: Counts()}
    misses: list[str] = []
    for text in texts:
        readings = read_times(_document(text))
        for what, n in _compared(text, readings, misses):
            counts[what] = counts.get(what, Counts()) + n
    kinds = sorted(counts.keys() - {FOUND, EXACT, LEFT_ALONE})
    ordered = {what: counts[what] for what in (FOUND, EXACT, LEFT_ALONE, *kinds)}
    return TimesResult(n_texts=len(texts), counts=ordered, misses=tuple(misses))


def marked_texts(path: Path) -> Iterator[MarkedText]:
    """Yield the texts in the file `path`, one a line; raise InputError, with the line, for what cannot be read."""
    if not path.is_file():
        raise InputError(f"{path} is not there; run in a checkout of Tocsin, or name one with --root")
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        match = LINE.fullmatch(line)
        if match is None or not MARK.search(line):
            raise InputError(f"{path}, line {n}: expected PUBLISHED | TEXT with {{WORDS|KIND|VALUE}}")
        yield _marked(match[1].removeprefix("none"), match[2])


def _marked(published: str, line: str) -> MarkedText:
    text, marks, done = "", [], 0
    for match in MARK.finditer(line):
        text += line[done : match.start()]
        marks.append(Mark(start=len(text), end=len(text) + len(match[1]), kind=match[2], value=match[3]))
        text, done = text + match[1], match.end()
    return MarkedText(published=published, text=text + line[done:], marks=tuple(marks))


def _document(text: MarkedText) -> Document:
    days = days_of(text.published) if text.published else None
    published = When(start=days[0], end=days[1], edtf=text.published, basis="stated") if days else None
    return bench_document(text.text, published=published)


def _compared(
    text: MarkedText, readings: Sequence[tuple[Span, When]], misses: list[str]
) -> Iterator[tuple[str, Counts]]:
    """Yield what each mark and each reading count for; what is missed goes to `misses`."""
    paired: set[Span] = set()
    for mark in text.marks:
        span, when = _reading_of(mark, readings, paired)
        if span is not None:
            paired.add(span)
        yield from _of_mark(mark, when)
        if (when is None) == mark.is_time or (when is not None and not _is_exact(mark, when)):
            misses.append(_miss(mark.kind, text, text.text[mark.start : mark.end], mark.value, when))
    for span, when in readings:
        if span not in paired:
            misses.append(_miss("not marked", text, span.words(text.text), NO_TIME, when))
            yield from ((FOUND, Counts(said=1)), (EXACT, Counts(said=1)))


def _of_mark(mark: Mark, when: When | None) -> Iterator[tuple[str, Counts]]:
    said = int(when is not None)
    if not mark.is_time:
        yield from ((FOUND, Counts(said=said)), (EXACT, Counts(said=said)))
        yield LEFT_ALONE, Counts(right=1 - said, said=1, there=1)
        return
    exact = Counts(right=int(when is not None and _is_exact(mark, when)), said=said, there=1)
    yield from ((FOUND, Counts(right=said, said=said, there=1)), (EXACT, exact), (mark.kind, exact))


def _reading_of(
    mark: Mark, readings: Sequence[tuple[Span, When]], taken: set[Span]
) -> tuple[Span, When] | tuple[None, None]:
    """Return the reading that shares most letters with `mark` and is of no mark before it."""
    shared = ((min(s.end, mark.end) - max(s.start, mark.start), s, w) for s, w in readings if s not in taken)
    best = max((row for row in shared if row[0] > 0), key=lambda row: row[0], default=None)
    return (None, None) if best is None else (best[1], best[2])


def _is_exact(mark: Mark, when: When) -> bool:
    """Return whether a reading says what is marked: the days, the length or period, or that it stays open and why."""
    if not mark.is_time:
        return False
    if mark.value.startswith(OPEN):
        return when.start is None and when.end is None and not when.edtf and bool(when.reason)
    days = days_of(mark.value)
    return when.edtf == mark.value if days is None else (when.start, when.end) == days


def _miss(kind: str, text: MarkedText, words: str, value: str, when: When | None) -> str:
    read = "nothing" if when is None else when.edtf or f"open: {when.reason}"
    return f"{kind}\t{words}\t{value}\tread: {read}\t{text.published or 'none'} | {text.text}"
