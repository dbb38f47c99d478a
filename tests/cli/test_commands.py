"""Each command does what its help says, and leaves with the right code."""

import csv
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from tocsin import __version__
from tocsin.cli import app
from tocsin.store import Store

REPORT = """---
title: Market attacked in Gao
publisher: Sahel Wire
published: 2013-04-10
uri: https://sahelwire.example/gao
---
At least 12 people were killed on Sunday when gunmen attacked a market in Gao.

"The men fled across the border," a provincial official said. The group
Northern Brigade claimed the attack.
"""
OTHER = """---
title: Bomb in Kidal
publisher: Atlas Dispatch
published: 2013-05-02
---
A car bomb killed four soldiers in Kidal on Wednesday.
"""
KINDS = ("incidents", "actors", "statements", "talks", "links", "checks", "documents", "issues")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a run over two reports and an empty one."""
    folder = tmp_path_factory.mktemp("run")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "gao.txt").write_text(REPORT, encoding="utf-8")
    (reports / "kidal.txt").write_text(OTHER, encoding="utf-8")
    (reports / "empty.txt").write_text("\n", encoding="utf-8")
    assert call("run", reports, "--out", folder / "out", "--jobs", 1, "--as-of", "2020-01-01").exit_code == 0
    return folder / "out"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def told(*arguments: object) -> str:
    result = call(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def data(*arguments: object):
    return json.loads(told(*arguments, "--json"))


def incident(done: Path, place: str) -> dict:
    return next(i for i in data("show", "incidents", "--out", done) if i["where"]["name"] == place)


def test_run_ends_with_the_path_of_the_brief(done):
    assert told("run", done.parent / "reports", "--out", done, "--jobs", 1).splitlines()[-1] == f"{done}/brief.html"


def test_run_says_what_was_new_known_and_of_no_use(done):
    result = call("run", done.parent / "reports", "--out", done, "--jobs", 1)
    assert "read 0 reports; 2 were read before; 1 could not be used" in result.stderr
    assert re.search(r"not used: .*empty\.txt", result.stderr)


def test_run_prints_its_counts_as_json(done):
    made = data("run", done.parent / "reports", "--out", done, "--jobs", 1)
    assert (made["n_new"], made["n_known"], made["n_unusable"], made["n_documents"]) == (0, 2, 1, 2)
    assert made["brief"] == f"{done}/brief.html"


def test_run_dates_reports_that_do_not_say_theirs(tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("Gunmen attacked a market in Gao on Sunday.", encoding="utf-8")
    told("run", report, "--out", tmp_path / "out", "--jobs", 1, "--published", "2013-04-10")
    found = data("show", "documents", "--out", tmp_path / "out")
    assert found[0]["published"] == "2013-04-10"


@pytest.mark.parametrize("kind", KINDS)
def test_show_prints_as_lines_as_many_as_json_has_items(done, kind):
    lines = told("show", kind, "--out", done).splitlines()
    assert len(lines) - 1 == len(data("show", kind, "--out", done))


def test_show_lists_what_happened(done):
    assert re.search(r"Gao, ML\tASSAULT[^\t]*\tgunmen\t12 or more\t1\t", told("show", "incidents", "--out", done))


def test_show_lists_what_could_not_be_used(done):
    assert re.search(r"collect\t.*empty\.txt\t", told("show", "issues", "--out", done))


def test_show_leaves_out_what_became_known_later(done):
    assert [d["publisher"] for d in data("show", "documents", "--out", done, "--as-of", "2013-04-30")] == ["Sahel Wire"]


def test_trace_leads_from_an_incident_to_its_words_and_sources(done):
    shown = told("trace", incident(done, "Gao")["id"], "--out", done)
    assert re.search(r"killed: 12 or more people\n\[?At least", shown)
    assert "Sahel Wire (publisher); asserted" in shown
    assert "read by   rules-" in shown
    assert "Sahel Wire, 2013-04-10, Market attacked in Gao" in shown
    assert "https://sahelwire.example/gao, characters [0, " in shown


def test_trace_tells_the_basis_of_a_place_and_what_it_was_chosen_from(done):
    lines = told("trace", incident(done, "Gao")["id"], "--out", done).splitlines()
    basis = next(n for n, line in enumerate(lines) if line.startswith("  basis     gazetteer, within "))
    assert re.fullmatch(r"  not       Gao, Centre-Ouest, BF \(.*; [\d.]+ behind\)", lines[basis + 1])


def test_trace_takes_the_beginning_of_an_id(done):
    claim = data("show", "statements", "--out", done)[0]["claim"]
    assert "a provincial official (official) > Sahel Wire (publisher)" in told("trace", claim[:10], "--out", done)


def test_trace_as_json_marks_the_words_in_their_passage(done):
    for found in data("trace", incident(done, "Gao")["id"], "--out", done)["evidence"]:
        start, end = found["marks"][0]
        assert found["passage"][start:end] == found["quote"]


def test_trace_of_an_actor_lists_its_claims(done):
    actor = next(a for a in data("show", "actors", "--out", done) if "Northern Brigade" in a["name"])
    evidence = data("trace", actor["id"], "--out", done)["evidence"]
    assert actor["claims"]
    assert {found["id"] for found in evidence} == set(actor["claims"])


@pytest.mark.parametrize(("key", "message"), [("i-zz", "no claim, incident"), ("c-", "give more of it")])
def test_trace_of_an_id_that_is_not_one_is_wrong_use(done, key, message):
    result = call("trace", key, "--out", done)
    assert result.exit_code == 2
    assert message in result.stderr


def test_compare_gives_distance_and_days(done):
    left, right = incident(done, "Gao"), incident(done, "Kidal")
    found = data("compare", left["id"], right["id"], "--out", done)
    # Gao 16.27 N 0.04 W, Kidal 18.44 N 1.41 E: 288 km by the haversine formula; 7 April and 1 May are 24 days apart.
    assert found["distance_km"] == pytest.approx(288, abs=10)
    assert found["days_apart"] == 24
    assert "not known\t" in told("compare", left["id"], right["id"], "--out", done)


def test_find_lists_the_reports_that_hold_the_words(done):
    assert [d["publisher"] for d in data("find", "car", "bomb", "--out", done)] == ["Atlas Dispatch"]


def test_export_writes_json_that_fits_the_schema(done):
    schema = json.loads(told("schema"))
    Draft202012Validator(schema).validate(json.loads(told("export", "--out", done)))


def test_export_writes_one_point_for_each_place(done, tmp_path):
    told("export", "--format", "geojson", "--out", done, "-o", tmp_path / "map.geojson")
    layer = json.loads((tmp_path / "map.geojson").read_text(encoding="utf-8"))
    assert {f["id"] for f in layer["features"]} >= {incident(done, "Gao")["id"], incident(done, "Kidal")["id"]}


def test_export_writes_tables(done, tmp_path):
    told("export", "--format", "csv", "--out", done, "-o", tmp_path)
    with (tmp_path / "incidents.csv").open(encoding="utf-8", newline="") as rows:
        assert {row["place"] for row in csv.DictReader(rows)} >= {"Gao", "Kidal"}


def test_version_is_that_of_the_package():
    assert told("--version") == f"tocsin {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("run",), "Missing argument"),
        (("run", "nowhere"), "no file or folder 'nowhere'"),
        (("run", "https://example.org/"), "allow the network with --fetch"),
        (("run", "tests", "--as-of", "yesterday"), "--as-of"),
        (("run", "tests", "--jobs", "0"), "--jobs"),
        (("run", "tests/make.py", "--reader", "rule"), "Did you mean 'rules'?"),
        (("show", "nothing"), "incidents"),
        (("export", "--format", "csv"), "name a folder"),
        (("bench", "gold", "--half", "test", "--misses"), "use --half dev"),
        (("bench", "gold", "--root", "nowhere"), "holds no annotations"),
        (("bench", "times", "--half", "test", "--misses"), "use --half dev"),
        (("bench", "times", "--root", "nowhere"), "is not there"),
    ],
)
def test_wrong_use_ends_with_2_and_a_line_that_says_why(tmp_path, arguments, message):
    options = ("--out", tmp_path / "out") if arguments[0] == "run" else ()
    result = call(*arguments, *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_with_nothing_usable_ends_with_1(tmp_path):
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    result = call("run", tmp_path / "empty.txt", "--out", tmp_path / "out", "--jobs", 1)
    assert result.exit_code == 1
    assert "error: nothing could be used: " in result.stderr


def test_a_store_that_is_not_there_ends_with_1_and_says_what_to_do(tmp_path):
    result = call("show", "incidents", "--out", tmp_path)
    assert result.exit_code == 1
    assert "make one with `tocsin run`" in result.stderr


def test_the_store_may_be_named_by_the_environment(done, monkeypatch):
    monkeypatch.setenv("TOCSIN_STORE", str(done / "tocsin.sqlite"))
    assert len(data("show", "documents")) == 2


def test_the_store_in_the_working_folder_is_found(done, monkeypatch):
    monkeypatch.chdir(done)
    assert len(data("show", "documents")) == 2


def test_control_characters_of_a_report_never_reach_the_terminal(tmp_path):
    report = tmp_path / "report.txt"
    report.write_bytes(REPORT.replace("Market attacked", "Market \x1b[2J\x9b31mattacked").encode())
    told("run", report, "--out", tmp_path / "out", "--jobs", 1)
    shown = told("show", "documents", "--out", tmp_path / "out") + told(
        "show", "documents", "--out", tmp_path / "out", "--json"
    )
    assert "\x1b" not in shown
    assert "\x9b" not in shown


def test_commands_that_read_leave_the_store_as_it_is(done):
    with Store.open(done / "tocsin.sqlite") as store:
        before = store.counts()
    told("show", "incidents", "--out", done)
    told("export", "--out", done)
    with Store.open(done / "tocsin.sqlite") as store:
        assert store.counts() == before
