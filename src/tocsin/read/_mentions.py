"""What the parts of the rules reader find in a page and hand on to the assembly of claims."""

from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.claim import SourceKind
from tocsin.core.document import Span
from tocsin.core.values import ActorKind, Place, Quantity, When
from tocsin.core.vocabulary import toml_table
from tocsin.read._notes import note


@note
class TimeMention:
    """A time expression and what it stands for; a duration ("for three days") has an interval only if anchored.

    One that `heads` its paragraph dates what that tells.
    """

    tokens: TokenSpan
    when: When
    is_duration: bool = False
    heads: bool = False


@note
class PlaceMention:
    """A place name, with the site or direction words that belong to it ("60 km south of Gao")."""

    tokens: TokenSpan
    place: Place
    site: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The place and time that an event takes from its surroundings; None where it has its own or there are none."""

    place: PlaceMention | None = None
    time: TimeMention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number that counts people. `tokens` cover hedge, number and noun; `noun` is the index of the counted noun.

    `group` inside `quantity` is the counted noun phrase. `fate` is left to the assembly, which sees the predicate.
    """

    tokens: TokenSpan
    quantity: Quantity
    noun: int | None


@note
class ActorMention:
    """A noun phrase that names or describes a person, group or organisation.

    `head` is the index of its head token. `name` is the fullest form in the report: pronouns, surnames, acronyms and
    definite descriptions are resolved to what they stand for. `chain` numbers the mentions that stand for the same
    actor. `proper` tells names from descriptions. `source` is the kind of source the actor is when it speaks. `owner`
    is the chain that a possessive pronoun in front stands for ("its" in "its ally").
    """

    tokens: TokenSpan
    head: int
    name: str
    chain: int
    kind: ActorKind | None
    country: str | None
    proper: bool
    role: str | None = None
    affiliation: str | None = None
    plural: bool = False
    source: SourceKind = "person"
    owner: int | None = None


@note
class StatementMention:
    """Something said. `chain` runs from the innermost speaker outwards, the publisher left out.

    `spans` are the places of the content, then of the cue, then of the source, in the document. `content_tokens` are
    the token ranges `[start, end)` inside which everything is on the speaker's word. `is_part` is true of what the
    statement around it tells as somebody's act ("an aide said that they asked for arms").
    """

    content: str
    quote: str | None
    speaker: ActorMention | None
    chain: tuple[tuple[str, SourceKind], ...]
    role: str | None
    affiliation: str | None
    when: When | None
    spans: tuple[Span, ...]
    content_tokens: tuple[tuple[int, int], ...]
    cue: int
    denied: bool = False
    is_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Findings:
    """What the other parts of the reader found in a page; equal to itself alone, so that it can be a key."""

    times: list[TimeMention]
    places: list[PlaceMention]
    numbers: list[NumberMention]
    actors: list[ActorMention]
    statements: list[StatementMention]


@lru_cache(maxsize=1)
def actors_by_token(found: Findings) -> dict[int, ActorMention]:
    """Return the actor that each token belongs to; a token that heads one mention belongs to that.

    Those of the last page are kept, since several parts ask for them.
    """
    inside = {i: a for a in found.actors for i in range(a.tokens.start, a.tokens.end)}
    return inside | {a.head: a for a in found.actors}


def not_speaking(found: Findings) -> list[NumberMention]:
    """Return the numbers but those of people who say something ("two residents said")."""
    speakers = [s.speaker.tokens for s in found.statements if s.speaker is not None]
    speaking = {i for tokens in speakers for i in range(tokens.start, tokens.end)}
    return [n for n in found.numbers if n.tokens.root.i not in speaking]


@cache
def _bodies_of_towns() -> frozenset[str]:
    """Return the nouns for people who are where the place behind "of" is ("the garrison of Gao")."""
    return frozenset(toml_table("places.toml")["words"]["bodies_of_towns"])


def scenes(found: Findings) -> list[PlaceMention]:
    """Return the places where something can have happened: those that only say who somebody is left out."""
    actor_at = actors_by_token(found)
    return [p for p in found.places if not _tells_who(p.tokens.root, actor_at)]


def _tells_who(token: Token, actor_at: dict[int, ActorMention]) -> bool:
    """Return whether the name says who somebody is or who acted ("Mali's army", "Cairo ordered"), not where."""
    if token.i > 0 and token.nbor(-1).lower_ in {"in", "at", "near", "outside"}:
        return False
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":  # "the presidents of Ghana, Nigeria and Senegal"
        token = token.head
    if token.dep_ == "nsubj":
        return True
    if token.i not in actor_at:
        return False
    beside = token.dep_ == "pobj" and token.head.lower_ in {"with", "by", "to", "for"}
    of = token.dep_ == "pobj" and token.head.lower_ in {"of", "from"} and token.head.i in actor_at
    of = of and token.head.head.lemma_.lower() not in _bodies_of_towns()
    within = token.dep_ == "compound" and token.head.dep_ == "pobj" and token.head.head.lower_ in {"in", "at", "inside"}
    return of or beside or (token.dep_ in {"poss", "compound", "amod", "nmod"} and not within)
