import json

import pytest
from typer.testing import CliRunner

from make_bench import write_challenge
from tocsin import InputError
from tocsin.bench import WindowOptions, bench_window
from tocsin.cli import app

JANUARY_2017 = 445


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a country of 4 deaths a month, one without any, and one where they begin in 2017."""
    return write_challenge(tmp_path, {"AAA": 4, "BBB": 0, "CCC": lambda month: 4 * (month >= JANUARY_2017)})


def asked(**changed):
    return WindowOptions(**({"years": (2016,), "target": "ged_sb", "models": ("conflictology",)} | changed))


def test_an_onset_that_nobody_foresaw_costs_one_for_each_window_it_is_in(folder):
    # Windows of 2 to 7 months on hold three months of 2017, so 12 deaths, from August 2016 on: 5 of 36 cases.
    (row,) = bench_window(folder, asked(), done=lambda _: None)
    assert (row.all.n, row.all.n_happened, row.all.brier) == (36, 17, pytest.approx(5 / 36))
    assert (row.onsets.n, row.onsets.n_happened, row.onsets.brier) == (24, 5, pytest.approx(5 / 24))
    assert row.onsets.auc == 0.5


def test_reliability_is_told_with_what_came_in_each_tenth(folder):
    (row,) = bench_window(folder, asked(), done=lambda _: None)
    assert [(t.n, t.forecast, t.happened) for t in row.tenths] == [(24, 0.0, pytest.approx(5 / 24)), (12, 1.0, 1.0)]


def test_windows_that_are_not_over_are_left_out(folder):
    (row,) = bench_window(folder, asked(years=(2017,)), done=lambda _: None)
    assert row.all.n == 15  # origins of January to May
    with pytest.raises(InputError, match="ask for earlier"):
        bench_window(folder, asked(years=(2018,)), done=lambda _: None)


def test_models_can_be_measured_without_neighbours_too(folder):
    rows = bench_window(folder, asked(models=("zero",), alone=True), done=lambda _: None)
    assert [row.model for row in rows] == ["zero", "zero, no neighbours"]


def test_the_command_prints_scores_and_reliability(folder):
    command = ["bench", "window", "--data", str(folder), "--target", "ged_sb", "--years", "2016", "--models", "zero"]
    shown = CliRunner().invoke(app, command)
    assert shown.exit_code == 0, shown.output
    assert "zero\t36\t0.000\t0.472" in shown.output
    (row,) = json.loads(CliRunner().invoke(app, [*command, "--json"]).stdout)
    assert row["all"]["n_happened"] == 17
