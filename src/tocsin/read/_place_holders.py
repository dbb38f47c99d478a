"""Where places lie by the report's words: in which unit, and near what, where no gazetteer holds them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tocsin.core.values import Place
from tocsin.read._gazetteer import Entry
from tocsin.read._place_names import Candidate, Names
from tocsin.read._place_within import Inside, Outer, holds, list_end, names_second_unit, outers_of

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

    def __init__(self, names: Names, chosen: dict[int, Entry], within: Inside) -> None:
        self._names, self._chosen, self._within = names, chosen, within
        self._by_start = {c.start: c for c in names.candidates if c.start in chosen}
        self._units = [c for c in self._by_start.values() if chosen[c.start].kind == "admin2"]

    def is_elsewhere(self, candidate: Candidate) -> bool:
        """Return whether the name is told to lie in a unit in which the gazetteer has no place of that name."""
        outers = (o for o in self._within.outers.get(candidate.start, ()) if o.sure)
        unit = next((u for o in outers if (u := self._unit(o)) is not None), None)
        towns = [e for e in candidate.entries if e.kind == "town" and not e.by_user]
        return unit is not None and len(towns) == len(candidate.entries) and not any(holds(unit, e) for e in towns)

    def of_name(self, candidate: Candidate) -> Holder:
        """Return the units that a known place is told to lie in."""
        entry = self._chosen[candidate.start]
        if entry.kind != "town":
            return Holder()
        if names_second_unit(self._names, candidate):
            return Holder(admin2=candidate.name)
        outers = self._within.outers.get(candidate.start, ())
        told = [u for o in outers if (u := self._unit(o)) is not None and u.kind == "admin2"]
        told += [self._chosen[c.start] for c in self._beside(candidate.start)]
        unit = next((u for u in told if holds(u, entry)), None)
        return Holder(admin1=unit.admin1, admin2=unit.name) if unit is not None else Holder()

    def of_words(self, start: int, end: int) -> Holder:
        """Return what a name at tokens `[start, end)` that no gazetteer holds is told to lie in."""
        end = list_end(self._names, self._by_start, end)
        outers = [o for o in outers_of(self._names, self._by_start, end) if o.sure or o.name.unit_word]
        units = [u for o in outers if (u := self._unit(o)) is not None]
        quoted = next((o.name.name for o in outers if not o.name.entries), None)
        if not units and quoted is None:
            units = [self._chosen[c.start] for c in self._beside(start)]
        second = next((u.name for u in units if u.kind == "admin2"), quoted)
        first = next((u for u in units), None)
        towns = (self._chosen[o.name.start] for o in outers if o.sure and o.name.entries)
        around = next((e for e in towns if e.kind == "town" and (first is None or holds(first, e))), first)
        whole = first or around
        if whole is None:
            return Holder(admin2=second)
        return Holder(country=whole.country, admin1=whole.admin1, admin2=second, around=around)

    def holds_name_before(self, end: int) -> bool:
        """Return whether the words behind token `end`, where a name ends, tell a unit that it lies in."""
        found = outers_of(self._names, self._by_start, list_end(self._names, self._by_start, end))
        return any(o.sure and (not o.name.entries or self._unit(o) is not None) for o in found)

    def _unit(self, outer: Outer) -> Entry | None:
        """Return the unit that an outer name stands for; None where it is a town or a country."""
        entry = self._chosen.get(outer.name.start)
        return entry if entry is not None and entry.kind in {"admin1", "admin2"} else None

    def _beside(self, start: int) -> Iterator[Candidate]:
        """Yield the only second-order unit that the sentence of a token tells, else that of its paragraph."""
        words = self._names.words
        sentence = words.sentence[start]
        same = [c for c in self._units if words.sentence[c.start] == sentence]
        paragraph = words.paragraph[sentence]
        around = same or [c for c in self._units if words.paragraph[words.sentence[c.start]] == paragraph]
        if len({self._chosen[c.start] for c in around}) == 1:
            yield around[0]
