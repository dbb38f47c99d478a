"""tocsin bench scale."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

import tocsin
from tocsin.cli._console import show_json, show_table
from tocsin.cli._options import AsJson
from tocsin.cli._progress import watched

if TYPE_CHECKING:
    from tocsin.bench import ScaleRow

COLUMNS = ("model", "fit, s", "forecast, s", "MiB before", "MiB at most")


def scale(
    cells: Annotated[int, typer.Option(min=1, metavar="N", help="Cells of the panel.")] = 100_000,
    months: Annotated[int, typer.Option(min=60, metavar="N", help="Months of the panel.")] = 400,
    models: Annotated[
        str, typer.Option(metavar="NAME,...", help="Models to measure.")
    ] = "conflictology,hurdle,hawkes,ladder,pool",
    *,
    as_json: AsJson = False,
) -> None:
    """Fit models to a panel of made-up counts, nearly all zero, and forecast three horizons; print time and memory.

    \b
    tocsin bench scale --cells 100000 --months 400
    tocsin bench scale --cells 10000 --models pool --json
    """
    options = tocsin.bench.ScaleOptions(cells=cells, months=months, models=tuple(models.split(",")))
    with watched() as shown:
        shown.begin("score")
        rows = tocsin.bench.bench_scale(options, done=lambda what: shown.done(what, usable=True))
    if as_json:
        show_json([asdict(row) for row in rows])
        return
    show_table(f"scale, {cells} cells, {months} months", COLUMNS, [_cells(row) for row in rows])


def _cells(row: "ScaleRow") -> tuple[object, ...]:
    numbers = (row.fit_seconds, row.forecast_seconds, row.mib_before, row.mib_most)
    return (row.model, *(f"{number:.0f}" for number in numbers))
