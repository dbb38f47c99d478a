"""Which nouns stand for people, and which of them for those who attack."""

from functools import cache, lru_cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._gazetteer import nationality

IRREGULAR = {"children": "child", "people": "people", "wives": "wife", "lives": "life", "grandchildren": "grandchild"}
SHORTEST_BY_SUFFIX = 7
CACHED = 4096


@lru_cache(CACHED)
def is_person(noun: str) -> bool:
    """Return whether `noun`, singular or plural, stands for people.

    >>> is_person("policemen"), is_person("Malians"), is_person("bodies"), is_person("vehicles")
    (True, True, True, False)
    """
    low = noun.lower()
    one = singular(low)
    if one in _persons() or one in _table("attackers") or low in _table("plural_only"):
        return True
    if len(low) >= SHORTEST_BY_SUFFIX and low.endswith(tuple(_table("suffixes"))):
        return True
    return noun[:1].isupper() and nationality(noun) is not None


@lru_cache(CACHED)
def is_attacker(noun: str) -> bool:
    """Return whether `noun` stands for people who attack ("gunmen", "bombers")."""
    return singular(noun.lower()) in _table("attackers")


@lru_cache(CACHED)
def is_body(noun: str) -> bool:
    """Return whether `noun` counts people by what became of them ("bodies", "injuries"): nobody can be led away."""
    return singular(noun.lower()) in _table("bodies")


@lru_cache(CACHED)
def singular(noun: str) -> str:
    """Return the singular of a lower-case noun.

    >>> [singular(n) for n in ("gunmen", "bodies", "children", "attaches", "policewomen", "taliban")]
    ['gunman', 'body', 'child', 'attache', 'policewoman', 'taliban']
    """
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


@cache
def _persons() -> frozenset[str]:
    """Return the nouns for one person, those that tell who speaks included."""
    speakers = (n["words"] for n in toml_table("actors.toml")["noun"] if (n["one"], n["many"]) == ("person", "people"))
    return _table("people").union(*speakers)


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(toml_table("people.toml")[name])
