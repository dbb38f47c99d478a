"""What became of the people that a number counts: killed, injured or abducted, and by which word."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from typing import Any

from spacy.tokens import Doc, Token

from tocsin.core.vocabulary import toml_table
from tocsin.read._arguments import arguments
from tocsin.read._columns import columns
from tocsin.read._grammar import RELATIVES, ancestors, dependents, has_dependent, is_passive
from tocsin.read._mentions import NumberMention
from tocsin.read._people import is_person
from tocsin.read._predicates import Effect, Trigger
from tocsin.read._tally import is_of_a_while, is_superseded, is_updated, tally_fate

NEAR = 4
AMONG = frozenset({"among", "amongst"})
ARGUED = frozenset({"dobj", "nsubj", "nsubjpass"})
FRONT, ASIDE = 3, 40  # tokens
ASIDE_ENDS = frozenset({",", ")", "-", "–", "—"})
PASSIVE = frozenset({"was", "were", "is", "are"})
STARTS_A_PHRASE = frozenset({"DT", "CD", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ"})
CHAIN = frozenset({"conj", "appos", "pobj", "prep", "nummod", "quantmod", "nmod", "amod", "compound", "dep"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TollMention:
    """A number of people with what happened to them. `cue` is the index of the word that says so."""

    slot: Effect
    number: NumberMention
    cue: int


Fate = tuple[Effect, int]


def find_tolls(doc: Doc, numbers: list[NumberMention], triggers: list[Trigger]) -> list[TollMention]:
    """Return the numbers that count killed, injured or abducted people.

    A number can have two fates: those abducted who were found dead.
    """
    effects = {t.head: t for t in triggers if t.sense.effect is not None}
    found: list[TollMention] = []
    for number in numbers:
        marked = _marked(doc, number)
        fates = dict.fromkeys(_fates(doc, number, effects))
        told = [TollMention(slot=slot, number=_among(marked, cue), cue=cue) for slot, cue in fates]
        found += told or _gapped(marked, found[-1:])
    return _without_addends([_whole(toll, found, doc) for toll in found], doc)


def _fates(doc: Doc, number: NumberMention, effects: dict[int, Trigger]) -> Iterator[Fate]:
    if has_other_fate(doc, number):
        return
    main = _by_grammar(doc, number, effects)
    below = _by_clause_below(doc, number, effects)
    first = _by_adjacent_word(doc, number, main) or _behind_dead(doc, number) or tally_fate(doc, number) or main
    first = first or below or _by_noun(doc, number) or _behind_an_aside(doc, number)
    if first is None:
        return
    yield first
    if below is not None and below[0] != first[0]:
        yield below
    if number.quantity.high == 0 and doc[first[1]].lemma_.lower() in _table()["any_harm"]:
        yield from (("killed", first[1]), ("injured", first[1]))


def _among(number: NumberMention, cue: int) -> NumberMention:
    """Return a bare number with those it counts where they stand behind its fate: "20 dead among the followers"."""
    among = number.tokens.doc[min(cue + 1, len(number.tokens.doc) - 1)]
    if number.noun is not None or number.quantity.group is not None or among.lower_ not in AMONG:
        return number
    group = next((c.text for c in among.children if c.dep_ == "pobj" and is_person(c.text)), None)
    return replace(number, quantity=replace(number.quantity, group=group))


def _gapped(number: NumberMention, before: list[TollMention]) -> list[TollMention]:
    """Return the toll told by a bare number that leaves out what the figure `before` says in the same sentence.

    Elsewhere others died ("and two in hospital"); later it was another number of the same ("and 45 by the evening").
    """
    doc, start = number.tokens.doc, number.tokens.start
    if not before or number.noun is not None or start == 0 or doc[start - 1].lower_ not in {"and", ",", ";"}:
        return []
    toll, sentence = before[0], doc[start].sent
    between = doc[max(toll.cue + 1, toll.number.tokens.end) : start]
    if toll.number.tokens.start < sentence.start or any(t.pos_ in {"VERB", "AUX"} for t in between):
        return []
    words = {t.lower_ for t in doc[number.tokens.end : min(number.tokens.end + NEAR, sentence.end)]}
    gapped = _table()["gapped"]
    further, updated = not words.isdisjoint(gapped["elsewhere"]), not words.isdisjoint(gapped["later"])
    if not further and not updated:
        return []
    quantity = replace(number.quantity, further=further, updated=updated and not further)
    return [TollMention(slot=toll.slot, number=replace(number, quantity=quantity), cue=toll.cue)]


def fate_words() -> dict[str, Effect]:
    """Return adjectives, participles and nouns that tell a fate ("dead", "wounded"), with the fate."""
    table: dict[str, list[str]] = _table()["words"]
    return {word: slot for slot, words in table.items() for word in words}  # type: ignore[misc]


def _table() -> dict[str, Any]:
    return toml_table("fates.toml")


def _marked(doc: Doc, number: NumberMention) -> NumberMention:
    """Return `number` with whether the report calls it outdated or the latest."""
    outdated = is_superseded(doc, number)
    updated = not outdated and is_updated(doc, number)
    part = number.quantity.part or is_of_a_while(doc, number)
    if not outdated and not updated and part == number.quantity.part:
        return number
    return replace(number, quantity=replace(number.quantity, superseded=outdated, updated=updated, part=part))


def _whole(toll: TollMention, tolls: list[TollMention], doc: Doc) -> TollMention:
    """Return `toll`; "two of the guards were killed" is no part of a figure where the sentence tells no greater."""
    quantity, sentence = toll.number.quantity, doc[toll.number.tokens.start].sent
    argued = toll.number.noun is not None or toll.number.tokens.root.dep_ in ARGUED
    if not quantity.part or not argued or is_of_a_while(doc, toll.number):
        return toll
    here = [t.number for t in tolls if t.slot == toll.slot and sentence.start <= t.number.tokens.start < sentence.end]
    others = (n for n in here if not _is_beside(n, toll.number, doc))
    if any(not n.quantity.part and (n.quantity.best or 0) >= (quantity.best or 0) for n in others):
        return toll
    return _with_quantity(toll, part=False)


def _is_beside(left: NumberMention, right: NumberMention, doc: Doc) -> bool:
    """Return whether two numbers stand in one list ("35 hostages and 15 of his men")."""
    between = [t.lower_ for t in doc[left.tokens.end : right.tokens.start]]
    return "and" in between and set(between) <= {"and", ",", "also"}


def _without_addends(tolls: list[TollMention], doc: Doc) -> list[TollMention]:
    """Return `tolls` with `part` set on figures that add up to the one before ("21 men, 20 Malians and a Chadian")."""
    done = list(tolls)
    for n, total in enumerate(tolls):
        end = doc[total.number.tokens.start].sent.end
        later = range(n + 1, len(tolls))
        following = [k for k in later if tolls[k].slot == total.slot and tolls[k].number.tokens.start < end]
        sums = list(accumulate(tolls[k].number.quantity.best or 0 for k in following))
        wanted = total.number.quantity.best
        if wanted and wanted in sums[1:]:
            for k in following[: sums.index(wanted) + 1]:
                done[k] = _with_quantity(tolls[k], part=True)
    return done


def _with_quantity(toll: TollMention, *, part: bool) -> TollMention:
    return replace(toll, number=replace(toll.number, quantity=replace(toll.number.quantity, part=part)))


def has_other_fate(doc: Doc, number: NumberMention, words: Container[int] = ()) -> bool:
    """Return whether those counted are said to be missing, alive or "killed or wounded", which no slot holds.

    `words` are those of the act itself ("burnt a man alive"), which say nothing else.
    """
    after = columns(doc).lower[number.tokens.end : number.tokens.end + NEAR]
    skipped = _skipped() - {"and"}  # "killed six rebels and arrested three others"
    at = next((i for i, word in enumerate(after) if word not in skipped), None)
    if at is None:
        return False
    joined = after[at + 1 : at + 2] == ["or"] and after[at] in fate_words()
    return joined or (after[at] in _table()["other"] and number.tokens.end + at not in words)


def _by_adjacent_word(doc: Doc, number: NumberMention, main: Fate | None) -> Fate | None:
    """Return the fate told right after the number: "12 dead", "30 others wounded", "12 people were killed".

    In "two people hurt when ... died" the main verb tells it.
    """
    fates = fate_words()
    for i in range(number.tokens.end, min(number.tokens.end + NEAR, len(doc))):
        token = doc[i]
        if token.lower_ in fates and not _takes_an_object(token):
            if _shot_dead(token):
                return None
            return None if main is not None and token.dep_ == "acl" and main[1] != i else (fates[token.lower_], i)
        if token.lower_ not in _skipped():
            return None
    return None


def _shot_dead(dead: Token) -> bool:
    """Return whether "dead" stands before those it is said of ("rebels shot dead a guard")."""
    doc = dead.doc
    follows = doc[dead.i + 1] if dead.i + 1 < len(doc) else None
    shot = dead.lower_ == "dead" and dead.i > 0 and doc[dead.i - 1].tag_ in {"VBD", "VBP", "VBZ"}
    return shot and follows is not None and follows.tag_ in STARTS_A_PHRASE


def _behind_dead(doc: Doc, number: NumberMention) -> Fate | None:
    """Return the fate of those who stand behind "shot dead"."""
    before = doc[number.tokens.start - 1] if number.tokens.start else None
    if before is None or before.lower_ != "dead" or doc[before.i - 1].pos_ != "VERB":
        return None
    return "killed", before.i - 1


def _behind_an_aside(doc: Doc, number: NumberMention) -> Fate | None:
    """Return the fate of the subject of a sentence told behind an aside ("12 men, all of them guards, were killed")."""
    sentence = doc[number.tokens.start].sent
    opens = number.tokens.start - sentence.start <= FRONT or doc[number.tokens.start - 1].lower_ in {",", "and"}
    if not opens or _has_own_verb(doc, number):
        return None
    closed = (i for i in range(number.tokens.end, min(sentence.end, number.tokens.end + ASIDE)) if _resumes(doc, i))
    at = next(closed, None)
    if at is None:
        return None
    aside = NumberMention(tokens=doc[number.tokens.start : at + 1], quantity=number.quantity, noun=number.noun)
    return _by_adjacent_word(doc, aside, None)


def _has_own_verb(doc: Doc, number: NumberMention) -> bool:
    """Return whether those counted do something of their own ("As two men opened fire, three others were hurt")."""
    noun = doc[number.noun] if number.noun is not None else number.tokens.root
    return noun.dep_ == "nsubj" and noun.head.tag_ in {"VBD", "VBZ", "VBP"} and noun.head.dep_ != "relcl"


def _resumes(doc: Doc, comma: int) -> bool:
    """Return whether an aside ends at `comma` and the passive verb of the sentence follows."""
    return doc[comma].text in ASIDE_ENDS and comma + 1 < len(doc) and doc[comma + 1].lower_ in PASSIVE


@cache
def _skipped() -> frozenset[str]:
    return frozenset(_table()["skipped"])


def _takes_an_object(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP"} and has_dependent(token, "dobj")


def _by_grammar(doc: Doc, number: NumberMention, effects: dict[int, Trigger]) -> Fate | None:
    below = doc[number.noun] if number.noun is not None else number.tokens.root
    for above in ancestors(below, 6):
        trigger = effects.get(above.i)
        if trigger is not None and _undergoes(below, above, trigger):
            return trigger.sense.effect, above.i  # type: ignore[return-value]
        if below.dep_ not in CHAIN:
            return _of_argument(below, above)
        if _is_owner(below, above):
            return None
        below = above
    return None


def _is_owner(below: Token, above: Token) -> bool:
    """Return whether `above` is somebody's of those counted below "of": "the father of two soldiers" is one person."""
    singular = above.tag_ == "NN" and is_person(above.text) and above.lemma_.lower() not in _table()["counted"]
    return below.dep_ == "prep" and below.lower_ == "of" and singular


