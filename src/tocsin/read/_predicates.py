"""The words of a page that say something was done: triggers, by the vocabulary in data/predicates.toml."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Token

from tocsin.core.values import EventType
from tocsin.core.vocabulary import toml_table

Effect = Literal["killed", "injured", "abducted"]
COMPLEMENTS = frozenset(
    {"dobj", "nsubjpass", "prt", "oprd", "acomp", "attr", "advmod", "prep", "pobj", "ccomp", "advcl", "xcomp", "amod"}
)
FRONTED = frozenset({"dobj", "nsubjpass"})
HYPHENS = frozenset({"-", "–"})
NOMINAL = frozenset({"pobj", "dobj", "nsubj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One reading of a word: what it says was done, and what its arguments have to be."""

    type: EventType
    mode: str | None
    effect: Effect | None
    object: str | None
    subject: str | None
    patient_is_subject: bool
    parties: bool
    weak: bool
    noun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word of the page with its sense. `words` are the indices of all tokens of the expression, head first."""

    head: int
    words: tuple[int, ...]
    sense: Sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Senses by head lemma; each with the lemmas that have to stand beside the head, the longest first."""

    verbs: dict[str, list[tuple[tuple[str, ...], Sense]]]
    nouns: dict[str, list[tuple[tuple[str, ...], Sense]]]


@cache
def lexicon() -> Lexicon:
    """Return the vocabulary of acts, indexed by the lemma of the head."""
    verbs: dict[str, list[tuple[tuple[str, ...], Sense]]] = defaultdict(list)
    nouns: dict[str, list[tuple[tuple[str, ...], Sense]]] = defaultdict(list)
    for entry in toml_table("predicates.toml")["act"]:
        weak = frozenset(entry.get("weak", ()))
        for phrase in entry.get("verbs", ()):
            head, *rest = phrase.split()
            verbs[head].append((tuple(rest), _sense(entry, phrase in weak, noun=False)))
        for phrase in entry.get("nouns", ()):
            *before, head = phrase.replace("-", " ").split()
            nouns[head].append((tuple(before), _sense(entry, phrase in weak, noun=True)))
    for table in (verbs, nouns):
        for senses in table.values():
            senses.sort(key=lambda pair: -len(pair[0]))
    return Lexicon(verbs=dict(verbs), nouns=dict(nouns))


def _sense(entry: dict[str, str], weak: bool, *, noun: bool) -> Sense:
    return Sense(
        type=entry["type"],  # type: ignore[arg-type]
        mode=entry.get("mode"),
        effect=entry.get("effect"),  # type: ignore[arg-type]
        object=entry.get("object"),
        subject=entry.get("subject"),
        patient_is_subject=entry.get("patient") == "subject",
        parties=bool(entry.get("parties", False)),
        weak=weak,
        noun=noun,
    )


Fits = Callable[[Trigger], bool]


def find_triggers(doc: Doc, fits: Fits = lambda _: True) -> list[Trigger]:
    """Return the triggers of `doc` in the order of the text, one for each head.

    Of several readings of a word the one with the longest expression is taken, then the first, for which `fits` holds.
    """
    found = [t for token in doc if (t := next(filter(fits, _triggers(token)), None)) is not None]
    inner = {word for t in found for word in t.words[1:]}
    return [t for t in found if t.head not in inner or len(t.words) > 1]


def _triggers(token: Token) -> Iterator[Trigger]:
    if token.tag_.startswith("VB"):
        yield from _verb_triggers(token)
    elif token.tag_ in {"NN", "NNS"} or (token.tag_ in {"JJ", "NNP", "NNPS"} and token.dep_ in NOMINAL):
        yield from _noun_triggers(token)


def _verb_triggers(token: Token) -> Iterator[Trigger]:
    senses = lexicon().verbs.get(token.lemma_.lower(), ())
    longest = max((len(rest) for rest, _ in senses), default=0)
    after = [t.lemma_.lower() for t in token.doc[token.i + 1 : token.i + 1 + longest]]
    is_modifier = token.dep_ in {"amod", "compound", "aux", "auxpass"}
    below = [] if is_modifier or not longest else [(t.lemma_.lower(), t.i) for t in _near_below(token)]
    for rest, sense in senses:
        words = _next_words(token, rest, after)
        if words is None and not is_modifier:
            words = _complement(rest, below)
        if is_modifier and not words:
            continue
        if words is not None:
            yield Trigger(head=token.i, words=(token.i, *words), sense=sense)


def _next_words(verb: Token, lemmas: tuple[str, ...], after: list[str]) -> tuple[int, ...] | None:
    """Return the indices of `lemmas` where they follow `verb` at once, however they were parsed ("set fire")."""
    follow = after[: len(lemmas)] == list(lemmas)
    return tuple(range(verb.i + 1, verb.i + 1 + len(lemmas))) if follow else None


def _complement(lemmas: tuple[str, ...], below: list[tuple[str, int]]) -> tuple[int, ...] | None:
    found = {lemma: i for lemma, i in below if lemma in lemmas}
    return tuple(sorted(found.values())) if len(found) == len(lemmas) else None


def _near_below(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in COMPLEMENTS and (child.i > verb.i or child.dep_ in FRONTED):
            yield child
            for grandchild in child.children:
                if grandchild.dep_ in {"pobj", "dobj", "compound", "prt", "prep", "attr"}:
                    yield grandchild


def _noun_triggers(token: Token) -> Iterator[Trigger]:
    for before, sense in lexicon().nouns.get(token.lemma_.lower(), ()):
        start = _preceded_by(token, before)
        if start is not None:
            yield Trigger(head=token.i, words=(token.i, *range(start, token.i)), sense=sense)


def _preceded_by(token: Token, lemmas: tuple[str, ...]) -> int | None:
    """Return where the expression starts if `lemmas` stand right before `token`, hyphens and "of" aside."""
    i = token.i
    for lemma in reversed(lemmas):
        i -= 1
        if i >= 0 and token.doc[i].text in HYPHENS:
            i -= 1
        if i < 0 or lemma not in {token.doc[i].lemma_.lower(), token.doc[i].lower_}:
            return None
    return i
