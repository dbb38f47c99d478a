"""Kinds of arguments by vocabulary (data/argument_kinds.toml): forces, texts of agreements, borders, and so on."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.core.vocabulary import toml_table
from tocsin.read._grammar import dependents, has_dependent

NUMBER_NOUNS = frozenset(
    {
        "ten", "tens", "dozen", "score", "hundred", "thousand", "number", "group", "handful", "million", "crowd",
        "majority", "truckload", "busload", "column", "convoy", "band", "batch", "side", "part", "section", "stretch",
        "couple", "pair", "trio", "rest", "quantity", "amount", "lot", "set", "stick", "piece", "box", "bag", "packet",
        "string", "series", "cluster", "row", "chain", "length", "bulk", "consignment",
        "kilogram", "kilo", "kg", "gram", "ton", "tonne", "quintal", "pound", "litre",
    }
)  # fmt: skip
LOAD_PREPOSITIONS = frozenset({"with", "of"})
LOADING = frozenset({"carry", "bear", "haul", "transport"})
PARTICIPLES = frozenset({"amod", "acl", "relcl", "compound"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NounKind:
    """What may stand for one kind of argument: nouns by lemma, kinds of actors, names of places.

    What is `loaded` counts with one of the nouns that it carries ("trucks with flour"), anything with a verb of
    `described` that tells what was done to it ("the abducted monk", "men held since May").
    """

    nouns: frozenset[str]
    counted: frozenset[str]
    without: frozenset[str]
    actors: frozenset[str]
    places: bool
    roles: bool
    loaded: frozenset[str]
    described: frozenset[str]

    def has_noun(self, head: Token) -> bool:
        """Return whether the noun `head` is of this kind by its lemma."""
        if self.described and self._is_described(head):
            return True
        lemma = self._lemma(head)
        if lemma not in self.nouns and (counted := counted_by(head)) is not None:
            return self.has_noun(counted)
        if lemma in self.counted:
            return has_dependent(head, "nummod") or (head.tag_ == "NNS" and not any(head.lefts))
        if lemma in self.loaded:
            return any(c.lemma_.lower() in self.nouns for c in _load(head))
        if lemma not in self.nouns and head.lower_ not in self.nouns:
            return False
        return not any(c.lower_ in self.without for c in head.lefts)

    def _is_described(self, head: Token) -> bool:
        """Return whether a participle or clause beside the noun, or the verb above it, tells what was done to it."""
        beside = (c for c in head.children if c.dep_ in PARTICIPLES)
        above = (head.head,) if head.dep_ in {"dobj", "nsubjpass"} else ()
        return any({t.lemma_.lower(), t.lower_} & self.described and t.tag_ != "VBG" for t in (*beside, *above))

    def _lemma(self, head: Token) -> str:
        """Return the lemma; a plural at the start of a sentence is often taken for a name, which has none."""
        singular = head.lower_.removesuffix("s")
        return singular if head.pos_ == "PROPN" and singular in self.nouns else head.lemma_.lower()


@cache
def noun_kind(name: str) -> NounKind:
    """Return the kind `name` with all that it includes."""
    entry = toml_table("argument_kinds.toml")[name]
    parts = [noun_kind(other) for other in entry.get("includes", ())]
    return NounKind(
        nouns=frozenset(entry.get("nouns", ())).union(*(p.nouns for p in parts)),
        counted=frozenset(entry.get("counted", ())).union(*(p.counted for p in parts)),
        without=frozenset(entry.get("without", ())).union(*(p.without for p in parts)),
        actors=frozenset(entry.get("actors", ())).union(*(p.actors for p in parts)),
        places=bool(entry.get("places", False)) or any(p.places for p in parts),
        roles=bool(entry.get("roles", False)) or any(p.roles for p in parts),
        loaded=frozenset(entry.get("loaded", ())).union(*(p.loaded for p in parts)),
        described=frozenset(entry.get("described", ())).union(*(p.described for p in parts)),
    )


def _load(head: Token) -> list[Token]:
    """Return what the words beside `head` say that it carries: "food trucks", "a lorry with blankets"."""
    below = [c for c in dependents(head, "prep") if c.lower_ in LOAD_PREPOSITIONS]
    carrying = [c for c in dependents(head, "acl") if c.lemma_ in LOADING]
    return [*head.lefts, *(t for c in (*below, *carrying) for o in c.children for t in (o, *o.conjuncts))]


def counted_by(head: Token) -> Token | None:
    """Return what a noun of number or a number counts ("protesters" in "tens of thousands of protesters")."""
    if head.pos_ != "NUM" and head.lemma_.lower() not in NUMBER_NOUNS:
        return None
    return next((o for c in head.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
