"""What speaks for and against two mentions being one event; each docstring is what a user is told about it."""

from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import product
from math import log10
from typing import Literal, NamedTuple

from tocsin.core.vocabulary import toml_table
from tocsin.link._mentions import Mention
from tocsin.link._spots import SLACK_KM, kinship, spot_order
from tocsin.link._words import contains

Scope = Literal["within", "across"]
PLACE_SCORES = {"same": 1.0, "near": 0.7, "holds": 0.25, "unlike": -0.8, "apart": -1.0}
# From this toll on, equal numbers are taken as the same count; below it they are often equal by chance.
TELLING_TOLL = 10
# Tolls of one attack published on different days seldom differ by more (tests/link/test_compare.py).
TOLL_RATIO = 2.5


class Verdict(NamedTuple):
    """How far a feature speaks for (up to 1) or against (down to -1) one event, and why."""

    score: float
    reason: str


Feature = Callable[[Mention, Mention, Scope], Verdict | None]


def same_kind(left: Mention, right: Mention, _scope: Scope) -> Verdict | None:
    """The same sort of event: equal modes count in full, a wider and a narrower one half."""
    score = max(0.0, *(_likeness(a, b) for a, b in product(left.kinds, right.kinds)))
    return Verdict(score, f"both are {max(left.kinds & right.kinds, key=len)}" if score == 1 else "")


def unlike_modes(left: Mention, right: Mention, scope: Scope) -> Verdict | None:
    """Modes that seldom occur in one attack (an air strike and a knifing) speak against.

    Two reports may tell of one attack though one of them adds what answered it: across them, some mode has to fit.
    """
    pairs = sorted(product(left.kinds, right.kinds))
    unlike_pairs = [(a, b) for a, b in pairs if _likeness(a, b) < 0]
    if not unlike_pairs or (scope == "across" and len(unlike_pairs) < len(pairs)):
        return None
    return Verdict(-1.0, "{} is unlike {}".format(*unlike_pairs[0]))


