"""How far the report vouches for an act: asserted, hedged, denied, planned or conditional."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.core.claim import Stance
from tocsin.core.vocabulary import toml_table
from tocsin.read._grammar import ancestors, next_word

GOVERNED = frozenset({"xcomp", "ccomp", "dobj", "pobj", "advcl", "acl", "pcomp", "prep", "nsubjpass", "conj", "attr"})

INVERTING = frozenset({"nor", "neither"})
WHICHEVER = frozenset({"any", "whatever", "whichever"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The word lists of data/stance.toml as sets."""

    planned: frozenset[str]
    wanted: frozenset[str]
    denied: frozenset[str]
    hedged: frozenset[str]
    hedge_modals: frozenset[str]
    plan_modals: frozenset[str]
    conditions: frozenset[str]
    negations: frozenset[str]
    hypothetical_nouns: frozenset[str]
    halting_nouns: frozenset[str]
    hypothetical_adjectives: frozenset[str]
    hypothetical_prepositions: frozenset[str]
    topic_prepositions: frozenset[str]
    circumstances: frozenset[str]
    answers: frozenset[str]
    talks: frozenset[str]


@cache
def cues() -> Cues:
    """Return the words that change how far an act is vouched for."""
    return Cues(**{name: frozenset(words) for name, words in toml_table("stance.toml").items()})


def stance_of(trigger: Token) -> Stance:
    """Return how far the act of `trigger` is vouched for, by its own clause and by what governs it."""
    own = _own_stance(trigger)
    return own if own is not None else _governed_stance(trigger)


def _own_stance(token: Token) -> Stance | None:
    words = cues()
    children = list(token.children)
    if any(_negates(c, token) for c in children):
        return "denied"
    if any(c.dep_ in {"nsubj", "nsubjpass"} and _is_nothing(c) for c in children):
        return "denied"
    if any(c.dep_ == "mark" and c.lower_ in words.conditions for c in children) or _is_of_any(token):
        return "conditional"
    if _is_inverted(token) or _is_order(token):
        return "conditional"
    if any(c.dep_ == "aux" and c.lemma_.lower() in words.hedge_modals for c in children):
        return "hedged" if _is_perfect(token) else "conditional"
    if _is_future(token) or _is_purpose(token) or _is_due(token):
        return "planned"
    if any(c.dep_ in {"advmod", "amod"} and c.lower_ in words.hedged for c in children):
        return "hedged"
    return _noun_stance(token) if token.pos_ in {"NOUN", "PROPN"} else None


def _is_inverted(verb: Token) -> bool:
    """Return whether an act was only supposed: "Had the guards left an hour earlier, ..."."""
    first = next(verb.children, None)
    if first is None or first.dep_ != "aux" or first.lower_ != "had" or verb.dep_ == "ROOT":
        return False
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.i > first.i for c in verb.children)


def _is_order(verb: Token) -> bool:
    """Return whether a verb tells somebody what to do: "Free the crew", the banner read."""
    if verb.tag_ != "VB" or verb.dep_ not in {"ROOT", "ccomp", "parataxis"}:
        return False
    return not any(c.dep_ in {"aux", "nsubj", "nsubjpass", "auxpass", "csubj"} for c in verb.children)


def _is_of_any(token: Token) -> bool:
    """Return whether an act is one of whatever may come: "any attack", "any accord reached", "may close any road"."""
    noun = token.head if token.dep_ == "acl" else token
    what = (c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}) if token.tag_ == "VB" else ()
    touched = (noun,) if noun.pos_ == "NOUN" else what
    return any(c.dep_ == "det" and c.lower_ in WHICHEVER for n in touched for c in n.children)


def _negates(word: Token, token: Token) -> bool:
    """Return whether `word` below an act denies it: "did not", "no attack", "Nor has it"; "not since" does not."""
    if word.dep_ == "neg":
        return next_word(word) not in {"since", "until", "only"}
    opens = word.lower_ in INVERTING and word.i < token.i and word.dep_ in {"cc", "preconj", "advmod"}
    return opens or (word.dep_ == "det" and word.lower_ in cues().negations)


def _is_nothing(subject: Token) -> bool:
    """Return whether a subject stands for nobody: "nobody", "no soldier", "not one of them"."""
    negations = cues().negations
    below = (c for c in subject.children if c.dep_ in {"det", "neg", "preconj"})
    return subject.lower_ in negations or any(c.lower_ in negations for c in below)


