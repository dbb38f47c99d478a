"""Which names only look like those of places: the gazetteer has them in countries that the report is not about."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc

from tocsin.read._gazetteer import Entry
from tocsin.read._place_headings import is_heading
from tocsin.read._place_names import Candidate, Names
from tocsin.read._place_senses import POINTS, Scene, share_of
from tocsin.read._place_surroundings import tells_no_scene
from tocsin.read._place_within import Inside, distance_km

HALF = 0.5
LEAST_TOLD = 3.0  # votes that make a report one about a country: its name, or three of its towns
HARDLY_TOLD = 3.0  # votes of a country that the report names once, or of whose people it tells once
LARGE = 100_000  # people: a town that a report may name without a word of where it is
# People of a town that may be meant wherever its name stands. With 40,000 the 250 reports of the gold have two
# incidents fewer right than with no limit; without one a report on Mali moves towns of other wars to Mali (2026-11-30).
KNOWN = 40_000
FAR_KM = 400.0  # a place across a border is nearer, and needs no word of where it is
LEAVING = frozenset({"to", "for", "towards", "toward"})  # who leaves may go far


class Namesakes:
    """The places chosen for the names of a page, ready to be asked which only share their name with those meant.

    A report that is about one country and names a town of another says in which: the gazetteer lacks the one meant.
    """

    def __init__(self, names: Names, chosen: Mapping[int, Entry], within: Inside, scene: Scene) -> None:
        self._names, self._chosen, self._within, self._scene = names, chosen, within, scene

    def among(self, free: list[Candidate], doc: Doc) -> set[str]:
        """Return which names of `free` are but those of namesakes at each of their mentions."""
        found: dict[str, bool] = {}
        for name in free:
            if found.get(name.name, True):
                found[name.name] = self._is_one(name, free, doc)
        return {name for name, is_one in found.items() if is_one}

    def _is_one(self, name: Candidate, free: list[Candidate], doc: Doc) -> bool:
        entry = self._chosen[name.start]
        if entry.kind not in POINTS or entry.capital or entry.by_user or entry.population >= KNOWN:
            return False
        if self._is_qualified(name, entry):
            return False
        told = self._scene.told(without=name.name)
        if max(told.values(), default=0.0) < LEAST_TOLD or share_of(told, entry.countries) >= HALF:
            return False
        votes = max(told.get(c, 0.0) for c in entry.countries)
        if entry.kind == "town" and not votes:
            return True
        if self._is_spoken_of_around(name, entry):
            return False
        if entry.kind == "town" and not entry.main:
            return True
        if votes > HARDLY_TOLD or not self._is_far(name, free):
            return False
        return not self._may_be_abroad(name, doc)

    def _is_qualified(self, name: Candidate, entry: Entry) -> bool:
        """Return whether what follows names a place of the same country ("Gao, Mali")."""
        outers = (e for o in self._within.outers.get(name.start, ()) for e in o.name.entries)
        return any(not set(e.countries).isdisjoint(entry.countries) for e in outers)

    def _is_spoken_of_around(self, name: Candidate, entry: Entry) -> bool:
        """Return whether another name in the paragraph tells the country of a place."""
        words = self._names.words
        paragraph = words.paragraph[words.sentence[name.start]]
        told = (self._scene.around.get((paragraph, country), ()) for country in entry.countries)
        return any(len(others) > (name.name in others) for others in told)

    def _is_far(self, name: Candidate, free: Iterable[Candidate]) -> bool:
        """Return whether a place lies far from all others of the report, but for those of its own country."""
        entry = self._chosen[name.start]
        others = {self._chosen[c.start] for c in free if c.name != name.name}
        abroad = (e for e in others if e.kind in POINTS and e.country != entry.country)
        return all(distance_km(entry, other) > FAR_KM for other in abroad)

    def _may_be_abroad(self, name: Candidate, doc: Doc) -> bool:
        """Return whether the words around a name fit a place elsewhere: somebody speaks, talks or goes there."""
        at_large = tells_no_scene(doc[name.start : name.end].root, seat=False, town=True)
        heads = is_heading(self._names.words, name.start, name.end)
        return at_large or heads or self._names.words.at(name.start - 1) in LEAVING


def is_small_town(entry: Entry) -> bool:
    """Return whether a place is a town that a report may not name without a word of where it is."""
    return entry.kind == "town" and entry.population < LARGE and not entry.by_user


def is_bare_unit_abroad(name: Candidate, entry: Entry, names: Names, scene: Scene) -> bool:
    """Return whether a bare name of a unit ("in Kern") stands in a report that is not on its country alone."""
    one_word = name.end == name.start + 1
    if not entry.bare or not one_word or name.unit_word or names.words.at(name.start - 1) != "in":
        return False
    return share_of(scene.total(name.name), entry.countries) < HALF
