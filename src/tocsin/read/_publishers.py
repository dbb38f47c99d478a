"""Where a publisher is at home, as far as its name or address tells: "Gao Times", gaotimes.ml."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tocsin.core.vocabulary import csv_rows, toml_table
from tocsin.read._gazetteer import Entry, Gazetteer

HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
PREFIX = re.compile(r"^(?:www\d?|m|rss|feeds)\.")
ENDING = re.compile(r"(?:\.(?:co|com|org|net|gov))?\.[a-z]{2,}$")
SHORTEST_NAME, SHORTEST_WORD = 4, 3
MOST_HOMES = 12
KEPT = 1_000  # publishers
# Country codes in addresses that mean something else as often ("television", "company").
NO_COUNTRY = frozenset({"tv", "co", "me", "io", "ai", "fm", "am", "to", "cc", "ws", "ly", "is", "it", "us", "in"})
OTHER_CODES = {"uk": "GB"}


@lru_cache(KEPT)
def homes_of(publisher: str | None, places: Gazetteer) -> tuple[Entry, ...]:
    """Return the towns and units that the publisher may be named after; empty where its name tells none.

    One named after a country or region ("Sahel Wire") is at home in no town of that name.
    """
    for name in _names(publisher or ""):
        found = places.find(name)
        if found:
            wide = any(e.kind in {"country", "region"} for e in found)
            return () if wide else tuple(e for e in found if e.kind in {"town", "admin1"} and e.main)[:MOST_HOMES]
    return ()


def country_of(publisher: str | None) -> str | None:
    """Return the country that the ending of the publisher's address stands for, None where it has no such address.

    >>> country_of("www.example.co.uk"), country_of("example.com"), country_of("Gao Times")
    ('GB', None, None)
    """
    if publisher is None or not HOST.fullmatch(publisher.lower()):
        return None
    ending = publisher.lower().rpartition(".")[2]
    code = OTHER_CODES.get(ending, ending.upper())
    return code if ending not in NO_COUNTRY and code in _codes() else None


def _names(publisher: str) -> Iterator[str]:
    """Yield what is left of a publisher's name without the words of newspapers, the longest first."""
    host = PREFIX.sub("", publisher.lower())
    if HOST.fullmatch(host):
        for label in reversed(ENDING.sub("", host).split(".")):
            yield from _parts(label.replace("-", ""))
        return
    words = publisher.split()
    left = [w for w in words if w.lower() not in _words()]
    if left and len(left) < len(words):
        yield " ".join(left)


def _parts(label: str) -> Iterator[str]:
    """Yield the names, of one word or two, that stand beside words of newspapers only ("thegaotimes": "gao")."""
    for length in range(len(label), SHORTEST_NAME - 1, -1):
        for start in range(len(label) - length + 1):
            name = label[start : start + length]
            if _is_of_words(label[:start]) and _is_of_words(label[start + length :]) and not _is_of_words(name):
                yield name
                yield from (f"{name[:i]} {name[i:]}" for i in range(SHORTEST_WORD, len(name) - SHORTEST_WORD + 1))


def _is_of_words(text: str) -> bool:
    """Return whether `text` is nothing, or words of newspapers written as one."""
    return not text or any(text.startswith(w) and _is_of_words(text[len(w) :]) for w in _joined())


@cache
def _words() -> frozenset[str]:
    return frozenset(toml_table("place_senses.toml")["publishers"]["words"])


@cache
def _joined() -> frozenset[str]:
    return frozenset(w.replace(" ", "") for w in _words())


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in csv_rows("countries.csv"))
