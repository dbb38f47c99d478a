"""Figures told by a word for a count: "a toll of 12", "the number of those killed stood at 37"."""

from functools import cache
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tocsin.core.vocabulary import toml_table
from tocsin.read._columns import columns
from tocsin.read._mentions import NumberMention
from tocsin.read._predicates import Effect

AFTER = 8
REACH = 12
HEDGES = 5
AT_OR_TO = frozenset({"at", "to"})
POINTING = AT_OR_TO | {"of", "from"}


def is_tally(doc: Doc, start: int) -> bool:
    """Return whether a bare number whose hedge starts at `start` is told by a word for a count or by "speak of"."""
    before = doc[start - 1] if start else None
    if before is None or before.lower_ not in POINTING:
        return False
    sentence = doc[start].sent
    left = doc[max(sentence.start, start - REACH) : start - 1]
    if before.lower_ in AT_OR_TO:
        return any(_counts(t) for t in doc[sentence.start : start - 1]) and any(_moves(t) for t in left)
    last = left[-1] if len(left) else None
    return last is not None and (_counts(last) or last.lemma_ in _words("speakers"))


def tally_fate(doc: Doc, number: NumberMention) -> tuple[Effect, int] | None:
    """Return the fate of a number without a noun that a word for a count tells, and the word that says so."""
    if number.noun is not None:
        return None
    sentence = doc[number.tokens.start].sent
    counted = _number_of(doc[number.tokens.end : min(number.tokens.end + AFTER, sentence.end)])
    if counted is not None:
        return counted
    before = doc[number.tokens.start - 1] if number.tokens.start > sentence.start else None
    if before is None or before.lower_ not in POINTING:
        return None
    return _nearest_before(doc, sentence.start, number.tokens.start) or _of_sentence_before(doc, sentence.start)


def _nearest_before(doc: Doc, start: int, end: int) -> tuple[Effect, int] | None:
    fates, nouns = _fates(), _table()["toll_nouns"]
    for token in reversed(doc[start:end]):
        if token.lower_ in fates:
            return fates[token.lower_], token.i
        if token.lemma_.lower() in nouns:
            return nouns[token.lemma_.lower()], token.i
    return None


def _of_sentence_before(doc: Doc, end: int) -> tuple[Effect, int] | None:
    """Return the fate that the sentence before tells last, for a figure that only says "a count of 54"."""
    if end == 0:
        return None
    found = _nearest_before(doc, doc[end - 1].sent.start, end)
    return (found[0], end) if found is not None else None


def _number_of(tokens: TokenSpan) -> tuple[Effect, int] | None:
    """Return the fate told by "the number of those killed", "the number of dead" right at the start of `tokens`."""
    fates = _fates()
    numbered = [t.i for t in tokens if t.lemma_.lower() in _words("nouns")]
    stopped = next((t.i for t in tokens if t.is_punct), tokens.end)
    told = [t for t in tokens if t.lower_ in fates and numbered and numbered[0] < t.i < stopped]
    return (fates[told[0].lower_], told[0].i) if told else None


def is_superseded(doc: Doc, number: NumberMention) -> bool:
    """Return whether the report says that the number was told before and holds no more ("the earlier count of 60")."""
    at, table = number.tokens.start, _table()["superseded"]
    start = max(doc[at].sent.start, at - REACH)
    if _outdating().isdisjoint(columns(doc).lower[start:at]) and _outdating().isdisjoint(columns(doc).lemma[start:at]):
        return False
    left = list(doc[start:at])
    if left[-1].lower_ in table["instead"]:
        return True
    if len(left) >= 2 and left[-1].lower_ == "from" and left[-2].lower_ in table["directions"]:
        return True
    for token in reversed(left):
        if token.text in {";", "–", "—"}:
            return False
        head = token.head.lemma_.lower()
        if token.lower_ in table["words"] and (head in _words("nouns") or head in _words("speakers")):
            return True
        if token.lemma_ in table["verbs"] and left[-1].lower_ == "of" and any(_counts(t) for t in left):
            return True
    return False


@cache
def _outdating() -> frozenset[str]:
    """Return the words of which one stands before a number that holds no more."""
    table = _table()["superseded"]
    return frozenset(word for words in table.values() for word in words)


def is_updated(doc: Doc, number: NumberMention) -> bool:
    """Return whether the report says that the number has changed to what it is ("rose to 29", "now stands at 37")."""
    at, table = number.tokens.start, _table()["updated"]
    start, told = max(doc[at].sent.start, at - REACH), columns(doc)
    if start == at or told.lower[at - 1] not in AT_OR_TO:
        return False
    moved = any(lemma in table["verbs"] for lemma in told.lemma[start:at])
    return moved or any(word in table["words"] for word in told.lower[start:at])


def is_of_a_while(doc: Doc, number: NumberMention) -> bool:
    """Return whether the number is that of one of several days ("seven people died on the first day")."""
    after = doc[number.tokens.end : min(number.tokens.end + AFTER, doc[number.tokens.start].sent.end)]
    first, wholes = _words("ordinals"), _words("whiles")
    lower = columns(doc).lower[after.start : after.end]
    return any(word in first and following in wholes for word, following in pairwise(lower))


def _counts(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in _words("nouns") or lemma in _table()["toll_nouns"]


def _moves(token: Token) -> bool:
    return token.lemma_.lower() in _words("verbs")


def _table() -> dict[str, Any]:
    return toml_table("fates.toml")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()["tally"][name])


@cache
def _fates() -> dict[str, Effect]:
    return {word: slot for slot, words in _table()["words"].items() for word in words}
