"""Who lost a place to whom, where one clause tells who had held it or fled from it and another who took it."""

from collections.abc import Iterator
from itertools import product

from spacy.tokens import Token

from tocsin.read._relation_phrases import Match

NEAR_TOKENS = 60


def takeovers(matches: list[Match]) -> Iterator[tuple[Match, Match]]:
    """Yield each match that tells who had held or left a place with the match that tells who took it then."""
    told = [m for m in matches if m.told and "L" in m.slots]
    taken = [m for m in told if m.relation == "controls" and m.form == "since"]
    left = [m for m in told if (m.relation == "controls" and _is_over(m.cue)) or m.form == "flights"]
    for old, new in product(left if taken else (), taken):
        near = old.cue.sent == new.cue.sent if old.form == "flights" else abs(old.cue.i - new.cue.i) <= NEAR_TOKENS
        if near and _places(old) & _places(new) and not _names(old, "L") & _names(new, "L"):
            yield old, new


def _is_over(verb: Token) -> bool:
    """Return whether `verb` tells of a time before the one that is told of ("had held")."""
    return any(c.dep_ in {"aux", "auxpass"} and c.lower_ == "had" for c in verb.children)


def _places(match: Match) -> set[str]:
    return _names(match, "P" if match.form == "flights" else "R")


def _names(match: Match, slot: str) -> set[str]:
    return {side.name.casefold() for side in match.slots.get(slot, ())}
