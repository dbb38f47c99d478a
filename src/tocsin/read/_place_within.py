"""Units that the words behind a name say it lies in: "Xyz village under Abc police station of Def district"."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._gazetteer import Entry
from tocsin.read._place_history import lies_in
from tocsin.read._place_names import Candidate, Names, before_district, calendar_words, is_name_word

EARTH_RADIUS_KM = 6371.0
REACH = 20  # tokens; "village under Abc police station area in Def block of Ghi district" has 13
JOINTS = frozenset({"in", "of", "under", "within", "at", "inside", "near", "outside"})
MARKS = frozenset({",", "("})
FILLERS = frozenset({"the", "'s", ")", "-", "jurisdiction", "limits", "police", "sub"})
SLACK = 1.5  # units were cut anew since, and their middle is that of their towns
SLACK_KM = 15.0
POINTS = frozenset({"town", "admin2"})


@dataclass(frozen=True, slots=True)
class Outer:
    """A name behind another that may hold it. `sure` where prepositions join the two ("of"), not marks alone."""

    name: Candidate
    sure: bool


@dataclass(frozen=True, slots=True)
class Inside:
    """Which names lie inside which, by the first token of each name."""

    outers: dict[int, tuple[Outer, ...]] = field(default_factory=dict)
    inners: dict[int, tuple[Candidate, ...]] = field(default_factory=dict)


def inside(names: Names, candidates: list[Candidate]) -> Inside:
    """Return which of `candidates` the words between them put inside which others."""
    by_start = {c.start: c for c in candidates}
    outers = {c.start: tuple(outers_of(names, by_start, list_end(names, by_start, c.end))) for c in candidates}
    inners: dict[int, list[Candidate]] = {}
    for start, found in outers.items():
        for outer in found:
            inners.setdefault(outer.name.start, []).append(by_start[start])
    return Inside(outers, {start: tuple(found) for start, found in inners.items()})


def list_end(names: Names, by_start: dict[int, Candidate], end: int) -> int:
    """Return where the second of two names ends, so that what holds it holds both ("Abc and Def in Ghi district")."""
    if names.words.at(end) != "and" or not is_name_word(names.words, end + 1):
        return end
    second = by_start.get(end + 1) or _quoted(names, end + 1)
    return end if second.unit_word else second.end


def outers_of(names: Names, by_start: dict[int, Candidate], end: int) -> Iterator[Outer]:
    """Yield the names that may hold the one that ends at token `end`, the nearest first.

    Only joints, words for sites and units, and other names stand between; a name follows a joint.
    """
    words, between = names.words, _between()
    joined, sure, at = False, True, end
    bound = min(end + REACH, words.bounds_of(end - 1)[1])
    while at < bound:
        word = words.lower[at]
        if (name := by_start.get(at)) is not None:
            if not joined:
                return
            yield Outer(name, sure)
            if not sure and not name.unit_word:
                return
            at, joined = name.end, False
            continue
        if word == "the" and words.at(at - 1) in MARKS:  # a list or an apposition goes on
            return
        if word in JOINTS or word in MARKS:
            joined, sure = True, sure and word not in MARKS
        elif is_name_word(words, at) and word not in between:
            if word in calendar_words() or not joined:
                return
            name = _quoted(names, at)
            if name.unit_word:
                yield Outer(name, sure)
            at, joined = name.end, False
            continue
        elif word not in between:
            return
        at += 1


def names_second_unit(names: Names, name: Candidate) -> bool:
    """Return whether a word such as "district" follows the name."""
    return names.words.at(before_district(names.words, name.end)) in _units()


def is_small_unit(names: Names, name: Candidate) -> bool:
    """Return whether a word such as "block" follows the name, for a unit that no gazetteer holds."""
    return names.words.at(name.end) in _small_units()


def _quoted(names: Names, start: int) -> Candidate:
    """Return the name in capitals that starts at a token and that the gazetteer lacks."""
    words, end = names.words, start + 1
    while is_name_word(names.words, end) and words.lower[end] not in _between():
        end += 1
    found = Candidate(start, end, words.verbatim(start, end), (), "unit")
    return replace(found, unit_word=names_second_unit(names, found))


def holds(outer: Entry, inner: Entry) -> bool:
    """Return whether a country or unit holds a place, as far as the gazetteer tells."""
    if outer.country is None or outer.country != inner.country:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.kind == "admin1":
        return inner.kind in POINTS and lies_in(inner.country, inner.admin1, outer.admin1)
    if outer.kind != "admin2" or inner.kind != "town":
        return False
    return distance_km(outer, inner) <= SLACK * outer.precision_m / 1000 + SLACK_KM


@cache
def _units() -> frozenset[str]:
    return frozenset(toml_table("places.toml")["words"]["second_units"])


@cache
def _small_units() -> frozenset[str]:
    return frozenset(toml_table("places.toml")["words"]["small_units"])


@cache
def settlements() -> frozenset[str]:
    """Return the nouns for towns and villages."""
    return frozenset(toml_table("places.toml")["words"]["settlements"])


@cache
def _between() -> frozenset[str]:
    table = toml_table("places.toml")["words"]
    kinds = ("direction_adjectives", "sites", "units", "shared_units", "small_units", "settlements")
    return FILLERS.union(*(table[kind] for kind in kinds))


def distance_km(left: Entry, right: Entry) -> float:
    """Return the great-circle distance between two places."""
    lat0, lat1 = math.radians(left.lat), math.radians(right.lat)
    half = math.sin((lat1 - lat0) / 2) ** 2
    half += math.cos(lat0) * math.cos(lat1) * math.sin(math.radians(right.lon - left.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
