"""tocsin collect: tables from their publishers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

import tocsin
from tocsin.cli._console import err, safe, say
from tocsin.cli._console import out as stdout
from tocsin.cli._options import day

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Download event tables.")
DEFAULT_FOLDER = Path("tables")


@app.callback()
def collect() -> None:
    """Download event tables. Reports are collected by tocsin run.

    \b
    tocsin collect ucdp --to tables
    """


@app.command()
def ucdp(
    *,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Folder of the tables.")] = DEFAULT_FOLDER,
    address: Annotated[
        str | None, typer.Option("--address", metavar="URL", help="Another release [default: data/downloads.toml].")
    ] = None,
    sha256: Annotated[
        str | None, typer.Option("--sha256", metavar="HEX", help="Checksum that the file must have.")
    ] = None,
) -> None:
    """Download the events of UCDP GED; a download that broke off is gone on with. Uses the network.

    \b
    tocsin collect ucdp --to tables
    tocsin collect ucdp --address https://ucdp.uu.se/downloads/ged/ged251-csv.zip
    """
    found = tocsin.collect.publication("ucdp")
    if address is not None:
        found = replace(found, address=address, title=f"{found.title.split(' version')[0]}, {address}", sha256="")
    if sha256 is not None:
        found = replace(found, sha256=sha256)
    say(f"{found.title}\n{found.licence.strip()}\n")
    with _watched() as watch:
        got = tocsin.collect.download(found, to, today=day(None), watch=watch)
    say(
        f"{got.size} bytes, sha256 {got.sha256}{'' if found.sha256 else ' (the publisher states none to compare with)'}"
    )
    if got.changed:
        say("the file is another than the one downloaded before; counts and forecasts made from it may differ")
    stdout().print(safe(got.path))


@contextmanager
def _watched() -> Iterator[Callable[[int, int | None], None]]:
    """Return what shows bytes had and bytes in all; nothing off a terminal."""
    console = err()
    if not console.is_terminal:
        yield lambda _done, _total: None
        return
    columns = (TextColumn("downloading"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as shown:
        task = shown.add_task("download", total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)
