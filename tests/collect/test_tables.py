import zipfile
from datetime import date
from pathlib import Path

import pytest

from make_tables import ACLED, BLAST, CLASH, GTD, RAID, UCDP, table
from tocsin.collect import events
from tocsin.core.errors import InputError, UnknownName
from tocsin.core.event import EventRow
from tocsin.core.issue import Issue


@pytest.fixture
def read(tmp_path: Path):
    def reading(content: str | bytes, name: str = "t.csv", **options) -> tuple[list[EventRow], list[Issue]]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        found = list(events(path, **options))
        return [x for x in found if isinstance(x, EventRow)], [x for x in found if isinstance(x, Issue)]

    return reading


def test_a_row_of_ucdp_becomes_an_event(read):
    assert read(table(UCDP, [RAID])) == (
        [
            EventRow(
                id="7", source="ucdp-ged", start=date(2013, 4, 7), end=date(2013, 4, 7), country="ML",
                admin1="Gao region", lat=16.27, lon=-0.04, precision_m=2000, type="ASSAULT", violence="state-based",
                low=10, best=12, high=20, actors=("Government of Mali", "Brigade"),
                groups=(("deaths_a", 2), ("deaths_b", 3), ("deaths_civilians", 7), ("deaths_unknown", 0)),
            )
        ],
        [],
    )  # fmt: skip


def test_a_ucdp_file_without_a_header_loses_no_row(read):
    with_header = read(table(UCDP, [RAID, RAID | {"id": "8"}]))
    assert read(table(UCDP, [RAID, RAID | {"id": "8"}], header=False)) == with_header


def test_the_candidate_file_is_told_by_its_name(read):
    [event], _ = read(table(UCDP, [RAID], header=False), "GEDEvent_v26_0_8.csv")
    assert event.source == "ucdp-candidate"


@pytest.mark.parametrize(
    ("changes", "violence", "type_"),
    [
        ({}, "state-based", "ASSAULT"),
        ({"inter1": "1", "inter2": "2"}, "state-based", "ASSAULT"),
        ({"inter1": "2", "inter2": "4"}, "non-state", "ASSAULT"),
        ({"inter1": "Rebel group", "inter2": "Identity militia"}, "non-state", "ASSAULT"),
        ({"event_type": "Violence against civilians", "sub_event_type": "Attack"}, "one-sided", "ASSAULT"),
        ({"civilian_targeting": "Civilian targeting"}, "one-sided", "ASSAULT"),
        ({"event_type": "Protests", "sub_event_type": "Peaceful protest"}, "other", "PROTEST"),
        ({"event_type": "Strategic developments", "sub_event_type": "Agreement"}, "other", "AGREE"),
    ],
)  # fmt: skip
def test_acled_types_map_to_types_of_violence_with_words_or_digits(read, changes, violence, type_):
    [event], issues = read(table(ACLED, [CLASH | changes]))
    assert (event.violence, event.type, issues) == (violence, type_, [])


def test_acled_tells_since_when_a_row_is_known(read):
    [event], _ = read(table(ACLED, [CLASH]))
    assert event.known_at == date(2013, 4, 10)


@pytest.mark.parametrize("day", ["2013-04-07", "07-April-2013", "07 April 2013", "07-04-2013"])
def test_acled_days_are_read_in_the_forms_of_all_years(read, day):
    [event], issues = read(table(ACLED, [CLASH | {"event_date": day}]))
    assert (event.start, event.end, issues) == (date(2013, 4, 7), date(2013, 4, 7), [])


def test_an_inexact_acled_day_is_an_interval(read):
    [event], _ = read(table(ACLED, [CLASH | {"time_precision": "2"}]))
    assert (event.start, event.end) == (date(2013, 4, 1), date(2013, 4, 13))


@pytest.mark.parametrize("old", [["data_id", "event_id_no_cnty", "iso3"], ["population_best"]])
def test_old_and_optional_columns_of_acled_are_ignored_by_name(read, old):
    rows, issues = read("\ufeff" + table([*old, *ACLED], [CLASH]))
    assert (len(rows), issues) == (1, [])


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_and_utf_16_are_read(read, delimiter):
    rows, issues = read(table(ACLED, [CLASH | {"actor2": "Brigade à Gao"}], delimiter=delimiter).encode("utf-16"))
    assert (rows[0].actors[1], issues) == ("Brigade à Gao", [])


def test_a_gtd_row_becomes_an_event(read):
    [event], issues = read(table(GTD, [BLAST]))
    assert (event.country, event.violence, event.mode, event.best, event.groups, issues) == (
        "ML", "one-sided", "explosives", 12, (("nkillter", 1),), [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({"iday": "0", "imonth": "2"}, (date(2013, 2, 1), date(2013, 2, 28))),
        ({"imonth": "0"}, (date(2013, 1, 1), date(2013, 12, 31))),
    ],
)
def test_an_unknown_day_or_month_of_gtd_is_an_interval(read, changes, days):
    [event], _ = read(table(GTD, [BLAST | changes]))
    assert (event.start, event.end) == days


