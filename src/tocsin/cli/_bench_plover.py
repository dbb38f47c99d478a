"""tocsin bench plover."""

from pathlib import Path
from typing import Annotated

import typer

import tocsin
from tocsin.cli._console import out as stdout
from tocsin.cli._counts import Half, show_counts
from tocsin.cli._misses import refuse_misses, show_misses
from tocsin.cli._options import AsJson, MeasuredReader, Misses


def plover(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that holds gold_standard_records/.")],
    half: Annotated[Half, typer.Option(help="Half of the sentences, by a hash of their text.")] = Half.DEV,
    reader: MeasuredReader = "rules",
    *,
    misses: Misses = False,
    as_json: AsJson = False,
) -> None:
    """Print which types of acts are read in the sentences of the PLOVER gold standard records, each read alone.

    \b
    tocsin bench plover --data BENCH/plover
    tocsin bench plover --data BENCH/plover --half dev --misses
    """
    refuse_misses(misses, held_out=half is Half.TEST)
    result = tocsin.bench.bench_plover(data, half=half.value, reader=reader)
    show_counts(f"plover, {half} half, {result.n_sentences} sentences", result.counts, as_json=as_json)
    if as_json:
        return
    stdout().print(f"{len(result.issues)} issues")
    show_misses(result.misses if misses else ())
