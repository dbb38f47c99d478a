"""Which place a name stands for: candidates scored by the weighted features of data/place_senses.toml."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from tocsin.core.vocabulary import toml_table
from tocsin.read._gazetteer import Entry
from tocsin.read._place_groups import is_in
from tocsin.read._place_names import Candidate, Names
from tocsin.read._place_ranking import Ranking
from tocsin.read._place_within import Inside, distance_km, holds

VOTES = {"country": 3.0, "nationality": 2.0, "region": 1.0, "only sense": 1.0, "publisher": 2.0}
NEAR_KM, REGION_KM = 100.0, 300.0
MOST_VOTES_OF_A_NAME = 3
LEAST_VOTING_POPULATION = 5_000
CLEARLY_LARGER = 10  # times the people of any place of that name in another country
ROUNDS = 2  # how often places are chosen, each time with those chosen before as neighbours
POINTS = frozenset({"town", "admin1", "admin2"})
UNITS = frozenset({"admin1", "admin2"})
WITHOUT_TOWNS = 0.7  # what it counts for a unit without a known town: most are small, and share their names


@dataclass(frozen=True, slots=True)
class Scene:
    """What a report is about as a whole.

    `votes` are those for countries by the name that casts them ("" for nationalities and the publisher), `by_sentence`
    the countries named in a sentence, by name; `around` are the names that speak for a country in a paragraph.
    `settled` are the places already chosen, by name; `home` is the place that the publisher is named after, `publisher`
    the country it is in; `areas` is where the groups named have mostly fought.
    """

    votes: dict[str, dict[str, float]]
    by_sentence: dict[int, list[tuple[str, str]]]
    names: frozenset[str]
    around: dict[tuple[int, str], set[str]]
    settled: dict[str, Entry] = field(default_factory=dict)
    homes: tuple[Entry, ...] = ()
    home: Entry | None = None
    publisher: str | None = None
    areas: frozenset[str] = frozenset()

    def total(self, without: str = "") -> dict[str, float]:
        """Return the votes for each country, those that the name `without` casts left out."""
        found: dict[str, float] = defaultdict(float)
        for name, votes in self.votes.items():
            if not name or name != without:
                for country, weight in votes.items():
                    found[country] += weight
        return found

    def told(self, without: str) -> dict[str, float]:
        """Return the votes that a report's own words cast for countries, not the address of its publisher."""
        found = self.total(without)
        if self.publisher is not None:
            found[self.publisher] -= VOTES["publisher"]
        return {country: votes for country, votes in found.items() if votes > 0}

    def leading(self) -> str | None:
        """Return the country with half the votes or more, else None."""
        votes = self.total()
        best = max(votes, key=votes.__getitem__, default=None)
        return best if best is not None and votes[best] * 2 >= sum(votes.values()) else None


def share_of(votes: dict[str, float], countries: Iterable[str]) -> float:
    """Return the most votes that any of `countries` has against those of the leading one, from 0 to 1."""
    best = max(votes.values(), default=0.0)
    return max((votes.get(c, 0.0) / best for c in countries), default=0.0) if best else 0.0


