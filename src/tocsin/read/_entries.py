"""Entries: paragraphs and items that a place or a day heads, each on events of its own ("Gao, 3 May. Gunmen ...")."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tocsin.read._mentions import Findings
from tocsin.read._parse import Page

FEWEST_ENTRIES = 3
LABEL = re.compile(
    r"^[^\S\n]*(?:[-–—*•]\s+|\d{1,2}[.)]\s+|\([a-z]\)\s+)?"  # a bullet or a number
    r"(?P<label>[A-Z0-9][^.:;!?\n]{1,70}(?:\([^)\n]{1,40}\))?)(?:[.:]|\s[-–—]+)(?=\s)",
    re.MULTILINE,
)
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def entry_of(page: Page, found: Findings) -> tuple[int, ...]:
    """Return the number of the entry that each sentence of `page` belongs to, 0 for those before the first.

    A page with a few labels by chance has none.
    """
    starts = list(_starts(page, found))
    if len(starts) < FEWEST_ENTRIES:
        return (0,) * len(page.sentences)
    return tuple(bisect_right(starts, s.start_char) for s in page.sentences)


def _starts(page: Page, found: Findings) -> Iterator[int]:
    """Yield the characters at which the label of an entry starts."""
    days = [t.tokens.start_char for t in found.times if not t.is_duration]
    told = sorted([*days, *(p.tokens.start_char for p in found.places)])
    for match in LABEL.finditer(page.document.text):
        start, end = match.span("label")
        if bisect_left(told, start) < bisect_left(told, end) and not _is_a_clause(page, start, end):
            yield start


def _is_a_clause(page: Page, start: int, end: int) -> bool:
    """Return whether what may be a label has a verb, as a sentence has."""
    tokens = page.doc.char_span(start, end, alignment_mode="expand")
    return tokens is None or any(t.tag_ in VERBS for t in tokens)
