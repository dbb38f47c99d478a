"""Who mediates, and between whom or in what talks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Token

from tocsin.core.values import ActorRef
from tocsin.read._columns import columns
from tocsin.read._relation_nouns import holders, worded
from tocsin.read._relation_phrases import Match
from tocsin.read._side_names import Side
from tocsin.read._sides import Sides
from tocsin.read._talks_words import NOUNS, is_talks, talks_tokens, talks_words

HYPHENS = frozenset({"-", "–"})
BESIDE = (("together", "with"), ("along", "with"), ("jointly", "with"), ("alongside",), ("as", "well", "as"))
PERSONS = frozenset({"person", "people"})


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
    told = [m for m in matches if m.relation == "mediates" and m.told and not (_is_gathering(m) or _is_watch(m))]
    parties, talks = _parties(matches), _first_talks(sides)
    found = [(s, _object(m.slots.get("R"), parties) or parties or talks, m.cue) for m in told for s in _named(sides, m)]
    called = [(left, parties or talks, cue) for left, cue in _by_nouns(sides)]
    rows: dict[str, Mediation] = {}
    for n, (left, over, cue) in enumerate([*found, *called]):
        if over is not None and not _is_vague(left) and not _is_party(left, cue, matches):
            of_talks = n < len(found) or cue.lower_ in talks_words("mediator_participles") or _is_beside_talks(cue)
            row = Mediation(left=left, over=over, cue=cue, told=of_talks or parties is not None)
            rows.setdefault(_key(left), row)
    return list(rows.values())


def brought_together(matches: list[Match]) -> list[Match]:
    """Return those between whom somebody mediates, by name, as parties who negotiate."""
    told = [m for m in matches if m.relation == "mediates" and len(m.slots.get("R", ())) > 1 and not _is_gathering(m)]
    parties = [(m, [s for s in m.slots["R"] if not is_talks(s.tokens.root)]) for m in told]
    return [replace(m, relation="negotiates_with", slots={"B": both}) for m, both in parties if len(both) > 1]


def _is_beside_talks(noun: Token) -> bool:
    """Return whether a mediator, no mere envoy, is told of in one sentence with talks."""
    envoy = noun.lemma_.lower() in talks_words("envoy_nouns")
    return not envoy and any(t.lemma_.lower() in talks_words("talking") and is_talks(t) for t in noun.sent)


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


def _object(right: list[Side] | None, parties: Side | None) -> Side | None:
    """Return the talks or the parties; those known from elsewhere for "the camps" and "both sides"."""
    if not right:
        return None
    vague = len(right) == 1 and right[0].tokens.root.lemma_.lower() in talks_words("sides")
    vague = vague or any(t.lower_ == "between" for t in right[0].tokens)
    return parties if vague and parties is not None else _joined(right)


def _joined(parts: list[Side]) -> Side:
    name = " and ".join(dict.fromkeys(p.name for p in parts))
    return replace(parts[0], value=ActorRef(actor=name), chain=None)


def _parties(matches: list[Match]) -> Side | None:
    """Return the parties that are first told to negotiate, in one."""
    told = (m.slots for m in matches if m.relation == "negotiates_with")
    parties = next((s.get("B") or [*s.get("L", ()), *s.get("R", ())] for s in told), [])
    return _joined(parties) if parties else None


def _first_talks(sides: Sides) -> Side | None:
    told = columns(sides.doc)
    nouns = [i for i, lemma in enumerate(told.lemma) if lemma in talks_words("nouns") and told.tag[i] in NOUNS]
    if not nouns:
        return None
    tokens = talks_tokens(sides.doc[next((i for i in nouns if told.lemma[i] in talks_words("talking")), nouns[0])])
    return Side(tokens=tokens, value=ActorRef(actor=tokens.text))


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
    if held and held[0].kind == "person":
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
