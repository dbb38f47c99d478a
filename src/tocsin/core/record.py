"""The record: views over claims. None of them holds a value of its own; each can be computed again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tocsin.core.claim import Claim, Relation, Stance
from tocsin.core.document import Document, Span
from tocsin.core.issue import Issue
from tocsin.core.values import ActorKind, EventType, Place, Target, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """How many, over all claims on it. `best` follows the policy named in `policy`; `claims` keeps every figure."""

    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]
    policy: str = "own-words-latest"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRole:
    """Who took part (`who` did it, `whom` it was done to), with the id of the actor in the record."""

    actor: str
    role: Literal["who", "whom"]
    id: str | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who claims, denies or is accused of an incident."""

    actor: str
    stance: Literal["claims", "denies", "accused"]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationObject:
    """The right side of a relation: a place or an actor."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """Two things that reports relate."""

    relation: Relation
    subject: str | None
    object: RelationObject
    claims: tuple[str, ...] = ()
    stance: Stance = "asserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something that happened, as all reports of it tell."""

    id: str
    type: EventType
    mode: str | None
    title: str
    when: When | None
    where: Place | None
    actors: tuple[ActorRole, ...] = ()
    targets: tuple[Target, ...] = ()
    weapons: tuple[str, ...] = ()
    killed: Toll | None = None
    injured: Toll | None = None
    abducted: Toll | None = None
    attackers_killed: Toll | None = None
    responsibility: tuple[Responsibility, ...] = ()
    relations: tuple[RelationView, ...] = ()
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    is_background: bool = False
    n_independent: int = 1
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """A role an actor is said to hold."""

    role: str | None
    affiliation: str | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, group or organisation under all names that reports use."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind | None
    country: str | None
    roles: tuple[HeldRole, ...] = ()
    relations: tuple[RelationView, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that somebody said."""

    id: str
    speaker: str
    role: str | None
    affiliation: str | None
    content: str
    quote: str | None
    via: tuple[str, ...]
    when: When | None
    spans: tuple[Span, ...]
    document: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionView:
    """What a party wants, with the claim it rests on."""

    party: str
    content: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineView:
    """What is due, with its outcome and the claims it rests on."""

    what: str
    date: When | None
    outcome: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A negotiation: who talks, who mediates, where, who wants what, and what is due."""

    id: str
    name: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    venue: Place | None
    positions: tuple[PositionView, ...] = ()
    deadlines: tuple[DeadlineView, ...] = ()
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """One thing two incidents have in common or differ in, with the claims that say so."""

    trait: str
    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two incidents compared: what they share, what differs, what is not known. Unknown never counts as agreement."""

    id: str
    left: str
    right: str
    relation: Literal["compared", "same", "part_of"]
    shared: tuple[Trait, ...]
    different: tuple[Trait, ...]
    unknown: tuple[str, ...]
    distance_km: float | None
    distance_precision_km: float | None
    days_apart: int | None
    days_precision: int | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A report's own arithmetic held against the record. `holds` is None where it cannot be checked."""

    id: str
    text: str
    holds: bool | None
    reason: str
    claim: str
    claims: tuple[str, ...]
    incident: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything known at `as_of`, ready to be shown or written."""

    # The lists are tuples, or shelves (core/shelf.py) that compare and read as tuples do and are kept on disk.

    as_of: date
    documents: Sequence[Document] = ()
    claims: Sequence[Claim] = ()
    incidents: Sequence[Incident] = ()
    actors: Sequence[Actor] = ()
    statements: Sequence[Statement] = ()
    processes: Sequence[Process] = ()
    links: Sequence[Link] = ()
    checks: Sequence[Check] = ()
    issues: Sequence[Issue] = field(default=())
