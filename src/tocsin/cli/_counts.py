"""Counts of right, said and there as a table or as JSON, and the halves of texts that they are measured on."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from tocsin.cli._console import show_json, show_table

if TYPE_CHECKING:
    from tocsin.bench import Counts

COLUMNS = ("what", "precision", "recall", "F1", "right", "said", "there")
FIELDS = ("precision", "recall", "f1", "right", "said", "there")


class Half(StrEnum):
    """The half of a corpus to measure on."""

    DEV = "dev"
    TEST = "test"


def show_counts(title: str, counts: "Mapping[str, Counts]", *, as_json: bool) -> None:
    """Print `counts` as a table under `title`, or as JSON."""
    if as_json:
        show_json({what: {name: getattr(n, name) for name in FIELDS} for what, n in counts.items()})
        return
    rows = [
        (what, f"{n.precision:.3f}", f"{n.recall:.3f}", f"{n.f1:.3f}", n.right, n.said, n.there)
        for what, n in counts.items()
    ]
    show_table(title, COLUMNS, rows)
