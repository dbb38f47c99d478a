"""tocsin bench views."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tocsin
from tocsin.cli._console import show_json, show_table
from tocsin.cli._options import AsJson, year_span
from tocsin.cli._progress import watched

if TYPE_CHECKING:
    from tocsin.bench import ViewsRow

# What a user would do instead, with public packages.
PEERS = ("conflictology", "boosted")
COLUMNS = ("model", "CRPS", "CRPS of log1p", "IGN", "MIS", "90% covers", "active", "n", "seconds", "MiB")


def views(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that holds country_month.parquet.")],
    years: Annotated[str, typer.Option(metavar="Y-Y", help="First and last test year.")] = "2018-2023",
    target: Annotated[str, typer.Option(metavar="COLUMN", help="Column of counts to forecast.")] = "ged_sb",
    models: Annotated[str, typer.Option(metavar="NAME,...", help="Models to measure.")] = "conflictology,pool",
    without: Annotated[str, typer.Option(metavar="ISO,...", help="Score once more without these.")] = "",
    *,
    peers: Annotated[bool, typer.Option("--peers", help="Measure conflictology and boosted too.")] = False,
    as_json: AsJson = False,
) -> None:
    """Forecast each test year from data up to October of the year before, and print mean scores of each model.

    \b
    tocsin bench views --data BENCH/conflict
    tocsin bench views --data BENCH/conflict --years 2013-2017 --models hawkes,pool --json
    """
    options = tocsin.bench.ViewsOptions(
        years=year_span(years),
        target=target,
        models=tuple(dict.fromkeys((*(PEERS if peers else ()), *models.split(",")))),
        without=tuple(without.split(",")) if without else (),
    )
    with watched() as shown:
        shown.begin("score")
        rows = tocsin.bench.bench_views(data, options, done=lambda what: shown.done(what, usable=True))
    if as_json:
        show_json([_plain(row) for row in rows])
        return
    show_table(f"views, {target}, {years}", COLUMNS, [_cells(row) for row in rows])


def _cells(row: "ViewsRow") -> tuple[object, ...]:
    scores = row.scores
    name = row.model + (f" without {','.join(row.without)}" if row.without else "")
    return (
        name, f"{scores['CRPS']:.3f}", f"{scores['CRPS of log1p']:.4f}", f"{scores['IGN']:.4f}",
        f"{scores['MIS']:.2f}", f"{row.coverage:.3f}", f"{row.coverage_active:.3f}", row.n,
        f"{row.seconds:.0f}", f"{row.mib:.0f}",
    )  # fmt: skip


def _plain(row: "ViewsRow") -> dict[str, object]:
    fields = ("model", "without", "scores", "coverage", "coverage_active", "n", "seconds", "mib")
    return {name: getattr(row, name) for name in fields} | {
        "crps_by_year": {str(y): v for y, v in row.crps_by_year.items()}
    }
