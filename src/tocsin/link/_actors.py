"""Actors: names of one person, group or organisation over all reports."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from tocsin.core.ids import content_id
from tocsin.core.record import Actor
from tocsin.core.values import ActorKind, ActorRef
from tocsin.link._forest import Forest
from tocsin.link._names import Naming, Node, initials, is_acronym, node_of
from tocsin.link._reports import Report
from tocsin.link._words import country_tokens, is_described, key

# Two spellings with the same consonants are one name from this likeness on: 83 for "Mokhtar Belmokhtar" and "Mukhtar
# Bilmukhtar", 80 for "al-Shabaab" without its second a; one word alone says less, and must be nearer.
LIKENESS = 80.0
LIKENESS_ONE_WORD = 85.0
LEAST_SKELETON = 3
PERSONS = frozenset({"person", "people"})
SOUNDS = (
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("dj", "j"),
    ("ch", "s"),
    ("sh", "s"),
    ("q", "k"),
    ("c", "k"),
)
VOWELS = re.compile(r"[aeiouwy]+")
DOUBLED = re.compile(r"(.)\1+")


@dataclass(slots=True, kw_only=True)
class Seen:
    """What reports say about one node: how it is written, of what kind, which claims name it and are about it."""

    shown: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    claims: "array[int]" = field(default_factory=lambda: array("I"))
    about: "array[int]" = field(default_factory=lambda: array("I"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """All actors of a record, found by name; roles, relations and claims are filled in when all was read again.

    `described` are those that a single report describes and does not name.
    """

    actors: Mapping[str, Actor]
    ids: Mapping[Node, str]
    described: Mapping[str, Actor] = field(default_factory=dict)

    def actor_id(self, ref: ActorRef, short: Mapping[str, str]) -> str | None:
        """Return the id of the actor that `ref` names in a report with these short forms; None for a description."""
        return None if is_described(ref.actor) else self.ids.get(node_of(ref, short))

    def taking_part(self, ref: ActorRef, report: Report) -> str | None:
        """Return the id of the actor that `ref` names in `report`, or of the one that this report describes so."""
        own = content_id("a", *Node(key(ref.actor), "", report.id))
        return self.actor_id(ref, report.short) or (own if own in self.described else None)

    def shown(self, ref: ActorRef, short: Mapping[str, str]) -> str:
        """Return the name of the actor that `ref` names, the words of `ref` where it is a description."""
        found = self.actor_id(ref, short)
        return self.actors[found].name if found is not None else ref.actor


def note(table: dict[Node, Seen], naming: Naming, number: int) -> None:
    """Add to `table` a name in the claim of that number."""
    seen = table.setdefault(naming.node, Seen())
    seen.shown[naming.shown] += 1
    seen.claims.append(number)
    if naming.kind is not None:
        seen.kinds[naming.kind] += 1


def cast(table: Mapping[Node, Seen], aliases: Iterable[tuple[Node, Node]]) -> Cast:
    """Return the actors behind the names of `table`; `aliases` are pairs of names that a report calls one."""
    forest = _planted(table)
    _join_countries(forest, table)
    _join_spellings(forest, table)
    short = _join_long_aliases(forest, table, sorted(set(aliases)))
    _join_acronyms(forest, table, short)
    actors, ids = {}, {}
    for group in forest.groups():
        actor = actor_of(sorted(group), table)
        actors[actor.id] = actor
        ids.update(dict.fromkeys(group, actor.id))
    return Cast(actors=actors, ids=ids)


def _planted(table: Mapping[Node, Seen]) -> Forest[Node]:
    forest = Forest[Node]()
    for node in sorted(table):
        forest.find(node)
        if node.country:
            forest.mark(node, "country", node.country)
        if table[node].kinds:
            most = max(sorted(table[node].kinds), key=table[node].kinds.__getitem__)
            forest.mark(node, "person", str(most in PERSONS))
    return forest


def _join_countries(forest: Forest[Node], table: Mapping[Node, Seen]) -> None:
    named: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(table):
        if not node.document:
            named[node.key].append(node)
    for nodes in named.values():
        if len({n.country for n in nodes if n.country}) == 1:
            for node in nodes[1:]:
                forest.join(nodes[0], node)


def _join_spellings(forest: Forest[Node], table: Mapping[Node, Seen]) -> None:
    alike: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(table):
        bones = skeleton(node.key)
        if not node.document and len(bones) >= LEAST_SKELETON:
            alike[bones].append(node)
    for nodes in alike.values():
        for i, left in enumerate(nodes):
            for right in nodes[i + 1 :]:
                if left.key != right.key and same_spelling(left.key, right.key):
                    forest.join(left, right)


def same_spelling(left: str, right: str) -> bool:
    """Return whether two keys may be one name in two transliterations; words of countries have to be equal.

    >>> same_spelling("mokhtar belmokhtar", "mukhtar bilmukhtar"), same_spelling("niger army", "nigeria army")
    (True, False)
    """
    ours, theirs = left.split(), right.split()
    if len(ours) != len(theirs) or any(a != b and {a, b} & country_tokens() for a, b in zip(ours, theirs, strict=True)):
        return False
    if any(skeleton(a) != skeleton(b) for a, b in zip(ours, theirs, strict=True)):
        return False
    least = LIKENESS_ONE_WORD if len(ours) == 1 else LIKENESS
    return fuzz.ratio(left, right) >= least


def skeleton(name: str) -> str:
    """Return the consonants of a key as they sound, digits kept.

    >>> skeleton("mokhtar"), skeleton("muktar")
    ('mktr', 'mktr')
    """
    plain = name.replace(" ", "")
    for written, heard in SOUNDS:
        plain = plain.replace(written, heard)
    return DOUBLED.sub(r"\1", VOWELS.sub("", plain))


def _join_long_aliases(
    forest: Forest[Node], table: Mapping[Node, Seen], aliases: Iterable[tuple[Node, Node]]
) -> dict[str, list[Node]]:
    """Join the aliases of several words; return those of one word, which may stand for many, with their long forms."""
    short: dict[str, list[Node]] = defaultdict(list)
    for pair in aliases:
        one, other = sorted(pair, key=lambda n: (" " in n.key, n))
        if " " in one.key or " " not in other.key:
            if one in table and other in table:
                forest.join(one, other)
        elif other in table:
            short[one.key].append(other)
    return short


def _join_acronyms(forest: Forest[Node], table: Mapping[Node, Seen], short: Mapping[str, list[Node]]) -> None:
    long_forms: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(table):
        if " " in node.key and not node.document:
            for acronym in initials(node.key):
                long_forms[acronym].append(node)
    for node in sorted(table):
        if node.document or " " in node.key:
            continue
        spelled = long_forms.get(node.key, []) if any(is_acronym(s) for s in table[node].shown) else []
        fitting = short.get(node.key, spelled)
        if len({forest.find(n) for n in fitting}) == 1:
            forest.join(fitting[0], node)


def actor_of(group: Sequence[Node], table: Mapping[Node, Seen]) -> Actor:
    """Return the actor behind the nodes `group`, which are in order."""
    shown: Counter[str] = Counter()
    kinds: Counter[ActorKind] = Counter()
    for node in group:
        shown.update(table[node].shown)
        kinds.update(table[node].kinds)
    name = min(shown, key=lambda s: (is_acronym(s), "(" in s, -shown[s], -len(s), s))
    most = sorted(kinds, key=lambda k: (-kinds[k], k))
    countries = {n.country for n in group if n.country}
    return Actor(
        id=content_id("a", *group[0]), name=name, aliases=tuple(sorted(set(shown) - {name})),
        kind=most[0] if most else None,
        country=countries.pop() if len(countries) == 1 else None,
    )  # fmt: skip
