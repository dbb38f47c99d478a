"""The words by which an answer key names who did it, whom and what it hit, and with what: noun phrases cut to size."""

import re
from dataclasses import dataclass
from functools import cache

from tocsin.core.vocabulary import toml_table

BRACKET = re.compile(r"\s*[(\[][^)\]]*[)\]]?")
BREAK = re.compile(r"\s*(?:[,;:\"]|--| - |\()\s*")
LONGEST_POWER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Who did it: the words for the people, None where only a body is named, and the bodies they belong to."""

    people: str | None
    bodies: tuple[str, ...] = ()


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of data/muc4.toml as a set."""
    return frozenset(toml_table("muc4.toml")[name])


@cache
def people_nouns() -> frozenset[str]:
    """Return nouns that stand for persons, singular and plural, in lower case."""
    singular = {w for n in toml_table("actors.toml")["noun"] if n["one"] == "person" for w in n["words"]}
    singular |= {w for r in toml_table("roles.toml")["role"] for w in r["words"]}
    for target in toml_table("targets.toml")["target"]:
        singular |= set(target["people"])
    plural = {w + "s" for w in singular} | {w[:-3] + "men" for w in singular if w.endswith("man")}
    return frozenset((singular | plural | words("members")) - words("crowds"))


def cut(phrase: str) -> str:
    """Return `phrase` without brackets and without what follows its noun: relative clauses, places, participles.

    >>> cut("heavily armed men (eight) wearing masks")
    'heavily armed men'
    """
    plain = " ".join(BREAK.split(BRACKET.sub("", phrase).strip(), maxsplit=1)[0].split())
    kept: list[str] = []
    for word in plain.split():
        if kept and word in words("cuts"):
            break
        kept.append(word)
    return " ".join(kept).strip(" .-'\"")


def bare(phrase: str) -> str:
    """Return `phrase` without determiners, hedges and numbers in front.

    >>> bare("at least 30 electric towers")
    'electric towers'
    """
    parts = phrase.split()
    while len(parts) > 1 and (parts[0] in words("determiners") or parts[0].isdigit()):
        parts.pop(0)
    return " ".join(parts)


def doer(phrase: str, names: frozenset[str]) -> Doer:
    """Return who `phrase` stands for; `names` are the bodies that the report names, in lower case.

    >>> doer("terrorists of the popular front", frozenset({"popular front"}))
    Doer(people='terrorists', bodies=('popular front',))
    """
    text = cut(phrase)
    inside = _named_in(BRACKET.sub("", phrase), names)
    head, _, rest = text.partition(" of ")
    last = head.split()[-1] if head.split() else ""
    if last in words("crowds") and rest.split() and rest.split()[-1] in people_nouns():
        return Doer(people=_without_article(rest), bodies=inside)
    if last in words("members") and rest:
        return Doer(people=_without_article(text), bodies=inside)
    if last in people_nouns() and inside != (_without_article(text),):
        return Doer(people=_without_article(head), bodies=inside)
    return Doer(people=None, bodies=inside or _own_body(text, last))


def _own_body(text: str, last: str) -> tuple[str, ...]:
    """Return the body that `text` describes without naming it ("the army"), if its noun is one that can act alone."""
    own = _without_article(text)
    return (own,) if last in words("powers") and len(own.split()) <= LONGEST_POWER else ()


def _named_in(text: str, names: frozenset[str]) -> tuple[str, ...]:
    """Return the longest of `names` that stands in `text` as whole words, none where it stands for all of it."""
    inside = [n for n in names if re.search(rf"(?<![\w-]){re.escape(n)}(?![\w-])", text)]
    return (max(inside, key=len),) if inside else ()


def _without_article(phrase: str) -> str:
    parts = phrase.split()
    while len(parts) > 1 and parts[0] in words("articles"):
        parts.pop(0)
    return " ".join(parts)
