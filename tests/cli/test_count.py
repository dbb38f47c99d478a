from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from make_tables import ACLED, CLASH, RAID, UCDP, table
from tocsin.cli import app
from tocsin.count import read_panel


@pytest.fixture
def run(tmp_path: Path):
    (tmp_path / "ged.csv").write_text(table(UCDP, [RAID, RAID | {"id": "8", "date_start": "2013-05-02", "date_end": "2013-05-02"}]))  # fmt: skip  # noqa: E501
    (tmp_path / "acled.csv").write_text(table(ACLED, [CLASH, CLASH | {"event_id_cnty": "NIR1", "iso": "562"}]))

    def running(*words: str) -> Result:
        return CliRunner().invoke(app, ["count", *(str(tmp_path / w) if w.endswith((".csv", ".json")) else w for w in words)])  # fmt: skip  # noqa: E501

    return running


def test_a_table_is_counted_to_stdout(run):
    result = run("ged.csv", "--units", "ML,NE", "--as-of", "2014-01-01")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "# target: all", "# as_of: 2014-01-01", "unit,month,count", "ML,2013-04,12", "ML,2013-05,12", "NE,2013-04,0",
        "NE,2013-05,0",
    ]  # fmt: skip
    assert "24 counted from 2 of 2 events" in result.stderr


def test_two_tables_are_counted_once_and_the_pair_is_shown(run, tmp_path):
    result = run("ged.csv", "acled.csv", "--units", "ML,NE", "-o", "panel.json", "--as-of", "2014-01-01")
    assert result.exit_code == 0, result.output
    panel = read_panel(tmp_path / "panel.json")
    assert (panel.counts.tolist(), panel.as_of) == ([[12, 12], [12, 0]], date(2014, 1, 1))
    assert (
        "ucdp-ged 7 = acled MLI1: same country ML, same day, 0 km apart, deaths 12 (10 to 20) and 12" in result.stderr
    )


def test_cells_of_a_box_are_counted(run):
    result = run("ged.csv", "--unit", "cell", "--box", "16,-0.5,17,0", "--target", "attacks-10", "--to", "2013-06",
                 "--as-of", "2014-01-01")  # fmt: skip
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[3:] == [
        "153000,2013-04,1", "153000,2013-05,1", "153000,2013-06,0", "153720,2013-04,0", "153720,2013-05,0",
        "153720,2013-06,0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "nothing to count"),
        (["none.csv"], "cannot be read"),
        (["ged.csv", "--box", "1,2,3"], "goes with --unit cell"),
        (["ged.csv", "--unit", "cell", "--box", "1,2,3"], "not four numbers"),
        (["ged.csv", "--unit", "cell", "--box", "9,0,3,1"], "no box of degrees"),
        (["ged.csv", "--target", "deaths"], "no target 'deaths'"),
        (["ged.csv", "--units", "Mali"], "no country 'Mali'"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_two(run, words, said):
    result = run(*words)
    assert (result.exit_code, said in result.stderr) == (2, True), result.output
