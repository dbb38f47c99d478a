"""Who claims, denies or is accused of an act."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.core.claim import Claim, Stance
from tocsin.core.vocabulary import toml_table
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._event_claims import actor_ref
from tocsin.read._events import EventMention
from tocsin.read._grammar import agents, complements, conjuncts, is_passive, objects, subjects
from tocsin.read._mentions import ActorMention, Findings, actors_by_token
from tocsin.read._parse import Page
from tocsin.read._stance import stance_of

Groups = list[tuple[str, list[EventMention]]]


def responsibility_claims(page: Page, found: Findings, groups: Groups, make: ClaimMaker) -> Iterator[Claim]:
    """Yield a claim for each actor that claims, denies or is accused of an act told of in `page`."""
    actor_at = actors_by_token(found.actors)
    for token in page.doc:
        reading = _responsible(token)
        if reading is None or stance_of(token) in {"denied", "planned", "conditional"}:
            continue
        heads, stance = reading
        event = _event_of(token, groups)
        for actor in _actors(heads, actor_at):
            if event is not None and actor.kind != "people":
                about = About(event=event, slot="responsibility")
                yield make.claim(about, actor_ref(actor), [actor.tokens, token], stance=stance)


def _actors(heads: list[Token], actor_at: dict[int, ActorMention]) -> list[ActorMention]:
    found = [actor_at[h.i] for h in heads if h.i in actor_at]
    return list({a.chain: a for a in found}.values())


def _responsible(token: Token) -> tuple[list[Token], Stance] | None:
    words = toml_table("responsibility.toml")
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in words["claim_verbs"] and _has_claimed_object(token):
        return (agents(token) or [] if is_passive(token) else subjects(token)), "claims"
    if token.pos_ == "VERB" and lemma in words["deny_verbs"] and _has_object(token, words["denied_nouns"]):
        return subjects(token), "denies"
    if token.pos_ == "VERB" and lemma in words["accuse_verbs"]:
        return _accused(token, lemma), "accused"
    if token.tag_ == "VBN" and lemma == "suspect" and token.dep_ == "amod":
        return [token.head], "accused"
    return None


def _has_claimed_object(verb: Token) -> bool:
    return _has_object(verb, [*toml_table("responsibility.toml")["claimed_nouns"]])


def _has_object(verb: Token, nouns: list[str]) -> bool:
    args = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return any(o.lemma_.lower() in nouns for a in args for o in conjuncts(a))


def _accused(verb: Token, lemma: str) -> list[Token]:
    if lemma in toml_table("responsibility.toml")["accuse_on_verbs"]:
        on = complements(verb, frozenset({"on", "to", "at"}))
        if on:
            return on
    if is_passive(verb):
        return subjects(verb)
    return objects(verb)


def _event_of(token: Token, groups: Groups) -> str | None:
    """Return the event of the act nearest to `token` in its sentence, else the last violent one told before it."""
    sentence = token.sent
    near = [
        (abs(m.trigger.head - token.i), event)
        for event, group in groups
        for m in group
        if sentence.start <= m.trigger.head < sentence.end and m.trigger.sense.type in {"ASSAULT", "COERCE"}
    ]
    if near:
        return min(near)[1]
    before = [
        (m.trigger.head, event)
        for event, group in groups
        for m in group
        if m.trigger.head < token.i and m.trigger.sense.type == "ASSAULT" and not m.background
    ]
    return max(before)[1] if before else None
