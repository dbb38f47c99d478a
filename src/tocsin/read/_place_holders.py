"""Where places lie by the report's words: in which unit, and near what, where no gazetteer holds them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tocsin.core.values import Place
from tocsin.read._gazetteer import Entry, gazetteer
from tocsin.read._place_names import Candidate, Names
from tocsin.read._place_namesakes import LARGE
from tocsin.read._place_senses import Scene
from tocsin.read._place_within import (
    Inside,
    Outer,
    holds,
    is_small_unit,
    list_end,
    names_second_unit,
    outers_of,
    settlements,
)

DESCRIPTION = 3  # words behind that for a people within which what they call a place follows ("fishing town")
AROUND_M = 15_000  # of a village told to lie in the block, or under the police station, of a town


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """What a place is told to lie in: its country and units, and the nearest place around it that is known."""

    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    around: Entry | None = None

    def fill(self, place: Place) -> Place:
        """Return `place` with its units, and with the point of what is around it where it has none."""
        told = replace(
            place,
            country=place.country or self.country,
            admin1=self.admin1 or place.admin1,
            admin2=place.admin2 or self.admin2,
        )
        at = self.around
        if told.lat is not None or at is None:
            return told
        precision_m = max(at.precision_m, AROUND_M)
        return replace(told, lat=at.lat, lon=at.lon, precision_m=precision_m, basis="centroid")


class Holders:
    """The units told on one page, and what lies in them."""

    def __init__(self, names: Names, chosen: dict[int, Entry], within: Inside, scene: Scene) -> None:
        self._names, self._chosen, self._within = names, chosen, within
        self._by_start = {c.start: c for c in names.candidates if c.start in chosen}
        self._scene = scene
        self._units = [c for c in self._by_start.values() if chosen[c.start].kind == "admin2"]

    def is_elsewhere(self, candidate: Candidate) -> bool:
        """Return whether the name is told to lie in a unit in which the gazetteer has no place of that name."""
        outers = [o for o in self._within.outers.get(candidate.start, ()) if o.sure]
        unit = next((u for o in outers if (u := self._unit(o)) is not None), None)
        small = [e for e in candidate.entries if e.kind in {"town", "admin2"} and not e.by_user]
        if len(small) != len(candidate.entries) or names_second_unit(self._names, candidate):
            return False
        if unit is None:
            unlisted = any(map(_is_unlisted_unit, outers))
            spoken_of = self._scene.total(without=candidate.name)
            return unlisted and not any(e.country in spoken_of or e.population >= LARGE for e in small)
        return not any(holds(unit, e) for e in small)

    def of_name(self, candidate: Candidate) -> Holder:
        """Return the units that a known place is told to lie in."""
        entry = self._chosen[candidate.start]
        if entry.kind != "town":
            return Holder()
        if names_second_unit(self._names, candidate):
            return Holder(admin2=candidate.name)
        outers = self._within.outers.get(candidate.start, ())
        told = [(o, u) for o in outers if (u := self._unit(o)) is not None and u.kind == "admin2"]
        around = [u for o in outers if (u := self._unit_around(o)) is not None]
        units = [*(u for _, u in told), *around, *(self._chosen[c.start] for c in self._beside(candidate.start))]
        unit = next((u for u in units if holds(u, entry)), None)
        if unit is None:  # the words say so, though units were cut anew since
            unit = next((u for o, u in told if o.sure and names_second_unit(self._names, o.name)), None)
        if unit is not None:
            return Holder(admin1=unit.admin1, admin2=unit.name)
        return Holder(admin2=next((o.name.name for o in outers if _is_unlisted_unit(o)), None))

    def of_words(self, start: int, end: int) -> Holder:
        """Return what a name at tokens `[start, end)` that no gazetteer holds is told to lie in."""
        end = list_end(self._names, self._by_start, end)
        told = list(outers_of(self._names, self._by_start, end))
        outers = [o for o in told if o.sure or o.name.unit_word]
        units = [u for o in outers if (u := self._unit(o)) is not None]
        quoted = next((o.name.name for o in outers if not o.name.entries), None)
        if not units and quoted is None:
            units = [u for o in outers if (u := self._unit_around(o)) is not None]
        if not units and quoted is None:
            units = [self._chosen[c.start] for c in self._beside(start)]
        second = next((u.name for u in units if u.kind == "admin2"), quoted)
        first = next((u for u in units), None)
        towns = (self._chosen[o.name.start] for o in outers if o.sure and o.name.entries)
        around = next((e for e in towns if e.kind == "town" and (first is None or holds(first, e))), first)
        whole = first or around
        if whole is None:
            return Holder(country=self._country(told) or self._people(end), admin2=second)
        return Holder(country=whole.country, admin1=whole.admin1, admin2=second, around=around)

    def _country(self, outers: list[Outer]) -> str | None:
        """Return the country that a place is told to lie in ("Xyz, in Mali")."""
        entries = (self._chosen[o.name.start] for o in outers if o.name.entries)
        return next((e.country for e in entries if e.kind in {"country", "admin1"}), None)

    def _people(self, end: int) -> str | None:
        """Return the country whose people or things describe a place behind a comma ("Xyz, a Malian town")."""
        words = self._names.words
        if words.at(end) != "," or words.at(end + 1) not in {"a", "an", "the"}:
            return None
        if settlements().isdisjoint(words.lower[end + 3 : end + 3 + DESCRIPTION]):
            return None  # "Xyz, the Malian army said"
        return next((code for at, code in self._names.nationalities if at == end + 2), None)

    def holds_name_before(self, end: int) -> bool:
        """Return whether the words behind token `end`, where a name ends, tell a unit that it lies in."""
        found = outers_of(self._names, self._by_start, list_end(self._names, self._by_start, end))
        return any(o.sure and (not o.name.entries or self._unit(o) is not None) for o in found)

    def _unit_around(self, outer: Outer) -> Entry | None:
        """Return the unit named after the town that holds a place: "a village in Gao" lies in its district."""
        town = self._chosen.get(outer.name.start)
        if town is None or town.kind != "town" or not outer.sure or is_small_unit(self._names, outer.name):
            return None
        same = (e for e in gazetteer().find(outer.name.name) if e.kind == "admin2" and e.admin1 == town.admin1)
        return next((e for e in same if holds(e, town)), None)

    def _unit(self, outer: Outer) -> Entry | None:
        """Return the unit that an outer name stands for; None where it is a town, a country or too small a unit."""
        entry = self._chosen.get(outer.name.start)
        if entry is None or entry.kind not in {"admin1", "admin2"} or is_small_unit(self._names, outer.name):
            return None
        return entry

    def _beside(self, start: int) -> Iterator[Candidate]:
        """Yield the only second-order unit that the sentence of a token tells, else that of its paragraph."""
        words = self._names.words
        sentence = words.sentence[start]
        same = [c for c in self._units if words.sentence[c.start] == sentence]
        paragraph = words.paragraph[sentence]
        around = same or [c for c in self._units if words.paragraph[words.sentence[c.start]] == paragraph]
        if len({self._chosen[c.start] for c in around}) == 1:
            yield around[0]


def _is_unlisted_unit(outer: Outer) -> bool:
    """Return whether a name that no gazetteer holds is told to be a unit that holds a place ("in Xyz District")."""
    return outer.sure and outer.name.unit_word and not outer.name.entries
