"""Which place a name stands for: candidates scored by population, kind, countries of the report, and neighbours."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._gazetteer import Entry
from tocsin.read._place_names import Candidate, Names

EARTH_RADIUS_KM = 6371.0
WEIGHTS = {
    "country": 2.5, "region": 6.0, "admin1": -1.5, "own name": 0.7, "capital": 1.0,
    "qualified": 8.0, "qualifies": 4.0, "same sentence": 1.5, "report country": 3.0, "near others": 2.0,
    "unit of report": 1.0,
}  # fmt: skip
VOTES = {"country": 3.0, "nationality": 2.0, "region": 1.0, "only sense": 1.0}
NEAR_KM = 300.0
MOST_VOTES_OF_A_NAME = 3
LEAST_VOTING_POPULATION = 5_000
QUALIFIER_REACH = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """What a report is about as a whole: votes for countries, the names on it, and places already settled."""

    votes: dict[str, float]
    by_sentence: dict[int, set[str]]
    names: frozenset[str]
    settled: tuple[Entry, ...] = ()

    def share(self, country: str | None) -> float:
        """Return the votes for a country against those for the leading one, from 0 to 1."""
        best = max(self.votes.values(), default=0.0)
        return self.votes.get(country, 0.0) / best if country is not None and best else 0.0

    def leading(self) -> str | None:
        """Return the country with half the votes or more, else None."""
        best = max(self.votes, key=self.votes.__getitem__, default=None)
        return best if best is not None and self.votes[best] * 2 >= sum(self.votes.values()) else None


def scene_of(names: Names, candidates: list[Candidate]) -> Scene:
    """Return what the countries, nationalities and unmistakable towns named on a page say of where it plays."""
    votes: dict[str, float] = defaultdict(float)
    by_sentence: dict[int, set[str]] = {}
    counted: dict[str, int] = defaultdict(int)
    for candidate in candidates:
        counted[candidate.name] += 1
        for country, weight in _votes_of(candidate):
            votes[country] += weight if counted[candidate.name] <= MOST_VOTES_OF_A_NAME else 0.0
            if weight >= VOTES["country"]:
                by_sentence.setdefault(names.words.sentence[candidate.start], set()).add(country)
    for at, code in names.nationalities:
        votes[code] += VOTES["nationality"]
        by_sentence.setdefault(names.words.sentence[at], set()).add(code)
    return Scene(dict(votes), by_sentence, frozenset(c.name for c in candidates))


def _votes_of(candidate: Candidate) -> Iterable[tuple[str, float]]:
    for entry in candidate.entries:
        if entry.kind == "country":
            others = any(e.kind != "country" and e.population > entry.population for e in candidate.entries)
            return [(entry.countries[0], VOTES["country"] / (3 if others else 1))]
        if entry.kind == "region":
            return [(c, VOTES["region"] / len(entry.countries)) for c in entry.countries]
    countries = {e.country for e in candidate.entries if e.population >= LEAST_VOTING_POPULATION}
    if len(countries) == 1 and (country := countries.pop()) is not None:
        return [(country, VOTES["only sense"])]
    return []


def senses(names: Names, candidates: list[Candidate], scene: Scene) -> dict[int, Entry]:
    """Return the place each candidate stands for, by its first token; one sense per name in a report."""
    chosen = _choose(names, candidates, scene)
    settled = tuple(dict.fromkeys(e for e in chosen.values() if e.kind in {"town", "admin1"}))
    return _choose(names, candidates, Scene(scene.votes, scene.by_sentence, scene.names, settled))


def _choose(names: Names, candidates: list[Candidate], scene: Scene) -> dict[int, Entry]:
    totals: dict[str, dict[Entry, float]] = {}
    own: dict[int, Entry] = {}
    for candidate in candidates:
        scores = {e: _score(names, candidate, e, scene) for e in candidate.entries}
        together = totals.setdefault(candidate.name, {})
        together.update({e: max(s, together.get(e, -math.inf)) for e, s in scores.items()})
        units = [e for e in candidate.entries if e.kind in {"admin1", "region"}] if candidate.unit_word else []
        told = [e for e in candidate.entries if _is_qualified(names, candidate, e)] or units
        if told:
            own[candidate.start] = max(told, key=scores.__getitem__)
    return {c.start: own.get(c.start) or max(totals[c.name], key=totals[c.name].__getitem__) for c in candidates}


def _score(names: Names, candidate: Candidate, entry: Entry, scene: Scene) -> float:
    sentence = scene.by_sentence.get(names.words.sentence[candidate.start], set())
    return (
        math.log10(entry.population + 10)
        + WEIGHTS.get(entry.kind, 0.0)
        + WEIGHTS["own name"] * entry.main
        + WEIGHTS["capital"] * entry.capital
        + WEIGHTS["report country"] * max((scene.share(c) for c in entry.countries), default=0.0)
        + WEIGHTS["same sentence"] * bool(sentence.intersection(entry.countries) and entry.kind != "country")
        + WEIGHTS["qualified"] * _is_qualified(names, candidate, entry)
        + WEIGHTS["qualifies"] * _qualifies(names, candidate, entry)
        + WEIGHTS["unit of report"] * (entry.kind == "town" and entry.admin1 in scene.names)
        + WEIGHTS["near others"] * _nearness(candidate, entry, scene)
    )


def _is_qualified(names: Names, candidate: Candidate, entry: Entry) -> bool:
    """Return whether the name of the place's country or unit follows ("Tripoli, Lebanon")."""
    following = names.after(candidate.end, QUALIFIER_REACH)
    if following is None or not _only_marks(names, candidate.end, following.start):
        return False
    return any(_holds(outer, entry) for outer in following.entries)


def _qualifies(names: Names, candidate: Candidate, entry: Entry) -> bool:
    """Return whether a town of this country or unit stands before the name ("Atlanta, Georgia")."""
    before = names.before(candidate.start, QUALIFIER_REACH)
    if before is None or not _only_marks(names, before.end, candidate.start):
        return False
    return any(_holds(entry, inner) for inner in before.entries)


def _holds(outer: Entry, inner: Entry) -> bool:
    if outer.country != inner.country or outer.country is None:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    return outer.kind == "admin1" and inner.kind == "town" and outer.admin1 == inner.admin1


def _only_marks(names: Names, start: int, end: int) -> bool:
    return start < end and all(names.words.lower[i] in _qualifier_joints() for i in range(start, end))


@cache
def _qualifier_joints() -> frozenset[str]:
    return frozenset({",", "(", "in", *toml_table("places.toml")["words"]["direction_adjectives"]})


def _nearness(candidate: Candidate, entry: Entry, scene: Scene) -> float:
    """Return how close a town is to the nearest other place of the report, from 0 (far) to 1."""
    if entry.kind == "country" or not scene.settled:
        return 0.0
    away = (distance_km(entry, other) for other in scene.settled if other not in candidate.entries)
    return math.exp(-min(away, default=math.inf) / NEAR_KM)


def distance_km(left: Entry, right: Entry) -> float:
    """Return the great-circle distance between two places."""
    lat0, lat1 = math.radians(left.lat), math.radians(right.lat)
    half = math.sin((lat1 - lat0) / 2) ** 2
    half += math.cos(lat0) * math.cos(lat1) * math.sin(math.radians(right.lon - left.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