def _is_future(token: Token) -> bool:
    modals = [c for c in token.children if c.dep_ == "aux" and c.lemma_.lower().strip("'’") in cues().plan_modals]
    return bool(modals) and not _is_perfect(token)


def _is_perfect(verb: Token) -> bool:
    """Return whether `verb` tells what is over: "may have fired", but not "may fire"."""
    return any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)


def _is_purpose(verb: Token) -> bool:
    """Return whether `verb` tells what something was done for ("came to free him")."""
    return verb.tag_ == "VB" and verb.dep_ in {"advcl", "relcl", "acl"} and any(c.tag_ == "TO" for c in verb.children)


def _is_due(verb: Token) -> bool:
    """Return whether `verb` tells what was arranged: "the council was to meet", or had "yet to meet"."""
    beside = (c.lower_ for t in (verb, verb.head) for c in t.children)
    yet = verb.head.lemma_ in {"have", "remain"} and "yet" in beside
    due = verb.tag_ == "VB" and verb.dep_ in {"xcomp", "acl"} and (verb.head.lemma_ == "be" or yet)
    return due and any(c.tag_ == "TO" for c in verb.children)


def _noun_stance(noun: Token) -> Stance | None:
    words = cues()
    if any(c.dep_ == "amod" and c.lower_ in words.hypothetical_adjectives for c in noun.children):
        return "planned"
    if noun.dep_ != "pobj":
        return None
    above = noun.head
    if above.lower_ == "against" and above.head.lemma_.lower() in words.answers:
        return None
    topic = above.lower_ in words.topic_prepositions and above.head.lemma_ in words.talks
    return "planned" if topic or above.lower_ in words.hypothetical_prepositions else None


def _governed_stance(token: Token) -> Stance:
    words = cues()
    below = token
    for above in ancestors(token):
        if below.dep_ not in GOVERNED:
            break
        lemma = above.lemma_.lower()
        if below.dep_ != "conj" and not _is_result(below) and not _tells_when_or_why(below):
            if lemma in words.denied and above.pos_ == "VERB":
                return "denied"
            if _plans(above, below):
                return "planned"
            if lemma in words.hedged and below.dep_ in {"xcomp", "ccomp"}:
                return "hedged"
        if below.dep_ in {"ccomp", "advcl", "acl"} and _is_finite(below):
            break
        below = above
        inherited = _own_stance(above) if above.pos_ in {"VERB", "AUX"} and _carries(below, token) else None
        if inherited is not None:
            return inherited
    return "asserted"


def _plans(above: Token, below: Token) -> bool:
    words = cues()
    lemma = above.lemma_.lower()
    if above.pos_ == "NOUN":
        if lemma in words.halting_nouns and below.dep_ == "prep" and below.lower_ == "to":
            return True
        return lemma in words.hypothetical_nouns and below.dep_ in {"acl", "prep", "relcl"}
    if lemma not in words.planned:
        return False
    return (
        below.dep_ == "xcomp"
        or (below.dep_ == "prep" and below.lower_ in {"for", "to"})
        or (below.dep_ == "ccomp" and not _is_finite(below))
        or (below.dep_ == "dobj" and lemma in words.wanted)
    )


def _tells_when_or_why(token: Token) -> bool:
    """Return whether `token` tells when or why the governing act was done: "stopped the march after the blast"."""
    if token.dep_ == "prep":
        return token.lower_ in cues().circumstances
    return token.dep_ == "advcl" and any(
        c.dep_ in {"mark", "prep"} and c.lower_ in cues().circumstances for c in token.children
    )


def _is_result(token: Token) -> bool:
    """Return whether `token` tells what came of the governing act ("..., killing 12")."""
    return token.dep_ == "advcl" and token.tag_ == "VBG"


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return True
    return any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP"} for c in verb.children)


def _carries(verb: Token, token: Token) -> bool:
    """Return whether the stance of `verb` holds for `token`: "did not carry out an attack", "would go on firing"."""
    if token.head.i != verb.i:
        return False
    if token.dep_ == "xcomp" or (token.dep_ == "conj" and token.tag_ == verb.tag_ == "VB"):
        return True
    light = verb.lemma_ in toml_table("discourse.toml")["light_verbs"]
    return light and token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"dobj", "nsubjpass"}
