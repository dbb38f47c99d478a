"""Names of units: countries by name or code, anything else by the panel's own name for it."""

from functools import cache

from anyascii import anyascii
from rapidfuzz import fuzz, process

from tocsin.core.errors import UnknownName
from tocsin.core.panel import Panel
from tocsin.core.states import code_table, states
from tocsin.core.vocabulary import csv_rows, toml_table

MOST_NEAR = 3
# Of 100: "Tunesia" and "Tunisia" have 86, "Tunis" and "Tunisia" 83.
LEAST_ALIKE = 60
MOST_UNITS = 12


def unit_name(unit: str) -> str:
    """Return what a unit is called: the name of a country for its code, else the unit itself.

    >>> unit_name("TN"), unit_name("151234")
    ('Tunisia', '151234')
    """
    state = states().get(unit)
    return state.name if state is not None else unit


def unit_named(words: str, panel: Panel) -> str:
    """Return the unit of `panel` that `words` name; raise UnknownName, with near misses, otherwise.

    A name counts as a whole: "Niger" is never a part of "Nigeria".
    """
    if words in panel.units:
        return words
    key = _key(words)
    several: list[str] | None = toml_table("questions.toml")["ambiguous"].get(key)
    if several is not None:
        meant = " or ".join(f"{unit_name(code)} ({code})" for code in several)
        raise UnknownName(f"{words!r} may be {meant}; say which")
    code = _codes().get(key)
    if code in panel.units:
        return code
    if code is not None:
        raise UnknownName(f"the panel has no {unit_name(code)} ({code}); it has: {_some(panel.units)}")
    near = near_units(words, panel)
    hint = f": did you mean {' or '.join(near)}?" if near else "."
    raise UnknownName(f"no country or unit {words!r}{hint} The panel has: {_some(panel.units)}")


def near_units(words: str, panel: Panel) -> list[str]:
    """Return the names of units of `panel` that are nearly `words`, the nearest first; none that are `words`."""
    key = _key(words)
    there = [name for name, known in _codes().items() if known in panel.units]
    near = process.extract(key, there, scorer=fuzz.ratio, limit=MOST_NEAR, score_cutoff=LEAST_ALIKE)
    return [] if key in there else list(dict.fromkeys(f"{unit_name(_codes()[n])} ({_codes()[n]})" for n, _, _ in near))


@cache
def _codes() -> dict[str, str]:
    """Return the code of each country by its names and codes, written plainly."""
    found = {_key(name): code for name, code in code_table("name").items()}
    found |= {_key(name): row["country"] for row in csv_rows("country_names.csv") for name in row["names"].split("|")}
    found |= {_key(row["name"]): row["code"] for row in csv_rows("countries.csv")}
    found |= {iso3.casefold(): code for iso3, code in code_table("iso3").items()}
    return found | {code.casefold(): code for code in states()}


def _key(words: str) -> str:
    return anyascii(" ".join(words.split())).casefold().removeprefix("the ")


def _some(units: tuple[str, ...]) -> str:
    named = ", ".join(units[:MOST_UNITS])
    return named if len(units) <= MOST_UNITS else f"{named} and {len(units) - MOST_UNITS} more"
