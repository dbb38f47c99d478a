import json

import pytest
from typer.testing import CliRunner

from make_bench import write_challenge
from tocsin import InputError
from tocsin.bench import ViewsOptions, bench_views
from tocsin.cli import app


@pytest.fixture
def folder(tmp_path):
    """Return a folder with two countries: one with 4 deaths a month, one without any."""
    return write_challenge(tmp_path, {"AAA": 4, "BBB": 0})


def test_what_repeats_itself_is_forecast_without_error_and_zero_costs_what_came(folder):
    options = ViewsOptions(years=(2016, 2017), models=("conflictology", "zero"))
    own, zero = bench_views(folder, options, done=lambda _: None)
    assert own.scores["CRPS"] == pytest.approx(0.0, abs=1e-12)
    assert (zero.scores["CRPS"], zero.n) == (2.0, 48)  # 4 deaths in half of the cells
    assert zero.crps_by_year == {2016: 2.0, 2017: 2.0}


def test_countries_can_be_left_out_of_the_scores(folder):
    options = ViewsOptions(years=(2017,), models=("zero",), without=("AAA",))
    everyone, others = bench_views(folder, options, done=lambda _: None)
    assert (everyone.scores["CRPS"], everyone.n, everyone.without) == (2.0, 24, ())
    assert (others.scores["CRPS"], others.n, others.without) == (0.0, 12, ("AAA",))


def test_a_folder_country_or_column_that_is_not_there_is_named(folder, tmp_path):
    with pytest.raises(InputError, match="no country ZZZ"):
        bench_views(folder, ViewsOptions(years=(2017,), without=("ZZZ",)), done=lambda _: None)
    with pytest.raises(InputError, match="no column 'deaths'"):
        bench_views(folder, ViewsOptions(years=(2017,), target="deaths"), done=lambda _: None)
    with pytest.raises(InputError, match=r"no country_month\.parquet"):
        bench_views(tmp_path / "none", ViewsOptions(years=(2017,)), done=lambda _: None)


def test_the_command_prints_a_row_for_each_model(folder):
    asked = ["bench", "views", "--data", str(folder), "--years", "2017", "--models", "zero,last"]
    result = CliRunner().invoke(app, asked)
    assert result.exit_code == 0, result.output
    assert "zero" in result.stdout
    assert "last" in result.stdout
    assert CliRunner().invoke(app, [*asked[:4], "--years", "x"]).exit_code == 2
    first, second = json.loads(CliRunner().invoke(app, [*asked, "--json"]).stdout)
    assert (first["model"], first["without"], second["n"]) == ("zero", [], 24)
