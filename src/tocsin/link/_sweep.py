"""Events of many reports joined into incidents, in one sweep over time.

Events are taken in the order in which they may have begun. Only those that may still be going on are held, in an index
by what they have in common: place, square of the map, actor, target, toll. An event is compared only with those that
share such an anchor, at most `MOST_RIVALS` of them, so that the work grows with the number of events. A group of
like events leaves the sweep as soon as none of its members can meet another.
"""

import heapq
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from math import floor

from tocsin.core.vocabulary import toml_table
from tocsin.link._cluster import Case, Pair, agglomerate
from tocsin.link._compare import decide
from tocsin.link._mentions import FAR_FUTURE, Mention
from tocsin.link._options import LinkOptions
from tocsin.link._waiting import window

MOST_RIVALS = 120
SQUARE_DEGREES = 1.0
REACH_DEGREES = 0.3


@dataclass(slots=True)
class _Active:
    """What the sweep holds: cases by number, the index of anchors, and which numbers are connected so far."""

    cases: dict[int, Case] = field(default_factory=dict)
    index: dict[Hashable, dict[int, None]] = field(default_factory=dict)
    ends: list[tuple[int, int]] = field(default_factory=list)
    group_of: dict[int, int] = field(default_factory=dict)
    members: dict[int, list[int]] = field(default_factory=dict)
    pairs: dict[int, list[Pair]] = field(default_factory=dict)
    n_alive: dict[int, int] = field(default_factory=dict)


def across_reports(cases: Iterable[Case], options: LinkOptions) -> Iterator[Case]:
    """Yield the incidents that `cases`, events of single reports in the order of their windows, make up."""
    active = _Active()
    for number, case in enumerate(cases):
        first, last = window(case.whole)
        yield from _retire(active, first, options)
        rivals = _rivals(active, case)
        _admit(active, number, case, last)
        for rival in rivals:
            decision = decide(active.cases[rival].whole, case.whole, "across", options)
            if decision.merge:
                _connect(active, Pair(rival, number, decision))
    yield from _retire(active, FAR_FUTURE * 2, options)


def _rivals(active: _Active, case: Case) -> list[int]:
    found = {n for anchor in _looked_up(case.whole) for n in active.index.get(anchor, ())}
    if len(found) <= MOST_RIVALS:
        return sorted(found)
    told = case.whole.told
    return sorted(heapq.nsmallest(MOST_RIVALS, found, key=lambda n: (abs(active.cases[n].whole.told - told), n)))


def _admit(active: _Active, number: int, case: Case, last: int) -> None:
    active.cases[number] = case
    for anchor in _anchors(case.whole):
        active.index.setdefault(anchor, {})[number] = None
    heapq.heappush(active.ends, (last, number))
    active.group_of[number] = number
    active.members[number] = [number]
    active.pairs[number] = []
    active.n_alive[number] = 1


def _connect(active: _Active, pair: Pair) -> None:
    one, other = active.group_of[pair.left], active.group_of[pair.right]
    if one != other:
        if len(active.members[one]) < len(active.members[other]):
            one, other = other, one
        for number in active.members[other]:
            active.group_of[number] = one
        active.members[one] += active.members.pop(other)
        active.pairs[one] += active.pairs.pop(other)
        active.n_alive[one] += active.n_alive.pop(other)
    active.pairs[one].append(pair)


def _retire(active: _Active, today: int, options: LinkOptions) -> Iterator[Case]:
    while active.ends and active.ends[0][0] < today:
        _, number = heapq.heappop(active.ends)
        for anchor in _anchors(active.cases[number].whole):
            bucket = active.index[anchor]
            del bucket[number]
            if not bucket:
                del active.index[anchor]
        group = active.group_of[number]
        active.n_alive[group] -= 1
        if active.n_alive[group] == 0:
            yield from _closed(active, group, options)


def _closed(active: _Active, group: int, options: LinkOptions) -> list[Case]:
    numbers = sorted(active.members.pop(group))
    place = {number: i for i, number in enumerate(numbers)}
    pairs = [Pair(place[p.left], place[p.right], p.decision) for p in active.pairs.pop(group)]
    del active.n_alive[group]
    for number in numbers:
        del active.group_of[number]
    return agglomerate([active.cases.pop(n) for n in numbers], pairs, "across", options)


def _anchors(mention: Mention) -> set[Hashable]:
    """Return under what `mention` is found."""
    family = min(_family(kind) for kind in mention.kinds)
    anchors: set[Hashable] = {(family, "actor", a) for a in mention.who | mention.whom if not a.startswith("~")}
    anchors |= {(family, "toll", toll) for toll in mention.tolls if toll[2] > 0}
    anchors |= {(family, "place", s.country, s.name) for s in mention.spots}
    anchors |= {
        (family, "square", *_square(s.lat, s.lon)) for s in mention.spots if s.lat is not None and s.lon is not None
    }
    return anchors | {(family, "target", c, t) for c in mention.countries for t in mention.targets}


def _looked_up(mention: Mention) -> set[Hashable]:
    """Return under what those that may be the same event as `mention` are found."""
    family = min(_family(kind) for kind in mention.kinds)
    reach = (-REACH_DEGREES, REACH_DEGREES)
    near: set[Hashable] = {
        (family, "square", *_square(s.lat + up, s.lon + over))
        for s in mention.spots
        if s.lat is not None and s.lon is not None
        for up in reach
        for over in reach
    }
    return _anchors(mention) | near


def _square(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat / SQUARE_DEGREES), floor(lon / SQUARE_DEGREES)


@cache
def _family(kind: str) -> str:
    type_ = kind.partition("/")[0]
    families = toml_table("link_types.toml")["families"]
    return str(next((family[0] for family in families if type_ in family), type_))
