"""Hand-coded incident reports are read, and their records put into the terms of the labels."""

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin import InputError
from tocsin.bench import QuantitiesOptions, bench_quantities
from tocsin.bench._satp_rows import NEEDED, satp_rows
from tocsin.cli import app

TEXT = (
    "Rebels killed two soldiers and a village head and abducted three traders near Gao on Sunday. Six people were hurt."
)
# The columns longitude and latitude of the table are swapped.
LABELS = {
    "date": "2014-05-20T00:00:00Z", "total_fatalities": "3", "govt_official_fatalities": "1",
    "civilian_fatalities": "0", "security_fatalities": "2", "maoist_fatalities": "0",
    "other_armed_grp_fatalities": "0", "total_injuries": "6", "total_abducted": "3", "state": "Gao",
    "district": "Gao", "longitude": "16.27", "latitude": "-0.04",
}  # fmt: skip
DEV = "3"  # its SHA-256 is even


def folder(path: Path, *rows: dict[str, str]) -> Path:
    with (path / "incidents.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, NEEDED)
        table.writeheader()
        table.writerows(rows)
    return path


def row(number: str = DEV, **labels: str) -> dict[str, str]:
    return {"incident_number": number, "incident_summary": TEXT} | LABELS | labels


def measured(data: Path) -> dict[str, float]:
    found = bench_quantities(data, QuantitiesOptions(halves=("dev",)))
    return {f.what: f.value for f in found.figures("dev")}


def test_tolls_groups_and_places_of_a_report_are_those_of_its_record(tmp_path):
    figures = measured(folder(tmp_path, row()))
    right = ("deaths exact", "deaths of all five groups exact", "injured exact", "abducted exact", "within 25 km")
    assert {what: figures[what] for what in right} == dict.fromkeys(right, 1.0)


def test_a_wrong_count_is_an_error_of_its_size(tmp_path):
    figures = measured(folder(tmp_path, row(total_fatalities="7")))
    assert figures["deaths, mean absolute error"] == pytest.approx(4.0)  # 7 in the labels, 3 told


def test_an_empty_label_is_not_counted(tmp_path):
    data = folder(tmp_path, row(total_injuries="NA"))
    found = bench_quantities(data, QuantitiesOptions(halves=("dev",)))
    assert [f.n for f in found.figures("dev") if f.what in {"injured exact", "deaths exact"}] == [1, 0]


def test_swapped_columns_are_put_right(tmp_path):
    (only,) = satp_rows(folder(tmp_path, row()))
    assert (only.labels.lat, only.labels.lon) == (16.27, -0.04)


def test_the_half_of_a_row_depends_on_its_number_alone(tmp_path):
    rows = [row(str(n)) for n in range(200)]
    halves = {r.id: r.half for r in satp_rows(folder(tmp_path, *rows))}
    again = {r.id: r.half for r in satp_rows(folder(tmp_path, *reversed(rows)))}
    assert halves == again
    assert 70 < list(halves.values()).count("dev") < 130  # a fair coin leaves this range once in 10,000 draws


def test_a_missing_folder_or_column_is_named(tmp_path):
    with pytest.raises(InputError, match=r"incidents\.csv"):
        bench_quantities(tmp_path, QuantitiesOptions())
    (tmp_path / "incidents.csv").write_text("date,state\n", encoding="utf-8")
    with pytest.raises(InputError, match="incident_summary"):
        bench_quantities(tmp_path, QuantitiesOptions())


def test_a_count_that_is_no_number_is_named_with_its_line(tmp_path):
    with pytest.raises(InputError, match="line 2"):
        bench_quantities(folder(tmp_path, row(total_abducted="some")), QuantitiesOptions())


def test_the_command_prints_figures_and_no_misses_of_the_test_half(tmp_path):
    asked = ["bench", "quantities", "--data", str(folder(tmp_path, row())), "--half"]
    shown = CliRunner().invoke(app, [*asked, "both", "--misses"])
    assert shown.exit_code == 0, shown.output
    assert "deaths exact" in shown.stdout
    assert CliRunner().invoke(app, [*asked, "test", "--misses"]).exit_code == 2
