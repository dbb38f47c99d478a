"""The wordings of times, searched for around the words that they cannot be without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tocsin.core.vocabulary import toml_table
from tocsin.read._feasts import countries_by_name, months_of, names_of_feasts, names_of_national_days
from tocsin.read._time_wordings import PIECES, RULES

APOSTROPHE, EITHER_APOSTROPHE = "'", "['’]"
# Rules whose wordings tell the year, and rules that do where one of `YEARS` is among their groups.
STATED = frozenset(
    {
        "iso",
        "numeric",
        "year",
        "year_of",
        "year_range",
        "decade",
        "century",
        "short_year",
        "quarter",
        "islamic_year",
        "other_month",
    }
)
POINTS = frozenset(
    {"date", "day_range", "date_range", "month", "month_range", "season", "night_to", "week_of_month", "feast",
     "national_day", "other_date", "nth_weekday", "nth_day", "week_of_date", "month_half"}
)  # fmt: skip
YEARS = ("y", "y1", "y2", "oy")
SIDED_GROUP = re.compile(r"\(\?P<([12])([dmyw])>")
# What a wording cannot be without, by what stands in its pattern; without any of these it names a unit or part of day.
KEYS = (
    ("{FEAST", "feast"), ("{LAND", "feast"), ("{M", "month"), ("{W", "weekday"), ("{SEASON", "season"),
    ("{OM", "feast"), ("(?P<dth>", "nth"),
    ("(?P<u>", "unit"), ("{U}", "unit"), ("{Y", "year"), ("{OY", "year"), ("(?P<y>", "year"), ("(?P<y1", "year"),
    ("(?P<yy>", "short"),
)  # fmt: skip
LEAST_ORDINAL = 4
REACH_BACK, REACH_ON = 56, 48  # characters of a wording before and after its key word
# Words that are no unit, season, month or feast and yet make a time.
OTHERS = (
    "yesterday", "today", "tomorrow", "tonight", "overnight", "morning", "afternoon", "evening", "recently", "lately",
    "ago", "century", "eve",
)  # fmt: skip
WORD = re.compile(r"(?<!\d)\d{4}(?!\d)|['’‘]\d\d|[^\W\d_]+")
FIRST_WORD = re.compile(r"[^\W\d_]+")
DIGITS = frozenset("0123456789'’‘")


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording: the name of what gives it a value, its pattern, and the kind of word that it cannot be without."""

    name: str
    pattern: re.Pattern[str]
    key: str


@dataclass(frozen=True, slots=True)
class Match:
    """A wording found in the text: characters `[start, end)`, the rule, and its groups."""

    start: int
    end: int
    rule: str
    groups: dict[str, Any]

    @property
    def is_stated(self) -> bool:
        """Whether the words tell the year."""
        return self.rule in STATED or (self.rule in POINTS and any(self.groups.get(y) for y in YEARS))


@lru_cache(maxsize=1)
def wordings(text: str) -> tuple[Match, ...]:
    """Return the wordings of times in `text` in order, the longest where several overlap; kept for the last text."""
    kept: list[Match] = []
    taken = bytearray(len(text))
    for match in sorted(_found(text), key=lambda m: (m.start - m.end, m.start)):
        if not any(taken[match.start : match.end]):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            kept.append(match)
    return tuple(sorted(kept, key=lambda m: m.start))


def _found(text: str) -> Iterator[Match]:
    """Yield the wordings in `text`; only the surroundings of key words are searched."""
    stretches = _stretches(text)
    for rule in time_rules():
        for start, end in stretches.get(rule.key, ()):
            for match in rule.pattern.finditer(text, start, end):
                yield Match(match.start(), match.end(), rule.name, match.groupdict())


