"""Times: what a page's dates, weekdays and relative times stand for, counted from its day of publication."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.values import When, WhenBasis
from tocsin.read._calendar import Interval, edtf
from tocsin.read._grammar import ancestors
from tocsin.read._mentions import TimeMention
from tocsin.read._outlook import outlook_of
from tocsin.read._parse import Page
from tocsin.read._time_patterns import find_wordings
from tocsin.read._time_relative import IS_DURATION
from tocsin.read._time_story import MEMORY, Context, Told, Unresolved
from tocsin.read._time_values import value_of

STATED = frozenset({"iso", "numeric", "year", "year_of", "year_range", "decade"})
POINTS = frozenset(
    {"date", "day_range", "date_range", "month", "month_range", "season", "night_to", "week_of_month", "feast"}
)
LENGTHS = frozenset({"window", "recent"})
NO_ORIGIN = LENGTHS | {"inside", "year_range", "decade"}  # what nothing is counted from
OPEN_END = re.compile(r"(?i)\b(since)\s+$")
OPEN_START = re.compile(r"(?i)\b(until|till|by)\s+$")
LEADING = re.compile(r"(?i)^(since|until|till|by)\s")
POSSESSIVE = frozenset({"'s", "\u2019s"})
DATELINE_REACH = 400
CLOSEST_ANCHOR_DAYS = 2


@dataclass(frozen=True, slots=True)
class _Match:
    """A wording found in the text: characters `[start, end)`, the rule, and its groups."""

    start: int
    end: int
    rule: str
    groups: dict[str, Any]

    @property
    def is_stated(self) -> bool:
        """Whether the words tell the year."""
        return self.rule in STATED or (self.rule in POINTS and any(self.groups.get(y) for y in ("y", "y1", "y2")))


def find_times(page: Page) -> list[TimeMention]:
    """Return the times that `page` tells, in order; what cannot be counted has neither start nor end, and a reason."""
    matches = _matches(page.document.text)
    context = Context(anchor=_anchor(page, matches))
    starts = [s.start for s in page.sentences]
    mentions = []
    for match in matches:
        tokens = page.doc.char_span(match.start, match.end, alignment_mode="expand")
        if tokens is None:
            continue
        context = _moved_on(context, tokens, bisect_right(starts, tokens.start) - 1, page)
        mention, interval = _mention(tokens, match, context, page.document.text)
        mentions.append(mention)
        if interval is not None and match.rule not in NO_ORIGIN:
            opens = match.rule == "year_of" or bool(_opening(match, page.document.text))
            context = _after(context, interval, match, page, opens=opens)
    return mentions


def _moved_on(context: Context, tokens: TokenSpan, sentence: int, page: Page) -> Context:
    """Return what the time at `tokens` is counted from."""
    outlook = outlook_of(tokens)
    return replace(
        context,
        sentence=sentence,
        paragraph=page.paragraph_of[sentence],
        verbs=tuple(_verbs(tokens.root)),
        future=outlook == "ahead",
        open=outlook == "open",
    )


def _verbs(token: Token) -> list[int]:
    return [t.i for t in (token, *ancestors(token)) if t.pos_ in {"VERB", "AUX"}]


def _after(context: Context, interval: Interval, match: _Match, page: Page, *, opens: bool) -> Context:
    """Return the context with a time that others may be counted from."""
    if interval.start is None or interval.end is None:
        return context
    told = Told(
        start=interval.start,
        end=interval.end,
        sentence=context.sentence,
        paragraph=context.paragraph,
        verb=context.verbs[0] if context.verbs else -1,
        opens=opens,
        aside=bool(context.verbs) and page.doc[context.verbs[0]].dep_ in {"relcl", "acl"},
        stated=match.is_stated,
    )
    return replace(context, told=(*context.told, told)[-MEMORY:])


def _mention(tokens: TokenSpan, match: _Match, context: Context, text: str) -> tuple[TimeMention, Interval | None]:
    basis: WhenBasis = "stated" if match.is_stated else "relative"
    try:
        interval = value_of(match.rule, match.groups, context)
    except Unresolved as error:
        reason = str(error)
        is_length = reason == IS_DURATION
        when = When(start=None, end=None, edtf="", basis=basis, reason=reason)
        return TimeMention(tokens=tokens, when=when, is_duration=is_length), None
    told = _opened(interval, match, text, context.anchor)
    told = told if match.is_stated else _up_to_now(told, context)
    when = When(start=told.start, end=told.end, edtf=edtf(told), basis=basis)
    return TimeMention(tokens=tokens, when=when, is_duration=match.rule in LENGTHS), interval


def _up_to_now(interval: Interval, context: Context) -> Interval:
    """Return what is told as past without the days after publication ("twelve people were killed this week")."""
    start, end, today = interval.start, interval.end, context.anchor
    if context.future or context.open or start is None or end is None or today is None:
        return interval
    return Interval(start, today) if start <= today < end else interval


def _opened(interval: Interval, match: _Match, text: str, anchor: date | None) -> Interval:
    """Return "since", "until" and "by" a time as the interval that they open; others as they are."""
    word = _opening(match, text)
    if word == "since":
        end = anchor if anchor is not None and interval.start is not None and anchor >= interval.start else None
        return Interval(interval.start, end)
    return Interval(None, interval.end) if word else interval


def _opening(match: _Match, text: str) -> str:
    """Return the "since", "until" or "by" that a wording begins with or follows; in "by Friday's blast" it has none."""
    if match.rule == "year_of" or text[match.end : match.end + 2] in POSSESSIVE:
        return ""
    before = text[max(match.start - 8, 0) : match.start]
    leading = LEADING.match(text[match.start : match.end]) or OPEN_END.search(before) or OPEN_START.search(before)
    return leading[1].lower() if leading else ""


def _matches(text: str) -> list[_Match]:
    """Return the wordings in the text, the longest where several overlap."""
    found = [_Match(m.start(), m.end(), rule, m.groupdict()) for rule, m in find_wordings(text)]
    kept: list[_Match] = []
    taken = bytearray(len(text))
    for match in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if not any(taken[match.start : match.end]):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def _anchor(page: Page, matches: list[_Match]) -> date | None:
    """Return the day of publication, else the first full date at the head of the text, else None."""
    published = page.document.published
    if published is not None and published.start is not None and published.end is not None:
        return published.end if (published.end - published.start).days <= CLOSEST_ANCHOR_DAYS else None
    for match in matches:
        if match.start < DATELINE_REACH and match.rule in {"iso", "date"} and match.groups.get("y"):
            try:
                return value_of(match.rule, match.groups, Context(anchor=None)).start
            except Unresolved:
                continue
    return None
