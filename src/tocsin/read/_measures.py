"""Distances and spans of time between events, as words: "some 200 km apart", "five days after"."""

import re
from collections.abc import Iterator

from tocsin.core.vocabulary import toml_table

KM_PER_MILE = 1.609344
_NUMBER = r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_KM = rf"(?P<km>{_NUMBER}[ -]?(?:km|kilomet(?:re|er)s?|miles?))"
_DISTANCE = re.compile(
    rf"\b(?:(?:some|about|nearly|around|only|just) )?{_KM}(?: and [^,;.]{{1,30}}?)?"
    r" (?:apart|away\b|(?:further|farther) [a-z]+(?: the [a-z]+)?)",
    re.IGNORECASE,
)
_BEHIND_DISTANCES = ("apart", "away", "further", "farther")
_BEHIND_INTERVALS = ("after", "before", "later", "earlier", "ahead of", "apart")
_INTERVAL = re.compile(
    rf"\b(?:(?:only|just|less than|more than|barely|about|some|nearly|almost) )*"
    rf"(?P<span>{_NUMBER} (?:day|week|fortnight|month|year)s?) (?:{'|'.join(_BEHIND_INTERVALS)})\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\b(\d[\d,.]*|[a-z]+)[ -]?(km|kilomet(?:re|er)s?|miles?)\b", re.IGNORECASE)


def distances(text: str) -> Iterator[re.Match[str]]:
    """Yield the distances that `text` tells ("some 200 km apart"); group "km" is the length."""
    return _searched(_DISTANCE, text, _BEHIND_DISTANCES)


def intervals(text: str) -> Iterator[re.Match[str]]:
    """Yield the spans of time between events that `text` tells ("five days after"); group "span" is the length."""
    return _searched(_INTERVAL, text, _BEHIND_INTERVALS)


def _searched(pattern: re.Pattern[str], text: str, needed: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Return the matches of a slow `pattern`, which has to have one of the words `needed`."""
    lower = text.lower()
    return pattern.finditer(text) if any(word in lower for word in needed) else iter(())


def km_of(text: str) -> float | None:
    """Return the kilometres that `text` tells.

    >>> km_of("60 km"), round(km_of("ten miles"), 1)
    (60.0, 16.1)
    """
    match = _LENGTH.search(text)
    number = _number(match.group(1)) if match else None
    if match is None or number is None:
        return None
    return number * (KM_PER_MILE if match.group(2).lower().startswith("mile") else 1.0)


def days_of(text: str) -> float | None:
    """Return the days that `text` tells.

    >>> days_of("two weeks"), days_of("in ten days"), days_of("soon")
    (14, 10, None)
    """
    units: dict[str, int] = toml_table("comparisons.toml")["days"]
    match = re.search(rf"\b(\d+|[a-z]+)\s+({'|'.join(units)})s?\b", text.lower())
    number = _number(match.group(1)) if match else None
    return None if match is None or number is None else number * units[match.group(2)]


def _number(word: str) -> float | None:
    numbers: dict[str, int] = toml_table("comparisons.toml")["numbers"]
    plain = word.replace(",", "").rstrip(".")
    return float(plain) if plain.replace(".", "", 1).isdigit() else numbers.get(word.lower())
