"""Chronicles: entries under days, which tell in the present what was done then ("3 May. Rebels take the town.")."""

from collections.abc import Iterable

from tocsin.read._mentions import TimeMention
from tocsin.read._parse import Page

ENDS = frozenset({".", ":", "–", "—"})
LONGEST_HEADING = 10  # tokens of a day with an hour: "Sunday 30 September 2012, shortly before dawn."
FEWEST_ENTRIES = 2


def chronicled(page: Page, times: Iterable[TimeMention]) -> range:
    """Return the tokens from the first to the last entry of a chronicle, none where the page has none.

    An entry is a paragraph that opens on a time with a mark behind it, before any verb.
    """
    points = {t.tokens.start for t in times if not t.is_duration}
    starts = [s.start for s, before in zip(page.sentences, _paragraphs_before(page), strict=True) if before]
    entries = [n for n, start in enumerate(starts) if start in points and _is_heading(page, start)]
    if len(entries) < FEWEST_ENTRIES:
        return range(0)
    ends = [*starts, len(page.doc)]
    return range(starts[entries[0]], ends[entries[-1] + 1])


def _paragraphs_before(page: Page) -> list[bool]:
    """Return for each sentence whether it opens a paragraph."""
    numbers = page.paragraph_of
    return [n == 0 or numbers[n] != numbers[n - 1] for n in range(len(numbers))]


def _is_heading(page: Page, start: int) -> bool:
    """Return whether a mark follows the time that stands at `start`, with no verb between."""
    for token in page.doc[start : start + LONGEST_HEADING]:
        if token.text in ENDS or (token.text == "-" and token.nbor(-1).whitespace_):
            return True
        if token.pos_ in {"VERB", "AUX"}:
            return False
    return False
