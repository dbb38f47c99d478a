"""Whether the words that a time belongs to speak of what has been or of what is to come."""

from functools import cache
from typing import Literal

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.vocabulary import toml_table
from tocsin.read._grammar import dependents

Outlook = Literal["past", "ahead", "open"]
CLIMB = 6
NEXT = frozenset({"next", "upcoming", "coming", "forthcoming"})
WILL = frozenset({"will", "shall", "'ll", "wo"})
HAD = frozenset({"had", "'d"})  # what "had been due" may have come or not
OURS = frozenset({"i", "we"})  # of one's own doings the present tense tells what is to come: "we march on Sunday"
PUT_TO = frozenset({"to", "until", "till", "back", "off"})


def outlook_of(tokens: TokenSpan) -> Outlook:
    """Return whether the words that govern a time speak of the past, of what is to come, or leave it open."""
    below, above = tokens.root, tokens.root
    for _ in range(CLIMB):
        seen = _of_verb(above, below) if above.tag_[:1] in {"V", "M"} else _of_noun(above)
        if seen is not None:
            return seen
        if above.head.i == above.i:
            break
        below, above = above, above.head
    return "open"


def _of_noun(word: Token) -> Outlook | None:
    if word.lemma_.lower() in _words("nouns") or any(c.lower_ in NEXT for c in word.children):
        return "ahead"
    return "ahead" if word.tag_[:2] in {"JJ", "RB", "IN"} and _is_future_word(word) else None


def _of_verb(verb: Token, below: Token) -> Outlook | None:
    """Return what a verb with its auxiliaries says of a time below it by way of `below`; None leaves it to others."""
    if _is_put_off(verb, below) or (below.lower_ == "for" and verb.lemma_.lower() in _words("asking")):
        return "ahead"
    auxiliaries = dependents(verb, "aux", "auxpass")
    words = {c.lower_ for c in auxiliaries}
    if words & WILL:
        return "ahead"
    if any(c.tag_ == "MD" for c in auxiliaries) or verb.tag_ == "MD":
        return "past" if "have" in words else "ahead"
    if "to" in words:
        return _of_infinitive(verb)
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in auxiliaries):
        if not (_is_future_word(verb) and verb.tag_ == "VBN"):
            return "past"
        return "open" if words & HAD else "ahead"
    return _of_present(verb, below, words)


def _of_present(verb: Token, below: Token, auxiliaries: set[str]) -> Outlook | None:
    if _is_future_word(verb):
        return "ahead"
    if verb.tag_ == "VBN":
        return "open" if auxiliaries & {"is", "are"} else "past"
    if verb.tag_ == "VBP" and any(c.lower_ in OURS for c in dependents(verb, "nsubj")):
        return "ahead"
    scheduled = verb.lemma_.lower() in _words("scheduled") and not any(c.lower_ == "back" for c in verb.children)
    scheduled = scheduled and below.dep_ != "dobj"  # "the count takes in the raid of Saturday"
    return "ahead" if verb.tag_ in {"VBZ", "VBP"} and below.i != verb.i and scheduled else None


def _of_infinitive(verb: Token) -> Outlook | None:
    """Return what "to meet" says: it is to come after "is" and "agreed", open after "failed"."""
    head = verb.head
    if head.lemma_ == "be" or head.tag_ in {"VBZ", "VBP"} or any(c.lower_ in {"is", "are"} for c in head.children):
        return "ahead"
    if not _is_future_word(head) and head.i != verb.i:
        return None
    return "open" if _had(head) else "ahead"


def _had(word: Token) -> bool:
    """Return whether what was due or planned was so in the past perfect ("had been due to start", "had planned to")."""
    verb = word.head if word.tag_[:2] == "JJ" else word
    return any(c.lower_ in HAD for c in dependents(verb, "aux", "auxpass"))


def _is_put_off(verb: Token, below: Token) -> bool:
    """Return whether a time is the later one that something was put off to."""
    if below.lower_ not in PUT_TO or verb.lemma_.lower() not in _words("put_off"):
        return False
    return verb.lemma_.lower() not in {"put", "push"} or any(c.lower_ in {"off", "back"} for c in verb.children)


def _is_future_word(word: Token) -> bool:
    """Return whether a word says that what depends on it is to come; "set" does so only in "set for", "set to"."""
    if word.tag_.startswith("NN") or not {word.lemma_.lower(), word.lower_.removesuffix("d")} & _words("future"):
        return False
    return word.lower_ != "set" or (word.i + 1 < len(word.doc) and word.nbor().lower_ in {"for", "to"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(toml_table("times.toml")["direction"][name])
