"""The reports with every cited span marked, and with links back to what cites it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import chain, pairwise
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from tocsin.brief._citations import Citations, Item, Part
from tocsin.brief._statements import published_words
from tocsin.core.document import Document, Span

SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]{0,2}\s+|\n+")
WEB = frozenset({"http", "https"})


class Piece(NamedTuple):
    """A step through a text: words, or the start or the end of a mark; `id` only where a span starts."""

    kind: Literal["text", "open", "close"]
    text: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a report with its marks; `cut` tells that something before it is left out."""

    pieces: tuple[Piece, ...]
    used: tuple[tuple[str, tuple[Part, ...]], ...]
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report."""

    label: str
    id: str
    title: str
    publisher: str
    published: str
    byline: str
    url: str | None
    file: str | None
    copy_of: str | None
    paragraphs: tuple[Paragraph, ...]


def report_views(citations: Citations, *, whole: bool) -> Iterator[ReportView]:
    """Yield the reports in the order of their numbers; without `whole`, cited reports and cited sentences alone."""
    spans: dict[str, set[Span]] = defaultdict(set)
    claimed = (s for c in citations.record.claims for s in c.spans) if whole else ()
    for span in chain(claimed, citations.used):
        spans[span.document].add(span)
    shown = set(citations.in_order()) if whole else citations.pointed_to()
    for name in (n for n in citations.in_order() if n in shown):
        yield _view(citations.documents[name], spans[name], citations, whole=whole)


def _view(document: Document, spans: set[Span], citations: Citations, *, whole: bool) -> ReportView:
    parts = _paragraphs(document.text) if whole else _cited(document.text, spans)
    copied = document.copy_of if document.copy_of in citations.documents else None
    return ReportView(
        label=citations.report(document.id),
        id=document.id,
        title=document.title or "A report without a title",
        publisher=document.publisher or "publisher not told",
        published=published_words(document.published),
        byline=document.byline or "",
        url=web_address(document.uri),
        file=re.split(r"[/\\]", document.home)[-1] if document.home else None,
        copy_of=citations.report(copied) if copied else None,
        paragraphs=tuple(_marked(document.text, part, spans, citations, cut=not whole) for part in parts),
    )


def web_address(uri: str | None) -> str | None:
    """Return `uri` if it is an address on the web; no other scheme is ever linked.

    >>> web_address("javascript:alert(1)"), web_address("https://example.org/a")
    (None, 'https://example.org/a')
    """
    try:
        parts = urlsplit(uri or "")
    except ValueError:
        return None
    return uri if parts.scheme in WEB and parts.netloc else None


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the bounds of the lines of `text` that are not empty."""
    return [m.span() for m in re.finditer(r"[^\n]+", text) if m.group().strip()]


def _cited(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the bounds of the sentences that `spans` touch, joined where they meet."""
    ends = [0, *(m.end() for m in SENTENCE_END.finditer(text)), len(text)]
    touched = [(a, b) for a, b in pairwise(ends) if a < b and any(s.start < b and s.end > a for s in spans)]
    joined: list[tuple[int, int]] = []
    for start, end in touched:
        if joined and joined[-1][1] == start and text[start - 1 : start] != "\n":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _marked(text: str, part: tuple[int, int], spans: Iterable[Span], citations: Citations, *, cut: bool) -> Paragraph:
    start, end = part
    within = [s for s in spans if s.start < end and s.end > start]
    used = dict.fromkeys(i for s in sorted(within) if s.start >= start for i in citations.used.get(s, ()))
    return Paragraph(pieces=tuple(_pieces(text, part, within, citations)), used=_by_kind(used), cut=cut)


def _by_kind(items: Iterable[Item]) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    """Return items as ("Incidents", links to 2 and 4), kind by kind."""
    kinds: dict[str, list[Part]] = {}
    for item in items:
        kind, number = item.label.rsplit(" ", 1)
        kinds.setdefault(kind, []).append(Part(number, f"#{item.anchor}"))
    in_order = {kind: sorted(parts, key=lambda p: int(p.text)) for kind, parts in kinds.items()}
    return tuple((_plural(kind, len(parts)), tuple(parts)) for kind, parts in in_order.items())


def _plural(kind: str, n: int) -> str:
    return kind if n == 1 or kind.endswith("s") else f"{kind}s"


def _pieces(text: str, part: tuple[int, int], spans: Sequence[Span], citations: Citations) -> Iterator[Piece]:
    """Yield the steps through `text[start:end]`; spans that cross are cut, so that marks always nest."""
    start, end = part
    waiting = [(max(s.start, start), -min(s.end, end), _id(s, start, citations)) for s in spans]
    heapify(waiting)
    at, open_ends = start, list[int]()
    while waiting or open_ends:
        if open_ends and (not waiting or waiting[0][0] >= open_ends[-1]):
            stop = open_ends.pop()
            yield from (Piece("text", text[at:stop]),) if stop > at else ()
            yield Piece("close")
            at = max(at, stop)
            continue
        begin, minus_stop, name = heappop(waiting)
        stop = -minus_stop
        if open_ends and stop > open_ends[-1]:
            heappush(waiting, (open_ends[-1], -stop, ""))
            stop = open_ends[-1]
        yield from (Piece("text", text[at:begin]),) if begin > at else ()
        yield Piece("open", id=name or None)
        at = max(at, begin)
        open_ends.append(stop)
    if end > at:
        yield Piece("text", text[at:end])


def _id(span: Span, start: int, citations: Citations) -> str:
    """Return the anchor of a span that begins in this part; a span that goes on from the part before has none."""
    return citations.anchor(span) if span.start >= start else ""
