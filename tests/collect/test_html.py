import io

import pytest

from tocsin.collect import Draft, Limits, Source
from tocsin.collect._format import Unusable
from tocsin.collect._html import HtmlFormat, html_draft

BODY = [
    "Two soldiers died on Sunday when their lorry struck a mine near the border, the army said in the capital.",
    "A third was flown to a hospital in the south with burns, an officer at the base told a local radio station.",
    "It was the fourth such blast this month on the road, which the United Nations uses to supply its camps.",
]
STORY = "".join(f"<p>{p}</p>" for p in BODY)
MENU = "".join(f'<li><a href="/{w}">{w}</a></li>' for w in ("Home", "World", "Sport", "Letters"))
LINKS = "".join(f'<li><a href="/{i}">Another story of the day, number {i}</a></li>' for i in range(6))
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Mine kills two | Desert Outlet</title></head><body>
<div class="cookie-bar">We use cookies. <button>Accept</button></div><nav><ul>{MENU}</ul></nav>
<h1>Mine kills two</h1><div class="dt">Monday 12 June 2014 | 0 comments</div>
<div class="share">Share this: <a href="#">Facebook</a></div><article>{STORY}
<div class="ad">ADVERTISEMENT<br>Winter rates at the coast hotel.</div></article>
<aside class="related"><h3>Related</h3><ul>{LINKS}</ul></aside><footer>Copyright 2014. About us</footer></body>"""


def test_the_report_is_taken_out_of_the_page_and_nothing_else() -> None:
    assert html_draft(PAGE).text.split("\n\n") == BODY


def test_the_page_states_its_fields() -> None:
    draft = html_draft(PAGE)
    assert (draft.title, draft.publisher, draft.published) == ("Mine kills two", "Desert Outlet", "2014-06-12")
    assert draft.language == "en-GB"


def test_a_table_that_holds_the_page_together_is_undone() -> None:
    cells = f"<td><p>Also today</p><p>{LINKS}</p></td><td><h2>Mine kills two</h2>{STORY}</td>"
    page = f"<html><body><table><tr><td colspan=2>DESERT OUTLET</td></tr><tr>{cells}</tr></table></body></html>"
    text = html_draft(page).text
    assert all(p in text.split("\n\n") for p in BODY)
    assert "|" not in text


def test_a_script_is_no_text() -> None:
    draft = html_draft(PAGE.replace("<article>", "<article><script>alert('x')</script><style>p{}</style>"))
    assert draft.text.split("\n\n") == BODY


def test_the_declared_encoding_of_the_page_is_used() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>Тимбукту. {BODY[0]}</p></body></html>'
    source = Source(home="a.html", stream=io.BytesIO(page.encode("windows-1251")))
    [draft] = HtmlFormat().drafts(source, Limits())
    assert isinstance(draft, Draft)
    assert draft.text.startswith("Тимбукту")


@pytest.mark.parametrize("html", ["", "<html></html>", "<html><script>x()</script></html>", "<>", "\x00"])
def test_a_page_without_text_is_unusable(html: str) -> None:
    with pytest.raises(Unusable, match="no text"):
        html_draft(html)
