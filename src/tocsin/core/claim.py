"""What one report says about one slot of one event, and by whom it is said."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from tocsin.core.checks import require_one_of
from tocsin.core.document import Document, Span
from tocsin.core.errors import InvalidNoun
from tocsin.core.issue import Issue
from tocsin.core.values import Value

Relation = Literal[
    "trained_in", "launched_from", "affiliated_with", "split_from", "allied_with",
    "opposes", "ousted_by", "controls", "negotiates_with", "mediates",
]  # fmt: skip
Slot = Literal[
    "act", "who", "whom", "when", "where", "weapon", "tactic", "target", "killed", "injured", "abducted",
    "responsibility", "trained_in", "launched_from", "affiliated_with", "split_from", "allied_with", "opposes",
    "ousted_by", "controls", "negotiates_with", "mediates", "alias", "role", "statement",
    "party", "mediator", "venue", "position", "deadline", "comparison",
]  # fmt: skip
Stance = Literal["asserted", "denied", "hedged", "planned", "conditional", "claims", "denies", "accused"]
SourceKind = Literal[
    "publisher", "media", "official", "military", "police", "armed group", "organisation",
    "witness", "relative", "expert", "person", "document", "unnamed",
]  # fmt: skip

RELATIONS: tuple[Relation, ...] = get_args(Relation)
SYMMETRIC: frozenset[Relation] = frozenset({"allied_with", "opposes", "negotiates_with"})
SLOTS: tuple[Slot, ...] = get_args(Slot)
STANCES: tuple[Stance, ...] = get_args(Stance)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One link of the chain by which words came to the reader."""

    name: str
    kind: SourceKind

    def __post_init__(self) -> None:
        require_one_of(self.kind, SOURCE_KINDS, "kind of a source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """ "In document D, at these spans, this reader read that event E has this value in this slot."

    `event` groups the claims about one event of one document. `subject` is the left side of a relation, an alias or
    a role, in the report's words; None where the event itself is the subject. `sources` run from the innermost
    speaker to the publisher. `confidence` is in (0, 1].
    """

    id: str
    event: str
    slot: Slot
    value: Value
    spans: tuple[Span, ...]
    sources: tuple[Source, ...]
    stance: Stance
    confidence: float
    reader: str
    known_at: date
    subject: str | None = None

    def __post_init__(self) -> None:
        require_one_of(self.slot, SLOTS, "slot of a claim")
        require_one_of(self.stance, STANCES, "stance of a claim")
        if not self.spans or not self.sources:
            raise InvalidNoun(f"claim {self.id} on {self.slot} has no {'source' if self.spans else 'span'}")
        if any(s.document != self.spans[0].document for s in self.spans[1:]):
            raise InvalidNoun(f"claim {self.id} has spans in several documents")
        if not 0 < self.confidence <= 1:
            raise InvalidNoun(f"claim {self.id} has confidence {self.confidence}, not in (0, 1]")

    @property
    def document(self) -> str:
        """The id of the document that makes the claim."""
        return self.spans[0].document


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of one document: its claims and what it could not use."""

    document: Document
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...] = ()
