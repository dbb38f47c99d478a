import json

import pytest
from typer.testing import CliRunner

from make_panel import countries
from tocsin.cli import app
from tocsin.count import write_panel

WORDS = "at least 10 deaths in Tunisia within 6 months"


@pytest.fixture
def run(tmp_path):
    write_panel(countries(), tmp_path / "panel.json")

    def call(*words):
        panel, cache = ["--panel", str(tmp_path / "panel.json")], ["--cache", str(tmp_path / "cache")]
        return CliRunner().invoke(app, [*words, *panel, *cache])

    return call


def test_an_answer_has_probability_word_baseline_drivers_history_and_changes(run):
    shown = run("ask", WORDS, "--as-of", "2013-03-01").stdout
    parts = ("probability ", "baseline conflictology", "confidence", "its own record", "Brier", "would change", "rule")
    assert [part for part in parts if part not in shown] == []


def test_json_has_the_question_with_its_rule_and_id(run):
    data = json.loads(run("ask", WORDS, "--as-of", "2013-03-01", "--json").stdout)
    assert data["question"]["id"].startswith("q-")
    assert data["question"]["text"] == "at least 10 deaths in organised violence in Tunisia, 2013-03 to 2013-08"
    assert 0 < data["probability"] < 1
    assert data["history"]["n"] > 0


@pytest.mark.parametrize(
    ("words", "told"), [("10 deaths", "no question"), (WORDS.replace("Tunisia", "Tunis"), "did you mean")]
)
def test_what_cannot_be_asked_is_wrong_use(run, words, told):
    result = run("ask", words, "--as-of", "2013-03-01")
    assert (result.exit_code, told in result.stderr) == (2, True)
