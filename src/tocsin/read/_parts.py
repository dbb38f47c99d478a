"""One mention of an act as the several that it tells of: "struck Gao and Kidal", "killed 12 in Gao, two in Kidal"."""

from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Token

from tocsin.read._columns import columns
from tocsin.read._events import EventMention, near, overlap
from tocsin.read._mentions import PlaceMention, TimeMention
from tocsin.read._noun_kinds import noun_kind

TOWN_M = 30_000
AMONG_EQUALS = frozenset({"AGREE", "CONSULT"})
OPENING = frozenset({"NUM", "NOUN", "PROPN", "DET", "ADJ", "PRON"})
OTHERS = frozenset({"other", "others", "another", "one"})
NOWHERE = frozenset({"from", "of", "to", "between", "with"})  # behind these stands who somebody is, not where
GAP_WORDS = 14
APART = frozenset({",", ";"})  # what they set off is an apposition or another clause
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENING_CLAUSE = frozenset({"WDT", "WP", "WRB", "CC"})
Told = TypeVar("Told", PlaceMention, TimeMention)


def parts(mention: EventMention) -> list[EventMention]:
    """Return one mention for each act that `mention` tells of, else the mention."""
    if mention.trigger.sense.parties and mention.trigger.sense.type in AMONG_EQUALS:
        return [mention]
    gap = _gap(mention)
    return _split_by_place(mention) if gap is None else _cut(mention, gap)


def _gap(mention: EventMention) -> int | None:
    """Return the "and" behind which others are told of, in another place or on another day, without a verb."""
    told: list[PlaceMention | TimeMention] = [*mention.places, *mention.times]
    if mention.trigger.sense.noun or max(len(mention.places), len(mention.times)) < 2:
        return None
    doc, head = told[0].tokens.doc, mention.trigger.head
    reach = range(head + 1, min(doc[head].sent.end, max(t.tokens.start for t in told)))
    return next((i for i in reach if columns(doc).lower[i] == "and" and _opens_gap(mention, doc[i])), None)


def _opens_gap(mention: EventMention, word: Token) -> bool:
    """Return whether a place or day behind "and" is told for others, and is another than those before it."""
    if word.nbor(1).pos_ not in OPENING or word.nbor(1).tag_ in {"WDT", "WP"}:
        return False
    here, there = _sides(mention.places, word.i)
    then, later = _sides(mention.times, word.i)
    moved = here and any(_is_gapped(word, p) and not any(near(p.place, h.place) for h in here) for p in there)
    return moved or bool(
        then and any(_is_gapped(word, t) and not any(overlap(t.when, e.when) for e in then) for t in later)
    )


def _sides(told: tuple[Told, ...], word: int) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Return what is told before a word and what behind it."""
    return tuple(t for t in told if t.tokens.start < word), tuple(t for t in told if t.tokens.start > word)


def _is_gapped(word: Token, other: PlaceMention | TimeMention) -> bool:
    """Return whether only who or what, and a preposition, stand between "and" and the place or day behind it.

    What has a verb of its own behind ("and her funeral on 4 May was attended") leaves none out.
    """
    led = other.tokens[0].tag_ == "IN"
    between = word.doc[word.i + 1 : other.tokens.start + led]
    if not 1 < len(between) <= GAP_WORDS or any(t.pos_ in {"VERB", "AUX"} or t.text in APART for t in between):
        return False
    others = any(t.pos_ in {"NUM", "NOUN", "PROPN"} or t.lower_ in OTHERS for t in between)
    led_by = others and between[-1].tag_ == "IN" and between[-1].lower_ not in NOWHERE
    return led_by and not _is_subject(other)


def _is_subject(other: PlaceMention | TimeMention) -> bool:
    """Return whether a finite verb stands behind a place or day, in the same clause."""
    doc, end = other.tokens.doc, other.tokens.end
    for token in doc[end : doc[end - 1].sent.end]:
        if token.is_punct or token.tag_ in OPENING_CLAUSE or token.dep_ == "mark":
            return False
        if token.tag_ in FINITE:
            return True
    return False


def _cut(mention: EventMention, word: int) -> list[EventMention]:
    """Return what `mention` tells before a word and what behind it, which has in common what is not told anew."""
    places, times = _sides(mention.places, word), _sides(mention.times, word)
    tolls = tuple(t for t in mention.tolls if t.number.tokens.start < word)
    first = replace(
        mention,
        places=places[0],
        times=times[0],
        tolls=tolls,
        undergoers=tuple(u for u in mention.undergoers if u.head < word),
        targets=tuple(t for t in mention.targets if t.tokens.start < word),
    )
    second = replace(
        mention,
        gap=word,
        given="new",
        places=places[1] or places[0],
        times=times[1] or times[0],
        tolls=tuple(t for t in mention.tolls if t not in tolls),
        undergoers=tuple(u for u in mention.undergoers if u.head > word),
        targets=tuple(t for t in mention.targets if t.tokens.start > word),
    )
    return [first, second]


def _split_by_place(mention: EventMention) -> list[EventMention]:
    """Return one mention for each of several coordinated towns ("attacks in Gao and in Kidal"), else the mention."""
    plural = mention.trigger.sense.noun and mention.plural
    apart = [p for p in mention.places if plural or _is_town(p) or _holds_several(p)]
    coordinated = [p for p in apart if _is_coordinated(p, apart)]
    if len({p.place.name for p in coordinated}) < 2:
        return [mention]
    first, *others = (replace(mention, places=(p,), given="new") for p in coordinated)
    return [first, *(replace(o, tolls=()) for o in others)]


def _is_town(place: PlaceMention) -> bool:
    return (place.place.precision_m or 10**6) <= TOWN_M


def _holds_several(place: PlaceMention) -> bool:
    """Return whether the place, a province or less, is told of several places in it: "villages in Khost and Kunar"."""
    if place.place.admin1 is None:
        return False
    name = place.tokens.root
    while name.dep_ == "conj":
        name = name.head
    above = (name.doc[i] for i in _chain(name))
    return any(t.tag_ == "NNS" and noun_kind("site").has_noun(t) for t in above)


def _is_coordinated(place: PlaceMention, places: list[PlaceMention]) -> bool:
    """Return whether the place, or the noun it stands below, is coordinated with that of another of `places`."""
    return any(_joins(place, p) or _joins(p, place) for p in places if p is not place)


def _joins(place: PlaceMention, other: PlaceMention) -> bool:
    above = set(_chain(other.tokens.root))
    doc = place.tokens.doc
    return any(doc[i].dep_ == "conj" and doc[i].head.i in above for i in _chain(place.tokens.root))


def _chain(token: Token) -> list[int]:
    """Return the indices of `token`, its preposition and the noun that this stands below."""
    chain = [token.i]
    while token.dep_ in {"pobj", "prep"} and len(chain) < 4:
        token = token.head
        chain.append(token.i)
        if token.pos_ in {"NOUN", "PROPN", "VERB"}:
            break
    return chain
