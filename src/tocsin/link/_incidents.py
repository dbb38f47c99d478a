"""Incidents as views over the claims of their mentions."""

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from tocsin.core.claim import RELATIONS, Claim, Relation
from tocsin.core.ids import content_id
from tocsin.core.record import ActorRole, Incident, RelationObject, RelationView, Responsibility
from tocsin.core.values import BODIES, Act, ActorRef, Place, Target, Text
from tocsin.link._actors import Cast
from tocsin.link._choices import choose_kind, choose_when, choose_where
from tocsin.link._cluster import Case
from tocsin.link._phrases import is_everybody, uncounted
from tocsin.link._reports import HELD, Reports, ordered
from tocsin.link._titles import title
from tocsin.link._tolls import toll
from tocsin.link._words import contains, distinct, is_described, key

Said = Literal["claims", "denies", "accused"]
SAID: dict[str, Said] = {stance: stance for stance in get_args(Said)}
RELATED: dict[str, Relation] = {relation: relation for relation in RELATIONS}
# A long story is merged for the same few reasons over and over.
MOST_REASONS = 12
PARTS = frozenset({"who", "whom", "target"})


def incident(case: Case, claims: Iterable[Claim], reports: Reports, actors: Cast) -> Incident:
    """Return the view over `claims`, those of the events that `case` joins."""
    told = ordered(claims, reports)
    type_, mode = choose_kind(told, reports)
    when, where = choose_when(told, reports), choose_where(told, reports)
    taking_part, targets = _actors(told, reports, actors), _targets(told)
    killed = toll("killed", told, reports)
    documents = tuple(dict.fromkeys(c.document for c in told))
    return Incident(
        id=incident_id(case), type=type_, mode=mode,
        title=title((type_, mode), *_in_one_telling(told, taking_part, targets), where),
        when=when, where=where, actors=taking_part, targets=targets,
        weapons=distinct([c.value.text for c in told if c.slot == "weapon" and isinstance(c.value, Text)]),
        killed=killed, injured=toll("injured", told, reports), abducted=toll("abducted", told, reports),
        attackers_killed=toll("killed", told, reports, attackers=True),
        responsibility=_responsibility(told, reports, actors), relations=relations(told),
        claims=tuple(c.id for c in told), documents=documents, is_background=case.whole.background,
        n_independent=len({reports[d].root for d in documents}), reasons=case.reasons[:MOST_REASONS],
    )  # fmt: skip


def incident_id(case: Case) -> str:
    """Return the id of the incident: it is named after the mention of it that was told first."""
    return content_id("i", *case.parts[0].events[0])


def _actors(told: Sequence[Claim], reports: Reports, actors: Cast) -> tuple[ActorRole, ...]:
    """Return who took part; where a name is told for those who did it, descriptions of them are left out."""
    who, whom = (_of_role(role, told, reports, actors) for role in ("who", "whom"))
    named = [role for role in who if not is_described(role.actor)]
    return tuple((named or who) + whom)


def _of_role(role: str, told: Sequence[Claim], reports: Reports, actors: Cast) -> list[ActorRole]:
    found: dict[str, tuple[ActorRef, list[Claim]]] = {}
    crowd = any(isinstance(c.value, Act) and c.value.type == "PROTEST" for c in told)
    for claim in told:
        if claim.slot == role and isinstance(claim.value, ActorRef) and claim.stance in HELD:
            if (role == "whom" and not uncounted(claim.value.actor)) or (not crowd and is_everybody(claim.value.actor)):
                continue
            known = actors.actor_id(claim.value, reports[claim.document].short)
            found.setdefault(known or key(claim.value.actor), (claim.value, []))[1].append(claim)
    parts = _told_first(list(found.values())) if role == "who" else list(found.values())
    return [_part(role, part, reports, actors) for part in parts]


def _told_first(parts: list[tuple[ActorRef, list[Claim]]]) -> list[tuple[ActorRef, list[Claim]]]:
    """Return those of `parts` whom a report tells of as doing it before it tells of an act of others.

    A report that tells of several acts of one event in turn tells who did the first: "gunmen attacked a hotel; later
    soldiers stormed it". A group that is named later may be the gunmen of before.
    """
    first: dict[str, str] = {}
    for claim in sorted((c for _, claims in parts for c in claims), key=lambda c: (c.document, c.spans[0].start)):
        first.setdefault(claim.document, claim.event)
    told = [part for part in parts if any(first[c.document] == c.event for c in part[1])]
    unnamed = all(is_described(ref.actor) and ref.kind != "state" for ref, _ in told)
    return [p for p in parts if p in told or (unnamed and p[0].kind in BODIES and not is_described(p[0].actor))]


