"""Actors with the roles and relations that reports tell of them."""

from collections.abc import Iterable
from dataclasses import replace

from tocsin.core.claim import RELATIONS, Claim
from tocsin.core.record import Actor, HeldRole
from tocsin.core.values import Role
from tocsin.link._incidents import relations
from tocsin.link._reports import HELD


def profiled(actor: Actor, told: Iterable[Claim], named: Iterable[str]) -> Actor:
    """Return `actor` with what `told`, the claims about it as they were told, say; `named` are all claims naming it."""
    claims = list(told)
    related = [c for c in claims if c.slot in RELATIONS]
    return replace(actor, roles=_roles(claims), relations=relations(related), claims=tuple(sorted(set(named))))


def _roles(claims: Iterable[Claim]) -> tuple[HeldRole, ...]:
    found: dict[tuple[str | None, str | None], list[str]] = {}
    for claim in claims:
        if isinstance(claim.value, Role) and claim.stance in HELD:
            held_for = claim.value.affiliation.actor if claim.value.affiliation is not None else None
            found.setdefault((claim.value.role, held_for), []).append(claim.id)
    return tuple(HeldRole(role=role, affiliation=body, claims=tuple(ids)) for (role, body), ids in found.items())
