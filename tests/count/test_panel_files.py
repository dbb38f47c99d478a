from datetime import date

import pytest

from tocsin.core.errors import InputError
from tocsin.core.panel import Panel
from tocsin.count import panel_source, read_panel, write_panel

PLAIN = "unit,month,count\nML,2014-01,3\nML,2014-03,0\nNE,2014-02,1.5\n"


@pytest.fixture
def read(tmp_path):
    def reading(content: str | bytes, name: str = "p.csv", **options) -> Panel:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_panel(path, **options)

    return reading


def test_a_plain_table_of_counts_is_a_panel_whose_gaps_are_unobserved(read):
    panel = read(PLAIN)
    assert panel.units == ("ML", "NE")
    assert panel.times == (date(2014, 1, 1), date(2014, 2, 1), date(2014, 3, 1))
    assert panel.counts.tolist() == [[3, 0], [0, 1.5], [0, 0]]
    assert panel.observed.tolist() == [[True, False], [False, True], [True, False]]
    assert (panel.target, panel.as_of) == ("count", date(2014, 3, 31))


def test_columns_may_stand_in_any_order_and_months_be_days(read):
    text = "Count,Month,Unit\n3,2014-01-15,ML\n"
    assert read("\ufeff" + text).digest == read("unit,month,count\nML,2014-01,3\n").digest


def test_target_and_day_are_taken_where_the_file_does_not_tell(read):
    panel = read(PLAIN, target="all", as_of=date(2015, 1, 1))
    assert (panel.target, panel.as_of) == ("all", date(2015, 1, 1))


@pytest.mark.parametrize("name", ["p.csv", "p.json"])
def test_a_panel_is_read_back_as_it_was_written(tmp_path, read, name):
    before = read(PLAIN.replace("1.5", "0.123456789"), target="state-based", as_of=date(2014, 6, 1))
    write_panel(before, tmp_path / name)
    assert read_panel(tmp_path / name).digest == before.digest


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "columns are none"),
        ("unit,month\nML,2014-01\n", "expected unit, month, count"),
        ("unit,month,count,mood\nML,2014-01,3,x\n", "mood"),
        ("unit,month,count\n", "no counts"),
        (PLAIN + "ML,2014-04,-1\n", "line 5: a count of -1"),
        (PLAIN + "ML,2014-04,nan\n", "line 5: a count of nan"),
        (PLAIN + "ML,2014-01,3\n", "line 5: ML in 2014-01 a second time"),
        ("# target: all\n" + PLAIN + "ML,2014-13,3\n", "line 6: '2014-13'"),
        (PLAIN + "ML,2014-04,many\n", "line 5: '2014-04' or 'many'"),
        (PLAIN + ",2014-04,1\n", "line 5: no unit"),
        (PLAIN + "ML,2014", "line 5 has 2 cells"),
        ("# as_of: 2013-01-01\n" + PLAIN, "as of 2013-01-01"),
        (PLAIN.encode() + b"M\xe9xico,2014-01,1\n", "not UTF-8"),
    ],
)
def test_what_is_no_panel_is_a_clear_error(read, content, words):
    with pytest.raises(InputError, match=words):
        read(content)


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"target": "t", "as_of": "2014-01-31", "times": ["2014-01"], "units": ["A", "B"], "counts": [[1]]}',
     '{"target": "t", "as_of": "2014-01-31", "times": ["2014-01"], "units": ["A"], "counts": [["x"]]}'],
)  # fmt: skip
def test_broken_json_is_a_clear_error(read, content):
    with pytest.raises(InputError, match="panel"):
        read(content, "p.json")


def test_a_missing_file_is_a_clear_error(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_panel(tmp_path / "none.csv")


def test_where_counts_are_from_is_told_by_comments_else_by_the_name(tmp_path):
    path = tmp_path / "counts.csv"
    path.write_text("# source: a table\n# licence: CC BY 4.0\nunit,month,count\nTN,2012-01,1\n")
    assert panel_source(path) == "a table; CC BY 4.0"
    path.write_text("unit,month,count\nTN,2012-01,1\n")
    assert panel_source(path) == "counts.csv"
