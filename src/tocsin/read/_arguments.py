"""Who did it and to whom or what it was done: the arguments of a trigger, by the dependency parse."""

from spacy.tokens import Doc, Token

from tocsin.read._discourse import discourse
from tocsin.read._grammar import (
    agents,
    complements,
    conjuncts,
    dependents,
    has_dependent,
    is_passive,
    objects,
    possessors,
    subjects,
)
from tocsin.read._notes import note
from tocsin.read._noun_kinds import counted_by
from tocsin.read._people import is_person
from tocsin.read._phrases import TIME_WORDS, is_short_month
from tocsin.read._predicates import Trigger

AGENT_PREPOSITIONS = frozenset({"by"})
PATIENT_PREPOSITIONS = frozenset({"of", "on", "against", "at", "upon", "to", "into", "inside"})
PARTY_PREPOSITIONS = frozenset({"between", "with", "among", "against", "by", "pitting"})
BETWEEN = frozenset({"between"})
PLACE_PREPOSITIONS = frozenset({"into", "on", "at", "through", "inside", "against"})
EXPRESSION_PREPOSITIONS = frozenset({"of", "on", "to", "with", "against", "from"})
EXPRESSION_TYPES = frozenset({"ASSAULT", "SANCTION", "ACCUSE", "THREATEN", "COERCE"})
AWAY_PREPOSITIONS = frozenset({"from", "of", "out"})
# Verbs that without an object tell what befell their subject: "the car blew up", "the school burned", "it went off".
ERGATIVE = frozenset({"blow", "burn", "detonate", "erupt", "explode", "go"})
# Verbs that need an object: without one they are the passives of headlines and bulletins ("Officers ambushed in Gao").
TRANSITIVE = frozenset({"abduct", "ambush", "behead", "besiege", "kidnap", "ransack", "torch"})
SELVES = ("self", "selves")
SEVERAL = frozenset({"NNS", "NNP", "NNPS"})
NOMINAL = frozenset({"pobj", "dobj", "attr", "nsubj", "nsubjpass"})


@note
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
    if trigger.sense.patient_is_subject or _is_suffered(trigger, verb.doc):
        return agents(verb), subjects(verb)
    if _is_noun_for_victims(verb):
        return [], []
    beside = PARTY_PREPOSITIONS if trigger.sense.parties else PLACE_PREPOSITIONS
    if is_passive(verb):
        return _shared_agents(verb), [*subjects(verb), *complements(verb, beside)]
    found = objects(verb) or _shared_object(verb) or _taken_for_adverb(verb)
    if not found and _befalls_subject(verb, trigger):
        return [], [s for s in _own_subjects(verb) if not is_person(s.text)]
    if not found and _may_lack_auxiliary(verb, trigger):
        return agents(verb), subjects(verb)  # the parser takes "two men hurt when ..." for the active
    return subjects(verb), [*found, *complements(verb, beside), *_below_expression(verb, trigger)]


def _is_suffered(trigger: Trigger, doc: Doc) -> bool:
    """Return whether the words tell what befell their subject: "came under fire"."""
    if doc[trigger.head].lemma_ != "come":
        return False
    under = (doc[i] for i in trigger.words[1:] if doc[i].lower_ == "under")
    return any(c.i in trigger.words for preposition in under for c in preposition.children)


def _befalls_subject(verb: Token, trigger: Trigger) -> bool:
    """Return whether a verb without object tells what befell its subject: "the car blew up", not "blew himself up"."""
    told = trigger.sense.type == "ASSAULT" and verb.lemma_ in ERGATIVE
    return told and not any(c.lower_.endswith(SELVES) for c in verb.children)


def _is_noun_for_victims(verb: Token) -> bool:
    """Return whether a participle stands for those counted, whom whoever speaks of them did not suffer with."""
    if verb.tag_ != "VBN" or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    before = verb.doc[verb.i - 1] if verb.i else verb
    return verb.dep_ in NOMINAL or (before.tag_ == "CD" and before.dep_ in {"pobj", "dobj"})


def _own_subjects(verb: Token) -> list[Token]:
    return [s for c in verb.children if c.dep_ == "nsubj" for s in conjuncts(c)]


def _may_lack_auxiliary(verb: Token, trigger: Trigger) -> bool:
    """Return whether a verb without object is a passive whose auxiliary is left out or stands before another verb."""
    if verb.tag_ not in {"VBD", "VBN"} or has_dependent(verb, "prt"):
        return False
    joined = verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head) and not subjects_own(verb)
    told = trigger.sense.type == "ASSAULT" and (joined or (verb.tag_ == "VBN" and verb.head.lemma_ == "find"))
    by = any(a.tag_ in SEVERAL and a.lower_ not in TIME_WORDS for a in agents(verb))
    return trigger.sense.effect is not None or verb.lemma_ in TRANSITIVE or told or by


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
    return [p for p in possessors(noun) if p.lower_ not in TIME_WORDS and not is_short_month(p.lower_)]


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
