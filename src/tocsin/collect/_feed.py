"""The reports in an RSS or Atom feed."""

from collections.abc import Iterator
from typing import Any

import feedparser

from tocsin.collect._dates import stated
from tocsin.collect._format import Draft, Follow, Item, Source, Unusable, issue
from tocsin.collect._html import html_text
from tocsin.collect._options import Limits

MAX_ENTRIES = 2000


class FeedFormat:
    """Reads a feed, saved or fetched; always in a process of its own."""

    suffixes: tuple[str, ...] = (".rss", ".atom", ".xml")
    media_types: tuple[str, ...] = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
    guard_above: int = 0

    def drafts(self, source: Source, limits: Limits) -> Iterator[Item]:
        """Return the report of each entry; an entry that only has a summary points to its page."""
        feed = feedparser.parse(source.content(limits), sanitize_html=False, resolve_relative_uris=False)
        if not feed.entries:
            raise Unusable("not a feed with entries", "check the address of the feed")
        for number, entry in enumerate(feed.entries[:MAX_ENTRIES], start=1):
            yield from _entry(entry, feed.feed, f"entry {number}", source.home)


def _entry(entry: Any, feed: Any, place: str, home: str) -> Iterator[Item]:
    full = next((c.get("value") for c in entry.get("content", [])), None)
    text = _plain(full or entry.get("summary") or entry.get("title") or "")
    if text is None:
        yield issue(f"{home}#{place}", "the entry has no text", "fetch the page it points to")
        return
    uri = entry.get("link")
    draft = Draft(
        text=text,
        title=entry.get("title"),
        publisher=_publisher(entry, feed),
        uri=uri,
        published=stated(entry.get("published") or entry.get("issued") or entry.get("date") or ""),
        byline=entry.get("author"),
        language=entry.get("language") or feed.get("language"),
        place=place,
    )
    is_web = isinstance(uri, str) and uri.startswith(("http://", "https://"))
    yield Follow(uri=uri, draft=draft) if is_web and not full else draft


def _publisher(entry: Any, feed: Any) -> str | None:
    source = entry.get("source")
    own = source.get("title") if hasattr(source, "get") else None
    name: str | None = own or entry.get("publisher") or feed.get("title")
    return name


def _plain(html: str) -> str | None:
    if "<" not in html and "&" not in html:
        return html or None
    try:
        return html_text(f"<html><body><article>{html}</article></body></html>")
    except Unusable:
        return None
