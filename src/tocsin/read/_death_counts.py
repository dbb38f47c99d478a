"""Mentions that only count whom earlier events have harmed: "puts the dead at 225", "at least 12 have been killed"."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from tocsin.read._events import EventMention
from tocsin.read._grammar import ancestors
from tocsin.read._tolls import TollMention

COUNTING = frozenset({"put", "count", "speak", "give", "report", "tally", "estimate", "revise", "list", "record"})
HAS = frozenset({"has", "have", "'ve", "’ve"})
DEFINITE = frozenset({"the", "these", "those"})


def with_counts_known(mentions: list[EventMention], doc: Doc) -> list[EventMention]:
    """Return `mentions`, those that only count pointing back to what is told before them."""
    attacked: set[int] = set()  # sentences that tell what was done
    told: set[int] = set()  # paragraphs in which something has been told
    for mention in mentions:
        if mention.trigger.sense.type == "ASSAULT" and not _is_of_harm(mention):
            attacked.add(mention.sentence)
    found = []
    for mention in mentions:
        head = doc[mention.trigger.head]
        alone = mention.sentence > 0 and mention.sentence not in attacked and _is_of_harm(mention)
        before = mention.paragraph in told
        if alone and _counts(mention, head, told_before=before):
            apart = not before and not mention.trigger.sense.noun
            tolls = tuple(map(_of_more, mention.tolls)) if apart else mention.tolls
            found.append(replace(mention, given="known", times=(), tolls=tolls))
        else:
            found.append(mention)
        told.add(mention.paragraph)
    return found


def _is_of_harm(mention: EventMention) -> bool:
    """Return whether a mention tells what became of people and not by what or whom."""
    sense = mention.trigger.sense
    return sense.effect in {"killed", "injured"} and sense.mode is None and not mention.doers


def _counts(mention: EventMention, head: Token, *, told_before: bool) -> bool:
    if not mention.tolls or mention.places:
        return False
    if mention.trigger.sense.noun:
        definite = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in head.children)
        return (definite or told_before) and any(a.lemma_ in COUNTING for a in ancestors(head, 2))
    perfect = any(c.dep_ == "aux" and c.lower_ in HAS for c in head.children)
    several = any((t.number.quantity.best or 0) > 1 for t in mention.tolls)
    return perfect and several and not mention.times


def _of_more(toll: TollMention) -> TollMention:
    """Return `toll` as one that is not that of a single event: what is told apart from it may sum up several."""
    return replace(toll, number=replace(toll.number, quantity=replace(toll.number.quantity, part=True)))
