"""A row of an event table, whoever made the table."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from tocsin.core.checks import require_country, require_one_of
from tocsin.core.errors import InvalidNoun
from tocsin.core.values import EVENT_TYPES, EventType

Violence = Literal["state-based", "non-state", "one-sided", "other"]
VIOLENCE: tuple[Violence, ...] = get_args(Violence)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event as a table holds it: from `start` to `end`, both included, in a country, with deaths.

    `violence` is UCDP's type, "other" for what is no organised violence (a riot), None where it is not known. `groups`
    are the dead by group in the table's words. `known_at` is the day from which the row could be known, if the table
    tells. Values come from the table or are None: unknown deaths are never zero.
    """

    id: str
    source: str
    start: date
    end: date
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision_m: int | None = None
    type: EventType | None = None
    mode: str | None = None
    violence: Violence | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    groups: tuple[tuple[str, int], ...] = ()
    actors: tuple[str, ...] = ()
    known_at: date | None = None

    def __post_init__(self) -> None:
        wrong = self._wrong()
        if wrong is not None:
            raise InvalidNoun(f"{self.id or 'an event'} of {self.source}: {wrong}")
        if self.country is not None:
            require_country(self.country)
        if self.type is not None and self.type not in EVENT_TYPES:
            require_one_of(self.type, EVENT_TYPES, "type of an event")
        if self.violence is not None and self.violence not in VIOLENCE:
            require_one_of(self.violence, VIOLENCE, "violence of an event")

    def _wrong(self) -> str | None:
        """Return what is wrong, in words made only where something is: tables have many rows."""
        if not self.id:
            return "it has no id"
        if self.start > self.end:
            return f"it ends on {self.end}, before its start {self.start}"
        if (self.lat is None) != (self.lon is None):
            return "lat and lon come together"
        if self.lat is not None and not -90 <= self.lat <= 90:
            return f"lat {self.lat} is outside [-90, 90]"
        if self.lon is not None and not -180 <= self.lon <= 180:
            return f"lon {self.lon} is outside [-180, 180]"
        known = [n for n in (self.low, self.best, self.high) if n is not None]
        if known and (known[0] < 0 or known != sorted(known)):
            return f"deaths are not ordered 0 <= low <= best <= high: {known}"
        return None
