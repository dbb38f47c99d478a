"""The formats by name, and which of them reads a source."""

from functools import cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from tocsin.collect._feed import FeedFormat
from tocsin.collect._format import Format, Source
from tocsin.collect._html import HtmlFormat
from tocsin.collect._jsonl import JsonlFormat
from tocsin.collect._mail import MailFormat
from tocsin.collect._pdf import PdfFormat
from tocsin.collect._text import MarkdownFormat, TextFormat
from tocsin.registry import Registry

FORMATS: Registry[Format] = Registry(
    "format",
    {
        "text": TextFormat,
        "markdown": MarkdownFormat,
        "html": HtmlFormat,
        "pdf": PdfFormat,
        "mail": MailFormat,
        "jsonl": JsonlFormat,
        "feed": FeedFormat,
    },
)
HEAD_BYTES = 1024
FALLBACK = "text"
HTML_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body")
FEED_MARKS = (b"<rss", b"<feed", b"<rdf:rdf")


@cache
def by_suffix() -> dict[str, str]:
    """Return the name of the format that reads each suffix."""
    return {suffix: name for name in FORMATS for suffix in FORMATS.make(name).suffixes}


@cache
def by_media_type() -> dict[str, str]:
    """Return the name of the format that reads each media type."""
    return {media_type: name for name in FORMATS for media_type in FORMATS.make(name).media_types}


def format_name(source: Source) -> str:
    """Return the name of the format that reads `source`: what its first bytes say, else what it is called."""
    head = source.stream.read(HEAD_BYTES).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    source.stream.seek(0)
    named = _named(source)
    if head.startswith(b"%pdf-"):
        return "pdf"
    if any(mark in head for mark in FEED_MARKS) and named in (None, "html", "text") and head.startswith(b"<"):
        return "feed"
    if head.startswith(HTML_MARKS) and named in (None, "text", "markdown", "feed"):
        return "html"
    return named or FALLBACK


def _named(source: Source) -> str | None:
    path = urlsplit(source.home).path if source.media_type else source.home
    suffix = by_suffix().get(PurePosixPath(path).suffix.lower())
    media = by_media_type().get(source.media_type or "")
    return suffix if suffix and media in (None, "text") else media or suffix
