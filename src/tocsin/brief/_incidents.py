"""Incidents as the brief shows them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from tocsin.brief._citations import Citations, Fact, Item, Part, chain_words
from tocsin.brief._wording import (
    country_name,
    kind_words,
    metres_words,
    place_words,
    quantity_words,
    toll_words,
    when_words,
    word,
)
from tocsin.core.claim import Claim
from tocsin.core.record import Incident, RelationView, Toll
from tocsin.core.values import Quantity, Target, Text

TOLLS = ("killed", "injured", "abducted", "attackers_killed")
COUNTED = frozenset({"killed", "injured", "abducted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One reported number: what it counts, the number, the chains by which it came, and what to know about it."""

    what: str
    fact: Fact
    chains: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentView:
    """One incident, each value with the words it rests on."""

    incident: Incident
    number: int
    item: Item
    title: Fact
    kind: Fact
    when: Fact
    when_note: str
    where: Fact
    where_note: str
    tolls: dict[str, Fact]
    lines: tuple[tuple[str, tuple[Fact, ...]], ...]
    figures: tuple[FigureRow, ...]
    reports: tuple[Part, ...]
    chains: tuple[str, ...]


def numbered(incidents: Iterable[Incident], *, at_most: int) -> dict[str, tuple[int, Incident]]:
    """Return the incidents to show, by id, numbered by date: those the reports are about first, then recalled ones.

    Of more than `at_most`, those told by most independent reports and with the greatest tolls are kept.
    """
    kept = nsmallest(at_most, incidents, key=_weight)
    in_order = sorted(kept, key=lambda i: (i.is_background, _first_day(i), i.id))
    return {incident.id: (n, incident) for n, incident in enumerate(in_order, start=1)}


def _weight(incident: Incident) -> tuple[bool, int, int, str]:
    best = incident.killed.best if incident.killed and incident.killed.best else 0
    return (incident.is_background, -incident.n_independent, -best, incident.id)


def _first_day(incident: Incident) -> date:
    when = incident.when
    return (when.start or when.end or date.max) if when else date.max


def incident_item(number: int) -> Item:
    """Return how the incident of that number is called and where it stands."""
    return Item(f"Incident {number}", f"incident-{number}")


def incident_views(shown: Mapping[str, tuple[int, Incident]], citations: Citations) -> list[IncidentView]:
    """Return the views of the incidents in `shown`, in its order."""
    return [_view(number, incident, citations) for number, incident in shown.values()]


def _view(number: int, incident: Incident, citations: Citations) -> IncidentView:
    item = incident_item(number)
    claims = citations.known(incident.claims)
    is_told = incident.when is not None and (incident.when.start or incident.when.end) is not None

    def told(text: str, slot: str, value: object = None) -> Fact:
        return citations.fact(text, _resting(claims, slot, value), item)

    return IncidentView(
        incident=incident,
        number=number,
        item=item,
        title=told(incident.title, "act"),
        kind=told(kind_words(incident), "act"),
        when=told(when_words(incident.when), "when", incident.when) if is_told else Fact(when_words(None)),
        when_note=word("when", incident.when.basis) if incident.when and incident.when.start else "",
        where=told(place_words(incident.where), "where", incident.where) if incident.where else Fact(place_words(None)),
        where_note=_where_note(incident),
        tolls={slot: _toll(getattr(incident, slot), claims, citations, item) for slot in TOLLS},
        lines=tuple((name, facts) for name, facts in _lines(incident, claims, citations, item) if facts),
        figures=tuple(_figures(claims, citations, item)),
        reports=tuple(citations.link(d) for d in citations.in_order(incident.documents)),
        chains=tuple(dict.fromkeys(chain_words(c) for c in claims if c.slot == "act")),
    )


def _resting(claims: Sequence[Claim], slot: str, value: object) -> list[str]:
    """Return the claims on `slot`, those that say `value` itself first; those on the act where there are none."""
    on_slot = [c for c in claims if c.slot == slot]
    exact = [c for c in on_slot if c.value == value]
    return [c.id for c in exact or on_slot or [c for c in claims if c.slot == "act"] or claims]


