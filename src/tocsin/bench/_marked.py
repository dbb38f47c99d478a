"""Single texts that people marked for this project: files of one JSON object a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tocsin.core.errors import InputError

Json = dict[str, Any]


def marked_texts(path: Path, what: str, needed: tuple[str, ...]) -> Iterator[tuple[str, list[Json]]]:
    """Yield each text in the file `path` with the marks under its key `what`, each of which has the keys `needed`.

    Raise InputError, with the line, for what cannot be read.
    """
    if not path.is_file():
        raise InputError(f"{path} is not there; run in a checkout of Tocsin, or name one with --root")
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            yield str(row["text"]), [mark | {key: mark[key] for key in needed} for mark in row[what]]
        except (ValueError, KeyError, TypeError) as error:
            keys = ", ".join(needed)
            raise InputError(f"{path}, line {n}: expected a JSON object with text and {what} ({keys})") from error
