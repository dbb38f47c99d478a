"""Which place a name stands for: candidates scored by the weighted features of data/place_senses.toml."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._gazetteer import Entry
from tocsin.read._place_names import Candidate, Names
from tocsin.read._place_ranking import Ranking

EARTH_RADIUS_KM = 6371.0
VOTES = {"country": 3.0, "nationality": 2.0, "region": 1.0, "only sense": 1.0, "publisher": 2.0}
NEAR_KM, REGION_KM = 100.0, 300.0
MOST_VOTES_OF_A_NAME = 3
LEAST_VOTING_POPULATION = 5_000
CLEARLY_LARGER = 10  # times the people of any place of that name in another country
QUALIFIER_REACH = 3
ROUNDS = 2  # how often places are chosen, each time with those chosen before as neighbours
POINTS = frozenset({"town", "admin1", "admin2"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What a report is about as a whole.

    `votes` are those for countries by the name that casts them ("" for nationalities and the publisher), `by_sentence`
    the countries named in a sentence, by name. `settled` are the places already chosen, by name; `home` is the place
    that the publisher is named after, `publisher` the country it is in.
    """

    votes: dict[str, dict[str, float]]
    by_sentence: dict[int, list[tuple[str, str]]]
    names: frozenset[str]
    settled: dict[str, Entry] = field(default_factory=dict)
    homes: tuple[Entry, ...] = ()
    home: Entry | None = None
    publisher: str | None = None

    def total(self, without: str = "") -> dict[str, float]:
        """Return the votes for each country, those that the name `without` casts left out."""
        found: dict[str, float] = defaultdict(float)
        for name, votes in self.votes.items():
            if not name or name != without:
                for country, weight in votes.items():
                    found[country] += weight
        return found

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
    scene = Scene(votes, by_sentence, named, homes=names.homes, publisher=names.publisher)
    return _at_home(scene, _home(candidates, scene))


def _votes_of(candidate: Candidate) -> Iterable[tuple[str, float]]:
    for entry in candidate.entries:
        if entry.kind == "country":
            others = any(_outweighs(e, entry) for e in candidate.entries)
            return [(entry.countries[0], VOTES["country"] / (3 if others else 1))]
        if entry.kind == "region":
            return [(c, VOTES["region"] / len(entry.countries)) for c in entry.countries]
    first = max(candidate.entries, key=lambda e: e.population, default=None)
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


def senses(names: Names, candidates: list[Candidate], scene: Scene) -> dict[int, Ranking]:
    """Return the places each candidate may stand for, by its first token; one sense per name in a report."""
    ranked = _rank(names, candidates, scene)
    for _ in range(ROUNDS - 1):
        settled = {c.name: ranked[c.start].best for c in candidates if ranked[c.start].best.kind in POINTS}
        scene = replace(scene, settled=settled)
        ranked = _rank(names, candidates, scene)
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


def _rank(names: Names, candidates: list[Candidate], scene: Scene) -> dict[int, Ranking]:
    totals: dict[str, dict[Entry, float]] = {}
    own: dict[int, dict[Entry, float]] = {}
    of_report: dict[tuple[str, tuple[Entry, ...]], dict[Entry, float]] = {}
    for candidate in candidates:
        key = candidate.name, candidate.entries
        if key not in of_report:
            of_report[key] = _scores(candidate, scene)
        here = _scores_here(names, candidate, scene)
        scores = {e: s + here[e] for e, s in of_report[key].items()}
        together = totals.setdefault(candidate.name, {})
        together.update({e: max(s, together.get(e, -math.inf)) for e, s in scores.items()})
        units = (
            [e for e in candidate.entries if e.kind in {"admin1", "admin2", "region"}] if candidate.unit_word else []
        )
        told = [e for e in candidate.entries if _is_qualified(names, candidate, e)] or units
        if told:
            own[candidate.start] = {e: scores[e] for e in told}
    return {c.start: Ranking(own.get(c.start) or totals[c.name]) for c in candidates}


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
    yield "country of the publisher", float(scene.publisher is not None and scene.publisher in entry.countries)


def _scores_here(names: Names, candidate: Candidate, scene: Scene) -> dict[Entry, float]:
    """Return what each place that a name may stand for gets from the words around one mention of it."""
    told = scene.by_sentence.get(names.words.sentence[candidate.start], ())
    countries = {country for name, country in told if name != candidate.name}
    return {e: _total(_features_here(names, candidate, e, countries)) for e in candidate.entries}


def _features_here(
    names: Names, candidate: Candidate, entry: Entry, countries: set[str]
) -> Iterator[tuple[str, float]]:
    yield "country of the sentence", float(entry.kind != "country" and not countries.isdisjoint(entry.countries))
    yield "qualified", float(_is_qualified(names, candidate, entry))
    yield "qualifies", float(_qualifies(names, candidate, entry))


KINDS = {
    "country": "a country", "region": "a region", "admin1": "a first-order unit", "admin2": "a second-order unit",
}  # fmt: skip


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = toml_table("place_senses.toml")["weights"]
    return weights


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
    return outer.kind == "admin1" and inner.kind in {"town", "admin2"} and outer.admin1 == inner.admin1


def _only_marks(names: Names, start: int, end: int) -> bool:
    return start < end and all(names.words.lower[i] in _qualifier_joints() for i in range(start, end))


@cache
def _qualifier_joints() -> frozenset[str]:
    return frozenset({",", "(", "in", *toml_table("places.toml")["words"]["direction_adjectives"]})


def distance_km(left: Entry, right: Entry) -> float:
    """Return the great-circle distance between two places."""
    lat0, lat1 = math.radians(left.lat), math.radians(right.lat)
    half = math.sin((lat1 - lat0) / 2) ** 2
    half += math.cos(lat0) * math.cos(lat1) * math.sin(math.radians(right.lon - left.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
