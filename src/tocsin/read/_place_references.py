"""Places named again by a description: "the town", "the village", "there"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

from spacy.tokens import Doc, Token

from tocsin.core.values import Place
from tocsin.core.vocabulary import csv_rows, toml_table
from tocsin.read._columns import columns
from tocsin.read._gazetteer import country_names, gazetteer, nationality
from tocsin.read._mentions import Findings, PlaceMention, scenes
from tocsin.read._parse import Page
from tocsin.read._place_headings import is_heading
from tocsin.read._targets import noun_phrase
from tocsin.read._words import read_words

TOWN_M = 30_000
CITY_M = 15_000
MODIFIERS = frozenset({"compound", "amod", "nmod"})
ACTS = frozenset({"nsubj", "nsubjpass", "poss"})
INSIDE = frozenset({"in", "at", "near", "outside", "from"})


def with_references(found: Findings, page: Page, home: Place | None = None) -> list[PlaceMention]:
    """Return the places where something can have happened and the descriptions that stand for one told before them.

    They are in the order of the text. `home` is what "the capital" stands for.
    """
    told, doc = scenes(found), page.doc
    named = {i for p in told for i in range(p.tokens.start, p.tokens.end)}
    words, before = {"there", "capital", *toml_table("places.toml")["references"]}, _before(found, page)
    text = columns(doc)
    near = (i for i, lemma in enumerate(text.lemma) if i not in named and (lemma in words or text.lower[i] in words))
    for token in (doc[i] for i in near):
        place = before.place(token) if _points_back(token) else None
        if place is not None:
            tokens = noun_phrase(token) if token.pos_ == "NOUN" else doc[token.i : token.i + 1]
            told.append(PlaceMention(tokens=tokens, place=place))
        elif token.lemma_ == "capital" and home is not None and _is_definite(token):
            told.append(PlaceMention(tokens=noun_phrase(token), place=home))
    return sorted(told, key=lambda p: p.tokens.start)


def told_there(found: Findings, page: Page) -> list[PlaceMention]:
    """Return each "there" with the place that it stands for, which its paragraph tells."""
    before, text = _before(found, page), columns(page.doc).lower
    near = (page.doc[i] for i, word in enumerate(text) if word == "there")
    told = ((t, before.place(t, far=False)) for t in near if _points_back(t))
    return [PlaceMention(tokens=page.doc[t.i : t.i + 1], place=place) for t, place in told if place is not None]


@lru_cache(maxsize=1)
def _before(found: Findings, page: Page) -> "_Before":
    """Return the places told on `page`; those of the last page are kept, since two parts ask for them."""
    return _Before(found, page)


class _Before:
    """The places told on a page, ready to be asked which of them a description further on stands for."""

    def __init__(self, found: Findings, page: Page) -> None:
        self._words = read_words(page)
        in_order = sorted(found.places, key=_start)
        self._towns = [p for p in in_order if _is_town(p)]
        self._told = [p for p in in_order if not self._tells_whose(p, page)]
        self._times = Counter(p.place.name for p in self._towns)

    def place(self, token: Token, *, far: bool = True) -> Place | None:
        """Return the place that a description stands for; None where none is told before it, also `far` off."""
        told = bisect_left(self._told, token.i, key=_start)
        if token.lower_ == "there" and ((near := self._last(told, token)) is not None or not far):
            return near
        of_kind = _is_unit if token.lemma_ in toml_table("places.toml")["words"]["units"] else _is_town
        behind = self._told_behind(token)
        here = (p for p in self._of_paragraph(told, token) if of_kind(p) and p.place.name not in behind)
        if (last := next(here, None)) is not None:
            return last.place
        known = self._towns[: bisect_left(self._towns, token.i, key=_start)]
        known = [p for p in known if p.place.name not in behind]
        most = max(known, key=lambda p: (self._times[p.place.name], p.tokens.start), default=None)
        return most.place if most is not None else None

    def _of_paragraph(self, end: int, token: Token) -> Iterator[PlaceMention]:
        """Yield those of the first `end` places told that stand in the paragraph of `token`, the last first."""
        before = (self._told[n] for n in range(end - 1, -1, -1))
        return takewhile(lambda p: self._paragraph(p.tokens.start) == self._paragraph(token.i), before)

    def _last(self, end: int, token: Token) -> Place | None:
        """Return the last place of the paragraph, however large; of "Gao, in Mali" the inner one."""
        near = list(self._of_paragraph(end, token))
        if not near:
            return None
        sentence = self._words.bounds_of(near[0].tokens.start)[0]
        same = (p for p in near if p.tokens.start >= sentence and p.place.country == near[0].place.country)
        return next(filter(_is_town, same), near[0]).place

    def _told_behind(self, token: Token) -> set[str]:
        """Return the names of the towns behind the description in its sentence: it stands for another one."""
        end = self._words.bounds_of(token.i)[1]
        first, last = (bisect_left(self._towns, i, key=_start) for i in (token.i + 1, end))
        return {p.place.name for p in self._towns[first:last]}

    def _paragraph(self, token: int) -> int:
        return self._words.paragraph[self._words.sentence[token]]

    def _tells_whose(self, place: PlaceMention, page: Page) -> bool:
        """Return whether a name tells whose something is or where somebody speaks ("a Gao daily", "Paris's envoy")."""
        root = place.tokens.root
        if root.i < page.dateline_end or is_heading(self._words, place.tokens.start, place.tokens.end):
            return False
        if _is_of_speaker(root) or (root.dep_ in ACTS and _is_government(place.place)):
            return True
        led = place.tokens.start > 0 and place.tokens[0].nbor(-1).lower_ in INSIDE
        return not led and place.site is None and root.dep_ in MODIFIERS and root.head.i >= place.tokens.end


def _start(place: PlaceMention) -> int:
    return place.tokens.start


def _is_town(place: PlaceMention) -> bool:
    """Return whether a place is a town or village: one of the gazetteer, or one that it lacks and no part of a town."""
    where = place.place
    if where.lat is not None:
        return (where.precision_m or TOWN_M + 1) <= TOWN_M
    end, doc = place.tokens.end, place.tokens.doc
    behind = doc[end].lemma_.lower() if end < len(doc) else ""
    return behind not in toml_table("places.toml")["words"]["parts_of_towns"]


def _is_unit(place: PlaceMention) -> bool:
    """Return whether a place may be called a district: a unit smaller than a province, or a town."""
    return _is_town(place) or place.place.admin2 is not None


def _is_of_speaker(name: Token) -> bool:
    """Return whether a name tells where those are who say something: "an elder in Gao told"."""
    noun = name.head.head
    inside = name.dep_ == "pobj" and name.head.lower_ in INSIDE
    return inside and noun.dep_ == "nsubj" and noun.head.lemma_.lower() in toml_table("places.toml")["words"]["speech"]


def _is_government(place: Place) -> bool:
    """Return whether the name of a place may stand for a government: a country, or its capital."""
    seat = capital(place.country)
    return place.name == country_names().get(place.country or "") or (seat is not None and seat.name == place.name)


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
