"""What a question may ask about a panel, and what it is called."""

import re

from rapidfuzz import process

from tocsin.core.errors import UnknownName
from tocsin.core.panel import Panel
from tocsin.core.vocabulary import toml_table

ATTACKS = re.compile(r"attacks? with at least (\d+) deaths", re.IGNORECASE)
DEATHS = frozenset({"all", "state-based", "non-state", "one-sided"})
EVENTS = ("attacks", "incidents")
MOST_NEAR = 3


def target_words(target: str) -> str:
    """Return what `target` is called.

    >>> target_words("state-based"), target_words("attacks-25"), target_words("riots")
    ('deaths in state-based conflict', 'attacks with at least 25 deaths', 'riots')
    """
    named: dict[str, list[str]] = toml_table("questions.toml")["targets"]
    if target in named:
        return named[target][0]
    kind, _, k = target.partition("-")
    return f"attacks with at least {k} deaths" if kind == "attacks" and k.isdecimal() else target


def require_target(words: str, panel: Panel) -> None:
    """Return nothing if `words` name the target of `panel`; raise UnknownName, with near misses, otherwise."""
    asked = words.casefold()
    if asked == panel.target.casefold() or asked in _plain(panel.target):
        return
    known = _known()
    attacks = ATTACKS.fullmatch(words)
    found = f"attacks-{attacks[1]}" if attacks else known.get(asked)
    if found == panel.target:
        return
    counted = f"the panel counts {target_words(panel.target)} ({panel.target})"
    if found is not None:
        raise UnknownName(f"the question asks for {words} ({found}), but {counted}; choose a panel of that target")
    near = [name for name, _, _ in process.extract(asked, list(known), limit=MOST_NEAR, score_cutoff=60)]
    hint = f"; near are: {', '.join(near)}" if near else ""
    raise UnknownName(f"no target is called {words!r}; {counted}{hint}")


def _known() -> dict[str, str]:
    named: dict[str, list[str]] = toml_table("questions.toml")["targets"]
    return {name.casefold(): target for target, names in named.items() for name in (target, *names)}


def _plain(target: str) -> list[str]:
    """Return the words that mean whatever is counted; both kinds where a panel does not tell what that is."""
    words: dict[str, list[str]] = toml_table("questions.toml")["plain"]
    if target in DEATHS:
        return words["deaths"]
    return words["events"] if target.startswith(EVENTS) else [*words["deaths"], *words["events"]]
