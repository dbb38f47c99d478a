"""Whether the arguments of a trigger are of the kind that its sense asks for: places, people, armed forces."""

from collections.abc import Iterable
from itertools import takewhile

from spacy.tokens import Doc, Token

from tocsin.read._arguments import Arguments, arguments, left_behind
from tocsin.read._gazetteer import nationality
from tocsin.read._grammar import (
    complements,
    conjuncts,
    dependents,
    has_dependent,
    is_led_by_preposition,
    is_passive,
    objects,
)
from tocsin.read._mentions import ActorMention, Findings
from tocsin.read._noun_kinds import NounKind, counted_by, noun_kind
from tocsin.read._people import is_body, is_person
from tocsin.read._predicates import Sense, Trigger
from tocsin.read._targets import class_of
from tocsin.read._told import Told, is_habit, is_of_old, is_told

ARMED = frozenset({"armed group"})
STATE = frozenset({"military", "police", "government"})
UNTOLD = frozenset({"armed", "fighters", "forces", "civilian", "authority", "prosecutor", "home", "police"})
FORCES = frozenset({"armed", "fighters", "fighting", "forces", "state"})
TOWNS = frozenset({"site", "place", "town", "garrison", "ground"})  # kinds that "it" may be of
MOVED = ((), ("place",))  # objects of verbs by which forces themselves move
NOTHING = ("nothing",)  # the verb has no object, but for the time when: "the general quit the next day"
ALONE = ("alone",)  # it has no clause of its own either, and reports no words: "Moscow declined"
PRONOUN = ("it",)
OF_SOMEBODY = frozenset({"MOBILIZE", "THREATEN"})
OF_TRADE = frozenset({"AGREE", "ASSAULT"})
CONTENT = frozenset({"xcomp", "ccomp"})
BELOW_NOUN = frozenset({"of", "over", "on", "to", "with"})
PERSONAL = frozenset({"he", "him", "she", "her", "they", "them", "those", "who", "whom", "all", "several", "others"})
NOUNS_OF_ONE = 3  # of those that tell of one actor, how many are asked what they are
SELVES = ("self", "selves")
WITH, OF = frozenset({"with"}), frozenset({"of"})
IMPERSONAL = frozenset({"they", "it", "them"})
PLACE_LEADS = frozenset({"in", "at", "to", "into"})
PLURAL = frozenset({"NNS", "NNPS"})
SHORTEST_ACRONYM = 2
DISGUISED = frozenset({"armed", "masked", "hooded", "unidentified", "camouflaged", "heavily-armed"})


def _is_counted(noun: Token) -> bool:
    """Return whether `noun` stands below a noun of number or part: "hundreds of shops", "its side of the border"."""
    return noun.head.lower_ == "of" and counted_by(noun.head.head) == noun


def _is_of_nature(roles: Arguments) -> bool:
    """Return whether a storm, a crash or a beast did it, or it was done to beasts alone."""
    nature, beast = noun_kind("nature"), noun_kind("beast")
    doer = next(iter(roles.doers), None)
    if doer is not None and doer.pos_ == "NOUN":
        parts = (doer, *(c for c in doer.lefts if c.dep_ == "compound"))
        if beast.has_noun(doer) or any(map(nature.has_noun, parts)):
            return True
    return bool(roles.direct) and all(t.pos_ == "NOUN" and beast.has_noun(t) for t in roles.direct)


def _is_accident(verb: Token) -> bool:
    """Return whether a verb tells what came about by chance: "burned down by accident", "accidentally set off"."""
    by = (o.lower_ for c in verb.children if c.dep_ in {"prep", "agent"} and c.lower_ == "by" for o in c.children)
    return "accident" in by or any(c.lower_ == "accidentally" for c in verb.children)


