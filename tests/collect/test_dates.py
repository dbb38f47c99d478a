from datetime import date

import pytest

from tocsin.collect._dates import date_in, stated, when_published, wire_date


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2013-05-23", "2013-05-23"),
        ("2013-05-23T20:15:00+01:00", "2013-05-23"),
        ("20130523", "2013-05-23"),
        ("2013-05", "2013-05"),
        ("2013", "2013"),
        ("Thu, 23 May 2013 23:59:00 -0500", "2013-05-23"),
        ("23 May 2013", "2013-05-23"),
        ("May 23rd, 2013", "2013-05-23"),
        ("jeudi 23 mai 2013", "2013-05-23"),
        ("1er août 2013", "2013-08-01"),
        ("23 de mayo de 2013", "2013-05-23"),
    ],
)
def test_a_stated_date_is_read(value: str, edtf: str) -> None:
    assert stated(value) == edtf


@pytest.mark.parametrize(
    "value", ["3/5/2013", "2013-02-30", "23 May", "yesterday", "", "99999999999", "30 February 2013"]
)
def test_what_states_no_certain_day_is_not_read(value: str) -> None:
    assert stated(value) is None


def test_the_first_full_date_in_a_line_is_found_with_its_place() -> None:
    found = date_in("Vol. 3, Monday 12 June 2014, 17:05 GMT")
    assert found is not None
    assert "Vol. 3, Monday 12 June 2014, 17:05 GMT"[found.start : found.end] == "12 June 2014"


def test_a_month_is_no_part_of_a_longer_word() -> None:
    assert date_in("12 Mayors 2014") is None


@pytest.mark.parametrize(("line", "edtf"), [("LIMA, 3 JAN 90 (EFE)", "1990-01-03"), ("GAO, 3 May 2013", "2013-05-03")])
def test_a_wire_dateline_with_a_year_dates_the_report(line: str, edtf: str) -> None:
    assert wire_date(line) == edtf


def test_a_month_is_an_interval() -> None:
    when = when_published("2012-02")
    assert (when.start, when.end, when.basis) == (date(2012, 2, 1), date(2012, 2, 29), "stated")
