"""The day that relative times are counted from: that of publication, of a dateline or of a dated head line."""

import re
from collections.abc import Sequence
from datetime import date

from tocsin.read._calendar import Interval
from tocsin.read._parse import Page
from tocsin.read._time_patterns import Match
from tocsin.read._time_story import Context, Unresolved
from tocsin.read._time_values import value_of

HEAD_REACH = 400  # characters
CLOSEST_ANCHOR_DAYS = 2
# What stands before and after a date that dates the report, not something in it.
BEFORE = re.compile(
    r"(?i)(?:^|\n|[,|–—(]\s*|\b(?:dated|published|posted|updated|filed|issued|date):?\s+(?:on\s+)?"
    r"|\b(?:bulletin|report|update|dispatch|brief|briefing|summary|cable|note)\s+(?:of|for)\s+)$"
)
AFTER = re.compile(r"\s*(?:$|[\n.:;|(–—]|-\s)")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def anchored(page: Page, matches: Sequence[Match]) -> Context:
    """Return what times are counted from: the day of publication, else the date in the head of the text, else nothing.

    Where no more than the month or the year of publication is known, the context holds that.
    """
    published = page.document.published
    if published is None or published.start is None or published.end is None:
        return Context(anchor=_head_date(page, matches))
    if (published.end - published.start).days <= CLOSEST_ANCHOR_DAYS:
        return Context(anchor=published.end)
    return Context(anchor=None, published=Interval(published.start, published.end))


def _head_date(page: Page, matches: Sequence[Match]) -> date | None:
    for match in matches:
        if match.start < HEAD_REACH and match.rule in {"iso", "date"} and match.groups.get("y") and _dates(match, page):
            try:
                return value_of(match.rule, match.groups, Context(anchor=None)).start
            except Unresolved:
                continue
    return None


def _dates(match: Match, page: Page) -> bool:
    """Return whether a date is that of the report: in the dateline, or in a head without a verb."""
    if page.dateline_end and match.end <= page.doc[page.dateline_end - 1].idx:
        return True
    text = page.document.text
    line = text.rfind("\n", 0, match.start) + 1
    words = (t for t in page.doc if line <= t.idx < match.start)
    no_verb = not any(t.tag_ in FINITE for t in words)
    return no_verb and BEFORE.search(text[: match.start]) is not None and AFTER.match(text, match.end) is not None