def _nouns_of_chains(doc: Doc, found: Findings) -> dict[int, tuple[Token, ...]]:
    """Return the nouns by which each actor is told of first, by chain."""
    nouns: dict[int, tuple[Token, ...]] = {}
    for actor in found.actors:
        told = nouns.get(actor.chain, ())
        if len(told) < NOUNS_OF_ONE and doc[actor.head].pos_ in {"NOUN", "PROPN"}:
            nouns[actor.chain] = (*told, doc[actor.head])
    return nouns


def _tells_to_do(verb: Token, wanted: frozenset[str]) -> bool:
    """Return whether the first infinitive behind `verb`, or one joined to it, is of `wanted`."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    told = next((t for t in behind if t.tag_ == "VB" and any(c.tag_ == "TO" for c in t.children)), None)
    return told is not None and any(t.lemma_ in wanted for t in (told, *told.conjuncts))


def _is_site(name: Token, actor: ActorMention, kind: NounKind) -> bool:
    """Return whether what was taken for an actor may be a place: one of no known kind, or "Camp X"."""
    return actor.kind is None or any(c.dep_ == "compound" and c.lower_ in kind.nouns for c in name.lefts)


def _is_of_bodies(head: Token) -> bool:
    """Return whether a word is the plural of an acronym, and so a name of bodies: "the SFs", "NGOs"."""
    return head.text[-1:] == "s" and len(head.text) > SHORTEST_ACRONYM and head.text[:-1].isupper()


class Kinds:
    """The places, people and groups of one page, ready to be asked whether a trigger fits them."""

    def __init__(self, doc: Doc, found: Findings, chronicle: range = range(0)) -> None:
        self._doc = doc
        self._places = {i for p in found.places for i in range(p.tokens.start, p.tokens.end)}
        self._actors = {a.head: a for a in found.actors}
        self._nouns = _nouns_of_chains(doc, found)
        self._in_office = {a.chain for a in found.actors if a.role is not None}
        self._times = {i for t in found.times for i in range(t.tokens.start, t.tokens.end)}
        points = [t for t in found.times if not t.is_duration and t.when.start is not None]
        dated = {i for t in points for i in range(t.tokens.start, t.tokens.end)}
        self._told = Told(times=dated, places=self._places, chronicle=chronicle)
        self._cues = {s.cue for s in found.statements}
        self._counted = {n.noun if n.noun is not None else n.tokens.root.i for n in found.numbers}

    def fits(self, trigger: Trigger) -> bool:
        """Return whether the arguments of `trigger` are what its sense asks for, and whether it is told as done."""
        sense, head = trigger.sense, self._doc[trigger.head]
        if trigger.head in self._times or not self._happened(trigger):
            return False
        roles = arguments(trigger, self._doc)
        if sense.type in OF_TRADE and any(self._is_of_trade(d) for d in roles.doers[:1]):
            return False
        if sense.type == "ASSAULT" and (_is_of_nature(roles) or _is_accident(head)):
            return False
        if sense.type == "PROTEST" and self._is_no_protest(trigger, roles):
            return False
        if not sense.object and not sense.subject:
            return self._is_in_context(trigger, roles)
        if sense.object == ("away",):
            return self._is_driven_away(head, roles)
        if (sense.object == ALONE and self._says_what(head)) or (sense.to_do and not _tells_to_do(head, sense.to_do)):
            return False
        if sense.object in (NOTHING, ALONE) and not is_led_by_preposition(head) and self._has_object(roles):
            return False
        if sense.type == "MOBILIZE" and not sense.noun and sense.object in MOVED and is_passive(head):
            return False  # "a lorry was driven into the camp" tells of no force that went there
        if sense.subject == PRONOUN and not self._is_of_town(head):
            return False
        undergoers = self._undergoers(trigger, roles)
        fitting = sense.object in (NOTHING, ALONE) or self._any(undergoers, sense.object)
        fitting = fitting or self._is_driven(undergoers, sense.object) or self._is_that_town(head, undergoers, sense)
        fitting = fitting and self._is_any_subject(roles, undergoers, sense.subject)
        return fitting and self._is_in_context(trigger, roles)

    def are_armed(self, doers: tuple[Token, ...]) -> bool:
        """Return whether one of the doers is an armed group."""
        return self._any(doers, ("armed",))

    def _is_of_town(self, verb: Token) -> bool:
        """Return whether "it" may be a place told of just before; "it fell to them to clear mines" is on a task."""
        clause = takewhile(lambda t: t.dep_ != "mark", self._doc[verb.i : verb.sent.end])
        if any(t.tag_ == "TO" and t.dep_ == "aux" for t in clause):
            return False
        start = self._doc[max(verb.sent.start - 1, 0)].sent.start
        before = (t for t in self._doc[start : verb.i] if t.pos_ in {"NOUN", "PROPN"} and t.i not in self._times)
        return any(self._is(t, "town") for t in before)

    def _is_in_context(self, trigger: Trigger, roles: Arguments) -> bool:
        """Return whether a word of the kind that the sense asks for is near; "it" and no object point back to one."""
        sense, verb = trigger.sense, self._doc[trigger.head]
        if sense.near is None:
            return True
        start = self._doc[max(verb.sent.start - 1, 0)].sent.start
        end = verb.i if sense.object in (ALONE, PRONOUN) else verb.sent.end
        own = {*trigger.words, *(t.i for t in roles.undergoers)}
        words = {t.lemma_.lower() for t in self._doc[start:end] if t.i not in own and t.pos_ in {"NOUN", "VERB"}}
        kind = noun_kind(sense.near)
        return bool(words & kind.nouns) and not words & kind.without

    def _says_what(self, verb: Token) -> bool:
        """Return whether a clause below `verb` or words that it reports tell what it is about."""
        return verb.i in self._cues or has_dependent(verb, *CONTENT)

    def _is_no_protest(self, trigger: Trigger, roles: Arguments) -> bool:
        """Return whether a price rallies, an army marches or people are made to: "the captives were marched off"."""
        if any(map(noun_kind("market").has_noun, roles.doers[:1])):
            return True
        head = self._doc[trigger.head]
        marchers = (*roles.doers, *complements(head, OF)) if head.tag_ == "NN" and head.lemma_ == "march" else ()
        if any(self._is(d, "state") for d in marchers):
            return True
        moved = trigger.sense.mode == "demo" and not trigger.sense.noun and is_passive(head)
        return moved and not roles.doers

    def _is_that_town(self, verb: Token, undergoers: tuple[Token, ...], sense: Sense) -> bool:
        """Return whether forces did something to "it", which may be the town told of just before: "entered it"."""
        taken = not sense.noun and TOWNS & set(sense.object) and [t.lower_ for t in undergoers] == ["it"]
        return bool(taken) and bool(FORCES & set(sense.subject)) and self._is_of_town(verb)

    def _has_object(self, roles: Arguments) -> bool:
        """Return whether something, not a time nor the doers themselves, is the object of a verb."""
        objects = (t for t in roles.undergoers if t.dep_ in {"dobj", "nsubjpass", "dative"})
        return any(t.i not in self._times and not t.lower_.endswith(SELVES) for t in objects)

    def _is_of_trade(self, doer: Token) -> bool:
        """Return whether `doer` trades, plays or heals; "a team of the police", "a police team" do not."""
        if not noun_kind("trade").has_noun(doer):
            return False
        of = (o for c in doer.children if c.lower_ == "of" for o in c.children)
        before = (c for c in doer.lefts if c.dep_ in {"compound", "nmod"})
        return not any(self._is(o, "fighting") or noun_kind("police").has_noun(o) for o in (*of, *before))

    def _happened(self, trigger: Trigger) -> bool:
        sense, head = trigger.sense, self._doc[trigger.head]
        if sense.type == "ASSAULT" and is_of_old(head):
            return False
        if not sense.noun:
            return sense.type == "ASSAULT" or not is_habit(head, self._told.chronicle)
        told = sense.told_by or sense.told_with
        return not told or is_told(head, sense, self._told)

    def _undergoers(self, trigger: Trigger, roles: Arguments) -> tuple[Token, ...]:
        """Return what the kind of the object is asked of: what follows the words of the expression, else the object."""
        sense = trigger.sense
        if sense.object == PRONOUN and roles.direct:
            return roles.direct
        after = tuple(self._after(trigger))
        if sense.parties or sense.patient_is_subject:
            return after or roles.direct or roles.doers
        anywhere = sense.noun or sense.type == "ASSAULT"
        objects = tuple(t for t in roles.direct if anywhere or t.dep_ != "pobj" or _is_counted(t))
        # "ordered the army into the capital", "gave it until Friday": the object is whom, however the expression ends
        return (objects or after) if sense.type in OF_SOMEBODY else (after or objects)

    def _after(self, trigger: Trigger) -> Iterable[Token]:
        """Yield what stands after the prepositions of an expression ("ask for") or below its nouns ("control of")."""
        own = set(trigger.words)
        for word in trigger.words[1:]:
            token = self._doc[word]
            if token.dep_ == "ccomp":  # "declared the vote void"
                yield from (c for c in token.children if c.dep_ == "nsubj")
            if token.dep_ == "xcomp":  # "refused to sign the text", "to meet with the envoy"
                yield from (*objects(token), *complements(token, WITH))
            below = [token] if token.dep_ in {"prep", "dative", "prt"} else []
            if token.pos_ in {"NOUN", "PROPN"}:
                below += [c for c in dependents(token, "prep") if c.lower_ in BELOW_NOUN]
            for preposition in below:
                for child in preposition.children:
                    if child.dep_ == "pobj" and child.i not in own:
                        yield from conjuncts(child)

    def _is_driven_away(self, head: Token, roles: Arguments) -> bool:
        """Return whether somebody who fights or rules is driven from a place."""
        driven = self._any(tuple(t for t in roles.direct if t.dep_ != "pobj"), ("fighters", "ruler"))
        return driven and self._any(tuple(left_behind(head)), ("place", "building"))

    def _is_driven(self, undergoers: tuple[Token, ...], kinds: tuple[str, ...]) -> bool:
        """Return whether a pronoun for somebody unknown stands where fighters have to: "drove it out"."""
        return "fighters" in kinds and bool(undergoers) and all(map(self._is_unknown, undergoers))

    def _is_any_subject(self, roles: Arguments, undergoers: tuple[Token, ...], kinds: tuple[str, ...]) -> bool:
        """Return whether one of the doers is of a kind; for `UNTOLD` those not told do, for others the undergoers."""
        doers = roles.doers
        if kinds == ("several",):
            return self._are_several(doers)
        untold = bool(UNTOLD & set(kinds)) and all(map(self._is_unknown, doers))
        return untold or self._any(doers or roles.direct or undergoers, kinds)

    def _is_unknown(self, doer: Token) -> bool:
        """Return whether a pronoun stands for nobody who is known to be something: "they", "it"."""
        actor = self._actors.get(doer.i)
        known = actor is not None and (actor.kind is not None or actor.chain in self._nouns)
        return doer.lower_ in IMPERSONAL and not known

    def _are_several(self, doers: tuple[Token, ...]) -> bool:
        known = [
            d for d in doers if d.i in self._actors or d.i in self._places or self._is_person(d) or d.dep_ == "conj"
        ]
        return len(known) > 1 or any(d.tag_ in PLURAL for d in known) or any(d.lower_ == "they" for d in doers)

    def _any(self, heads: tuple[Token, ...], kinds: tuple[str, ...]) -> bool:
        return not kinds or any(self._is(h, k) for head in heads for k in kinds for h in self._meant_by(head, k))

    def _meant_by(self, head: Token, kind: str) -> tuple[Token, ...]:
        """Return the nouns that a pronoun stands for, as far as they are known, else `head`, as for the kind "it"."""
        actor = self._actors.get(head.i) if head.pos_ == "PRON" and kind != "it" else None
        return (actor is not None and self._nouns.get(actor.chain)) or (head,)

    def _is(self, head: Token, kind: str) -> bool:
        if kind == "place":
            return head.i in self._places or self._is_thing(head) or noun_kind("town").has_noun(head)
        if kind == "fighting":
            return self._is(head, "armed") or self._is(head, "state")
        if kind == "civilian":
            return not self._is(head, "fighting") and head.lemma_.lower() not in noun_kind("forces").nouns
        if kind in {"armed", "state"}:
            return self._bears_arms(head, kind)
        if kind == "people":
            return self._is_somebody(head)
        if kind == "it":
            return head.lower_ in IMPERSONAL
        if kind == "name":
            return self._is_unknown_name(head)
        return self._is_of(head, noun_kind(kind))

    def _is_of(self, head: Token, kind: NounKind) -> bool:
        actor = self._actors.get(head.i)
        if kind.described and actor is not None and any(map(kind.has_noun, self._nouns.get(actor.chain, ()))):
            return True
        if kind.has_noun(head) or (kind.places and head.i in self._places):
            return True
        if kind.places and (self._is_nation(head) if kind.actors else self._is_unknown_place(head)):
            return True
        named = self._is_name(head)
        if named and kind.places and head.head.lower_ != "of" and (actor is None or _is_site(head, actor, kind)):
            return True  # a name that nothing is known of may be that of a place
        if actor is None:
            return bool(kind.actors) and (named or _is_of_bodies(head))
        in_office = kind.roles and actor.chain in self._in_office
        in_office = in_office or (actor.proper and f"named {actor.kind}" in kind.actors)
        return in_office or actor.kind in kind.actors or (bool(kind.actors) and actor.proper and actor.kind is None)

    def _is_name(self, head: Token) -> bool:
        """Return whether `head` is a proper name, of no place and no time."""
        return head.pos_ == "PROPN" and head.i not in self._places and head.i not in self._times

    def _is_unknown_name(self, head: Token) -> bool:
        """Return whether a name of which nothing is known stands alone, as of somebody called by one name."""
        return self._is_name(head) and head.i not in self._actors

    @staticmethod
    def _is_nation(head: Token) -> bool:
        """Return whether "the French" stand for their state."""
        nation = nationality(head.text) is not None and any(c.lower_ == "the" for c in head.children)
        return nation and head.tag_ != "NNS"

    def _is_unknown_place(self, head: Token) -> bool:
        """Return whether a name that stands for nobody stands where places do: "arrived in Kalimba"."""
        led = head.dep_ == "pobj" and head.head.lower_ in PLACE_LEADS
        return led and head.tag_ == "NNP" and head.i not in self._actors and head.i not in self._times

    def _bears_arms(self, head: Token, kind: str) -> bool:
        actor, found = self._actors.get(head.i), class_of(head)
        classes, own = (ARMED, "armed group") if kind == "armed" else (STATE, "state")
        of_kind = (actor is not None and actor.kind == own) or (found is not None and found[0] in classes)
        return of_kind or (kind == "armed" and any(c.lower_ in DISGUISED for c in head.lefts))

    def _is_somebody(self, head: Token) -> bool:
        actor = self._actors.get(head.i)
        named = actor is not None and (actor.kind in {"person", "people"} or (actor.proper and actor.kind is None))
        return (
            named
            or head.lower_ in PERSONAL
            or head.pos_ == "NUM"
            or head.i in self._counted
            or self._is_person(head)
            or self._is_nation(head)
        )

    @staticmethod
    def _is_thing(head: Token) -> bool:
        found = class_of(head)
        return found is not None and not found[1]

    @staticmethod
    def _is_person(head: Token) -> bool:
        found = class_of(head)
        if found is None:
            return head.pos_ in {"NOUN", "PROPN"} and is_person(head.lower_) and not is_body(head.lower_)
        return found[1]
