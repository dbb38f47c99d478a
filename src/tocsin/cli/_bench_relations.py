"""tocsin bench relations."""

from pathlib import Path
from typing import Annotated

import typer

import tocsin
from tocsin.cli._console import out as stdout
from tocsin.cli._counts import Half, show_counts
from tocsin.cli._misses import refuse_misses, show_misses
from tocsin.cli._options import AsJson, MeasuredReader, Misses


def relations(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that holds the folders of re3d.")],
    half: Annotated[Half, typer.Option(help="Half of the documents, by a hash.")] = Half.DEV,
    reader: MeasuredReader = "rules",
    *,
    misses: Misses = False,
    as_json: AsJson = False,
) -> None:
    """Print which relations are read in the documents of re3d, of those marked between organisations and places.

    \b
    tocsin bench relations --data BENCH/re3d
    tocsin bench relations --data BENCH/re3d --half dev --misses
    """
    refuse_misses(misses, held_out=half is Half.TEST)
    result = tocsin.bench.bench_relations(data, half=half.value, reader=reader)
    show_counts(f"re3d, {half} half, {result.n_documents} documents", result.counts, as_json=as_json)
    if as_json:
        return
    stdout().print(f"{len(result.issues)} issues")
    show_misses(result.misses if misses else ())
