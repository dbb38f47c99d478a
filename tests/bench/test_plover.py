"""Sentences of the form of the PLOVER gold standard records are read and held against their annotation."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin import InputError
from tocsin.bench import bench_plover
from tocsin.bench._plover_records import FILE, PloverRecord, plover_records
from tocsin.cli import app

ABOUT_THE_FILE = {"id": "T-0", "event": "DOCUMENT", "eventText": "what this file is"}
RAID = {
    "id": "T-1", "event": "FIGHT", "text": "Ruritanian rebels attacked soldiers in Gao on Sunday.",
    "source": [{"actorText": "Ruritanian rebels", "code": "REB"}], "target": [{"actorText": "soldiers", "code": "MIL"}],
}  # fmt: skip


def folder(path: Path, *records: object) -> Path:
    (path / FILE).parent.mkdir(parents=True)
    (path / FILE).write_text(json.dumps([ABOUT_THE_FILE, *records]), encoding="utf-8")
    return path


def record(**changes: object) -> dict[str, object]:
    return RAID | changes


def half_of(data: Path) -> str:
    (one,) = plover_records(data)
    return one.half


def measured(data: Path) -> dict[str, tuple[int, int, int]]:
    counts = bench_plover(data, half=half_of(data)).counts
    return {what: (n.right, n.said, n.there) for what, n in counts.items()}


def test_older_name_of_a_type_stands_for_the_one_that_took_its_place(tmp_path):
    (found,) = plover_records(folder(tmp_path, record(event="DISAPPROVE")))
    assert found.type == "ACCUSE"


def test_act_of_the_annotated_type_is_right_with_its_source_and_target(tmp_path):
    counts = measured(folder(tmp_path, RAID))
    assert counts == {
        "types": (1, 1, 1), "source of acts found": (1, 1, 1), "target of acts found": (1, 1, 1), "ASSAULT": (1, 1, 1),
    }  # fmt: skip


def test_act_of_another_type_counts_as_said_of_its_own_type(tmp_path):
    counts = measured(folder(tmp_path, record(event="PROTEST")))
    assert counts == {"types": (0, 1, 1), "PROTEST": (0, 0, 1), "ASSAULT": (0, 1, 0)}


def test_actor_with_no_text_is_none(tmp_path):
    (found,) = plover_records(folder(tmp_path, record(target=[{"actorText": "", "code": ""}])))
    assert found.targets == ()


def test_records_of_one_sentence_are_in_one_half():
    pairs = [
        [PloverRecord(id=f"{n}{part}", text=f"Text {n}.", type="AID", sources=(), targets=()) for part in "ab"]
        for n in range(20)
    ]
    assert all(left.half == right.half for left, right in pairs)


def test_record_without_a_sentence_is_an_error_that_names_it(tmp_path):
    with pytest.raises(InputError, match="record 2: expected id, text"):
        plover_records(folder(tmp_path, {"id": "T-1", "event": "AID"}))


def test_unknown_type_is_an_error_that_names_it(tmp_path):
    with pytest.raises(InputError, match="'PARADE'"):
        plover_records(folder(tmp_path, record(event="PARADE")))


def test_missing_file_is_an_error_that_says_what_was_expected(tmp_path):
    with pytest.raises(InputError, match="gold_standard_records"):
        plover_records(tmp_path)


def test_command_lists_what_was_missed(tmp_path):
    data = folder(tmp_path, record(event="PROTEST", text=text_of_half("dev")))
    result = CliRunner().invoke(app, ["bench", "plover", "--data", str(data), "--misses"])
    assert "PROTEST / ASSAULT" in result.output


def test_command_does_not_list_misses_of_the_test_half(tmp_path):
    command = ["bench", "plover", "--data", str(tmp_path), "--half", "test", "--misses"]
    assert CliRunner().invoke(app, command).exit_code != 0


def text_of_half(half: str) -> str:
    texts = (f"Rebels attacked {n} soldiers in Gao." for n in range(2, 40))
    return next(t for t in texts if PloverRecord(id="", text=t, type="AID", sources=(), targets=()).half == half)
