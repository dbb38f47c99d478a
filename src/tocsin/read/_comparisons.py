"""A report's own arithmetic about events: "the third attack this year", "60 km and two weeks apart"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.claim import Claim
from tocsin.core.values import Act, Comparison, When
from tocsin.core.vocabulary import toml_table
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._columns import columns
from tocsin.read._event_claims import event_type
from tocsin.read._events import EventMention, overlap
from tocsin.read._grammar import next_word
from tocsin.read._measures import days_of, distances, intervals, km_of
from tocsin.read._mentions import Findings
from tocsin.read._parse import Page
from tocsin.read._predicates import lexicon

Groups = list[tuple[str, list[EventMention]]]
REACH = 8
SERIES_REACH = 14
LONGEST_TEXT = 24
CLAUSE_ENDS = frozenset({",", ";", ".", ":", "”", '"', ")"})
NOUNS = frozenset({"NOUN", "PROPN"})
BE = frozenset({"be", "become", "mark"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a page tells: its findings and its events, and what makes claims of them."""

    page: Page
    found: Findings
    groups: Groups
    make: ClaimMaker

    def claim(self, tokens: TokenSpan, value: Comparison) -> Claim:
        event = self.nearest(tokens[0]) or self.make.event_id(tokens, "comparison")
        return self.make.claim(About(event=event, slot="comparison"), value, [tokens])

    def nearest(self, word: Token) -> str | None:
        """Return the event told nearest to `word`, of those that the report is about."""
        heads = [(abs(m.trigger.head - word.i), e) for e, group in self.groups for m in group if not m.background]
        return min(heads)[1] if heads else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(toml_table("comparisons.toml")[name])


@cache
def _unequalled() -> re.Pattern[str]:
    table = toml_table("comparisons.toml")
    return re.compile("|".join([*table["unequalled"], *table["simultaneous"]]), re.IGNORECASE)


def comparison_claims(page: Page, found: Findings, groups: Groups, make: ClaimMaker) -> Iterator[Claim]:
    """Yield a claim for each comparison with other events that `page` makes."""
    told = _Told(page=page, found=found, groups=groups, make=make)
    acts = frozenset(m.trigger.head for _, group in groups for m in group)
    for sentence in page.sentences:
        if sentence.end <= page.dateline_end:
            continue
        for token in _ranks(sentence):
            yield from _ranking(token, told)
        yield from _patterned(sentence, told)
        yield from _measured(sentence, told, acts)


def _ranks(sentence: TokenSpan) -> Iterator[Token]:
    """Yield the ordinals and superlatives of `sentence`."""
    ordinals, superlatives = toml_table("comparisons.toml")["ordinals"], _words("superlatives")
    lower = columns(sentence.doc).lower
    for i, word in enumerate(lower[sentence.start : sentence.end], start=sentence.start):
        is_most = word == "most" and i + 1 < len(lower)
        if word in ordinals or (lower[i + 1] in _words("most_with") if is_most else word in superlatives):
            yield sentence.doc[i]


def _ranking(word: Token, told: _Told) -> Iterator[Claim]:
    rank = toml_table("comparisons.toml")["ordinals"].get(word.lower_)
    noun = _ranked_noun(word)
    if noun is None or not _in_series(word, noun, rank):
        return
    tokens = _clause(word, noun)
    within = next((t.when for t in told.found.times if noun.i < t.tokens.start < tokens.end + 1), None)
    scope = next((p.place for p in told.found.places if noun.i < p.tokens.start < tokens.end), None)
    value = Comparison(
        kind="ordinal" if rank is not None else "superlative",
        text=tokens.text,
        number=rank,
        within=within if isinstance(within, When) else None,
        scope=scope,
    )
    claim = told.claim(tokens, value)
    yield claim
    yield from _earlier_one(word, noun, claim, told)


def _ranked_noun(word: Token) -> Token | None:
    """Return what `word` ranks ("the third such attack"); the word itself in "was the second in a week"."""
    end = min(word.i + REACH, word.sent.end)
    for token in word.doc[word.i + 1 : end]:
        lemma = token.lemma_.lower()
        if token.pos_ in NOUNS and lemma in _words("no_series") and not _is_ranked(token):
            return None
        if token.pos_ in NOUNS and _is_ranked(token):
            return token
        if token.pos_ in {"VERB", "PUNCT", "ADP"}:
            break
    follows = next_word(word)
    starts = word.doc[max(word.i - 3, word.sent.start) : word.i]
    is_predicate = any(t.lemma_ in BE or t.text == "," or t.lower_ == "among" for t in starts)
    return word if is_predicate and follows in _words("series") else None


