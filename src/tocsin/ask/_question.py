"""A question in plain words, taken apart."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from tocsin.ask._places import near_units, unit_named
from tocsin.ask._targets import require_target
from tocsin.core.errors import InputError, InvalidNoun
from tocsin.core.months import add_months, month_of
from tocsin.core.panel import Panel
from tocsin.core.question import Question
from tocsin.core.vocabulary import toml_table

FORM = "at least 10 deaths in Tunisia within 6 months"


def question(words: str, *, as_of: date, panel: Panel) -> Question:
    """Return the question that `words` put about `panel`; its window begins with the first month from `as_of` on.

    A country goes by its name or ISO code. Raises InputError where the words are no question of the known form, and
    UnknownName, with near misses, for a target or place that the panel does not hold; nothing is put in their place.

    >>> from tocsin.count import read_panel
    >>> from tocsin.core.vocabulary import data_file
    >>> asked = question(f"{FORM}?", as_of=date(2015, 2, 1), panel=read_panel(data_file("ucdp_monthly.csv")))
    >>> asked.unit, asked.at_least, asked.start.isoformat(), asked.last.isoformat()
    ('TN', 10, '2015-02-01', '2015-07-01')
    """
    plain = " ".join(words.split()).rstrip(" ?.")
    found = _pattern().fullmatch(plain)
    if found is None:
        raise InputError(f"{words!r} is no question of the form {FORM!r}: {_missing(plain, panel)}")
    require_target(found["target"], panel)
    first = month_of(as_of)
    try:
        return Question(
            target=panel.target, unit=unit_named(found["place"], panel), at_least=_amount(found),
            window_months=_months(found), start=first if first == as_of else add_months(first, 1), as_of=as_of,
        )  # fmt: skip
    except InvalidNoun as error:
        raise InputError(f"{words!r} cannot be asked: {error}") from error


def _missing(plain: str, panel: Panel) -> str:
    """Return which parts of a question are not there, and what a word after "in" nearly names."""
    parts = _parts()
    lacks = [told for told, part in parts.items() if part.search(plain) is None]
    rest = plain.partition(" in ")[2].split()
    near = near_units(rest[0], panel) if rest else []
    hint = f"; {rest[0]!r}: did you mean {' or '.join(near)}?" if near else ""
    return f"{'; '.join(lacks) or 'the parts stand in another order'}{hint}"


@cache
def _parts() -> dict[str, re.Pattern[str]]:
    """Return what is said where a part of a question is not there, and how each looks."""
    return {
        'it begins with no amount such as "at least 10" or "any"': re.compile(rf"^{_amounts()} ", re.IGNORECASE),
        'it has no place such as "in Tunisia"': re.compile(r" in [^\W\d]", re.IGNORECASE),
        'it ends with no window such as "within 6 months"': re.compile(rf" {_windows()}$", re.IGNORECASE),
    }


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"{_amounts()} (?P<target>.+) in (?P<place>.+?) {_windows()}", re.IGNORECASE)


def _amounts() -> str:
    amounts = "|".join(
        re.escape(amount["words"]).replace("N", rf"(?P<n{i}>{_numbers()})")
        for i, amount in enumerate(_table()["amounts"])
    )
    return rf"(?:will there be |are there )?(?:{amounts}|{_either(_table()['any'])})"


def _windows() -> str:
    some, span = rf"(?P<some>(?:{_numbers()}|a|one)?\s*)", _either(_table()["spans"])
    return rf"(?:{_either(_table()['windows'])}) {some}(?P<span>{span})"


def _numbers() -> str:
    return rf"\d{{1,7}}|{_either(_table()['numbers'])}"


def _amount(found: re.Match[str]) -> int:
    for i, amount in enumerate(_table()["amounts"]):
        if found[f"n{i}"] is not None:
            return _number(found[f"n{i}"]) + int(amount["plus"])
    return 1


def _months(found: re.Match[str]) -> int:
    some = found["some"].strip()
    n = 1 if some.casefold() in {"", "a"} else _number(some)
    return n * int(_table()["spans"][found["span"].casefold()])


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else int(_table()["numbers"][text.casefold()])


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _table() -> dict[str, Any]:
    return toml_table("questions.toml")
