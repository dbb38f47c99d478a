"""What incidents share, as the brief shows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from tocsin.brief._citations import Citations, Fact, Item
from tocsin.brief._incidents import incident_item
from tocsin.brief._wording import counted, dated_title, number, trait_words, word
from tocsin.core.record import Incident, Link, Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """Two incidents compared; `shared` and `different` are pairs of a trait's name and its value."""

    id: str
    item: Item
    kind: str
    left: Item
    right: Item
    titles: tuple[str, str]
    apart: Fact
    shared: tuple[tuple[str, Fact], ...]
    different: tuple[tuple[str, Fact], ...]
    unknown: tuple[str, ...]


def link_views(
    links: Iterable[Link], shown: Mapping[str, tuple[int, Incident]], citations: Citations, *, at_most: int
) -> list[LinkView]:
    """Return the comparisons of incidents that the brief shows, those with the highest score first."""
    between = (k for k in links if k.left in shown and k.right in shown)
    best = nsmallest(at_most, between, key=lambda k: (-k.score, k.id))
    return [_view(link, n, shown, citations) for n, link in enumerate(best, start=1)]


def _view(link: Link, n: int, shown: Mapping[str, tuple[int, Incident]], citations: Citations) -> LinkView:
    item = Item(f"Comparison {n}", f"comparison-{n}")
    (left, one), (right, other) = shown[link.left], shown[link.right]

    def facts(traits: Sequence[Trait]) -> tuple[tuple[str, Fact], ...]:
        return tuple((word("traits", t.trait), _fact(t, (one, other), citations, item)) for t in traits)

    return LinkView(
        id=link.id,
        item=item,
        kind=word("links", link.relation),
        left=incident_item(left),
        right=incident_item(right),
        titles=(dated_title(one), dated_title(other)),
        apart=citations.fact(apart_words(link), _placing(one, citations) + _placing(other, citations), item),
        shared=facts(link.shared),
        different=facts(link.different),
        unknown=tuple(word("traits", name) for name in link.unknown),
    )


def _placing(incident: Incident, citations: Citations) -> list[str]:
    """Return the claims on where and when an incident was; all of its claims where there are none."""
    claims = citations.known(incident.claims)
    return [c.id for c in claims if c.slot in {"where", "when"}] or [c.id for c in claims]


def _fact(trait: Trait, pair: tuple[Incident, Incident], citations: Citations, item: Item) -> Fact:
    slot = {"km": "where", "days": "when"}.get(trait.trait, "act")
    claims = citations.known([*pair[0].claims, *pair[1].claims])
    ids = trait.claims or [c.id for c in claims if c.slot == slot] or [c.id for c in claims]
    return citations.fact(trait_words(trait.trait, trait.value), ids, item)


def apart_words(link: Link) -> str:
    """Return how far apart two incidents are: "60 km apart, give or take 10 km; 14 days apart"."""
    parts = []
    if link.distance_km is None:
        parts.append("distance not known")
    else:
        km = round(link.distance_km)
        parts.append(
            (f"{number(km)} km apart" if km else "in the same place") + _margin(link.distance_precision_km, "km")
        )
    if link.days_apart is None:
        parts.append("time between them not known")
    else:
        precision = link.days_precision
        within = f", give or take {counted(precision, 'day')}" if precision else ""
        apart = f"{counted(link.days_apart, 'day')} apart" if link.days_apart else "on the same day"
        parts.append(apart + within)
    return "; ".join(parts)


def _margin(precision: float | None, unit: str) -> str:
    return f", give or take {number(round(precision))} {unit}" if precision else ""
