"""The verb phrases of data/relations.toml read off the clause: subject, object and adjuncts, wherever they stand."""

import re
from calendar import month_name
from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from tocsin.read._columns import columns
from tocsin.read._grammar import (
    RELATIVES,
    agents,
    ancestors,
    conjuncts,
    dependents,
    has_dependent,
    is_passive,
    objects,
    subjects,
)
from tocsin.read._relation_phrases import (
    GAP,
    PLACE,
    SLOTS,
    Form,
    Match,
    Phrase,
    changed,
    is_negated,
    is_told,
    particles,
    spoken_phrases,
    what_fills,
)
from tocsin.read._side_names import NOUNS, SUBJECTS, Side, words
from tocsin.read._sides import Sides, What

Item = str | frozenset[str]
WITHIN = frozenset({"dobj", "dative", "prep", "agent", "prt", "advmod", "pobj", "acomp", "attr", "oprd", "npadvmod"})
MODIFIERS = frozenset({"compound", "amod", "nummod"})
OBJECTS = frozenset({"dobj", "pobj"})
OBJECT = frozenset({"dobj"})
LASTING = frozenset({"is", "are", "'s", "been", "be"})
PERFECT = frozenset({"have", "has", "had", "'ve"})
BYGONE = frozenset({"had", "having"})
MONTHS = frozenset(name.lower() for name in month_name[1:])
YEAR = re.compile(r"(?:19|20)\d\d")
COMPOUND = frozenset({"according", "due", "owing", "thanks", "prior"})  # "according to X"
DASHES = frozenset({"-", "--", "–", "—"})
JOINTS = frozenset({"and", "but", "or"})
DEEPEST, FARTHEST = 4, 12


def find_clause_matches(sides: Sides) -> Iterator[Match]:
    """Yield the verb phrases found in the clauses of the page of `sides`, in the order of the text."""
    page = columns(sides.doc)
    for i, here in spoken_phrases(sides.doc):
        fitting = [p for p in here if _opens_with_verb(p, page.lemma[i])] if page.tag[i].startswith("VB") else []
        if not fitting or is_negated(sides.doc[i]):
            continue
        clause = Clause(sides.doc[i], sides)
        moved = particles(clause.verb)
        for phrase in fitting:
            fits = clause.has(phrase.form) and not changed(moved, phrase)
            slots = clause.fill(phrase) if fits else None
            if slots is not None:
                told = is_told(clause.verb, phrase.relation)
                yield Match(relation=phrase.relation, slots=slots, cue=clause.verb, told=told, form=phrase.form)


def _opens_with_verb(phrase: Phrase, lemma: str) -> bool:
    verb = phrase.items[1]
    return phrase.voice != "passive" and phrase.items[0] in SLOTS and isinstance(verb, frozenset) and lemma in verb


class Clause:
    """A verb with what belongs to it."""

    def __init__(self, verb: Token, sides: Sides) -> None:
        self.verb, self.sides = verb, sides
        self.passive = is_passive(verb)

    def has(self, form: Form) -> bool:
        """Return whether the verb stands in a form that tells of something lasting, or of what holds since."""
        helpers = {c.lower_ for c in self.verb.children if c.dep_ in {"aux", "auxpass"}}
        if form == "lasting":
            progressive = self.verb.tag_ == "VBG" and bool(helpers & LASTING)
            habit = self.verb.tag_ in {"VBZ", "VBP"} and not self.passive
            suffered = self.passive and ("being" in helpers or {"been"} < helpers & (LASTING | PERFECT))
            return (
                progressive
                or habit
                or suffered
                or (self.verb.tag_ == "VBN" and not self.passive and bool(helpers & PERFECT))
            )
        return form in {"clauses", "flights"} or not (helpers & BYGONE or self._dated())

    def _dated(self) -> bool:
        """Return whether the clause names a year or a month: what was taken then need not be held any more."""
        return any(YEAR.fullmatch(t.text) or (t.lower_ in MONTHS and t.tag_ in NOUNS) for t in self._words)

    def fill(self, phrase: Phrase) -> dict[str, list[Side]] | None:
        """Return what fills the slots of `phrase` in this clause, None where it does not fit."""
        doer, _, *rest = phrase.items
        heads = self._follow(rest)
        if heads is None or not isinstance(doer, str):
            return None
        transitive = bool(rest) and rest[0] in SLOTS | {PLACE}
        by = self.passive and (transitive or doer == "B")
        heads[doer] = agents(self.verb) if by else self._subjects
        slots: dict[str, list[Side]] = {}
        for slot, found in heads.items():
            what: What = "place" if slot == PLACE else what_fills(phrase.relation, slot)
            slots[slot] = self._sides(found, what)
            if what == "talks" and not slots[slot] and self._before_parties(found):
                slots[slot] = self._sides(found, "actor")
            if what == "talks" and self.passive and not slots[slot]:
                slots[slot] = self.sides.talks_before(self.verb)
            if slot == "B" and self.passive:  # those who sign for a party are no party
                slots[slot] = [s for s in slots[slot] if s.kind != "person"]
            if len(slots[slot]) < (2 if slot == "B" else 1):
                return None
        return slots

    @cached_property
    def _subjects(self) -> list[Token]:
        return _subjects(self.verb)

    def _before_parties(self, heads: list[Token]) -> bool:
        """Return whether mediators have the parties themselves after the verb, or after the word above `heads`."""
        before = {self.verb.lemma_.lower(), *(h.head.lower_ for h in heads)}
        return not before.isdisjoint(words("before_parties"))

    def _sides(self, heads: list[Token], what: What) -> list[Side]:
        """Return whom `heads` stand for; for a relative pronoun what stands right before its clause."""
        found = [s for h in heads for s in self._side(h, what)]
        listed = self.sides.in_list(heads[0]) if heads and what in {"actor", "power"} else []
        return listed if len(listed) > len(found) else found

    def _side(self, head: Token, what: What) -> list[Side]:
        if head.tag_ not in RELATIVES:
            return self.sides.of_heads([head], what)
        at = _opening(head)
        above = next((a for a in ancestors(head, 6) if a.dep_ == "relcl"), None)
        meant = self.sides.of_heads(conjuncts(above.head), what) if above is not None else []
        loose = what != "place" or self.sides.doc[at - 1].text == "," or head.dep_ == "pobj"
        near = self.sides.antecedent(at, what) if at > 1 and loose else []
        return near or meant

    def _follow(self, rest: list[Item]) -> dict[str, list[Token]] | None:
        """Return the heads of what fills the slots behind the verb, None where one of the words is missing."""
        heads: dict[str, list[Token]] = {}
        last = self.verb
        for item in rest:
            if item == GAP:
                continue
            if isinstance(item, frozenset):
                found = self._word(item, last)
                if found is None:
                    return None
                last = found
            elif last is self.verb or last.dep_ == "prt":
                heads[item] = self._subjects if self.passive else self._objects()
            else:
                heads[item] = _governed(last)
        return heads

    def _objects(self) -> list[Token]:
        """Return the heads of the objects, and whom the parser takes for a part of one ("gives the rebels shelter")."""
        found = _objects(self.verb)
        things = [o for o in found if o.tag_ in {"NN", "NNS"} and self.sides.headed(o.i) is None]
        inner = [c for o in things for c in o.lefts if c.dep_ == "compound" and c.tag_ in {"NNS", "NNP", "NNPS"}]
        return [*found, *inner]

    @cached_property
    def _words(self) -> list[Token]:
        return sorted(_below(self.verb), key=lambda t: t.i)

    def _word(self, alternatives: frozenset[str], last: Token) -> Token | None:
        """Return the word below the verb, behind `last`, that is one of `alternatives`."""
        for token in self._words:
            follows = token.i > last.i or last is self.verb or _fronted(token) is not None
            if (
                follows
                and token.head.lower_ not in COMPOUND
                and (token.lower_ in alternatives or token.lemma_.lower() in alternatives)
            ):
                return token
        return None


