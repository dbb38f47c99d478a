"""Negotiations: who talks, who mediates, where, what each side wants, and what is due by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.claim import Claim
from tocsin.core.values import Deadline, Position
from tocsin.core.vocabulary import toml_table
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._event_claims import actor_ref
from tocsin.read._grammar import ancestors, complements, conjuncts, objects, possessors, subjects
from tocsin.read._mentions import ActorMention, Findings, StatementMention, TimeMention, actors_by_token
from tocsin.read._parse import Page

PARTY = frozenset({"between", "with", "among"})
MEDIATOR = frozenset({"by", "of"})
DUE_DEPS = frozenset({"xcomp", "prep", "npadvmod"})
Outcome = Literal["kept", "missed", "extended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    page: Page
    found: Findings
    make: ClaimMaker
    event: str
    actor_at: dict[int, ActorMention]

    def actors(self, heads: list[Token]) -> list[ActorMention]:
        found = [self.actor_at[t.i] for h in heads for t in conjuncts(h) if t.i in self.actor_at]
        return list({a.chain: a for a in found}.values())


def talks_claims(page: Page, found: Findings, make: ClaimMaker) -> Iterator[Claim]:
    """Yield the claims about the negotiation that `page` speaks of; nothing where it speaks of none."""
    words = toml_table("talks.toml")
    nouns = [t for t in page.doc if t.pos_ in {"NOUN", "PROPN"} and t.lemma_.lower() in words["nouns"]]
    if not any(t.lemma_.lower() in words["strong"] for t in nouns):
        return
    actor_at = actors_by_token(found.actors)
    context = _Context(page=page, found=found, make=make, event=make.event_id(nouns[0], "talks"), actor_at=actor_at)
    parties = list(_parties(context, nouns))
    yield from parties
    yield from _mediators(context, nouns)
    yield from _venues(context, nouns)
    yield from _positions(context, {str(c.subject) for c in parties})
    yield from _deadlines(context)


def _parties(context: _Context, nouns: list[Token]) -> Iterator[Claim]:
    for noun in nouns:
        heads = complements(noun, PARTY)
        if complements(noun, frozenset({"with"})) or not heads:
            heads += subjects(noun.head) if noun.dep_ in {"dobj", "pobj"} and noun.head.pos_ == "VERB" else []
        for actor in context.actors(heads) if len(heads) > 1 else []:
            about = About(event=context.event, slot="party", subject=actor.name)
            yield context.make.claim(about, actor_ref(actor), [actor.tokens, noun])


def _mediators(context: _Context, nouns: list[Token]) -> Iterator[Claim]:
    words = toml_table("talks.toml")
    for token in context.page.doc:
        heads: list[Token] = []
        lemma = token.lemma_.lower()
        if token.pos_ in {"NOUN", "PROPN"} and lemma in words["mediator_nouns"]:
            heads = [token, *possessors(token), *complements(token, MEDIATOR)]
        elif token.pos_ == "VERB" and lemma in words["mediator_verbs"] and _about_talks(token, nouns):
            heads = [*complements(token, frozenset({"by"})), *subjects(token)]
            heads = complements(token, frozenset({"by"})) or heads
        elif token.lower_ in words["mediator_participles"] and token.i >= 2 and token.nbor(-1).text == "-":
            heads = [token.nbor(-2)]
        for actor in context.actors(heads):
            about = About(event=context.event, slot="mediator", subject=actor.name)
            yield context.make.claim(about, actor_ref(actor), [actor.tokens, token])


def _about_talks(verb: Token, nouns: list[Token]) -> bool:
    heads = {n.i for n in nouns}
    return any(t.i in heads for t in [*objects(verb), *subjects(verb), verb.head])


def _venues(context: _Context, nouns: list[Token]) -> Iterator[Claim]:
    heads = {n.i: n for n in nouns}
    for place in context.found.places:
        if place.place.precision_m is None or place.place.precision_m > 50_000:
            continue
        above = next((a for a in ancestors(place.tokens.root, 5) if a.i in heads or a.pos_ == "VERB"), None)
        noun = heads.get(above.i) if above is not None else None
        if noun is None and above is not None:
            noun = next((c for c in above.subtree if c.i in heads and c.dep_ in {"nsubj", "nsubjpass", "dobj"}), None)
        if noun is not None:
            about = About(event=context.event, slot="venue")
            yield context.make.claim(about, place.place, [place.tokens, noun])


def _positions(context: _Context, parties: set[str]) -> Iterator[Claim]:
    """Yield what parties demand, accept or refuse: statements led by such a verb, and clauses below one."""
    verbs = toml_table("talks.toml")["position_verbs"]
    for said in context.found.statements:
        if said.chain and context.page.doc[said.cue].lemma_.lower() in verbs:
            yield _stated_position(context, said)
    spoken = {s.cue for s in context.found.statements}
    for token in context.page.doc:
        if token.pos_ != "VERB" or token.lemma_.lower() not in verbs or token.i in spoken:
            continue
        for actor in context.actors(subjects(token)):
            content = _complement(token)
            if actor.name in parties and content is not None:
                value = Position(party=actor.name, content=content)
                about = About(event=context.event, slot="position", subject=actor.name)
                yield context.make.claim(about, value, [token, actor.tokens])


def _stated_position(context: _Context, said: StatementMention) -> Claim:
    value = Position(party=said.chain[0][0], content=said.content)
    about = About(event=context.event, slot="position", subject=said.chain[0][0])
    sources = context.make.chain(said)
    return context.make.from_spans(about, value, said.spans, sources=sources, stance="asserted")


def _complement(verb: Token) -> str | None:
    below = [c for c in verb.children if c.dep_ in {"dobj", "ccomp", "xcomp", "prep"} and c.i > verb.i]
    if not below:
        return None
    start, end = below[0].left_edge.i, below[-1].right_edge.i + 1
    return str(verb.doc[start:end].text).strip()


def _deadlines(context: _Context) -> Iterator[Claim]:
    words = toml_table("talks.toml")
    for token in context.page.doc:
        lemma = token.lemma_.lower()
        is_noun = token.pos_ == "NOUN" and lemma in words["deadline_nouns"]
        is_due = token.lower_ in words["due_words"] and any(
            c.dep_ in {"xcomp", "prep", "npadvmod"} for c in token.children
        )
        if not (is_noun or is_due):
            continue
        time = _time_near(token, context.found.times)
        if is_due and (time is None or not _concerns_talks(token)):
            continue
        clause = _clause(token)
        value = Deadline(what=clause, date=None if time is None else time.when, outcome=_outcome(token))
        tokens: list[Token | TokenSpan] = [token] if time is None else [token, time.tokens]
        yield context.make.claim(About(event=context.event, slot="deadline"), value, tokens)


def _concerns_talks(token: Token) -> bool:
    nouns = toml_table("talks.toml")["nouns"]
    return any(t.lemma_.lower() in nouns for t in token.sent)


def _time_near(token: Token, times: list[TimeMention]) -> TimeMention | None:
    near = [t for t in times if token.sent.start <= t.tokens.start < token.sent.end and not t.is_duration]
    return min(near, key=lambda t: abs(t.tokens.start - token.i), default=None)


def _clause(token: Token) -> str:
    head = token if token.pos_ == "VERB" else next((a for a in ancestors(token, 4) if a.pos_ == "VERB"), token)
    return str(token.doc[head.left_edge.i : head.right_edge.i + 1].text).strip(" .,")


def _outcome(token: Token) -> Outcome | None:
    words = toml_table("talks.toml")
    lemmas = {t.lemma_.lower() for t in (token, *ancestors(token, 3), *token.children)}
    outcomes: tuple[Outcome, ...] = ("missed", "extended", "kept")
    for outcome in outcomes:
        if lemmas & set(words[outcome]):
            return outcome
    return None
