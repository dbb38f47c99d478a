"""The words of a page that say something was done: triggers, by two vocabularies (attacks and other acts)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from spacy.tokens import Doc, Token

from tocsin.core.values import EventType
from tocsin.core.vocabulary import toml_table
from tocsin.read._columns import columns
from tocsin.read._grammar import has_dependent
from tocsin.read._notes import note

Effect = Literal["killed", "injured", "abducted"]
COMPLEMENTS = frozenset(
    {"dobj", "nsubjpass", "prt", "oprd", "acomp", "attr", "advmod", "prep", "pobj", "ccomp", "advcl", "xcomp", "amod"}
) | {"npadvmod", "neg"}
FRONTED = frozenset({"dobj", "nsubjpass", "neg"})
MODIFIERS = frozenset({"amod", "compound", "aux", "auxpass"})
INNER = frozenset({"pobj", "dobj", "compound", "prt", "prep", "attr", "amod", "advmod"})
# "out of the talks", "under martial law"
WITHIN = {"prep": frozenset({"pobj"}), "pobj": frozenset({"amod", "compound", "poss"})}
JOINED = frozenset({"chant", "demand", "denounce", "shout", "wave"})  # "gathered outside and chanted"
PARTICLES = frozenset({"in", "out", "up", "over", "down", "off", "away", "back", "through"})
CONDITIONS = frozenset({"unless", "if"})
HYPHENS = frozenset({"-", "–"})
NOMINAL = frozenset({"pobj", "dobj", "nsubj", "ROOT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One reading of a word: what it says was done, and what its arguments have to be.

    `found` is true where the words tell of what came to light: whoever came upon it did not do it; one of the verbs
    `to_do` tells what somebody is to do; a word of the kind `near` stands in the sentence or the one before.
    """

    type: EventType
    mode: str | None
    effect: Effect | None
    object: tuple[str, ...]
    subject: tuple[str, ...]
    patient_is_subject: bool
    parties: bool
    weak: bool
    noun: bool
    wide: bool
    told_by: frozenset[str]
    told_with: frozenset[str]
    found: bool = False
    to_do: frozenset[str] = frozenset()
    near: str | None = None


@note
class Trigger:
    """A word of the page with its sense. `words` are the indices of all tokens of the expression, head first."""

    head: int
    words: tuple[int, ...]
    sense: Sense


