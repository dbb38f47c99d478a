"""tocsin bench window."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tocsin
from tocsin.cli._console import show_json, show_table
from tocsin.cli._options import AsJson, year_span
from tocsin.cli._progress import watched

if TYPE_CHECKING:
    from tocsin.bench import WindowRow

COLUMNS = (
    "model", "n", "happened", "Brier", "log", "AUC", "onsets: n", "happened", "Brier", "log", "AUC", "seconds",
)  # fmt: skip
TENTHS = ("model", "n", "forecast", "happened", "95% from", "to", "holds")


def window(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that holds country_month.parquet.")],
    *,
    years: Annotated[str, typer.Option(metavar="Y-Y", help="First and last year of origins.")] = "2015-2023",
    at_least: Annotated[int, typer.Option(min=1, metavar="K", help="How many at least.")] = 10,
    months: Annotated[int, typer.Option(min=1, max=36, metavar="N", help="Within so many months.")] = 6,
    horizon: Annotated[int, typer.Option(min=1, max=36, metavar="H", help="Beginning so many months on.")] = 2,
    target: Annotated[str, typer.Option(metavar="COLUMN", help="Column of counts.")] = "ged_all_pace",
    models: Annotated[
        str, typer.Option(metavar="NAME,...", help="Models to measure.")
    ] = "conflictology,climatology,hawkes,ladder",
    alone: Annotated[bool, typer.Option("--alone", help="Measure each model without neighbours too.")] = False,
    as_json: AsJson = False,
) -> None:
    """Forecast the chance of at least so many within some months, every month; print how it did, and on onsets.

    \b
    tocsin bench window --data BENCH/conflict --at-least 10 --months 6
    tocsin bench window --data BENCH/conflict --years 2003-2014 --alone --json
    """
    options = tocsin.bench.WindowOptions(
        years=year_span(years), at_least=at_least, window_months=months, horizon=horizon, target=target,
        models=tuple(models.split(",")), alone=alone,
    )  # fmt: skip
    with watched() as shown:
        shown.begin("score")
        rows = tocsin.bench.bench_window(data, options, done=lambda what: shown.done(what, usable=True))
    if as_json:
        show_json([asdict(row) for row in rows])
        return
    asked = f"at least {at_least} of {target} within {months} months, {years}"
    show_table(asked, COLUMNS, [_cells(row) for row in rows])
    show_table("reliability, intervals over resampled countries", TENTHS, [c for row in rows for c in _tenths(row)])


def _cells(row: "WindowRow") -> tuple[object, ...]:
    judged = [
        cell
        for on in (row.all, row.onsets)
        for cell in (on.n, on.n_happened, f"{on.brier:.4f}", f"{on.log:.4f}", "" if on.auc is None else f"{on.auc:.3f}")
    ]
    return (row.model, *judged, f"{row.seconds:.0f}")


def _tenths(row: "WindowRow") -> list[tuple[object, ...]]:
    return [
        (
            row.model, tenth.n, f"{tenth.forecast:.3f}", f"{tenth.happened:.3f}", f"{tenth.low:.3f}",
            f"{tenth.high:.3f}", "yes" if tenth.holds else "no",
        )
        for tenth in row.tenths
    ]  # fmt: skip
