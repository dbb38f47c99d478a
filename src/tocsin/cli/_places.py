"""tocsin places: places of the user's own, and what a name may stand for."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tocsin
from tocsin.cli._console import say, show_json, show_table
from tocsin.cli._options import AsJson
from tocsin.core.wire import to_json

if TYPE_CHECKING:
    from tocsin.read import OwnPlace

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Keep places of your own that reading knows.")
COLUMNS = ("name", "country", "lat", "lon", "precision_km", "kind", "others")
Country = Annotated[str | None, typer.Option("--country", metavar="CODE", help="Only in this country (ISO code).")]


@app.callback()
def places() -> None:
    """Keep places of your own that reading knows beside the gazetteer.

    They are in one CSV file in your data folder, which outlives every new gazetteer; TOCSIN_PLACES names another file.

    \b
    tocsin places add camps.csv
    """


@app.command()
def add(
    table: Annotated[Path, typer.Argument(metavar="FILE.csv", exists=True, dir_okay=False, help="Places, one a line.")],
) -> None:
    """Add the places of a CSV file; reports are read anew with them at the next run.

    The first line names the columns: name, lat, lon and country must be there; precision_km, kind (town, admin1,
    admin2, region; town for any point) and others (further names, with | between them) may be. A place that is there
    already is not added again; one with the same name, country and coordinates is replaced. If one row is wrong, none
    is added.

    \b
    name,lat,lon,country,precision_km,kind,others
    Camp Wadi,15.21,-0.43,ML,2,town,Wadi Camp|Camp al-Wadi

    \b
    tocsin places add camps.csv
    """
    new = tocsin.read.add_places(table)
    n_all = len(tocsin.read.own_places())
    say(f"places new or changed: {len(new)}; of your own in all: {n_all}, in {tocsin.read.places_file()}")


@app.command("list")
def list_(*, as_json: AsJson = False) -> None:
    """List the places that you added.

    \b
    tocsin places list
    tocsin places list --json
    """
    _show(tocsin.read.own_places(), as_json=as_json)


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name, however it is spelled.")],
    *,
    country: Country = None,
) -> None:
    """Remove places that you added; the gazetteer's own places stay.

    \b
    tocsin places remove "Camp Wadi" --country ML
    """
    gone = tocsin.read.remove_places(name, country=country)
    say(f"removed {len(gone)}: {'; '.join(f'{p.name}, {p.country} ({p.lat}, {p.lon})' for p in gone)}")


def _show(own: "Sequence[OwnPlace]", *, as_json: bool) -> None:
    if as_json:
        show_json(to_json(own))
        return
    rows = [(p.name, p.country, p.lat, p.lon, p.precision_km, p.kind, "; ".join(p.others)) for p in own]
    show_table("places of your own", COLUMNS, rows)
