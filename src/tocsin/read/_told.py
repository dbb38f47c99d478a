"""Whether a page tells that an act happened, or only names the kind of act: "talks opened", but not "for talks"."""

from collections.abc import Set
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.read._discourse import discourse
from tocsin.read._grammar import SAME_FORMS, conjuncts, dependents, has_dependent
from tocsin.read._predicates import Sense
from tocsin.read._stance import stance_of

DOER_PREPOSITIONS = frozenset({"by", "between"})
PARTY_PREPOSITIONS = frozenset({"between", "with"})
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "on", "across"})
OWN_CLAUSES = frozenset({"acl", "relcl", "ccomp", "parataxis"})
STOPS = frozenset({".", "?", "!", ":", '"', "”", "’", "'"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
COUNTERFACTUAL = frozenset({"should", "would", "could", "might"})
LASTING = frozenset({"hold", "control", "keep", "deny"})
STANDING = frozenset({"if", "unless", "since"})  # what is so on a condition, or since long, did not happen that day
SETTING_PREPOSITIONS = frozenset({"in", "at", "during", "after", "following"})
WHOLES = frozenset(
    {"round", "state", "series", "day", "night", "evening", "week", "month", "year", "hour", "end", "session", "wave"}
    | {"imposition"}
)
GOING_ON = frozenset({"continue", "last"})  # what goes on while it is told has begun: "talks continue in Gao"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The tokens of a page's times and places, and those of a chronicle, where the present tells what happened."""

    times: Set[int]
    places: Set[int]
    chronicle: range = range(0)


def is_told(noun: Token, sense: Sense, page: Told) -> bool:
    """Return whether `noun` has a verb of `sense.told_by` or something of its own out of `sense.told_with`."""
    governors = _governors(noun)
    if any(g.lemma_.lower() in sense.told_by and _is_done(g, page.chronicle) for g in governors):
        return True
    if any(_is_due(g) for g in governors):
        return False
    own = {
        "time": _has_below(noun, page.times, None),
        "place": _has_below(noun, page.places, PLACE_PREPOSITIONS | ({"to"} if sense.type == "CONSULT" else set())),
        "doer": any(c.lower_ in DOER_PREPOSITIONS for c in dependents(noun, "prep", "agent")),
        "setting": _is_setting(noun, page.chronicle),
        "party": any(c.lower_ in PARTY_PREPOSITIONS for c in dependents(noun, "prep")),
    }
    alone = noun.dep_ == "ROOT" and (own["time"] or own["place"] or own["party"])  # "Accord at Gao with the militants."
    return alone or any(own[what] for what in sense.told_with)


def is_habit(verb: Token, chronicle: range = range(0)) -> bool:
    """Return whether `verb` tells what is so or might have been, not what happened: "hold", "should have opened".

    In a chronicle the present tells what happened, but for what lasts.
    """
    helpers = dependents(verb, "aux", "auxpass")
    if any(c.lower_ in COUNTERFACTUAL for c in helpers) and any(c.lower_ == "have" for c in helpers):
        return True
    if any(any(d.lower_ == "any" for d in c.lefts) for c in dependents(verb, "nsubj", "nsubjpass")):
        return True
    if any(c.lemma_.lower() == "have" or c.tag_ == "MD" for c in helpers):
        return False
    if any(c.lower_ in {"do", "does"} for c in helpers):
        return True
    if verb.i in chronicle and verb.lemma_ not in LASTING and STANDING.isdisjoint(t.lower_ for t in verb.subtree):
        return False
    if verb.tag_ in {"VBN", "VBG"}:
        helpers = [verb.head] if verb.dep_ == "acomp" else helpers  # "the airport is closed"
        present = [c for c in helpers if c.lower_ in {"is", "are", "am"}]
        return verb.tag_ == "VBN" and bool(present) and len(helpers) == 1
    present_form = verb.tag_ == "VBZ" or (verb.tag_ == "VBP" and verb.lower_ not in SAME_FORMS)
    if verb.lemma_ == "be":
        return False  # "three men are in custody" tells what came of an act
    return present_form and not any(c.tag_ == "VBD" for c in helpers) and not _is_headline(verb)


def _is_headline(verb: Token) -> bool:
    """Return whether `verb` stands in a headline, which tells news in the present and ends without a stop."""
    first = verb.sent
    return first.start == 0 and first[-1].text not in STOPS and verb.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}


def is_of_old(verb: Token) -> bool:
    """Return whether `verb` tells what somebody does or used to do: "used to be raided", "a man who shoots"."""
    words = discourse()
    if verb.dep_ == "xcomp" and verb.head.lower_ == "used" and not has_dependent(verb.head, "auxpass"):
        return True
    described = verb.dep_ == "relcl" and verb.tag_ == "VBZ" and not has_dependent(verb, "auxpass")
    known_for = verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in words["known_for"]
    above = verb.head if verb.dep_ == "conj" and not has_dependent(verb, *SUBJECTS) else verb
    return described or known_for or any(_is_usual(c, v) for v in {verb, above} for c in v.children)


def _is_usual(word: Token, verb: Token) -> bool:
    """Return whether `word` below a verb says that it was done time and again: "often", "for years"."""
    if word.dep_ == "advmod":
        perfect = any(c.lemma_ == "have" for c in dependents(verb, "aux"))
        return word.lower_ in discourse()["habitual"] or (word.lower_ == "long" and perfect)
    spans = (c for c in word.children if c.dep_ == "pobj" and c.lemma_ in discourse()["long_spans"])
    return word.dep_ == "prep" and word.lower_ in {"for", "over"} and any(c.tag_ == "NNS" for c in spans)


def _governors(noun: Token) -> list[Token]:
    """Return the verbs that say something of `noun`: the one it depends on and those of its own clauses."""
    top = _whole(noun)
    above = [top.head] if top.dep_ in {"nsubj", "nsubjpass", "dobj"} else []
    if top.dep_ == "pobj" and top.head.dep_ == "agent":
        above = [top.head.head]
    if top.dep_ == "pobj" and top.head.lower_ == "under" and top.head.head.pos_ == "VERB":
        above = [top.head.head]  # "placed under emergency rule"
    joined = [c for v in above for c in v.children if c.dep_ == "conj" and c.pos_ == "VERB" and _shares(top, c)]
    told_of = {noun, top}  # "a state of emergency that parliament prolonged"
    own = OWN_CLAUSES | {"advcl"} if top.dep_ == "ROOT" else OWN_CLAUSES  # "a curfew from ten to five was imposed"
    return [*above, *joined, *(c for n in told_of for c in n.children if c.dep_ in own)]


def _whole(noun: Token) -> Token:
    """Return the noun that what is said of `noun` is said of: "round" in "a round of talks opened"."""
    while _is_part(noun):
        noun = noun.head if noun.dep_ == "conj" else noun.head.head
    return noun


def _is_setting(noun: Token, chronicle: range) -> bool:
    """Return whether something is told to be done in the course of an act or after it: "in a call they met"."""
    top = _whole(noun)
    preposition, verb = top.head, top.head.head
    during = top.dep_ == "pobj" and preposition.dep_ == "prep" and preposition.lower_ in SETTING_PREPOSITIONS
    return during and verb.pos_ in {"VERB", "AUX"} and _is_done(verb, chronicle)


def _is_part(noun: Token) -> bool:
    """Return whether what is said of the noun above is said of `noun`: "a round of talks", "a state of emergency"."""
    if noun.dep_ == "conj":
        return noun.head.pos_ in {"NOUN", "PROPN"}
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in WHOLES


def _shares(noun: Token, verb: Token) -> bool:
    return noun.dep_ in {"nsubj", "nsubjpass"} and not any(c.dep_.startswith("nsubj") for c in verb.children)


def _is_due(verb: Token) -> bool:
    """Return whether `verb` says what is to happen: "talks are to start", "the summit is due to open"."""
    if verb.lemma_ != "be":
        return False
    below = dependents(verb, "xcomp", "acomp")
    return any(_is_infinitive(c) or any(_is_infinitive(x) for x in c.children) for c in below)


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


def _is_done(verb: Token, chronicle: range) -> bool:
    lasts = verb.lemma_ in GOING_ON
    return stance_of(verb) in {"asserted", "hedged"} and (lasts or not is_habit(verb, chronicle))


def _has_below(noun: Token, wanted: Set[int], prepositions: Set[str] | None) -> bool:
    for child in noun.children:
        if child.dep_ == "prep" and (prepositions is None or child.lower_ in prepositions):
            below = [o for c in child.children if c.dep_ == "pobj" for o in conjuncts(c)]
            if any(o.i in wanted for o in (*below, *_wholes(below))):
                return True
        elif prepositions is None and child.i in wanted and child.dep_ not in {"acl", "relcl", "poss"}:
            return True
    return False


def _wholes(parts: list[Token]) -> list[Token]:
    """Return what `parts` are told to be a part of: "Gao" in "a march in the old quarter of Gao"."""
    return [o for p in parts for c in p.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
