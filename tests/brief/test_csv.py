"""Tables for a spreadsheet."""

import csv
import dataclasses
from pathlib import Path

import pytest

import make_record
from tocsin.brief import write_csv
from tocsin.brief._csv import guarded
from tocsin.core.record import Record


def rows(record: Record, folder: Path, name: str) -> list[dict[str, str]]:
    write_csv(record, folder)
    with (folder / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_an_incident_has_its_toll_place_and_parties_in_columns(tmp_path: Path) -> None:
    raid = rows(make_record.record(), tmp_path, "incidents.csv")[0]
    wanted = {"killed_low": "11", "killed_best": "15", "country": "ML", "lon": "-0.04", "who": "gunmen"}
    assert {name: raid[name] for name in wanted} == wanted
    assert (raid["claimed_by"], raid["denied_by"], raid["accused"]) == ("Northern Brigade", "Northern Brigade", "")


def test_a_claim_has_its_words_and_the_chain_of_its_sources(tmp_path: Path) -> None:
    trained = next(r for r in rows(make_record.record(), tmp_path, "claims.csv") if r["slot"] == "trained_in")
    assert trained["quote"] == "the men had trained across the border in Niger"
    assert trained["sources"] == "a provincial official > a neighbour of the official > Sahel Wire"


def test_every_statement_is_a_row_with_its_publisher(tmp_path: Path) -> None:
    said = rows(make_record.record(), tmp_path, "statements.csv")
    assert [(r["speaker"], r["publisher"]) for r in said] == [
        ("a provincial official", "Sahel Wire"),
        ("a spokesman of the brigade", "Sahel Wire"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    assert guarded(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


def test_a_negative_number_stays_a_number() -> None:
    assert guarded(-0.04) == -0.04


def test_a_title_that_is_a_formula_is_guarded_in_the_file(tmp_path: Path) -> None:
    made = make_record.record()
    formula = dataclasses.replace(made.incidents[0], title='=HYPERLINK("http://x.example")')
    raid = rows(dataclasses.replace(made, incidents=(formula,)), tmp_path, "incidents.csv")[0]
    assert raid["title"] == '\'=HYPERLINK("http://x.example")'
