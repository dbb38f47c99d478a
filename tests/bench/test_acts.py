"""Marked acts are held against the incidents of a record of the text alone, type by type."""

import json
from pathlib import Path

import pytest

from tocsin.bench import ActsResult, Counts, bench_acts
from tocsin.bench._acts import ACTS, LEFT_ALONE, MODES, ROLES, marked_acts
from tocsin.core.errors import InputError

RAID = {"words": "raided", "type": "ASSAULT", "mode": None, "who": ["Gunmen"], "whom": [], "where": None}
ARREST = {
    "words": "arrested",
    "type": "COERCE",
    "mode": "arrest",
    "who": ["police"],
    "whom": ["a baker"],
    "where": None,
}


def measured(tmp_path: Path, text: str, *acts: dict[str, object]) -> ActsResult:
    """Return what is measured on one text, in whichever half it falls."""
    path = tmp_path / "acts.jsonl"
    path.write_text(json.dumps({"text": text, "acts": acts}), encoding="utf-8")
    half = next(marked_acts(path)).half
    return bench_acts(path, half=half)


def test_an_act_is_right_where_an_incident_of_its_type_is_read(tmp_path):
    result = measured(tmp_path, "Gunmen raided a market, and police arrested a baker.", RAID, ARREST)
    assert result.counts[ACTS] == Counts(right=2, said=2, there=2)
    assert result.counts["COERCE"] == Counts(right=1, said=1, there=1)
    assert result.counts[MODES] == Counts(right=1, said=1, there=1)
    assert result.misses == ()


def test_an_incident_of_another_type_is_an_extra_and_the_act_is_missed(tmp_path):
    result = measured(tmp_path, "Gunmen raided a market.", ARREST)
    assert result.counts[ACTS] == Counts(right=0, said=1, there=1)
    assert [miss.split("\t")[0] for miss in result.misses] == ["missed", "extra"]


def test_who_did_it_is_counted_on_acts_found_alone(tmp_path):
    found = measured(tmp_path, "Gunmen raided a market.", RAID)
    assert found.counts[ROLES["who"]] == Counts(right=1, said=1, there=1)
    missed = measured(tmp_path, "Gunmen raided a market.", ARREST)
    assert missed.counts[ROLES["who"]] == Counts()


def test_a_text_that_tells_nothing_is_left_alone_or_not(tmp_path):
    assert measured(tmp_path, "The minister spoke of the rain.").counts[LEFT_ALONE] == Counts(right=1, said=1, there=1)
    assert measured(tmp_path, "Gunmen raided a market.").counts[LEFT_ALONE] == Counts(right=0, said=1, there=1)


def test_each_text_is_in_one_half(tmp_path):
    path = tmp_path / "acts.jsonl"
    path.write_text(json.dumps({"text": "Gunmen raided a market.", "acts": [RAID]}), encoding="utf-8")
    assert sorted(bench_acts(path, half=half).n_texts for half in ("dev", "test")) == [0, 1]


@pytest.mark.parametrize("line", ["Gunmen raided a market.", '{"acts": []}', '["raid"]', '{"text": "", "acts": [1]}'])
def test_a_line_that_cannot_be_read_is_named(tmp_path, line):
    path = tmp_path / "acts.jsonl"
    path.write_text(f"{json.dumps({'text': 'a', 'acts': []})}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: expected"):
        list(marked_acts(path))
