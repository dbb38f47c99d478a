"""tocsin bench relations."""

from pathlib import Path
from typing import Annotated

import typer

import tocsin
from tocsin.cli._console import out as stdout
from tocsin.cli._counts import Half, show_counts
from tocsin.cli._misses import refuse_misses, show_misses
from tocsin.cli._options import AsJson, Checkout, MeasuredReader, Misses


def relations(
    data: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The folder that holds those of re3d.", show_default="the checkout's texts"),
    ] = None,
    half: Annotated[Half, typer.Option(help="Half of the documents, by a hash.")] = Half.DEV,
    root: Checkout = Path(),
    reader: MeasuredReader = "rules",
    *,
    misses: Misses = False,
    as_json: AsJson = False,
) -> None:
    """Print which relations are read, of those marked in single texts of the checkout or in the documents of re3d.

    \b
    tocsin bench relations --half dev --misses
    tocsin bench relations --data BENCH/re3d
    """
    refuse_misses(misses, held_out=half is Half.TEST)
    path = data or root / "tests" / "gold" / "relations" / "relations.jsonl"
    result = tocsin.bench.bench_relations(path, half=half.value, reader=reader)
    show_counts(f"{path.name}, {half} half, {result.n_documents} documents", result.counts, as_json=as_json)
    if as_json:
        return
    stdout().print(f"{len(result.issues)} issues")
    show_misses(result.misses if misses else ())
