"""What is printed, and where: records and tables to stdout, all else to stderr."""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

# Reports are untrusted: their control characters (C0, C1, direction overrides) must not reach the terminal, and halves
# of surrogate pairs cannot.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def out() -> Console:
    """Return where results go."""
    return Console(file=sys.stdout, highlight=False, soft_wrap=not sys.stdout.isatty())


def err() -> Console:
    """Return where messages, progress and errors go."""
    return Console(file=sys.stderr, highlight=False, soft_wrap=True)


def safe(words: object) -> Text:
    """Return `words` as text that is shown as it is: no markup, no control characters.

    >>> safe("[red]a\\x1b[2Jb").plain
    '[red]a�[2Jb'
    """
    return Text(CONTROL.sub("\N{REPLACEMENT CHARACTER}", "" if words is None else str(words)))


def say(words: str) -> None:
    """Print a line to stderr."""
    err().print(safe(words))


def show_json(data: Any) -> None:
    """Print `data` as JSON to stdout."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    sys.stdout.write(CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table on a terminal; elsewhere lines of cells parted by tabs, the names of the columns first."""
    console = out()
    if not console.is_terminal:
        for line in (columns, *rows):
            sys.stdout.write("\t".join(" ".join(safe(cell).plain.split()) for cell in line) + "\n")
        return
    table = Table(title=Text(title), title_justify="left")
    for name in columns:
        table.add_column(name, overflow="fold", no_wrap=name == "id")
    for row in rows:
        table.add_row(*map(safe, row))
    console.print(table)