def test_codes_for_unknown_are_no_deaths(read):
    [event], _ = read(table(GTD, [BLAST | {"nkill": "-9", "nkillter": "-99"}]))
    assert (event.best, event.groups) == (None, ())


def test_an_unknown_column_is_reported_and_a_missing_one_too(read):
    columns = [c for c in UCDP if c != "adm_1"]
    rows, issues = read(table([*columns, "mood"], [RAID]))
    assert (len(rows), [i.what for i in issues]) == (
        1,
        ["column 'mood' is not known to ucdp and is not used", "column 'adm_1' is missing; its values are unknown"],
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"best": "-3"}, "best is -3"),
        ({"best": "many"}, "best is 'many'"),
        ({"best": "nan"}, "best is nan"),
        ({"best": "1e400"}, "best is 1e400"),
        ({"date_start": "yesterday"}, "date_start is 'yesterday'"),
        ({"date_end": "2013-04-01"}, "before its start"),
        ({"type_of_violence": "4"}, "expected 1, 2 or 3"),
        ({"latitude": "91"}, "outside [-90, 90]"),
        ({"id": ""}, "id is empty"),
    ],
)
def test_a_row_that_cannot_be_used_is_an_issue_with_its_line(read, changes, words):
    rows, [issue] = read(table(UCDP, [RAID, RAID | changes, RAID]))
    assert len(rows) == 2
    assert words in issue.what
    assert issue.about.endswith("t.csv:3")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"country_id": "999", "country": "Atlantis"}, "no country is known by"),
        ({"low": "15"}, "not ordered low <= best <= high"),
    ],
)
def test_a_row_that_is_partly_wrong_is_used_and_reported(read, changes, words):
    [event], [issue] = read(table(UCDP, [RAID | changes]))
    assert words in issue.what
    assert event.best == 12


def test_a_file_cut_off_gives_the_rows_before(read):
    rows, [issue] = read(table(UCDP, [RAID, RAID | {"id": "8"}])[:-20])
    assert len(rows) == 1
    assert "cells where 49 are expected" in issue.what


def test_a_quotation_mark_that_is_not_closed_is_an_issue(read):
    rows, issues = read(table(UCDP, [RAID]) + '9,"' + "x" * 200_000)
    assert len(rows) == 1
    assert "quotation mark" in (issues[0].hint or "")


def test_lines_in_another_encoding_are_read_and_reported(read):
    good, bad = table(ACLED, [CLASH | {"actor2": "Tué"}]), table(ACLED, [CLASH | {"actor2": "Tué"}], header=False)
    rows, [issue] = read(good.encode() + bad.encode("cp1252"))
    assert [row.actors[1] for row in rows] == ["Tué", "Tué"]
    assert "Windows-1252" in issue.what


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("a,b\n1,2\n", "no event table that is known"),
        (b"\x00\xff\x00\xfe" * 99, "no event table that is known"),
    ],
)
def test_what_is_no_event_table_is_a_clear_error(read, content, words):
    with pytest.raises(InputError, match=words):
        read(content)


def test_a_named_kind_tells_what_it_lacks(read):
    with pytest.raises(InputError, match="lacks columns of acled"):
        read(table(UCDP, [RAID]), table="acled")
    with pytest.raises(UnknownName, match="acled"):
        read(table(UCDP, [RAID]), table="acledd")


def test_a_table_that_is_wrong_throughout_ends_the_reading(read):
    with pytest.raises(InputError, match="more than 1000 rows"):
        read(table(UCDP, [RAID | {"best": "x"}] * 1001))


def packed(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_a_zip_archive_with_one_table_is_read(tmp_path):
    path = packed(tmp_path / "ged.zip", {"readme.pdf": "", "__MACOSX/._ged.csv": "", "ged.csv": table(UCDP, [RAID])})
    assert len(list(events(path))) == 1


def test_an_archive_larger_than_the_limit_is_given_up(tmp_path):
    path = packed(tmp_path / "bomb.zip", {"ged.csv": table(UCDP, [RAID] * 5000)})
    with pytest.raises(InputError, match="larger than 100000 bytes unpacked"):
        list(events(path, max_bytes=100_000))


def test_an_archive_with_two_tables_names_them(tmp_path):
    with pytest.raises(InputError, match=r"a\.csv, b\.csv"):
        list(events(packed(tmp_path / "two.zip", {"a.csv": "", "b.csv": ""})))


def test_a_broken_archive_is_a_clear_error(tmp_path):
    path = packed(tmp_path / "ged.zip", {"ged.csv": table(UCDP, [RAID | {"id": str(i)} for i in range(999)])})
    data = bytearray(path.read_bytes())
    data[200:900] = bytes(700)
    path.write_bytes(data)
    with pytest.raises(InputError, match="broken"):
        list(events(path))


def test_a_missing_file_is_a_clear_error(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        list(events(tmp_path / "none.csv"))
