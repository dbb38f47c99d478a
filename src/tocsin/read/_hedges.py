"""How sure a report is of a number: the hedge before or after it, and the bounds that follow."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from tocsin.core.vocabulary import toml_table
from tocsin.read._numerals import Numeral

Bound = Literal["exactly", "at_least", "at_most", "about"]
LONGEST = 5
Bounds = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Hedge:
    """How a number is bounded, by which words, and the tokens that number and hedge cover together."""

    bound: Bound
    words: str | None
    start: int
    end: int


def hedge_of(words: list[str], numeral: Numeral) -> Hedge:
    """Return the hedge of `numeral`; `exactly` with no words where there is none."""
    bound: Bound = "exactly"
    text, start, end = None, numeral.start, numeral.end
    before = _before(words, start)
    while before is not None:
        found, length = before
        if found != "exactly":
            bound, text = found, " ".join(words[start - length : start])
        start -= length
        before = _before(words, start)
    after = _after(words, end)
    if after is not None and bound == "exactly":
        bound, length = after
        text, end = " ".join(words[end : end + length]), end + length
    return Hedge(bound, text, start, end)


def bounds(numeral: Numeral, bound: Bound) -> Bounds:
    """Return low, best and high of a number under a hedge, as the gold corpus reads them.

    >>> bounds(Numeral(0, 1, 12, 12), "at_least"), bounds(Numeral(0, 3, 10, 12), "exactly")
    ((12, 12, None), (10, 10, 12))
    """
    low, high = numeral.low, numeral.high
    if low is None or high is None:
        return None, None, None
    if bound == "at_least":
        return low, low, None
    if bound == "at_most":
        return None, high, high
    if low != high:
        return low, low, high
    return (None, low, None) if bound == "about" else (low, low, low)


def _before(words: list[str], start: int) -> tuple[Bound, int] | None:
    for length in range(min(LONGEST, start), 0, -1):
        bound = _hedges().get(" ".join(words[start - length : start]))
        if bound is not None:
            return bound, length
    return None


def _after(words: list[str], end: int) -> tuple[Bound, int] | None:
    for length in (4, 3, 2, 1):
        bound = _trailers().get(" ".join(words[end : end + length]))
        if bound is not None:
            return bound, length
    return None


@cache
def _hedges() -> dict[str, Bound]:
    table = toml_table("numbers.toml")["hedges"]
    kinds: tuple[Bound, ...] = ("exactly", "about", "at_most", "at_least")
    return {phrase: kind for kind in kinds for phrase in table[kind]}


@cache
def _trailers() -> dict[str, Bound]:
    table = toml_table("numbers.toml")["hedges"]
    kinds: tuple[tuple[str, Bound], ...] = (("or_more", "at_least"), ("or_less", "at_most"), ("or_so", "about"))
    return {phrase: kind for name, kind in kinds for phrase in table[name]}
