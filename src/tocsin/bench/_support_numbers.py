"""Whether words say a number of people."""

import re
from collections.abc import Iterator
from functools import cache

from anyascii import anyascii

from tocsin.core.values import Quantity
from tocsin.core.vocabulary import toml_table
from tocsin.read._numerals import numeral_at

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+|-")
WORDS_FOR = {0: "none", 1: "one", 2: "two"}


def says_quantity(value: Quantity, spans: tuple[str, ...]) -> bool:
    """Return whether `spans` say all figures of `value`, a sum by its parts; its qualifier where it has no figure."""
    tokens = [TOKEN.findall(anyascii(s).lower()) for s in spans]
    figures = {n for n in (value.low, value.best, value.high) if n is not None}
    if not figures:
        return value.qualifier is None or _words(value.qualifier) <= {t for row in tokens for t in row}
    parts = [n for row in tokens for n in _numbers(row)]
    written = {*parts, *_sums(parts), *(n for n in WORDS_FOR if any(_for(n) & set(row) for row in tokens))}
    return figures - {1} <= written and (1 not in figures or 1 in written or _one_name(value, spans))


def _numbers(tokens: list[str]) -> Iterator[int]:
    for i in range(len(tokens)):
        found = numeral_at(tokens, i)
        if found is not None:
            yield from (n for n in (found.low, found.high) if n is not None)


def _sums(parts: list[int]) -> Iterator[int]:
    """Yield the sums of runs of figures ("two soldiers and three policemen")."""
    for start in range(len(parts)):
        for end in range(start + 2, len(parts) + 1):
            yield sum(parts[start:end])


def _one_name(value: Quantity, spans: tuple[str, ...]) -> bool:
    """Return whether the one that is counted is a name or a singular noun in `spans`."""
    last = _ordered(value.group or "")[-1:]
    plural = bool(last) and (last[0].endswith("s") or last[0] in toml_table("support.toml")["plurals"])
    return bool(last) and not plural and any(last[0] in _ordered(s) for s in spans)


def _ordered(text: str) -> list[str]:
    return re.findall(r"[a-z]+", anyascii(text).lower())


def _words(text: str) -> set[str]:
    return set(TOKEN.findall(anyascii(text).lower()))


@cache
def _for(number: int) -> frozenset[str]:
    return frozenset(toml_table("support.toml")[WORDS_FOR[number]])
