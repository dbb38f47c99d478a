"""What the word above an act says of it: that it was planned or prevented, that it is untrue, or nothing."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.core.vocabulary import toml_table
from tocsin.read._discourse import discourse
from tocsin.read._grammar import dependents, has_dependent

LINKS = frozenset({"dobj", "nsubjpass", "xcomp", "ccomp", "attr", "oprd"})
CLAUSES = frozenset({"acl", "relcl"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
PREDICATES = frozenset({"acomp", "oprd", "attr", "xcomp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The word lists of data/stance.toml as sets."""

    planned: frozenset[str]
    wanted: frozenset[str]
    plotted: frozenset[str]
    reaching: frozenset[str]
    verbal: frozenset[str]
    denied: frozenset[str]
    refused: frozenset[str]
    withheld: frozenset[str]
    bare: frozenset[str]
    hedged: frozenset[str]
    hedge_modals: frozenset[str]
    plan_modals: frozenset[str]
    conditions: frozenset[str]
    inverted: frozenset[str]
    negations: frozenset[str]
    scarcely: frozenset[str]
    counted: frozenset[str]
    undenied: frozenset[str]
    occasions: frozenset[str]
    generic: frozenset[str]
    hypothetical_nouns: frozenset[str]
    invented: frozenset[str]
    halting_nouns: frozenset[str]
    accounts: frozenset[str]
    disproved: frozenset[str]
    falsehoods: frozenset[str]
    fulfilled: frozenset[str]
    accomplished: frozenset[str]
    ranks: frozenset[str]
    hypothetical_adjectives: frozenset[str]
    prospective: frozenset[str]
    hypothetical_prepositions: frozenset[str]
    reacting: frozenset[str]
    topic_prepositions: frozenset[str]
    talks: frozenset[str]
    circumstances: frozenset[str]
    parts: frozenset[str]


@cache
def cues() -> Cues:
    """Return the words that change how far an act is vouched for."""
    return Cues(**{name: frozenset(words) for name, words in toml_table("stance.toml").items()})


def stands_apart(below: Token, above: Token) -> bool:
    """Return whether what `above` governs does not reach `below`, which tells when or why, of whom, or what is known.

    "Cancelled after gunmen attacked", "justice for the killing", "the release of nuns kidnapped in May".
    """
    words = cues()
    if below.dep_ == "advcl":
        return is_finite(below) or any(c.lower_ == "after" for c in dependents(below, "mark", "advmod"))
    if below.dep_ == "acl" and below.tag_ == "VBN" and not is_finite(below):
        return below.lemma_ not in discourse()["light_verbs"]
    if below.dep_ == "conj":  # "were told to fire and killed two": the parser hangs what is told on the infinitive
        return below.tag_ == "VBD" and above.tag_ == "VB"
    if below.dep_ != "prep":
        return False
    if above.pos_ not in {"NOUN", "PROPN"}:
        return below.lower_ in words.circumstances
    return below.lower_ != "to" and not _is_unreal(above)


def _is_unreal(noun: Token) -> bool:
    words, lemma = cues(), noun.lemma_.lower()
    return lemma in words.hypothetical_nouns or lemma in words.accounts or lemma in words.parts


def denies(above: Token, below: Token) -> bool:
    """Return whether `above` says that what is told below it did not happen: "failed to", "too weak to"."""
    words, lemma = cues(), lemma_with_particle(above)
    if lemma not in words.denied and lemma not in words.refused:
        return _is_beyond(above, below) or _is_called_false(above, below)
    if above.pos_ in {"NOUN", "PROPN"}:
        return False
    if below.dep_ == "prep":
        inner = dependents(below, "pcomp", "pobj")
        return below.lower_ in {"from", "of"} and any(c.dep_ == "pcomp" or not _is_determined(c) for c in inner)
    if lemma in words.withheld or below.dep_ not in LINKS:
        return False
    return lemma not in words.bare or below.dep_ not in {"dobj", "nsubjpass"} or not _is_determined(below)


def _is_beyond(above: Token, below: Token) -> bool:
    """Return whether somebody was "too weak to attack"."""
    return below.dep_ in {"xcomp", "advcl"} and any(c.lower_ == "too" for c in dependents(above, "advmod"))


def is_account(clause: Token, noun: Token) -> bool:
    """Return whether a clause tells what an account says, though the parser takes it for a relative."""
    told = clause.dep_ == "relcl" and noun.lemma_.lower() in cues().accounts
    return told and has_dependent(clause, "mark")


