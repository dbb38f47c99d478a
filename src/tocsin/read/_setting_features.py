"""What speaks for and against times as well as places of an event; each docstring is what a user is told about it."""

from collections.abc import Callable
from typing import Generic, Literal, NamedTuple, TypeVar

from tocsin.read._scene import OPENING, Case, Event, M

FARTHEST = 10  # sentences from which on more distance tells no more
T = TypeVar("T")


class Feature(NamedTuple, Generic[T]):
    """A question asked of a case, and whether the answer can speak only for it or only against it."""

    ask: Callable[[T], float]
    speaks: Literal["for", "against", "either"]


def in_clause(case: Case[M]) -> float:
    """It stands in the clause of the event or in one above that."""
    if not case.is_beside:
        return False
    clause = case.scene.clauses(case.mention.tokens.root)[0].i
    return any(c.i == clause for clauses in case.event.clauses for c in clauses)


def told_beside(case: Case[M]) -> float:
    """It is told in the sentence of the event, for another act."""
    return case.is_beside and bool(case.candidate.told_for)


def opening(case: Case[M]) -> float:
    """It is told in the opening, which says what the report is about."""
    return case.is_elsewhere and case.candidate.sentence <= OPENING


def distance(case: Case[M]) -> float:
    """It is told in another paragraph, so many sentences away, in tenths."""
    return min(FARTHEST, case.n_away) / FARTHEST if case.is_elsewhere else 0.0


def alike(case: Case[M]) -> float:
    """It is told for an act of the same type."""
    return any(a.trigger.sense.type in case.event.types for a in case.candidate.told_for)


def recalled(event: Event) -> float:
    """The event is recalled."""
    return event.background


def harm(event: Event) -> float:
    """It is an attack: reports seldom leave out when and where."""
    return "ASSAULT" in event.types
