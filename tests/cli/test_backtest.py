import json

import pytest
from typer.testing import CliRunner

from make_panel import countries
from tocsin.cli import app
from tocsin.count import write_panel


@pytest.fixture
def run(tmp_path):
    write_panel(countries(), tmp_path / "panel.json")

    def call(*words):
        given = ["backtest", "--panel", str(tmp_path / "panel.json"), "--models", "zero,last", *map(str, words)]
        return CliRunner().invoke(app, given)

    return call


def test_models_are_scored_side_by_side_with_reliability(run):
    shown = run("--years", "2010").stdout
    assert "zero" in shown
    assert "last: forecast" in shown
    assert "Brier of 10 or more" in shown


def test_json_has_scores_differences_and_tenths(run):
    first, second = json.loads(run("--years", "2010", "--json").stdout)
    assert (first["model"], first["n"], second["differences"]["CRPS"]["n_units"]) == ("zero", 12 * 8, 8)
    assert second["reached"][0]["tenths"]


def test_a_picture_is_drawn(run, tmp_path):
    assert run("--years", "2010", "--picture", tmp_path / "r.svg").exit_code == 0
    assert (tmp_path / "r.svg").read_text().startswith("<svg")


def test_years_whose_outcomes_are_not_known_yet_are_cut_and_told(run):
    result = run("--years", "2013-2015", "--json")
    assert "the last origin is 2014-11" in result.stderr
    assert json.loads(result.stdout)[0]["n"] == 23 * 8


@pytest.mark.parametrize(
    "words", [("--years", "2015-2013"), ("--at-least", "0"), ("--years", "2016"), ("--models", "luck")]
)
def test_wrong_use_is_told(run, words):
    result = run(*words)
    assert (result.exit_code, result.stderr.count("error: ")) == (2, 1)
