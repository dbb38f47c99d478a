"""The tolls of events, once it is known which mentions tell of one event: sides, single victims, figures told apart."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from tocsin.core.vocabulary import toml_table
from tocsin.read._events import EventMention
from tocsin.read._mentions import ActorMention, Findings, NumberMention, not_speaking
from tocsin.read._parse import Page
from tocsin.read._people import is_attacker, is_person, singular
from tocsin.read._people_class import people_class
from tocsin.read._recalled import sums_up_long
from tocsin.read._retold import with_retold
from tocsin.read._tolls import TollMention, find_tolls
from tocsin.read._victims import with_victims

CARRY = 3  # sentences


def with_tolls(groups: Iterable[list[EventMention]], page: Page, found: Findings) -> list[list[EventMention]]:
    """Return `groups` of mentions of one event each with all tolls told of them."""
    known = [list(group) for group in groups]
    _carry(known, page, found)
    named = with_retold(with_victims(known, page.doc, found))
    sided = [[_with_sides(mention, group) for mention in group] for group in named]
    return [[_with_classes(mention) for mention in group] for group in sided]


def _carry(groups: list[list[EventMention]], page: Page, found: Findings) -> None:
    """Give tolls in a sentence that tells no act to the attack told last before ("The ministry put the toll at 31")."""
    triggers = [m.trigger for group in groups for m in group]
    told = {t.number.tokens.start for group in groups for m in group for t in m.tolls}
    sentence_at = {i: n for n, s in enumerate(page.sentences) for i in range(s.start, s.end)}
    busy = {m.sentence: (g, n) for g, group in enumerate(groups) for n, m in enumerate(group)}
    hurt = {m.sentence: (g, n) for g, group in enumerate(groups) for n, m in enumerate(group) if m.tolls}
    for toll in find_tolls(page.doc, not_speaking(found), triggers):
        sentence = sentence_at[toll.number.tokens.start]
        if toll.number.tokens.start in told or toll.slot == "abducted":
            continue
        if sums_up_long(page.sentences[sentence], found.times, page):
            continue
        place = hurt.get(sentence) if sentence in busy else _last_attack_before(groups, sentence)
        if place is not None:
            group, n = groups[place[0]], place[1]
            group[n] = replace(group[n], tolls=(*group[n].tolls, toll))


def _last_attack_before(groups: list[list[EventMention]], sentence: int) -> tuple[int, int] | None:
    """Return the numbers of group and mention of the attack told last in the sentences before."""
    before = [
        (m.sentence, m.trigger.head, g, n)
        for g, group in enumerate(groups)
        for n, m in enumerate(group)
        if m.trigger.sense.type == "ASSAULT" and sentence - CARRY <= m.sentence < sentence and m.stance == "asserted"
    ]
    if not before:
        return None
    _, _, g, n = max(before, key=lambda row: (row[0], not groups[row[2]][row[3]].background, -row[1]))
    return g, n


def _with_sides(mention: EventMention, group: list[EventMention]) -> EventMention:
    """Return `mention` with each toll put on the side of the attackers or not, as far as the event tells."""
    if mention.trigger.sense.type != "ASSAULT" or not mention.tolls:
        return mention
    tolls = tuple(_sided(t, mention, group) for t in mention.tolls)
    return replace(mention, tolls=tolls)


def _sided(toll: TollMention, mention: EventMention, group: list[EventMention]) -> TollMention:
    number = toll.number
    noun = _counted_noun(number)
    attacking = noun is not None and is_attacker(noun) and _attacked(noun, mention, group)
    side: Literal["attackers"] | None = "attackers" if attacking else None
    if side == number.quantity.side:
        return toll
    return replace(toll, number=replace(number, quantity=replace(number.quantity, side=side)))


def _with_classes(mention: EventMention) -> EventMention:
    """Return `mention` with the class of those whom each toll counts."""
    return replace(mention, tolls=tuple(map(_classed, mention.tolls))) if mention.tolls else mention


def _classed(toll: TollMention) -> TollMention:
    number = toll.number
    class_ = people_class(number.tokens.doc, number)
    if class_ == number.quantity.class_:
        return toll
    return replace(toll, number=replace(number, quantity=replace(number.quantity, class_=class_)))


def _counted_noun(number: NumberMention) -> str | None:
    """Return the noun that says who is counted; for "of the 15 attackers, 12 were killed" that of the whole."""
    doc = number.tokens.doc
    if number.noun is not None:
        return doc[number.noun].text
    sentence = doc[number.tokens.start].sent
    if sentence[0].lower_ != "of":
        return None
    people = (t.text for t in doc[sentence.start : number.tokens.start] if t.pos_ == "NOUN" and is_person(t.text))
    return next(people, None)


def _attacked(noun: str, mention: EventMention, group: list[EventMention]) -> bool:
    """Return whether those counted as `noun` are the ones who carried out the attack that `group` tells of."""
    sense = mention.trigger.sense
    table = toml_table("fates.toml")["sides"]
    if any(m.trigger.sense.mode in table["from_afar"] for m in group):
        return False
    killing = sense.effect == "killed"
    doers = [a for m in group if not m.trigger.sense.parties and not (killing and m is mention) for a in m.doers]
    attacked = any(_is_attacking(a) for a in doers)
    if singular(noun.lower()) in table["attackers"]:
        return attacked or not (mention.doers and killing)
    return attacked and not any(m.trigger.sense.parties for m in group)


def _is_attacking(actor: ActorMention) -> bool:
    return actor.kind == "armed group" or is_attacker(actor.tokens.doc[actor.head].text)
