"""Negotiations: who talks, who mediates, where, what each side wants, and what is due by when."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tocsin.core.claim import Claim
from tocsin.core.values import Position
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._columns import columns
from tocsin.read._deadlines import deadline_claims
from tocsin.read._grammar import ancestors, complements, next_word, objects
from tocsin.read._mentions import Findings, PlaceMention, StatementMention
from tocsin.read._parse import Page
from tocsin.read._relation_fit import Triple, is_vague_party
from tocsin.read._side_names import Side
from tocsin.read._sides import Sides, sides_of
from tocsin.read._talks_words import NOUNS, is_talks, talks_words

TOWN_M = 50_000
VENUE_REACH = 6
TALKERS = frozenset({"group", "armed group", "organisation", "state"})
VENUE_PREPOSITIONS = frozenset({"in", "at", "near"})
WITH = frozenset({"with"})
TO_AND_FROM = frozenset({"to", "from", "of", "in"})
OF = frozenset({"of"})
COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "prep"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party to talks and the word that makes it one."""

    side: Side
    cue: Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Negotiation:
    """One negotiation of a page: its parties and the event its claims belong to."""

    event: str
    parties: tuple[Party, ...]


def talks_claims(page: Page, found: Findings, relations: list[Triple], make: ClaimMaker) -> Iterator[Claim]:
    """Yield the claims about the negotiations that `page` speaks of; nothing where it speaks of none.

    Mediators, venue, positions and deadlines belong to the one with the most parties.
    """
    told = zip(columns(page.doc).pos, columns(page.doc).lemma, strict=True)
    speaks = any(pos in {"NOUN", "PROPN"} and lemma in talks_words("strong") for pos, lemma in told)
    mediations = [t for t in relations if t.relation == "mediates"]
    pairs = [t for t in relations if t.relation == "negotiates_with"]
    if not speaks and not mediations and not any(p.told for p in pairs):
        return
    sides = sides_of(page.doc, found)
    negotiations = _negotiations(pairs, make) or [Negotiation(event=make.event_id(page.doc[0], "talks"), parties=())]
    main = max(negotiations, key=lambda n: len(n.parties))
    mediators = {t.left.name.casefold() for t in mediations}
    main = Negotiation(event=main.event, parties=(*main.parties, *_joiners(page, sides, main, mediators)))
    for negotiation in [main, *(n for n in negotiations if n.event != main.event)]:
        for party in negotiation.parties:
            yield _claim(make, About(event=negotiation.event, slot="party", subject=party.side.name), party)
    for triple in mediations:
        about = About(event=main.event, slot="mediator", subject=triple.left.name)
        yield _claim(make, about, Party(side=triple.left, cue=triple.cue))
    yield from _venue(page, found, make, main.event)
    yield from _positions(sides, found, make, main)
    yield from deadline_claims(page, found, make, main.event)


def _claim(make: ClaimMaker, about: About, party: Party) -> Claim:
    side = party.side
    return make.claim(about, side.value, [side.tokens, party.cue, *([] if side.named is None else [side.named])])


def _negotiations(pairs: list[Triple], make: ClaimMaker) -> list[Negotiation]:
    """Return the negotiations: pairs with a party in common are one."""
    groups: list[tuple[str, dict[str, Party]]] = []
    for pair in pairs:
        parties = {s.name.casefold(): Party(side=s, cue=pair.cue) for s in (pair.left, pair.right)}
        known = next((g for g in groups if g[1].keys() & parties.keys()), None)
        if known is None:
            groups.append((make.event_id(pair.cue, "talks"), parties))
        else:
            known[1].update({k: v for k, v in parties.items() if k not in known[1]})
    return [Negotiation(event=event, parties=tuple(parties.values())) for event, parties in groups]


def _joiners(page: Page, sides: Sides, main: Negotiation, mediators: set[str]) -> Iterator[Party]:
    """Yield those who sign, refuse to sign or, where few parties are known, take a position."""
    seen = {p.side.name.casefold() for p in main.parties} | mediators
    chains = {p.side.chain for p in main.parties}
    near = _near_talks(page)
    few = len(main.parties) < 2
    told = enumerate(columns(page.doc).pos)
    words = (page.doc[i] for i, pos in told if pos in {"VERB", "NOUN"} and i in near)
    for token in words:
        for taker in _takers(sides, token, few=few) if token.pos_ == "VERB" else _talking(sides, token):
            side = sides.spoken_for(taker)
            key = side.name.casefold()
            known = {key, taker.name.casefold()} & seen or side.chain in chains
            if not known and side.kind in TALKERS and not is_vague_party(side):
                seen.add(key)
                yield Party(side=side, cue=token)


def _talking(sides: Sides, noun: Token) -> list[Side]:
    """Return with whom somebody talks ("talks with X"), and who sent a delegation."""
    lemma = noun.lemma_.lower()
    if lemma in talks_words("talking"):
        return sides.of_heads(complements(noun, WITH))
    sent = sides.headed(noun.i) if lemma in talks_words("delegates") else None
    return [] if sent is None else [sides.side(sent)]


