"""Those to whom an act of violence happened whom no figure of its own counts: by its arguments, one by one."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tocsin.core.values import Quantity
from tocsin.core.vocabulary import toml_table
from tocsin.read._arguments import arguments
from tocsin.read._events import EventMention
from tocsin.read._mentions import ActorMention, Findings, NumberMention, actors_by_token
from tocsin.read._people import is_person
from tocsin.read._targets import noun_phrase, target_classes
from tocsin.read._tolls import TollMention, has_other_fate

BODIES = frozenset({"group", "armed group", "organisation", "state", "media"})
PLURAL = frozenset({"NNS", "NNPS"})
THEM = frozenset({"them", "they", "both", "whom"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """Who is counted on a page: numbers by each token that belongs to them, actors by token and by chain."""

    doc: Doc
    number_at: dict[int, NumberMention]
    actor_at: dict[int, ActorMention]
    chains: dict[int, list[ActorMention]]

    def number_of(self, head: Token, doing: Container[int]) -> NumberMention | None:
        """Return the figure that counts whom `head` stands for: its own, or that of whom a pronoun means.

        "Them" are never those who do it (`doing`): where it is taken for them, the last others counted are meant.
        """
        own = self.number_at.get(head.i)
        if own is not None or head.lower_ not in THEM:
            return own if own is None or own.noun in {None, head.i} else None
        actor = self.actor_at.get(head.i)
        same = self.chains.get(actor.chain, []) if actor is not None else []
        meant = (n for a in same if (n := self.number_at.get(a.head)) is not None and n.noun == a.head)
        others = (n for i in range(head.i, head.sent.start - 1, -1) if (n := self.number_at.get(i)) is not None)
        if any(a.head in doing for a in same):
            return next((n for n in others if n.noun is not None and n.noun not in doing), None)
        return next(meant, None)


def with_victims(groups: Iterable[list[EventMention]], doc: Doc, found: Findings) -> list[list[EventMention]]:
    """Return `groups` of mentions of one event each with tolls for those who are only named as whom it happened to."""
    counting = _counting(doc, found)
    return [_with_victims(_with_counted(group, counting), counting) for group in groups]


def _counting(doc: Doc, found: Findings) -> Counting:
    chains: dict[int, list[ActorMention]] = {}
    for actor in found.actors:
        chains.setdefault(actor.chain, []).append(actor)
    at = {i: n for n in found.numbers for i in range(n.tokens.start, n.tokens.end)}
    return Counting(doc=doc, number_at=at, actor_at=actors_by_token(found), chains=chains)


def _with_counted(group: list[EventMention], counting: Counting) -> list[EventMention]:
    """Return `group` with the figures of those to whom it happened by the grammar: "two men were taken and shot"."""
    doing = {a.head for m in group for a in m.doers}
    return [replace(m, tolls=(*m.tolls, *_counted(m, counting, doing))) for m in group]


def _counted(mention: EventMention, counting: Counting, doing: Container[int]) -> Iterator[TollMention]:
    slot = mention.trigger.sense.effect
    if slot is None or any(t.slot == slot for t in mention.tolls):
        return
    numbers = [n for head in _undergoing(mention, counting) if (n := counting.number_of(head, doing)) is not None]
    for number in {n.tokens.start: n for n in numbers}.values():
        if number.noun not in doing and not has_other_fate(counting.doc, number, mention.trigger.words):
            yield TollMention(slot=slot, number=number, cue=mention.trigger.head)


def _undergoing(mention: EventMention, counting: Counting) -> tuple[Token, ...]:
    if not mention.gap:
        return arguments(mention.trigger, counting.doc).direct
    behind = counting.doc[mention.gap + 1 : counting.doc[mention.gap].sent.end]
    return tuple(takewhile(lambda t: t.tag_ != "IN", behind))


def _with_victims(group: list[EventMention], counting: Counting) -> list[EventMention]:
    """Return `group` with one for each person that no number counts ("the mayor was shot dead").

    Where a figure is told in the same sentence, only those count who are listed beside it.
    """
    told = {(t.slot, m.sentence) for m in group for t in m.tolls if t.number.quantity.best}
    done = []
    for mention in group:
        slot = mention.trigger.sense.effect
        beside = [t.number for t in mention.tolls if t.slot == slot]
        if slot is None or ((slot, mention.sentence) in told and not beside):
            done.append(mention)
            continue
        named = _named(mention, beside, counting)
        numbers = [*named, *([] if beside else _described(mention, named, counting))]
        numbers += _kin(mention, [*beside, *numbers], counting)
        tolls = (TollMention(slot=slot, number=n, cue=mention.trigger.head) for n in numbers)
        done.append(replace(mention, tolls=(*mention.tolls, *tolls)))
        told |= {(slot, mention.sentence)} if numbers else set()
    return done


def _named(mention: EventMention, beside: list[NumberMention], counting: Counting) -> list[NumberMention]:
    """Return one for each person that is known as an actor."""
    found = _singles(mention, counting)
    singles = [a for a in found if not beside or _is_listed_with(a, beside)]
    return list({a.name: _one(a) for a in _separate(singles)}.values())


def _described(mention: EventMention, named: list[NumberMention], counting: Counting) -> list[NumberMention]:
    """Return one for each single noun that a killing has as its object: only who lives can be killed.

    Beside somebody named only those count who are joined by "and" with a word of their own ("Musa and his brother").
    """
    if mention.trigger.sense.effect != "killed" or mention.trigger.sense.noun:
        return []
    inside = {i for n in named for i in range(n.tokens.start, n.tokens.end)}
    heads = [h for h in _undergoing(mention, counting) if h.i not in inside and _is_somebody(h, mention, counting)]
    if named:
        heads = [h for h in heads if h.dep_ == "conj" and any(c.dep_ in {"det", "poss"} for c in h.children)]
    return [_one_of(noun_phrase(head), head) for head in heads]


def _kin(mention: EventMention, told: list[NumberMention], counting: Counting) -> list[NumberMention]:
    """Return one for "and his wife", "along with her son" behind the one person told of, where no figure has them.

    What stands between only says who the person is; the parser hangs what follows it on any of its nouns.
    """
    ones = [n for n in told if n.quantity.best == 1 and not n.quantity.part]
    if len(ones) != 1 or len(told) != 1 or mention.trigger.sense.noun:
        return []
    doc, first = counting.doc, ones[0].tokens
    end = mention.trigger.head if mention.trigger.head > first.start else first.sent.end
    stop = next((i for i in range(first.end, end) if _ends_who(doc[i])), end)
    for i in range(first.end, stop):
        if doc[i].tag_ == "PRP$" and doc[i - 1].lower_ in {"and", "with"} and not mention.trigger.sense.found:
            head = next((t for t in doc[i + 1 : min(i + 4, stop)] if t.tag_ == "NN" and is_person(t.text)), None)
            if head is not None and head.i not in counting.number_at and not _does_something_else(head, mention):
                return [_one_of(doc[i : head.i + 1], head)]
    return []


def _does_something_else(noun: Token, mention: EventMention) -> bool:
    """Return whether `noun` has a verb of its own: "Rebels killed a teacher, and his wife was hurt"."""
    follows = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    after = mention.trigger.head < noun.i and follows.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    return after or (noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.i != mention.trigger.head)


def _ends_who(token: Token) -> bool:
    """Return whether what is said of who somebody is ends at `token`: at a verb that does not name them."""
    named = token.lemma_.lower() in {"identify", "name", "know", "call"}
    return token.text == ";" or (
        token.pos_ in {"VERB", "AUX"} and not named and token.tag_ in {"VBD", "VBZ", "VBP", "VBG"}
    )


def _is_somebody(head: Token, mention: EventMention, counting: Counting) -> bool:
    """Return whether `head` can only stand for one person: no plural, no body of people, no thing."""
    actor = counting.actor_at.get(head.i)
    if head.i in counting.number_at or (actor is not None and actor.kind in BODIES and not _is_one(head)):
        return False
    inside = head.dep_ == "pobj" and len(mention.trigger.words) > 1  # "found the body of a trader"
    if not (head.dep_ in {"dobj", "nsubjpass", "nsubj", "conj"} or inside):
        return False
    if head.tag_ not in {"NN", "NNP"} and not (head.tag_ == "JJ" and _is_one(head)):
        return False
    lemma = head.lemma_.lower()
    thing = not target_classes().get(lemma, ("", True))[1]
    return not (thing or lemma in _crowds() or (head.lower_ in _several() and not _is_one(head)))


def _is_one(head: Token) -> bool:
    """Return whether an article says that a name stands for one member ("a" before an acronym)."""
    return any(c.dep_ == "det" and c.lower_ in {"a", "an", "another"} for c in head.children)


def _singles(mention: EventMention, counting: Counting) -> Iterator[ActorMention]:
    for actor in sorted(mention.undergoers, key=lambda a: a.tokens.start):
        head = actor.tokens.doc[actor.head]
        told = head.dep_ in {"appos", "pobj"} and not mention.trigger.sense.noun
        counted = actor.head in counting.number_at or actor.head in mention.trigger.words  # "took guards hostage"
        if not counted and not told and _is_one_person(actor, head):
            yield actor


def _is_one_person(actor: ActorMention, head: Token) -> bool:
    if actor.plural or head.tag_ in PLURAL or head.lower_ in _several():
        return False
    return actor.kind == "person" or (head.tag_ == "NN" and is_person(head.text) and actor.kind != "people")


@cache
def _several() -> frozenset[str]:
    return frozenset({*toml_table("people.toml")["plural_only"], *toml_table("people.toml")["pairs"], "who", "whom"})


@cache
def _crowds() -> frozenset[str]:
    """Return the nouns for several people or for a figure, which no single victim goes by."""
    nouns = toml_table("actors.toml")["noun"]
    bodies = {w for n in nouns if n["one"] in BODIES for w in n["words"]}
    return frozenset({*bodies, *toml_table("fates.toml")["tally"]["nouns"], "population", "crowd"}) - {"person"}


def _separate(singles: list[ActorMention]) -> list[ActorMention]:
    """Return `singles` without those that only say more of the one before ("the secretary and member, Ali Musa")."""
    kept: list[ActorMention] = []
    for actor in singles:
        before = actor.tokens.doc[actor.tokens.start - 1].lower_ if actor.tokens.start else ""
        owned = _is_named(actor) or actor.tokens[0].pos_ in {"DET", "PRON"}
        listed = before == "," and bool(kept) and _is_named(actor) and _is_named(kept[-1])
        if not kept or listed or (before == "and" and owned):
            kept.append(actor)
    return kept


def _is_named(actor: ActorMention) -> bool:
    return actor.tokens.doc[actor.head].tag_ == "NNP"


def _is_listed_with(actor: ActorMention, numbers: list[NumberMention]) -> bool:
    """Return whether "and" joins a person to those whom one of `numbers` counts ("the mayor and two guards")."""
    return any(_joined(n.tokens, actor.tokens) or _joined(actor.tokens, n.tokens) for n in numbers)


def _joined(left: TokenSpan, right: TokenSpan) -> bool:
    between = left.doc[left.end : right.start]
    return len(between) > 0 and between[-1].lower_ == "and" and not any(t.pos_ in {"VERB", "AUX"} for t in between)


def _one(actor: ActorMention) -> NumberMention:
    owned = actor.tokens[0].tag_ == "PRP$"  # "his brother" is not the one whose brother he is
    quantity = Quantity(low=1, best=1, high=1, group=actor.tokens.text if owned else actor.name)
    return NumberMention(tokens=actor.tokens, quantity=quantity, noun=actor.head)


def _one_of(tokens: TokenSpan, head: Token) -> NumberMention:
    return NumberMention(tokens=tokens, quantity=Quantity(low=1, best=1, high=1, group=tokens.text), noun=head.i)