def _undergoes(below: Token, above: Token, trigger: Trigger) -> bool:
    if trigger.sense.noun:
        return below.dep_ == "prep" and below.lower_ in {"of", "among"}
    if trigger.sense.patient_is_subject or is_passive(above):
        return below.dep_ in {"nsubj", "nsubjpass"}
    if below.dep_ in {"dobj", "dative"} or (below.dep_ == "prep" and below.lower_ in {"of", "including"}):
        return True
    return below.dep_ == "nsubj" and below in arguments(trigger, above.doc).direct


def _of_argument(below: Token, verb: Token) -> Fate | None:
    """Return the fate of an argument of a verb that is no act of violence: "left 12 dead", "lost 14 men"."""
    losing: dict[str, Effect] = _table()["losing"]
    if below.dep_ == "dobj" and verb.lemma_ in losing:
        return losing[verb.lemma_], verb.i
    if below.dep_ in {"dobj", "nsubjpass"} and _is_to_death(verb):
        return "killed", verb.i
    dead = next((c for c in verb.children if c.lower_ == "dead"), None)
    if below.dep_ == "nsubj" and dead is not None and _shot_dead(dead):
        return None
    return _complement_fate(verb) if below.dep_ in {"dobj", "nsubjpass", "nsubj"} else None


def _is_to_death(verb: Token) -> bool:
    """Return whether it ended in death ("hacked to death", "beaten to death")."""
    return any(c.lower_ == "to" and any(g.lower_ == "death" for g in c.children) for c in verb.children)


