"""Documents of the form of re3d are read and held against the relations marked in them."""

import json

import pytest
from tests.make_re3d import ENEMIES, re3d
from typer.testing import CliRunner

from tocsin import InputError
from tocsin.bench import Counts, bench_relations
from tocsin.bench._re3d import marked_documents
from tocsin.bench._told import MarkedDocument, documents_of_texts
from tocsin.cli import app


def id_of_half(half: str) -> str:
    ids = (f"D{n}" for n in range(40))
    return next(i for i in ids if MarkedDocument(id=i, text="", relations=()).half == half)


def counted(data) -> dict[str, tuple[int, int, int]]:
    counts = bench_relations(data).counts
    return {what: (n.right, n.said, n.there) for what, n in counts.items() if n.said or n.there}


def marked(data) -> list[tuple[str, str, str]]:
    (document,) = marked_documents(data)
    return [(r.relation, r.left, r.right) for r in document.relations]


def test_relation_that_is_marked_and_read_is_right_in_either_order(tmp_path):
    data = re3d(tmp_path, ("Dune Union", "FightingAgainst", "Valley Front"), home=id_of_half("dev"))
    assert counted(data)["opposes"] == (1, 1, 1)


def test_texts_marked_for_this_project_are_measured_one_by_one_and_a_miss_shows_its_text(tmp_path):
    text = "The Valley Front, a splinter of the Dune Union, roams the hills."
    path = tmp_path / "relations.jsonl"
    mark = {"relation": "split_from", "subject": "Valley Front", "object": "Harbour Front"}
    path.write_text(json.dumps({"text": text, "relations": [mark]}), encoding="utf-8")
    half = next(iter(documents_of_texts(path))).half
    result = bench_relations(path, half=half)
    assert (result.n_documents, result.counts["split_from"]) == (1, Counts(right=0, said=1, there=1))
    assert f"{text}\tmissed split_from\tValley Front / Harbour Front" in result.misses


@pytest.mark.parametrize("mark", ["1", '{"relation": "opposes", "subject": "Valley Front"}'])
def test_text_with_a_mark_that_cannot_be_used_is_an_error_that_names_its_line(tmp_path, mark):
    path = tmp_path / "relations.jsonl"
    path.write_text(f'{{"text": "It rained.", "relations": [{mark}]}}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 1: expected"):
        documents_of_texts(path)


def test_relation_that_is_read_and_not_marked_is_said_and_not_there(tmp_path):
    data = re3d(tmp_path, ENEMIES, home=id_of_half("dev"))
    assert counted(data)["controls"] == (0, 1, 0)


def test_relation_that_is_marked_twice_is_there_once(tmp_path):
    data = re3d(tmp_path, ENEMIES, ("Dune Union", "FightingAgainst", "Valley Front"))
    assert marked(data) == [("opposes", "Valley Front", "Dune Union")]


def test_relation_of_a_kind_that_is_not_mapped_is_left_out(tmp_path):
    assert marked(re3d(tmp_path, ("Valley Front", "BelongsTo", "Dune Union"))) == []


def test_relation_between_things_of_another_kind_is_left_out(tmp_path):
    assert marked(re3d(tmp_path, ("Valley Front", "FightingAgainst", "Gao"))) == []


def test_who_is_in_charge_of_a_place_controls_it(tmp_path):
    assert marked(re3d(tmp_path, ("Valley Front", "InChargeOf", "Gao"))) == [("controls", "Valley Front", "Gao")]


def test_pronoun_is_no_name(tmp_path):
    assert marked(re3d(tmp_path, ("It", "InChargeOf", "Gao"))) == []


def test_mark_that_its_makers_doubt_is_left_out(tmp_path):
    assert marked(re3d(tmp_path, ENEMIES, confidence=0.4)) == []


def test_missing_folder_is_an_error_that_says_what_was_expected(tmp_path):
    with pytest.raises(InputError, match=r"documents\.json"):
        bench_relations(tmp_path)


def test_line_that_is_no_object_is_an_error_that_names_it(tmp_path):
    data = re3d(tmp_path, ENEMIES)
    (data / "made" / "relations.json").write_text("[]\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"relations\.json, line 1"):
        marked_documents(data)


def test_command_lists_what_was_missed(tmp_path):
    data = re3d(tmp_path, ("Valley Front", "AlliesOf", "Dune Union"), home=id_of_half("dev"))
    result = CliRunner().invoke(app, ["bench", "relations", "--data", str(data), "--misses"])
    assert "missed allied_with" in result.output


def test_command_does_not_list_misses_of_the_test_half(tmp_path):
    command = ["bench", "relations", "--data", str(tmp_path), "--half", "test", "--misses"]
    assert CliRunner().invoke(app, command).exit_code != 0
