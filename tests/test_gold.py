"""The accuracy on the gold corpus stays above the floors, on the corpus they were measured on."""

import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tocsin.bench import bench_gold
from tocsin.bench._floors import MARKED, MEASURES, corpus_digest, file_digest

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))
AGAIN = "run tools/set_gold_floors.py, which refuses to lower a floor without --lower"


@pytest.mark.parametrize("half", ["dev", "test"])
def test_the_corpus_is_the_one_that_the_floors_were_measured_on(half):
    assert corpus_digest(GOLD / half, root=ROOT) == FLOORS[half]["digest"], f"the corpus has changed: {AGAIN}"


def test_every_annotated_report_is_there_and_in_one_part_alone():
    reports = [json.loads(p.read_text("utf-8"))["report"] for p in sorted(GOLD.glob("*/*.json"))]
    assert [r for r, n in Counter(reports).items() if n > 1 or not (ROOT / r).is_file()] == []
    assert {p.parent.name for p in GOLD.glob("*/*.json")} == {"dev", "test", "aside"}


@pytest.mark.parametrize("half", ["dev", "test"])
def test_no_floor_is_left_out(half):
    assert set(FLOORS[half]) == {"digest", *MEASURES}


@pytest.mark.slow
@pytest.mark.parametrize("half", ["dev", "test"])
def test_the_accuracy_stays_above_the_floors(half):
    counts = bench_gold(GOLD / half, root=ROOT).counts
    below = {what: round(counts[what].f1, 3) for what in MEASURES if counts[what].f1 < FLOORS[half][what]}
    assert below == {}, f"floors: {[(what, FLOORS[half][what]) for what in below]}"


def test_the_digest_changes_with_a_report_and_with_an_annotation(tmp_path):
    gold, reports = tmp_path / "gold", tmp_path / "reports"
    gold.mkdir()
    reports.mkdir()
    (reports / "a.txt").write_text("one")
    (gold / "a.json").write_text(json.dumps({"report": "reports/a.txt"}))
    first = corpus_digest(gold, root=tmp_path)
    (reports / "a.txt").write_text("two")
    second = corpus_digest(gold, root=tmp_path)
    (gold / "a.json").write_text(json.dumps({"report": "reports/a.txt", "incidents": []}))
    assert len({first, second, corpus_digest(gold, root=tmp_path)}) == 3


@pytest.mark.parametrize("half", ["dev", "test"])
@pytest.mark.parametrize("texts", MARKED)
def test_the_accuracy_on_marked_texts_stays_above_the_floors(texts, half):
    file, bench, measures = MARKED[texts]
    floors = FLOORS[f"{texts}-{half}"]
    assert file_digest(GOLD / file) == floors["digest"], f"the marked texts have changed: {AGAIN}"
    counts = bench(GOLD / file, half=half).counts
    below = {what: round(counts[what].f1, 3) for what in measures if counts[what].f1 < floors[what]}
    assert below == {}, f"floors: {[(what, floors[what]) for what in below]}"