def _stretches(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return by kind of key word the stretches of `text` around such words, those that overlap made one."""
    found: dict[str, list[tuple[int, int]]] = {}
    kinds, names = _key_words(), _names_of_days()
    for match in WORD.finditer(text):
        kind = kinds.get(match[0])
        if kind is None and match[0][0] in DIGITS:
            kind = "year" if match[0][0].isdigit() else "short"
        if kind is None or (kind == "feast" and not names.match(text, match.start())):
            continue
        rows = found.setdefault(kind, [])
        start, end = max(match.start() - REACH_BACK, 0), match.end() + REACH_ON
        if rows and start <= rows[-1][1]:
            rows[-1] = rows[-1][0], end
        else:
            rows.append((start, end))
    return found


@cache
def _key_words() -> dict[str, str]:
    """Return the kind of each key word in all cases that are printed; of the name of a feast, of its first word."""
    table = toml_table("times.toml")
    any_case = {
        "unit": [*table["units"], *table["tens"], *table["often"], *OTHERS],
        "season": list(table["seasons"]),
    }
    printed = {
        "feast": [n for n in (*names_of_feasts(), *names_of_national_days(), *_other_months()) if n[:1].isupper()],
        "month": [m.title() for m in table["months"]],
        "weekday": [f"{d.title()}{plural}" for d in table["weekdays"] for plural in ("", "s")],
    }
    any_case["nth"] = ["st", "nd", "rd", "th", *_ordinals()]
    kinds = {c: kind for kind, words in any_case.items() for w in words for c in (w, w.title(), w.upper())}
    firsts = [(FIRST_WORD.match(w), kind) for kind, words in printed.items() for w in words]
    return kinds | {c: kind for m, kind in firsts if m is not None for c in (m[0], m[0].upper())}


@cache
def _names_of_days() -> re.Pattern[str]:
    return re.compile("|".join(_names()[key] for key in ("feasts", "national_days", "other_months")))


def _other_months() -> list[str]:
    return [*months_of("islamic"), *months_of("persian")]


@cache
def time_rules() -> tuple[Rule, ...]:
    """Return all wordings, ready to be searched for."""
    return tuple(Rule(name, _compiled(text), _key(text)) for name, text in RULES)


def _key(text: str) -> str:
    return next((key for mark, key in KEYS if mark in text), "unit")


def _compiled(text: str) -> re.Pattern[str]:
    names = _names()
    pieces = {f"{key}{side}": piece.format(side, **names) for key, piece in PIECES.items() for side in ("", "1", "2")}
    body = SIDED_GROUP.sub(r"(?P<\2\1>", text.format(**pieces, **names))
    return re.compile(rf"(?<![\w-])(?i:{body})", re.ASCII)


@cache
def _names() -> dict[str, str]:
    table = toml_table("times.toml")
    months = [f"{m.title()}|{m.upper()}" for m in table["months"]]
    days = [f"{d.title()}|{d.upper()}" for d in table["weekdays"]]
    return {
        "months": f"(?-i:{_longest_first('|'.join(months).split('|'))})",
        "weekdays": f"(?-i:{_longest_first('|'.join(days).split('|'))})",
        "numbers": _longest_first([n for n in table["numbers"] if n != "half"]),
        "units": _longest_first(list(table["units"])),
        "feasts": _as_printed(names_of_feasts()),
        "national_days": _as_printed(names_of_national_days()),
        "other_months": _as_printed(_other_months()),
        "lands": _longest_first(list(countries_by_name())),
        "centuries": _longest_first(list(table["centuries"])),
        "seasons": _longest_first(list(table["seasons"])),
        "ordinals": _longest_first(_ordinals()),
    }


def _ordinals() -> list[str]:
    """Return the ordinals in letters that tell a day of the month; "the night of the second" may be anything's."""
    return [word for word, n in toml_table("times.toml")["ordinals"].items() if n >= LEAST_ORDINAL]


def _longest_first(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


def _as_printed(names: list[str]) -> str:
    """Return names as they are printed: with either apostrophe, also in capitals."""
    both = _longest_first([*names, *(n.upper() for n in names)])
    return f"(?-i:{both.replace(APOSTROPHE, EITHER_APOSTROPHE)})"
