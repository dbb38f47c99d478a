"""The names in the claims of a report, short forms resolved to the long forms of the same report."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tocsin.core.claim import RELATIONS, Claim
from tocsin.core.values import ActorKind, ActorRef, Place, Role
from tocsin.link._words import is_described, key, name_key, words

REF_SLOTS = frozenset({"who", "whom", "responsibility", "party", "mediator", "alias", *RELATIONS})
SUBJECT_SLOTS = frozenset({"alias", "role", *RELATIONS})
LEAST_ACRONYM = 2


class Node(NamedTuple):
    """A name with the country it is said to belong to ("" where none is told), and its report for a description."""

    key: str
    country: str = ""
    document: str = ""


class Naming(NamedTuple):
    """One name in one claim."""

    node: Node
    shown: str
    kind: ActorKind | None
    claim: str


def namings(claims: Sequence[Claim], short: Mapping[str, str]) -> list[Naming]:
    """Return all names in `claims` of one report; `short` maps short forms to the long ones (see `short_forms`)."""
    found: list[Naming] = []
    for claim in claims:
        for ref in refs(claim):
            if not is_described(ref.actor):
                found.append(Naming(node_of(ref, short), ref.actor, ref.kind, claim.id))
        described = claim.subject if claim.slot in SUBJECT_SLOTS else None
        if described is not None and is_described(described):
            found.append(Naming(Node(key(described), "", claim.document), described, None, claim.id))
    return found


def refs(claim: Claim) -> list[ActorRef]:
    """Return the actors that `claim` names: its value, its subject, the affiliation in a role."""
    found: list[ActorRef] = []
    if claim.slot in REF_SLOTS and isinstance(claim.value, ActorRef):
        found.append(claim.value)
    if claim.slot in SUBJECT_SLOTS and claim.subject:
        found.append(ActorRef(actor=claim.subject, kind="person" if claim.slot == "role" else None))
    if isinstance(claim.value, Role) and claim.value.affiliation is not None:
        found.append(claim.value.affiliation)
    return found


def node_of(ref: ActorRef, short: Mapping[str, str]) -> Node:
    """Return the node of a name in a report whose short forms are `short`."""
    plain = name_key(ref.actor)
    return Node(short.get(plain, plain), ref.country or "")


def subject_node(claim: Claim, short: Mapping[str, str]) -> Node | None:
    """Return the node of the subject of `claim`; a description has one of its own in each report."""
    if not claim.subject or claim.slot not in SUBJECT_SLOTS:
        return None
    if is_described(claim.subject):
        return Node(key(claim.subject), "", claim.document)
    return node_of(ActorRef(actor=claim.subject), short)


def value_node(claim: Claim, short: Mapping[str, str]) -> Node | None:
    """Return the node of the actor that is the value of `claim`; None for a place or a description."""
    value = claim.value
    if isinstance(value, Place) or not isinstance(value, ActorRef) or is_described(value.actor):
        return None
    return node_of(value, short)


def short_forms(claims: Sequence[Claim]) -> dict[str, str]:
    """Return the short forms of one report with their long forms: acronyms by alias claims, surnames of persons."""
    short = {}
    for claim in claims:
        if claim.slot == "alias" and claim.subject and isinstance(claim.value, ActorRef):
            pair = {claim.subject, claim.value.actor}
            acronyms = [n for n in pair if is_acronym(n)]
            if len(pair) == 2 and len(acronyms) == 1 and not any(is_described(n) for n in pair):
                long = next(n for n in pair if n != acronyms[0])
                short[name_key(acronyms[0])] = name_key(long)
    return short | _surnames(ref for claim in claims for ref in refs(claim))


def _surnames(named: Iterable[ActorRef]) -> dict[str, str]:
    keys = {name_key(r.actor): r.kind for r in named if not is_described(r.actor)}
    full: dict[str, set[str]] = {}
    for name, kind in keys.items():
        if kind == "person" and " " in name:
            full.setdefault(name.split()[-1], set()).add(name)
    single = {name: kind for name, kind in keys.items() if " " not in name and kind in (None, "person")}
    return {name: min(full[name]) for name in single if len(full.get(name, ())) == 1}


def is_acronym(name: str) -> bool:
    """Return whether `name` is one word of capitals ("AQIM", "M.N.L.A.").

    >>> is_acronym("AQIM"), is_acronym("M.N.L.A."), is_acronym("Gao")
    (True, True, False)
    """
    letters = [c for c in name if c.isalpha()]
    return (
        " " not in name.strip()
        and len(letters) >= LEAST_ACRONYM
        and sum(c.isupper() for c in letters) * 4 >= (3 * len(letters))
    )


def initials(name: str) -> set[str]:
    """Return the acronyms that the long form `name` (a key) may have, with and without its small words."""
    parts = name.split()
    big = [p for p in parts if p not in words("acronym_skips")]
    return {"".join(p[0] for p in parts), "".join(p[0] for p in big)}
