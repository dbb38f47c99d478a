"""Who did it and to whom or what it was done: the arguments of a trigger, by the dependency parse."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tocsin.read._discourse import discourse
from tocsin.read._grammar import (
    agents,
    complements,
    dependents,
    has_dependent,
    is_passive,
    objects,
    possessors,
    subjects,
)
from tocsin.read._noun_kinds import counted_by
from tocsin.read._phrases import TIME_WORDS
from tocsin.read._predicates import Trigger

AGENT_PREPOSITIONS = frozenset({"by"})
PATIENT_PREPOSITIONS = frozenset({"of", "on", "against", "at", "upon", "to", "into", "inside"})
PARTY_PREPOSITIONS = frozenset({"between", "with", "among", "against", "by", "pitting"})
BETWEEN = frozenset({"between"})
PLACE_PREPOSITIONS = frozenset({"into", "on", "at", "through", "inside", "against"})
EXPRESSION_PREPOSITIONS = frozenset({"of", "on", "to", "with", "against", "from"})
EXPRESSION_TYPES = frozenset({"ASSAULT", "SANCTION", "ACCUSE", "THREATEN", "COERCE"})
AWAY_PREPOSITIONS = frozenset({"from", "of", "out"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """Head tokens of those who did it and of those or what it was done to."""

    doers: tuple[Token, ...]
    undergoers: tuple[Token, ...]

    @property
    def direct(self) -> tuple[Token, ...]:
        """The undergoers that stand without a preposition, all of them where none does."""
        return tuple(t for t in self.undergoers if t.dep_ != "pobj") or self.undergoers


def arguments(trigger: Trigger, doc: Doc) -> Arguments:
    """Return the arguments of `trigger`; for acts among equals (`parties`) all of them are doers."""
    head = doc[trigger.head]
    doers, undergoers = _of_noun(head, trigger) if trigger.sense.noun else _of_verb(head, trigger)
    if trigger.sense.parties:
        doers, undergoers = [*doers, *undergoers], []
    if trigger.sense.found:
        doers = []
    own = set(trigger.words)
    return Arguments(
        doers=tuple(t for t in dict.fromkeys(map(_counted, doers)) if t.i not in own),
        undergoers=tuple(t for t in dict.fromkeys(map(_counted, undergoers)) if t.i not in own),
    )


def _counted(head: Token) -> Token:
    """Return whom a number counts ("women" in "hundreds of women"), else `head`."""
    return counted_by(head) or head


def _of_verb(verb: Token, trigger: Trigger) -> tuple[list[Token], list[Token]]:
    if trigger.sense.patient_is_subject:
        return agents(verb), subjects(verb)
    beside = PARTY_PREPOSITIONS if trigger.sense.parties else PLACE_PREPOSITIONS
    if is_passive(verb):
        return _shared_agents(verb), [*subjects(verb), *complements(verb, beside)]
    found = objects(verb) or _shared_object(verb) or _taken_for_adverb(verb)
    particle = has_dependent(verb, "prt")
    if trigger.sense.effect is not None and not found and verb.tag_ in {"VBD", "VBN"} and not particle:
        return agents(verb), subjects(verb)  # the parser takes "two men hurt when ..." for the active
    return subjects(verb), [*found, *complements(verb, beside), *_below_expression(verb, trigger)]


def _shared_agents(verb: Token) -> list[Token]:
    """Return the agents of a passive, those of a verb coordinated below it included ("ambushed and killed by ...")."""
    below = [c for c in dependents(verb, "conj") if c.tag_ == "VBN" and not subjects_own(c)]
    return agents(verb) or [a for c in below for a in agents(c)]


def _below_expression(verb: Token, trigger: Trigger) -> list[Token]:
    """Return whom the nouns of an expression lead to ("slit the throats of drivers", "cut ties with Iran")."""
    if trigger.sense.type not in EXPRESSION_TYPES:
        return []
    nouns = [verb.doc[i] for i in trigger.words[1:] if verb.doc[i].pos_ == "NOUN"]
    around = complements(verb, frozenset({"on"})) if trigger.sense.type == "SANCTION" else []
    return [*around, *(t for n in nouns for t in complements(n, EXPRESSION_PREPOSITIONS))]


def left_behind(verb: Token) -> list[Token]:
    """Return the heads of what stands after "from" or "out of" below `verb`: what somebody was driven from."""
    near = complements(verb, AWAY_PREPOSITIONS)
    particles = [c for c in verb.children if c.lower_ in AWAY_PREPOSITIONS]
    return [*near, *(t for p in particles for t in complements(p, AWAY_PREPOSITIONS))]


def _shared_object(verb: Token) -> list[Token]:
    """Return the object of a verb coordinated below `verb` ("attacked and looted a shop")."""
    below = [c for c in dependents(verb, "conj") if c.pos_ == "VERB" and not subjects_own(c)]
    return objects(below[0]) if below and below[0].i - verb.i <= 2 else []


def _taken_for_adverb(verb: Token) -> list[Token]:
    """Return a name right behind `verb` that the parser takes for a time, as names that it does not know."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    after = after.head if after.dep_ == "compound" else after
    named = after.dep_ == "npadvmod" and after.head.i == verb.i and after.tag_ == "NNP"
    return [after] if named and after.lower_ not in TIME_WORDS else []


def subjects_own(verb: Token) -> bool:
    """Return whether `verb` has a subject of its own."""
    return has_dependent(verb, "nsubj", "nsubjpass")


def _of_noun(noun: Token, trigger: Trigger) -> tuple[list[Token], list[Token]]:
    if trigger.sense.parties:
        told = complements(noun, PARTY_PREPOSITIONS) or _parties_of_verb(noun)
        found = [*told, *_owners(noun), *_light_doers(noun)]
        return found, _light_undergoers(noun)
    doers = [*complements(noun, AGENT_PREPOSITIONS), *_owners(noun), *_light_doers(noun)]
    undergoers = [*complements(noun, PATIENT_PREPOSITIONS), *_light_undergoers(noun)]
    if trigger.sense.patient_is_subject:
        return complements(noun, AGENT_PREPOSITIONS), [*undergoers, *_owners(noun)]
    return doers, undergoers


def _owners(noun: Token) -> list[Token]:
    """Return whose an act is told to be; a day or a length of time is nobody ("Sunday's raid", "a three-day visit")."""
    return [p for p in possessors(noun) if p.lower_ not in TIME_WORDS]


def _parties_of_verb(noun: Token) -> list[Token]:
    """Return between whom it was, where the verb of the noun tells: "a clash took place between two clans"."""
    return complements(noun.head, BETWEEN) if noun.dep_ == "nsubj" else []


def _light_doers(noun: Token) -> list[Token]:
    """Return who carried it out, where the noun hangs on a verb such as "launch" or "stage"."""
    verb = noun.head
    if verb.pos_ != "VERB" or verb.lemma_ not in light_verbs():
        return []
    if noun.dep_ == "nsubjpass":
        return agents(verb)
    return subjects(verb) if noun.dep_ in {"dobj", "pobj"} and not is_passive(verb) else []


def _light_undergoers(noun: Token) -> list[Token]:
    verb = noun.head
    if verb.pos_ != "VERB" or noun.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_ not in light_verbs():
        return []
    return complements(verb, frozenset({"on", "against"}))


def light_verbs() -> frozenset[str]:
    """Return the verbs that only carry the noun that says what was done."""
    return discourse()["light_verbs"]
