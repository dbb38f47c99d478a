"""Quotations: what stands between quotation marks, over sentences and paragraphs."""

from dataclasses import dataclass
from functools import lru_cache

from tocsin.read._words import TOGGLES, Words, parts_paragraphs

OPENING = {"“": "”", "«": "»", "``": "''", "„": "“"}
STRAIGHT = '"'
SINGLE = {"‘": "’", "'": "'"}
LONGEST_SINGLE = 120
LONGEST_TITLE = 9  # with its marks
SMALL_IN_TITLES = frozenset({"a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to", "with"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation `[start, end)`, its marks included. `closed` is false where the closing mark is missing."""

    start: int
    end: int
    closed: bool = True


@lru_cache(maxsize=1)
def find_quotes(words: Words) -> tuple[Quote, ...]:
    """Return the quotations of a page. One that a paragraph leaves open ends with it; single marks count only where
    a page has no double ones. Titles in quotation marks ("on “The Hour,” she said") are none.
    """
    quotes = _double(words)
    return tuple(q for q in quotes or _single(words) if not _is_title(words, q))


def _is_title(words: Words, quote: Quote) -> bool:
    """Return whether a few words with capitals stand behind a preposition or a possessive: a broadcast, a book."""
    if quote.end - quote.start > LONGEST_TITLE or words.tag[quote.start - 1] not in {"IN", "POS"}:
        return False
    inside = [word for word in words.text[quote.start + 1 : quote.end] if word[0].isalpha()]
    small = all(word[0].isupper() or word.lower() in SMALL_IN_TITLES for word in inside)
    return small and bool(inside) and inside[0][0].isupper() and words.at(quote.start - 1) not in {"of", "as"}


def _double(words: Words) -> list[Quote]:
    quotes: list[Quote] = []
    opened, closer = -1, ""
    for i, word in enumerate(words.text):
        if parts_paragraphs(word) and opened >= 0:
            quotes.append(Quote(start=opened, end=i, closed=False))
            opened = -1
        elif opened >= 0 and (word == closer or (closer == "”" and word == STRAIGHT)):
            quotes.append(Quote(start=opened, end=i + 1))
            opened = -1
        elif opened < 0 and (word in OPENING or word in TOGGLES):
            opened, closer = i, OPENING.get(word, word)
    if opened >= 0:
        quotes.append(Quote(start=opened, end=len(words.text), closed=False))
    return quotes


def _single(words: Words) -> list[Quote]:
    """Return quotations in single marks; an apostrophe opens nothing, for a mark stands behind a space."""
    quotes: list[Quote] = []
    i = 0
    while i < len(words.text):
        closer = SINGLE.get(words.text[i])
        spaced = i == 0 or words.space[i - 1] != "" or words.text[i - 1].isspace()
        end = _single_end(words, i, closer) if closer is not None and spaced and words.space[i] == "" else None
        if end is not None:
            quotes.append(Quote(start=i, end=end))
        i = end or i + 1
    return quotes


def _single_end(words: Words, start: int, closer: str) -> int | None:
    for i in range(start + 2, min(len(words.text), start + LONGEST_SINGLE)):
        if parts_paragraphs(words.text[i]):
            return None
        ends_word = words.space[i] != "" or words.at(i + 1) in {",", ".", ";", ""} or words.at(i + 1).isspace()
        after_mark = words.text[i - 1] in {",", ".", "?", "!"}
        if words.text[i] == closer and ends_word and (after_mark or words.tag[i] != "POS"):
            return i + 1
    return None
