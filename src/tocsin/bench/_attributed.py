"""Attributions read held against attributions marked: which are the same, whose sources and cues agree."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from scipy.optimize import linear_sum_assignment

from tocsin.bench._counts import Counts
from tocsin.bench._names import DETERMINERS, STATEMENT_OVERLAP, same_name
from tocsin.bench._polnear import Attribution, Spans
from tocsin.core.vocabulary import toml_table

Class = Literal["all", "said", "quoted"]
Tokens = frozenset[int]
MEASURES = ("statements found", "source", "cue")
TOKEN = re.compile(r"n['’]t|\w+?(?=n['’]t)|\w+|[^\w\s]")
OPENING = frozenset('“"«')
QUOTED_WORDS = 4  # fewer words in quotation marks are a term that somebody used, not speech
LONGEST_LINE = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An attribution by the numbers of its words and marks in the text; of the content, of its words alone.

    `quoted` is true where the content holds a quotation of some words; `line` shows it to a person.
    """

    source: Tokens
    cue: Tokens
    content: Tokens
    speaker: str
    cue_words: frozenset[str]
    quoted: bool
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An attribution marked and the statement read that shares its content best; one is None where nothing does."""

    there: Told | None
    said: Told | None


def told(text: str, attributions: Sequence[Attribution]) -> list[Told]:
    """Return `attributions`, whose places are in `text`, by the numbers of their words."""
    tokens = [(m.start(), m.group().lower()) for m in TOKEN.finditer(text)]
    starts, words = np.array([start for start, _ in tokens]), [word for _, word in tokens]
    return [_told(text, words, starts, one) for one in attributions]


def _told(text: str, words: Sequence[str], starts: np.ndarray, one: Attribution) -> Told:
    source, cue, content = (_numbers(starts, spans) for spans in (one.source, one.cue, one.content))
    named = _words(text, one.source)
    return Told(
        source=frozenset(i for i in source if words[i] not in DETERMINERS),
        cue=frozenset(cue),
        content=frozenset(i for i in content if words[i][0].isalnum()),
        speaker=one.speaker or named,
        cue_words=frozenset(words[i] for i in cue),
        quoted=_is_quoted([words[i] for i in content]),
        line=f"{named} | {_words(text, one.cue)} | {_words(text, one.content)[:LONGEST_LINE]}",
    )


def _numbers(starts: np.ndarray, spans: Spans) -> list[int]:
    """Return the numbers of the tokens that start within `spans`, in order."""
    bounds = ((int(np.searchsorted(starts, low)), int(np.searchsorted(starts, high))) for low, high in spans)
    return [i for first, last in bounds for i in range(first, last)]


def _words(text: str, spans: Spans) -> str:
    return " ".join(" ".join(text[start:end] for start, end in spans).split())


def _is_quoted(words: Sequence[str]) -> bool:
    opened = next((n for n, word in enumerate(words) if word in OPENING), None)
    return opened is not None and sum(word[0].isalnum() for word in words[opened:]) >= QUOTED_WORDS


def paired(there: Sequence[Told], said: Sequence[Told]) -> list[Pair]:
    """Return the best one-to-one pairs (F1 of the words of the content at least one half), then what is left alone."""
    overlap = np.array([[_f1(a.content, b.content) for b in said] for a in there]).reshape(len(there), len(said))
    rows, columns = linear_sum_assignment(overlap, maximize=True)
    both = {int(r): int(c) for r, c in zip(rows, columns, strict=True) if overlap[r, c] >= STATEMENT_OVERLAP}
    found = [Pair(there=one, said=said[both[r]] if r in both else None) for r, one in enumerate(there)]
    return [*found, *(Pair(there=None, said=one) for c, one in enumerate(said) if c not in both.values())]


def _f1(left: Tokens, right: Tokens) -> float:
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def counted(pairs: Sequence[Pair]) -> Iterator[tuple[Class, str, Counts]]:
    """Yield counts of statements found, with the right source, and with the right cue, for each class.

    A statement that is paired counts for the classes of its attribution; one that is not counts as wrong for each class
    that it may belong to.
    """
    for class_, belongs in CLASSES.items():
        there = [p for p in pairs if p.there is not None and belongs(p.there)]
        alone = sum(p.there is None and p.said is not None and belongs(p.said) for p in pairs)
        both = [(p.there, p.said) for p in there if p.there is not None and p.said is not None]
        right = (len(both), sum(same_source(*b) for b in both), sum(bool(a.cue & b.cue) for a, b in both))
        for measure, n in zip(MEASURES, right, strict=True):
            yield class_, measure, Counts(right=n, said=len(both) + alone, there=len(there))


def same_source(there: Told, said: Told) -> bool:
    """Return whether the sources share a word of the text, or the words of one's name are among the other's."""
    return bool(there.source & said.source) or same_name(there.speaker, said.speaker)


def is_said(one: Told) -> bool:
    """Return whether something is told to be said: by a source, and no cue of a mind or of words unsaid."""
    return bool(one.source) and bool(one.cue) and one.cue_words.isdisjoint(_other_cues())


CLASSES: dict[Class, Callable[[Told], bool]] = {
    "all": lambda _: True,
    "said": is_said,
    "quoted": lambda one: one.quoted and bool(one.source),
}


def classes(one: Told) -> str:
    """Return the names of the classes that an attribution belongs to."""
    return ", ".join(class_ for class_, belongs in CLASSES.items() if belongs(one))


@cache
def _other_cues() -> frozenset[str]:
    """Return the words of a cue that does not tell of something said."""
    table: dict[str, list[str]] = toml_table("polnear.toml")
    regular = (form for verb in table["verbs"] for form in _forms(verb))
    return frozenset((*regular, *table["words"], *table["unsaid"]))


def _forms(verb: str) -> tuple[str, ...]:
    """Return what the regular endings make of a verb: some forms more than there are.

    >>> _forms("plan")
    ('plan', 'plans', 'planned', 'planning', 'planed', 'planing', 'planes')
    """
    stem = verb.removesuffix("e")
    doubled = stem + stem[-1]
    short = stem[:-1] + "i" if stem.endswith("y") else stem
    return verb, f"{verb}s", f"{doubled}ed", f"{doubled}ing", f"{short}ed", f"{stem}ing", f"{short}es"
