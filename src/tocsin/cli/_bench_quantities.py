"""tocsin bench quantities."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

import tocsin
from tocsin.cli._console import out as stdout
from tocsin.cli._console import show_json, show_table
from tocsin.cli._misses import refuse_misses, show_misses
from tocsin.cli._options import AsJson, MeasuredReader, Misses
from tocsin.cli._progress import watched

if TYPE_CHECKING:
    from tocsin.bench import QuantitiesResult

COLUMNS = ("what", "value", "n", "bar", "published")


class Halves(StrEnum):
    """The half of the reports to measure on."""

    DEV = "dev"
    TEST = "test"
    BOTH = "both"


HALVES: dict[Halves, tuple[Literal["dev", "test"], ...]] = {
    Halves.DEV: ("dev",),
    Halves.TEST: ("test",),
    Halves.BOTH: ("dev", "test"),
}


def quantities(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that holds incidents.csv.")],
    half: Annotated[Halves, typer.Option(help="Half of the reports, by a hash of their numbers.")] = Halves.BOTH,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Reports of each half [default: all].")] = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read.")] = 1,
    reader: MeasuredReader = "rules",
    *,
    misses: Misses = False,
    as_json: AsJson = False,
) -> None:
    """Print how tolls, groups and places read in hand-coded incident reports compare with their labels.

    \b
    tocsin bench quantities --data BENCH/satp
    tocsin bench quantities --data BENCH/satp --half dev --limit 500 --misses
    """
    refuse_misses(misses, held_out=half is Halves.TEST)
    with watched() as shown:
        shown.begin("read")
        options = tocsin.bench.QuantitiesOptions(
            reader=reader, jobs=jobs, limit=limit, halves=HALVES[half], done=lambda row: shown.done(row, usable=True)
        )
        result = tocsin.bench.bench_quantities(data, options)
    if as_json:
        show_json(_plain(result))
        return
    for name in result.outcomes:
        rows = [(f.what, f"{f.value:.4f}", f.n, f.bar, f.published) for f in result.figures(name)]
        show_table(f"quantities, {name} half", COLUMNS, rows)
    stdout().print(f"{result.seconds:.0f} s, {len(result.issues)} issues")
    show_misses(result.misses() if misses else ())


def _plain(result: "QuantitiesResult") -> dict[str, object]:
    halves = {name: {f.what: {"value": f.value, "n": f.n} for f in result.figures(name)} for name in result.outcomes}
    return {"halves": halves, "seconds": round(result.seconds, 1), "issues": len(result.issues)}
