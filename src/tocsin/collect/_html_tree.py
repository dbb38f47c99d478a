"""A page made ready for extraction: furniture that is marked as such goes, tables that only place things are undone."""

import lxml.html
from lxml.etree import LxmlError

from tocsin.core.vocabulary import toml_table

VOCABULARY = "furniture.toml"
MAX_FURNITURE_WORDS = 200
MIN_LAYOUT_WORDS = 40
CELLS = frozenset({"td", "th"})
TABLE_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr"}) | CELLS
KEPT = frozenset({"html", "body", "main", "article"})


def parsed(html: str) -> lxml.html.HtmlElement | None:
    """Return the tree of `html`, None if it has none; depth and size are limited by the parser."""
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return None


def stripped(tree: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Return `tree`, changed in place, without marked furniture and without tables that hold the page together."""
    names = frozenset(toml_table(VOCABULARY)["page_classes"])
    for element in [e for e in tree.iter() if _is_marked(e, names)]:
        if element.getparent() is not None:
            element.drop_tree()
    for table in [t for t in tree.iter("table") if _is_layout(t)]:
        for part in [e for e in table.iter() if e.tag in TABLE_PARTS and _table_of(e) is table]:
            part.tag = "div"
        table.tag = "div"
    return tree


def _is_marked(element: lxml.html.HtmlElement, names: frozenset[str]) -> bool:
    marks = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    if element.tag in KEPT or names.isdisjoint(marks) or element.find(".//h1") is not None:
        return False
    return len(element.text_content().split()) <= MAX_FURNITURE_WORDS


def _is_layout(table: lxml.html.HtmlElement) -> bool:
    """Return whether a table has a cell with running text or another table in it."""
    cells = [cell for cell in table.iter("td") if _table_of(cell) is table]
    return any(len(c.text_content().split()) >= MIN_LAYOUT_WORDS or c.find(".//table") is not None for c in cells)


def _table_of(element: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    return next(element.iterancestors("table"), None)
