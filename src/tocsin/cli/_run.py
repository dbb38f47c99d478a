"""tocsin run."""

import os
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tocsin
from tocsin.cli._console import out as stdout
from tocsin.cli._console import safe, say, show_json
from tocsin.cli._options import DEFAULT_OUT, AsOf, Out, StoreFile, day
from tocsin.cli._progress import watched
from tocsin.core.errors import InputError

if TYPE_CHECKING:
    from tocsin.pipeline import RunOptions, RunResult

MOST_JOBS = 4


def run(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders; addresses with --fetch.")],
    *,
    out: Out = DEFAULT_OUT,
    store: StoreFile = None,
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Date of reports that do not say theirs."),
    ] = None,
    reader: Annotated[str, typer.Option(metavar="NAME", help="Reader that makes the claims.")] = "rules",
    as_of: AsOf = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help=f"Processes that read [default: one a core, at most {MOST_JOBS}]."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was made as JSON.")] = False,
    panel: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Counts by month and country: adds an outlook to the brief.")
    ] = None,
    fetch: Annotated[bool, typer.Option("--fetch", help="Allow web addresses and the pages behind feeds.")] = False,
) -> None:
    """Read reports, link what they tell, and write record.json, incidents.geojson and brief.html.

    What was read is kept in the store: a second run reads only what is new, and a run that was stopped goes on.

    \b
    tocsin run examples/reports --out out
    tocsin run report.txt --published 2013-04-10 --out out
    tocsin run https://example.org/feed.xml --fetch --out out
    tocsin run examples/reports --out out --as-of 2013-06-30 --jobs 2
    tocsin run examples/reports --out out --panel data/ucdp_monthly.csv
    """
    _hold_off_web(paths, fetch=fetch)
    options = tocsin.pipeline.RunOptions(
        as_of=day(as_of), store=store, panel=panel, reader=reader, jobs=jobs or min(MOST_JOBS, os.cpu_count() or 1),
        collect=tocsin.collect.CollectOptions(
            published=None if published is None else published.date(), today=day(None), network=fetch
        ),
    )  # fmt: skip
    result = _watched_run(paths, out, options)
    if as_json:
        show_json(_summary(result))
    else:
        _print(result)


def _hold_off_web(paths: list[str], *, fetch: bool) -> None:
    web = [path for path in paths if path.startswith(("http://", "https://"))]
    if web and not fetch:
        raise InputError(f"{web[0]} is on the web; allow the network with --fetch, or save the page as a file")


def _watched_run(paths: list[str], out: Path, options: "RunOptions") -> "RunResult":
    try:
        with watched() as progress:
            return tocsin.pipeline.run(paths, out=out, options=options, progress=progress)
    except KeyboardInterrupt as stop:
        kept = options.store or out / tocsin.pipeline.STORE_NAME
        say(f"stopped; what was read is kept in {kept}: give the same command again to go on")
        raise typer.Exit(130) from stop


def _summary(result: "RunResult") -> dict[str, object]:
    plain = {f.name: getattr(result, f.name) for f in fields(result) if f.name != "record"}
    return {k: str(v) if isinstance(v, Path) else v for k, v in plain.items()} | _sizes(result)


def _sizes(result: "RunResult") -> dict[str, int]:
    record = result.record
    parts = ("documents", "claims", "incidents", "actors", "statements", "processes", "links", "checks", "issues")
    return {f"n_{part}": len(getattr(record, part)) for part in parts}


def _print(result: "RunResult") -> None:
    sizes = _sizes(result)
    say(f"read {result.n_new} reports; {result.n_known} were read before; {result.n_unusable} could not be used")
    if result.n_unusable:
        say("what could not be used, and why: tocsin show issues")
    if result.n_later:
        say(f"{result.n_later} reports became known after {result.record.as_of} and are left out")
    say(
        f"the record holds {sizes['n_incidents']} incidents, {sizes['n_actors']} actors, "
        f"{sizes['n_statements']} statements, {sizes['n_links']} comparisons"
    )
    stdout().print(safe(result.brief))
