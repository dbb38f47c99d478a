"""Options that several commands take, and what they mean."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from tocsin.core.errors import InputError

DEFAULT_OUT = Path("out")
STORE_NAME = "tocsin.sqlite"

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder of the run.")]
StoreFile = Annotated[
    Path | None,
    typer.Option("--store", metavar="FILE", envvar="TOCSIN_STORE", help=f"Store to use [default: DIR/{STORE_NAME}]."),
]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], metavar="DATE", help="Leave out what became known later."),
]
ReaderName = Annotated[str, typer.Option("--reader", metavar="NAME", help="Reader whose claims count.")]
Misses = Annotated[bool, typer.Option("--misses", help="List what was missed, on dev only.")]
Checkout = Annotated[Path, typer.Option("--root", metavar="DIR", help="A checkout of Tocsin, where the texts are.")]
MeasuredReader = Annotated[str, typer.Option("--reader", metavar="NAME", help="Reader to measure.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]


def day(given: datetime | None) -> date:
    """Return the day given, today if none is."""
    return date.today() if given is None else given.date()


def year_span(text: str) -> tuple[int, ...]:
    """Return the years from the first to the last that `text` names, as "2018-2023"; raise InputError otherwise."""
    first, _, last = text.partition("-")
    if not (first.isdecimal() and (last or first).isdecimal() and int(first) <= int(last or first)):
        raise InputError(f"--years is {text!r}; expected a year or two, such as 2018-2023")
    return tuple(range(int(first), int(last or first) + 1))


def store_path(store: Path | None, out: Path) -> Path:
    """Return the store that a command is to read: the one named, else that of the folder `out`, else one here."""
    if store is not None:
        return store
    here = Path(STORE_NAME)
    inside = out / STORE_NAME
    return here if here.is_file() and not inside.is_file() else inside