def _is_called_false(above: Token, below: Token) -> bool:
    """Return whether `below` is told in an account that is untrue, or is itself untrue: "it is not true that"."""
    words = cues()
    if above.pos_ in {"VERB", "AUX"} and below.dep_ in {"ccomp", "csubj", "advcl"}:
        told = {c.lower_ for c in above.children if c.dep_ in PREDICATES}
        negated = has_dependent(above, "neg")
        return not told.isdisjoint(words.falsehoods) or (negated and "true" in told)
    if above.pos_ != "NOUN" or above.lemma_.lower() not in words.accounts:
        return False
    verb = above.head
    if verb.lemma_ in words.disproved and above.dep_ in {"dobj", "nsubjpass"}:
        return True
    told = {t.lower_ for c in verb.children if c.dep_ in PREDICATES for t in (c, *c.children)}
    subject = above.dep_ in {"nsubj", "nsubjpass"}
    return subject and (verb.lemma_ in words.falsehoods or not told.isdisjoint(words.falsehoods))


def leaves_open_if_denied(above: Token) -> bool:
    """Return whether a denied verb says nothing of its complement: "did not refuse to", but "did not fail to"."""
    return lemma_with_particle(above) not in cues().denied


def plans(above: Token, below: Token) -> bool:
    """Return whether `above` says that what is told below it was wanted, feared or expected, not that it was done."""
    if above.pos_ in {"NOUN", "PROPN"}:
        return _is_idea(above, below)
    words, lemma = cues(), above.lemma_.lower()
    if below.dep_ == "prep":
        return _reaches(above, below)
    if below.dep_ in {"dobj", "nsubjpass"}:
        done = lemma in words.plotted or below.dep_ == "nsubjpass"
        return lemma in words.wanted and not (done and any(c.lower_ in DEFINITE for c in below.lefts))
    if below.dep_ == "xcomp" and lemma in words.prospective and above.pos_ in {"ADJ", "ADV"}:
        return True
    if below.dep_ in {"xcomp", "ccomp"} and lemma in words.wanted and lemma not in words.planned:
        return below.dep_ == "xcomp" and not any(c.tag_ == "TO" for c in below.children)  # "fear being attacked"
    if lemma not in words.planned:
        return False
    return below.dep_ == "xcomp" or (below.dep_ == "ccomp" and not is_finite(below))


def _is_idea(noun: Token, below: Token) -> bool:
    words, lemma = cues(), noun.lemma_.lower()
    if lemma in words.halting_nouns and below.dep_ == "prep" and below.lower_ == "to":
        return True
    if lemma == "talk":
        return below.dep_ == "prep" and below.lower_ == "of"
    idea = lemma in words.hypothetical_nouns and below.dep_ in {"acl", "prep", "relcl"}
    return idea and not is_fulfilled(noun)


def is_fulfilled(noun: Token) -> bool:
    """Return whether what was threatened or promised was done: "carried out a threat to", "made good on a vow to"."""
    hypothetical = noun.lemma_.lower() in cues().hypothetical_nouns
    return hypothetical and lemma_with_particle(_verb_over(noun)) in cues().fulfilled


def _verb_over(noun: Token) -> Token:
    """Return the verb or adjective that `noun` is the object of, also through "on"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    good = next((c for c in above.children if c.dep_ == "oprd"), None)
    return good if good is not None and noun.dep_ == "pobj" else above


def _reaches(above: Token, preposition: Token) -> bool:
    """Return whether a verb or adjective governs through `preposition`: "called for", "warned of", "close to"."""
    words, lemma = cues(), above.lemma_.lower()
    if lemma == "want":
        return False  # "a man wanted for the bombing"
    if lemma in words.verbal and not has_dependent(preposition, "pcomp"):
        return False
    named = f"{lemma} {preposition.lower_}" in words.reaching
    return named or (lemma in words.planned and preposition.lower_ in {"for", "to"})


def is_made_up(below: Token, above: Token) -> bool:
    """Return whether a clause tells what is played or invented: "a drill in which", "anyone who attacks"."""
    words = cues()
    if below.dep_ not in CLAUSES:
        return False
    return above.lower_ in words.generic or above.lemma_.lower() in words.invented


def lemma_with_particle(verb: Token) -> str:
    """Return the lemma of `verb` with its particle, where there is one: "call off", "rule out"."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    return verb.lemma_.lower() if particle is None else f"{verb.lemma_.lower()} {particle}"


def _is_determined(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or has_dependent(noun, "det", "poss", "nummod")


def is_finite(verb: Token) -> bool:
    """Return whether `verb` or one of its auxiliaries is in the past or present tense."""
    if verb.tag_ in FINITE:
        return True
    return any(c.tag_ in FINITE for c in dependents(verb, "aux", "auxpass"))
