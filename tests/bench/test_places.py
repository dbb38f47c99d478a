"""Names of places in annotated reports are resolved and recognised, and what is right is counted."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from make_bench import bench_file
from make_geo import BOTH_HALVES, geo_web_news, lgl, toponym
from tocsin.bench import PlacesResult, bench_places
from tocsin.bench._geo import geo_reports
from tocsin.cli import app
from tocsin.core.errors import InputError

GAO = (16.27, -0.04)
MALI = (17.0, -4.0)


def measured(data: Path) -> PlacesResult:
    return bench_places(data, half="both")[-1]


def cells(result: PlacesResult, kind: str) -> tuple[object, ...]:
    return next(tuple(rest) for what, *rest in result.rows() if what == kind)


def test_name_within_161_km_is_right(tmp_path: Path) -> None:
    data = lgl(tmp_path, "Gunmen came to Gao in Mali.", toponym("Gao", GAO, "P.PPLA"), toponym("Mali", MALI, "A.PCLI"))
    assert cells(measured(data), "all names")[:2] == (2, "1.000")


def test_name_farther_off_is_wrong_though_the_gazetteer_holds_the_place(tmp_path: Path) -> None:
    result = measured(lgl(tmp_path, "Gunmen came to Paris in France.", toponym("Paris", (33.66, -95.56), "P.PPL")))
    assert cells(result, "town")[:4] == (1, "0.000", 1, "0.000")


def test_name_that_no_entry_of_the_gazetteer_fits_is_counted_apart(tmp_path: Path) -> None:
    result = measured(lgl(tmp_path, "They live in Xyzzyville.", toponym("Xyzzyville", (10.0, 10.0), "P.PPL")))
    assert cells(result, "town")[:3] == (1, "0.000", 0)


def test_name_without_coordinates_counts_for_recognition_alone(tmp_path: Path) -> None:
    result = measured(lgl(tmp_path, "They live in Gao.", toponym("Gao", None, "")))
    assert (len(result.resolved), result.recognised["all names"].there) == (0, 1)


def test_name_found_with_other_bounds_is_found_and_not_within_its_very_bounds(tmp_path: Path) -> None:
    counts = measured(lgl(tmp_path, "He left for the Gao Region.", toponym("Gao Region", GAO, "A.ADM1"))).recognised
    assert [counts[what].right for what in ("all names", "all names, the very bounds")] == [1, 0]


def test_name_of_people_is_no_name_of_a_place_itself(tmp_path: Path) -> None:
    data = geo_web_news(tmp_path, "Malian troops left Gao.", Malian="Non_Literal_Modifier", Gao="Literal")
    counts = measured(data).recognised
    assert [counts[what].there for what in ("names of places themselves", "all names")] == [1, 2]


def test_word_annotated_as_no_name_is_left_out(tmp_path: Path) -> None:
    data = geo_web_news(tmp_path, "The house is in Gao.", house="Literal_Expression", Gao="Literal")
    assert measured(data).recognised["all names"].there == 1


def test_offset_that_is_a_little_wrong_is_mended(tmp_path: Path) -> None:
    data = lgl(tmp_path, "They live in Gao.", toponym("Gao", GAO, "P.PPLA", shift=5))
    (report,) = geo_reports(data)
    assert report.text[report.names[0].start : report.names[0].end] == "Gao"


def test_half_of_a_report_depends_on_its_id_alone(tmp_path: Path) -> None:
    halves = {r.id: r.half for r in geo_reports(lgl(tmp_path, *(("It rained.",) * len(BOTH_HALVES))))}
    assert halves == BOTH_HALVES


def test_both_is_each_half_and_then_both_together(tmp_path: Path) -> None:
    results = bench_places(lgl(tmp_path, *(("It rained.",) * len(BOTH_HALVES))), half="both")
    assert [(r.half, r.n_reports) for r in results] == [("dev", 2), ("test", 2), ("both", 4)]


def test_folder_without_a_corpus_is_an_error_that_names_the_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"lgl\.xml"):
        bench_places(tmp_path)


def test_misses_of_the_half_held_out_are_not_listed(tmp_path: Path) -> None:
    given = ["bench", "places", "--data", str(tmp_path), "--half", "test", "--misses"]
    assert CliRunner().invoke(app, given).exit_code == 2


def test_misses_name_report_and_words(tmp_path: Path) -> None:
    data = lgl(tmp_path, "It rained.", "They live in Xyzzyville.", toponym("Xyzzyville", (10.0, 10.0), "P.PPL"))
    shown = CliRunner().invoke(app, ["bench", "places", "--data", str(data), "--misses"]).stdout
    assert "LGL 1  Xyzzyville  town  not held" in " ".join(shown.splitlines())


@pytest.mark.slow
def test_corpora_are_read_whole() -> None:
    reports = geo_reports(bench_file("geo"))
    assert {c: sum(r.corpus == c for r in reports) for c in ("TR-News", "LGL", "GeoWebNews")} == {
        "TR-News": 118, "LGL": 588, "GeoWebNews": 200,
    }  # fmt: skip
