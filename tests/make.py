"""Builders of test objects: keyword-only, with defaults that make a small, valid noun."""

from collections.abc import Iterable
from datetime import date

from tocsin.core.claim import Claim, Reading, Slot, Source, SourceKind, Stance
from tocsin.core.document import Document, Span, document_id
from tocsin.core.ids import content_id
from tocsin.core.values import (
    Act,
    ActorKind,
    ActorRef,
    Comparison,
    Deadline,
    EventType,
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

PUBLISHED = "2013-04-10"
PUBLISHER = Source(name="Sahel Wire", kind="publisher")
TEXT = "Gunmen attacked a market in Gao on Sunday, killing 12 people. The attack was claimed by no one."


def day(text: str) -> date:
    return date.fromisoformat(text)


def when(*, start: str | None = "2013-04-07", end: str | None = None, basis: str = "stated") -> When:
    """Return the interval; `end` is `start` unless given, "" leaves it open."""
    first = day(start) if start else None
    last = first if end is None else (day(end) if end else None)
    left = start or ".."
    edtf = left if first == last else f"{left}/{last or '..'}"
    reason = "no date is given" if first is None and last is None else None
    return When(start=first, end=last, edtf=edtf, basis=basis, reason=reason)


def place(
    *,
    name: str = "Gao",
    country: str | None = "ML",
    admin1: str | None = None,
    at: tuple[float, float] | None = (16.27, -0.04),
    precision_m: int | None = 5000,
) -> Place:
    lat, lon = at if at is not None else (None, None)
    basis = "gazetteer" if at is not None else "quoted"
    radius_m = precision_m if at is not None else None
    return Place(name=name, country=country, admin1=admin1, lat=lat, lon=lon, precision_m=radius_m, basis=basis)


GAO = place()
KIDAL = place(name="Kidal", at=(18.44, 1.41))
TIMBUKTU = place(name="Timbuktu", at=(16.77, -3.01))
AGADEZ = place(name="Agadez", country="NE", at=(16.97, 7.99))
MALI = place(name="Mali", at=(17.0, -4.0), precision_m=600_000)
NIGER = place(name="Niger", country="NE", at=(17.0, 8.0), precision_m=600_000)


def quantity(
    *,
    best: int | None = 12,
    low: int | None = None,
    high: int | None = None,
    qualifier: str | None = None,
    group: str | None = "people",
    side: str | None = None,
    part: bool = False,
) -> Quantity:
    """Return the figure: exact unless a qualifier is given ("at least" leaves `high` open)."""
    if qualifier is None and low is None and high is None:
        low = high = best
    if qualifier == "at least":
        low = best
    return Quantity(low=low, best=best, high=high, qualifier=qualifier, group=group, side=side, part=part)


def act(*, kind: EventType = "ASSAULT", mode: str | None = None, background: bool = False) -> Act:
    return Act(type=kind, mode=mode, background=background)


def actor(name: str = "gunmen", *, kind: ActorKind | None = None, country: str | None = None) -> ActorRef:
    return ActorRef(actor=name, kind=kind, country=country)


def target(text: str = "a market", *, class_: str | None = "public place", nationality: str | None = None) -> Target:
    return Target(text=text, class_=class_, nationality=nationality)


def said(
    *, speaker: str = "a provincial official", content: str = "the men had fled", quote: str | None = None
) -> Said:
    return Said(speaker=speaker, content=content, quote=quote)


def text(words: str) -> Text:
    return Text(text=words)


def role(*, role: str | None = "spokesman", affiliation: str | None = None) -> Role:
    return Role(role=role, affiliation=ActorRef(actor=affiliation) if affiliation else None)


def position(*, party: str = "the government", content: str = "wants a truce first") -> Position:
    return Position(party=party, content=content)


def deadline(*, what: str = "a draft accord", date: When | None = None, outcome: str | None = None) -> Deadline:
    return Deadline(what=what, date=date, outcome=outcome)


def comparison(*, kind: str = "ordinal", text: str = "the second raid there in ten days", **rest: object) -> Comparison:
    return Comparison(kind=kind, text=text, **rest)


def document(
    *,
    text: str = TEXT,
    publisher: str | None = "Sahel Wire",
    published: str | None = PUBLISHED,
    title: str | None = None,
    known_at: str | None = None,
) -> Document:
    printed = when(start=published) if published else None
    made = document_id(publisher=publisher, published=printed, text=text)
    return Document(
        id=made, uri=None, publisher=publisher, title=title, published=printed, language="en", text=text,
        known_at=day(known_at or published or PUBLISHED),
    )  # fmt: skip


def source(name: str = "Sahel Wire", kind: SourceKind = "publisher") -> Source:
    return Source(name=name, kind=kind)


def claim(
    *,
    of: Document,
    slot: Slot = "act",
    value: Value,
    event: str = "e1",
    stance: Stance = "asserted",
    sources: Iterable[Source] | None = None,
    span: tuple[int, int] | str = (0, 6),
    subject: str | None = None,
    confidence: float = 0.9,
) -> Claim:
    """Return the claim; `span` may be words of the report, `event` is made unique to it."""
    start, end = (of.text.index(span), of.text.index(span) + len(span)) if isinstance(span, str) else span
    chain = tuple(sources) if sources is not None else (source(of.publisher or "unknown"),)
    key = content_id("e", of.id, event)
    made = content_id("c", key, slot, repr(value), repr(chain), stance, subject or "", str(start))
    return Claim(
        id=made, event=key, slot=slot, value=value, spans=(Span(document=of.id, start=start, end=end),), sources=chain,
        stance=stance, confidence=confidence, reader="hand", known_at=of.known_at, subject=subject,
    )  # fmt: skip


def event(
    of: Document, name: str = "e1", *, span: tuple[int, int] | str = (0, 6), **slots: object
) -> tuple[Claim, ...]:
    """Return the claims of one event: a slot may hold one value, or a list of values; a str stands for an actor."""
    claims: list[Claim] = []
    for slot, given in slots.items():
        for value in given if isinstance(given, list) else [given]:
            meant = actor(value) if isinstance(value, str) else value
            claims.append(claim(of=of, slot=slot, value=meant, event=name, span=span))
    return claims


def reading(of: Document, *claims: Claim | Iterable[Claim]) -> Reading:
    flat = [c for group in claims for c in ([group] if isinstance(group, Claim) else group)]
    return Reading(document=of, claims=tuple(flat))
