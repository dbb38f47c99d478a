"""How far the report vouches for an act: asserted, hedged, denied, planned or conditional."""

from spacy.tokens import Token

from tocsin.core.claim import Stance
from tocsin.read._discourse import discourse
from tocsin.read._governors import (
    cues,
    denies,
    is_account,
    is_finite,
    is_fulfilled,
    is_made_up,
    leaves_open_if_denied,
    lemma_with_particle,
    plans,
    stands_apart,
)
from tocsin.read._grammar import ancestors, dependents, next_word

GOVERNED = frozenset({"xcomp", "ccomp", "dobj", "pobj", "advcl", "acl", "pcomp", "prep", "nsubjpass", "conj", "attr"})

INVERTING = frozenset({"nor", "neither"})
WHICHEVER = frozenset({"any", "whatever", "whichever"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OPENING = frozenset({":", '"', "“", "‘", "``"})
WHEN_TO_COME = frozenset({"once", "until", "when", "after", "before", "whenever"})


def stance_of(trigger: Token) -> Stance:
    """Return how far the act of `trigger` is vouched for, by its own clause and by what governs it."""
    own = _own_stance(trigger)
    return own if own is not None else _governed_stance(trigger)


def is_taken_as_known(token: Token) -> bool:
    """Return whether what somebody denied does not reach `token`: "denied that it was behind the raid that ..."."""
    below, apart = token, False
    for above in ancestors(token):
        apart = apart or below.dep_ == "relcl" or stands_apart(below, above)
        if above.lemma_.lower() in cues().disproved:
            return apart
        below = above
    return False


def _own_stance(token: Token) -> Stance | None:
    words = cues()
    children = list(token.children)
    if any(_negates(c, token) for c in children) or _is_let_alone(token):
        return "denied"
    if any((c.dep_ in SUBJECTS or c.dep_ == "dobj") and _is_nothing(c) for c in children):
        return "denied"
    if token.dep_ == "pcomp" and token.head.lower_ == "without":
        return "denied"  # "left without signing the accord"
    if any(c.dep_ == "mark" and c.lower_ in words.conditions for c in children) or _is_of_any(token):
        return "conditional"
    if _is_supposed(token, children) or _is_order(token):
        return "conditional"
    if any(c.dep_ == "aux" and c.lemma_.lower() in words.hedge_modals for c in children):
        return "hedged" if _is_perfect(token) else "conditional"
    if _is_future(token) or _is_purpose(token) or _is_due(token) or _is_wished(token):
        return "planned"
    if any(c.dep_ in {"advmod", "amod"} and c.lower_ in words.hedged for c in children):
        return "hedged"
    if token.dep_ in {"pobj", "pcomp"}:
        told = _after_preposition(token)
        if told is not None:
            return told
    return _noun_stance(token) if token.pos_ in {"NOUN", "PROPN"} else None


def _is_order(verb: Token) -> bool:
    """Return whether a verb tells somebody what to do: "Free the crew", the banner read; "..., it said: free them"."""
    if verb.tag_ != "VB" or any(c.dep_ in {"aux", "auxpass", "csubj"} or c.dep_ in SUBJECTS for c in verb.children):
        return False
    return verb.dep_ in {"ROOT", "ccomp", "parataxis"} or (verb.i > 0 and verb.nbor(-1).text in OPENING)


def _is_of_any(token: Token) -> bool:
    """Return whether an act is one of whatever may come: "any attack", "any accord reached", "may close any road"."""
    noun = token.head if token.dep_ == "acl" else token
    what = (c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}) if token.tag_ == "VB" else ()
    touched = (noun,) if noun.pos_ == "NOUN" else what
    return any(c.lower_ in WHICHEVER for n in touched for c in dependents(n, "det"))


def _negates(word: Token, token: Token) -> bool:
    """Return whether `word` below an act denies it: "did not", "no attack", "Nor has it"; "not since" does not."""
    words = cues()
    if word.dep_ == "neg":
        return next_word(word) not in words.undenied
    if word.dep_ == "prep":  # "at no time did they fire"
        return word.i < token.i and any(c.lemma_ in words.occasions and _is_nothing(c) for c in word.children)
    if word.lower_ in words.scarcely:
        return next_word(word).startswith("any")
    opens = word.lower_ in INVERTING and word.i < token.i and word.dep_ in {"cc", "preconj", "advmod"}
    return opens or (word.dep_ == "det" and word.lower_ in words.negations and next_word(word) not in words.counted)


def _is_let_alone(token: Token) -> bool:
    """Return whether an act was done even less than what stands before: "saw no one, let alone fired"."""
    return token.i > 1 and token.nbor(-1).lower_ == "alone" and token.nbor(-2).lower_ == "let"


def _is_nothing(noun: Token) -> bool:
    """Return whether a noun stands for nobody or nothing: "nobody", "no soldier", "not one", "hardly anyone"."""
    words = cues()
    if noun.lower_ in words.negations:
        return True
    return any(_negates(c, noun) for c in noun.children)


def _is_supposed(token: Token, children: list[Token]) -> bool:
    """Return whether an act is only supposed: "had they fired", "would have fired", "whoever fires"."""
    words = cues()
    subjects = [c for c in children if c.dep_ in SUBJECTS]
    if any(c.lower_ in words.generic for c in subjects):
        return True
    helpers = [c for c in children if c.dep_ in {"aux", "auxpass"}]
    if any(c.lower_ in {"would", "should"} for c in helpers) and _is_perfect(token):
        return True
    first = token.left_edge
    if subjects and first in helpers and first.lower_ in words.inverted:
        return True
    return token.tag_ == "VBZ" and _is_future(token.head) and any(c.lower_ in WHEN_TO_COME for c in children)


def _is_future(token: Token) -> bool:
    modals = [c for c in dependents(token, "aux") if c.lemma_.lower().strip("'’") in cues().plan_modals]
    return bool(modals) and not _is_perfect(token)


def _is_perfect(verb: Token) -> bool:
    """Return whether `verb` tells what is over: "may have fired", but not "may fire" or "will have fired"."""
    helpers = {c.lower_ for c in dependents(verb, "aux")}
    return "have" in helpers and helpers.isdisjoint({"will", "'ll", "’ll", "shall"})


def _is_infinitive(verb: Token) -> bool:
    """Return whether `verb` is an infinitive with "to", in the passive and the perfect too: "to be freed"."""
    return verb.tag_ in {"VB", "VBN"} and any(c.tag_ == "TO" for c in verb.children)


def _is_purpose(verb: Token) -> bool:
    """Return whether `verb` tells what something was done for: "came to free him", not "went on to free him"."""
    if verb.dep_ not in {"advcl", "relcl", "acl"} or not _is_infinitive(verb):
        return False
    if verb.dep_ != "advcl":
        return not is_fulfilled(verb.head) and not _is_ranked(verb)
    only = any(c.tag_ == "TO" and c.i > 0 and c.nbor(-1).lower_ == "only" for c in verb.children)
    return not only and lemma_with_particle(verb.head) not in cues().accomplished


def _is_ranked(verb: Token) -> bool:
    """Return whether an infinitive tells what somebody was the first or the latest to do, which was done."""
    nouns = [verb.head] if verb.dep_ != "xcomp" else dependents(verb.head, "attr")
    return any(t.lower_ in cues().ranks for noun in nouns for t in (noun, *noun.lefts))


def _is_wished(verb: Token) -> bool:
    """Return whether the form of `verb` tells what is wanted: "asked that they be freed", "for the army to leave"."""
    subjects = dependents(verb, *SUBJECTS)
    if not subjects:
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    helpers = dependents(verb, "aux", "auxpass")
    if "for" in marks and _is_infinitive(verb):
        return verb.head.lemma_ != "take"  # "it took a week for the army to leave"
    if [c.lower_ for c in helpers] == ["be"]:
        return subjects[0].i < helpers[0].i
    return verb.tag_ == "VB" and not helpers and "that" in marks


def _is_due(verb: Token) -> bool:
    """Return whether `verb` tells what was arranged: "the council was to meet", or had "yet to meet"."""
    if verb.dep_ not in {"xcomp", "acl"} or not _is_infinitive(verb) or _is_ranked(verb):
        return False
    beside = (c.lower_ for t in (verb, verb.head) for c in t.children)
    return verb.head.lemma_ == "be" or (verb.head.lemma_ in {"have", "remain"} and "yet" in beside)


def _after_preposition(token: Token) -> Stance | None:
    """Return the stance of what stands after "without", "pending" or "against", if it does."""
    words, preposition = cues(), token.head
    if preposition.lower_ not in words.hypothetical_prepositions:
        return None
    if preposition.lower_ == "against" and preposition.head.lemma_.lower() in words.reacting:
        return None
    return "denied" if preposition.lower_ == "without" and token.dep_ == "pcomp" else "planned"


def _noun_stance(noun: Token) -> Stance | None:
    words = cues()
    if any(c.lower_ in words.hypothetical_adjectives for c in dependents(noun, "amod")):
        return "planned"
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        told = (c.lower_ for c in noun.head.children if c.dep_ == "acomp")
        return "planned" if any(t in words.hypothetical_adjectives for t in told) else None
    if noun.dep_ != "pobj":
        return None
    above = noun.head
    topic = above.lower_ in words.topic_prepositions and above.head.lemma_ in words.talks
    return "planned" if topic else None


def _governed_stance(token: Token) -> Stance:
    below, denied = token, False
    for above in ancestors(token):
        if is_made_up(below, above):
            return "conditional"
        if (below.dep_ not in GOVERNED and not is_account(below, above)) or stands_apart(below, above):
            break
        told = None if below.dep_ == "conj" or _is_result(below) else _said_by(above, below)
        if told == "denied":
            if leaves_open_if_denied(above):
                return "denied"
            denied = denied == _is_denied(above)
        elif told is not None:
            return told
        if below.dep_ in {"ccomp", "advcl", "acl"} and is_finite(below):
            break
        below = above
        carried = told is None and above.pos_ in {"VERB", "AUX"} and _carries(below, token)
        inherited = _own_stance(above) if carried else None
        if inherited is not None:
            return inherited
    return "denied" if denied else "asserted"


def _said_by(above: Token, below: Token) -> Stance | None:
    """Return what `above` says of the clause or noun right below it."""
    if denies(above, below):
        return "denied"
    if plans(above, below):
        return "planned"
    return "hedged" if above.lemma_.lower() in cues().hedged and below.dep_ in {"xcomp", "ccomp"} else None


def _is_denied(verb: Token) -> bool:
    """Return whether it is denied that something was prevented or left undone: "could not prevent"."""
    return _own_stance(verb) == "denied"


def _is_result(token: Token) -> bool:
    """Return whether `token` tells what came of the governing act ("..., killing 12")."""
    return token.dep_ == "advcl" and token.tag_ == "VBG"


def _carries(verb: Token, token: Token) -> bool:
    """Return whether the stance of `verb` holds for `token`: "did not carry out an attack", "would go on firing"."""
    if token.head.i != verb.i:
        return False
    if token.dep_ == "xcomp" or (token.dep_ == "conj" and token.tag_ == verb.tag_ == "VB"):
        return True
    light = verb.lemma_ in discourse()["light_verbs"]
    return light and token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"dobj", "nsubjpass"}
