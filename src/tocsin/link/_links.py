"""Attacks compared two by two: what they share, what differs, what is not known, how far apart they are."""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from math import log2
from typing import Any, NamedTuple

from tocsin.core.ids import content_id
from tocsin.core.record import Link, Trait
from tocsin.core.values import When
from tocsin.core.vocabulary import toml_table
from tocsin.link._spots import geodesic_km
from tocsin.link._traits import Attack, anchors, trait_names

# A brief of a handful of reports compares all attacks with one another; in a record of thousands an attack is compared
# with those most like it, so that the links stay about this many in all.
LEAST_LINKS_EACH = 3
# Those compared one after another are near in time: of so many, few are read back twice.
HELD = 2000


class Gap(NamedTuple):
    """How far apart, within how much; both None where it is not known."""

    size: float | None
    precision: float | None
    claims: tuple[str, ...] = ()


class Rarity(NamedTuple):
    """How many attacks there are, and how many have each value of each trait."""

    n: int
    counts: Mapping[tuple[str, str], int]

    def weight(self, trait: str, value: str) -> float:
        """Return how much it says that two attacks share `value`: less, the more attacks have it."""
        return float(_traits()[trait]["weight"]) * log2(1 + self.n / max(1, self.counts.get((trait, value), 1)))


def rarity(attacks: Collection[Attack]) -> Rarity:
    """Return how common the traits of `attacks` are."""
    return Rarity(len(attacks), Counter((n, v) for a in attacks for n, values in a.traits.items() for v in values))


def links(attacks: Sequence[Attack], *, in_all: int) -> Iterator[Link]:
    """Yield the pairs of `attacks`, which are in the order of their days, that have something in common.

    There are about `in_all` of them at the most.
    """
    common = rarity(attacks)
    each = max(LEAST_LINKS_EACH, in_all // max(1, len(attacks)))
    listed = lru_cache(maxsize=HELD)(attacks.__getitem__)
    index: dict[Hashable, array[int]] = defaultdict(lambda: array("I"))
    for number, one in enumerate(attacks):
        for anchor in anchors(one):
            index[anchor].append(number)
    near, ends = array("I"), array("I", [0])
    for number in range(len(attacks)):
        near.extend(_nearest(number, listed(number), index, common, each))
        ends.append(len(near))
        for other in near[ends[number] :]:
            if other > number:
                yield compare(listed(number), listed(other), common)
            elif number not in near[ends[other] : ends[other + 1]]:
                yield compare(listed(other), listed(number), common)


def _nearest(number: int, one: Attack, index: Mapping[Hashable, Sequence[int]], common: Rarity, each: int) -> list[int]:
    """Return the attacks that share the rarest anchors with `one`; of a common anchor, those nearest in time."""
    shared: dict[int, float] = defaultdict(float)
    for anchor in anchors(one):
        bucket = index[anchor]
        here = bisect_left(bucket, number)
        weight = log2(1 + common.n / len(bucket))
        for other in bucket[max(0, here - each) : here + each + 1]:
            if other != number:
                shared[other] += weight
    return nlargest(each, shared, key=lambda n: (round(shared[n], 9), -abs(n - number), n))


def compare(left: Attack, right: Attack, common: Rarity) -> Link:
    """Return the comparison of two attacks; `common` tells which traits are rare."""
    shared, different, unknown = [], [], []
    gains, losses = 0.0, 0.0
    for name in trait_names():
        ours, theirs = left.traits.get(name), right.traits.get(name)
        if not ours or not theirs:
            unknown.append(name)
            continue
        both = [value for value in ours if value in theirs]
        shared += [Trait(trait=name, value=ours[v][0], claims=(*ours[v][1], *theirs[v][1])) for v in both]
        gains += max((common.weight(name, v) for v in both), default=0.0)
        if not both:
            different.append(_difference(name, ours, theirs))
            losses += _traits()[name]["weight"]
    km = apart_km(left, right)._replace(claims=left.told_where + right.told_where)
    days = apart_days(left.when, right.when)._replace(claims=left.told_when + right.told_when)
    for name, gap in (("km", km), ("days", days)):
        gains += _sorted_gap(name, gap, shared, different, unknown)
    against = _table()["against"]
    return Link(
        id=content_id("l", left.id, right.id), left=left.id, right=right.id, relation="compared", shared=tuple(shared),
        different=tuple(different), unknown=tuple(unknown), distance_km=km.size, distance_precision_km=km.precision,
        days_apart=None if days.size is None else int(days.size),
        days_precision=None if days.precision is None else int(days.precision),
        score=round(gains / (gains + losses * against["share"] + against["half"]), 4),
    )  # fmt: skip


def _difference(name: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Trait:
    sides = [", ".join(shown for shown, _ in side.values()) for side in (ours, theirs)]
    claims = tuple(c for side in (ours, theirs) for _, ids in side.values() for c in ids)
    return Trait(trait=name, value=" / ".join(sides), claims=claims)


def _sorted_gap(name: str, gap: Gap, shared: list[Trait], different: list[Trait], unknown: list[str]) -> float:
    """Return what a gap adds to the score, and put it among what is shared, different or unknown."""
    if gap.size is None or gap.precision is None:
        unknown.append(name)
        return 0.0
    bands = [(limit, gain) for limit, gain in _table()["near"][name] if gap.size + gap.precision <= limit]
    if bands:
        limit, gain = bands[0]
        shared.append(Trait(trait=name, value=f"within {limit} {name}", claims=gap.claims))
        return float(gain)
    widest = _table()["near"][name][-1][0]
    if gap.size - gap.precision > widest:
        different.append(Trait(trait=name, value=f"{gap.size:.0f} {name} apart", claims=gap.claims))
    else:
        unknown.append(name)
    return 0.0


def apart_km(left: Attack, right: Attack) -> Gap:
    """Return the straight-line distance in km between two attacks, and the sum of the radii of their places."""
    if left.where is None or right.where is None:
        return Gap(None, None)
    km = geodesic_km(left.where, right.where)
    if km is None:
        return Gap(None, None)
    return Gap(round(km, 1), ((left.where.precision_m or 0) + (right.where.precision_m or 0)) / 1000)


def apart_days(left: When | None, right: When | None) -> Gap:
    """Return the days between the middles of two intervals, and half of their lengths together.

    >>> from datetime import date
    >>> one = When(start=date(2013, 4, 7), end=date(2013, 4, 7), edtf="2013-04-07", basis="stated")
    >>> two = When(start=date(2013, 4, 1), end=date(2013, 4, 30), edtf="2013-04", basis="stated")
    >>> apart_days(one, two)
    Gap(size=9, precision=15, claims=())
    """
    if left is None or right is None or None in (left.start, left.end, right.start, right.end):
        return Gap(None, None)
    ends = [d.toordinal() for d in (left.start, left.end, right.start, right.end) if d is not None]
    between = abs(ends[0] + ends[1] - ends[2] - ends[3])
    return Gap((between + 1) // 2, (ends[1] - ends[0] + ends[3] - ends[2] + 1) // 2)


def _table() -> dict[str, Any]:
    return toml_table("link_traits.toml")


def _traits() -> dict[str, Any]:
    table: dict[str, Any] = _table()["traits"]
    return table
