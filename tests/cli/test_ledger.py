import json
from datetime import UTC, date, datetime

import pytest
from typer.testing import CliRunner

from make_panel import answer, countries
from tocsin.cli import app
from tocsin.count import write_panel
from tocsin.ledger import record

NOW = datetime(2013, 3, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    write_panel(countries(), tmp_path / "panel.json")
    record(tmp_path / "ledger", answer(unit="TN", probability=0.8, baseline=0.5), made_at=NOW)
    return tmp_path


def call(*words):
    return CliRunner().invoke(app, ["ledger", *map(str, words)])


def test_forecasts_are_listed_resolved_and_scored(folder):
    ledger = folder / "ledger"
    assert "open" in call("list", ledger).stdout
    resolved = call("resolve", ledger, "--panel", folder / "panel.json")
    assert (resolved.exit_code, "counted" in resolved.stdout) == (0, True)
    (row,) = json.loads(call("score", ledger, "--json").stdout)
    assert (row["n"], row["n_open"]) == (1, 0)
    (listed,) = json.loads(call("list", ledger, "--json").stdout)
    assert listed["resolution"]["body"]["count"] == countries().counts[98:104, 0].sum()


def test_a_window_not_observed_is_refused(folder):
    ledger = folder / "ledger"
    write_panel(countries().until(date(2013, 5, 1)), folder / "short.json")
    identity = json.loads(call("list", ledger, "--json").stdout)[0]["id"]
    named = call("resolve", ledger, identity, "--panel", folder / "short.json")
    assert (named.exit_code, "cannot resolve it" in named.stderr) == (1, True)
    assert "stays open" in call("resolve", ledger, "--panel", folder / "short.json").stderr


def test_a_broken_ledger_fails(folder):
    ledger = folder / "ledger"
    assert len(call("verify", ledger).stdout.strip()) == 64
    ledger.write_text(ledger.read_text().replace("0.8", "0.7"))
    broken = call("verify", ledger)
    assert (broken.exit_code, "was altered" in broken.stderr) == (1, True)


def test_voiding_asks_for_ids_and_a_reason(folder):
    assert call("resolve", folder / "ledger", "--void").exit_code == 2
