"""Where sentences start: at paragraph breaks and after closing punctuation, abbreviations and initials aside."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from spacy.attrs import ORTH, SENT_START, SPACY
from spacy.language import Language
from spacy.tokens import Doc

from tocsin.core.vocabulary import toml_table
from tocsin.read._limits import LONGEST_SENTENCE

SENTENCES = "tocsin_sentences"
ENDS = frozenset({".", "!", "?", "...", "…", ".."})
CLOSERS = frozenset({'"', "”", "'", "’", ")", "]", "»", "''"})
START, NO_START = 1, -1  # as spaCy keeps them
Words = Sequence[str]
Flags = Sequence[bool]
OPENERS = frozenset({'"', "“", "'", "‘", "(", "[", "«", "``"})


@cache
def abbreviations() -> frozenset[str]:
    """Return abbreviations without their last full stop, in lower case."""
    table = toml_table("abbreviations.toml")
    return frozenset([*table["titles"], *table["others"]])


@cache
def _clock() -> tuple[frozenset[str], frozenset[str]]:
    """Return the marks of an hour that end in a full stop, and what may follow them: "at 9 p.m. Sunday"."""
    table = toml_table("abbreviations.toml")["clock"]
    return frozenset(table["marks"]), frozenset([*table["zones"], *toml_table("times.toml")["weekdays"]])


@Language.component(SENTENCES)
def set_sentence_starts(doc: Doc) -> Doc:
    """Return `doc` with every token marked as the start of a sentence or not."""
    strings, rows = doc.vocab.strings, doc.to_array([ORTH, SPACY]).tolist()
    words, spaced = [strings[orth] for orth, _ in rows], [bool(space) for _, space in rows]
    starts: list[bool] = []
    last = 0
    for i in range(len(words)):
        starts.append(i == 0 or i - last >= LONGEST_SENTENCE or _starts(i, words, spaced, starts))
        last = i if starts[i] else last
    marks: Any = np.where(starts, START, NO_START).astype(np.uint64)
    return doc.from_array([SENT_START], marks)


def _starts(i: int, words: Words, spaced: Flags, starts: Flags) -> bool:
    if words[i - 1].isalnum():
        return False
    if words[i].isspace():
        return words[i - 1].isspace() and words[i - 1].count("\n") > 1
    if words[i - 1].isspace() and words[i - 1].count("\n") > 1:
        return True
    return _ends_before(i, words, spaced, starts)


def _ends_before(i: int, words: Words, spaced: Flags, starts: Flags) -> bool:
    """Return whether a sentence ends right before word `i`: closing punctuation, then what can start a sentence."""
    last = i - 1
    while last >= 0 and (words[last] in CLOSERS or words[last].isspace()):
        if starts[last]:
            return False
        last -= 1
    if last < 0 or not _is_end(last, words, spaced) or not _can_start(words[i]):
        return False
    if words[last].lower() in _clock()[0] and words[i].lower() in _clock()[1]:
        return False
    opens_here = words[i] in CLOSERS and not spaced[last] and i == last + 1
    return not opens_here


def _is_end(i: int, words: Words, spaced: Flags) -> bool:
    if words[i] in ENDS:
        return not (words[i] == "." and i > 0 and not spaced[i - 1] and _is_abbreviation(words[i - 1]))
    return len(words[i]) > 2 and words[i].endswith(".") and not _is_abbreviation(words[i][:-1])


def _is_abbreviation(word: str) -> bool:
    """Return whether `word`, its full stop cut, is an abbreviation or initials ("U.N", "J")."""
    return (
        word.lower() in abbreviations()
        or (len(word) == 1 and word.isupper())
        or (len(word) <= 5 and "." in word and word.replace(".", "").isupper())
    )


def _can_start(word: str) -> bool:
    first = word[0]
    return first.isupper() or first.isdigit() or word in OPENERS or word in {"-", "–", "—"}
