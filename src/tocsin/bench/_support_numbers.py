"""Whether words say a number of people."""

import re
from collections.abc import Iterator
from functools import cache

from anyascii import anyascii

from tocsin.core.values import Quantity
from tocsin.core.vocabulary import toml_table

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+|-")
JOINTS = frozenset({"-", "and", "a", "of"})
SCALES_ALONE = frozenset({"dozen", "hundred", "thousand", "million"})
THOUSAND = 1000
LONGEST_NUMBER = 12
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
    """Yield the numbers that `tokens` write in digits or words."""
    total = part = 0
    for token in [*tokens, ""]:
        if token in _scales() and (part or token in SCALES_ALONE):
            part = max(part, 1) * _scales()[token]
            total, part = (total + part, 0) if part >= THOUSAND else (total, part)
        elif token in _small() and (part % 100 == 0 or (part % 10 == 0 and _small()[token] < 10)):
            part += _small()[token]
        elif token not in JOINTS:
            yield from ([total + part] if total + part else [])
            total, part = 0, _small().get(token, 0)
            yield from _digits(token)


def _digits(token: str) -> Iterator[int]:
    plain = token.replace(",", "")
    if plain.isdigit() and len(plain) <= LONGEST_NUMBER:
        yield int(plain)


@cache
def _small() -> dict[str, int]:
    table = toml_table("numbers.toml")
    return {str(word): int(n) for word, n in (table["units"] | table["tens"]).items()}


@cache
def _scales() -> dict[str, int]:
    return {str(word): int(n) for word, n in toml_table("numbers.toml")["scales"].items()}


def _sums(parts: list[int]) -> Iterator[int]:
    """Yield the sums of runs of figures ("two soldiers and three policemen")."""
    for start in range(len(parts)):
        for end in range(start + 2, len(parts) + 1):
            yield sum(parts[start:end])


def _one_name(value: Quantity, spans: tuple[str, ...]) -> bool:
    """Return whether the one that is counted is a name or a singular noun in `spans`."""
    group = (value.group or "").split()
    last = _ordered(value.group or "")[-1:]
    common = bool(group) and not group[-1][:1].isupper()
    plural = bool(last) and ((common and last[0].endswith("s")) or last[0] in toml_table("support.toml")["plurals"])
    return bool(last) and not plural and any(last[0] in _ordered(s) for s in spans)


def _ordered(text: str) -> list[str]:
    return re.findall(r"[a-z]+", anyascii(text).lower())


def _words(text: str) -> set[str]:
    return set(TOKEN.findall(anyascii(text).lower()))


@cache
def _for(number: int) -> frozenset[str]:
    return frozenset(toml_table("support.toml")[WORDS_FOR[number]])
