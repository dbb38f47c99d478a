"""What a name that is known to be one may stand for: its own entries, else those of the longest part that has any."""

import re
from collections.abc import Iterator
from functools import cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._gazetteer import Entry, Gazetteer, country_names, nationality

POSSESSIVE = re.compile(r"['’]s?$")
SPLIT = re.compile(r"[\s/]+")
LONGEST_SPLIT = 8


def entries_of(places: Gazetteer, name: str) -> tuple[tuple[Entry, ...], bool]:
    """Return what `name` may stand for, and whether only a part of it is known ("Gao airport", "northern Mali")."""
    plain = POSSESSIVE.sub("", " ".join(name.split()))
    found = (*places.find(plain), *(e for form in _whose(plain) for e in places.find(form) if e.kind != "town"))
    if found:
        return tuple(sorted(found, key=lambda e: -e.population)), False
    if plain.isupper() and (found := places.find_lower(plain)):
        return found, False
    for part in _parts(plain):
        found = places.find(part)
        if found:
            return found, True
    return (), False


def _whose(name: str) -> Iterator[str]:
    """Yield the country or region whose people or things `name` describes ("Malian", "African")."""
    code = nationality(name)
    if code is not None:
        yield country_names()[code]
    region = _people_of_regions().get(name) or _people_of_regions().get(name.removesuffix("s"))
    if region is not None:
        yield region


def _parts(name: str) -> Iterator[str]:
    """Yield the parts of `name` that may be a place, the longest first; those at its start before those at its end."""
    words = SPLIT.split(name)[:LONGEST_SPLIT]
    dropped = [w for w in words if w.lower() not in _words("direction_adjectives") and w.lower() not in _words("units")]
    if dropped != words and dropped:
        yield " ".join(dropped)
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            if part[0][:1].isupper() and part[-1][:1].isupper() and " ".join(part).lower() not in _words("not_places"):
                yield " ".join(part)


@cache
def _people_of_regions() -> dict[str, str]:
    regions = toml_table("regions.toml")["regions"]
    return {word: name for name, region in regions.items() for word in region.get("people", [])}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(toml_table("places.toml")["words"][name])
