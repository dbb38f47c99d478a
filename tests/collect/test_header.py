import pytest

from tocsin.collect._format import Draft
from tocsin.collect._header import with_header

TEXT = "Two soldiers died on Sunday when their lorry struck a mine near the border, the army said."


def test_headline_byline_and_date_above_the_text_become_fields() -> None:
    lines = ["Mine kills two near border", "By our correspondent in Gao", "Monday 12 June 2014", TEXT]
    draft, rest = with_header(Draft(text=""), lines)
    assert (draft.title, draft.byline, draft.published) == (lines[0], lines[1], "2014-06-12")
    assert rest == [TEXT]


@pytest.mark.parametrize(
    "line", ["Published: 12 June 2014", "12 June 2014", "June 12, 2014 - 08:00 GMT", "GAO, 12 June 2014"]
)
def test_a_line_of_date_dates_the_report(line: str) -> None:
    draft, rest = with_header(Draft(text=""), [line, TEXT])
    assert (draft.published, rest) == ("2014-06-12", [TEXT])


def test_a_date_of_change_does_not_date_the_report() -> None:
    assert with_header(Draft(text=""), ["Last updated: 12 June 2014", TEXT])[0].published is None


def test_a_date_in_the_report_itself_does_not_date_it() -> None:
    sentence = "On 12 June 2014 gunmen killed two soldiers at a post near the border."
    draft, rest = with_header(Draft(text=""), [sentence, TEXT])
    assert (draft.published, rest) == (None, [sentence, TEXT])


def test_a_short_sentence_above_the_text_stays() -> None:
    lines = ["Nobody was hurt.", "On 12 June 2014 gunmen raided Gao town.", TEXT]
    assert with_header(Draft(text=""), lines)[1] == lines


def test_a_wire_dateline_stays_in_the_text_and_dates_it_only_with_a_year() -> None:
    dated = f"BAMAKO, 3 May 2013 (Sahel Wire) - {TEXT}"
    undated = f"BAMAKO, 3 May (Sahel Wire) - {TEXT}"
    draft, rest = with_header(Draft(text=""), [dated])
    assert (draft.published, rest) == ("2013-05-03", [dated])
    assert with_header(Draft(text=""), [undated])[0].published is None


def test_a_wire_dateline_on_a_line_of_its_own_stays() -> None:
    assert with_header(Draft(text=""), ["BAMAKO, Mali -", TEXT])[1] == ["BAMAKO, Mali -", TEXT]


def test_what_is_stated_wins_over_the_lines() -> None:
    stated = Draft(text="", title="Mine kills two", published="2014-06-13", byline="Staff")
    draft, rest = with_header(stated, ["Mine kills two near border", "By X", "12 June 2014", TEXT])
    assert (draft.title, draft.published, draft.byline) == ("Mine kills two near border", "2014-06-13", "Staff")
    assert rest == [TEXT]


def test_a_report_of_short_lines_is_left_as_it_is() -> None:
    assert with_header(Draft(text=""), ["Two die", "in raid"])[1] == ["Two die", "in raid"]


def test_a_letterhead_names_the_publisher() -> None:
    lines = ["THE DESERT OUTLET", "Mine kills two near border", TEXT]
    draft, rest = with_header(Draft(text="", letterhead=True), lines)
    assert (draft.publisher, draft.title, rest) == ("The Desert Outlet", lines[1], [TEXT])


@pytest.mark.parametrize(
    "line",
    [
        "Toll of 12 June 2014 bombing rises",
        "Attack of 12 June 2014: what we know",
        "Trial over raid on 12 June 2014",
        "Gunmen who on 12 June 2014 raided Gao, the army said - three of them - are dead.",
        "Gunmen from Gao, who on 12 June 2014 raided a camp - the second - are dead, the army said.",
    ],
)
def test_a_line_that_speaks_of_a_day_does_not_date_the_report(line: str) -> None:
    assert with_header(Draft(text=""), [line, TEXT])[0].published is None


@pytest.mark.parametrize(
    "line",
    [
        "Foreign desk bulletin Friday, 23 March 2012 No. 61",
        "Desert Outlet, Gao | Friday 23 March 2012 | 0 comments",
        "Friday 23 March 2012, 17:05 GMT. By our correspondent in Gao",
        "vendredi 23 mars 2012",
        "Posted on March 23, 2012 at 10:00",
        "Gao, 23 March 2012 - by a contributor",
        "From our desk in Gao • Published 23 March 2012 at 16:40 • Updated 24 March 2012",
    ],
)
def test_a_letterhead_or_dateline_dates_the_report(line: str) -> None:
    assert with_header(Draft(text=""), [line, TEXT])[0].published == "2012-03-23"
