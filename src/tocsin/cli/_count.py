"""tocsin count."""

import sys
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tocsin
from tocsin.cli._console import say
from tocsin.cli._lookup import the_record
from tocsin.cli._options import AsOf, StoreFile, day
from tocsin.core.errors import InputError
from tocsin.core.event import EventRow
from tocsin.core.issue import Issue

if TYPE_CHECKING:
    from tocsin.count import Counted, CountOptions, Overlap

SHOWN = 10
SIDES = 4
MONTH_FORMS = ["%Y-%m", "%Y-%m-%d"]


class UnitChoice(StrEnum):
    """What a panel has counts of."""

    COUNTRY = "country"
    CELL = "cell"


class SplitChoice(StrEnum):
    """How an event that spans months is put into months."""

    START = "start"
    END = "end"
    PROPORTIONAL = "proportional"


class FigureChoice(StrEnum):
    """Which figure of deaths is counted."""

    LOW = "low"
    BEST = "best"
    HIGH = "high"


def count(
    tables: Annotated[
        list[Path] | None, typer.Argument(metavar="[TABLE...]", help="UCDP, ACLED or GTD tables, the largest first.")
    ] = None,
    *,
    own: Annotated[
        Path | None, typer.Option("--own", metavar="DIR", help="Folder of a run whose incidents count too.")
    ] = None,
    store: StoreFile = None,
    target: Annotated[
        str, typer.Option(metavar="NAME", help="What to count: all, state-based, attacks-25 ...")
    ] = "all",
    unit: Annotated[UnitChoice, typer.Option(help="Countries, or cells of PRIO-GRID.")] = UnitChoice.COUNTRY,
    units: Annotated[str | None, typer.Option(metavar="A,B...", help="Codes of countries or numbers of cells.")] = None,
    box: Annotated[str | None, typer.Option(metavar="S,W,N,E", help="All cells within these degrees.")] = None,
    first: Annotated[
        datetime | None, typer.Option("--from", formats=MONTH_FORMS, metavar="MONTH", help="First month.")
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=MONTH_FORMS, metavar="MONTH", help="Last month.")
    ] = None,
    split: Annotated[SplitChoice, typer.Option(help="Where events that span months go.")] = SplitChoice.START,
    figure: Annotated[FigureChoice, typer.Option(help="Which figure of deaths.")] = FigureChoice.BEST,
    as_of: AsOf = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="CSV or .json file [default: stdout].")
    ] = None,
) -> None:
    """Count deaths, attacks or incidents by month and country or grid cell, from event tables and from a run.

    An event that two tables hold counts once, in the table that is named first; the pairs are shown.

    \b
    tocsin count tables/ged261-csv.zip --target state-based -o panel.csv
    tocsin count acled.csv --own out --unit cell --box 10,-6,25,6 --from 2012-01 -o panel.json
    """
    if not tables and own is None and store is None:
        raise InputError("nothing to count; name a table, or a run with --own")
    if box is not None and (units is not None or unit is not UnitChoice.CELL):
        raise InputError("--box chooses cells: it goes with --unit cell and without --units")
    options = tocsin.count.CountOptions(
        as_of=day(as_of), target=target, unit=unit.value, figure=figure.value, split=split.value,
        first=None if first is None else first.date(), last=None if last is None else last.date(),
        units=_cells(box) if box is not None else None if units is None else tuple(units.split(",")),
    )  # fmt: skip
    rows = [tocsin.collect.events(path) for path in tables or ()]
    if own is not None or store is not None:
        rows.append(_incidents(store, own or Path(), as_of))
    _write(_counted(rows, options), output)


def _cells(box: str) -> tuple[str, ...]:
    try:
        sides = [float(side) for side in box.split(",")]
    except ValueError:
        sides = []
    if len(sides) != SIDES:
        raise InputError(f"--box {box} is not four numbers; expected south,west,north,east in degrees")
    return tuple(str(cell) for cell in tocsin.count.cells_in((sides[0], sides[1], sides[2], sides[3])))


def _incidents(store: Path | None, own: Path, as_of: datetime | None) -> Iterator[EventRow | Issue]:
    return tocsin.count.incident_rows(the_record(store, own, as_of))


def _counted(rows: list[Iterator[EventRow | Issue]], options: "CountOptions") -> "Counted":
    merged: Iterator[EventRow | Issue | Overlap] = rows[0]
    for others in rows[1:]:
        merged = tocsin.count.combined(merged, others)
    return tocsin.count.count(merged, options=options)


def _write(counted: "Counted", output: Path | None) -> None:
    if output is None:
        tocsin.count.write_csv(counted.panel, sys.stdout)
    else:
        tocsin.count.write_panel(counted.panel, output)
    panel = counted.panel
    say(
        f"{len(panel.times)} months ({panel.times[0]:%Y-%m} to {panel.times[-1]:%Y-%m}) of {len(panel.units)} units; "
        f"{panel.counts.sum():g} counted from {counted.n_counted} of {counted.n_events} events"
    )
    if counted.n_later:
        say(f"{counted.n_later} events became known after {panel.as_of} and are left out")
    _show_issues(counted.issues)
    if counted.overlaps:
        say(f"{len(counted.overlaps)} pairs of two tables are one event each and count once:")
        for pair in counted.overlaps[:SHOWN]:
            say(f"  {pair.left.source} {pair.left.id} = {pair.right.source} {pair.right.id}: {', '.join(pair.reasons)}")


def _show_issues(issues: tuple[Issue, ...]) -> None:
    for issue in issues[:SHOWN]:
        say(f"  {issue.about}: {issue.what}")
    if len(issues) > SHOWN:
        say(f"  and {len(issues) - SHOWN} more that could not be used, or not wholly")
