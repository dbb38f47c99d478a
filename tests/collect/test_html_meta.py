import pytest

from tocsin.collect._html_meta import Stated, stated_in
from tocsin.collect._html_tree import parsed


def stated(head: str = "", body: str = "") -> Stated:
    tree = parsed(f"<html><head>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return stated_in(tree)


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


ARTICLE = (
    '{"@type": "NewsArticle", "headline": "Mine kills two", "datePublished": "2014-06-12T08:00:00+01:00",'
    '"author": [{"name": "A. Writer"}, {"name": "B. Writer"}], "publisher": {"name": "Desert Outlet"}}'
)
PROSE = "<p>" + "Soldiers died near the border on Sunday. " * 8 + "</p>"


@pytest.mark.parametrize("data", [ARTICLE, f"[{ARTICLE}]", f'{{"@graph": [{{"@type": "WebSite"}}, {ARTICLE}]}}'])
def test_linked_data_states_the_fields(data: str) -> None:
    found = stated(linked(data))
    assert (found.title, found.publisher) == ("Mine kills two", "Desert Outlet")
    assert (found.published, found.byline) == ("2014-06-12", "A. Writer, B. Writer")


@pytest.mark.parametrize("data", ["{", "[" * 50_000, "3", "null", '{"@type": 3}', '{"@graph": {"@type": "Article"}}'])
def test_broken_linked_data_is_passed_over(data: str) -> None:
    assert stated(linked(data) + "<title>Mine kills two</title>").title == "Mine kills two"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2014-06-12T08:00:00Z">',
        '<meta name="DC.date.issued" content="2014-06-12">',
        '<meta itemprop="datePublished" content="12 June 2014">',
    ],
)
def test_meta_elements_date_the_page(head: str) -> None:
    assert stated(head).published == "2014-06-12"


@pytest.mark.parametrize(
    "body",
    [
        '<h1>Mine</h1><time datetime="2014-06-12T08:00">yesterday</time>',
        "<h1>Mine</h1><div>Monday 12 June 2014 | by a reporter</div>",
        "<h1>Mine</h1><p>Published: June 12, 2014</p>",
        '<h1>Mine</h1><div>Our desk in Gao &bull; Published 12 June 2014 at 16:40 &bull; <a href="#">Hear</a></div>',
        "<h1>Mine</h1><div>Published 12 June 2014 | Updated 13 June 2014</div>",
    ],
)
def test_a_date_beside_the_headline_dates_the_page(body: str) -> None:
    assert stated(body=body + PROSE).published == "2014-06-12"


@pytest.mark.parametrize(
    "body",
    [
        "<div>Today is Monday 12 June 2014</div><h1>Mine</h1>",
        "<h1>Mine</h1><div>Last updated 12 June 2014</div>",
        '<h1>Mine</h1><div>Updated <time datetime="2014-06-12">12 June 2014</time></div>',
        f"<h1>Mine</h1>{PROSE}<div>12 June 2014</div>",
        "<h1>Mine</h1><p>" + "On 12 June 2014 soldiers died near the border, and more of them later. " * 4 + "</p>",
    ],
)
def test_no_day_is_guessed(body: str) -> None:
    assert stated('<link rel="canonical" href="https://x.example/2014/06/12/mine">', body).published is None


@pytest.mark.parametrize(
    "whole",
    ["Mine kills two | Desert Outlet", "Desert Outlet - Mine kills two", "Mine kills two - World - Desert Outlet"],
)
def test_the_title_of_the_page_names_headline_and_outlet(whole: str) -> None:
    found = stated(f"<title>{whole}</title>", "<h1>Mine kills two</h1>")
    assert (found.title, found.publisher) == ("Mine kills two", "Desert Outlet")


def test_the_words_for_a_logo_name_the_outlet() -> None:
    assert stated(body='<img src="/img/logo.gif" alt="Desert Outlet logo">').publisher == "Desert Outlet"


def test_the_address_is_the_canonical_one_on_the_web() -> None:
    assert (
        stated('<link rel="canonical" href="javascript:x"><meta property="og:url" content="https://x.example/a">').uri
        == "https://x.example/a"
    )
