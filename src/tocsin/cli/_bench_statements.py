"""tocsin bench statements."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tocsin
from tocsin.cli._console import out as stdout
from tocsin.cli._console import show_json, show_table
from tocsin.cli._counts import Half
from tocsin.cli._misses import refuse_misses, show_misses
from tocsin.cli._options import AsJson, MeasuredReader, Misses
from tocsin.cli._progress import watched

if TYPE_CHECKING:
    from tocsin.bench import StatementsResult

COLUMNS = ("class", "what", "precision", "recall", "F1", "right", "said", "there")


def statements(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that holds train/ and dev/ of PolNeAR.")],
    half: Annotated[Half, typer.Option(help="One in three of train/, or dev/ for the test.")] = Half.DEV,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Articles to read [default: all].")] = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read.")] = 1,
    reader: MeasuredReader = "rules",
    *,
    misses: Misses = False,
    as_json: AsJson = False,
) -> None:
    """Print how statements and their speakers compare with the attributions marked in news articles.

    \b
    tocsin bench statements --data BENCH/polnear --jobs 2
    tocsin bench statements --data BENCH/polnear --half dev --limit 50 --misses
    """
    refuse_misses(misses, held_out=half is Half.TEST)
    with watched() as shown:
        shown.begin("read")
        options = tocsin.bench.StatementsOptions(
            half=half.value, reader=reader, jobs=jobs, limit=limit, done=lambda name: shown.done(name, usable=True)
        )
        result = tocsin.bench.bench_statements(data, options)
    if as_json:
        show_json(_plain(result))
        return
    show_table(f"statements, {half} half, {result.n_reports} articles", COLUMNS, result.rows())
    stdout().print(f"{result.seconds:.0f} s, {len(result.issues)} issues")
    show_misses(result.misses if misses else ())


def _plain(result: "StatementsResult") -> dict[str, object]:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in result.rows()]
    return {"half": result.half, "articles": result.n_reports, "seconds": round(result.seconds, 1),
            "issues": len(result.issues), "figures": rows}  # fmt: skip
