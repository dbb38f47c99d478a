"""Five-role templates of the MUC-4 reports, made from the records that Tocsin reads in them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any, Literal

from tocsin.bench._counts import Counts
from tocsin.bench._documents import NEWEST, bench_document
from tocsin.bench._muc4_score import ROLES, Tally, Template, micro, role_fillers, score_report
from tocsin.bench._muc4_templates import templates
from tocsin.core.document import Document
from tocsin.core.errors import InputError
from tocsin.core.issue import Issue
from tocsin.link import link
from tocsin.read import read

Part = Literal["train", "dev", "test"]
FILES: dict[Part, str] = {"train": "train.json", "dev": "dev.json", "test": "test_tst3.json"}
LARGEST_FILE_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Muc4Result:
    """What was measured on one part. `tallies` are by role and type, `fillers` by role without templates."""

    part: Part
    n_reports: int
    tallies: dict[str, Tally]
    fillers: dict[str, Counts]
    issues: tuple[Issue, ...] = field(default=())
    seconds: float = 0.0

    @property
    def template_f1(self) -> float:
        """The micro F1 over types and role fillers under the best mapping of templates."""
        return micro(self.tallies).f1

    def rows(self) -> list[tuple[object, ...]]:
        """Return a table: what, precision, recall, F1, predicted, in the key."""
        counts = {f"{role} without templates": c for role, c in self.fillers.items()}
        everything: dict[str, Tally | Counts] = {
            **self.tallies,
            "templates (all)": micro(self.tallies),
            **counts,
            "fillers (all)": sum(counts.values(), Counts()),
        }
        return [
            (what, f"{n.precision:.3f}", f"{n.recall:.3f}", f"{n.f1:.3f}", n.said, n.there)
            for what, n in everything.items()
        ]

    def plain(self) -> dict[str, object]:
        """Return the result as JSON data."""
        rows = {
            str(what): dict(zip(("precision", "recall", "f1"), rest[:3], strict=True)) for what, *rest in self.rows()
        }
        return {
            "part": self.part,
            "reports": self.n_reports,
            "template_f1": round(self.template_f1, 4),
            "seconds": round(self.seconds, 1),
            "issues": len(self.issues),
            "scores": {what: {name: float(str(x)) for name, x in row.items()} for what, row in rows.items()},
        }


def bench_muc4(
    data: Path, *, part: Part = "dev", first: int = 0, count: int | None = None, reader: str = "rules"
) -> Muc4Result:
    """Return how the templates made from the reports in `data` compare with the answer key.

    `data` is the folder that holds `processed/`. `part` "dev" is TST1 and TST2, "test" is TST3; `first` and `count`
    choose a run of reports within it. Raise InputError where the file is missing or is no such file.
    """
    rows = list(_rows(data / "processed" / FILES[part]))[first : None if count is None else first + count]
    tallies = {role: Tally() for role in score_report((), ())}
    fillers = {role: Counts() for role in ROLES}
    issues: list[Issue] = []
    start = perf_counter()
    for row, reading in zip(rows, read((_document(r) for r in rows), reader=reader), strict=True):
        issues.extend(reading.issues)
        said, there = templates(link([reading], as_of=NEWEST)), gold_templates(row)
        for role, tally in score_report(said, there).items():
            tallies[role] += tally
        for role, counts in role_fillers(said, there).items():
            fillers[role] += counts
    seconds = perf_counter() - start
    return Muc4Result(
        part=part, n_reports=len(rows), tallies=tallies, fillers=fillers, issues=tuple(issues), seconds=seconds
    )


def gold_templates(row: dict[str, Any]) -> tuple[Template, ...]:
    """Return the answer key of one report; entities without a mention are left out.

    >>> gold_templates({"templates": [{"incident_type": "arson", "Target": [[["bus", 4], ["a bus", 2]]]}]})
    (Template(type='arson', roles={'Target': (('bus', 'a bus'),)}),)
    """
    return tuple(
        Template(
            type=template["incident_type"],
            roles={
                role: tuple(tuple(m[0] for m in e) for e in template[role] if e) for role in ROLES if role in template
            },
        )
        for template in row["templates"]
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise InputError(f"{path} is missing; expected the folder of the MUC-4 benchmark, with processed/ in it")
    if path.stat().st_size > LARGEST_FILE_BYTES:
        raise InputError(f"{path} has more than {LARGEST_FILE_BYTES} bytes; expected a file of MUC-4 reports")
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        yield _row(line, f"{path}, line {n}")


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: not JSON ({error})") from error
    if not isinstance(row, dict) or not {"docid", "doctext", "templates"} <= row.keys():
        raise InputError(f"{where}: expected docid, doctext and templates")
    return row


def _document(row: dict[str, Any]) -> Document:
    return bench_document(str(row["doctext"]), home=str(row["docid"]))
