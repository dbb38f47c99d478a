"""Events that a report recalls, told apart from those it is about."""

import re
from datetime import date, timedelta

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.values import When
from tocsin.read._discourse import discourse
from tocsin.read._grammar import antecedents, clause_of, dependents, opens_on_event
from tocsin.read._mentions import TimeMention
from tocsin.read._parse import Page
from tocsin.read._presupposed import is_presupposed
from tocsin.read._shifts import is_open
from tocsin.read._time_story import NEWS_DAYS

# "in the last five years", "over the past two decades", "in recent months"
LONG_SPAN = re.compile(
    r"\b(?:in|over|during|within) (?:the )?(?:last|past|recent) (?:[\w-]+ ){0,3}(?:years?|decades?|months)\b",
    re.IGNORECASE,
)
THIS_YEAR = re.compile(r"\bthis year\b", re.IGNORECASE)


def is_recalled(head: Token, times: list[TimeMention], page: Page) -> bool:
    """Return whether the words around the act `head` place it before what the report is about."""
    if is_presupposed(head) or _is_on_an_earlier(head) or LONG_SPAN.search(page.words(head.sent)) is not None:
        return True
    anchor = _anchor(page)
    if times:
        return any(_is_old(t.when, anchor) or _sums_up(t) for t in times)
    words = discourse()
    if any(c.lower_ in words["earlier"] for c in dependents(head, "amod", "compound")):
        return True
    text = " ".join(_own_words(head)).lower()
    return any(phrase in text for phrase in words["recalling_phrases"])


def _sums_up(time: TimeMention) -> bool:
    """Return whether `time` is all of a year up to now, whose acts are summed up ("this year alone").

    What is ranked in it ("the deadliest attack this year") is told as one act.
    """
    ranked = any(t.lower_ in discourse()["superlatives"] for t in time.tokens.sent)
    return THIS_YEAR.search(time.tokens.text) is not None and not ranked


def sums_up_long(sentence: TokenSpan, times: list[TimeMention], page: Page) -> bool:
    """Return whether a sentence sums up a long time: "since 2005, 1,200 have died", "in the past two years"."""
    own = [t for t in times if sentence.start <= t.tokens.start < sentence.end]
    opened = any(is_open(t) and begins_long_ago(t.when, page) for t in own)
    return opened or any(map(_sums_up, own)) or LONG_SPAN.search(page.words(sentence)) is not None


def _is_on_an_earlier(head: Token) -> bool:
    """Return whether a clause is on what its noun calls earlier ("the earlier battle in which ten died")."""
    if not opens_on_event(head):
        return False
    return any(t.lower_ in discourse()["before"] for noun in antecedents(head) for t in noun.lefts)


def _own_words(head: Token) -> list[str]:
    """Return the words that belong to the act itself: below it, and the adverbials of the verb it stands with."""
    below = [t.text for t in head.subtree]
    if head.pos_ == "VERB":
        return below
    adverbials = [c for c in clause_of(head).children if c.dep_ in {"advmod", "npadvmod", "prep"}]
    return [*below, *(t.text for c in adverbials for t in c.subtree)]


def is_current(times: list[TimeMention], page: Page) -> bool:
    """Return whether a time among `times` falls into the days the report is about."""
    anchor = _anchor(page)
    return any(t.when.start is not None and not _is_old(t.when, anchor) for t in times)


def is_pluperfect(head: Token) -> bool:
    """Return whether the act is told in the past perfect ("had attacked", "had been shot or beheaded")."""
    helpers = dependents(head, "aux", "auxpass")
    if head.dep_ == "conj" and head.tag_ == "VBN" and not helpers:
        return is_pluperfect(head.head)
    return any(c.dep_ == "aux" and c.lower_ in {"had", "'d"} for c in helpers)


def begins_long_ago(when: When, page: Page) -> bool:
    """Return whether `when` begins before the days the report is about."""
    anchor = _anchor(page)
    return when.start is None or anchor is None or when.start < anchor - timedelta(days=NEWS_DAYS)


def ended_long_ago(when: When, page: Page) -> bool:
    """Return whether `when` ended before the days the report is about."""
    return _is_old(when, _anchor(page))


def _is_old(when: When, anchor: date | None) -> bool:
    return when.end is not None and anchor is not None and when.end < anchor - timedelta(days=NEWS_DAYS)


def _anchor(page: Page) -> date | None:
    return page.document.published.start if page.document.published is not None else None


def sentence_index(page: Page) -> list[int]:
    """Return for each token of `page` the number of its sentence."""
    return [n for n, sentence in enumerate(page.sentences) for _ in range(sentence.start, sentence.end)]
