"""Documents of the form of re3d are read and held against the relations marked in them."""

import pytest
from tests.make_re3d import ENEMIES, re3d
from typer.testing import CliRunner

from tocsin import InputError
from tocsin.bench import bench_relations
from tocsin.bench._re3d import MarkedDocument, marked_documents
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