def _below(verb: Token) -> Iterator[Token]:
    level = [verb]
    for _ in range(DEEPEST):
        level = [c for t in level for c in t.children if c.dep_ in WITHIN or c.dep_ in MODIFIERS]
        yield from (t for t in level if abs(t.i - verb.i) <= FARTHEST)


def _governed(word: Token) -> list[Token]:
    """Return the heads of what a preposition governs, those of prepositions coordinated with it included."""
    front = _fronted(word)
    if front is not None:
        return [front]
    joined = [word, *(c for c in word.children if c.dep_ == "conj")]
    return [o for p in joined for c in p.children if c.dep_ in OBJECTS for o in conjuncts(c)]


def _fronted(word: Token) -> Token | None:
    """Return the relative pronoun that a preposition opens a clause with ("from which they fled")."""
    if word.i + 1 >= len(word.doc) or word.pos_ != "ADP":
        return None
    after = word.nbor(1)
    return after if after.tag_ in RELATIVES and word.head.i > word.i else None


def _subjects(verb: Token) -> list[Token]:
    own = _relative(verb, SUBJECTS)
    if own is None and (noun := _modified(verb)) is not None:
        return [noun]
    several = dependents(verb, *SUBJECTS)
    joined = any(c.dep_ == "cc" for s in several for c in s.children)
    if own is None and len(several) > 1 and not joined:  # the parser takes an aside for a second subject
        return conjuncts(several[-1])
    return [own] if own is not None else _of_last_list(subjects(verb))


def _of_last_list(heads: list[Token]) -> list[Token]:
    """Return the subjects without what another list ends with ("with A, B and C, the army and D met").

    The parser may take the place that a dateline opens with for one of them too.
    """
    start = 0
    for k in range(1, len(heads) - 1):
        between = {t.lower_ for t in heads[k].doc[heads[k - 1].i + 1 : heads[k].i]}
        before = heads[k - 1].left_edge.i - 1
        closed = before >= 0 and heads[k].doc[before].lower_ == "and"
        start = k if "and" not in between and (closed or between & DASHES) else start
    return heads[start:]


def _modified(verb: Token) -> Token | None:
    """Return the noun right before a participle, which belongs to it without a comma ("the men holding the town")."""
    if verb.tag_ != "VBG" or has_dependent(verb, "nsubj", "nsubjpass", "aux") or verb.i == verb.sent.start:
        return None
    return before if (before := verb.nbor(-1)).tag_ in NOUNS else None


def _objects(verb: Token) -> list[Token]:
    own = _relative(verb, OBJECT)
    return [own] if own is not None else objects(verb)


def _relative(verb: Token, deps: frozenset[str]) -> Token | None:
    """Return the relative pronoun that is the subject (or the object) of `verb`, by its `deps`."""
    own = next((c for c in verb.children if c.dep_ in deps), None)
    if own is not None:
        return own if own.tag_ in RELATIVES else None
    shared = verb.dep_ == "conj" and deps is SUBJECTS
    return _relative(verb.head, deps) if shared else None


def _opening(pronoun: Token) -> int:
    """Return where the relative clause opens, the first of coordinated ones ("which lies there and which it holds")."""
    start = pronoun.i - int(pronoun.dep_ == "pobj" and pronoun.head.i == pronoun.i - 1)
    if start == 0 or pronoun.doc[start - 1].lower_ not in JOINTS:
        return start
    before = pronoun.doc[pronoun.sent.start + 1 : start]
    return next((t.i for t in reversed(before) if t.tag_ in RELATIVES), start)
