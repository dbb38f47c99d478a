import io

import pytest

from make_files import Line, pdf, text_pdf
from tocsin.collect import Draft, Limits, Source
from tocsin.collect._format import Unusable
from tocsin.collect._pdf import PdfFormat, joined_pages, without_running_lines

FIRST = [
    "Two soldiers died on Sunday when their lorry struck a",
    "mine near the border, the army said in the capital. The",
    "road had been closed since a convoy was attacked there.",
]
SECOND = ["A third was flown to a hospital in the south with burns", "on both hands, an officer said."]


def shown(lines: list[str], top: int, size: int = 10) -> list[Line]:
    return [(top - 13 * i, size, line) for i, line in enumerate(lines)]


def read(data: bytes, limits: Limits | None = None) -> Draft:
    [draft] = PdfFormat().drafts(Source(home="a.pdf", stream=io.BytesIO(data)), limits or Limits())
    assert isinstance(draft, Draft)
    return draft


def test_room_between_lines_and_larger_letters_part_paragraphs() -> None:
    lines = [(780, 16, "Mine kills two"), *shown(FIRST, 764), *shown(SECOND, 764 - 13 * 3 - 8)]
    assert read(text_pdf([lines])).text.split("\n\n") == ["Mine kills two", "\n".join(FIRST), "\n".join(SECOND)]


def test_lines_that_run_on_every_page_and_page_numbers_go() -> None:
    pages = [
        [(820, 8, "Desert Outlet, 12 June 2014"), *shown(part, 700), (30, 8, f"Page {n} of 2")]
        for n, part in ((1, FIRST), (2, SECOND))
    ]
    draft = read(text_pdf(pages, author="Desert Outlet"))
    assert draft.text == "\n".join(FIRST) + "\n\n" + "\n".join(SECOND)
    assert (draft.publisher, draft.published) == ("Desert Outlet", "2014-06-12")


def test_a_paragraph_that_runs_over_a_page_is_not_broken() -> None:
    assert joined_pages([["The army said in"], ["the capital."]]) == "The army said in\nthe capital."


def test_an_author_that_is_not_in_the_letterhead_is_a_person() -> None:
    draft = read(text_pdf([shown(FIRST, 700)], title="Mine kills two", author="A. Writer"))
    assert (draft.publisher, draft.byline, draft.title) == (None, "A. Writer", "Mine kills two")


def test_the_date_of_the_file_is_not_the_date_of_the_report() -> None:
    data = text_pdf([shown(FIRST, 700)]).replace(b"/Title ()", b"/CreationDate (D:20140612000000Z)")
    assert read(data).published is None


def test_a_line_that_recurs_inside_the_text_stays() -> None:
    body = ["a", "b", "c", "Nobody was hurt.", "d", "e", "f"]
    bare, running = without_running_lines([body, [x.upper() if len(x) == 1 else x for x in body]])
    assert (bare[0], running) == (body, [])


def test_a_pdf_without_text_has_none() -> None:
    assert read(text_pdf([[]])).text == ""


def test_more_pages_than_the_limit_are_unusable() -> None:
    with pytest.raises(Unusable, match="more than 2 pages"):
        read(text_pdf([shown(FIRST, 700)] * 3), Limits(max_pages=2))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"%PDF-1.4\n" + b"x" * 3000, text_pdf([shown(FIRST, 700)])[:300]])
def test_what_is_no_pdf_is_unusable(data: bytes) -> None:
    with pytest.raises(Unusable, match="not a PDF"):
        read(data)


def test_pages_that_hold_each_other_are_unusable() -> None:
    loop = pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>"])
    with pytest.raises(Unusable, match="not a PDF"):
        read(loop)
