"""Statements with their speakers, held against the attributions that annotators marked in news articles."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tocsin.bench._attributed import Pair, classes, counted, paired, same_source, told
from tocsin.bench._counts import Counts
from tocsin.bench._documents import bench_document
from tocsin.bench._halves import Half
from tocsin.bench._polnear import AttributedReport, Attribution, polnear_reports
from tocsin.core.claim import Claim, Reading
from tocsin.core.issue import Issue
from tocsin.core.values import Said
from tocsin.read import read

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsOptions:
    """`jobs` processes read; `limit` is how many articles to read, None for all."""

    half: Half = "dev"
    reader: str = "rules"
    jobs: int = 1
    limit: int | None = None
    done: Callable[[str], None] = lambda _: None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsResult:
    """What was measured on one half: counts by class and measure, what was missed, articles that could not be read."""

    half: Half
    n_reports: int
    counts: dict[tuple[str, str], Counts]
    misses: tuple[str, ...]
    issues: tuple[Issue, ...]
    seconds: float

    def rows(self) -> list[tuple[object, ...]]:
        """Return a table: class, measure, precision, recall, F1, right, said, there."""
        return [
            (class_, what, f"{n.precision:.3f}", f"{n.recall:.3f}", f"{n.f1:.3f}", n.right, n.said, n.there)
            for (class_, what), n in self.counts.items()
        ]


def bench_statements(data: Path, options: StatementsOptions) -> StatementsResult:
    """Return how the statements read in the articles of the folder `data` compare with their attributions.

    Raise InputError where the folder is missing or a file is no annotation.
    """
    start = perf_counter()
    reports = list(polnear_reports(data, options.half))[: options.limit]
    documents = (bench_document(r.text, home=r.id) for r in reports)
    counts: dict[tuple[str, str], Counts] = {}
    misses: list[str] = []
    issues: list[Issue] = []
    readings = read(documents, reader=options.reader, jobs=options.jobs)
    for report, reading in zip(reports, readings, strict=True):
        pairs = _pairs(report, reading)
        for class_, what, n in counted(pairs):
            counts[class_, what] = counts.get((class_, what), Counts()) + n
        misses.extend(f"{report.id}\t{line}" for line in _missed(pairs))
        issues.extend(reading.issues)
        options.done(report.id)
    return StatementsResult(
        half=options.half, n_reports=len(reports), counts=counts, misses=tuple(misses), issues=tuple(issues),
        seconds=perf_counter() - start,
    )  # fmt: skip


def _pairs(report: AttributedReport, reading: Reading) -> list[Pair]:
    said = [_attribution(claim, report.text) for claim in reading.claims if claim.slot == "statement"]
    return paired(told(report.text, report.attributions), told(report.text, said))


def _attribution(claim: Claim, text: str) -> Attribution:
    """Return a statement by the spans of its claim: those of the content, then of the cue, then of the source."""
    speaker, content = (claim.value.speaker, claim.value.content) if isinstance(claim.value, Said) else ("", "")
    spans = [(span.start, span.end) for span in claim.spans]
    wanted, n, held = len(WORD.findall(content)), 0, 0
    while held < wanted and n < len(spans):
        held += len(WORD.findall(text[slice(*spans[n])]))
        n += 1
    return Attribution(
        content=tuple(spans[:n]), cue=tuple(spans[n : n + 1]), source=tuple(spans[n + 1 :]), speaker=speaker
    )


def _missed(pairs: list[Pair]) -> Iterator[str]:
    """Yield a line for each attribution that is missed, each given to another source, and each statement alone."""
    for pair in pairs:
        if pair.there is None:
            yield f"extra\t{pair.said.line}" if pair.said is not None else ""
        elif pair.said is None:
            yield f"missed\t{classes(pair.there)}\t{pair.there.line}"
        elif not same_source(pair.there, pair.said):
            yield f"source\t{classes(pair.there)}\t{pair.there.line}\t{pair.said.speaker}: {pair.said.line}"
