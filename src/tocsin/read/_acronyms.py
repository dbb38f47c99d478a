"""Acronyms and the long names they stand for: "the Long Form (LF)", "the Long Form, the LF,", "the Long Form or LF"."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._words import Words

SMALL = frozenset(
    {"of", "for", "the", "and", "in", "to", "against", "de", "du", "la", "le", "des", "&", "'s", "'", "on", "y", "del"}
)
CONNECTORS = SMALL | {"-", "al", "el"}
ALTERNATIVES = frozenset({"or"})
HYPHENS = frozenset({"-", "–"})
CLOSING = frozenset({",", ".", ";", ":", ")", "-", "–", "—"})
LONGEST = 12
SHORTEST_ACRONYM, SHORTEST_APART = 2, 3
JOINS = frozenset({"of", "for", "to"})  # what follows the head of a name ("Front for", "Group to Support")


def definitions(words: Words) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, acronym) of each long form on a page that an acronym behind it stands for."""
    for i in range(1, len(words.text) - 2):
        found = _in_brackets(words, i) or _set_apart(words, i)
        if found is not None:
            yield found


def _in_brackets(words: Words, i: int) -> tuple[int, int, str] | None:
    """Return the definition whose bracket opens at `i`: "Long Form of Words (LFW)"."""
    inner = words.text[i + 1]
    if words.text[i] != "(" or words.text[i + 2] != ")" or not _is_short(inner, SHORTEST_ACRONYM):
        return None
    start = _long_form(words, i, inner.lower())
    return None if start is None else (start, i, inner.lower())


def _set_apart(words: Words, i: int) -> tuple[int, int, str] | None:
    """Return the definition that goes on at `i` with a comma or "or": "the Long Form, the LF,", "the Long Form or LF".

    Its letters must be those of the long form: what stands between commas may be the next of a list.
    """
    at = i + 1
    if words.text[i] == ",":
        at += int(words.at(at) in ALTERNATIVES)
    elif words.lower[i] not in ALTERNATIVES:
        return None
    at += int(words.at(at) == "the")
    if at + 1 >= len(words.text) or not _is_short(words.text[at], SHORTEST_APART) or not _is_closed(words, i, at + 1):
        return None
    acronym = words.lower[at]
    start = _long_form(words, i, acronym)
    fits = start is not None and _fit(words, (start, i), acronym) * 2 >= len(acronym)
    return (start, i, acronym) if start is not None and fits else None


def _is_short(word: str, shortest: int) -> bool:
    return word.isupper() and word.isalpha() and len(word) >= shortest


def _is_closed(words: Words, opened: int, at: int) -> bool:
    """Return whether an apposition ends at `at`, as it opened: behind a comma it is set off by another mark."""
    return words.text[opened] != "," or words.text[at] in CLOSING or words.tag[at] == "POS"


@cache
def organisation_heads() -> frozenset[str]:
    """Return the nouns that names of organisations begin with ("Ministry")."""
    return frozenset(toml_table("actors.toml")["organisation_names"]["heads"])


def _long_form(words: Words, end: int, acronym: str) -> int | None:
    """Return where the long form of `acronym` that ends at `end` starts: where the initials fit best."""
    starts, at, first = list[int](), end - 1, words.bounds_of(end)[0]
    while at >= max(first, end - LONGEST) and _goes_on(words, at):
        if words.text[at][0].isupper() or words.lower[at] == "al":
            starts.append(at)
        at -= 1
    starts = [s for s in starts if not (s == first and words.tag[s] == "DT")]
    best = max(starts, key=lambda s: _fit(words, (s, end), acronym), default=None)
    fit = 0 if best is None else _fit(words, (best, end), acronym)
    heads = [s for s in starts if words.lower[s] in organisation_heads() and words.at(s + 1) in JOINS]
    if heads and best is not None and fit < len(acronym) and heads[-1] < best:
        return heads[-1]  # a translated name keeps the letters of its own language
    return best if fit * 2 >= len(acronym) else next(reversed(heads), None)


def _goes_on(words: Words, at: int) -> bool:
    """Return whether a token may stand in a name, in a word of several parts too ("Tehreek-i-Islam")."""
    inner = words.at(at - 1) in HYPHENS and words.at(at + 1) in HYPHENS
    return inner or words.text[at][0].isupper() or words.lower[at] in CONNECTORS


def _fit(words: Words, span: tuple[int, int], acronym: str) -> float:
    """Return how many letters of `acronym` are initials in `span`, less half a letter for each initial that is not."""
    initials = Counter(w[0] for w in words.lower[span[0] : span[1]] if w not in SMALL and w[0].isalnum())
    shared = (initials & Counter(acronym)).total()
    return shared - (initials.total() - shared) / 2
