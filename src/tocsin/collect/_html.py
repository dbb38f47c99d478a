"""The report in a web page: main content by trafilatura, and what the page states about it."""

from collections.abc import Iterator

import lxml.html
import trafilatura
from lxml.etree import LxmlError

from tocsin.collect._decode import decoded
from tocsin.collect._format import Draft, Item, Source, Unusable
from tocsin.collect._html_meta import Stated, declared_charset, stated_in
from tocsin.collect._options import Limits

MIN_MAIN_CHARS = 80


class HtmlFormat:
    """Reads .html."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")
    guard_above: int = 256 * 1024

    def drafts(self, source: Source, limits: Limits) -> Iterator[Item]:
        """Return the one report of the page."""
        data = source.content(limits)
        yield html_draft(decoded(data, source.charset or declared_charset(data)))


def html_draft(html: str) -> Draft:
    """Return the report in `html`; raise Unusable if there is none."""
    tree = _tree(html)
    stated = stated_in(tree) if tree is not None else Stated()
    return Draft(
        text=html_text(html),
        title=stated.title,
        publisher=stated.publisher,
        uri=stated.uri,
        published=stated.published,
        byline=stated.byline,
        language=stated.language,
    )


def html_text(html: str) -> str:
    """Return the main text of `html`, paragraphs apart by blank lines; raise Unusable if there is none."""
    found = trafilatura.bare_extraction(html, include_comments=False, favor_precision=False)
    main = found.text if isinstance(found, trafilatura.settings.Document) else None
    if main is None or len(main) < MIN_MAIN_CHARS:
        main = max(main or "", trafilatura.html2txt(html), key=len)
    if not main.strip():
        raise Unusable("no text was found in the page", "check that it holds a report and not only scripts or frames")
    return main.replace("\n", "\n\n")


def _tree(html: str) -> lxml.html.HtmlElement | None:
    try:
        return lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=_parser())
    except (LxmlError, ValueError):
        return None


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
