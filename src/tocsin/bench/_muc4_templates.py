"""Incidents of one report's record as five-role templates, as the guidelines of MUC-4 count and fill them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tocsin.bench._muc4_forms import Doer, bare, cut, doer, people_nouns, words
from tocsin.bench._muc4_score import Entity, Template, plain
from tocsin.core.claim import Claim
from tocsin.core.record import Incident, Record
from tocsin.core.values import ActorRef, Target, Text
from tocsin.core.vocabulary import toml_table

FORCES = frozenset({"military", "police", "armed group"})
LONG_AGO = re.compile(r"\byears? (?:ago|before|earlier)\b|\blast year\b|\bin (?:1[89]|20)\d\d\b")
DOUBTFUL = frozenset({"planned", "denied", "conditional"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a record tells of one incident: its claims by slot, and the text of the report."""

    incident: Incident
    claims: tuple[Claim, ...]
    text: str
    bodies: frozenset[str]

    def slot(self, *slots: str) -> list[Claim]:
        """Return the claims on `slots` that are not denied, planned or conditional."""
        return [c for c in self.claims if c.slot in slots and c.stance not in DOUBTFUL]

    def words(self, claim: Claim) -> str:
        """Return the words of the report that `claim` rests on, in lower case."""
        return claim.spans[0].words(self.text).lower()


def templates(record: Record) -> tuple[Template, ...]:
    """Return the templates of a record made from one report."""
    text = record.documents[0].text
    claims = {c.id: c for c in record.claims}
    bodies = frozenset(_bodies(record))
    told = [
        Told(incident=i, claims=tuple(claims[c] for c in i.claims if c in claims), text=text, bodies=bodies)
        for i in record.incidents
        if i.type == "ASSAULT"
    ]
    found = _merged(_template(t) for t in told if _counts(t))
    return tuple(_with_lone_body(_kept(found), _armed(record)))


def _bodies(record: Record) -> Iterator[str]:
    """Yield the names of groups, organisations and forces in the report, in lower case."""
    for actor in record.actors:
        if actor.kind in {"armed group", "organisation", "group", "state"}:
            for name in (actor.name, *actor.aliases):
                lower = plain(name)
                if lower and len(lower) > 2 and (name[:1].isupper() or name.isupper()):
                    yield lower


def _counts(told: Told) -> bool:
    """Return whether the guidelines count the incident: done, not recalled, and not between armed forces alone."""
    if not told.slot("act") or (told.incident.is_background and _is_long_ago(told)):
        return False
    classes = {c.value.class_ for c in told.slot("target") if isinstance(c.value, Target)}
    if classes - FORCES or any(_victims(told)):
        return True
    doers = {c.value.kind for c in told.slot("who") if isinstance(c.value, ActorRef)}
    acts = {word for c in told.slot("act") for word in told.words(c).split()}
    return not (classes & FORCES or doers & {"state"} or acts & words("battles"))


def _is_long_ago(told: Told) -> bool:
    return any(LONG_AGO.search(told.words(c)) for c in told.slot("when"))


def _template(told: Told) -> Template:
    kind = _type(told)
    doers = list(_doers(told))
    roles: dict[str, tuple[Entity, ...]] = {
        "PerpInd": _entities(d.people for d in doers if d.people),
        "PerpOrg": _entities(b for d in doers for b in d.bodies),
        "Victim": _entities(_victims(told)),
    }
    if kind != "kidnapping":
        roles["Target"] = _entities(_targets(told))
    if kind not in {"kidnapping", "arson"}:
        roles["Weapon"] = _entities(_weapons(told))
    return Template(type=kind, roles=roles)


def _armed(record: Record) -> tuple[str, ...]:
    """Return the armed groups that the report names, each by its fullest name."""
    return tuple(a.name.lower() for a in record.actors if a.kind == "armed group" and a.name[:1].isupper())


