"""Statements read in articles are held against the attributions marked in them, and what is right is counted."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from make_bench import bench_file
from make_polnear import FOR_DEVELOPING, UNSEEN, Marked, polnear
from tocsin.bench import Counts, StatementsOptions, bench_statements
from tocsin.bench._polnear import polnear_reports
from tocsin.cli import app
from tocsin.core.errors import InputError

RAID = "The governor of Gao said that the market had been closed."
SAID: Marked = ("The governor of Gao", "said", "the market had been closed")


def counts(folder: Path, text: str, *marked: Marked) -> dict[tuple[str, str], Counts]:
    return bench_statements(polnear(folder, text, *marked), StatementsOptions()).counts


def test_statement_whose_words_are_those_marked_is_found_with_source_and_cue(tmp_path: Path) -> None:
    found = counts(tmp_path, RAID, SAID)
    assert [found["said", what].right for what in ("statements found", "source", "cue")] == [1, 1, 1]


def test_statement_that_shares_less_than_half_of_the_words_is_not_found(tmp_path: Path) -> None:
    found = counts(tmp_path, RAID, ("The governor of Gao", "said", "closed"))["said", "statements found"]
    assert (found.right, found.said, found.there) == (0, 1, 1)


def test_statement_with_another_source_is_found_and_its_source_is_wrong(tmp_path: Path) -> None:
    text = "After the mayor left, the governor said that the market had been closed."
    found = counts(tmp_path, text, ("the mayor", "said", "the market had been closed"))
    assert [found["said", what].right for what in ("statements found", "source")] == [1, 0]


def test_each_statement_is_paired_with_one_attribution(tmp_path: Path) -> None:
    found = counts(tmp_path, RAID, SAID, ("The governor of Gao", "said", "that the market had been closed"))
    assert found["said", "statements found"] == Counts(right=1, said=1, there=2)


def test_parts_of_content_around_a_cue_count_together(tmp_path: Path) -> None:
    text = '"The market is closed," said the governor, "and it will not open again."'
    marked = ("the governor", "said", '"The market is closed," ... "and it will not open again."')
    assert counts(tmp_path, text, marked)["quoted", "statements found"] == Counts(right=1, said=1, there=1)


@pytest.mark.parametrize("cue", ["hopes", "planned", "did not say", "declined to say"])
def test_attribution_of_a_mind_or_of_words_unsaid_is_not_of_something_said(tmp_path: Path, cue: str) -> None:
    found = counts(tmp_path, f"The mayor {cue} that the market is safe.", ("The mayor", cue, "the market is safe"))
    assert (found["all", "statements found"].there, found["said", "statements found"].there) == (1, 0)


def test_attribution_whose_cue_the_reader_lacks_is_of_something_said(tmp_path: Path) -> None:
    found = counts(tmp_path, "The mayor grizzled that it rained.", ("The mayor", "grizzled", "it rained"))
    assert found["said", "statements found"].there == 1


def test_attribution_without_source_is_not_of_something_said(tmp_path: Path) -> None:
    found = counts(tmp_path, "The market is reportedly closed.", (None, "reportedly", "The market is ... closed"))
    assert (found["all", "statements found"].there, found["said", "statements found"].there) == (1, 0)


def test_words_in_quotation_marks_make_an_attribution_quoted_and_a_term_does_not(tmp_path: Path) -> None:
    text = 'The mayor said "the market is closed now". The governor said the market is "closed".'
    marked = (("The mayor", "said", '"the market is closed now"'), ("The governor", "said", 'the market is "closed"'))
    assert counts(tmp_path, text, *marked)["quoted", "statements found"].there == 1


def test_article_that_is_not_for_developing_is_left_out(tmp_path: Path) -> None:
    data = polnear(polnear(tmp_path, RAID, SAID), RAID, SAID, name=UNSEEN)
    assert [r.id for r in polnear_reports(data, "dev")] == [FOR_DEVELOPING]


def test_test_half_is_the_folder_dev(tmp_path: Path) -> None:
    data = polnear(polnear(tmp_path, RAID, SAID), RAID, SAID, part="dev", name=UNSEEN)
    assert [r.id for r in polnear_reports(data, "test")] == [UNSEEN]


def test_article_that_several_marked_is_taken_as_the_first_of_them_marked_it(tmp_path: Path) -> None:
    data = polnear(tmp_path, RAID, SAID)
    (data / "train" / "attributions" / f"{FOR_DEVELOPING}_c3d4.ann").write_text("", encoding="utf-8")
    assert [len(r.attributions) for r in polnear_reports(data, "dev")] == [1]


def test_folder_without_annotations_is_an_error_that_says_what_is_expected(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="expected the folder of PolNeAR"):
        bench_statements(tmp_path, StatementsOptions())


def test_file_that_is_no_annotation_is_an_error_that_names_it(tmp_path: Path) -> None:
    data = polnear(tmp_path, RAID, SAID)
    (data / "train" / "attributions" / f"{FOR_DEVELOPING}_a1b2.ann").write_text("T1\tSource here\tThe mayor")
    with pytest.raises(InputError, match=r"a1b2\.ann: not in the standoff format"):
        bench_statements(data, StatementsOptions())


def test_misses_name_article_source_cue_and_words(tmp_path: Path) -> None:
    data = polnear(tmp_path, "It rained. The mayor grizzled that it snowed.", ("The mayor", "grizzled", "it snowed"))
    shown = CliRunner().invoke(app, ["bench", "statements", "--data", str(data), "--misses"]).stdout
    assert f"{FOR_DEVELOPING} missed all, said The mayor | grizzled | it snowed" in " ".join(shown.split())


def test_misses_of_the_half_held_out_are_not_listed(tmp_path: Path) -> None:
    given = ["bench", "statements", "--data", str(tmp_path), "--half", "test", "--misses"]
    assert CliRunner().invoke(app, given).exit_code == 2


@pytest.mark.slow
def test_corpus_is_read_whole() -> None:
    data = bench_file("polnear")
    assert len(list(polnear_reports(data, "test"))) == 84
    assert len({p.stem for p in (data / "train" / "text").iterdir()}) == 840
