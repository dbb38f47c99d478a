"""Negotiations as the brief shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.brief._citations import Citations, Fact, Item, chain_words
from tocsin.brief._wording import place_words, when_words, word
from tocsin.core.claim import Claim
from tocsin.core.record import Process
from tocsin.core.values import ActorRef


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksView:
    """One negotiation. A position is (party, fact, chain); a deadline is (what, date, outcome)."""

    id: str
    item: Item
    name: str
    parties: tuple[Fact, ...]
    mediators: tuple[Fact, ...]
    venue: Fact | None
    positions: tuple[tuple[str, Fact, str], ...]
    deadlines: tuple[tuple[Fact, Fact, str], ...]


def talks_views(processes: Iterable[Process], citations: Citations) -> list[TalksView]:
    """Return the negotiations, each value with the words it rests on."""
    return [_view(process, n, citations) for n, process in enumerate(processes, start=1)]


def _view(process: Process, n: int, citations: Citations) -> TalksView:
    item = Item(f"Talks {n}", f"talks-{n}")
    claims = citations.known(process.claims)

    def facts(names: Iterable[str], slot: str) -> tuple[Fact, ...]:
        return tuple(citations.fact(name, _naming(claims, slot, name), item) for name in names)

    venues = [c.id for c in claims if c.slot == "venue"] or list(process.claims)
    return TalksView(
        id=process.id,
        item=item,
        name=process.name,
        parties=facts(process.parties, "party"),
        mediators=facts(process.mediators, "mediator"),
        venue=citations.fact(place_words(process.venue), venues, item) if process.venue else None,
        positions=tuple(
            (p.party, citations.fact(p.content, [p.claim], item), _chain(p.claim, citations)) for p in process.positions
        ),
        deadlines=tuple(
            (
                citations.fact(d.what, d.claims, item),
                citations.fact(when_words(d.date), d.claims, item) if d.date else Fact(when_words(None)),
                word("outcomes", d.outcome) or "not told",
            )
            for d in process.deadlines
        ),
    )


def _naming(claims: Iterable[Claim], slot: str, name: str) -> list[str]:
    """Return the claims on `slot` that name `name`; all on `slot` where it goes by another name there."""
    on_slot = [c for c in claims if c.slot == slot]
    exact = [c for c in on_slot if isinstance(c.value, ActorRef) and c.value.actor.casefold() == name.casefold()]
    return [c.id for c in exact or on_slot or claims]


def _chain(claim: str, citations: Citations) -> str:
    known = citations.claims.get(claim)
    return chain_words(known) if known else ""
