"""People, groups and organisations as the brief shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from tocsin.brief._citations import Citations, Fact, Item
from tocsin.brief._incidents import relation_words
from tocsin.brief._wording import country_name, word
from tocsin.core.record import Actor, HeldRole

# An actor that is told of this often is shown even if nothing is said about it.
OFTEN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """One actor under all its names."""

    id: str
    item: Item
    name: Fact
    kind: str
    country: str
    aliases: tuple[Fact, ...]
    roles: tuple[Fact, ...]
    relations: tuple[Fact, ...]


def actor_views(actors: Iterable[Actor], citations: Citations, *, at_most: int) -> list[ActorView]:
    """Return the actors that are told most of, by name."""
    told_of = (a for a in actors if a.relations or a.roles or a.aliases or len(a.claims) >= OFTEN)
    told = nsmallest(at_most, told_of, key=lambda a: (-len(a.relations), -len(a.claims), a.id))
    by_name = sorted(told, key=lambda a: (a.name.casefold(), a.id))
    return [_view(actor, n, citations) for n, actor in enumerate(by_name, start=1)]


def _view(actor: Actor, n: int, citations: Citations) -> ActorView:
    item = Item(f"Actor {n}", f"actor-{n}")
    return ActorView(
        id=actor.id,
        item=item,
        name=citations.fact(actor.name, actor.claims, item),
        kind=word("kinds", actor.kind),
        country=country_name(actor.country),
        aliases=tuple(citations.fact(a, _naming(actor, a, citations), item) for a in _other_names(actor)),
        roles=tuple(citations.fact(_role_words(r), r.claims or actor.claims, item) for r in actor.roles),
        relations=tuple(citations.fact(relation_words(r), r.claims or actor.claims, item) for r in actor.relations),
    )


def _other_names(actor: Actor) -> list[str]:
    """Return the aliases that differ from the name and from one another by more than capitals."""
    names = {actor.name.casefold(): actor.name}
    for alias in actor.aliases:
        names.setdefault(alias.casefold(), alias)
    return list(names.values())[1:]


def _naming(actor: Actor, name: str, citations: Citations) -> Sequence[str]:
    """Return the claims that call an actor by `name`; all of its claims where none does."""
    exact = [c.id for c in citations.each_known(actor.claims) if name in {c.subject, getattr(c.value, "actor", None)}]
    return exact or actor.claims


def _role_words(held: HeldRole) -> str:
    return ", ".join(part for part in (held.role, held.affiliation) if part) or "role not told"
