"""The registry of formats."""

from pathlib import Path

import pytest

import make_record
from tocsin.brief import EXPORTERS
from tocsin.core.errors import UnknownName


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("json", {"record.json"}),
        ("geojson", {"incidents.geojson"}),
        ("csv", {"incidents.csv", "claims.csv", "statements.csv"}),
        ("html", {"brief.html"}),
    ],
)
def test_each_format_writes_the_files_it_names_and_no_other(name: str, files: set[str], tmp_path: Path) -> None:
    paths = EXPORTERS.make(name).export(make_record.record(), tmp_path)
    assert {p.name for p in paths} == {p.name for p in tmp_path.iterdir()} == files


@pytest.mark.parametrize("name", list(EXPORTERS))
def test_the_same_record_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        EXPORTERS.make(name).export(make_record.record(), folder)
    assert {p.name: p.read_bytes() for p in one.iterdir()} == {p.name: p.read_bytes() for p in other.iterdir()}


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="json, geojson, csv, html"):
        EXPORTERS.make("geojsn")
