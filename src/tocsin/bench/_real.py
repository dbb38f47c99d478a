"""Real reports of other people's benchmarks, read and linked to see that nothing stops and how much cannot be used."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tocsin.bench._documents import NEWEST, bench_document
from tocsin.bench._re3d import rows_of
from tocsin.bench._xml import articles
from tocsin.core.errors import InputError
from tocsin.core.issue import Issue
from tocsin.link import link
from tocsin.read import read

GEOWEBNEWS = Path("geo") / "GWN.xml"
RE3D = "re3d/*/documents.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class RealResult:
    """What came of the reports: how many could not be used, and what was read in the others."""

    n_reports: int
    n_unusable: int
    n_claims: int
    n_incidents: int
    issues: tuple[Issue, ...]
    seconds: float

    @property
    def unusable_share(self) -> float:
        """The share of reports that could not be read."""
        return self.n_unusable / self.n_reports

    def rows(self) -> list[tuple[object, ...]]:
        """Return a table: what, how many."""
        return [
            ("reports", self.n_reports),
            ("unusable", self.n_unusable),
            ("unusable, share", f"{self.unusable_share:.3%}"),
            ("issues", len(self.issues)),
            ("claims", self.n_claims),
            ("claims a report", f"{self.n_claims / self.n_reports:.1f}"),
            ("incidents", self.n_incidents),
            ("seconds", f"{self.seconds:.1f}"),
        ]


def bench_real(data: Path, *, reader: str = "rules") -> RealResult:
    """Return what comes of reading and linking the texts of GeoWebNews and re3d in the folder `data`.

    `data` holds geo/GWN.xml and re3d/*/documents.json; one of the two may be missing. A report counts as unusable
    where it has no text or the reader stopped at it. Raise InputError where there is no report at all.
    """
    start, issues = perf_counter(), list[Issue]()
    documents = []
    texts = list(_texts(data))
    for title, text, home in texts:
        if text.strip():
            documents.append(bench_document(text, home=home, title=title))
        else:
            issues.append(Issue(stage="collect", about=home, what="the report has no text"))
    if not documents:
        raise InputError(f"{data} holds no reports; expected {GEOWEBNEWS} or {RE3D}")
    readings = list(read(documents, reader=reader))
    issues.extend(issue for r in readings for issue in r.issues)
    record = link(readings, as_of=NEWEST)
    return RealResult(
        n_reports=len(texts),
        n_unusable=len(texts) - len(documents) + sum(bool(r.issues) and not r.claims for r in readings),
        n_claims=sum(len(r.claims) for r in readings),
        n_incidents=len(record.incidents),
        issues=(*issues, *record.issues),
        seconds=perf_counter() - start,
    )


def _texts(data: Path) -> Iterator[tuple[str | None, str, str]]:
    """Yield title, text and home of each report."""
    if (data / GEOWEBNEWS).is_file():
        yield from _geowebnews(data / GEOWEBNEWS)
    for path in sorted(data.glob(RE3D)):
        yield from _re3d(path)


def _geowebnews(path: Path) -> Iterator[tuple[str | None, str, str]]:
    for article in articles(path):
        yield article.findtext("title"), article.findtext("text") or "", f"{path.name}#{article.get('file')}"


def _re3d(path: Path) -> Iterator[tuple[str | None, str, str]]:
    for row in rows_of(path, ("_id", "text")):
        yield row.get("title"), str(row["text"] or ""), f"{path.parent.name}#{row['_id']}"
