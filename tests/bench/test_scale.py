import json

from typer.testing import CliRunner

from tocsin.bench import ScaleOptions, bench_scale
from tocsin.cli import app


def test_each_model_is_told_with_its_memory():
    options = ScaleOptions(cells=400, months=80, models=("zero", "hurdle"))
    rows = bench_scale(options, done=lambda _: None)
    assert [row.model for row in rows] == ["zero", "hurdle"]
    assert all(row.mib_most >= row.mib_before > 10 for row in rows)


def test_the_command_prints_a_row_for_each_model():
    command = ["bench", "scale", "--cells", "100", "--months", "60", "--models", "zero"]
    assert "zero" in CliRunner().invoke(app, command).stdout
    assert [row["model"] for row in json.loads(CliRunner().invoke(app, [*command, "--json"]).stdout)] == ["zero"]
