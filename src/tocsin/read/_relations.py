"""How actors stand to each other and to places: trained in, split from, opposes, controls and the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.claim import SYMMETRIC, Claim
from tocsin.core.values import Place
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._events import EventMention
from tocsin.read._mediation import brought_together, find_mediations, is_with_mediator
from tocsin.read._mentions import Findings
from tocsin.read._parse import Page
from tocsin.read._relation_acts import Found, act_relations
from tocsin.read._relation_clauses import find_clause_matches
from tocsin.read._relation_fit import Triple, holds, is_mere_accord, side_key
from tocsin.read._relation_nouns import find_noun_matches
from tocsin.read._relation_phrases import Match, find_matches
from tocsin.read._side_names import Side, capitals, words
from tocsin.read._sides import Sides, sides_of
from tocsin.read._stance import stance_of
from tocsin.read._takeovers import takeovers

Groups = list[tuple[str, list[EventMention]]]
OF_ATTACKERS = frozenset({"launched_from", "trained_in"})


def relation_claims(triples: list[Triple], groups: Groups, make: ClaimMaker) -> Iterator[Claim]:
    """Yield a claim for each of `triples` that is told; it belongs to the event in which its left side acted."""
    acted = {a.chain: event for event, group in reversed(groups) for m in group for a in m.doers}
    for triple in triples:
        if not triple.told:
            continue
        event = acted.get(-1 if triple.left.chain is None else triple.left.chain)
        about = About(
            event=event or make.event_id(triple.cue, triple.relation), slot=triple.relation, subject=triple.left.name
        )
        stance = stance_of(triple.cue) if triple.cue.pos_ == "VERB" else "asserted"
        stance = stance if stance in {"asserted", "hedged"} else "asserted"
        named = [side.named for side in (triple.left, triple.right) if side.named is not None]
        more = [t for t in triple.right.more if t not in named]
        words: list[TokenSpan | Token] = [triple.cue, triple.left.tokens, triple.right.tokens, *named, *more]
        yield make.claim(about, triple.right.value, words, stance=stance)


def find_relations(page: Page, found: Findings, groups: Iterable[list[EventMention]] = ()) -> list[Triple]:
    """Return the relations that `page` tells of, each once, in the order of the text; planned ones too.

    `groups` are the acts of the page, each with its mentions: some leave a relation behind.
    """
    sides = sides_of(page.doc, found)
    clauses = list(find_clause_matches(sides))
    filled = {(m.relation, m.cue.i): len(m.slots) for m in clauses}
    matches = [m for m in find_matches(sides) if len(m.slots) > filled.get((m.relation, m.cue.i), 0)]
    matches += [*clauses, *find_noun_matches(sides)]
    matches = [m for m in matches if not is_with_mediator(m)]
    matches += brought_together(matches)
    matches.sort(key=lambda m: m.cue.i)
    changes = list(takeovers(matches))
    over = [old for old, _ in changes]
    triples = [t for m in matches if m.relation != "mediates" and m not in over for t in _triples(m)]
    losses = [(a, b, new.cue) for old, new in changes for a, b in product(old.slots["L"], new.slots["L"])]
    triples += [Triple(relation="ousted_by", left=a, right=b, cue=cue) for a, b, cue in losses]
    triples += [
        Triple(relation="mediates", left=m.left, right=m.over, cue=m.cue, told=m.told)
        for m in find_mediations(sides, matches)
    ]
    triples += [t for triple in triples for t in _until(triple, sides)]
    triples += _of_acts(act_relations(list(groups), sides), triples, page)
    triples = [replace(t, left=sides.attackers(t.left)) if t.relation in OF_ATTACKERS else t for t in triples]
    triples = [
        replace(t, left=sides.led(t.left), right=sides.headed_by(t.right)) if t.relation == "affiliated_with" else t
        for t in triples
    ]
    triples = [replace(t, told=False) if is_mere_accord(t) else t for t in triples]
    triples.sort(key=lambda t: t.cue.i)
    return _each_once([t for t in triples if holds(t)])


def _of_acts(acts: Iterable[Found], known: list[Triple], page: Page) -> list[Triple]:
    """Return what acts leave behind, where no words of their sentence tell the like."""
    told = {(t.relation, t.cue.sent.start) for t in known}
    new = [(a, page.doc[a.mention.trigger.head]) for a in acts]
    return [
        Triple(relation=a.relation, left=a.left, right=a.right, cue=cue)
        for a, cue in new
        if (a.relation, cue.sent.start) not in told
    ]


def _triples(match: Match) -> Iterator[Triple]:
    slots = match.slots
    if "B" in slots:
        first, *others = slots["B"]
        pairs = [(first, other) for other in others]
    else:
        pairs = [(a, b) for a in slots.get("L", ()) for b in slots.get("R", ())]
    for left, right in pairs:
        yield Triple(relation=match.relation, left=left, right=right, cue=match.cue, told=match.told)


def _until(triple: Triple, sides: Sides) -> Iterator[Triple]:
    """Yield who took the place from the one who controls it: "X ruled the town until Y took it"."""
    if triple.relation != "controls":
        return
    sentence = triple.cue.sent
    until = next((t for t in sentence if t.lower_ == "until" and t.i > triple.cue.i), None)
    for verb in triple.cue.doc[until.i : sentence.end] if until is not None else ():
        if verb.pos_ == "VERB" and verb.lemma_.lower() in words("taking"):
            took = sides.before(verb.i, "power")
            yield from (Triple(relation="ousted_by", left=triple.left, right=t, cue=verb) for t in took)
            return


def _each_once(triples: list[Triple]) -> list[Triple]:
    kept: list[Triple] = []
    for triple in sorted(triples, key=lambda t: not t.told):
        if not any(_same(triple, other) for other in kept):
            kept.append(triple)
    return kept


def _same(one: Triple, other: Triple) -> bool:
    if one.relation != other.relation:
        return False
    straight = _alike(one.left, other.left) and _alike(one.right, other.right)
    return straight or (one.relation in SYMMETRIC and _alike(one.left, other.right) and _alike(one.right, other.left))


def _alike(one: Side, other: Side) -> bool:
    """Return whether two sides are one actor or place: the same chain, or the words of one among the other's."""
    if one.chain is not None and one.chain == other.chain:
        return True
    a, b = side_key(one), side_key(other)
    if isinstance(one.value, Place) and {"capital"} in (a, b) and {one.name, other.name} & capitals():
        return True
    return a <= b or b <= a
