"""The record as JSON."""

import dataclasses
import json
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

import make
import make_record
from tocsin.brief import write_record
from tocsin.brief._files import writing
from tocsin.brief._json import record_pieces
from tocsin.core.record import Record
from tocsin.core.values import When
from tocsin.core.wire import claim_from_json, to_json


def written(record: Record, folder: Path) -> dict:
    path = folder / "record.json"
    write_record(record, path)
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_lists_of_the_contract_are_there_with_version_and_date(tmp_path: Path) -> None:
    made = written(make_record.record(), tmp_path)
    contract = {"tocsin", "as_of", "documents", "claims", "incidents", "actors", "statements", "processes", "links"}
    assert contract | {"issues"} <= set(made)
    assert made["as_of"] == "2013-05-01"
    assert made["tocsin"] == version("tocsin")


def test_a_claim_holds_the_words_of_its_first_span(tmp_path: Path) -> None:
    killed = [c for c in written(make_record.record(), tmp_path)["claims"] if c["slot"] == "killed"]
    assert [c["quote"] for c in killed] == ["At least 12 people were killed", "Fifteen people died", "people died"]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (make.when(start="2013-04-10"), "2013-04-10"),
        (When(start=date(2013, 4, 1), end=date(2013, 4, 30), edtf="2013-04", basis="stated"), "2013-04"),
        (None, None),
    ],
)
def test_dates_of_a_report_are_plain(published: When | None, expected: str | None, tmp_path: Path) -> None:
    document = dataclasses.replace(make.document(), published=published, known_at=date(2013, 4, 11))
    made = written(Record(as_of=date(2013, 5, 1), documents=(document,)), tmp_path)["documents"][0]
    assert (made["published"], made["known_at"]) == (expected, "2013-04-11")


def test_a_target_has_a_class_without_underscore(tmp_path: Path) -> None:
    raid = written(make_record.record(), tmp_path)["incidents"][0]
    assert raid["targets"] == [{"text": "a market", "class": "public place", "nationality": None}]


def test_claims_can_be_read_back(tmp_path: Path) -> None:
    record = make_record.record()
    made = written(record, tmp_path)
    assert tuple(claim_from_json(c) for c in made["claims"]) == record.claims


def test_one_item_is_written_at_a_time() -> None:
    record = make_record.record()
    longest = max(len(json.dumps(to_json(noun))) for noun in (*record.documents, *record.claims, *record.incidents))
    assert max(len(piece) for piece in record_pieces(record)) < longest + 300


def test_an_empty_record_is_valid_json(tmp_path: Path) -> None:
    assert written(Record(as_of=date(2013, 5, 1)), tmp_path)["claims"] == []


def test_half_a_surrogate_pair_in_a_report_does_not_stop_the_writing(tmp_path: Path) -> None:
    document = make.document(text="Gunmen \ud83d fled.")
    made = written(Record(as_of=date(2013, 5, 1), documents=(document,)), tmp_path)
    assert made["documents"][0]["text"] == "Gunmen \ud83d fled."


def test_a_failure_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), writing(path) as stream:
        stream.write(f"half{1 / 0}")
    assert [p.read_text() for p in tmp_path.iterdir()] == ["old"]
