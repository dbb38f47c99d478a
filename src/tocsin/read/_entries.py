"""Entries: paragraphs and items that a place or a day heads, each on events of its own ("Gao, 3 May. Gunmen ...")."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tocsin.read._mentions import Findings
from tocsin.read._parse import Page

FEWEST_ENTRIES = 3
FEWEST_ALONE = 2  # on a page of nothing else
LABEL = re.compile(
    r"^[^\S\n]*(?:[-–—*•]\s+|\d{1,2}[.)]\s+|\([a-z]\)\s+)?"  # a bullet or a number
    r"(?P<label>[A-Z0-9][^.:;!?\n]{1,70}?(?:\([^)\n]{1,40}\))?)(?:[.:]|\s[-–—]+)(?=\s)",
    re.MULTILINE,
)
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def entry_of(page: Page, found: Findings) -> tuple[int, ...]:
    """Return the number of the entry that each sentence of `page` belongs to, 0 for those before the first.

    A page with a few labels by chance has none; one where each paragraph has a label is all entries, though but one of
    the labels is known to tell a place or a day.
    """
    starts = list(_starts(page, found))
    if starts and len(starts) < FEWEST_ENTRIES:
        starts = [start for start, _ in _labels(page)]
        if len(starts) < FEWEST_ALONE or len(starts) != page.paragraph_of[-1] + 1:
            starts = []
    return tuple(bisect_right(starts, s.start_char) for s in page.sentences)


def _starts(page: Page, found: Findings) -> Iterator[int]:
    """Yield where the labels start that tell a place or a day."""
    days = [t.tokens.start_char for t in found.times if not t.is_duration]
    told = sorted([*days, *(p.tokens.start_char for p in found.places)])
    for start, end in _labels(page):
        if bisect_left(told, start) < bisect_left(told, end):
            yield start


def _labels(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the characters between which what may be the label of an entry stands."""
    for match in LABEL.finditer(page.document.text):
        start, end = match.span("label")
        if not _is_a_clause(page, start, end):
            yield start, end


def _is_a_clause(page: Page, start: int, end: int) -> bool:
    """Return whether what may be a label has a verb, as a sentence has."""
    tokens = page.doc.char_span(start, end, alignment_mode="expand")
    return tokens is None or any(t.tag_ in VERBS for t in tokens)
