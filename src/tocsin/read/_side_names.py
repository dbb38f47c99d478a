"""Who and what stands where in a page, and in which name it goes into a relation."""

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tocsin.core.values import BODIES, ActorKind, ActorRef, Place
from tocsin.core.vocabulary import csv_rows, toml_table
from tocsin.read._columns import columns
from tocsin.read._gazetteer import country_names, nationality
from tocsin.read._grammar import next_word
from tocsin.read._kinds import MONTHS_AND_DAYS
from tocsin.read._mentions import ActorMention, Findings
from tocsin.read._notes import note
from tocsin.read._phrases import TIME_WORDS

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NAMED = frozenset({"NNP", "NNPS", "POS", "HYPH", "JJ", "NN", "NNS"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
INDEFINITE = frozenset({"a", "an", "one"})
ARTICLES = frozenset({"a", "an", "the"})
OF_TAGS = frozenset({"IN", "DT", "JJ", "NN", "NNP", "PRP$", "CD", "CC"})
PAPER_REACH = 11
MUCH_MORE = 2
DATES = MONTHS_AND_DAYS | {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
ENDING = DATES | {"last", "next", "early", "late"}
SMALL_WORDS = frozenset({"the", "a", "an", "of", "s", "its", "their", "his"})
SELF = frozenset({"as", "itself", "themselves", "the", "a"})


@note
class Side:
    """One side of a relation, in the fullest form that the report uses.

    `named` are the words that tell its name where `tokens` share none with it ("the ABC" for a long name), `more` those
    that tell of whom it is made up.
    """

    tokens: TokenSpan
    value: ActorRef | Place
    chain: int | None = None
    named: TokenSpan | None = None
    more: tuple[TokenSpan, ...] = ()

    @property
    def name(self) -> str:
        """The name or description."""
        return self.value.name if isinstance(self.value, Place) else self.value.actor

    @property
    def kind(self) -> ActorKind | None:
        """The kind of actor; None for a place."""
        return self.value.kind if isinstance(self.value, ActorRef) else None


def _told_by(body: Side, person: Side) -> Side:
    """Return a body told of by somebody who speaks for it, with the words that name it."""
    return replace(body, tokens=person.tokens, named=body.named or body.tokens)


def is_named(side: Side) -> bool:
    """Return whether a word of the name of a side has a capital, an article or "its" left out."""
    return any(c.isupper() for w in side.name.split() if w.casefold() not in SMALL_WORDS for c in w)


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of words of data/sides.toml."""
    return frozenset(toml_table("sides.toml")[name])


@cache
def pairs_of() -> dict[str, list[str]]:
    """Return the nouns that point back to two named before ("both states"), with the kinds of actor they stand for."""
    table: dict[str, list[str]] = toml_table("sides.toml")["pairs"]
    return table


@cache
def capitals() -> frozenset[str]:
    """Return the names of capitals, which stand for governments."""
    return frozenset(row["capital"] for row in csv_rows("capitals.csv"))


class SideNames:
    """The actors and places of one page by the tokens they start, end and lie at, and the names they go by."""

    def __init__(self, doc: Doc, found: Findings) -> None:
        self.doc = doc
        self.words = columns(doc)
        self._starts: dict[int, list[ActorMention]] = defaultdict(list)
        self._ends: dict[int, list[ActorMention]] = defaultdict(list)
        self._at: dict[int, ActorMention] = {}
        self._inside: dict[int, list[ActorMention]] = defaultdict(list)
        for actor in sorted(_as_bodies(found.actors), key=lambda a: -len(a.tokens)):
            self._starts[actor.tokens.start].append(actor)
            self._ends[actor.tokens.end].append(actor)
            self._at[actor.head] = actor
            for i in range(actor.tokens.start, actor.tokens.end):
                self._inside[i].append(actor)
        self._told: dict[tuple[int, int, ActorKind | None], Side] = {}
        self._aliases = self._known_as()
        self._owned = self._states()
        self._only = self._chief()
        self._places = {i: p for p in found.places for i in range(p.tokens.start, p.tokens.end)}

    def _chief(self) -> ActorMention | None:
        """Return the armed group that the page is about: the one it names, or names far more often than any other."""
        counts = Counter(a.chain for a in self._at.values())
        named = {a.chain: a for a in self._at.values() if a.proper and a.kind == "armed group"}
        ranked = sorted(named, key=lambda chain: -counts[chain])
        if not ranked or (len(ranked) > 1 and counts[ranked[0]] < MUCH_MORE * counts[ranked[1]]):
            return None
        return named[ranked[0]]

    def name_ending(self, k: int) -> list[Side]:
        """Return the capitalised words that end with the token `k` and that no mention covers."""
        start = k
        while (
            start > self.doc[k].sent.start
            and self.doc[start - 1].tag_ in {"NNP", "NNPS", "HYPH"}
            and self.doc[start - 1].lower_ not in MONTHS_AND_DAYS
        ):
            start -= 1
        month = start == k and self.doc[k].lower_.rstrip(".") in DATES
        named = self.doc[k].tag_ in {"NNP", "NNPS"} and not month
        return (
            [Side(tokens=self.doc[start : k + 1], value=ActorRef(actor=self.doc[start : k + 1].text))] if named else []
        )

    def starting(self, k: int) -> list[ActorMention]:
        """Return the mentions whose first word is the token `k`, the longest first."""
        return self._starts.get(k, [])

    def naming(self, start: int, end: int) -> list[Side]:
        """Return whom the words in `[start, end)` name, by a mention there or by the same name elsewhere."""
        exact = next((a for a in self._ends.get(end, ()) if a.tokens.start >= start), None)
        if exact is not None:
            return [self.side(exact)]
        known = self._known(self.doc[start:end].text)
        return [] if known is None else [replace(self.side(known), tokens=self.doc[start:end])]

    def nation(self, i: int) -> list[Side]:
        """Return the state whose people and things the word at `i` describes ("Algerian")."""
        code = nationality(self.doc[i].text)
        value = None if code is None else ActorRef(actor=country_names()[code], kind="state", country=code)
        return [] if value is None else [Side(tokens=self.doc[i : i + 1], value=value)]

    def several(self, noun: Token) -> list[Side]:
        """Return those whom the plural of `noun` tells of somewhere in the page ("rebel" of "the rebels")."""
        found = (a for i, a in sorted(self._at.items()) if self.words.lemma[i] == noun.lemma_)
        named = next((a for a in found if self.words.tag[a.head] == "NNS"), None)
        return [] if named is None else [replace(self.side(named), tokens=self.doc[noun.i : noun.i + 1])]

    def actor_over(self, i: int) -> ActorMention | None:
        """Return the shortest mention that covers the token `i`."""
        return self._inside[i][-1] if self._inside[i] else None

    def headed(self, i: int) -> ActorMention | None:
        """Return the mention whose core holds the token `i`, the longest one."""
        return next((a for a in self._inside[i] if a.head == i or self.doc[a.head].i == i), None)

    def _unknown(self, k: int) -> Side:
        """Return the capitalised phrase that starts at `k` and that no mention covers."""
        end = k + 1
        while end < self.doc[k].sent.end and self.doc[end].tag_ in NAMED and self.doc[end].lower_ not in ENDING:
            end += 1
        while self.doc[end - 1].tag_ not in NOUNS:
            end -= 1
        return Side(tokens=self.doc[k:end], value=ActorRef(actor=self.doc[k:end].text))

    def side(self, mention: ActorMention) -> Side:
        """Return an actor as a side; members and envoys give way to the group they are of ("X's fighters")."""
        key = mention.tokens.start, mention.tokens.end, mention.kind
        if key not in self._told:
            self._told[key] = self._side_of(mention)
        return self._told[key]

    def _side_of(self, mention: ActorMention) -> Side:
        actor = self._aliases.get(mention.chain) or self._principal(self._apposed(mention))
        actor = self._only if self._only is not None and self._is_faceless(actor) else actor
        name = self._owned.get(actor.chain) or full_name(actor)
        value = ActorRef(actor=name, kind=actor.kind, country=actor.country)
        return Side(
            tokens=mention.tokens, value=value, chain=actor.chain, named=self._naming(mention.tokens, name, actor)
        )

    def _naming(self, tokens: TokenSpan, name: str, actor: ActorMention) -> TokenSpan | None:
        """Return where an actor is first called by its name, None where `tokens` have a word of it."""
        wanted = set(name.casefold().split())
        if wanted & set(tokens.text.casefold().split()):
            return None
        called = (a.tokens for i, a in sorted(self._at.items()) if a.chain == actor.chain)
        return next((t for t in called if wanted & set(t.text.casefold().split())), None)

    def owning(self, pronoun: Token) -> list[Side]:
        """Return whom a possessive pronoun stands for, where it opens a mention ("his" in "his rival")."""
        owner = next((a.owner for a in self._starts.get(pronoun.i, ()) if a.owner is not None), None)
        named = next((a for _, a in sorted(self._at.items()) if a.chain == owner), None)
        return [] if named is None else [replace(self.side(named), tokens=self.doc[pronoun.i : pronoun.i + 1])]

    def spoken_for(self, side: Side) -> Side:
        """Return the body that a person speaks for ("a spokesman for X", "a party official"), else `side`."""
        mention = next((a for a in self._at.values() if a.chain == side.chain and a.affiliation is not None), None)
        if side.kind not in {"person", "people", None}:
            return side
        body = self._body_after(side.tokens.end) or self._body_inside(side)
        if body is not None:
            return _told_by(self.side(body), side)
        if mention is None or mention.affiliation is None:
            return side
        known = self._known(mention.affiliation)
        if known is not None:
            return _told_by(self.side(known), side)
        return replace(side, value=ActorRef(actor=mention.affiliation), chain=None)

    def led(self, side: Side) -> Side:
        """Return the group that a leader speaks and acts for ("its leader, X", "X, the chief of Y"), else the side."""
        mine = [a for a in self._at.values() if a.chain == side.chain and a.role is not None]
        leads = next((a for a in mine if not words("heads").isdisjoint((a.role or "").lower().split())), None)
        if side.kind != "person" or leads is None:
            return side
        found = self.spoken_for(side)
        if found is not side:
            return found
        inner = (self._at[i] for i in range(leads.tokens.start, leads.tokens.end) if i in self._at)
        body = next((a for a in inner if a.kind in BODIES), None)
        return side if body is None else replace(self.side(body), tokens=side.tokens)

    def headed_by(self, side: Side) -> Side:
        """Return the group whose head is described ("the emir of X", "its leader"), else the side: he stands for it."""
        mention = next((a for a in self._starts.get(side.tokens.start, ()) if a.tokens.end >= side.tokens.end), None)
        if mention is None or mention.proper or self.doc[mention.head].lemma_.lower() not in words("heads"):
            return side
        own = self.owning(self.doc[mention.tokens.start])
        inner = (self._starts[i][0] for i in range(mention.head + 1, mention.tokens.end) if self._starts.get(i))
        body = next((self.side(a) for a in inner if a.proper and a.kind in BODIES), next(iter(own), side))
        return replace(body, tokens=side.tokens) if body.kind in BODIES else side

    def body_of(self, noun: Token) -> list[Side]:
        """Return the body that "of" or "from" joins to a noun for people ("mediators of X")."""
        found = self._body_after(noun.i + 1) if next_word(noun) in {"of", "from"} else None
        return [] if found is None or not found.proper else [self.side(found)]

    def _body_after(self, at: int) -> ActorMention | None:
        """Return the body after a name: "X of the movement"."""
        if at + 1 >= len(self.doc) or self.doc[at].lower_ not in {"of", "from", "for", "in"}:
            return None
        found = next(iter(self._starts.get(at + 1, ())), None)
        places = self.doc[at].lower_ == "in" and (found is None or found.kind == "state")
        return None if places else found

    def _body_inside(self, side: Side) -> ActorMention | None:
        """Return the group within a description: "a commander in the coalition"."""
        inner = (self._starts[i][0] for i in range(side.tokens.start + 1, side.tokens.end) if self._starts.get(i))
        return next((a for a in inner if a.kind in BODIES), None)

    def attackers(self, side: Side) -> Side:
        """Return the attackers told of last before, for "they" and "the men"; else the side."""
        counted = any(t.tag_ == "CD" for t in side.tokens)
        vague = side.tokens[0].tag_ == "PRP" or (side.tokens.root.lemma_ in words("people") and not counted)
        if not vague:
            return side
        before = sorted((i for i in self._at if i < side.tokens.start), reverse=True)
        armed = (self._at[i] for i in before if self.doc[i].lemma_.lower() in words("armed") - words("people"))
        found = next((a for a in armed if a.plural or self.doc[a.head].tag_ in {"NNS", "NNPS"}), None)
        return side if found is None else replace(self.side(found), tokens=side.tokens)

    def issuer(self, side: Side) -> Side:
        """Return in whose name a statement was issued, where the side is a statement, else the side."""
        if side.tokens.root.lemma_.lower() not in words("papers"):
            return side
        end = min(side.tokens.start + PAPER_REACH, side.tokens.sent.end)
        inner = (self._starts[i][0] for i in range(side.tokens.start + 1, end) if self._starts.get(i))
        return next((self.side(a) for a in inner if a.kind not in {"person", "people", "media"}), side)

    def _apposed(self, mention: ActorMention) -> ActorMention:
        """Return the name that a description stands in apposition to ("X, a body of former rebels")."""
        start = mention.tokens.start
        if mention.proper or start < 2 or self.doc[start].lower_ not in ARTICLES or self.doc[start - 1].text != ",":
            return self._said_to_be(mention)
        if mention.tokens.end < len(self.doc) and self.doc[mention.tokens.end].lower_ == "and":
            return mention  # the last but one of a list
        named = next((a for a in self._ends.get(start - 1, ()) if a.proper), None)
        if named is None:
            unknown = self.name_ending(start - 2) if mention.kind in BODIES else []
            return replace(mention, name=unknown[0].name, proper=True) if unknown else mention
        opened = self.doc[named.head].dep_ == "pobj" and self.doc[mention.head].dep_ in SUBJECTS
        return mention if opened else named

    def _said_to_be(self, mention: ActorMention) -> ActorMention:
        """Return the name that a description is said of ("X is a rebel group that"), else the mention."""
        noun = self.doc[mention.head]
        if mention.proper or noun.dep_ != "attr" or self.doc[mention.tokens.start].lower_ not in INDEFINITE:
            return mention
        said_of = (c.i for c in noun.head.children if c.dep_ == "nsubj")
        subject = next((self._at[i] for i in said_of if i in self._at), mention)
        return subject if subject.proper else mention

    def _is_faceless(self, actor: ActorMention) -> bool:
        """Return whether an actor is called by a bare word ("the militants") that says nothing about whose they are."""
        own = [t for t in actor.tokens if t.tag_ != "DT"]
        definite = actor.tokens[0].lower_ in {"the", "these", "those"}
        return not actor.proper and definite and len(own) == 1 and own[0].lemma_.lower() in words("faceless")

    def _known_as(self) -> dict[int, ActorMention]:
        """Return for the chains of descriptions the name they go by ("an alliance known as X")."""
        found: dict[int, ActorMention] = {}
        for mention in self._at.values():
            end = mention.tokens.end
            if end < len(self.doc) and self.doc[end].tag_ in {"WDT", "WP"}:
                end += 1
            if not mention.proper and end + 2 < len(self.doc) and self.doc[end].lower_ in words("naming"):
                skip = next((n for n in (1, 2, 3) if self.doc[end + n : end + n + 1].text.lower() not in SELF), 1)
                named = next((a for a in self._starts.get(end + skip, ()) if a.proper), None)
                if named is None and self.doc[end + skip].tag_ == "NNP":
                    named = replace(mention, name=self._unknown(end + skip).name, proper=True)
                if named is not None:
                    found[mention.chain] = named
        return found

    def _states(self) -> dict[int, str]:
        """Return for the chains of governments and armies the form that says whose they are ("Sudan's government")."""
        found: dict[int, str] = {}
        for actor in self._at.values():
            if actor.kind != "state" or actor.proper or self.words.tag[actor.head] not in NOUNS:
                continue
            tags = self.words.tag[max(actor.tokens.start - 1, 0) : actor.tokens.end]
            if ("NNP", "POS") in pairwise(tags):
                found.setdefault(actor.chain, actor.tokens.text)
        return found

    def _principal(self, mention: ActorMention) -> ActorMention:
        noun = self.doc[mention.head]
        if mention.proper or noun.lemma_.lower() not in words("members"):
            return mention
        inner = [a for i in range(mention.tokens.start, mention.tokens.end) for a in self._inside[i]]
        own = [a for a in inner if a.chain != mention.chain and a.kind not in {"person", "people", None}]
        envoys = noun.lemma_.lower() in words("envoys")
        own = [a for a in own if (a.proper or envoys) and self._is_of(a, mention)]
        if own:
            return min(own, key=lambda a: a.tokens.start)
        return self._possessor(mention) or mention

    def _is_of(self, inner: ActorMention, mention: ActorMention) -> bool:
        """Return whether a mention is of the group named inside it: "fighters of X", not "men who had left X".

        Men from a country are not that country.
        """
        between = self.doc[mention.head + 1 : inner.tokens.start]
        if inner.kind == "state" and any(t.lower_ == "from" for t in between):
            return False
        return all(t.tag_ in OF_TAGS and t.lower_ != "to" for t in between)

    def _possessor(self, mention: ActorMention) -> ActorMention | None:
        """Return the group in front of the possessive ("MUJAO's fighters"), known from elsewhere in the page."""
        end = next((t.i for t in mention.tokens if t.tag_ == "POS"), None)
        if end is None:
            return None
        known = self._known(self.doc[mention.tokens.start : end].text)
        if known is None or known.kind in {"person", "people", "state"}:
            return None
        return replace(known, tokens=mention.tokens)

    def _known(self, text: str) -> ActorMention | None:
        """Return a mention of the actor that goes by the name `text` anywhere in the page."""
        plain = text.removeprefix("the ").removeprefix("The ").casefold()
        named = (a for a in self._at.values() if a.proper)
        return next((a for a in named if plain in {_bare(a.tokens.text), _bare(a.name)}), None)


def _as_bodies(actors: list[ActorMention]) -> list[ActorMention]:
    """Return `actors`, those with an article or a plural in their names as groups: "the Salt Riders" are no person."""
    bodies = {a.chain for a in actors if a.kind == "person" and a.proper and a.role is None and _is_body(a.tokens)}
    return [replace(a, kind="group") if a.chain in bodies else a for a in actors]


def _is_body(tokens: TokenSpan) -> bool:
    named = tokens[1:2].text[:1].isupper() and tokens[1].tag_ in NOUNS
    return (tokens[0].lower_ == "the" and named) or (len(tokens) > 1 and tokens[-1].tag_ == "NNPS")


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").casefold()


def _lasting(tokens: TokenSpan) -> TokenSpan:
    """Return a description without what it is for a time only ("the people in their fight")."""
    preps = [t.i for t in tokens[1:] if t.tag_ == "IN"] or [tokens.end]
    about = tokens.doc[preps[-1] : tokens.end]
    passes = any(t.tag_ == "PRP$" or t.lemma_.lower() in TIME_WORDS for t in about[1:])
    plain = passes and about[0].lower_ != "of" and not any(t.tag_ in FINITE or t.tag_.startswith("W") for t in tokens)
    return tokens.doc[tokens.start : about.start] if plain else tokens


def full_name(actor: ActorMention) -> str:
    """Return the fullest form for a mention: its own words where they name more than what it was resolved to."""
    own = _lasting(actor.tokens).text
    if actor.proper or actor.tokens[0].tag_ == "PRP":
        return actor.name
    if actor.name == actor.tokens.text:
        return own
    names = any(t.tag_ in {"NNP", "NNPS"} for t in actor.tokens)
    shared = {t.lower_ for t in actor.tokens if t.tag_ in NOUNS} & set(actor.name.casefold().split())
    fuller = len(own.split()) >= len(actor.name.split()) or any(t.tag_ == "IN" for t in actor.tokens)
    return actor.name if shared and not names and not fuller else own
