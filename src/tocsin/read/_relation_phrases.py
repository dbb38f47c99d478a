"""The phrases of data/relations.toml, and where they stand in a page."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product
from typing import Literal

from spacy.tokens import Doc, Token

from tocsin.core.claim import RELATIONS, Relation
from tocsin.core.vocabulary import toml_table
from tocsin.read._columns import columns
from tocsin.read._grammar import ancestors, dependents, has_dependent, is_passive, next_word, objects
from tocsin.read._side_names import Side, words
from tocsin.read._sides import AUXILIARIES, Sides, What
from tocsin.read._stance import stance_of

Form = Literal["clauses", "lasting", "since", "flights"]
SLOTS = frozenset({"L", "R", "B", "X"})  # X is somebody who is no side
FORMS: tuple[Form, ...] = ("clauses", "lasting", "since", "flights")
PLACE = "P"
GAP = ".."
NOT_TOLD = frozenset({"denied", "planned", "conditional"})
SKIPPED = frozenset({"RB", "DT", "PRP$", "JJ", "MD", "JJR", "JJS", "RBR"})
CONDITIONS = frozenset({"if", "unless"})
# what holds for good once it was done
DEEDS: frozenset[Relation] = frozenset({"ousted_by", "split_from", "trained_in", "launched_from"})
STOPS = frozenset({";", ".", ":"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AUX_DEPS = frozenset({"aux", "auxpass"})
CONTENT = frozenset({"ccomp", "xcomp", "acl", "dobj", "pobj", "prep", "pcomp", "conj"})
NAMES = frozenset({"NNP", "NNPS"})  # a part of a name, such as "School"
BETWEEN = frozenset({"between"})  # talks go on, or break off, between those who hold them
MOST_SKIPPED, LONGEST_GAP = 3, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase: slots, words (alternatives, as a set) and gaps. `voice` is None where it does not begin with a verb.

    `needs` are the words behind the first: where one of them is missing, the phrase need not be sought. `rank` is its
    place in the vocabulary.
    """

    relation: Relation
    items: tuple[str | frozenset[str], ...]
    voice: str | None
    form: Form = "clauses"
    needs: tuple[frozenset[str], ...] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A phrase found: what fills its slots and the word it was found by."""

    relation: Relation
    slots: dict[str, list[Side]]
    cue: Token
    told: bool = True
    form: Form = "clauses"


@cache
def phrases() -> dict[str, dict[str, list[Phrase]]]:
    """Return the phrases of data/relations.toml by each form of their first word, then of their second, "" for none."""
    index: dict[str, dict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
    for rank, phrase in enumerate(_phrases()):
        first, *needs = (item for item in phrase.items if isinstance(item, frozenset))
        known = replace(phrase, needs=tuple(needs), rank=rank)
        for word, second in product(first, needs[0] if needs else ("",)):
            index[word][second].append(known)
    return index


def _phrases() -> Iterator[Phrase]:
    for relation in RELATIONS:
        entry = toml_table("relations.toml")[relation]
        for text in (*entry.get("phrases", ()), *entry.get("alone", ())):
            yield Phrase(relation=relation, items=_items(text), voice=None)
        for text in entry.get("verbs", ()):
            active = Phrase(relation=relation, items=_items(text), voice="active")
            yield active
            if active.items[2] in SLOTS:
                yield _passive(active)
        for form in FORMS:
            for text in entry.get(form, ()):
                yield Phrase(relation=relation, items=_items(text), voice="clause", form=form)


def _items(text: str) -> tuple[str | frozenset[str], ...]:
    return tuple(w if w in SLOTS or w in {GAP, PLACE} else frozenset(w.lower().split("|")) for w in text.split())


def _passive(active: Phrase) -> Phrase:
    """Return "L hold R" as "R held .. by L"."""
    doer, verb, undergoer, *rest = active.items
    return Phrase(
        relation=active.relation, items=(undergoer, verb, *rest, GAP, frozenset({"by"}), doer), voice="passive"
    )


def find_matches(sides: Sides) -> Iterator[Match]:
    """Yield the phrases found in the page of `sides`, in the order of the text."""
    for i, phrases_here in spoken_phrases(sides.doc):
        token = sides.doc[i]
        if token.tag_ in NAMES or is_negated(token):
            continue
        voice, reduced, moved = _voice(token), _is_reduced(token), particles(token)
        for phrase in phrases_here:
            intransitive = phrase.voice == "active" and phrase.items[2] not in SLOTS
            if (phrase.voice in {None, voice} or (reduced and intransitive)) and not changed(moved, phrase):
                match = _match(phrase, token, sides)
                if match is not None:
                    yield match


@lru_cache(maxsize=1)
def spoken_phrases(doc: Doc) -> list[tuple[int, list[Phrase]]]:
    """Return each token that phrases begin with, and those of them whose words are all in its sentence."""
    index, told = phrases(), columns(doc)
    end, spoken, found = 0, frozenset[str](), []
    for i, forms in enumerate(zip(told.lemma, told.lower, strict=True)):
        if index.keys().isdisjoint(forms):
            continue
        if i >= end:
            sentence = doc[i].sent
            start, end = sentence.start, sentence.end
            spoken = frozenset({"", *told.lemma[start:end], *told.lower[start:end]})
        here = [p for form in dict.fromkeys(forms) if form in index for p in _told(index[form], spoken)]
        if here:
            found.append((i, here))
    return found


def _told(by_second: dict[str, list[Phrase]], spoken: frozenset[str]) -> list[Phrase]:
    """Return the phrases whose words are all `spoken`, each once, in the order of the vocabulary."""
    near = {p.rank: p for word in spoken & by_second.keys() for p in by_second[word]}
    return [p for _, p in sorted(near.items()) if not any(map(spoken.isdisjoint, p.needs))]


def particles(verb: Token) -> frozenset[str]:
    """Return the particles of `verb`, which may give it another sense ("hold off")."""
    return frozenset(c.lower_ for c in dependents(verb, "prt"))


def changed(moved: frozenset[str], phrase: Phrase) -> bool:
    """Return whether one of the particles `moved` of a verb is no word of `phrase`."""
    return bool(moved) and any(
        all(word not in item for item in phrase.items if isinstance(item, frozenset)) for word in moved
    )


def _match(phrase: Phrase, token: Token, sides: Sides) -> Match | None:
    leading = phrase.items[0] if phrase.items[0] in SLOTS else None
    slots = _follow(phrase, token, sides)
    if slots is None:
        return None
    if isinstance(leading, str):
        found = sides.before(token.i, what_fills(phrase.relation, leading))
        if not found or (leading == "B" and len(found) < 2):
            return None
        slots[leading] = found
    return Match(relation=phrase.relation, slots=slots, cue=token, told=is_told(token, phrase.relation))


def what_fills(relation: Relation, slot: str) -> What:
    """Return what sort of side fills `slot` of `relation`."""
    entry = toml_table("relations.toml")[relation]
    what: What = entry["right"] if slot == "R" else entry.get("left", "actor")
    return what


def _voice(token: Token) -> str | None:
    if not token.tag_.startswith("VB"):
        return None
    return "passive" if _passive_form(token) else "active"


def _passive_form(verb: Token) -> bool:
    """Return whether `verb` is passive, by the words around it where the parser may err."""
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    before = [t.lemma_.lower() for t in verb.doc[max(verb.i - 3, verb.sent.start) : verb.i] if t.tag_ != "RB"]
    if before and before[-1] in AUXILIARIES:
        return before[-1] in {"be", "get"}
    return verb.tag_ == "VBN" or is_passive(verb) or next_word(verb) == "by"


def _is_reduced(verb: Token) -> bool:
    """Return whether `verb` is a participle with no auxiliary, which may be an active past ("men infiltrated")."""
    if verb.tag_ != "VBN" or has_dependent(verb, *AUX_DEPS):
        return False
    return verb.i == verb.sent.start or verb.nbor(-1).lemma_ not in AUXILIARIES


def is_negated(token: Token) -> bool:
    """Return whether one of the words right before `token` denies it."""
    told, near = columns(token.doc), range(max(token.i - 3, 0), token.i)
    marks = [i for i in near if told.dep[i] == "neg" or told.lower[i] in {"never", "no"}]
    return bool(marks) and marks[-1] >= token.sent.start


def is_told(token: Token, relation: Relation) -> bool:
    """Return whether `token` tells what is so; a plain past tense does unless a condition opens its clause."""
    if (
        relation != "mediates"
        and token.tag_ == "VB"
        and token.head.lemma_.lower() in words("seeking")
        and token.nbor(-1).lower_ == "to"
    ):
        return False
    if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ == "against":
        return False  # what somebody is warned or decides against
    if token.tag_ == "VBG" and any(a.lemma_.lower() in words("accusing") for a in ancestors(token, 2)):
        return False  # what somebody is accused of
    if any(a.lemma_.lower() in words("denying") for a in _governing(token)) or _has_ended(token, relation):
        return False
    if token.dep_ == "ccomp" and token.head.lemma_.lower() in words("demanding") and token.lower_ == token.lemma_:
        return False
    if relation == "mediates" and token.tag_ == "VBN" and token.dep_ == "acl":
        return True  # "they agreed to a truce brokered by X": whatever comes of the truce, X has brokered it
    if token.tag_ == "VBD":
        return not any(c.lower_ in CONDITIONS for c in dependents(token, "mark"))
    return token.pos_ not in {"VERB", "AUX"} or stance_of(token) not in NOT_TOLD


def _has_ended(token: Token, relation: Relation) -> bool:
    """Return whether a state is told that is no more ("no longer holds", "was once a branch of").

    "Once they held it, ..." opens a clause and tells of no end.
    """
    if relation in DEEDS:
        return False
    told = (c for c in token.children if c.lower_ in words("former"))
    return any(c.lower_ != "once" or c.i > token.left_edge.i or token.pos_ == "NOUN" for c in told)


def _governing(token: Token) -> Iterator[Token]:
    """Yield the words that `token` is the content of, nearest first ("reports that they ran", "denied having run")."""
    while token.dep_ in CONTENT:
        token = token.head
        yield token


def _follow(phrase: Phrase, token: Token, sides: Sides) -> dict[str, list[Side]] | None:
    """Return what fills the slots after the first word of `phrase`, which is `token`; None where it does not fit."""
    items = phrase.items[1:] if phrase.items[0] not in SLOTS else phrase.items[2:]
    slots: dict[str, list[Side]] = {}
    at, free, last = token.i + 1, False, None
    for item in items:
        if item == GAP:
            free = True
        elif isinstance(item, frozenset):
            found = _word(item, at, sides, free=free) or (_within(item, last) if last else None)
            if found is None:
                return None
            at, free = found + 1, False
        elif item == PLACE:
            found = _place(at, sides)
            if found is None:
                return None
            at = found
        else:
            filled = sides.after(at, what_fills(phrase.relation, item))
            if not filled and at == token.i + 1 and phrase.voice == "active":
                filled = sides.of_heads(objects(token), what_fills(phrase.relation, item))
            if not filled or (item == "B" and len(filled) < 2):
                return None
            slots[item], last = filled, filled[-1]
            at = max(at, last.tokens.end)
    return slots


def _word(alternatives: frozenset[str], at: int, sides: Sides, *, free: bool) -> int | None:
    """Return where one of `alternatives` stands at or soon after `at`; further on where `free`."""
    told = sides.words
    for i in range(at, min(at + (LONGEST_GAP if free else MOST_SKIPPED), len(sides.doc))):
        if told.lemma[i] in alternatives or told.lower[i] in alternatives:
            return i
        if _stops(i, sides) or (free and told.tag[i] in FINITE and alternatives != BETWEEN):
            return None
        if not free and told.tag[i] not in SKIPPED and told.lemma[i] not in AUXILIARIES:
            return None
    return None


def _stops(i: int, sides: Sides) -> bool:
    """Return whether no phrase goes on behind a token."""
    return sides.words.text[i] in STOPS or i + 1 == len(sides.doc) or bool(sides.doc[i + 1].is_sent_start)


def _place(at: int, sides: Sides) -> int | None:
    """Return where what stands after a place, or "it" for one, begins."""
    if at < len(sides.doc) and sides.doc[at].lower_ in {"it", "them", "power"}:
        return at + 1
    found = sides.after(at, "place")
    if found:
        return found[-1].tokens.end
    named = at
    while named < len(sides.doc) and sides.doc[named].tag_ == "NNP":
        named += 1
    return named if named > at else None


def _within(alternatives: frozenset[str], side: Side) -> int | None:
    """Return where a word stands that the noun phrase before took in ("the MNLA from Gao")."""
    return next((t.i for t in side.tokens if t.lower_ in alternatives), None)
