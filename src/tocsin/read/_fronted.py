"""A comma for the parser behind a time that opens a sentence: "On 3 May gunmen fired" has no "May gunmen"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, ORTH, POS, SPACY, TAG
from spacy.tokens import Doc

from tocsin.core.vocabulary import toml_table
from tocsin.read._time_patterns import wordings

COMMA = ","
TOLD = [TAG, POS, LEMMA, DEP, HEAD]
REACH_BACK = 24  # characters from where a sentence opens to its time ("But only in ")
OPENS = r"(?:\A|[\n:;•\"“]|[.!?…][\"”’)]?[ \n]|[–—-] )\s*(?:(?:And|But|Then|Yet) )?"


class Patterns(NamedTuple):
    """What may stand before a time, times of day with it, what is not behind, and words that no name begins with."""

    before: re.Pattern[str]
    of_day: re.Pattern[str]
    behind: re.Pattern[str]
    opener: re.Pattern[str]


def with_commas(words: Doc) -> tuple[Doc, list[int]]:
    """Return `words`, not parsed yet, with a comma behind each time that opens a sentence, and where these stand."""
    ends = sorted(set(_ends_of_fronted(words.text)))
    last = [words.char_span(end - 1, end, alignment_mode="expand") for end in ends]
    behind = [token.end for token, end in zip(last, ends, strict=True) if token is not None and token.end_char == end]
    if not behind:
        return words, behind
    strings, rows = words.vocab.strings, words.to_array([ORTH, SPACY]).tolist()
    texts, spaces = [strings[orth] for orth, _ in rows], [bool(space) for _, space in rows]
    for at in reversed(behind):
        texts.insert(at, COMMA)
        spaces.insert(at - 1, False)
    return Doc(words.vocab, words=texts, spaces=spaces), [at + n for n, at in enumerate(behind)]


def without_commas(parsed: Doc, commas: list[int], words: Doc) -> Doc:
    """Return `words` with the parse of `parsed`, less its `commas`; what hangs on one of them hangs on its head."""
    if not commas:
        return parsed
    told: Any = parsed.to_array(TOLD)
    heads = np.arange(len(parsed)) + told[:, -1].astype(np.int64)
    for comma in commas:
        below = [i for i in np.flatnonzero(heads == comma) if i != comma]
        heads[below] = heads[comma] if heads[comma] != comma else below[:1]
    kept = np.delete(np.arange(len(parsed)), commas)
    told = told[kept]
    told[:, -1] = (np.searchsorted(kept, heads[kept]) - np.arange(len(kept))).astype(np.uint64)
    return words.from_array(TOLD, told)


def _ends_of_fronted(text: str) -> Iterator[int]:
    """Yield where in `text` a time ends that opens a sentence and has something behind it that may be its subject."""
    patterns = _patterns()
    ends = [m.end() for m in patterns.of_day.finditer(text)]
    for match in wordings(text):
        before = patterns.before.search(text, max(0, match.start - REACH_BACK), match.start)
        if before is None or not text[before.start("front")].isupper():
            continue
        if before["front"] or patterns.opener.match(text, match.start):
            ends.append(match.end)
    yield from (end for end in ends if text[end - 1].isalnum() and patterns.behind.match(text, end))


@cache
def _patterns() -> Patterns:
    table = toml_table("times.toml")
    lists = {name: "|".join(words) for name, words in table["fronted"].items()}
    openers = "|".join([*table["fronted"]["openers"], *table["fronted"]["before"], *table["numbers"]])
    of_day = rf"(?:{lists['hours_after']}) (?:{lists['hours']})|(?:in|by) the (?:(?:early|late) )?(?:{lists['parts']})"
    return Patterns(
        before=re.compile(rf"{OPENS}(?P<front>(?:(?i:{lists['before']}|{of_day}) )*)\Z"),
        of_day=re.compile(rf"{OPENS}(?=[A-Z])(?i:{of_day})\b"),
        behind=re.compile(rf"(?<!before)(?<!after) (?!(?:{lists['goes_on']}|{lists['parts']})\b)[\w\"“'‘]"),
        opener=re.compile(rf"(?:{openers})\b", re.IGNORECASE),
    )