def _part(role: str, part: tuple[ActorRef, list[Claim]], reports: Reports, actors: Cast) -> ActorRole:
    ref, claims = part
    report = reports[claims[0].document]
    return ActorRole(
        actor=actors.shown(ref, report.short),
        role="who" if role == "who" else "whom",
        id=actors.taking_part(ref, report),
        claims=tuple(c.id for c in claims),
    )


def _targets(told: Sequence[Claim]) -> tuple[Target, ...]:
    """Return what was hit: words that hold one another are one target, if nationalities agree."""
    kept: list[Target] = []
    for target in (c.value for c in told if c.slot == "target" and isinstance(c.value, Target) and c.stance in HELD):
        same = next((i for i, k in enumerate(kept) if _same_target(k, target)), None)
        if same is None:
            kept.append(target)
        else:
            known = kept[same]
            kept[same] = Target(
                text=known.text,
                class_=known.class_ or target.class_,
                nationality=known.nationality or target.nationality,
            )  # fmt: skip
    return tuple(kept)


def _same_target(left: Target, right: Target) -> bool:
    agree = left.nationality is None or right.nationality is None or left.nationality == right.nationality
    return agree and (contains(left.text, right.text) or contains(right.text, left.text))


def _in_one_telling(
    told: Sequence[Claim], taking_part: Sequence[ActorRole], targets: Sequence[Target]
) -> tuple[list[ActorRole], list[Target]]:
    """Return who took part and what was hit by the one telling of the act that says most, of equal ones the first.

    What two tellings say apart, each of somebody else, is never put into one headline.
    """
    acts = [c for c in told if c.slot == "act" and c.stance in HELD]
    parts = [c for c in told if c.slot in PARTS and c.stance in HELD]
    tellings = {c.id: _nearest(c, acts) for c in parts}
    slots: dict[int, set[str]] = {}
    for part in parts:
        slots.setdefault(tellings[part.id], set()).add("who" if part.slot == "who" else "whom")
    best = min(slots, key=lambda n: (-len(slots[n]), n), default=None)
    here = {c.id for c in parts if tellings[c.id] == best}
    hit = [c.value.text for c in parts if c.id in here and isinstance(c.value, Target)]
    return (
        [role for role in taking_part if not here.isdisjoint(role.claims)],
        [target for target in targets if any(_same_target(target, Target(text=text)) for text in hit)],
    )


def _nearest(part: Claim, acts: Sequence[Claim]) -> int:
    """Return the number of the telling of the act that stands nearest to the words of `part`, in its report."""
    start = part.spans[0].start
    near = ((abs(a.spans[0].start - start), n) for n, a in enumerate(acts) if a.document == part.document)
    return min(near, default=(0, -1))[1]


def _responsibility(told: Sequence[Claim], reports: Reports, actors: Cast) -> tuple[Responsibility, ...]:
    found: dict[tuple[str, Said], tuple[str, list[str]]] = {}
    for claim in told:
        if claim.slot == "responsibility" and isinstance(claim.value, ActorRef) and (said := SAID.get(claim.stance)):
            short = reports[claim.document].short
            known = actors.actor_id(claim.value, short) or key(claim.value.actor)
            shown = actors.shown(claim.value, short)
            found.setdefault((known, said), (shown, []))[1].append(claim.id)
    return tuple(
        Responsibility(actor=shown, stance=stance, claims=tuple(ids)) for (_, stance), (shown, ids) in found.items()
    )


def relations(told: Iterable[Claim]) -> tuple[RelationView, ...]:
    """Return the relations that `told` assert, equal ones once."""
    found: dict[tuple[Relation, str, str], tuple[Claim, list[str]]] = {}
    for claim in told:
        if (relation := RELATED.get(claim.slot)) is not None and claim.stance in HELD:
            what = key(related(claim).name)
            found.setdefault((relation, key(claim.subject or ""), what), (claim, []))[1].append(claim.id)
    return tuple(
        RelationView(
            relation=relation, subject=first.subject, object=related(first), claims=tuple(ids), stance=first.stance
        )
        for (relation, _, _), (first, ids) in found.items()
    )  # fmt: skip


def related(claim: Claim) -> RelationObject:
    """Return the right side of the relation that `claim` tells."""
    value = claim.value
    assert isinstance(value, Place | ActorRef)
    name = value.name if isinstance(value, Place) else value.actor
    return RelationObject(name=name, country=value.country)
