"""A report and the places in it."""

from dataclasses import dataclass
from datetime import date

from tocsin.core.checks import require
from tocsin.core.errors import InvalidNoun
from tocsin.core.ids import content_id
from tocsin.core.values import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report, its text final: spans count code points of `text`.

    `published` is None where the report does not say. `known_at` is the day from which the report may be used.
    `copy_of` is the id of the report that this one reprints. `home` is where the file or page came from.
    """

    id: str
    uri: str | None
    publisher: str | None
    title: str | None
    published: When | None
    language: str
    text: str
    known_at: date
    byline: str | None = None
    home: str | None = None
    copy_of: str | None = None

    def __post_init__(self) -> None:
        require(bool(self.text.strip()), f"document {self.home or self.uri or self.id} has no text")


def document_id(*, publisher: str | None, published: When | None, text: str) -> str:
    """Return the id of a report: the same text by the same publisher on the same day is one report."""
    return content_id("d", publisher or "", published.edtf if published else "", " ".join(text.split()))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A place in a document: code points `[start, end)` of its text."""

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InvalidNoun(f"span [{self.start}, {self.end}) of {self.document} is empty")

    def words(self, text: str) -> str:
        """Return what the span covers in `text`, the text of its document."""
        require(self.end <= len(text), f"span [{self.start}, {self.end}) of {self.document} leaves the text")
        return text[self.start : self.end]