def _kept(found: Iterable[Template]) -> list[Template]:
    """Return the templates; one without victim and target of its own is part of the first of its type."""
    kept: list[Template] = []
    for template in found:
        own = template.entities("Victim") or template.entities("Target")
        home = next((n for n, k in enumerate(kept) if k.type == template.type), None)
        if own or home is None:
            kept.append(template)
        else:
            kept[home] = _union(kept[home], template)
    return kept


def _with_lone_body(found: Iterable[Template], armed: tuple[str, ...]) -> Iterator[Template]:
    """Yield templates whose body is not told with the only armed group of the report as their body."""
    for template in found:
        if len(armed) == 1 and not template.entities("PerpOrg") and template.entities("PerpInd"):
            yield replace(template, roles={**template.roles, "PerpOrg": ((plain(armed[0]),),)})
        else:
            yield template


def _entities(mentions: Iterable[str]) -> tuple[Entity, ...]:
    return tuple((m,) for m in dict.fromkeys(plain(m) for m in mentions) if m)


def _type(told: Told) -> str:
    table = toml_table("muc4.toml")["types"]
    acts = " ".join(told.words(c) for c in told.slot("act"))
    if told.incident.mode == "destroy":
        for kind in ("arson", "robbery"):
            if any(re.search(rf"\b{re.escape(w)}\b", acts) for w in table[kind]):
                return kind
    return str(table["modes"].get(told.incident.mode or "", "attack"))


def _doers(told: Told) -> Iterator[Doer]:
    for claim in told.slot("who", "responsibility"):
        if isinstance(claim.value, ActorRef) and claim.stance != "denies":
            phrase = told.words(claim)
            if cut(phrase) in words("pronouns"):
                phrase = claim.value.actor.lower()
            found = doer(phrase, told.bodies)
            if claim.value.kind == "person" and claim.value.actor[:1].isupper():
                if claim.slot == "who":
                    continue
                found = Doer(people=cut(claim.value.actor.lower()))
            if not words("empty") & set((found.people or " ".join(found.bodies)).split()[-1:]):
                yield found


def _victims(told: Told) -> Iterator[str]:
    for claim in told.slot("whom"):
        if isinstance(claim.value, ActorRef) and claim.value.kind == "person" and claim.value.actor[:1].isupper():
            name = claim.value.actor
            if len(name.split()) > 1 and all(w[:1].isupper() or len(w) < 4 for w in name.split()):
                yield name.lower()


def _targets(told: Told) -> Iterator[str]:
    people = people_nouns()
    for claim in told.slot("target"):
        if isinstance(claim.value, Target):
            phrase = bare(cut(told.words(claim)))
            last = phrase.split()[-1] if phrase else ""
            if (
                claim.value.class_ not in FORCES
                and last.isalpha()
                and last not in people
                and last not in words("areas")
            ):
                yield phrase


def _weapons(told: Told) -> Iterator[str]:
    for claim in told.slot("weapon"):
        if isinstance(claim.value, Text):
            phrase = bare(cut(told.words(claim)))
            if phrase.split()[-1:] and phrase.split()[-1] not in words("no_weapons"):
                yield phrase


def _merged(found: Iterable[Template]) -> Iterator[Template]:
    """Yield the templates, those of one type that share a victim or a target made one."""
    kept: list[Template] = []
    for template in found:
        home = next((n for n, k in enumerate(kept) if _same(k, template)), None)
        if home is None:
            kept.append(template)
        else:
            kept[home] = _union(kept[home], template)
    yield from kept


def _same(left: Template, right: Template) -> bool:
    return any(set(left.entities(r)) & set(right.entities(r)) for r in ("Victim", "Target"))


def _union(left: Template, right: Template) -> Template:
    kind = left.type if left.type != "attack" else right.type
    roles = {r: tuple(dict.fromkeys((*left.entities(r), *right.entities(r)))) for r in left.roles | right.roles}
    return replace(left, type=kind, roles=roles)
