"""What a source format takes and gives."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from tocsin.collect._options import Limits
from tocsin.core.issue import Issue

NEVER = sys.maxsize
"""A `guard_above` that no content exceeds."""


class Unusable(Exception):
    """A source, or one report in it, cannot be used; becomes an Issue."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes to be read, where they came from, and what the sender said about them. `stream` can seek."""

    home: str
    stream: BinaryIO
    media_type: str | None = None
    charset: str | None = None

    def content(self, limits: Limits) -> bytes:
        """Return all bytes; raise Unusable if there are more than the limit allows."""
        data = self.stream.read(limits.max_bytes + 1)
        if len(data) > limits.max_bytes:
            raise Unusable(f"larger than {limits.max_bytes} bytes", "split it, or raise the limit on bytes")
        return data


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report as a format found it: text not yet cleaned, and what is stated about it.

    `published` is an EDTF day, month or year. `letterhead` tells that the first line may name the publisher.
    `place` tells reports of one source apart ("line 3").
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    uri: str | None = None
    published: str | None = None
    byline: str | None = None
    language: str | None = None
    letterhead: bool = False
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """An entry of a feed: the page it points to, and what to use if the page is not fetched."""

    uri: str
    draft: Draft


Item = Draft | Issue | Follow


class Format(Protocol):
    """A kind of source. Suffixes and media types say what it reads.

    Content of more than `guard_above` bytes is parsed in a process of its own that can be ended.
    """

    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    guard_above: int

    def drafts(self, source: Source, limits: Limits) -> Iterator[Item]:
        """Return the reports in `source`, and an Issue for each part that cannot be used."""
        ...


def issue(about: str, what: str, hint: str | None = None) -> Issue:
    """Return an Issue of the stage `collect`."""
    return Issue(stage="collect", about=printable(about), what=printable(what), hint=hint)


def printable(text: str) -> str:
    """Return `text` without what cannot be written as UTF-8: names of files may hold any bytes."""
    return text.encode("utf-8", "replace").decode("utf-8")
