import io

import pytest

from tocsin.collect import Source
from tocsin.collect._formats import format_name

HTML = b"<!DOCTYPE html><html>"
FEED = b'<?xml version="1.0"?><rss version="2.0">'


@pytest.mark.parametrize(
    ("home", "media_type", "content", "name"),
    [
        ("a.txt", None, b"Text", "text"),
        ("A.HTM", None, b"Text", "html"),
        ("a.txt", None, b"%PDF-1.7", "pdf"),
        ("a.txt", None, b"\xef\xbb\xbf\n" + HTML, "html"),
        ("a.jsonl", None, b"{}", "jsonl"),
        ("a.eml", None, b"Subject: x", "mail"),
        ("a", None, b"Text", "text"),
        ("https://x.example/a.pdf?download=1", "application/octet-stream", b"x", "pdf"),
        ("https://x.example/raid.2014", "text/html", b"x", "html"),
        ("https://x.example/feed", "text/html", FEED, "feed"),
        ("https://x.example/a.md", "text/plain", b"# x", "markdown"),
        ("https://x.example/", None, HTML, "html"),
    ],
)
def test_the_format_is_told_by_content_then_by_name(
    home: str, media_type: str | None, content: bytes, name: str
) -> None:
    source = Source(home=home, stream=io.BytesIO(content), media_type=media_type)
    assert format_name(source) == name
    assert source.stream.read() == content
