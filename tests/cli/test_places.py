"""tocsin places: adding, listing and removing places of one's own, and runs that then know them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli import app

ROW = "Xyzzy Camp,15.21,-0.43,ML,2,town,Camp Xyzzy|Xyzzyville"
REPORT = "---\ntitle: Raid\npublished: 2013-04-10\n---\nGunmen killed three soldiers in Xyzzyville on Monday.\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a table with one place; those of the test are kept beside it."""
    monkeypatch.setenv("TOCSIN_PLACES", str(tmp_path / "own.csv"))
    path = tmp_path / "camps.csv"
    path.write_text(f"name,lat,lon,country,precision_km,kind,others\n{ROW}\n", encoding="utf-8")
    return path


def call(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_what_was_added_is_listed(table: Path) -> None:
    assert call("places", "add", table).stderr.startswith("places new or changed: 1; of your own in all: 1, in ")
    assert call("places", "list").stdout.splitlines()[1] == (
        "Xyzzy Camp\tML\t15.21\t-0.43\t2.0\ttown\tCamp Xyzzy; Xyzzyville"
    )


def test_the_list_is_given_as_json(table: Path) -> None:
    call("places", "add", table)
    (place,) = json.loads(call("places", "list", "--json").stdout)
    assert (place["name"], place["lat"], place["others"]) == ("Xyzzy Camp", 15.21, ["Camp Xyzzy", "Xyzzyville"])


def test_a_bad_row_is_wrong_use(table: Path) -> None:
    table.write_text(f"name,lat,lon,country\n{ROW}\nA place,1,200,ML\n", encoding="utf-8")
    result = call("places", "add", table)
    assert result.exit_code == 2
    assert "line 3 (A place): lon is '200', expected degrees from -180 to 180" in result.stderr


def test_removing_says_what_went(table: Path) -> None:
    call("places", "add", table)
    assert call("places", "remove", "xyzzy camp").stderr == "removed 1: Xyzzy Camp, ML (15.21, -0.43)\n"
    assert call("places", "remove", "xyzzy camp").exit_code == 2


def test_a_run_after_adding_reads_the_report_anew_and_its_record_says_so(table: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    run = ("run", tmp_path / "report.txt", "--out", tmp_path / "out", "--jobs", 1, "--as-of", "2020-01-01")
    assert call(*run).exit_code == 0
    assert {lat for _, lat, _ in places_told(tmp_path)} == {None}
    call("places", "add", table)
    assert call(*run).exit_code == 0
    ((reader, lat, basis),) = places_told(tmp_path)
    assert (reader.partition("+")[0], lat, basis) == ("rules-1", 15.21, "user")
    assert ".places." in reader


def places_told(folder: Path) -> set[tuple[str, float | None, str]]:
    claims = json.loads((folder / "out" / "record.json").read_text(encoding="utf-8"))["claims"]
    return {(c["reader"], c["value"]["lat"], c["value"]["basis"]) for c in claims if c["slot"] == "where"}
