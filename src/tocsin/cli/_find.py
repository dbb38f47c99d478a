"""tocsin find."""

from typing import Annotated

import typer

import tocsin
from tocsin.cli._console import show_json, show_table
from tocsin.cli._options import DEFAULT_OUT, AsJson, AsOf, Out, StoreFile, day, store_path
from tocsin.cli._words import NOT_KNOWN, head
from tocsin.core.wire import to_json


def find(
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="Words that a report must hold, all of them.")],
    *,
    out: Out = DEFAULT_OUT,
    store: StoreFile = None,
    as_of: AsOf = None,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="How many reports to list.")] = 20,
    as_json: AsJson = False,
) -> None:
    """List the reports that hold some words, the best match first.

    \b
    tocsin find Gao market --out out
    """
    with tocsin.store.Store.open(store_path(store, out), create=False) as opened:
        found = opened.search(" ".join(words), as_of=day(as_of), limit=most)
    if as_json:
        show_json(to_json(found))
    else:
        rows = ((one.id, head(one), one.home or one.uri or NOT_KNOWN) for one in found)
        show_table(f"{len(found)} reports", ("id", "report", "file or address"), rows)
