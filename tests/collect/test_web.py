import gzip
import threading
import time
from datetime import date

import pytest

from make_files import endless, page, redirect, server
from tocsin.collect import CollectOptions, Limits, collect
from tocsin.core.document import Document
from tocsin.core.issue import Issue

TEXT = "Two soldiers died in Café Étoile on Sunday when a mine went off near the border, the army said in the capital."
HTML = f"<html><head><title>Mine kills two</title></head><body><p>{TEXT}</p></body></html>"
RSS = '<rss version="2.0"><channel><title>Outlet</title>{}</channel></rss>'
ITEM = "<item><title>Mine</title><link>{}</link><description>Only a summary of the report.</description></item>"
QUICK = CollectOptions(network=True, today=date(2020, 1, 2), limits=Limits(max_seconds=1.0, max_bytes=200_000))


def fetch(*urls: str) -> list[Document | Issue]:
    return list(collect(urls, options=QUICK))


def only_issue(url: str) -> str:
    [found] = fetch(url)
    assert isinstance(found, Issue)
    assert found.hint
    return found.what


def test_a_page_is_read_and_its_address_kept() -> None:
    with server({"/a": page(HTML.encode())}) as web:
        [document] = fetch(f"{web}/a")
    assert isinstance(document, Document)
    assert (document.text, document.title, document.uri) == (TEXT, "Mine kills two", f"{web}/a")


def test_redirects_are_followed_and_compression_undone() -> None:
    packed = page(gzip.compress(HTML.encode()), Content_Encoding="gzip")
    with server({"/a": redirect("/b"), "/b": redirect("/c"), "/c": packed}) as web:
        [document] = fetch(f"{web}/a")
    assert isinstance(document, Document)
    assert (document.text, document.uri) == (TEXT, f"{web}/c")


@pytest.mark.parametrize(("encoding", "declared"), [("utf-8", "iso-8859-1"), ("cp1252", "utf-8"), ("utf-16", "utf-8")])
def test_a_wrong_charset_is_seen_through(encoding: str, declared: str) -> None:
    with server({"/a": page(HTML.encode(encoding), f"text/html; charset={declared}")}) as web:
        [document] = fetch(f"{web}/a")
    assert isinstance(document, Document)
    assert document.text == TEXT


def test_a_redirect_without_end_is_an_issue() -> None:
    with server({"/a": redirect("/a")}) as web:
        assert "redirects" in only_issue(f"{web}/a")


def test_a_missing_page_is_an_issue_and_the_next_is_read() -> None:
    with server({"/a": page(HTML.encode())}) as web:
        found = fetch(f"{web}/none", f"{web}/a")
    assert [type(item) for item in found] == [Issue, Document]


@pytest.mark.parametrize("seconds", [30.0, 0.1])
def test_a_slow_page_ends_at_the_limit_of_time(seconds: float) -> None:
    stop = threading.Event()
    start = time.monotonic()
    with server({"/a": endless(b"x", stop, seconds)}) as web:
        what = only_issue(f"{web}/a")
        stop.set()
    assert "not received within 1 seconds" in what
    assert time.monotonic() - start < 5


def test_an_endless_page_ends_at_the_limit_of_size() -> None:
    stop = threading.Event()
    with server({"/a": endless(b"x" * 50_000, stop, 0.0)}) as web:
        what = only_issue(f"{web}/a")
        stop.set()
    assert "larger than 200000 bytes" in what


def test_a_compressed_bomb_ends_at_the_limit_of_size() -> None:
    with server({"/a": page(gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")}) as web:
        assert "larger than" in only_issue(f"{web}/a")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://[::1", "http://nowhere.invalid/", "http://a b/", "http://"]
)
def test_what_cannot_be_reached_is_an_issue(url: str) -> None:
    assert "could not be fetched" in only_issue(url) or "not received" in only_issue(url)


def test_a_feed_leads_to_its_pages_and_a_lost_page_leaves_the_summary() -> None:
    answers = {"/a": page(HTML.encode())}
    with server(answers) as web:
        items = ITEM.format(f"{web}/a") + ITEM.format(f"{web}/lost")
        answers["/feed"] = page(RSS.format(items).encode(), "application/rss+xml")
        found = fetch(f"{web}/feed")
    texts = [item.text if isinstance(item, Document) else "issue" for item in found]
    assert texts == [TEXT, "issue", "Only a summary of the report."]
    assert isinstance(found[0], Document)
    assert found[0].publisher == "Outlet"
