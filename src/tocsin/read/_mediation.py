"""Who mediates, and between whom or in what talks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Token

from tocsin.core.values import ActorRef
from tocsin.read._columns import columns
from tocsin.read._grammar import next_word
from tocsin.read._relation_nouns import holders, opening, worded
from tocsin.read._relation_phrases import Match
from tocsin.read._side_names import Side
from tocsin.read._sides import Sides
from tocsin.read._talks_words import NOUNS, is_talks, talks_tokens, talks_words

HYPHENS = frozenset({"-", "–"})
BESIDE = (("together", "with"), ("along", "with"), ("jointly", "with"), ("alongside",), ("as", "well", "as"))
PERSONS = frozenset({"person", "people"})
LONGEST_NAME = 6


class Mediation(NamedTuple):
    """A mediator, what is mediated, the word that says so, and whether it is told or only follows from a title."""

    left: Side
    over: Side
    cue: Token
    told: bool


def find_mediations(sides: Sides, matches: list[Match]) -> list[Mediation]:
    """Return each mediator in the page of `sides` once, with what is mediated and the word that says so.

    `matches` are the phrases found: those on mediation tell mediators, those on negotiating the parties. One who is
    only called a mediator, of parties that nothing tells, is not told to mediate anything.
    """
    told = [m for m in matches if m.relation == "mediates" and m.told and not _is_other(m)]
    overs = _Overs(sides, matches)
    found = [(s, overs.of(m.slots.get("R"), m.cue), m.cue) for m in told for s in _named(sides, m)]
    called = [(left, overs.of(None, cue), cue) for left, cue in _by_nouns(sides)]
    rows: dict[str, Mediation] = {}
    for n, (left, over, cue) in enumerate([*found, *called]):
        if over is not None and not _is_vague(left) and not _is_party(left, cue, matches):
            of_talks = n < len(found) or _is_of_talks(cue)
            row = Mediation(left=left, over=over, cue=cue, told=of_talks or bool(overs.parties))
            rows.setdefault(_key(left), row)
    return list(rows.values())


class _Overs:
    """What is mediated on a page: talks, those who talk, or both ("the talks between X and Y")."""

    def __init__(self, sides: Sides, matches: list[Match]) -> None:
        self.sides = sides
        told = [(m.cue.i, m.slots) for m in matches if m.relation == "negotiates_with"]
        pairs = [(i, _distinct(s.get("B") or [*s.get("L", ()), *s.get("R", ())])) for i, s in told]
        self.parties = [(i, parties) for i, parties in pairs if len(parties) > 1]

    def of(self, right: list[Side] | None, cue: Token) -> Side | None:
        """Return what is mediated by `cue`; `right` is what stands beside it, in whose place those known step."""
        talks = right[0] if right and is_talks(right[0].tokens.root) else None
        beside = [told for i, told in self.parties if cue.sent.start <= i < cue.sent.end]
        if talks is not None:
            return _between(talks, beside[0]) if beside else talks
        if right and not _is_unnamed(right):
            return _joined(right)
        told = _talks_of(cue)
        parties = [*beside, *(told for _, told in self.parties), *([right] if right else [])]
        return _between(told, parties[0]) if parties else told or self._first()

    def _first(self) -> Side | None:
        told = columns(self.sides.doc)
        nouns = [i for i, lemma in enumerate(told.lemma) if lemma in talks_words("nouns") and told.tag[i] in NOUNS]
        first = next((i for i in nouns if told.lemma[i] in talks_words("talking")), nouns[0] if nouns else None)
        return None if first is None else _as_side(self.sides.doc[first])


def _talks_of(cue: Token) -> Side | None:
    """Return the talks, or what they led to, that the sentence of a mediator tells of, no mere mediation."""
    nouns = [t for t in cue.sent if t.i != cue.i and is_talks(t) and t.lemma_.lower() != "mediation"]
    talking = [t for t in nouns if t.lemma_.lower() in talks_words("talking")]
    return next((_as_side(t) for t in [*talking, *nouns]), None)


def _as_side(noun: Token) -> Side:
    tokens = talks_tokens(noun)
    return Side(tokens=tokens, value=ActorRef(actor=tokens.text))


def _between(talks: Side | None, parties: list[Side]) -> Side:
    """Return talks by whom they are between: "the truce" and two parties as "the truce between X and Y"."""
    joined = _joined(parties)
    if talks is None:
        return joined
    bare, _, _ = talks.name.partition(" between ")
    return replace(joined, tokens=talks.tokens, value=ActorRef(actor=f"{bare} between {joined.name}"))


def brought_together(matches: list[Match]) -> list[Match]:
    """Return those between whom somebody mediates, by name, as parties who negotiate."""
    told = [m for m in matches if m.relation == "mediates" and len(m.slots.get("R", ())) > 1 and not _is_gathering(m)]
    parties = [(m, _distinct([s for s in m.slots["R"] if not is_talks(s.tokens.root)])) for m in told]
    return [replace(m, relation="negotiates_with", slots={"B": both}) for m, both in parties if len(both) > 1]


def is_with_mediator(match: Match) -> bool:
    """Return whether talks are held with somebody who is no party to them ("opened talks, with X as facilitator")."""
    ends = [s.tokens.end for s in match.slots.get("R", ())] if match.relation == "negotiates_with" else []
    last = match.cue.doc[max(ends) - 1] if ends else match.cue
    named = match.cue.doc[last.i + 2 : last.i + 2 + LONGEST_NAME]
    return (
        bool(ends) and next_word(last) == "as" and any(t.lemma_.lower() in talks_words("mediator_nouns") for t in named)
    )


def _is_said(cue: Token) -> bool:
    """Return whether somebody is said to be a mediator ("X is the go-between", "with X as mediator")."""
    start = opening(cue)
    before = cue.doc[start - 1] if start > cue.sent.start else cue
    opened = any(t.lower_ == "with" for t in cue.doc[max(start - LONGEST_NAME, cue.sent.start) : start])
    return before.lemma_ == "be" or (before.lower_ == "as" and opened)


def _is_of_talks(noun: Token) -> bool:
    """Return whether a mediator is one of talks: said to be one or, where no mere envoy, told of beside them."""
    if noun.lower_ in talks_words("mediator_participles") or _is_said(noun):
        return True
    envoy = noun.lemma_.lower() in talks_words("envoy_nouns")
    return not envoy and any(t.lemma_.lower() in talks_words("talking") and is_talks(t) for t in noun.sent)


def _is_other(match: Match) -> bool:
    """Return whether a match is on something else than mediation."""
    urged = match.cue.doc[match.cue.i : match.cue.i + 3]
    loose = any(t.lower_ in talks_words("urging") for t in urged) and not any(is_talks(t) for t in match.cue.sent)
    right = match.slots.get("R", [])
    alone = match.cue.lemma_.lower() in talks_words("inviting") and len(right) == 1 and not _is_unnamed(right)
    return loose or alone or _is_gathering(match) or _is_watch(match)


def _is_gathering(match: Match) -> bool:
    """Return whether members or colleagues are brought together, for anything but talks."""
    near = {t.lemma_.lower() for t in match.cue.sent}
    people = any(s.kind in PERSONS for s in match.slots.get("R", ()))
    loose = match.cue.lemma_ == "bring" and (people or match.cue.tag_ in {"VBZ", "VBP"})
    return loose and near.isdisjoint(talks_words("nouns") | talks_words("tables"))


def _is_watch(match: Match) -> bool:
    """Return whether what is overseen or led are no talks, but what came of them ("the body overseeing the truce")."""
    over = (s.tokens.root.lemma_.lower() for s in match.slots.get("R", ()) if is_talks(s.tokens.root))
    return match.cue.lemma_.lower() in talks_words("steering") and any(o not in talks_words("talking") for o in over)


def _is_party(left: Side, cue: Token, matches: list[Match]) -> bool:
    """Return whether who opens or leads talks is a party to them in the same sentence ("opened talks with X")."""
    near = (m.slots for m in matches if m.relation == "negotiates_with" and m.cue.sent == cue.sent)
    return any(_key(left) == _key(party) for slots in near for parties in slots.values() for party in parties)


def _key(side: Side) -> str:
    """Return what tells mediators apart: a state is one by whatever name ("Cairo" and "Egypt")."""
    country = side.value.country if isinstance(side.value, ActorRef) and side.kind == "state" else None
    return country or side.name.casefold()


def _distinct(sides: list[Side]) -> list[Side]:
    return list({s.name: s for s in sides}.values())


def _is_unnamed(right: list[Side]) -> bool:
    """Return whether those beside the word for mediation are named by nothing ("both sides", "the two camps")."""
    vague = len(right) == 1 and right[0].tokens.root.lemma_.lower() in talks_words("sides")
    return vague or any(t.lower_ == "between" for t in right[0].tokens)


def _joined(parts: list[Side]) -> Side:
    name = " and ".join(dict.fromkeys(p.name for p in parts))
    spans = tuple(s for p in parts for s in (p.tokens, p.named) if s is not None)
    return replace(parts[0], value=ActorRef(actor=name), chain=None, more=spans)


def _named(sides: Sides, match: Match) -> list[Side]:
    """Return the mediators of a match: those listed after a colon for "four organisations", and those beside them."""
    left = match.slots["L"]
    cue = match.cue
    colon = next((t.i for t in sides.doc[cue.i : cue.sent.end] if t.text == ":"), None)
    if colon is not None and all(_is_vague(s) or s.tokens[0].tag_ == "CD" for s in left):
        left = sides.after(colon + 1) or left
    return [*left, *_beside(sides, cue)]


def _beside(sides: Sides, cue: Token) -> list[Side]:
    """Return who mediates "together with" those told before."""
    doc = sides.doc
    for i in range(cue.i + 1, cue.sent.end):
        for words in BESIDE:
            if tuple(t.lower_ for t in doc[i : i + len(words)]) == words:
                return sides.after(i + len(words))
        if doc[i].lower_ == "counterpart":
            comma = next((t.i for t in doc[i : cue.sent.end] if t.text == ","), None)
            return sides.after(comma + 1) if comma is not None else []
    return []


def _by_nouns(sides: Sides) -> Iterator[tuple[Side, Token]]:
    """Yield the mediators told by nouns: "the UN mediator, X", "Algerian mediators", "the UN-brokered truce"."""
    told = columns(sides.doc)
    speaks = not talks_words("strong").isdisjoint(told.lemma)
    nouns, participles = talks_words("mediator_nouns"), talks_words("mediator_participles")
    near = [i for i, lemma in enumerate(told.lemma) if lemma in nouns or told.lower[i] in participles]
    for token in (sides.doc[i] for i in near):
        listed = _told_apart(sides, token) if token.tag_ == "NNS" else []
        if listed:
            yield from ((s, token) for s in listed)
            continue
        if _is_mediator(token, speaks=speaks):
            yield from ((s, token) for s in _holder(sides, token))
        elif _qualifies_talks(token):
            named = sides.naming(token.i - 2, token.i - 1) or worded(token.i - 2, token.i - 1, sides)
            yield from ((s, token) for s in named)


def _told_apart(sides: Sides, noun: Token) -> list[Side]:
    """Return the mediators that a colon lists ("three envoys had tried: A for X, B for Y and C")."""
    colon = next((t.i for t in noun.doc[noun.i : noun.sent.end] if t.text == ":"), None)
    return sides.enumerated(colon + 1) if colon is not None else []


def _is_mediator(token: Token, *, speaks: bool) -> bool:
    """Return whether `token` is a noun for a mediator; an envoy is one where the page speaks of talks."""
    lemma = token.lemma_.lower()
    if token.pos_ not in {"NOUN", "PROPN"} or lemma not in talks_words("mediator_nouns"):
        return False
    return speaks or lemma not in talks_words("envoy_nouns")


def _qualifies_talks(token: Token) -> bool:
    """Return whether `token` is the second half of "UN-brokered" before a noun for talks."""
    if token.lower_ not in talks_words("mediator_participles") or token.i < 2 or token.nbor(-1).text not in HYPHENS:
        return False
    return any(is_talks(t) for t in token.doc[token.i + 1 : token.i + 4])


def _holder(sides: Sides, noun: Token) -> list[Side]:
    """Return who a mediator is by name: what the noun resolves to, its apposition, or the body it is of."""
    held = holders(noun, sides)
    if held and (held[0].kind == "person" or _is_said(noun)):
        return held
    known = sides.headed(noun.i) or sides.actor_over(noun.i)
    if known is not None and known.proper:
        return [sides.side(known)]
    end = known.tokens.end if known is not None else noun.i + 1
    following = end + 1 if end < len(sides.doc) and sides.doc[end].text == "," else end
    named = [a for a in sides.starting(following) if a.proper and a.kind == "person"]
    if named:
        return [sides.side(named[0])]
    start = known.tokens.start if known is not None else noun.i
    first = start + int(sides.doc[start].tag_ == "DT")
    beside = sides.naming(first, noun.i) or (sides.name_ending(noun.i - 1) if noun.i > first else [])
    return beside or [body for body in sides.body_of(noun) if body.kind != "person"]


def _is_vague(side: Side) -> bool:
    """Return whether a side is only called a mediator ("the mediators"), or talks themselves."""
    noun = side.tokens.root
    lemma = noun.lemma_.lower()
    bare = lemma in talks_words("mediator_nouns") or is_talks(noun) or noun.tag_ == "CD"
    foreign = any(t.pos_ == "ADJ" and t.text[0].isupper() and t.i > 0 for t in side.tokens)
    country = isinstance(side.value, ActorRef) and side.value.country is not None
    return bare and not (foreign or country) and side.name.casefold() == side.tokens.text.casefold()
