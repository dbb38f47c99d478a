"""tocsin bench relations."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import tocsin
from tocsin.cli._console import out as stdout
from tocsin.cli._console import show_json, show_table
from tocsin.cli._misses import refuse_misses, show_misses
from tocsin.cli._options import AsJson

COLUMNS = ("what", "precision", "recall", "F1", "right", "said", "there")


class RelationsHalf(StrEnum):
    """The half of the documents to measure on."""

    DEV = "dev"
    TEST = "test"


def relations(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that holds the folders of re3d.")],
    half: Annotated[RelationsHalf, typer.Option(help="Half of the documents, by a hash.")] = RelationsHalf.DEV,
    reader: Annotated[str, typer.Option(metavar="NAME", help="Reader to measure.")] = "rules",
    *,
    misses: Annotated[bool, typer.Option("--misses", help="List what was missed, on dev only.")] = False,
    as_json: AsJson = False,
) -> None:
    """Print which relations are read in the documents of re3d, of those marked between organisations and places.

    \b
    tocsin bench relations --data BENCH/re3d
    tocsin bench relations --data BENCH/re3d --half dev --misses
    """
    refuse_misses(misses, held_out=half is RelationsHalf.TEST)
    result = tocsin.bench.bench_relations(data, half=half.value, reader=reader)
    rows = [(w, n.precision, n.recall, n.f1, n.right, n.said, n.there) for w, n in result.counts.items()]
    if as_json:
        show_json({what: dict(zip(COLUMNS[1:], numbers, strict=True)) for what, *numbers in rows})
        return
    shown = [(what, *(f"{x:.3f}" for x in numbers[:3]), *numbers[3:]) for what, *numbers in rows]
    show_table(f"re3d, {half} half, {result.n_documents} documents", COLUMNS, shown)
    stdout().print(f"{len(result.issues)} issues")
    show_misses(result.misses if misses else ())
