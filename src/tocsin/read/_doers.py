"""Whom the words for those who did an act stand for: actors, what acts for them, the body whose members they are."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tocsin.core.values import BODIES, ActorKind
from tocsin.read._arguments import Arguments, light_verbs
from tocsin.read._grammar import RELATIVES, agents, complements, conjuncts, dependents
from tocsin.read._kinds import nation
from tocsin.read._mentions import ActorMention, Findings, actors_by_token
from tocsin.read._names import is_organisation
from tocsin.read._noun_kinds import noun_kind
from tocsin.read._parse import Page
from tocsin.read._predicates import HYPHENS, Trigger
from tocsin.read._targets import noun_phrase

OF = frozenset({"of", "from"})
RECEIVING = frozenset({"to", "into", "in"})
PARTS = frozenset({"hand", "control", "rule", "grasp", "grip"})
LEADING = frozenset({"lead", "open", "begin", "convene", "order", "impose", "direct"})
MANY = frozenset({"hundreds", "thousands", "dozens", "scores"})
SUBJECTS = frozenset({"nsubj", "conj", "pobj"})


def doers_told(trigger: Trigger, roles: Arguments, doc: Doc) -> tuple[Token, ...]:
    """Return those who did it, also where they stand beside the clause of the act.

    Who a town falls to takes it; a noun has them in the clause on it: "the coup led by X", "a raid that X staged".
    """
    head = doc[trigger.head]
    if roles.doers:
        return tuple(t for d in roles.doers for t in _listed(d))
    if trigger.sense.noun:
        found = [t for c in dependents(head, "acl", "relcl") for t in _in_clause(c)]
    elif trigger.sense.patient_is_subject and trigger.sense.mode == "seize":
        words = [doc[i] for i in trigger.words[1:]]
        found = [t for w in words if w.lower_ in RECEIVING for t in _receivers(w)]
    else:
        found = []
    return tuple(found)


def _listed(head: Token) -> list[Token]:
    """Return `head`, or the list behind a comma that says who it is or that the parser takes for its apposition."""
    lists = [c for c in dependents(head, "appos") if c.i > head.i and len(conjuncts(c)) > 1]
    names = next((conjuncts(c) for c in lists if all(_may_be_listed(t) for t in conjuncts(c))), [])
    if not names or head.tag_ == "NN":
        return [head]
    return names if head.tag_ == "NNS" else [head, *names]


def _may_be_listed(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.tag_ == "NNS"


def _in_clause(verb: Token) -> list[Token]:
    """Return who does what the clause on a noun tells: "led by X", "that X had carried out"."""
    if verb.lemma_ not in light_verbs() | LEADING:
        return []
    own = [s for s in dependents(verb, "nsubj") if s.tag_ not in RELATIVES and s.lower_ != "that"]
    return [t for s in own for t in conjuncts(s)] if own else agents(verb)


def _receivers(preposition: Token) -> list[Token]:
    """Return whom something falls to, or into whose hands."""
    inner = [t for c in dependents(preposition, "pobj") for t in conjuncts(c)]
    hands = [t for t in inner if t.lemma_ in PARTS]
    whose = [o for h in hands for o in (*dependents(h, "poss"), *complements(h, OF))]
    return whose if hands else inner


class Doers:
    """Those who may have done the acts of a page, by the head tokens of their words."""

    def __init__(self, page: Page, found: Findings) -> None:
        self._body = page.dateline_end
        self._actor_at = actors_by_token(found)
        self._named = {a.chain: a for a in reversed(found.actors)}
        outside = [*(p.tokens for p in found.places), *(t.tokens for t in found.times)]
        self._elsewhere = {i for tokens in outside for i in range(tokens.start, tokens.end)}
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
        elif self._is_somebody(head):
            yield _mention(head, "people" if head.pos_ == "NOUN" else None)

    def _is_somebody(self, head: Token) -> bool:
        """Return whether a subject that no vocabulary holds is "thousands", or a name that is not that of a place."""
        if head.dep_ not in SUBJECTS or head.i in self._elsewhere or _is_heading(head):
            return False
        return head.lower_ in MANY or (
            head.pos_ == "PROPN" and not any(c.dep_ in {"compound", "nummod"} for c in head.lefts)
        )

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
            yield _mention(machine, "group", country)

    def _tells_whose(self, word: Token) -> bool:
        """Return whether a word before a machine tells who sent it: "army", "Syrian", "NATO", a body of the page."""
        if _is_hyphened(word):
            return False
        kinds = (noun_kind("power"), noun_kind("forces"))
        named = word.lower_ in self._texts or f"the {word.lower_}" in self._texts or is_organisation(word.text)
        return named or nation(word.text) is not None or any(word.lower_ in k.nouns for k in kinds)


def _mention(noun: Token, kind: ActorKind | None, country: str | None = None) -> ActorMention:
    """Return a mention of whoever a noun that is no known actor stands for, in a chain of its own."""
    words = noun_phrase(noun)
    return ActorMention(
        tokens=words,
        head=noun.i,
        name=words.text,
        chain=-noun.i,
        kind=kind,
        country=country,
        proper=noun.pos_ == "PROPN",
        plural=noun.tag_ in {"NNS", "NNPS"},
    )


def _is_heading(noun: Token) -> bool:
    """Return whether the verb has another subject behind `noun`, a heading: "Gao, 3 May: gunmen attacked"."""
    return noun.dep_ == "nsubj" and any(s.i > noun.i for s in dependents(noun.head, "nsubj"))


def _possessor(noun: Token) -> str:
    """Return the words of a possessor in small letters: "the front" of "the Front's men"."""
    return noun_phrase(noun).text.lower()


def _is_hyphened(word: Token) -> bool:
    """Return whether a word only begins a longer one: "Turkish-made" tells who made it, not whose it is."""
    return word.i + 1 < len(word.doc) and not word.whitespace_ and word.nbor().text in HYPHENS
