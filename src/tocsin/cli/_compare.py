"""tocsin compare."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

import tocsin
from tocsin.cli._console import out as stdout
from tocsin.cli._console import safe, show_json, show_table
from tocsin.cli._lookup import by_id, the_record
from tocsin.cli._options import DEFAULT_OUT, AsJson, AsOf, Out, ReaderName, StoreFile
from tocsin.cli._words import day_of, kind_of, place_of
from tocsin.core.record import Incident, Link
from tocsin.core.wire import to_json

CLAIMS_NAMED = 2


def compare(
    left: Annotated[str, typer.Argument(metavar="A", help="Id of an incident, or its beginning.")],
    right: Annotated[str, typer.Argument(metavar="B", help="Id of another incident, or its beginning.")],
    *,
    out: Out = DEFAULT_OUT,
    store: StoreFile = None,
    as_of: AsOf = None,
    reader: ReaderName = "rules",
    as_json: AsJson = False,
) -> None:
    """Say what two incidents share, what differs, what is not known, and how far apart they are.

    \b
    tocsin compare i-3f0c i-a417 --out out
    """
    record = the_record(store, out, as_of, reader)
    one, other = (by_id(record.incidents, key, "incident") for key in (left, right))
    found = tocsin.link.compare(record, one.id, other.id)
    if as_json:
        show_json(to_json(found))
        return
    console = stdout()
    for incident in (one, other):
        console.print(safe(_line(incident)))
    show_table("", ("", "trait", "value", "claims"), _rows(found))
    console.print(safe(f"distance  {_gap(found.distance_km, found.distance_precision_km, 'km')}"))
    console.print(safe(f"time      {_gap(found.days_apart, found.days_precision, 'days')}"))


def _rows(link: Link) -> Iterator[tuple[str, ...]]:
    for what, traits in (("shared", link.shared), ("different", link.different)):
        for trait in traits:
            yield what, trait.trait, trait.value, _few(trait.claims)
    for name in link.unknown:
        yield "not known", name, "", ""


def _few(claims: Sequence[str]) -> str:
    more = len(claims) - CLAIMS_NAMED
    return " ".join(claims[:CLAIMS_NAMED]) + (f" and {more} more" if more > 0 else "")


def _line(incident: Incident) -> str:
    return f"{incident.id}  {day_of(incident.when)}  {place_of(incident.where)}  {kind_of(incident)}  {incident.title}"


def _gap(size: float | None, precision: float | None, unit: str) -> str:
    if size is None:
        return "not known"
    return f"{size:g} {unit}" + (f", give or take {precision:g}" if precision else "")
