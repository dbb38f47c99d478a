"""A report's own arithmetic about events: "the third attack this year", "60 km and two weeks apart"."""

import re
from collections.abc import Iterator
from datetime import timedelta

from spacy.tokens import Token

from tocsin.core.claim import Claim
from tocsin.core.values import Act, Comparison, When
from tocsin.core.vocabulary import toml_table
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._event_claims import event_type
from tocsin.read._events import EventMention
from tocsin.read._mentions import Findings
from tocsin.read._parse import Page
from tocsin.read._predicates import lexicon

Groups = list[tuple[str, list[EventMention]]]
DISTANCE = re.compile(r"\b(\d[\d,.]*|\w+)\s*-?(km|kilomet(?:re|er)s?|miles?)\b", re.IGNORECASE)
KM_PER_MILE = 1.609344
REACH = 8


def comparison_claims(page: Page, found: Findings, groups: Groups, make: ClaimMaker) -> Iterator[Claim]:
    """Yield a claim for each comparison with other events that `page` makes."""
    words = toml_table("comparisons.toml")
    for token in page.doc:
        word = token.lower_
        if word in words["ordinals"] or word in words["superlatives"]:
            noun = _event_noun(token)
            if noun is not None:
                ranked = _ranked(token, noun, found, groups, make)
                yield ranked
                yield from _earlier_one(token, noun, ranked, groups, make)
        elif word == "apart":
            yield from _apart(token, groups, make)


def _event_noun(word: Token) -> Token | None:
    """Return the noun of an event that `word` ranks ("the third such attack")."""
    for token in word.doc[word.i + 1 : min(word.i + REACH, word.sent.end)]:
        if token.pos_ == "NOUN" and (token.lemma_.lower() in lexicon().nouns or token.lemma_.lower() in _event_nouns()):
            return token
        if token.pos_ in {"VERB", "PUNCT"}:
            return None
    return None


def _event_nouns() -> frozenset[str]:
    return frozenset(toml_table("comparisons.toml")["event_nouns"])


def _ranked(word: Token, noun: Token, found: Findings, groups: Groups, make: ClaimMaker) -> Claim:
    words = toml_table("comparisons.toml")
    end = noun.right_edge.i + 1
    within = next((t.when for t in found.times if noun.i < t.tokens.start < min(end + 2, noun.sent.end)), None)
    scope = next((p.place for p in found.places if noun.i < p.tokens.start < end), None)
    rank = words["ordinals"].get(word.lower_)
    start = word.i - 1 if word.i > word.sent.start and word.nbor(-1).lower_ == "the" else word.i
    tokens = word.doc[start : max(end, noun.i + 1)]
    value = Comparison(
        kind="ordinal" if rank is not None else "superlative",
        text=tokens.text,
        number=rank,
        within=within if isinstance(within, When) else None,
        scope=scope,
    )
    event = _nearest_event(word, groups) or make.event_id(word, "comparison")
    return make.claim(About(event=event, slot="comparison"), value, [tokens])


def _earlier_one(word: Token, noun: Token, ranked: Claim, groups: Groups, make: ClaimMaker) -> Iterator[Claim]:
    """Yield the claims about the event that "the second raid there in ten days" says came before."""
    value, event = ranked.value, ranked.event
    group = next((g for e, g in groups if e == event), None)
    if group is None or not isinstance(value, Comparison) or value.number != 2 or _window_days(noun) is None:
        return
    before = make.event_id(word, "earlier")
    act = Act(type=event_type(group), mode=None, background=True)
    words = [word.doc[word.i : noun.right_edge.i + 1]]
    yield make.claim(About(event=before, slot="act"), act, words)
    yield from (
        make.claim(About(event=before, slot="where"), p.place, [*words, p.tokens]) for m in group[:1] for p in m.places
    )
    end = next((t.when.end for m in group for t in m.times if t.when.end is not None), None)
    if end is not None:
        start = end - timedelta(days=_window_days(noun) or 0)
        when = When(start=start, end=end, edtf=f"{start}/{end}", basis="relative")
        yield make.claim(About(event=before, slot="when"), when, words)


def _window_days(noun: Token) -> int | None:
    """Return the days of "in ten days", "within two weeks" below `noun`."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in {"in", "within"}:
            days = _days(" ".join(t.text for t in prep.subtree))
            return None if days is None else int(days)
    return None


def _apart(word: Token, groups: Groups, make: ClaimMaker) -> Iterator[Claim]:
    before = word.doc[max(word.sent.start, word.i - REACH) : word.i]
    event = _nearest_event(word, groups) or make.event_id(word, "comparison")
    distance = DISTANCE.search(before.text)
    if distance is not None and (number := _number(distance.group(1))) is not None:
        km = number * (KM_PER_MILE if distance.group(2).lower().startswith("mile") else 1.0)
        value = Comparison(kind="distance", text=f"{distance.group(0)} apart", number=km)
        yield make.claim(About(event=event, slot="comparison"), value, [word.doc[before.start : word.i + 1]])
    days = _days(before.text)
    if days is not None:
        value = Comparison(kind="interval", text=f"{before.text} apart", number=days)
        yield make.claim(About(event=event, slot="comparison"), value, [word.doc[before.start : word.i + 1]])


def _days(text: str) -> float | None:
    units: dict[str, int] = toml_table("comparisons.toml")["days"]
    match = re.search(rf"\b(\d+|\w+)\s+({'|'.join(units)})s?\b", text.lower())
    number = _number(match.group(1)) if match else None
    return None if match is None or number is None else number * units[match.group(2)]


def _number(word: str) -> float | None:
    numbers: dict[str, int] = toml_table("comparisons.toml")["numbers"]
    plain = word.replace(",", "")
    return float(plain) if plain.replace(".", "", 1).isdigit() else numbers.get(word.lower())


def _nearest_event(word: Token, groups: Groups) -> str | None:
    heads = [(abs(m.trigger.head - word.i), event) for event, group in groups for m in group if not m.background]
    return min(heads)[1] if heads else None
