"""tocsin export and tocsin schema."""

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

import tocsin
from tocsin.cli._console import say, show_json
from tocsin.cli._lookup import the_record
from tocsin.cli._options import DEFAULT_OUT, AsOf, Out, ReaderName, StoreFile
from tocsin.core.errors import InputError
from tocsin.core.record import Record


class Format(StrEnum):
    """What the record can be written as."""

    JSON = "json"
    GEOJSON = "geojson"
    CSV = "csv"


def export(
    *,
    form: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.JSON,
    target: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="File (csv: folder) to write [default: stdout]."),
    ] = None,
    out: Out = DEFAULT_OUT,
    store: StoreFile = None,
    as_of: AsOf = None,
    reader: ReaderName = "rules",
) -> None:
    """Write the record in a format that other programs take.

    \b
    tocsin export --format json --out out > record.json
    tocsin export --format geojson --out out -o incidents.geojson
    tocsin export --format csv --out out -o tables
    """
    if target is None and form is Format.CSV:
        raise InputError("csv makes several files; name a folder for them with -o")
    record = the_record(store, out, as_of, reader)
    if target is None:
        _to_stdout(record, form)
        return
    _writer(form)(record, target)
    say(f"written to {target}")


def schema() -> None:
    """Print the JSON Schema of record.json.

    \b
    tocsin schema > record.schema.json
    """
    show_json(tocsin.brief.record_schema())


def _writer(form: Format) -> Callable[[Record, Path], None]:
    brief = tocsin.brief
    return {Format.JSON: brief.write_record, Format.GEOJSON: brief.write_geojson, Format.CSV: brief.write_csv}[form]


def _to_stdout(record: Record, form: Format) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"record.{form}"
        _writer(form)(record, file)
        with file.open(encoding="utf-8") as lines:
            sys.stdout.writelines(lines)
