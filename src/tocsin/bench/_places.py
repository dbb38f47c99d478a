"""Place names held against annotated reports: which place a given name is, and which words are names of places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tocsin.bench._counts import Counts
from tocsin.bench._documents import bench_document
from tocsin.bench._geo import GeoName, GeoReport, Half, geo_reports
from tocsin.core.distance import great_circle_km
from tocsin.core.document import Document, Span
from tocsin.core.values import Place
from tocsin.read import locate, lookup, read_places

NEAR_KM = 161.0  # 100 miles, the radius that the field's papers count as right
FARTHEST_KM = 20_038.0  # half the equator: the error of a name for which no place is found
ORDER: tuple[Half, ...] = ("dev", "test", "both")
NAMES = ("names of places themselves", "all names", "all names, the very bounds")
RESOLUTION = ("names", "number", "within 161 km", "held", "held within 161 km", "held mean error, km")
RECOGNITION = ("names", "precision", "recall", "F1", "right", "said", "there")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """One name with coordinates, where it was put, and whether the gazetteer holds a place of that name there."""

    report: GeoReport
    name: GeoName
    said: Place | None
    held: bool

    @property
    def error_km(self) -> float:
        """The distance from the annotated point; half the equator where no place was found."""
        if self.said is None or self.name.at is None:
            return FARTHEST_KM
        return _km(self.said, self.name.at)

    def __str__(self) -> str:
        words = self.report.text[self.name.start : self.name.end]
        where = "nothing" if self.said is None else f"{self.said.admin1}, {self.said.country}"
        held = "held" if self.held else "not held"
        return (
            f"{self.report.corpus} {self.report.id}\t{words}\t{self.name.kind}\t{held}\t{where}\t{self.error_km:.0f} km"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesResult:
    """What was measured on one half of a corpus: each name with coordinates, counts of names found, what was missed."""

    corpus: str
    half: Half
    n_reports: int
    resolved: tuple[Resolved, ...]
    recognised: dict[str, Counts]
    misses: tuple[str, ...] = field(default=())

    def rows(self) -> list[tuple[object, ...]]:
        """Return a table: kind of name, number, share within 161 km, number held, theirs, their mean error in km."""
        kinds: dict[str, list[Resolved]] = {"all names": list(self.resolved)}
        for one in self.resolved:
            kinds.setdefault(one.name.kind, []).append(one)
        return [(what, *_cells(ones)) for what, ones in kinds.items()]

    def recognition_rows(self) -> list[tuple[object, ...]]:
        """Return a table: which names, precision, recall, F1, right, said, there."""
        return [
            (what, f"{n.precision:.3f}", f"{n.recall:.3f}", f"{n.f1:.3f}", n.right, n.said, n.there)
            for what, n in self.recognised.items()
        ]

    def plain(self) -> dict[str, object]:
        """Return the result as JSON data."""
        return {
            "corpus": self.corpus,
            "half": self.half,
            "reports": self.n_reports,
            "resolution": [dict(zip(RESOLUTION, row, strict=True)) for row in self.rows()],
            "recognition": [dict(zip(RECOGNITION, row, strict=True)) for row in self.recognition_rows()],
        }


def bench_places(data: Path, *, half: Half = "dev") -> list[PlacesResult]:
    """Return how names are resolved and recognised in one half of each corpus in the folder `data`.

    With "both", each half is returned, then both together. Raise InputError where no corpus is there.
    """
    reports: dict[tuple[str, Half], list[GeoReport]] = {}
    for report in geo_reports(data):
        if half in {report.half, "both"}:
            reports.setdefault((report.corpus, report.half), []).append(report)
    measured = [_measured(corpus, part, found) for (corpus, part), found in reports.items()]
    return sorted([*measured, *(_together(measured) if half == "both" else ())], key=lambda r: ORDER.index(r.half))


def _together(measured: list[PlacesResult]) -> Iterator[PlacesResult]:
    for corpus in dict.fromkeys(r.corpus for r in measured):
        parts = [r for r in measured if r.corpus == corpus]
        kinds = parts[0].recognised
        yield PlacesResult(
            corpus=corpus,
            half="both",
            n_reports=sum(r.n_reports for r in parts),
            resolved=tuple(one for r in parts for one in r.resolved),
            recognised={what: sum((r.recognised[what] for r in parts), Counts()) for what in kinds},
        )


def _measured(corpus: str, half: Half, reports: list[GeoReport]) -> PlacesResult:
    resolved: list[Resolved] = []
    recognised = {what: Counts() for what in NAMES}
    misses: list[str] = []
    for report in reports:
        document = _document(report)
        resolved.extend(_resolved(report, document))
        said = [span for span, _ in read_places(document)]
        for what, counts in _recognised(report, said).items():
            recognised[what] += counts
        misses.extend(_unrecognised(report, said))
    misses = [*(f"misplaced\t{one}" for one in resolved if one.error_km > NEAR_KM), *misses]
    return PlacesResult(
        corpus=corpus, half=half, n_reports=len(reports), resolved=tuple(resolved), recognised=recognised,
        misses=tuple(misses),
    )  # fmt: skip


def _resolved(report: GeoReport, document: Document) -> list[Resolved]:
    names = [n for n in report.names if n.at is not None]
    spans = [Span(document=document.id, start=n.start, end=n.end) for n in names]
    return [
        Resolved(report=report, name=n, said=said, held=_holds(report.text[n.start : n.end], n))
        for n, said in zip(names, locate(document, spans), strict=True)
    ]


def _holds(words: str, name: GeoName) -> bool:
    return name.at is not None and any(_km(place, name.at) <= NEAR_KM for place in lookup(words))


def _cells(ones: list[Resolved]) -> tuple[object, ...]:
    held = [one for one in ones if one.held]
    error_km = round(_mean(one.error_km for one in held))
    return len(ones), f"{_share(ones):.3f}", len(held), f"{_share(held):.3f}", error_km


def _share(ones: list[Resolved]) -> float:
    return _mean(float(one.error_km <= NEAR_KM) for one in ones)


def _mean(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return sum(found) / len(found) if found else 0.0


def _recognised(report: GeoReport, said: list[Span]) -> dict[str, Counts]:
    """Return counts of names found: those of places themselves, and all; by overlap and with the very bounds."""
    literal = [n for n in report.names if n.literal]
    other = [n for n in report.names if not n.literal]
    free = [s for s in said if not any(_meet(s, n) for n in other)]
    bounds = {(s.start, s.end) for s in said} & {(n.start, n.end) for n in report.names}
    return {
        NAMES[0]: _matched(free, literal),
        NAMES[1]: _matched(said, list(report.names)),
        NAMES[2]: Counts(right=len(bounds), said=len(said), there=len(report.names)),
    }


def _matched(said: list[Span], there: list[GeoName]) -> Counts:
    right, taken = 0, set[int]()
    for span in said:
        match = next((n.start for n in there if n.start not in taken and _meet(span, n)), None)
        if match is not None:
            taken.add(match)
            right += 1
    return Counts(right=right, said=len(said), there=len(there))


def _meet(span: Span, name: GeoName) -> bool:
    return span.start < name.end and name.start < span.end


def _unrecognised(report: GeoReport, said: list[Span]) -> Iterator[str]:
    where = f"{report.corpus} {report.id}"
    for name in report.names:
        if not any(_meet(s, name) for s in said):
            yield f"not found\t{where}\t{report.text[name.start : name.end]}\t{name.kind}"
    for span in said:
        if not any(_meet(span, n) for n in report.names):
            yield f"no name\t{where}\t{span.words(report.text)}"


def _km(place: Place, at: tuple[float, float]) -> float:
    if place.lat is None:
        return FARTHEST_KM
    return great_circle_km(place, Place(name="there", lat=at[0], lon=at[1], precision_m=1))


def _document(report: GeoReport) -> Document:
    return bench_document(report.text, home=f"{report.corpus}#{report.id}", publisher=report.domain)
