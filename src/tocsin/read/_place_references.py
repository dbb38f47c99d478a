"""Places named again by a description: "the town", "the village", "there"."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from tocsin.core.values import Place
from tocsin.core.vocabulary import csv_rows, toml_table
from tocsin.read._columns import columns
from tocsin.read._gazetteer import gazetteer, nationality
from tocsin.read._mentions import PlaceMention
from tocsin.read._targets import noun_phrase

TOWN_M = 30_000
CITY_M = 15_000


def with_references(places: list[PlaceMention], doc: Doc, home: Place | None = None) -> list[PlaceMention]:
    """Return `places` and the descriptions that stand for a town named before them, in the order of the text.

    `home` is what "the capital" stands for.
    """
    named = {i: p for p in places for i in range(p.tokens.start, p.tokens.end)}
    last: PlaceMention | None = None
    found = list(places)
    references, told = {"there", "capital", *toml_table("places.toml")["references"]}, columns(doc)
    near = (i for i, lemma in enumerate(told.lemma) if i in named or lemma in references or told.lower[i] in references)
    for token in (doc[i] for i in near):
        place = named.get(token.i)
        if place is not None:
            last = place if (place.place.precision_m or TOWN_M + 1) <= TOWN_M else last
        elif last is not None and _points_back(token):
            tokens = noun_phrase(token) if token.pos_ == "NOUN" else doc[token.i : token.i + 1]
            found.append(PlaceMention(tokens=tokens, place=last.place))
        elif token.lemma_ == "capital" and home is not None and _is_definite(token):
            found.append(PlaceMention(tokens=noun_phrase(token), place=home))
    return sorted(found, key=lambda p: p.tokens.start)


@cache
def capital(country: str | None) -> Place | None:
    """Return the capital of `country` (ISO 3166-1 alpha-2), None where the gazetteer does not hold it."""
    name = {row["code"]: row["capital"] for row in csv_rows("capitals.csv")}.get(country or "")
    entries = gazetteer().find(name) if name else ()
    entry = next((e for e in entries if e.country == country and e.kind == "town"), None)
    if entry is None:
        return None
    return Place(
        name=entry.name,
        country=country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        precision_m=CITY_M,
        basis="gazetteer",
    )


def told_capitals(places: list[PlaceMention], doc: Doc) -> Iterator[PlaceMention]:
    """Yield the capitals told by their country: "the capital of Chad", "Chad's capital", "the Chadian capital"."""
    named = {i: p for p in places for i in range(p.tokens.start, p.tokens.end)}
    for i in (i for i, lemma in enumerate(columns(doc).lemma) if lemma == "capital"):
        seat = _seat(doc[i], named)
        if seat is not None:
            yield PlaceMention(tokens=doc[i : i + 1], place=seat)


def _seat(noun: Token, named: dict[int, PlaceMention]) -> Place | None:
    if noun.tag_ != "NN" or noun.dep_ in {"compound", "appos", "attr"}:
        return None
    of = [o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    for token in (*of, *(c for c in noun.children if c.dep_ in {"poss", "amod", "compound"})):
        place = named.get(token.i)
        country = nationality(token.text) or (place.place.country if place is not None else None)
        if country is not None:
            return capital(country)
    return None


def _points_back(token: Token) -> bool:
    """Return whether `token` is "there" or the noun of "the town", with no name of its own."""
    if token.lower_ == "there":
        return token.dep_ == "advmod" and token.tag_ == "RB"
    if token.tag_ != "NN" or token.lemma_ not in toml_table("places.toml")["references"]:
        return False
    return _is_definite(token)


def _is_definite(noun: Token) -> bool:
    definite = any(c.lower_ in {"the", "this", "that", "its"} and c.dep_ in {"det", "poss"} for c in noun.lefts)
    return definite and not any(c.dep_ in {"compound", "prep", "appos", "relcl"} for c in noun.children)