def _near_talks(page: Page) -> frozenset[int]:
    """Return the tokens of the paragraphs that speak of talks."""
    told = columns(page.doc)
    nouns = [tag in NOUNS and lemma in talks_words("nouns") for tag, lemma in zip(told.tag, told.lemma, strict=True)]
    about = {page.paragraph_of[n] for n, s in enumerate(page.sentences) if any(nouns[s.start : s.end])}
    inside = (s for n, s in enumerate(page.sentences) if page.paragraph_of[n] in about)
    return frozenset(i for s in inside for i in range(s.start, s.end))


def _takers(sides: Sides, verb: Token, *, few: bool) -> list[Side]:
    """Return who signs, or takes a position, by what `verb` says."""
    lemma = verb.lemma_.lower()
    if lemma in talks_words("signing"):
        if next_word(verb) == "for":
            return sides.after(verb.i + 2)
        by = [t.i for t in verb.doc[verb.i + 1 : verb.sent.end] if t.lower_ == "by" and not _of_other_verb(t, verb)]
        return [s for i in by for s in sides.after(i + 1)] or sides.before(verb.i)
    taken = few and (lemma in talks_words("firm") or _acts_on_talks(verb))
    return sides.before(verb.i) if taken else []


def _of_other_verb(by: Token, verb: Token) -> bool:
    """Return whether "by" tells who did something else ("signed a truce brokered by X")."""
    return by.head.i != verb.i and by.head.pos_ == "VERB"


def _acts_on_talks(verb: Token) -> bool:
    """Return whether `verb` tells what a party does to talks ("ended a truce", "left the talks")."""
    what = [*objects(verb), *complements(verb, TO_AND_FROM)]
    what += [t for c in verb.children for t in complements(c, OF)]  # "out of the talks"
    return verb.lemma_.lower() in talks_words("leaving") and any(is_talks(t) for t in what)


def _venue(page: Page, found: Findings, make: ClaimMaker, event: str) -> Iterator[Claim]:
    """Yield where the talks are held: the town that most often stands with them."""
    places = [(p, cue) for p in found.places if (cue := _held_at(p, page)) is not None]
    votes = Counter(p.place.name for p, _ in places)
    best = max(votes, key=lambda name: votes[name], default=None)
    for place, cue in places:
        if place.place.name == best:
            yield make.claim(About(event=event, slot="venue"), place.place, [place.tokens, cue])


def _held_at(mention: PlaceMention, page: Page) -> Token | None:
    """Return the word by which talks are held at a town, None where they are not."""
    start = mention.tokens.start
    if start < page.dateline_end or (mention.place.precision_m or TOWN_M + 1) > TOWN_M or start == 0:
        return None
    before = page.doc[start - 1]
    if before.lower_ not in VENUE_PREPOSITIONS and mention.tokens[0].lower_ not in VENUE_PREPOSITIONS:
        return None
    if not any(is_talks(t) or t.lemma_ in {"sign", "negotiate", "meet"} for t in mention.tokens.sent):
        return None
    for above in ancestors(mention.tokens.root, VENUE_REACH):
        if is_talks(above) or above.lemma_.lower() in talks_words("meeting"):
            return above
        if above.pos_ == "VERB":
            return None
    return None


def _positions(sides: Sides, found: Findings, make: ClaimMaker, main: Negotiation) -> Iterator[Claim]:
    """Yield what parties demand, accept or refuse: statements led by such a verb, and clauses below one."""
    names = {p.side.name for p in main.parties}
    spoken = {s.cue for s in found.statements}
    for said in found.statements:
        if (
            said.chain
            and said.speaker is not None
            and sides.doc[said.cue].lemma_.lower() in talks_words("position_verbs")
        ):
            party = sides.spoken_for(sides.side(said.speaker)).name
            if party in names:
                yield _stated_position(said, party, make, main.event)
    for token in _position_verbs(sides.doc):
        if token.i in spoken:
            continue
        for side in sides.before(token.i):
            content = _complement(token)
            if side.name in names and content is not None:
                about = About(event=main.event, slot="position", subject=side.name)
                value = Position(party=side.name, content=content.text.strip())
                yield make.claim(about, value, [token, side.tokens, content])


def _position_verbs(doc: Doc) -> Iterator[Token]:
    words = enumerate(zip(columns(doc).pos, columns(doc).lemma, strict=True))
    return (doc[i] for i, (pos, lemma) in words if pos == "VERB" and lemma in talks_words("position_verbs"))


def _stated_position(said: StatementMention, party: str, make: ClaimMaker, event: str) -> Claim:
    about = About(event=event, slot="position", subject=party)
    value = Position(party=party, content=said.content)
    return make.from_spans(about, value, said.spans, sources=make.chain(said), stance="asserted")


def _complement(verb: Token) -> TokenSpan | None:
    below = [c for c in verb.children if c.dep_ in COMPLEMENTS and c.i > verb.i]
    if not below:
        return None
    start, end = below[0].left_edge.i, below[-1].right_edge.i + 1
    return verb.doc[start:end]