def scene_of(names: Names, candidates: list[Candidate]) -> Scene:
    """Return what the countries, nationalities and unmistakable towns named on a page say of where it plays."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    by_sentence: dict[int, list[tuple[str, str]]] = defaultdict(list)
    counted: Counter[str] = Counter()
    for candidate in candidates:
        counted[candidate.name] += 1
        for country, weight in _votes_of(candidate):
            votes[candidate.name][country] += weight if counted[candidate.name] <= MOST_VOTES_OF_A_NAME else 0.0
            if not _is_region(candidate):
                by_sentence[names.words.sentence[candidate.start]].append((candidate.name, country))
    for at, code in names.nationalities:
        votes[""][code] += VOTES["nationality"]
        by_sentence[names.words.sentence[at]].append(("", code))
    if names.publisher is not None:
        votes[""][names.publisher] += VOTES["publisher"]
    named = frozenset(c.name for c in candidates)
    around: dict[tuple[int, str], set[str]] = defaultdict(set)
    for sentence, told in by_sentence.items():
        for name, country in told:
            around[names.words.paragraph[sentence], country].add(name)
    scene = Scene(votes, by_sentence, named, around, homes=names.homes, publisher=names.publisher, areas=names.areas)
    return _at_home(scene, _home(candidates, scene))


def _votes_of(candidate: Candidate) -> Iterable[tuple[str, float]]:
    for entry in candidate.entries:
        if entry.kind == "country":
            others = any(_outweighs(e, entry) for e in candidate.entries)
            return [(entry.countries[0], VOTES["country"] / (3 if others else 1))]
        if entry.kind == "region":
            return [(c, VOTES["region"] / len(entry.countries)) for c in entry.countries]
    own = (e for e in candidate.entries if candidate.unit_word or not e.bare)
    first = max(own, key=lambda e: e.population, default=None)
    if first is None or first.country is None or first.population < LEAST_VOTING_POPULATION:
        return []
    abroad = max((e.population for e in candidate.entries if e.country != first.country), default=0)
    return [(first.country, VOTES["only sense"])] if abroad * CLEARLY_LARGER <= first.population else []


def _is_region(candidate: Candidate) -> bool:
    return any(e.kind == "region" for e in candidate.entries)


def _outweighs(other: Entry, country: Entry) -> bool:
    """Return whether a name of a country is as likely that of something else: a larger place, a unit elsewhere."""
    if other.kind == "country":
        return False
    return other.population > country.population or (other.kind == "admin1" and other.country != country.country)


def senses(names: Names, candidates: list[Candidate], scene: Scene, within: Inside) -> dict[int, Ranking]:
    """Return the places each candidate may stand for, by its first token; one sense per name in a report."""
    here = [_here(names, candidate, scene, within) for candidate in candidates]
    ranked = _rank(here, scene)
    for _ in range(ROUNDS - 1):
        settled = {c.name: ranked[c.start].best for c in candidates if ranked[c.start].best.kind in POINTS}
        ranked = _rank(here, replace(scene, settled=settled))
    return ranked


def _at_home(scene: Scene, home: Entry | None) -> Scene:
    if home is None or home.country is None or scene.publisher is not None:
        return replace(scene, home=home)
    told = scene.votes.get("", {})
    votes = {**scene.votes, "": {**told, home.country: told.get(home.country, 0.0) + VOTES["publisher"]}}
    return replace(scene, home=home, votes=votes, publisher=home.country)


def _home(candidates: list[Candidate], scene: Scene) -> Entry | None:
    """Return which place of that name the publisher is named after: that near which most names of the report are."""
    if len(scene.homes) < 2:
        return next(iter(scene.homes), None)
    others = {c.name: c.entries for c in candidates if c.entries and scene.homes[0] not in c.entries}
    votes = scene.total()

    def score(home: Entry) -> float:
        near = sum(max(math.exp(-distance_km(e, home) / NEAR_KM) for e in entries) for entries in others.values())
        return math.log10(home.population + 10) + VOTES["country"] * share_of(votes, home.countries) + near

    return max(scene.homes, key=score)


def _rank(mentions: list["_Here"], scene: Scene) -> dict[int, Ranking]:
    totals: dict[str, dict[Entry, float]] = {}
    own: dict[int, dict[Entry, float]] = {}
    of_report: dict[tuple[str, tuple[Entry, ...]], dict[Entry, float]] = {}
    for here in mentions:
        candidate = here.name
        key = candidate.name, candidate.entries
        if key not in of_report:
            of_report[key] = _scores(candidate, scene)
        scores = {e: s + _total(_features_here(here, e)) for e, s in of_report[key].items()}
        together = totals.setdefault(candidate.name, {})
        together.update({e: max(s, together.get(e, -math.inf)) for e, s in scores.items()})
        if here.qualified or candidate.unit_word:
            told = here.qualified or scores
            own[candidate.start] = {e: scores[e] + _total(_features_alone(here, e)) for e in told}
    return {c.start: Ranking(own.get(c.start) or totals[c.name]) for c, *_ in mentions}


def _scores(candidate: Candidate, scene: Scene) -> dict[Entry, float]:
    """Return what each place that a name may stand for gets from the report as a whole, wherever the name stands."""
    votes = scene.total(without=candidate.name)
    neighbours = [e for name, e in scene.settled.items() if name != candidate.name and e not in candidate.entries]
    units = Counter((e.country, e.admin1) for e in neighbours)
    return {e: _total(_features_of(e, scene, votes, neighbours, units)) for e in candidate.entries}


def _total(features: Iterable[tuple[str, float]]) -> float:
    weights = _weights()
    return sum(weights[name] * value for name, value in features)


def _features_of(
    entry: Entry,
    scene: Scene,
    votes: dict[str, float],
    neighbours: list[Entry],
    units: Counter[tuple[str | None, str | None]],
) -> Iterator[tuple[str, float]]:
    yield "population", math.log10(entry.population + 10)
    if entry.kind != "town":
        yield KINDS[entry.kind], 1.0
    yield "own name", float(entry.main)
    yield "bare name", float(entry.bare)
    yield "a capital", float(entry.capital)
    yield "added by the user", float(entry.by_user)
    yield "country of the report", share_of(votes, entry.countries)
    yield "unit is named", float(entry.kind == "town" and entry.admin1 in scene.names)
    if entry.kind in POINTS and neighbours:
        away = min(distance_km(entry, other) for other in neighbours)
        yield "near another", math.exp(-away / NEAR_KM)
        yield "in the region of another", math.exp(-away / REGION_KM)
        yield "unit of others", units[entry.country, entry.admin1] / len(neighbours)
    if scene.home is not None and entry.kind in POINTS:
        yield "near the publisher", math.exp(-distance_km(entry, scene.home) / NEAR_KM)
    yield "where a group named fights", float(entry.kind in POINTS and is_in(entry, scene.areas))
    yield "country of the publisher", float(scene.publisher is not None and scene.publisher in entry.countries)


class _Here(NamedTuple):
    """One mention of a name: countries named beside it, the places that it is said to lie in or to hold others."""

    name: Candidate
    beside: set[str]
    qualified: set[Entry]
    qualifying: set[Entry]


def _here(names: Names, candidate: Candidate, scene: Scene, within: Inside) -> _Here:
    told = scene.by_sentence.get(names.words.sentence[candidate.start], ())
    return _Here(
        candidate,
        beside={country for name, country in told if name != candidate.name},
        qualified={e for e in candidate.entries if _is_qualified(within, candidate, e)},
        qualifying={e for e in candidate.entries if _qualifies(within, candidate, e)},
    )


def _features_here(here: _Here, entry: Entry) -> Iterator[tuple[str, float]]:
    """Yield what a place gets from the words around one mention of its name."""
    yield "country of the sentence", float(entry.kind != "country" and not here.beside.isdisjoint(entry.countries))
    yield "qualified", float(entry in here.qualified)
    yield "qualifies", float(entry in here.qualifying)


def _features_alone(here: _Here, entry: Entry) -> Iterator[tuple[str, float]]:
    """Yield what a place gets at one mention of its name without a say in what the name stands for elsewhere."""
    told = here.name.unit_word and entry.kind in UNITS
    known = 1.0 if entry.population else WITHOUT_TOWNS
    yield "told to be a unit", known if told else 0.0


KINDS = {
    "country": "a country", "region": "a region", "admin1": "a first-order unit", "admin2": "a second-order unit",
}  # fmt: skip


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = toml_table("place_senses.toml")["weights"]
    return weights


def _is_qualified(within: Inside, candidate: Candidate, entry: Entry) -> bool:
    """Return whether the words behind the name tell its country or unit ("Tripoli, Lebanon", "Abc in Def district")."""
    outers = within.outers[candidate.start]
    return any(holds(outer, entry) for one in outers for outer in one.name.entries)


def _qualifies(within: Inside, candidate: Candidate, entry: Entry) -> bool:
    """Return whether the words before the name tell a place inside this country or unit ("Atlanta, Georgia")."""
    inners = within.inners.get(candidate.start, ())
    return any(holds(entry, inner) for one in inners for inner in one.entries)
