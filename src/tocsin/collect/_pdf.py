"""The report in a PDF: the text of its pages without running headers, footers and page numbers."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdf
from pypdf.errors import PyPdfError

from tocsin.collect._dates import line_date
from tocsin.collect._format import Draft, Item, Source, Unusable
from tocsin.collect._options import Limits
from tocsin.collect._pdf_lines import page_lines
from tocsin.collect._unicode import one_line

EDGE_LINES = 3
MIN_REPEATS = 2
MAX_RUNNING_WORDS = 20
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"(?:page|p\.?)?\s?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:/|of)\s?\d{1,4})?", re.IGNORECASE)
PAGE_FIELD = re.compile(
    r"(?:^|[|·•.,–-])\s?(?:page|p\.)\s?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\s?(?:$|[|·•])", re.IGNORECASE
)
ADDRESS = re.compile(r"https?://[^\s|]{4,300}")
SENTENCE_END = re.compile(r"""[.!?]["'”’»)\]]*$""")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Info:
    title: str | None = None
    author: str | None = None


class PdfFormat:
    """Reads .pdf that holds text; always in a process of its own."""

    suffixes: tuple[str, ...] = (".pdf",)
    media_types: tuple[str, ...] = ("application/pdf", "application/x-pdf")
    guard_above: int = 0

    def drafts(self, source: Source, limits: Limits) -> Iterator[Item]:
        """Return the one report of the file."""
        try:
            reader = pypdf.PdfReader(io.BytesIO(source.content(limits)), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise Unusable("the PDF is locked with a password", "save a copy without the password")
            info, pages = _info(reader), list(_pages(reader, limits))
        except PyPdfError as error:
            raise Unusable(f"not a PDF that can be read: {str(error)[:120]}", "open it and save it again") from error
        yield _draft(info, pages)


def _pages(reader: pypdf.PdfReader, limits: Limits) -> Iterator[list[str]]:
    n_chars = 0
    for number, page in enumerate(reader.pages, start=1):
        if number > limits.max_pages:
            raise Unusable(f"more than {limits.max_pages} pages", "split it, or raise the limit on pages")
        lines = page_lines(page)
        n_chars += sum(map(len, lines))
        if n_chars > limits.max_chars:
            raise Unusable(f"the text is longer than {limits.max_chars} characters", "split it into its reports")
        yield lines


def _info(reader: pypdf.PdfReader) -> _Info:
    """Return title and author of the file; its dates are those of the file, not of the report, and are not used."""
    found = reader.metadata
    return _Info(title=one_line(found.title), author=one_line(found.author)) if found else _Info()


def _draft(info: _Info, pages: Sequence[list[str]]) -> Draft:
    bare, running = without_running_lines(pages)
    top = [line for line in bare[0] if line][:EDGE_LINES] if bare else []
    is_outlet = bool(info.author) and any(_same(info.author, line) for line in (*top, *running))
    address = next((m[0] for m in map(ADDRESS.search, running) if m), None)
    return Draft(
        text=joined_pages(bare),
        title=info.title,
        publisher=info.author if is_outlet else None,
        byline=None if is_outlet else info.author,
        uri=address,
        published=_running_date(running),
        letterhead=True,
    )


def without_running_lines(pages: Sequence[list[str]]) -> tuple[list[list[str]], list[str]]:
    """Return the pages without lines that recur at their top or bottom and without page numbers, and those lines."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    bare: list[list[str]] = []
    running: list[str] = []
    for page in pages:
        edge = {line for line in _edges(page) if _is_running(line, seen[_key(line)])}
        running += [line for line in _edges(page) if line in edge and line not in running]
        bare.append([line for line in page if line not in edge])
    return bare, running


def joined_pages(pages: Sequence[list[str]]) -> str:
    """Return the pages as one text; a paragraph that runs over the end of a page is not broken."""
    text = ""
    for page in pages:
        lines = "\n".join(page).strip("\n")
        runs_on = bool(text) and not SENTENCE_END.search(text.rstrip())
        text += lines if not text else ("\n" if runs_on else "\n\n") + lines
    return text


def _edges(page: Sequence[str]) -> list[str]:
    lines = [line for line in page if line]
    return lines[:EDGE_LINES] + lines[EDGE_LINES:][-EDGE_LINES:]


def _key(line: str) -> str:
    return DIGITS.sub("0", line)


def _is_running(line: str, n_pages: int) -> bool:
    if PAGE_NUMBER.fullmatch(line) or PAGE_FIELD.search(line):
        return True
    return n_pages >= MIN_REPEATS and len(line.split()) <= MAX_RUNNING_WORDS


def _running_date(running: Sequence[str]) -> str | None:
    return next(filter(None, map(line_date, running)), None)


def _same(name: str | None, line: str) -> bool:
    """Return whether `line` holds `name`, letters set apart ("S A H E L") or not."""
    return name is not None and "".join(name.casefold().split()) in "".join(line.casefold().split())
