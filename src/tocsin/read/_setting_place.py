"""What speaks for and against a place being that of an event; each docstring is what a user is told about it."""

from itertools import product

from tocsin.read._events import MEANWHILE, overlap
from tocsin.read._mentions import PlaceMention
from tocsin.read._scene import Case, Event, is_broad
from tocsin.read._setting_features import (
    Feature,
    alike,
    distance,
    harm,
    in_clause,
    opening,
    recalled,
    told_beside,
)

WORDS = frozenset({"AGREE", "REJECT", "REQUEST", "ACCUSE", "THREATEN", "SUPPORT", "CONCEDE", "SANCTION"})
# Types and modes of acts that states do to a country as a whole, and types of those done in it here or there.
OF_STATES = frozenset({"SANCTION", "COOPERATE", "SUPPORT", "ACCUSE", "ban", "martial-law", "resign", "deport"})
OF_RULE = frozenset({"COERCE", "RETREAT", "MOBILIZE", "REJECT", "THREATEN", "CONCEDE"})

# What states say and decide, wherever it is said.
BY_STATES = frozenset({"REJECT", "ACCUSE", "SANCTION", "THREATEN", "REQUEST", "SUPPORT", "resign"})


def may_hold(case: Case[PlaceMention]) -> bool:
    """Return whether a place can be that of an event, however little else speaks for it.

    Talks that went on at the same time ("during talks in Geneva") may have been elsewhere; what a state says or decides
    is done in no town told around but in the report's country, and not in another than that of who did it.
    """
    if case.is_beside and any(_is_meanwhile(a.trigger.head, case) for a in case.candidate.told_for):
        return False
    event, place = case.event, case.mention.place
    if not (case.is_beside or case.mention.tokens.root.pos_ == "PROPN" or case.scene.is_known(case.mention)):
        return False
    if (event.types | event.modes).isdisjoint(BY_STATES):
        return True
    doers = [a for m in event.mentions for a in m.doers]
    if any(a.kind == "state" and a.proper for a in doers) and not (is_broad(case.mention) and home(case)):
        return False
    return all(a.country in {None, place.country} for a in doers)


def _is_meanwhile(act: int, case: Case[PlaceMention]) -> bool:
    """Return whether an act is told as what went on while the event happened: "during talks"."""
    noun = case.scene.page.doc[act]
    led = noun.dep_ == "pobj" and noun.head.lower_ in MEANWHILE
    return led and any(noun.head.head.i == head.i for head in case.event.heads)


def sentence_before(case: Case[PlaceMention]) -> float:
    """It is told in the sentence before, in the same paragraph."""
    return case.is_just_before


def only_beside(case: Case[PlaceMention]) -> float:
    """It is the only place told in the sentence of the event."""
    return case.is_beside and len(case.scene.names_beside[case.candidate.sentence]) == 1


def another_place_beside(case: Case[PlaceMention]) -> float:
    """The sentence of the event tells a place, and it is not this one."""
    if case.is_beside or case.candidate.in_dateline:
        return False
    return not case.event.sentences.isdisjoint(case.scene.names_beside)


def sent_from(case: Case[PlaceMention]) -> float:
    """The report was sent from there, and the event is current."""
    return case.candidate.in_dateline and not case.event.background


def home(case: Case[PlaceMention]) -> float:
    """It lies in the country that the report speaks of most."""
    return case.scene.home is not None and case.mention.place.country == case.scene.home


def main_place(case: Case[PlaceMention]) -> float:
    """It is the place of the report's first current act that has one."""
    return case.mention.place.name == case.scene.main_place


def first_place(case: Case[PlaceMention]) -> float:
    """It is the first town or site that the opening names, and the event is current."""
    return case.mention.place.name == case.scene.first_place and not case.event.background


def country_as_a_whole(case: Case[PlaceMention]) -> float:
    """It is a country or province, and the act touches a state as a whole ("the king abdicated")."""
    return is_broad(case.mention) and any(m.trigger.sense.wide for m in case.event.mentions)


def country_of_states(case: Case[PlaceMention]) -> float:
    """It is the report's country or a province of it, and states do such acts (sanctions, a ban, an emergency)."""
    return is_broad(case.mention) and home(case) and is_of_states(case.event)


def country_of_rule(case: Case[PlaceMention]) -> float:
    """It is the report's country or a province of it, and such acts are done here or all over (arrests, a truce)."""
    return is_broad(case.mention) and home(case) and bool(case.event.types & OF_RULE) and not is_of_states(case.event)


def is_of_states(event: Event) -> bool:
    """Return whether an event is of a kind that states do."""
    return not (event.types | event.modes).isdisjoint(OF_STATES)


def heading(case: Case[PlaceMention]) -> float:
    """It heads the paragraph of the event, or its section."""
    heads = (case.scene.place_headings.get(n, ()) for n in case.event.paragraphs)
    return any(case.mention.tokens.start in starts for starts in heads)


def another_heading(case: Case[PlaceMention]) -> float:
    """Another place heads the paragraph of the event, or its section."""
    return any(case.scene.place_headings.get(n) for n in case.event.paragraphs) and not heading(case)


def other_time(case: Case[PlaceMention]) -> float:
    """It is told for an act of another time."""
    holders = (t.when for act in case.candidate.told_for for t in act.times)
    own = [t.when for m in case.event.mentions for t in m.times]
    return any(not overlap(a, b) for a, b in product(holders, own))


def in_words(event: Event) -> float:
    """It is done by words (an accord, a refusal, a threat), which reports often tell without a place."""
    return bool(event.types & WORDS)


PLACE: dict[str, Feature[Case[PlaceMention]]] = {
    "in_clause": Feature(in_clause, "for"),
    "told_beside": Feature(told_beside, "either"),
    "only_beside": Feature(only_beside, "for"),
    "sentence_before": Feature(sentence_before, "for"),
    "opening": Feature(opening, "for"),
    "distance": Feature(distance, "against"),
    "alike": Feature(alike, "for"),
    "another_place_beside": Feature(another_place_beside, "against"),
    "sent_from": Feature(sent_from, "for"),
    "home": Feature(home, "for"),
    "main_place": Feature(main_place, "for"),
    "first_place": Feature(first_place, "for"),
    "country_as_a_whole": Feature(country_as_a_whole, "for"),
    "other_time": Feature(other_time, "against"),
    "country_of_states": Feature(country_of_states, "for"),
    "country_of_rule": Feature(country_of_rule, "either"),
    "heading": Feature(heading, "for"),
    "another_heading": Feature(another_heading, "against"),
}
NO_PLACE: dict[str, Feature[Event]] = {
    "recalled": Feature(recalled, "either"),
    "harm": Feature(harm, "against"),
    "in_words": Feature(in_words, "for"),
}