def _complement_fate(verb: Token) -> Fate | None:
    """Return the fate told by the complement of a verb such as "leave" ("left 12 people dead")."""
    fates = fate_words()
    for child in verb.children:
        if child.dep_ in {"oprd", "acomp", "ccomp", "xcomp", "attr"} and child.lower_ in fates:
            return fates[child.lower_], child.i
    return None


def _by_clause_below(doc: Doc, number: NumberMention, effects: dict[int, Trigger]) -> Fate | None:
    """Return the fate told by a clause on the noun: "three men dragged from a hotel", "a nurse whom they held"."""
    if number.noun is None:
        return None
    for noun in _listed(doc[number.noun]):
        for child in noun.children:
            trigger = effects.get(child.i)
            if trigger is not None and trigger.sense.effect is not None and _lacks_its_patient(child, trigger):
                return trigger.sense.effect, child.i
    return None


def _listed(noun: Token) -> Iterator[Token]:
    """Yield `noun`, and those counted beside it whose clause tells of all: "nine guards and ten civilians killed"."""
    yield noun
    if has_dependent(noun, "acl", "relcl"):
        return
    for other in noun.conjuncts:
        if other.i > noun.i and has_dependent(other, "nummod"):
            yield other


def _lacks_its_patient(verb: Token, trigger: Trigger) -> bool:
    """Return whether the noun above `verb`, a clause on it, is whom it happened to."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    has_object = any(c.tag_ not in RELATIVES for c in dependents(verb, "dobj"))
    if verb.dep_ == "acl":
        return verb.tag_ in {"VBN", "VBD"} and subject is None and not has_object
    if verb.dep_ != "relcl" or subject is None:
        return False
    relative = subject.tag_ in RELATIVES or subject.lower_ == "that"
    if is_passive(verb) or trigger.sense.patient_is_subject:
        return relative
    return not relative and not has_object


def _by_noun(doc: Doc, number: NumberMention) -> Fate | None:
    """Return the fate told by the counted noun or the one it belongs to: "12 bodies", "the bodies of two nuns"."""
    if number.noun is None:
        return None
    noun = doc[number.noun]
    counted: dict[str, Effect] = _table()["counted"]
    if noun.lemma_.lower() in _table()["any_harm"] and number.quantity.high == 0:
        return "injured", noun.i
    owner = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    found = next((t for t in (noun, owner) if t.lemma_.lower() in counted), None)
    return (counted[found.lemma_.lower()], found.i) if found is not None else None
