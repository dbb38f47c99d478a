"""What a name that is known to be one may stand for: its own entries, else those of the longest part that has any."""

import re
from collections.abc import Iterator
from functools import cache

from tocsin.core.vocabulary import csv_rows, toml_table
from tocsin.read._gazetteer import Entry, Gazetteer, country_names, nationality

POSSESSIVE = re.compile(r"['’]s?$")
SPLIT = re.compile(r"[\s/–-]+")
LONGEST_SPLIT = 8
MOST_SENSES = 2  # of the country or region whose people a word tells
LEAST_POPULATION_OF_A_PART = 5_000


def entries_of(places: Gazetteer, name: str) -> tuple[tuple[Entry, ...], bool]:
    """Return what `name` may stand for, and whether only a part of it is known ("Gao airport", "northern Mali")."""
    plain = POSSESSIVE.sub("", " ".join(name.split()))
    found = (*places.find(plain), *_whose(places, plain))
    if found:
        return tuple(sorted(found, key=lambda e: -e.population)), False
    if plain.isupper() and (found := places.find_lower(plain)):
        return found, False
    known = [found for part in _parts(plain) if (found := _of_part(places, part))]
    return max(known, key=_weight, default=()), bool(known)


def _whose(places: Gazetteer, name: str) -> tuple[Entry, ...]:
    """Return the country or region whose people or things `name` describes ("Malian", "African")."""
    code = nationality(name)
    named = [country_names()[code]] if code is not None else []
    region = _people_of_regions().get(name) or _people_of_regions().get(name.removesuffix("s"))
    found: list[Entry] = []
    for own in [*named, *([region] if region is not None else [])]:
        senses = places.find(own)
        found += [e for e in senses if e.kind != "town"][:MOST_SENSES] or senses[:1]
    return tuple(found)


def _parts(name: str) -> Iterator[str]:
    """Yield the parts of `name` that may be names of places."""
    words = [w for w in SPLIT.split(name)[:LONGEST_SPLIT] if w]
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            ends = all(w[:1].isupper() and w.lower() not in _words("direction_adjectives") for w in (part[0], part[-1]))
            if ends and " ".join(part).lower() not in _words("not_places"):
                yield " ".join(part)


def _of_part(places: Gazetteer, part: str) -> tuple[Entry, ...]:
    found = tuple(e for e in (*places.find(part), *_whose(places, part)) if not e.bare)
    return found if _weight(found) >= LEAST_POPULATION_OF_A_PART else ()


def _weight(entries: tuple[Entry, ...]) -> int:
    return max((e.population for e in entries if e.main), default=0)


@cache
def _people_of_regions() -> dict[str, str]:
    return {word: row["name"] for row in csv_rows("people_of_places.csv") for word in row["words"].split("|")}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(toml_table("places.toml")["words"][name])
