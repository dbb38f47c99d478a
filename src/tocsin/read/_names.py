"""Runs of tokens that are one name: known groups, organisations by their head word, acronyms with their long form."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tocsin.core.vocabulary import toml_table
from tocsin.read._acronyms import HYPHENS, JOINS, LONGEST, definitions, organisation_heads
from tocsin.read._words import Words

NameKind = Literal["armed", "media", "organisation"]
NAME_TAG = "NNP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The known names of a page. `tag` are part-of-speech tags in which every token of such a name is a proper noun.

    `spans` maps the first token of a known name to its end and kind; `aliases` maps an acronym, in lower case, to the
    long form it stands for.
    """

    tag: list[str]
    spans: dict[int, tuple[int, NameKind]]
    aliases: dict[str, str]


@lru_cache(maxsize=1)
def find_names(words: Words) -> Names:
    """Return the names on a page that can be told by their words alone; those of the last page are kept."""
    tag, aliases = list(words.tag), dict[str, str]()
    spans: dict[int, tuple[int, NameKind]] = {}
    forms = dict(_known())
    for start, end, acronym in definitions(words):
        aliases[acronym] = words.verbatim(start, end).lower().replace("’", "'")
        key = tuple(w for w in words.lower[start:end] if w not in HYPHENS)
        forms.setdefault(key[0], ())
        known: NameKind = next((k for f, k in forms[key[0]] if f == key), "organisation")
        forms[key[0]] = tuple(sorted({*forms[key[0]], (key, known)}, key=lambda f: -len(f[0])))
    done = 0
    for i in range(len(words.text)):
        found = (_match(words, i, forms) or _by_head(words, i)) if i >= done else None
        if found is not None:
            spans[i], done = found, found[0]
            tag[i:done] = [NAME_TAG] * (done - i)
        elif words.text[i].isupper() and words.lower[i] in aliases:
            tag[i] = NAME_TAG
    return Names(tag=tag, spans=spans, aliases=aliases)


def is_organisation(name: str) -> bool:
    """Return whether the vocabulary holds `name` as that of an organisation.

    >>> is_organisation("United Nations"), is_organisation("AQIM")
    (True, False)
    """
    key = tuple(name.lower().removeprefix("the ").split())
    return (key, "organisation") in _known().get(key[0], ()) if key else False


@cache
def _known() -> dict[str, tuple[tuple[tuple[str, ...], NameKind], ...]]:
    """Return the names of the vocabulary by their first token, the longest first."""
    table = toml_table("actors.toml")
    sections: tuple[tuple[str, NameKind], ...] = (
        ("armed", "armed"),
        ("media", "media"),
        ("organisation_names", "organisation"),
    )
    found: dict[str, list[tuple[tuple[str, ...], NameKind]]] = {}
    for section, kind in sections:
        for name in table[section]["names"]:
            key = tuple(name.lower().replace("-", " ").replace("'s", " 's").split())
            found.setdefault(key[0], []).append((key, kind))
    return {first: tuple(sorted(forms, key=lambda f: -len(f[0]))) for first, forms in found.items()}


def _match(
    words: Words, start: int, forms: dict[str, tuple[tuple[tuple[str, ...], NameKind], ...]]
) -> tuple[int, NameKind] | None:
    """Return the end and the kind of the longest known form at `start`; hyphens in the text do not count."""
    for form, kind in forms.get(words.lower[start], ()):
        at = start
        for part in form:
            while at > start and words.at(at) in HYPHENS:
                at += 1
            if words.at(at) != part:
                break
            at += 1
        else:
            if words.text[start][0].isupper() or any(w[:1].isupper() for w in words.text[start:at]):
                return at, kind
    return None


def _by_head(words: Words, start: int) -> tuple[int, NameKind] | None:
    """Return the end of "Ministry of Defence", "Front for the Liberation of X" starting in the capitalised run here."""
    if not words.text[start][0].isupper() or words.lower[start] not in organisation_heads():
        return None
    at = start + 1
    while at < len(words.text) and at - start < LONGEST:
        step = at
        while words.at(step) in JOINS | {"the", "'s"} and step - at < 2:
            step += 1
        tags = "VB" if words.at(at) == "to" else ("NN", "JJ")
        if step < len(words.text) and words.text[step][0].isupper() and words.tag[step].startswith(tags):
            at = step + 1
        else:
            break
    return (at, "organisation") if not JOINS.isdisjoint(words.lower[start:at]) else None
