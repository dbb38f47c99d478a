"""Where the armed groups that a page names have mostly fought."""

from collections import defaultdict
from functools import cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._gazetteer import Entry
from tocsin.read._names import find_names
from tocsin.read._words import Words

HYPHENS = frozenset({"-", "–"})
LONGEST_ACRONYM = 4  # so short a name is one in capitals alone: "MEND", not "Mend"


def areas_of(words: Words) -> frozenset[str]:
    """Return the countries and units ("NG Borno State") where the groups named on a page have mostly fought."""
    areas = _areas()
    named = {lower for word, lower in zip(words.text, words.lower, strict=True) if lower in areas and _is_name(word)}
    for start, (end, kind) in find_names(words).spans.items():
        if kind == "armed" and end > start + 1:
            named.add(" ".join(w for w in words.lower[start:end] if w not in HYPHENS))
    return frozenset().union(*(areas[name] for name in named if name in areas))


def _is_name(word: str) -> bool:
    return word.isupper() or (word[:1].isupper() and len(word) > LONGEST_ACRONYM)


def is_in(entry: Entry, areas: frozenset[str]) -> bool:
    """Return whether a place lies in one of `areas`."""
    return entry.country in areas or f"{entry.country} {entry.admin1}" in areas


@cache
def _areas() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for group in toml_table("group_areas.toml")["group"]:
        for name in group["names"]:
            found[name] |= frozenset(group["units"])
    return dict(found)
