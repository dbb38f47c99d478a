"""A question in plain words, taken apart."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from tocsin.ask._places import unit_named
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
        raise InputError(f"{words!r} is no question of the form {FORM!r}: amount, target, in, place, within, window")
    require_target(found["target"], panel)
    first = month_of(as_of)
    try:
        return Question(
            target=panel.target, unit=unit_named(found["place"], panel), at_least=_amount(found),
            window_months=_months(found), start=first if first == as_of else add_months(first, 1), as_of=as_of,
        )  # fmt: skip
    except InvalidNoun as error:
        raise InputError(f"{words!r} cannot be asked: {error}") from error


@cache
def _pattern() -> re.Pattern[str]:
    table = _table()
    number = rf"\d{{1,7}}|{_either(table['numbers'])}"
    amounts = "|".join(
        re.escape(amount["words"]).replace("N", rf"(?P<n{i}>{number})") for i, amount in enumerate(table["amounts"])
    )
    span = rf"(?P<some>(?:{number}|a|one)?\s*)(?P<span>{_either(table['spans'])})"
    return re.compile(
        rf"(?:will there be |are there )?(?P<amount>{amounts}|{_either(table['any'])}) (?P<target>.+) in "
        rf"(?P<place>.+?) (?:{_either(table['windows'])}) {span}",
        re.IGNORECASE,
    )


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
