"""tocsin bench places."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import tocsin
from tocsin.cli._console import show_json, show_table
from tocsin.cli._misses import refuse_misses, show_misses
from tocsin.cli._options import AsJson, Misses

RESOLUTION = ("resolution", "number", "within 161 km", "held", "held within 161 km", "held mean error, km")
RECOGNITION = ("recognition", "precision", "recall", "F1", "right", "said", "there")


class GeoHalf(StrEnum):
    """The half of each corpus to measure on; both is each, then both together."""

    DEV = "dev"
    TEST = "test"
    BOTH = "both"


def places(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that holds TR-News.xml, lgl.xml, GWN.xml.")],
    half: Annotated[GeoHalf, typer.Option(help="Half of each corpus to measure on.")] = GeoHalf.DEV,
    *,
    misses: Misses = False,
    as_json: AsJson = False,
) -> None:
    """Print which place given names are taken for, and which words for names of places, in annotated news.

    \b
    tocsin bench places --data BENCH/geo --misses
    tocsin bench places --data BENCH/geo --half both --json
    """
    refuse_misses(misses, held_out=half is not GeoHalf.DEV)
    results = tocsin.bench.bench_places(data, half=half.value)
    if as_json:
        show_json([result.plain() for result in results])
        return
    for result in results:
        title = f"{result.corpus}, {result.half}, {result.n_reports} reports"
        show_table(title, RESOLUTION, result.rows())
        show_table(title, RECOGNITION, result.recognition_rows())
        show_misses(result.misses if misses else ())
