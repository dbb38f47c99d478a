"""Vocabularies: data files that the project wrote or derived, read once."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tocsin.core.errors import UnknownName

_INSTALLED = Path(__file__).parent.parent / "_data"
_CHECKOUT = Path(__file__).parents[3] / "data"


def data_file(name: str) -> Path:
    """Return the path of the data file `name`; raise UnknownName with the names there are otherwise."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    path = folder / name
    if not path.is_file():
        known = ", ".join(sorted(p.name for p in folder.glob("*.*")))
        raise UnknownName(f"no data file {name!r}; there are {known}")
    return path


@cache
def toml_table(name: str) -> dict[str, Any]:
    """Return the content of the TOML file `name`. Treat it as frozen: it is shared."""
    with data_file(name).open("rb") as stream:
        return tomllib.load(stream)


@cache
def csv_rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the CSV file `name` by column, comment lines (#) left out."""
    with data_file(name).open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(line for line in stream if not line.startswith("#")))