def _is_ranked(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return (lemma in lexicon().nouns and lemma not in _words("no_series")) or lemma in _words("event_nouns")


def _in_series(word: Token, noun: Token, rank: int | None) -> bool:
    """Return whether the words after `noun` say among what it is ranked; superlatives of events need not."""
    before = {t.lower_ for t in word.doc[word.i + 1 : noun.i]}
    if before & {"such", "ever"} or noun.lemma_ == "time":
        return True
    series = _words("series_of_first") if rank == 1 else _words("series")
    after = list(noun.doc[noun.i + 1 : min(noun.i + SERIES_REACH, noun.sent.end)])
    if any(t.lower_ in _words("long") for t in after):
        return True
    return (rank is None and noun.i != word.i) or bool(after and after[0].lower_ in series)


def _clause(word: Token, noun: Token) -> TokenSpan:
    """Return the words of a ranking from its article to the end of the clause."""
    start = word.i
    while (
        start > word.sent.start and word.i - start < 2 and word.doc[start - 1].lower_ in {"the", "its", "among", "'s"}
    ):
        start -= 1
    end = noun.i + 1
    while end < min(noun.sent.end, start + LONGEST_TEXT) and word.doc[end].text not in CLAUSE_ENDS:
        end += 1
    return word.doc[start:end]


def _earlier_one(word: Token, noun: Token, ranked: Claim, told: _Told) -> Iterator[Claim]:
    """Yield the claims about the event that "the second raid there in ten days" says came before.

    There are none where the report tells of it: an event of the same type in these days.
    """
    value, event = ranked.value, ranked.event
    group = next((g for e, g in told.groups if e == event), None)
    days = _window_days(noun)
    if group is None or not isinstance(value, Comparison) or value.number != 2 or days is None:
        return
    end = next((t.when.end for m in group for t in m.times if t.when.end is not None), None)
    if end is None or not any(m.trigger.head in range(noun.sent.start, noun.sent.end) for m in group):
        return
    start = end - timedelta(days=days)
    when = When(start=start, end=end, edtf=f"{start}/{end}", basis="relative")
    act = Act(type=event_type(group), mode=None, background=True)
    others = (g for e, g in told.groups if e != event and event_type(g) == act.type)
    if any(overlap(t.when, when) for g in others for m in g for t in m.times):
        return
    before = told.make.event_id(word, "earlier")
    words = [word.doc[word.i : noun.right_edge.i + 1]]
    yield told.make.claim(About(event=before, slot="act"), act, words)
    for place in (p for m in group[:1] for p in m.places):
        yield told.make.claim(About(event=before, slot="where"), place.place, [*words, place.tokens])
    yield told.make.claim(About(event=before, slot="when"), when, words)


def _window_days(noun: Token) -> int | None:
    """Return the days of "in ten days", "within two weeks" below `noun`."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in {"in", "within"}:
            days = days_of(" ".join(t.text for t in prep.subtree))
            return None if days is None else int(days)
    return None


def _patterned(sentence: TokenSpan, told: _Told) -> Iterator[Claim]:
    """Yield what puts an event above all others, or at the same time, by a set phrase."""
    for match in _unequalled().finditer(told.page.words(sentence)):
        tokens = _span(sentence, match.start(), match.end())
        if tokens is not None:
            same = match.group(0).lower().find("the same ") >= 0
            value = Comparison(kind="interval" if same else "superlative", text=tokens.text, number=0 if same else None)
            yield told.claim(tokens, value)


def _measured(sentence: TokenSpan, told: _Told, acts: frozenset[int]) -> Iterator[Claim]:
    """Yield the distances and intervals between events that `sentence` tells."""
    text = told.page.words(sentence)
    if acts.isdisjoint(range(sentence.start, sentence.end)) and "apart" not in text:
        return
    for match in distances(text):
        km = km_of(match.group("km"))
        tokens = _span(sentence, match.start(), match.end())
        if km is not None and tokens is not None:
            yield told.claim(tokens, Comparison(kind="distance", text=tokens.text, number=km))
    for match in intervals(text):
        days = days_of(match.group("span"))
        tokens = _span(sentence, match.start(), match.end())
        if days is not None and tokens is not None and _tells_of_event(tokens, acts):
            words = _to_clause_end(tokens)
            yield told.claim(words, Comparison(kind="interval", text=words.text, number=days))


def _tells_of_event(tokens: TokenSpan, acts: frozenset[int]) -> bool:
    """Return whether an interval is one between events, not a limit ("no later than 60 days after")."""
    before = tokens.doc[max(tokens.start - 3, tokens.sent.start) : tokens.start]
    if any(t.lower_ in {"within", "than", "for"} for t in before) and before.text.lower()[-9:] != "less than":
        return False
    near = tokens.doc[tokens.start : min(tokens.end + SERIES_REACH, tokens.sent.end)]
    if tokens[-1].lower_ in {"later", "apart"}:
        return True
    return any(t.i in acts or (t.pos_ in NOUNS and _is_ranked(t)) or t.pos_ == "VERB" for t in near)


def _to_clause_end(tokens: TokenSpan) -> TokenSpan:
    end = tokens.end
    while end < min(tokens.sent.end, tokens.start + SERIES_REACH) and tokens.doc[end].text not in CLAUSE_ENDS:
        end += 1
    return tokens.doc[tokens.start : end]


def _span(sentence: TokenSpan, start: int, end: int) -> TokenSpan | None:
    offset = sentence.start_char
    return sentence.doc.char_span(offset + start, offset + end, alignment_mode="contract")