def _where_note(incident: Incident) -> str:
    where = incident.where
    if where is None:
        return ""
    basis = word("where", where.basis)
    return basis if where.precision_m is None else f"known to within {metres_words(where.precision_m)}; {basis}"


def _toll(toll: Toll | None, claims: Sequence[Claim], citations: Citations, item: Item) -> Fact:
    if toll is None:
        return Fact(toll_words(None))
    on_toll = sorted(citations.known(toll.claims), key=lambda c: _best(c) != toll.best)
    return citations.fact(toll_words(toll), [c.id for c in on_toll] or _resting(claims, "act", None), item)


def _best(claim: Claim) -> int | None:
    return claim.value.best if isinstance(claim.value, Quantity) else None


def _lines(
    incident: Incident, claims: Sequence[Claim], citations: Citations, item: Item
) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """Yield what else is told of an incident: a heading and facts."""
    fallback = _resting(claims, "act", None)

    def fact(text: str, ids: Sequence[str]) -> Fact:
        return citations.fact(text, ids or fallback, item)

    for heading, role in (("Who", "who"), ("Against", "whom")):
        yield heading, tuple(fact(a.actor, a.claims) for a in incident.actors if a.role == role)
    yield "What was hit", tuple(fact(_target_words(t), _naming(claims, "target", t)) for t in incident.targets)
    yield "Weapons", tuple(fact(w, _naming(claims, "weapon", Text(text=w))) for w in incident.weapons)
    blamed = incident.responsibility
    yield "Responsibility", tuple(fact(f"{r.actor} {word('responsibility', r.stance)}", r.claims) for r in blamed)
    yield "Told besides", tuple(fact(relation_words(r), r.claims) for r in incident.relations)


def _naming(claims: Sequence[Claim], slot: str, value: Target | Text) -> list[str]:
    words = value.text.casefold()
    on_slot = [c for c in claims if c.slot == slot and isinstance(c.value, Target | Text)]
    return [c.id for c in on_slot if isinstance(c.value, Target | Text) and c.value.text.casefold() == words]


def _target_words(target: Target) -> str:
    notes = [target.class_ or "", country_name(target.nationality)]
    return target.text + (f" ({', '.join(n for n in notes if n)})" if any(notes) else "")


def relation_words(relation: RelationView) -> str:
    """Return a relation as a sentence without a full stop; a denied or hedged one says so."""
    subject = relation.subject or "the attackers"
    stance = word("stances", relation.stance)
    said = f"{subject} {word('relations', relation.relation)} {_with_country(relation)}"
    return f"{said} ({stance})" if stance else said


def _with_country(relation: RelationView) -> str:
    country = country_name(relation.object.country)
    name = relation.object.name
    return f"{name}, {country}" if country and country != name else name


def _figures(claims: Sequence[Claim], citations: Citations, item: Item) -> Iterator[FigureRow]:
    """Yield every number that a report gives, with everybody who gives it."""
    rows: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.slot != "killed", c.slot)):
        if claim.slot in COUNTED and isinstance(claim.value, Quantity):
            rows.setdefault(_figure_words(claim, claim.value), []).append(claim)
    for (what, figure, note), said in rows.items():
        fact = citations.fact(figure, [c.id for c in said], item)
        yield FigureRow(what=what, fact=fact, chains=tuple(dict.fromkeys(map(chain_words, said))), note=note)


def _figure_words(claim: Claim, figure: Quantity) -> tuple[str, str, str]:
    """Return what a claim counts, how many, and what to know about it."""
    of_attackers = (figure.side, claim.slot) == ("attackers", "killed")
    notes = [word("stances", claim.stance), "part of another figure" if figure.part else ""]
    what = word("tolls", "attackers_killed" if of_attackers else claim.slot)
    return what, quantity_words(figure), "; ".join(n for n in notes if n)
