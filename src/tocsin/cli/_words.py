"""Values in few words, for tables and lines."""

from collections.abc import Callable, Iterable
from typing import Any

from tocsin.core.document import Document
from tocsin.core.record import Incident, Toll
from tocsin.core.values import (
    Act,
    ActorRef,
    Comparison,
    Deadline,
    Place,
    Position,
    Quantity,
    Role,
    Said,
    Target,
    Text,
    Value,
    When,
)

NOT_KNOWN = "?"


def figure(toll: Toll | Quantity | None) -> str:
    """Return a figure with its range.

    >>> figure(Quantity(low=12, best=12, high=None)), figure(Quantity(low=None, best=12, high=12))
    ('12 or more', 'up to 12')
    >>> figure(Quantity(low=10, best=11, high=12)), figure(Quantity(low=None, best=12, high=None)), figure(None)
    ('11 (10 to 12)', 'about 12', '')
    """
    if toll is None:
        return ""
    if toll.best is None:
        return NOT_KNOWN
    if toll.low == toll.best == toll.high:
        return str(toll.best)
    if toll.low == toll.best and toll.high is None:
        return f"{toll.best} or more"
    if toll.low is None:
        return f"about {toll.best}" if toll.high is None else f"up to {toll.high}"
    return f"{toll.best} ({toll.low} to {NOT_KNOWN if toll.high is None else toll.high})"


def day_of(when: When | None) -> str:
    """Return an interval as EDTF."""
    return NOT_KNOWN if when is None or (when.start is None and when.end is None) else when.edtf


def place_of(where: Place | None) -> str:
    """Return a place with its country."""
    return NOT_KNOWN if where is None else ", ".join(filter(None, (where.name, where.country)))


def grounds(value: Value) -> list[str]:
    """Return how a place or a time is known: its basis, what else the name may stand for, why a time stays open.

    >>> grounds(When(start=None, end=None, edtf="", basis="relative", reason="the report has no date"))
    ['not known: the report has no date']
    """
    if isinstance(value, When):
        return [] if value.reason is None else [f"not known: {value.reason}"]
    if not isinstance(value, Place) or value.lat is None:
        return ["basis     quoted, in no gazetteer"] if isinstance(value, Place) else []
    within = "" if value.precision_m is None else f", within {value.precision_m / 1000:g} km"
    others = (
        f"{', '.join(filter(None, (r.name, r.admin1, r.country)))} ({r.lat:.2f}, {r.lon:.2f}; {r.behind:g} behind)"
        for r in value.runners_up
    )
    return [f"basis     {value.basis}{within}", *(f"not       {other}" for other in others)]


def kind_of(incident: Incident) -> str:
    """Return type and mode."""
    return " ".join(filter(None, (incident.type, incident.mode)))


def names(words: Iterable[str]) -> str:
    """Return a list in one line."""
    return "; ".join(words)


def head(document: Document) -> str:
    """Return who published a report, when, under which title."""
    parts = (document.publisher, day_of(document.published), document.title)
    return ", ".join(part for part in parts if part and part != NOT_KNOWN) or document.id


def _role(value: Role) -> str:
    of = None if value.affiliation is None else f"of {value.affiliation.actor}"
    return " ".join(filter(None, (value.role, of)))


def _target(value: Target) -> str:
    return " ".join(filter(None, (value.text, value.class_ and f"({value.class_})", value.nationality)))


def _quantity(value: Quantity) -> str:
    return " ".join(filter(None, (figure(value), value.group)))


WORDS: dict[type, Callable[[Any], str]] = {
    When: day_of,
    Place: place_of,
    Quantity: _quantity,
    ActorRef: lambda v: v.actor,
    Act: lambda v: " ".join(filter(None, (v.type, v.mode, "(recalled)" if v.background else None))),
    Target: _target,
    Role: _role,
    Said: lambda v: v.content,
    Position: lambda v: f"{v.party}: {v.content}",
    Deadline: lambda v: " ".join(filter(None, (v.what, day_of(v.date), v.outcome))),
    Comparison: lambda v: v.text,
    Text: lambda v: v.text,
}


def value_of(value: Value) -> str:
    """Return the value of a claim in few words."""
    return WORDS[type(value)](value)
