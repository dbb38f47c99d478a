"""Chronicles: entries under days, which tell in the present what was done then ("3 May. Rebels take the town.")."""

from bisect import bisect_right
from collections.abc import Iterable

from tocsin.read._mentions import TimeMention
from tocsin.read._parse import Page

FEWEST_ENTRIES = 2


def chronicled(page: Page, times: Iterable[TimeMention]) -> range:
    """Return the tokens from the first to the last paragraph that a day heads, none where the page has none or one."""
    heads = [t.tokens.start for t in times if t.heads]
    if len(heads) < FEWEST_ENTRIES:
        return range(0)
    sentences = [s.start for s in page.sentences]
    paragraphs = page.paragraph_of
    last = paragraphs[bisect_right(sentences, max(heads)) - 1]
    ends = (s.start for s, n in zip(page.sentences, paragraphs, strict=True) if n > last)
    return range(min(heads), next(ends, len(page.doc)))