class Expression(NamedTuple):
    """The words beside a verb, with what they make it say, nothing for an idiom; the lower `rank` is asked first."""

    rank: int
    words: tuple[str, ...]
    sense: Sense | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Senses by head lemma; each with the lemmas that have to stand beside the head, the longest first.

    `beside` has the expressions of each verb by the first word that has to stand beside it, an empty one for none;
    idioms, which like `noun_idioms` tell of no act, are those without a sense. `irregular` has the lemmas of past
    forms that the tagger may not know. `longest` tells of each verb how many words its longest expression has more.
    """

    verbs: dict[str, list[tuple[tuple[str, ...], Sense]]]
    nouns: dict[str, list[tuple[tuple[str, ...], Sense]]]
    beside: dict[str, dict[str, list[Expression]]]
    noun_idioms: dict[str, list[tuple[str, ...]]]
    irregular: dict[str, str]
    longest: dict[str, int]


@cache
def lexicon() -> Lexicon:
    """Return the vocabulary of acts, indexed by the lemma of the head."""
    verbs: dict[str, list[tuple[tuple[str, ...], Sense]]] = defaultdict(list)
    nouns: dict[str, list[tuple[tuple[str, ...], Sense]]] = defaultdict(list)
    political = toml_table("political_acts.toml")
    for entry in (*toml_table("predicates.toml")["act"], *political["act"]):
        weak = frozenset(entry.get("weak", ()))
        for phrase in entry.get("verbs", ()):
            for head, *rest in (f"{phrase} {then}".split() for then in entry.get("then", ("",))):
                verbs[head].append((tuple(rest), _sense(entry, phrase in weak, noun=False)))
        for phrase in entry.get("nouns", ()):
            *before, head = phrase.replace("-", " ").split()
            nouns[head].append((tuple(before), _sense(entry, phrase in weak, noun=True)))
    for table in (verbs, nouns):
        for senses in table.values():
            senses.sort(key=lambda pair: (-len(pair[0]), -bool(pair[1].subject)))
    idioms: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for head, *rest in (phrase.split() for phrase in political["idiom"]):
        idioms[head].append(tuple(rest))
    noun_idioms: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for *before, head in (phrase.split() for phrase in political["noun_idiom"]):
        noun_idioms[head].append(tuple(before))
    return Lexicon(
        verbs=dict(verbs),
        nouns=dict(nouns),
        beside={verb: _by_first_word(senses, idioms.get(verb, ())) for verb, senses in verbs.items()},
        noun_idioms=dict(noun_idioms),
        irregular=political["irregular"],
        longest={
            verb: max(map(len, (*(rest for rest, _ in senses), *idioms.get(verb, ()))))
            for verb, senses in verbs.items()
        },
    )


def _by_first_word(
    senses: Iterable[tuple[tuple[str, ...], Sense]], idioms: Iterable[tuple[str, ...]]
) -> dict[str, list[Expression]]:
    found: dict[str, list[Expression]] = defaultdict(list)
    for rank, (words, sense) in enumerate([*((idiom, None) for idiom in idioms), *senses]):
        found[words[0] if words else ""].append(Expression(rank, words, sense))
    return dict(found)


def _sense(entry: dict[str, Any], weak: bool, *, noun: bool) -> Sense:
    return Sense(
        type=entry["type"],
        mode=entry.get("mode"),
        effect=entry.get("effect"),
        object=_kinds(entry.get("object")),
        subject=_kinds(entry.get("subject")),
        patient_is_subject=entry.get("patient") == "subject",
        parties=bool(entry.get("parties", False)),
        weak=weak,
        noun=noun,
        wide=bool(entry.get("wide", False)),
        told_by=frozenset(entry.get("told_by", ())),
        told_with=frozenset(entry.get("told_with", ())),
        found=bool(entry.get("found", False)),
        to_do=frozenset(entry.get("to_do", ())),
        near=entry.get("near"),
    )


def _kinds(named: str | list[str] | None) -> tuple[str, ...]:
    return () if named is None else (named,) if isinstance(named, str) else tuple(named)


Fits = Callable[[Trigger], bool]


def find_triggers(doc: Doc, fits: Fits = lambda _: True) -> list[Trigger]:
    """Return the triggers of `doc` in the order of the text, one for each head.

    Of several readings of a word the one with the longest expression is taken, then the first, for which `fits` holds.
    """
    near = (doc[i] for i in _may_trigger(doc))
    found = [t for token in near if (t := next(filter(fits, _triggers(token)), None)) is not None]
    inner = {word for t in found for word in t.words[1:]}
    return [t for t in found if t.head not in inner or len(t.words) > 1]


def _may_trigger(doc: Doc) -> Iterator[int]:
    """Yield the indices of the tokens that the lexicon has a sense of."""
    words, told = lexicon(), columns(doc)
    for i, (lemma, lower) in enumerate(zip(told.lemma, told.lower, strict=True)):
        if lemma in words.verbs or lemma in words.nouns or lower in words.irregular:
            yield i


def _triggers(token: Token) -> Iterator[Trigger]:
    if token.tag_.startswith("VB") or token.lower_ in lexicon().irregular:
        yield from _verb_triggers(token)
    elif token.tag_ in {"NN", "NNS"} or (token.tag_ in {"JJ", "NNP", "NNPS"} and token.dep_ in NOMINAL):
        yield from _noun_triggers(token)


def _verb_triggers(token: Token) -> Iterator[Trigger]:
    words = lexicon()
    lemma = words.irregular.get(token.lower_, token.lemma_.lower())
    if lemma not in words.beside:
        return
    beside = _Beside(token, words.longest[lemma])
    near = beside.expressions(words.beside[lemma])
    idioms = (e.words for e in near if e.sense is None and beside.find(e.words) is not None)
    idiom = max(idioms, key=len, default=None)
    is_modifier = token.dep_ in MODIFIERS
    for _, rest, sense in near:
        if sense is None or (idiom is not None and len(rest) <= len(idiom) and rest != idiom):
            continue
        found = beside.find(rest)
        if found is not None and (found or not is_modifier):
            yield Trigger(head=token.i, words=(token.i, *found), sense=sense)


class _Beside:
    """The words that may make an expression with one verb."""

    def __init__(self, verb: Token, longest: int) -> None:
        # what a participle describes is no part of an expression with it: "the recognised government"
        end = verb.head.i if verb.dep_ == "amod" and verb.head.i > verb.i else verb.i + 1 + longest
        self._verb = verb
        self._after = tuple(columns(verb.doc).lemma[verb.i + 1 : min(end, verb.i + 1 + longest)])
        self._below = {} if verb.dep_ in MODIFIERS or not longest else {t.lemma_.lower(): t for t in _near_below(verb)}
        if longest and verb.dep_ == "acl" and verb.tag_ == "VBN":  # "stones thrown at the police"
            self._below.setdefault(verb.head.lemma_.lower(), verb.head)

    def expressions(self, by_first_word: dict[str, list[Expression]]) -> list[Expression]:
        """Return the expressions that begin with a word beside the verb, or have none: a quick look before `find`."""
        first = {"", *self._after[:1], *self._below}
        return sorted(e for word in first & by_first_word.keys() for e in by_first_word[word])

    def find(self, lemmas: tuple[str, ...]) -> tuple[int, ...] | None:
        """Return the indices of `lemmas` where they follow the verb at once, however parsed, or depend on it."""
        if self._after[: len(lemmas)] == lemmas:
            following = range(self._verb.i + 1, self._verb.i + 1 + len(lemmas))
            return None if lemmas and _tells_a_day(self._verb.doc[following[-1]]) else tuple(following)
        if lemmas and lemmas[0] not in self._below:
            return None
        found = [self._below[lemma] for lemma in dict.fromkeys(lemmas) if lemma in self._below]
        if len(found) != len(lemmas) or any(_tells_a_day(t) or _is_refused(t) for t in found):
            return None
        if len(lemmas) == 1 and _has_own_object(found[0]):
            return None
        return tuple(sorted(t.i for t in found))


def _has_own_object(token: Token) -> bool:
    """Return whether a word that may be a particle has an object of its own: "went in 2012"."""
    return token.lower_ in PARTICLES and token.dep_ == "prep" and has_dependent(token, "pobj")


def _is_refused(token: Token) -> bool:
    """Return whether an adjective has a "not" of its own: "found him not guilty" is not "found guilty"."""
    return token.tag_ == "JJ" and has_dependent(token, "neg")


def _tells_a_day(token: Token) -> bool:
    """Return whether a word tells a day and is part of no expression: "fell to them on Friday", "held on 17 March"."""
    if token.lower_ != "on":
        return token.tag_ == "NNP" and token.lower_ in _days()
    return any(t.lower_ in _days() for c in token.children if c.dep_ == "pobj" for t in (c, *c.children))


@cache
def _days() -> frozenset[str]:
    times = toml_table("times.toml")
    return frozenset({*times["months"], *times["weekdays"]})


def _near_below(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in COMPLEMENTS and (child.i > verb.i or child.dep_ in FRONTED) and child.lower_ != "according":
            yield child
            if child.dep_ == "advcl" or (child.dep_ == "ccomp" and child.tag_ != "VB"):
                yield from _conditions(child)
                continue  # a clause of its own; "ordered them to stay indoors" is none
            for grandchild in child.children:
                if grandchild.dep_ == "advcl":
                    yield from _conditions(grandchild)
                elif grandchild.dep_ in INNER:
                    yield grandchild
                    within = WITHIN.get(grandchild.dep_, frozenset())
                    yield from (c for c in grandchild.children if c.dep_ in within)
        elif child.dep_ == "conj" and child.lemma_ in JOINED:
            yield child


def _conditions(clause: Token) -> Iterator[Token]:
    """Yield the words by which `clause` tells on what condition: "vowed to strike unless they left"."""
    yield from (c for c in clause.children if c.dep_ == "mark" and c.lower_ in CONDITIONS)


def _noun_triggers(token: Token) -> Iterator[Trigger]:
    if any(_preceded_by(token, before) is not None for before in lexicon().noun_idioms.get(token.lemma_.lower(), ())):
        return
    for before, sense in lexicon().nouns.get(token.lemma_.lower(), ()):
        start = _preceded_by(token, before)
        if start is not None:
            yield Trigger(head=token.i, words=(token.i, *range(start, token.i)), sense=sense)


def _preceded_by(token: Token, lemmas: tuple[str, ...]) -> int | None:
    """Return where the expression starts if `lemmas` stand right before `token`, hyphens and "of" aside."""
    i, told = token.i, columns(token.doc)
    for lemma in reversed(lemmas):
        i -= 1
        if i >= 0 and told.text[i] in HYPHENS:
            i -= 1
        if i < 0 or lemma not in (told.lemma[i], told.lower[i]):
            return None
    return i
