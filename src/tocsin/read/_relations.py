"""How actors stand to each other and to places: trained in, split from, opposes, controls and the rest."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.core.claim import RELATIONS, Claim, Relation
from tocsin.core.values import ActorRef, Place
from tocsin.core.vocabulary import toml_table
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._event_claims import actor_ref
from tocsin.read._events import EventMention
from tocsin.read._grammar import agents, ancestors, complements, conjuncts, is_passive, objects, subjects
from tocsin.read._mentions import ActorMention, Findings, PlaceMention, actors_by_token
from tocsin.read._parse import Page
from tocsin.read._stance import stance_of

Groups = list[tuple[str, list[EventMention]]]
Side = ActorMention | PlaceMention
Words = dict[str, list[tuple[Relation, str]]]
NOT_TOLD = frozenset({"denied", "planned", "conditional"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """The words of data/relations.toml by lemma, each with the relation and the preposition before the right side."""

    verbs: Words
    inverse: Words
    nouns: Words
    adjectives: Words
    compounds: dict[str, Relation]
    between: dict[str, Relation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple:
    """A relation found: its two sides and the words that say so."""

    relation: Relation
    left: ActorMention
    right: Side
    cue: Token


@cache
def patterns() -> Pattern:
    """Return the words that relate, indexed."""
    tables: dict[str, Words] = {name: defaultdict(list) for name in ("verbs", "inverse_verbs", "nouns", "adjectives")}
    compounds: dict[str, Relation] = {}
    between: dict[str, Relation] = {}
    for relation in RELATIONS:
        entry = toml_table("relations.toml")[relation]
        for name, table in tables.items():
            for phrase in entry.get(name, ()):
                head, _, rest = phrase.partition(" ")
                table[head].append((relation, rest))
        compounds |= dict.fromkeys(entry.get("compounds", ()), relation)
        between |= dict.fromkeys(entry.get("between", ()), relation)
    return Pattern(
        verbs=tables["verbs"],
        inverse=tables["inverse_verbs"],
        nouns=tables["nouns"],
        adjectives=tables["adjectives"],
        compounds=compounds,
        between=between,
    )


def relation_claims(page: Page, found: Findings, groups: Groups, make: ClaimMaker) -> Iterator[Claim]:
    """Yield a claim for each relation told of in `page`; it belongs to the event in which its left side acted."""
    acted = {a.chain: event for event, group in reversed(groups) for m in group for a in m.doers}
    seen = set()
    for triple in _Finder(page, found).triples():
        value = _right_side(triple.right)
        subject = triple.left.name
        key = (triple.relation, subject.casefold(), repr(value))
        if key in seen or _name(value).casefold() == subject.casefold():
            continue
        seen.add(key)
        event = acted.get(triple.left.chain) or make.event_id(triple.cue, triple.relation)
        about = About(event=event, slot=triple.relation, subject=subject)
        stance = stance_of(triple.cue) if triple.cue.pos_ == "VERB" else "asserted"
        yield make.claim(about, value, [triple.cue, triple.left.tokens, triple.right.tokens], stance=stance)


def _right_side(right: Side) -> ActorRef | Place:
    return right.place if isinstance(right, PlaceMention) else actor_ref(right)


def _name(value: ActorRef | Place) -> str:
    return value.name if isinstance(value, Place) else value.actor


class _Finder:
    """Looks for relations in one page."""

    def __init__(self, page: Page, found: Findings) -> None:
        self._doc = page.doc
        self._actor_at = actors_by_token(found.actors)
        self._place_at = {p.tokens.root.i: p for p in found.places}

    def triples(self) -> Iterator[Triple]:
        """Yield the relations in the order of the text."""
        for token in self._doc:
            lemma = token.lemma_.lower()
            if token.pos_ in {"VERB", "AUX"}:
                yield from self._by_verb(token, lemma)
            elif token.pos_ in {"NOUN", "PROPN"}:
                yield from self._by_noun(token, lemma)
            if token.pos_ in {"ADJ", "VERB"} and lemma in patterns().adjectives:
                yield from self._by_adjective(token, lemma)
            if token.lower_ in patterns().compounds:
                yield from self._by_compound(token)

    def _by_verb(self, verb: Token, lemma: str) -> Iterator[Triple]:
        told = stance_of(verb) not in NOT_TOLD
        for relation, preposition in patterns().verbs.get(lemma, ()) if told else ():
            if _wants_place(relation):
                yield from self._pairs(relation, self._doers(verb), self._places(verb, relation, preposition), verb)
            else:
                yield from self._pairs(relation, self._doers(verb), self._right(verb, preposition), verb)
        for relation, preposition in patterns().inverse.get(lemma, ()) if told else ():
            if preposition and not any(c.lower_ == preposition for c in verb.children):
                continue
            lost = subjects(verb) if is_passive(verb) else objects(verb)
            took = agents(verb) if is_passive(verb) else subjects(verb)
            yield from self._pairs(relation, self._actors(lost), list(self._actors(took)), verb)

    def _doers(self, verb: Token) -> list[ActorMention]:
        return self._actors(agents(verb) or subjects(verb))

    def _right(self, verb: Token, preposition: str) -> list[ActorMention]:
        if preposition:
            return self._actors(complements(verb, frozenset({preposition})))
        return self._actors(subjects(verb) if is_passive(verb) else objects(verb))

    def _places(self, verb: Token, relation: Relation, preposition: str) -> list[PlaceMention]:
        if relation == "controls":
            heads = subjects(verb) if is_passive(verb) else objects(verb)
            return [self._place_at[h.i] for h in heads if h.i in self._place_at]
        return [p for i, p in self._place_at.items() if self._hangs_on(self._doc[i], verb, preposition)]

    @staticmethod
    def _hangs_on(token: Token, verb: Token, preposition: str) -> bool:
        """Return whether `token` stands below `verb` with `preposition` in between and no other clause."""
        prepositions = set()
        for above in ancestors(token, 8):
            if above.i == verb.i:
                return preposition in prepositions
            if above.pos_ == "VERB":
                return False
            if above.pos_ in {"ADP", "SCONJ"}:
                prepositions.add(above.lower_)
        return False

    def _by_noun(self, noun: Token, lemma: str) -> Iterator[Triple]:
        for relation, preposition in patterns().nouns.get(lemma, ()):
            words = preposition.split()
            right = self._below_noun(noun, words[-1], relation)
            holders = self._holders(noun)
            yield from self._pairs(relation, holders, right, noun)
        relation_between = patterns().between.get(lemma)
        if relation_between is not None:
            parties = self._actors(complements(noun, frozenset({"between"})))
            if len(parties) >= 2:
                yield from self._pairs(relation_between, parties[:1], list(parties[1:]), noun)
            else:
                right = self._below_noun(noun, "with", relation_between)
                yield from self._pairs(relation_between, self._holders(noun), right, noun)

    def _below_noun(self, noun: Token, preposition: str, relation: Relation) -> list[Side]:
        heads = complements(noun, frozenset({preposition}))
        if preposition == "of":
            heads += [c for c in noun.children if c.dep_ == "poss"]
        if _wants_place(relation):
            return [self._place_at[h.i] for h in heads if h.i in self._place_at]
        return list(self._actors(heads))

    def _holders(self, noun: Token) -> list[ActorMention]:
        """Return whom a relational noun is said of: the appositive, the subject of "be", the one who "has" it."""
        if noun.dep_ == "appos":
            return self._actors([noun.head])
        if noun.dep_ in {"attr", "dobj", "pobj"}:
            verb = noun.head if noun.dep_ != "pobj" else noun.head.head
            return self._actors(subjects(verb)) if verb.pos_ in {"VERB", "AUX"} else []
        appositives = [c for c in noun.children if c.dep_ == "appos"]
        return self._actors(appositives or [c for c in noun.children if c.dep_ == "poss"])

    def _by_adjective(self, word: Token, lemma: str) -> Iterator[Triple]:
        for relation, preposition in patterns().adjectives[lemma]:
            right = self._actors(complements(word, frozenset({preposition})))
            if word.dep_ in {"acl", "amod", "appos"}:
                left = self._actors([word.head])
            else:
                left = self._actors(subjects(word.head if word.pos_ == "ADJ" else word))
            yield from self._pairs(relation, left, list(right), word)

    def _by_compound(self, word: Token) -> Iterator[Triple]:
        """Yield the relation in "X-linked Y"."""
        before = self._doc[word.i - 2] if word.i >= 2 and self._doc[word.i - 1].text == "-" else None
        if before is None:
            return
        head = next((a for a in ancestors(word, 4) if a.i > word.i and a.pos_ in {"NOUN", "PROPN"}), None)
        relation = patterns().compounds[word.lower_]
        if head is None:
            return
        left = self._actors([head])
        if relation in {"controls", "mediates"}:
            right: list[Side] = [self._place_at[head.i]] if head.i in self._place_at else list(left)
            yield from self._pairs(relation, self._actors([before]), right, word)
        else:
            yield from self._pairs(relation, left, list(self._actors([before])), word)

    def _actors(self, heads: list[Token]) -> list[ActorMention]:
        found = [self._actor_at[t.i] for h in heads for t in conjuncts(h) if t.i in self._actor_at]
        return list({a.chain: a for a in found}.values())

    @staticmethod
    def _pairs(relation: Relation, left: list[ActorMention], right: Sequence[Side], cue: Token) -> Iterator[Triple]:
        for one in left:
            for other in right:
                yield Triple(relation=relation, left=one, right=other, cue=cue)


def _wants_place(relation: Relation) -> bool:
    return bool(toml_table("relations.toml")[relation]["object"] == "place")
