"""Options of commands that forecast from a panel, and the panel they name."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tocsin
from tocsin.cli._progress import watched
from tocsin.core.vocabulary import data_file

if TYPE_CHECKING:
    from tocsin.core.panel import Panel
    from tocsin.pipeline import Done

SHIPPED = "ucdp_monthly.csv"

PanelFile = Annotated[
    Path | None,
    typer.Option(
        "--panel", metavar="FILE", help=f"Counts: CSV, JSON, or a VIEWS table in Parquet [default: {SHIPPED}]."
    ),
]
Target = Annotated[
    str | None, typer.Option(metavar="NAME", help="What the panel counts, where the file does not tell or has several.")
]
Cache = Annotated[
    Path | None,
    typer.Option("--cache", metavar="DIR", envvar="TOCSIN_CACHE", help="Folder that keeps backtests and answers."),
]


def the_panel(path: Path | None, target: str | None) -> "Panel":
    """Return the panel in `path`; the monthly figures that come with Tocsin if there is none."""
    return tocsin.count.read_panel(data_file(SHIPPED) if path is None else path, target=target)


def cache_folder(given: Path | None) -> Path:
    """Return the folder that keeps backtests: the one given, else that of the user's caches (XDG)."""
    return given or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tocsin"


@contextmanager
def forecasting() -> Iterator["Done"]:
    """Return what to call after each model and year, with progress shown."""
    with watched() as shown:
        shown.begin("score")
        yield lambda what: shown.done(what, usable=True)
