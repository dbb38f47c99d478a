"""What is counted: deaths by type of violence, attacks with at least so many deaths, incidents by type."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

from tocsin.core.errors import UnknownName
from tocsin.core.event import VIOLENCE, EventRow
from tocsin.core.values import EVENT_TYPES

Figure = Literal["low", "best", "high"]
FIGURES: tuple[Figure, ...] = get_args(Figure)
ORGANISED = frozenset({"state-based", "non-state", "one-sided"})
TARGETS = ("state-based", "non-state", "one-sided", "all", "attacks-K", "incidents", "incidents-TYPE")
ATTACKS = re.compile(r"attacks-([1-9]\d{0,5})")
INCIDENTS = "incidents-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is counted of each event: its deaths, or 1. `violence` and `type` say of which events, None of all.

    `at_least` is how many deaths an event needs.
    """

    name: str
    measure: Literal["deaths", "events"]
    violence: frozenset[str] | None = None
    type: str | None = None
    at_least: int = 0

    def amount(self, event: EventRow, figure: Figure) -> int | None:
        """Return what `event` adds; None where its deaths would be needed and are not known."""
        if not self.holds(event):
            return 0
        if self.measure == "events" and not self.at_least:
            return 1
        deaths: int | None = getattr(event, figure)
        deaths = event.best if deaths is None else deaths
        if deaths is None or self.measure == "deaths":
            return deaths
        return int(deaths >= self.at_least)

    def holds(self, event: EventRow) -> bool:
        """Return whether `event` is of the kind that is counted; an assault of unknown kind is organised violence."""
        if self.type is not None and event.type != self.type:
            return False
        if self.violence is None:
            return True
        if event.violence is None:
            return self.violence == ORGANISED and event.type == "ASSAULT"
        return event.violence in self.violence


def target_named(name: str) -> Target:
    """Return the target of that name; raise UnknownName, with those there are, otherwise.

    `all` is deaths in organised violence of UCDP's three types; `attacks-25` attacks with at least 25 deaths;
    `incidents-PROTEST` events of a PLOVER type, `incidents-one-sided` events of a type of violence.

    >>> target_named("attacks-25").at_least, target_named("state-based").measure
    (25, 'deaths')
    """
    attacks = ATTACKS.fullmatch(name)
    kind = name.removeprefix(INCIDENTS)
    if name == "all":
        return Target(name=name, measure="deaths", violence=ORGANISED)
    if name in ORGANISED:
        return Target(name=name, measure="deaths", violence=frozenset({name}))
    if attacks:
        return Target(name=name, measure="events", violence=ORGANISED, at_least=int(attacks[1]))
    if name == "incidents":
        return Target(name=name, measure="events")
    if name.startswith(INCIDENTS) and kind in EVENT_TYPES:
        return Target(name=name, measure="events", type=kind)
    if name.startswith(INCIDENTS) and kind in VIOLENCE:
        return Target(name=name, measure="events", violence=frozenset({kind}))
    types = ", ".join((*EVENT_TYPES, *VIOLENCE))
    raise UnknownName(f"no target {name!r}; there is: {', '.join(TARGETS)}, K a number, TYPE one of {types}")
