"""Runs of tokens that are one name: known groups, organisations by their head word, acronyms with their long form."""

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tocsin.core.vocabulary import toml_table
from tocsin.read._words import Words

NameKind = Literal["armed", "media", "organisation"]
CONNECTORS = frozenset(
    {
        "of",
        "for",
        "the",
        "and",
        "in",
        "to",
        "against",
        "de",
        "du",
        "la",
        "le",
        "des",
        "&",
        "-",
        "'s",
        "on",
        "y",
        "del",
        "al",
        "el",
    }
)
SMALL = frozenset(
    {"of", "for", "the", "and", "in", "to", "against", "de", "du", "la", "le", "des", "&", "'s", "on", "y", "del"}
)
HYPHENS = frozenset({"-", "–"})
LONGEST = 12
SHORTEST_ACRONYM = 2
NAME_TAG = "NNP"
JOINS = frozenset({"of", "for", "to"})  # what follows the head of a name ("Front for", "Group to Support")


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
    for start, end, acronym in _definitions(words):
        aliases[acronym] = " ".join(words.lower[start:end])
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


@cache
def organisation_heads() -> frozenset[str]:
    """Return the nouns that names of organisations begin with ("Ministry")."""
    return frozenset(toml_table("actors.toml")["organisation_names"]["heads"])


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


def _definitions(words: Words) -> list[tuple[int, int, str]]:
    """Return (start, end, acronym) of each "Long Form of Words (LFW)"."""
    found = []
    for i in range(1, len(words.text) - 2):
        inner = words.text[i + 1]
        if words.text[i] == "(" and words.text[i + 2] == ")" and inner.isupper() and inner.isalpha():
            start = _long_form(words, i, inner.lower())
            if start is not None and len(inner) >= SHORTEST_ACRONYM:
                found.append((start, i, inner.lower()))
    return found


def _long_form(words: Words, end: int, acronym: str) -> int | None:
    """Return where the long form of `acronym` that ends at `end` starts: where the initials fit best."""
    starts, at, first = list[int](), end - 1, words.bounds_of(end)[0]
    while at >= max(first, end - LONGEST) and (words.text[at][0].isupper() or words.lower[at] in CONNECTORS):
        if words.text[at][0].isupper() or words.lower[at] == "al":
            starts.append(at)
        at -= 1
    starts = [s for s in starts if not (s == first and words.tag[s] == "DT")]
    best = max(starts, key=lambda s: _fit(words, (s, end), acronym), default=None)
    fit = 0 if best is None else _fit(words, (best, end), acronym)
    heads = [s for s in starts if words.lower[s] in organisation_heads() and words.at(s + 1) in JOINS]
    if heads and best is not None and fit < len(acronym) and heads[-1] < best:
        return heads[-1]  # a translated name keeps the letters of its own language
    return best if fit * 2 >= len(acronym) else next(reversed(heads), None)


def _fit(words: Words, span: tuple[int, int], acronym: str) -> float:
    """Return how many letters of `acronym` are initials in `span`, less half a letter for each initial that is not."""
    initials = Counter(w[0] for w in words.lower[span[0] : span[1]] if w not in SMALL and w[0].isalnum())
    shared = (initials & Counter(acronym)).total()
    return shared - (initials.total() - shared) / 2
