"""Verbs of saying in the present that a tagger takes for nouns: ", the ministry reports", "the police answer that"."""

from collections.abc import Sequence
from functools import cache

from tocsin.read._columns import Columns
from tocsin.read._speech import speech_verbs

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "IN", "PRP$", "CD", "HYPH"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
RELATIVES = frozenset({"who", "which", "that"})
ARTICLES = frozenset({"a", "an", "the", "one", "another"})
SINGULAR = frozenset({"NN", "NNP"})
PLURAL = frozenset({"NNS", "NNPS"})
CLOSING = frozenset({",", '"', "”", "''", "»"})
STOPS = frozenset({".", ",", "from", "in", "on", ";"})
LONGEST = 12


def tags_of(told: Columns, bounds: Sequence[tuple[int, int]]) -> list[str]:
    """Return the tags of `told`, those of misread verbs mended; `bounds` are its sentences."""
    tags, verbs = told.tag.copy(), _present()
    likely = [i for i, word in enumerate(told.lower) if word in verbs and tags[i] in {"NNS", "NN"}]
    starts = {i: start for i in likely for start, end in bounds if start <= i < end} if likely else {}
    for i, first in starts.items():
        if i > first and _agrees(told, i) and (_has_clause(told, first, i) or _is_inserted(told, first, i)):
            tags[i] = "VBZ" if tags[i] == "NNS" else "VBP"
    return tags


@cache
def _present() -> frozenset[str]:
    """Return the forms in the present of the verbs that take a clause."""
    said = [word for word, verb in speech_verbs().items() if verb.frames & {"clause", "strict"}]
    ending = {"ch", "sh", "ss", "x"}
    return frozenset(said) | {word + ("es" if word[-2:] in ending else "s") for word in said if word[-1] != "y"}


def _agrees(told: Columns, verb: int) -> bool:
    """Return whether the noun in front has the number that the form of the verb asks for."""
    before = told.tag[verb - 1]
    if told.tag[verb] == "NNS":
        return before in SINGULAR or (before == "VBN" and told.tag[verb - 2] == "CD")
    return before in PLURAL or told.lower[verb - 1] == "police"


def _has_clause(told: Columns, first: int, verb: int) -> bool:
    """Return whether "that" and a clause follow, and no other verb stands in front but in a relative clause."""
    if "".join(told.lower[verb + 1 : verb + 2]) != "that" or FINITE & set(told.tag[verb + 2 : verb + 3]):
        return False
    start = next((i + 1 for i in range(verb - 1, first, -1) if told.text[i] in {";", ":"}), first)
    finite = (i for i in range(start, verb) if told.tag[i] in FINITE)
    return all(told.lower[i - 1] in RELATIVES for i in finite)


def _is_inserted(told: Columns, first: int, verb: int) -> bool:
    """Return whether it ends ", the ministry reports," or follows a quotation with its speaker."""
    start = verb - 1
    while start > max(first, verb - LONGEST) and told.tag[start] in NOUNS:
        start -= 1
    if told.lower[start] not in ARTICLES or start == first or told.text[start - 1] not in CLOSING:
        return False
    said = FINITE & set(told.tag[first:start])
    return bool(said) and (verb + 1 == len(told.lower) or told.lower[verb + 1] in STOPS)
