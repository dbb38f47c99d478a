"""Real reports in two formats are read without a trace; what cannot be used is counted."""

import json
from pathlib import Path

import pytest

from make_bench import bench_file
from tocsin.bench import bench_real
from tocsin.core.errors import InputError

ARTICLE = "<article file='{n}'><title>t</title><text>{text}</text></article>"
ATTACK = "Gunmen killed three farmers in Gao on Sunday."


def geo(tmp_path: Path, *texts: str, head: str = "") -> Path:
    (tmp_path / "geo").mkdir()
    articles = "".join(ARTICLE.format(n=n, text=text) for n, text in enumerate(texts))
    (tmp_path / "geo" / "GWN.xml").write_text(f"{head}<articles>{articles}</articles>", encoding="utf-8")
    return tmp_path


def re3d(tmp_path: Path, *rows: object) -> Path:
    (tmp_path / "re3d" / "Some Paper").mkdir(parents=True)
    lines = "\n".join(json.dumps(row) for row in rows)
    (tmp_path / "re3d" / "Some Paper" / "documents.json").write_text(lines, encoding="utf-8")
    return tmp_path


def test_reports_of_both_formats_are_counted(tmp_path: Path) -> None:
    geo(tmp_path, ATTACK)
    result = bench_real(re3d(tmp_path, {"_id": "1", "title": None, "text": ATTACK + " It rained."}))
    assert (result.n_reports, result.n_unusable) == (2, 0)


def test_report_without_text_is_unusable_and_an_issue(tmp_path: Path) -> None:
    result = bench_real(geo(tmp_path, ATTACK, " "))
    assert (result.n_unusable, [i.about for i in result.issues]) == (1, ["GWN.xml#1"])


def test_file_that_declares_entities_is_refused(tmp_path: Path) -> None:
    data = geo(tmp_path, ATTACK, head='<!DOCTYPE a [<!ENTITY b "c">]>')
    with pytest.raises(InputError, match="entities"):
        bench_real(data)


def test_file_that_is_no_xml_is_an_error(tmp_path: Path) -> None:
    data = geo(tmp_path, "<unclosed")
    with pytest.raises(InputError, match="no XML"):
        bench_real(data)


def test_folder_without_reports_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no reports"):
        bench_real(tmp_path)


@pytest.mark.slow
def test_real_reports_are_read_with_less_than_one_in_a_hundred_unusable() -> None:
    result = bench_real(bench_file("geo").parent)
    assert result.n_reports == 298
    assert result.unusable_share < 0.01
