"""What an attack has that another may share."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import floor

from tocsin.core.claim import Claim
from tocsin.core.record import Incident
from tocsin.core.values import ActorRef, Place, Target, Text, When
from tocsin.core.vocabulary import toml_table
from tocsin.link._actors import Cast
from tocsin.link._incidents import related
from tocsin.link._reports import HELD, Reports
from tocsin.link._words import key

BLAMED = frozenset({"claims", "accused"})
SQUARE_DEGREES = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """An incident as it is compared: its traits by name, each value with the claims that say so.

    `traits[name][value]` is (how the value is shown, ids of claims); a trait of which nothing is known is left out.
    `told_where` and `told_when` are the claims that place and time rest on.
    """

    id: str
    where: Place | None = None
    when: When | None = None
    told_where: tuple[str, ...] = ()
    told_when: tuple[str, ...] = ()
    traits: dict[str, dict[str, tuple[str, Sequence[str]]]] = field(default_factory=dict)

    @property
    def day(self) -> int:
        """The proleptic ordinal of the first day, 0 where it is not known."""
        return self.when.start.toordinal() if self.when is not None and self.when.start is not None else 0


def is_attack(incident: Incident) -> bool:
    """Return whether `incident` is compared with others: attacks, seizures and kidnappings are."""
    kinds = toml_table("link_types.toml")["attacks"]
    return incident.type in kinds or f"{incident.type}/{incident.mode}" in kinds


def attack(incident: Incident, told: Sequence[Claim], reports: Reports, actors: Cast) -> Attack:
    """Return what `incident`, told by the claims `told`, has that another attack may share."""
    found: dict[str, dict[str, tuple[str, Sequence[str]]]] = {}
    for name, value, shown, claim in _told(incident, told, reports, actors):
        ids = found.setdefault(name, {}).get(value, (shown, ()))
        found[name][value] = (ids[0], (*ids[1], claim))
    where = tuple(c.id for c in told if c.slot == "where" and c.value == incident.where)
    when = tuple(c.id for c in told if c.slot == "when" and c.value == incident.when)
    return Attack(
        id=incident.id, where=incident.where, when=incident.when, told_where=where, told_when=when, traits=found
    )


Told = tuple[str, str, str, str]


def _told(incident: Incident, told: Iterable[Claim], reports: Reports, actors: Cast) -> Iterable[Told]:
    for claim in told:
        if claim.slot == "act" and claim.stance in HELD:
            yield ("type", incident.type, incident.type, claim.id)
            if incident.mode is not None:
                yield ("mode", incident.mode, incident.mode, claim.id)
        elif claim.slot == "where" and isinstance(claim.value, Place) and claim.stance in HELD:
            yield from _of_place(claim.value, incident.where, claim.id)
        elif claim.stance in HELD or claim.slot == "responsibility":
            yield from _of_claim(claim, reports, actors)


def _of_place(place: Place, chosen: Place | None, claim: str) -> Iterable[Told]:
    if chosen is None:
        return
    if place.country is not None and place.country == chosen.country:
        yield ("country", place.country, place.country, claim)
    if place.admin1 is not None and place.admin1 == chosen.admin1:
        yield ("admin1", f"{place.country} {key(place.admin1)}", place.admin1, claim)


def _of_claim(claim: Claim, reports: Reports, actors: Cast) -> Iterable[Told]:
    value = claim.value
    if isinstance(value, Text):
        yield (claim.slot, key(value.text), value.text, claim.id)
    elif isinstance(value, Target):
        if value.class_ is not None:
            yield ("target", value.class_, value.class_, claim.id)
        if value.nationality is not None:
            yield ("nationality", value.nationality, value.nationality, claim.id)
    elif claim.slot in {"trained_in", "launched_from"}:
        place = related(claim)
        yield (claim.slot, f"{place.country} {key(place.name)}", place.name, claim.id)
    elif isinstance(value, ActorRef) and (claim.slot == "who" or claim.stance in BLAMED):
        short = reports[claim.document].short
        known = actors.actor_id(value, short)
        if known is not None:
            trait = "actor" if claim.slot == "who" else "responsible"
            yield (trait, known, actors.shown(value, short), claim.id)


@cache
def trait_names() -> tuple[str, ...]:
    """Return the traits in the order in which they are shown."""
    return tuple(toml_table("link_traits.toml")["traits"])


def anchors(one: Attack) -> list[Hashable]:
    """Return under what `one` is found by those that may have something in common with it."""
    found: list[Hashable] = [(n, v) for n, values in one.traits.items() if n != "type" for v in values]
    if one.where is not None and one.where.lat is not None and one.where.lon is not None:
        found.append(("square", floor(one.where.lat / SQUARE_DEGREES), floor(one.where.lon / SQUARE_DEGREES)))
    return found
