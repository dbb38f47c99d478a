"""Numbers as English writes them, in digits and in words, read off a list of lower-case tokens."""

import re
from dataclasses import dataclass
from functools import cache

from tocsin.core.vocabulary import toml_table

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
INDIAN_DIGITS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
DECIMAL = re.compile(r"\d{1,6}\.\d{1,3}")
DIGIT_RANGE = re.compile(r"(\d{1,6})[-–](\d{1,6})")
HYPHENS = frozenset({"-", "–", "—"})
LARGEST = 10_000_000_000
LONGEST_PHRASE = 5


@dataclass(frozen=True, slots=True)
class Numeral:
    """Tokens `[start, end)` that tell a number: `low` to `high`, equal for a plain one, None for a vague one.

    `phrase` is the wording of a vague one ("dozens").
    """

    start: int
    end: int
    low: int | None
    high: int | None
    phrase: str | None = None


def numeral_at(words: list[str], start: int) -> Numeral | None:
    """Return the numeral that begins with the token `start`, else None.

    >>> numeral_at("two hundred and five men".split(), 0)
    Numeral(start=0, end=4, low=205, high=205, phrase=None)
    >>> numeral_at("38 to 40".split(), 0)
    Numeral(start=0, end=3, low=38, high=40, phrase=None)
    """
    if words[start] not in _first_words() and not words[start][:1].isdigit():
        return None
    return _phrase_at(words, start) or _range_at(words, start)


def _range_at(words: list[str], start: int) -> Numeral | None:
    pair = DIGIT_RANGE.fullmatch(words[start])
    if pair:
        return _ordered(start, start + 1, int(pair[1]), int(pair[2]))
    first = _plain_at(words, start)
    if first is None:
        return None
    joint = words[first[1]] if first[1] < len(words) else ""
    if joint in {"to", "or", *HYPHENS} and first[1] + 1 < len(words) and words[start - 1 : start] != ["from"]:
        second = _plain_at(words, first[1] + 1)
        if second is not None and second[0] > first[0]:
            return Numeral(start, second[1], first[0], second[0])
    return Numeral(start, first[1], first[0], first[0])


def between_at(words: list[str], start: int) -> Numeral | None:
    """Return the range that "between A and B" or "from A to B" at `start` tells, else None."""
    first = _plain_at(words, start + 1) if start + 1 < len(words) else None
    if first is None or first[1] + 1 >= len(words) or words[first[1]] not in {"and", "to"}:
        return None
    second = _plain_at(words, first[1] + 1)
    return _ordered(start, second[1], first[0], second[0]) if second else None


def _ordered(start: int, end: int, low: int, high: int) -> Numeral | None:
    return Numeral(start, end, low, high) if low < high else None


def _phrase_at(words: list[str], start: int) -> Numeral | None:
    for length in range(min(LONGEST_PHRASE, len(words) - start), 0, -1):
        text = " ".join(words[start : start + length])
        if text in _phrases():
            value = _phrases()[text]
            return Numeral(start, start + length, value, value, None if value is not None else text)
    return None


def _plain_at(words: list[str], start: int) -> tuple[int, int] | None:
    """Return value and end of the plain number at `start`: digits or words, with scales ("1.2 million")."""
    digits = _digits(words[start])
    if digits is not None:
        return _scaled(words, digits, start + 1)
    return _spelled(words, start)


def _digits(word: str) -> float | None:
    if DIGITS.fullmatch(word) or INDIAN_DIGITS.fullmatch(word):
        return int(word.replace(",", ""))
    return float(word) if DECIMAL.fullmatch(word) else None


def _scaled(words: list[str], value: float, end: int) -> tuple[int, int] | None:
    scales = toml_table("numbers.toml")["scales"]
    while end < len(words) and words[end] in scales:
        value, end = value * scales[words[end]], end + 1
    return (round(value), end) if value == round(value) and value < LARGEST else None


def _spelled(words: list[str], start: int) -> tuple[int, int] | None:
    """Return value and end of the number in words at `start`: "a hundred", "twenty-three", "two thousand and six"."""
    small, scales = _small(), toml_table("numbers.toml")["scales"]
    total = current = 0
    end = at = start
    if words[at] in {"a", "an", "one"} and at + 1 < len(words) and words[at + 1] in scales:
        current, at = 1, at + 1
    while at < len(words):
        word = words[at]
        if word in small and _fits(current, small[word]):
            current += small[word]
        elif word in scales and current:
            total, current = _grown(total, current, scales[word])
        elif not (word in HYPHENS or word == "and") or not _goes_on(words, at, total + current):
            break
        at += 1
        end = at if word in small or word in scales else end
    return (total + current, end) if end > start and total + current < LARGEST else None


def _grown(total: int, current: int, scale: int) -> tuple[int, int]:
    """Return sum and open part after a scale word: hundreds stay open ("two hundred thousand"), larger ones close."""
    return (total, current * scale) if scale <= 100 else (total + current * scale, 0)


def _goes_on(words: list[str], at: int, value: int) -> bool:
    """Return whether the hyphen or "and" at `at` is inside a number: "twenty-three", "two hundred and six"."""
    following = _small().get(words[at + 1], 0) if at + 1 < len(words) else 0
    if words[at] == "and":
        return value >= 100 and value % 100 == 0 and following > 0
    return 20 <= value % 100 < 100 and value % 10 == 0 and 0 < following < 10


def _fits(current: int, word: int) -> bool:
    if current == 0:
        return True
    return (current % 100 == 0 and word < 100) or (current % 100 >= 20 and current % 10 == 0 and word < 10)


@cache
def _small() -> dict[str, int]:
    table = toml_table("numbers.toml")
    return {**table["units"], **table["tens"]}


@cache
def _phrases() -> dict[str, int | None]:
    table = toml_table("numbers.toml")
    phrases: dict[str, int | None] = {" ".join(p.replace("-", " - ").split()): n for p, n in table["phrases"].items()}
    return {**phrases, **table["phrases"], **dict.fromkeys(table["vague"]["words"])}


@cache
def _first_words() -> frozenset[str]:
    return frozenset({*_small(), "a", "an", *(p.split()[0] for p in _phrases())})
