"""Incidents of our own record as event rows."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tocsin.core.event import EventRow, Violence
from tocsin.core.issue import Issue
from tocsin.core.record import Incident, Record, Toll
from tocsin.core.values import ActorKind, When
from tocsin.core.vocabulary import toml_table

SOURCE = "tocsin"
# A day known less exactly than this puts the incident in no month.
MOST_DAYS = 31


def incident_rows(record: Record) -> Iterator[EventRow | Issue]:
    """Yield the incidents of `record` as events, and an Issue for each whose country or month is not known.

    Deaths are those of victims and attackers. The type of violence follows from what was hit (data/event_types.toml)
    and by whom; it is None for an assault of which that is not known. An incident is known since the first claim on it.
    """
    known = {claim.id: claim.known_at for claim in record.claims}
    kinds = {actor.id: actor.kind for actor in record.actors}
    for incident in record.incidents:
        lacking = _lacking(incident)
        if lacking is not None:
            hint = "it is in no panel; a report that tells more would put it there"
            yield Issue(stage="count", about=f"{incident.id} {incident.title}", what=lacking, hint=hint)
            continue
        since = min((known[c] for c in incident.claims if c in known), default=record.as_of)
        attackers = {kinds.get(actor.id or "") for actor in incident.actors if actor.role == "who"}
        yield _row(incident, since, _violence(incident, attackers))


def _lacking(incident: Incident) -> str | None:
    days = _days(incident.when)
    if days is None:
        return "its day is not known"
    if (days[1] - days[0]).days >= MOST_DAYS:
        return f"it happened somewhere between {days[0]} and {days[1]}: its month is not known"
    if incident.where is None or incident.where.country is None:
        return "its country is not known"
    return None


def _days(when: When | None) -> tuple[date, date] | None:
    if when is None or when.start is None or when.end is None:
        return None
    return when.start, when.end


def _row(incident: Incident, known_at: date, violence: Violence | None) -> EventRow:
    place, days = incident.where, _days(incident.when)
    if place is None or days is None:
        raise ValueError(f"{incident.id} has no place or day")
    victims, attackers = incident.killed, incident.attackers_killed
    low, best, high = (_sum(victims, attackers, figure) for figure in ("low", "best", "high"))
    return EventRow(
        id=incident.id, source=SOURCE, start=days[0], end=days[1], country=place.country, admin1=place.admin1,
        lat=place.lat, lon=place.lon, precision_m=place.precision_m, type=incident.type, mode=incident.mode,
        violence=violence, low=low, best=best, high=high, known_at=known_at,
        groups=_groups(victims, attackers),
        actors=tuple(actor.actor for actor in incident.actors),
    )  # fmt: skip


def _groups(victims: Toll | None, attackers: Toll | None) -> tuple[tuple[str, int], ...]:
    given = (("victims", victims), ("attackers", attackers))
    return tuple((name, toll.best) for name, toll in given if toll is not None and toll.best is not None)


def _sum(victims: Toll | None, attackers: Toll | None, figure: str) -> int | None:
    """Return the deaths of both sides; None where the victims' are not known, or no upper bound is."""
    given = [getattr(toll, figure) for toll in (victims, attackers) if toll is not None]
    if not given or (figure == "high" and None in given):
        return None
    told = [n for n in given if n is not None]
    return sum(told) if told else None


def _violence(incident: Incident, attackers: set[ActorKind | None]) -> Violence | None:
    """Return the type of violence by what was hit; who hit an armed group decides on which of two it is."""
    own: dict[str, Any] = toml_table("event_types.toml")["own"]
    if incident.type not in own["violent"]:
        return "other"
    kinds = {own["target"].get(target.class_ or "") for target in incident.targets} - {None}
    found: Violence | None = next((kind for kind in own["leads"] if kind in kinds), None)
    if found != "non-state" or "armed group" in attackers:
        return found
    return "state-based" if "state" in attackers else None
