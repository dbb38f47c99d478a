"""Relations that follow from what was done: who was driven out was ousted, who sat down with whom negotiates."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from tocsin.core.claim import Relation
from tocsin.core.values import ActorRef
from tocsin.read._events import EventMention
from tocsin.read._mentions import ActorMention
from tocsin.read._side_names import Side
from tocsin.read._sides import Sides

BODIES = frozenset({"armed group", "state", "organisation", "group"})
DRIVEN = frozenset({("away",), ("fighters", "ruler")})
TWO = 2


class Found(NamedTuple):
    """A relation that an act tells: its two sides and the mention of the act."""

    relation: Relation
    left: Side
    right: Side
    mention: EventMention


def act_relations(groups: list[list[EventMention]], sides: Sides) -> Iterator[Found]:
    """Yield the relations that the acts of a page leave behind, in the order of the text."""
    told = [[m for m in g if m.stance in {"asserted", "hedged"} and m.given != "kind"] for g in groups]
    mentions = [m for group in told for m in group]
    for mention in mentions:
        yield from _ousted(mention, mentions, sides)
        yield from _set_out(mention, sides)
    for group in told:
        yield from _parties(group, sides)


def _bodies(actors: tuple[ActorMention, ...]) -> list[ActorMention]:
    return [a for a in actors if a.kind in BODIES]


def _seizures(told: list[EventMention]) -> list[EventMention]:
    return [m for m in told if m.trigger.sense.mode == "seize" and not m.trigger.sense.wide and _bodies(m.doers)]


def _ousted(mention: EventMention, told: list[EventMention], sides: Sides) -> Iterator[Found]:
    """Yield who was driven out by whom, and who left in the sentence in which somebody else took the place."""
    sense = mention.trigger.sense
    if sense.type == "COERCE" and sense.object in DRIVEN:
        for loser in mention.undergoers:
            yield from (Found("ousted_by", sides.side(loser), sides.side(d), mention) for d in _bodies(mention.doers))
    if sense.type != "RETREAT" or sense.mode != "withdraw":
        return
    for taken in _seizures(told):
        if taken.sentence == mention.sentence:
            for loser in _bodies(mention.doers):
                yield from (Found("ousted_by", sides.side(loser), sides.side(d), taken) for d in _bodies(taken.doers))


def _set_out(mention: EventMention, sides: Sides) -> Iterator[Found]:
    """Yield from where an attack was launched: what stands after "from" beside it."""
    if mention.trigger.sense.type not in {"ASSAULT", "COERCE", "MOBILIZE"}:
        return
    doers = [sides.side(d) for d in mention.doers if d.kind in {"armed group", "state", "people", None}]
    for place in mention.origins:
        for left in doers or ([_act(mention, sides.doc)] if mention.trigger.sense.noun else []):
            yield Found("launched_from", left, sides.place(place), mention)


def _act(mention: EventMention, doc: Doc) -> Side:
    """Return the words for an act as a side ("a raid")."""
    head = doc[mention.trigger.head]
    start = min((t.left_edge.i for t in head.lefts), default=head.i)
    tokens = doc[start : head.i + 1]
    return Side(tokens=tokens, value=ActorRef(actor=tokens.text))


def _parties(mentions: list[EventMention], sides: Sides) -> Iterator[Found]:
    """Yield the two parties to talks or an agreement; talks of more are told by other words."""
    talks = [m for m in mentions if m.trigger.sense.type in {"AGREE", "CONSULT"} and m.trigger.sense.parties]
    parties = {d.chain: d for m in talks for d in m.doers if d.kind in BODIES}
    if len(parties) == TWO:
        left, right = (sides.side(d) for d in parties.values())
        yield Found("negotiates_with", left, right, talks[0])
