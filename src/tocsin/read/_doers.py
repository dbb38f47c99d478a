"""Whom the words for those who did an act stand for: actors, what acts for them, the body whose members they are."""

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.core.values import BODIES
from tocsin.read._kinds import nation
from tocsin.read._mentions import ActorMention, Findings, actors_by_token
from tocsin.read._names import is_organisation
from tocsin.read._noun_kinds import noun_kind
from tocsin.read._parse import Page
from tocsin.read._targets import noun_phrase

OF = frozenset({"of", "from"})
HYPHENS = frozenset("-‐‑–")


class Doers:
    """Those who may have done the acts of a page, by the head tokens of their words."""

    def __init__(self, page: Page, found: Findings) -> None:
        self._body = page.dateline_end
        self._actor_at = actors_by_token(found)
        self._named = {a.chain: a for a in reversed(found.actors)}
        self._texts = {a.tokens.text.lower(): a for a in found.actors if a.kind in BODIES}

    def of(self, heads: tuple[Token, ...]) -> tuple[ActorMention, ...]:
        """Return the mentions that `heads` stand for, each once."""
        found = (a for head in heads for a in self._meant_by(head))
        return tuple({a.head: a for a in found}.values())

    def _meant_by(self, head: Token) -> Iterator[ActorMention]:
        if head.i < self._body:  # the parser takes the town of a dateline for the subject: "BAMAKO - Soldiers seized"
            for other in (c for c in head.children if c.dep_ == "appos" and c.i >= self._body):
                yield from self._meant_by(other)
            return
        actor = self._actor_at.get(head.i)
        if actor is not None:
            yield self._body_of(actor, head)
        elif noun_kind("machinery").has_noun(head):
            yield from self._behind_machine(head)

    def _body_of(self, actor: ActorMention, head: Token) -> ActorMention:
        """Return the body whose mere members did it: "its fighters", "the Front's men" are the Front."""
        if actor.head != head.i or not noun_kind("members").has_noun(head):
            return actor
        before = [c for c in head.lefts if c.dep_ != "det"]
        if [c.dep_ for c in before] != ["poss"]:
            return actor
        body = self._named.get(actor.owner) if actor.owner is not None else self._texts.get(_possessor(before[0]))
        if body is None or body.kind not in BODIES:
            return actor
        return ActorMention(
            tokens=actor.tokens,
            head=actor.head,
            name=body.name,
            chain=body.chain,
            kind=body.kind,
            country=body.country,
            proper=body.proper,
        )

    def _behind_machine(self, machine: Token) -> Iterator[ActorMention]:
        """Yield whose a machine of war is, where the words tell: "helicopters of the army", "French jets"."""
        owners = [o for c in machine.children if c.lower_ in OF for o in c.children]
        known = [self._actor_at[o.i] for o in owners if o.i in self._actor_at]
        if known:
            yield from known
        elif any(map(self._tells_whose, machine.lefts)):
            country = next((n for c in machine.lefts if not _is_hyphened(c) and (n := nation(c.text))), None)
            yield ActorMention(
                tokens=noun_phrase(machine),
                head=machine.i,
                name=noun_phrase(machine).text,
                chain=-machine.i,
                kind="group",
                country=country,
                proper=False,
                plural=machine.tag_ == "NNS",
            )

    def _tells_whose(self, word: Token) -> bool:
        """Return whether a word before a machine tells who sent it: "army", "Syrian", "NATO", a body of the page."""
        if _is_hyphened(word):
            return False
        kinds = (noun_kind("power"), noun_kind("forces"))
        named = word.lower_ in self._texts or f"the {word.lower_}" in self._texts or is_organisation(word.text)
        return named or nation(word.text) is not None or any(word.lower_ in k.nouns for k in kinds)


def _possessor(noun: Token) -> str:
    """Return the words of a possessor in small letters: "the front" of "the Front's men"."""
    return noun_phrase(noun).text.lower()


def _is_hyphened(word: Token) -> bool:
    """Return whether a word only begins a longer one: "Turkish-made" tells who made it, not whose it is."""
    return word.i + 1 < len(word.doc) and not word.whitespace_ and word.nbor().text in HYPHENS
