"""What is due in talks: what has to be done, by when, and what became of it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.claim import Claim
from tocsin.core.values import Deadline
from tocsin.core.vocabulary import toml_table
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._columns import columns
from tocsin.read._grammar import next_word
from tocsin.read._mentions import Findings, TimeMention
from tocsin.read._parse import Page
from tocsin.read._talks_words import is_talks, talks_words

Outcome = Literal["kept", "missed", "extended"]
TO_BE = re.compile(r"\b(?:is|are|was|were) to (?:have )?\w+", re.IGNORECASE)
SPAN_OF_TIME = re.compile(
    r"\b(?:within|in|after|under|no later than|the end of)\b[^.;]{0,40}\b(?:days?|weeks?|months?|years?|hours?)\b",
    re.IGNORECASE,
)
LEAST_WORDS = 5
BREAKS = re.compile(r"\s*[;:]\s+|,\s+(?:and|but)\s+(?=the\b|an?\b|by\b|it\b|they\b|no\b)", re.IGNORECASE)


@cache
def _phrases(name: str) -> tuple[str, ...]:
    return tuple(toml_table("talks.toml")[name])


def deadline_claims(page: Page, found: Findings, make: ClaimMaker, event: str) -> Iterator[Claim]:
    """Yield a claim for each clause of `page` that says by when something is due."""
    for n, sentence in enumerate(page.sentences):
        if sentence.end <= page.dateline_end:
            continue
        if not _names_talks(sentence) or not _may_be_due(sentence, page.words(sentence)):
            continue
        following = page.words(page.sentences[n + 1]) if n + 1 < len(page.sentences) else ""
        for clause in _clauses(sentence):
            if _is_due(clause, found.times):
                yield _claim(clause, following, found, make, event)


def _names_talks(tokens: TokenSpan) -> bool:
    """Return whether a noun for talks, or for what is due of them, is among `tokens`."""
    lemmas = columns(tokens.doc).lemma[tokens.start : tokens.end]
    return not (talks_words("nouns").isdisjoint(lemmas) and talks_words("due_nouns").isdisjoint(lemmas))


def _may_be_due(sentence: TokenSpan, text: str) -> bool:
    """Return whether words that oblige stand in `sentence`: without them none of its clauses need be looked at."""
    lower = text.lower()
    if TO_BE.search(text) is not None or any(phrase in lower for phrase in _phrases("limit_phrases")):
        return True
    told, here = columns(sentence.doc), slice(sentence.start, sentence.end)
    given = not talks_words("given").isdisjoint(told.lemma[here])
    return given or not talks_words("obliged").isdisjoint(told.lower[here])


def _clauses(sentence: TokenSpan) -> Iterator[TokenSpan]:
    """Yield the main clauses of `sentence`, by its punctuation."""
    start = 0
    text = sentence.text
    for match in [*BREAKS.finditer(text), None]:
        end = match.start() if match is not None else len(text)
        offset = sentence.start_char
        clause = sentence.doc.char_span(offset + start, offset + end, alignment_mode="contract")
        if clause is not None and len(clause) >= LEAST_WORDS:
            yield clause
        start = match.end() if match is not None else end


def _is_due(clause: TokenSpan, times: list[TimeMention]) -> bool:
    """Return whether a clause obliges somebody to something of the talks within a limit of time."""
    if not _is_of_talks(clause):
        return False
    text = clause.text.lower()
    if any(phrase in text for phrase in _phrases("limit_phrases")):
        return True
    if not _obliges(clause, text):
        return False
    limited = any(t.lower_ in talks_words("limits") and _begins_time(t, times) for t in clause)
    return limited or SPAN_OF_TIME.search(text) is not None


def _is_of_talks(clause: TokenSpan) -> bool:
    lemmas = columns(clause.doc).lemma[clause.start : clause.end]
    talks = not talks_words("nouns").isdisjoint(lemmas) and any(map(is_talks, clause))
    return talks or not talks_words("due_nouns").isdisjoint(lemmas)


def _obliges(clause: TokenSpan, text: str) -> bool:
    if TO_BE.search(text) is not None:
        return True
    if any(t.lemma_.lower() in talks_words("given") for t in clause):
        return any(t.lower_ == "to" for t in clause)
    return any(t.lower_ in talks_words("obliged") and (t.lower_ != "have" or next_word(t) == "to") for t in clause)


def _begins_time(token: Token, times: list[TimeMention]) -> bool:
    return any(token.i <= t.tokens.start <= token.i + 2 or t.tokens.start <= token.i < t.tokens.end for t in times)


def _claim(clause: TokenSpan, following: str, found: Findings, make: ClaimMaker, event: str) -> Claim:
    time = _time_of(clause, found.times)
    value = Deadline(
        what=clause.text.strip(" .,"),
        date=None if time is None else time.when,
        outcome=_outcome(clause.sent, following),
    )
    tokens: list[Token | TokenSpan] = [clause] if time is None else [clause, time.tokens]
    return make.claim(About(event=event, slot="deadline"), value, tokens)


def _time_of(clause: TokenSpan, times: list[TimeMention]) -> TimeMention | None:
    """Return the last time told in a clause, which the limit most often is."""
    inside = [t for t in times if clause.start <= t.tokens.start < clause.end and t.when.end is not None]
    return inside[-1] if inside else None


def _outcome(sentence: TokenSpan, following: str) -> Outcome | None:
    lemmas = {t.lemma_.lower() for t in sentence}
    if lemmas & talks_words("extended"):
        return "extended"
    opening = following[: len(following) // 2] if following else ""
    told = f"{sentence.text} {opening}".lower()
    if lemmas & talks_words("missed") or any(phrase in told for phrase in _phrases("missed_phrases")):
        return "missed"
    return "kept" if lemmas & talks_words("kept") else None
