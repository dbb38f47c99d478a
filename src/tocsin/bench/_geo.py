"""Reports whose place names are annotated with coordinates: TR-News, LGL and GeoWebNews, each cut in two halves."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import lxml.etree

from tocsin.bench._xml import articles
from tocsin.core.errors import InputError

Half = Literal["dev", "test", "both"]
FILES = {"TR-News": "TR-News.xml", "LGL": "lgl.xml", "GeoWebNews": "GWN.xml"}
# What the codes of GeoNames and the types of GeoWebNews say of a name; the first that fits counts.
FEATURE_KINDS = {
    "PCL": "country", "ADM1": "first-order unit", "ADM2": "second-order unit", "ADM": "smaller unit", "P": "town",
    "L": "region or continent", "H": "water", "T": "mountain or island", "S": "building", "R": "road",
    "A": "other area",
}  # fmt: skip
# Names in GeoWebNews that stand for the place itself, and those that stand for people, governments or things of it.
LITERAL = frozenset({"Literal", "Literal_Modifier", "Mixed", "Embedded_Literal", "Coercion"})
ASSOCIATIVE = frozenset({"Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit", "Demonym", "Language"})
FARTHEST_SHIFT = 400  # characters by which an offset of TR-News may be wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoName:
    """An annotated name at `[start, end)`; `at` is None where no coordinates are given.

    `literal` is false where the name stands for people, a government or a thing of the place.
    """

    start: int
    end: int
    kind: str
    at: tuple[float, float] | None
    literal: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoReport:
    """One annotated report. `domain` is the publisher's host, as far as the corpus tells it."""

    corpus: str
    id: str
    text: str
    domain: str | None
    names: tuple[GeoName, ...]

    @property
    def half(self) -> Half:
        """The half that the report is in, by a digest of corpus and id."""
        digest = hashlib.blake2b(f"{self.corpus}/{self.id}".encode(), digest_size=8).digest()
        return "dev" if digest[0] % 2 == 0 else "test"


def geo_reports(data: Path) -> list[GeoReport]:
    """Return the reports of the corpora in the folder `data`; one that is missing is left out, but not all."""
    found = {corpus: data / file for corpus, file in FILES.items() if (data / file).is_file()}
    if not found:
        raise InputError(f"{data} holds none of {', '.join(FILES.values())}; expected annotated reports")
    return [report for corpus, path in found.items() for report in _reports(corpus, path)]


def _reports(corpus: str, path: Path) -> Iterator[GeoReport]:
    for article in articles(path):
        text = article.findtext("text") or ""
        names = {n.start: n for n in _names(article, text)}
        yield GeoReport(
            corpus=corpus,
            id=article.get("docid") or article.get("file") or "",
            text=text,
            domain=(article.findtext("domain") or "").strip() or None,
            names=tuple(names[start] for start in sorted(names)),
        )


def _names(article: lxml.etree._Element, text: str) -> Iterator[GeoName]:
    for node in article.iter("toponym"):
        kind = node.findtext("type")
        if kind is not None and kind not in LITERAL | ASSOCIATIVE:
            continue
        phrase = (node.findtext("phrase") or node.findtext("extractedName") or "").strip()
        start = _place_of(phrase, int(node.findtext("start") or 0), text)
        if start is None:
            continue
        tag = node if kind is not None else node.find("gaztag")
        yield GeoName(
            start=start,
            end=start + len(phrase),
            kind=_kind_of(tag) if kind is None else kind.replace("_", " ").lower(),
            at=_coordinates(tag),
            literal=kind is None or kind in LITERAL,
        )


def _place_of(phrase: str, start: int, text: str) -> int | None:
    """Return where `phrase` stands: at `start`, or nearest to it, since some offsets of the corpora are wrong."""
    if not phrase or text.startswith(phrase, start):
        return start if phrase else None
    first = max(start - FARTHEST_SHIFT, 0)
    around = text[first : start + FARTHEST_SHIFT]
    places = [first + i for i in range(len(around)) if around.startswith(phrase, i)]
    return min(places, key=lambda at: abs(at - start), default=None)


def _kind_of(tag: lxml.etree._Element | None) -> str:
    if tag is None:
        return "not in GeoNames"
    code, feature = tag.findtext("fcode") or "", tag.findtext("fclass") or ""
    return next((kind for head, kind in FEATURE_KINDS.items() if code.startswith(head) or feature == head), "other")


def _coordinates(tag: lxml.etree._Element | None) -> tuple[float, float] | None:
    if tag is None:
        return None
    lat = tag.findtext("lat") or tag.findtext("latitude")
    lon = tag.findtext("lon") or tag.findtext("longitude")
    return (float(lat), float(lon)) if lat and lon else None
