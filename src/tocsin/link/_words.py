"""Names and phrases brought into the form in which they are compared."""

import re
from functools import cache, lru_cache

from anyascii import anyascii

from tocsin.core.vocabulary import csv_rows, toml_table

NOT_WORD = re.compile(r"[^a-z0-9]+")
# What follows these words says more about the head of a name; it is no part of it.
HEAD_END = re.compile(r" (?:of|at|in|inside|outside|from|near|with|on|for|who|that|which|-) ")
PLURAL_ENDS = ("s", "men")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]{0,2}\s+(?=[\"'“‘(]?[A-Z0-9])|\n\s*\n")


@cache
def words(name: str) -> frozenset[str]:
    """Return the list `name` of data/link_words.toml as a set."""
    return frozenset(toml_table("link_words.toml")[name])


@lru_cache(maxsize=1 << 16)
def tokens(phrase: str) -> tuple[str, ...]:
    """Return the words of `phrase` in plain lower-case letters, without determiners and possessive endings.

    >>> tokens("The Malian army's base")
    ('malian', 'army', 'base')
    """
    straight = phrase.replace("’", "'")
    plain = (straight if straight.isascii() else anyascii(straight)).casefold().replace("'s ", " ").replace("'", "")
    found = [t for t in NOT_WORD.split(plain) if t]
    while len(found) > 1 and found[0] in words("determiners"):
        found.pop(0)
    return tuple(found)


def key(phrase: str) -> str:
    """Return the one spelling by which equal phrases are recognised."""
    return " ".join(tokens(phrase))


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Return the key of a name without titles and ranks in front; the whole key where nothing else is left."""
    titles = toml_table("link_words.toml")["titles"]["words"]
    rest = key(name)
    title = next((t for t in titles if rest.startswith(t + " ")), None)
    while title is not None:
        rest = rest[len(title) + 1 :]
        title = next((t for t in titles if rest.startswith(t + " ")), None)
    return rest


@lru_cache(maxsize=1 << 16)
def is_described(name: str) -> bool:
    """Return whether `name` describes ("Malian gunmen") rather than names ("Northern Brigade", "the Malian army").

    >>> is_described("armed men"), is_described("al-Shabaab"), is_described("the Malian army")
    (True, False, False)
    >>> is_described("four Frenchmen"), is_described("the last gunmen at Agadez"), is_described("Bank of Mali")
    (True, True, False)
    >>> is_described("Soldiers"), is_described("Police"), is_described("Renamo"), is_described("Rebel")
    (True, True, False, True)
    """
    head = HEAD_END.split(name, maxsplit=1)[0].split() or name.split()
    if not head:
        return True
    last = head[-1]
    if any(c.isupper() or c.isdigit() for c in last):
        return _is_many(last) or _is_common_noun(name) or (is_counted(name) and last.endswith(PLURAL_ENDS))
    bodies = toml_table("link_words.toml")["bodies"]["words"]
    is_body = any(key(name).endswith(body) for body in bodies)
    return not (is_body and bool(country_tokens() & set(tokens(name))))


def _is_common_noun(name: str) -> bool:
    """Return whether `name` is one noun for people with the capital that opens a sentence: "Soldiers", "Police"."""
    plain = name.casefold()
    singular = f"{plain[:-3]}y" if plain.endswith("ies") else plain.removesuffix("s")
    return name == plain.capitalize() and bool({plain, singular} & common_nouns())


@cache
def common_nouns() -> frozenset[str]:
    """Return the nouns for people and organs of a state that no name consists of, as "Front" may."""
    people = toml_table("people.toml")
    listed = (w for row in toml_table("actors.toml")["noun"] if row["one"] in {"person", "state"} for w in row["words"])
    return frozenset([*people["people"], *people["attackers"], *people["plural_only"], *listed])


def _is_many(word: str) -> bool:
    """Return whether `word` is a nationality in the plural ("Egyptians", "Frenchmen")."""
    plain = key(word)
    return plain not in country_tokens() and (
        (plain.endswith("s") and plain[:-1] in country_tokens()) or plain.endswith("men")
    )


def is_counted(phrase: str) -> bool:
    """Return whether `phrase` begins with a number or its hedge.

    >>> is_counted("At least 12 people"), is_counted("four Frenchmen"), is_counted("a market")
    (True, True, False)
    """
    first = phrase.split(maxsplit=1)[0].casefold() if phrase.strip() else ""
    return first[:1].isdigit() or first.partition("-")[0] in words("counts")


@cache
def country_tokens() -> frozenset[str]:
    """Return the plain words of all country names and demonyms: two names that differ in one are never the same."""
    names = [row["name"] for row in csv_rows("countries.csv")]
    names += [n for row in csv_rows("country_names.csv") for n in row["names"].split("|")]
    names += [n for row in csv_rows("demonyms.csv") for n in row["words"].split("|")]
    return frozenset(t for n in names for t in tokens(n) if len(t) > 3)


def contains(outer: str, inner: str) -> bool:
    """Return whether all words of `inner` are among those of `outer`."""
    return bool(tokens(inner)) and set(tokens(inner)) <= set(tokens(outer))


def distinct(phrases: list[str]) -> tuple[str, ...]:
    """Return `phrases` in order, those left out that say no more than one already there, or less.

    >>> distinct(["a market", "The market", "a crowded market", "a bridge"])
    ('a market', 'a bridge')
    """
    kept: list[str] = []
    for phrase in phrases:
        if not any(contains(phrase, k) or contains(k, phrase) for k in kept):
            kept.append(phrase)
    return tuple(kept)


def sentence_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which sentences of `text` begin, by punctuation alone."""
    return (0, *(m.end() for m in SENTENCE_END.finditer(text)))