def same_time(left: Mention, right: Mention, _scope: Scope) -> Verdict | None:
    """The same time: the same day counts in full, a shared week or month less, a shared year hardly."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return None
    n_days = max(left.last - left.first, right.last - right.first) + 1
    shared = f"{_shown(max(left.first, right.first))}" if n_days == 1 else f"within the same {n_days} days"
    return Verdict(1 / (1 + log10(n_days) * 1.5), f"same day, {shared}" if n_days == 1 else shared)


def same_place(left: Mention, right: Mention, scope: Scope) -> Verdict | None:
    """The same place: equal towns count in full, near-by ones less, a town in the same province hardly."""
    pairs = product(sorted(left.spots, key=spot_order), sorted(right.spots, key=spot_order))
    found = [(kinship(a, b, SLACK_KM[scope]), a, b) for a, b in pairs]
    known = [(PLACE_SCORES[k], k, a, b) for k, a, b in found if k is not None]
    if not known:
        return None
    score, kind, a, b = max(known, key=lambda row: (*row[:2], spot_order(row[2]), spot_order(row[3])))
    if kind == "same":
        wide = a.is_wide or b.is_wide
        return Verdict(0.25 if wide else score, f"same {'area' if wide else 'place'}, {a.shown}")
    return Verdict(score, f"{a.shown} and {b.shown} are {kind}" if kind != "holds" else f"{a.shown}, {b.shown}")


def same_actor(left: Mention, right: Mention, scope: Scope) -> Verdict | None:
    """The same people did it: equal names count; a name and a description ("gunmen") say nothing."""
    return _same_people(left.who, right.who, scope, "done by")


def same_victims(left: Mention, right: Mention, scope: Scope) -> Verdict | None:
    """It was done to the same people: equal names count; different descriptions say nothing."""
    return _same_people(left.whom, right.whom, scope, "done to")


def same_target(left: Mention, right: Mention, _scope: Scope) -> Verdict | None:
    """The same thing was hit: the same words count in full, the same class of target little."""
    if not left.targets or not right.targets:
        return None
    for a, b in product(sorted(left.targets), sorted(right.targets)):
        if contains(a, b) or contains(b, a):
            return Verdict(1.0, f"same target, {min(a, b, key=len)}")
    if not left.classes or not right.classes:
        return None
    common = left.classes & right.classes
    return Verdict(0.4, f"same class of target, {min(common)}") if common else Verdict(-0.5, "different targets")


def same_toll(left: Mention, right: Mention, _scope: Scope) -> Verdict | None:
    """The same toll: large equal numbers count in full, small ones less; numbers far apart speak against."""
    pairs = [(a, b) for a, b in product(left.tolls, right.tolls) if a[:2] == b[:2]]
    if not pairs:
        return None
    equal = sorted((a[2], a[0]) for a, b in pairs if a == b and a[2] > 0)
    if equal:
        n, slot = equal[-1]
        return Verdict(1.0 if n >= TELLING_TOLL else 0.5, f"same toll, {n} {slot}")
    ratio = min(max(a[2], b[2], 1) / max(min(a[2], b[2]), 1) for a, b in pairs)
    return Verdict(0.2, "similar toll") if ratio <= TOLL_RATIO else Verdict(-0.8, "tolls far apart")


def same_weapon(left: Mention, right: Mention, _scope: Scope) -> Verdict | None:
    """The same weapon is named."""
    common = left.weapons & right.weapons
    return Verdict(1.0, f"same weapon, {min(common)}") if common else None


def points_back(left: Mention, right: Mention, _scope: Scope) -> Verdict | None:
    """The later mention points back to an event already told ("the attack")."""
    later = max(left, right, key=lambda m: m.position)
    return Verdict(1.0, "the later mention points back") if later.points_back else None


def told_nearby(left: Mention, right: Mention, _scope: Scope) -> Verdict | None:
    """The two are told close to one another in the report."""
    n_between = abs(left.sentence - right.sentence)
    return Verdict(1 / (1 + n_between), "told in one sentence" if n_between == 0 else "told near by")


def adds_nothing(left: Mention, right: Mention, _scope: Scope) -> Verdict | None:
    """One of the two has no time, place or actor of its own: it leans on the other."""
    bare = any(m.first is None and m.last is None and not m.spots and not m.set_apart for m in (left, right))
    return Verdict(1.0, "one has no time and place of its own") if bare else None


def set_apart(left: Mention, right: Mention, _scope: Scope) -> Verdict | None:
    """The later mention is called another event ("a separate attack")."""
    later = max(left, right, key=lambda m: m.position)
    return Verdict(-1.0, "the later is called another") if later.set_apart else None


FEATURES: dict[str, Feature] = {
    f.__name__: f
    for f in (
        same_kind, unlike_modes, same_time, same_place, same_actor, same_victims, same_target, same_toll, same_weapon,
        points_back, told_nearby, adds_nothing, set_apart,
    )
}  # fmt: skip


def kin_pair(left: str, right: str) -> bool:
    """Return whether two kinds of different types may be one event where day, place and actors agree."""
    pairs = toml_table("link_types.toml")["kin"]
    return any((_covers(a, left) and _covers(b, right)) or (_covers(a, right) and _covers(b, left)) for a, b in pairs)


def _covers(wide: str, narrow: str) -> bool:
    return narrow == wide or narrow.startswith(wide + "/")


@cache
def _likeness(left: str, right: str) -> float:
    """Return 1 for equal kinds, less for wider and narrower ones, 0 where they occur together, -1 otherwise."""
    (type_left, _, mode_left), (type_right, _, mode_right) = left.partition("/"), right.partition("/")
    if type_left != type_right:
        return 0.0 if kin_pair(left, right) else -1.0
    table = toml_table("link_types.toml")
    if mode_left == mode_right:
        return 1.0 if mode_left else 0.6
    if not mode_left or not mode_right or [mode_left, mode_right] in table["refines"]:
        return 0.5
    if [mode_right, mode_left] in table["refines"]:
        return 0.5
    return 0.0 if any({mode_left, mode_right} <= set(group) for group in table["together"]) else -1.0


def unlike(left: str, right: str) -> bool:
    """Return whether two kinds can never be one event: types or, outside ASSAULT, modes that exclude one another."""
    same_type = left.partition("/")[0] == right.partition("/")[0]
    return _likeness(left, right) < 0 and not (same_type and left.startswith("ASSAULT"))


def _same_people(left: frozenset[str], right: frozenset[str], scope: Scope, how: str) -> Verdict | None:
    common = {a for a in left & right if not a.startswith("~")}
    if common:
        return Verdict(1.0, f"{how} the same actor")
    described = sorted(a[1:] for a in left & right)
    if described:
        return Verdict(1.0 if scope == "within" else 0.25, f"{how} {described[0]} in both")
    named = all(any(not a.startswith("~") for a in side) for side in (left, right))
    return Verdict(-0.8, f"{how} different actors") if named else None


def _shown(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
