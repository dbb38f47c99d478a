"""Checks that nouns run on construction."""

from collections.abc import Collection

from tocsin.core.errors import InvalidNoun


def require(condition: bool, message: str) -> None:
    """Return nothing if `condition` holds; raise `InvalidNoun` with `message` otherwise."""
    if not condition:
        raise InvalidNoun(message)


def require_one_of(value: str, allowed: Collection[str], what: str) -> None:
    """Return nothing if `value` is among `allowed`; raise `InvalidNoun` naming the allowed ones otherwise."""
    if value not in allowed:
        raise InvalidNoun(f"{what} is {value!r}; expected one of {', '.join(sorted(allowed))}")


def require_country(code: str | None) -> None:
    """Return nothing if `code` is None or has the form of an ISO 3166-1 alpha-2 code."""
    ok = code is None or (len(code) == 2 and code.isascii() and code.isupper())
    if not ok:
        raise InvalidNoun(f"country is {code!r}; expected two capital letters (ISO 3166-1 alpha-2)")
