"""The report in a web page: main content by trafilatura, and what the page states about it."""

from collections.abc import Iterator

import lxml.html
import trafilatura

from tocsin.collect._decode import decoded
from tocsin.collect._format import Draft, Item, Source, Unusable
from tocsin.collect._html_meta import declared_charset, stated_in
from tocsin.collect._html_tree import parsed, stripped
from tocsin.collect._options import Limits

MIN_MAIN_CHARS = 80


class HtmlFormat:
    """Reads .html."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")
    guard_above: int = 100 * 1024

    def drafts(self, source: Source, limits: Limits) -> Iterator[Item]:
        """Return the one report of the page."""
        data = source.content(limits)
        yield html_draft(decoded(data, source.charset or declared_charset(data)))


def html_draft(html: str) -> Draft:
    """Return the report in `html` with what the page states; raise Unusable if there is none."""
    tree = _tree(html)
    stated = stated_in(tree)
    return Draft(
        text=_main_text(stripped(tree)),
        title=stated.title,
        publisher=stated.publisher,
        uri=stated.uri,
        published=stated.published,
        byline=stated.byline,
        language=stated.language,
    )


def html_text(html: str) -> str:
    """Return the main text of `html`, paragraphs apart by blank lines; raise Unusable if there is none."""
    return _main_text(stripped(_tree(html)))


def _no_text() -> Unusable:
    return Unusable("no text was found in the page", "check that it holds a report and not only scripts or frames")


def _tree(html: str) -> lxml.html.HtmlElement:
    tree = parsed(html.replace("\x00", ""))
    if tree is None:
        raise _no_text()
    return tree


def _main_text(tree: lxml.html.HtmlElement) -> str:
    whole = trafilatura.html2txt(tree)
    found = trafilatura.bare_extraction(tree, include_comments=False)
    main = found.text if isinstance(found, trafilatura.settings.Document) else None
    if main is None or len(main) < MIN_MAIN_CHARS:
        main = max(main or "", whole, key=len)
    if not any(c.isalnum() for c in main):
        raise _no_text()
    return main.replace("\n", "\n\n")
