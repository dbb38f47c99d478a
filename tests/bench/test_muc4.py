"""Reports of the MUC-4 form are read, and their records put into templates."""

import json
from pathlib import Path

import pytest

from tocsin.bench import bench_muc4
from tocsin.bench._muc4_forms import Doer, bare, cut, doer
from tocsin.core.errors import InputError

TEXT = (
    "three armed men of the popular action front (paf) kidnapped maria diaz in la paz on monday.    "
    "a bomb exploded in front of the national bank in cochabamba.  no one was hurt."
)
KEY = [
    {"incident_type": "kidnapping", "PerpOrg": [[["paf", 0]]], "Victim": [[["maria diaz", 0]]]},
    {"incident_type": "bombing", "Target": [[["national bank", 0]]], "Weapon": [[["bomb", 0]]]},
]


def folder(tmp_path: Path, *lines: str) -> Path:
    (tmp_path / "processed").mkdir()
    (tmp_path / "processed" / "dev.json").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def row(text: str = TEXT, key: object = None) -> str:
    return json.dumps({"docid": "A-1", "doctext": text, "templates": KEY if key is None else key})


def test_incidents_of_a_report_become_templates_of_their_types(tmp_path: Path) -> None:
    result = bench_muc4(folder(tmp_path, row()))
    assert (result.tallies["incident type"].right, result.tallies["incident type"].there) == (2, 2)


def test_victims_targets_and_weapons_stand_in_their_roles(tmp_path: Path) -> None:
    tallies = bench_muc4(folder(tmp_path, row())).tallies
    assert [tallies[role].found for role in ("Victim", "Target", "Weapon")] == [1, 1, 1]


def test_report_on_talks_gives_no_template(tmp_path: Path) -> None:
    text = "the ministers of the two countries met in quito today and signed an agreement on trade."
    assert bench_muc4(folder(tmp_path, row(text, []))).tallies["incident type"].said == 0


def test_clash_between_forces_gives_no_template(tmp_path: Path) -> None:
    text = "five soldiers died in clashes between the army and rebels near cali on sunday, the army said."
    assert bench_muc4(folder(tmp_path, row(text, []))).tallies["incident type"].said == 0


def test_run_of_reports_can_be_chosen(tmp_path: Path) -> None:
    data = folder(tmp_path, row(), row("nothing happened in lima today, said the mayor."), row())
    assert bench_muc4(data, first=1, count=1).n_reports == 1


def test_missing_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="processed"):
        bench_muc4(tmp_path)


@pytest.mark.parametrize("line", ["{", "[]", '{"docid": "A-1"}', "[" * 5000])
def test_line_that_is_no_report_is_an_error_that_names_it(tmp_path: Path, line: str) -> None:
    with pytest.raises(InputError, match="line 1"):
        bench_muc4(folder(tmp_path, line))


def test_phrase_ends_where_what_is_said_about_it_starts() -> None:
    assert cut("heavily armed men (eight) wearing masks") == "heavily armed men"


def test_numbers_and_hedges_are_no_part_of_a_target() -> None:
    assert bare("at least 30 electric towers") == "electric towers"


def test_members_of_a_body_are_people_and_the_body() -> None:
    named = doer("four members of the national police in cali", frozenset({"national police"}))
    assert named == Doer(people="four members of the national police", bodies=("national police",))


def test_crowd_of_people_stands_for_the_people() -> None:
    assert doer("a group of masked gunmen", frozenset()) == Doer(people="masked gunmen")


def test_name_of_a_body_alone_is_no_person() -> None:
    assert doer("the popular front", frozenset({"popular front"})) == Doer(people=None, bodies=("popular front",))
