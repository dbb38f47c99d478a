"""Times: what a page's dates, weekdays and relative times stand for, counted from its day of publication."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Literal

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.values import When, WhenBasis
from tocsin.core.vocabulary import toml_table
from tocsin.read._calendar import Interval, edtf
from tocsin.read._mentions import TimeMention
from tocsin.read._parse import Page
from tocsin.read._time_patterns import time_rules
from tocsin.read._time_values import IS_DURATION, Context, Unresolved, value_of

STATED = frozenset({"iso", "numeric", "year", "year_range", "decade"})
POINTS = frozenset({"date", "day_range", "date_range", "month", "month_range", "season"})
OPEN_END = re.compile(r"(?i)\b(since)\s+$")
OPEN_START = re.compile(r"(?i)\b(until|till|by)\s+$")
LEADING = re.compile(r"(?i)^(since|until|till|by)\s")
DATELINE_REACH = 400
CLOSEST_ANCHOR_DAYS = 2
CLIMB = 6
NEXT = frozenset({"next", "upcoming", "coming", "forthcoming"})
FUTURE_NOUNS = frozenset({"deadline"})
Outlook = Literal["past", "ahead", "open"]


@dataclass(frozen=True, slots=True)
class _Match:
    """A wording found in the text: characters `[start, end)`, the rule, and its groups."""

    start: int
    end: int
    rule: str
    groups: dict[str, Any]


def find_times(page: Page) -> list[TimeMention]:
    """Return the times that `page` tells, in order; what cannot be counted has neither start nor end, and a reason."""
    matches = _matches(page.document.text)
    context = Context(anchor=_anchor(page, matches))
    sentence = -1
    mentions = []
    for match in matches:
        tokens = page.doc.char_span(match.start, match.end, alignment_mode="expand")
        if tokens is None:
            continue
        if tokens[0].sent.start != sentence:
            sentence = tokens[0].sent.start
            context = replace(context, same_sentence=None)
        outlook = _outlook(tokens)
        here = replace(context, future=outlook == "ahead", open=outlook == "open")
        mention, interval = _mention(tokens, match, here, page.document.text)
        mentions.append(mention)
        context = _after(context, interval)
    return mentions


def _after(context: Context, told: Interval | None) -> Context:
    """Return what the next time is counted from."""
    if told is None or told.start is None or told.end is None:
        return context
    if told.start == told.end:
        return replace(context, previous=told, previous_day=told, same_sentence=told.start)
    is_night = (told.end - told.start).days == 1
    return replace(context, previous=told, previous_day=told if is_night else context.previous_day)


def _mention(tokens: TokenSpan, match: _Match, context: Context, text: str) -> tuple[TimeMention, Interval | None]:
    basis: WhenBasis = "stated" if _is_stated(match) else "relative"
    try:
        interval = value_of(match.rule, match.groups, context)
    except Unresolved as error:
        reason = str(error)
        is_length = reason == IS_DURATION
        when = When(start=None, end=None, edtf="", basis=basis, reason=reason)
        return TimeMention(tokens=tokens, when=when, is_duration=is_length), None
    told = _opened(interval, match, text, context.anchor)
    when = When(start=told.start, end=told.end, edtf=edtf(told), basis=basis)
    return TimeMention(tokens=tokens, when=when, is_duration=match.rule in {"window", "recent"}), interval


def _opened(interval: Interval, match: _Match, text: str, anchor: date | None) -> Interval:
    """Return "since", "until" and "by" a time as the interval that they open; others as they are."""
    before = text[max(match.start - 8, 0) : match.start]
    leading = LEADING.match(text[match.start : match.end])
    word = leading[1].lower() if leading else ""
    if word == "since" or OPEN_END.search(before):
        end = anchor if anchor is not None and interval.start is not None and anchor >= interval.start else None
        return Interval(interval.start, end)
    if word in {"until", "till", "by"} or OPEN_START.search(before):
        return Interval(None, interval.end)
    return interval


def _is_stated(match: _Match) -> bool:
    return match.rule in STATED or (match.rule in POINTS and any(match.groups.get(y) for y in ("y", "y1", "y2")))


def _matches(text: str) -> list[_Match]:
    """Return the wordings in the text, the longest where several overlap."""
    found = [
        _Match(m.start(), m.end(), rule.name, m.groupdict())
        for rule in time_rules()
        for m in rule.pattern.finditer(text)
    ]
    kept: list[_Match] = []
    for match in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(match.end <= k.start or match.start >= k.end for k in kept):
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


def _outlook(tokens: TokenSpan) -> Outlook:
    """Return whether the words that govern a time speak of the past, of what is to come, or leave it open."""
    above = tokens.root
    for _ in range(CLIMB):
        if above.tag_ == "VBD" or (above.tag_ == "VBN" and not _is_future_word(above)):
            return "ahead" if any(c.lower_ in {"will", "shall", "'ll"} for c in above.children) else "past"
        if _is_future_word(above) or any(c.lower_ in NEXT for c in above.children):
            return "ahead"
        if above.tag_[:1] in {"V", "M"} and _has_future_auxiliary(above):
            return "ahead"
        if above.head is above:
            break
        above = above.head
    return "open"


def _is_future_word(word: Token) -> bool:
    """Return whether a word says that what depends on it is to come; "set" does so only in "set for", "set to"."""
    lemma = word.lemma_.lower()
    if lemma not in _future() or word.tag_ in {"NNP", "NNPS"}:
        return False
    if word.tag_.startswith("NN"):
        return lemma in FUTURE_NOUNS
    return lemma != "set" or (word.i + 1 < len(word.doc) and word.nbor().lower_ in {"for", "to"})


def _has_future_auxiliary(verb: Token) -> bool:
    """Return whether a verb is "will meet", "may meet" or "is to meet"."""
    for child in verb.children:
        if child.dep_ == "aux" and (child.lower_ in _future() or (child.lower_ == "to" and verb.head.lemma_ == "be")):
            return True
    return False


@cache
def _future() -> frozenset[str]:
    return frozenset(toml_table("times.toml")["direction"]["future"])
