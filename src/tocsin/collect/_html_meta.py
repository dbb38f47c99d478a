"""What a web page states about its report: title, outlet, address, author, day of publication, language."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import lxml.html

from tocsin.collect._dates import VOCABULARY, is_update, line_date, stated
from tocsin.core.vocabulary import toml_table

CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
CHARSET_WITHIN = 4096
TITLE_BREAK = re.compile(r"\s+(?:\||-|–|—|»|·|::)\s+")
REPORT_TYPES = re.compile(r"(?:News|Blog|Report|Analysis)?.{0,20}Article|.{0,20}Posting|Report|WebPage")
LOGO = re.compile(r"logo|masthead", re.IGNORECASE)
MAX_LOGO_CHARS = 400
MAX_LOGO_WORDS = 8
MAX_LD_CHARS = 200_000
MAX_LD_DEPTH = 4
MAX_VISIBLE_WORDS = 20
MAX_BLOCKS = 400
PROSE_WORDS = 30
BLOCKS = (
    "p",
    "div",
    "span",
    "td",
    "li",
    "b",
    "strong",
    "em",
    "i",
    "small",
    "font",
    "h4",
    "h5",
    "h6",
    "time",
    "address",
    "section",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a page states about its report."""

    title: str | None = None
    publisher: str | None = None
    uri: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that the head of a page declares."""
    found = CHARSET.search(data[:CHARSET_WITHIN])
    return found[1].decode("ascii") if found else None


def stated_in(tree: lxml.html.HtmlElement) -> Stated:
    """Return what the page `tree` states. Structured data wins over meta elements, these over what is visible."""
    ld, meta = _linked_data(tree), _meta(tree)
    headings = [_text(h) for h in tree.iter("h1")] + [_text(h) for h in tree.iter("h2")]
    whole = _text(next(tree.iter("title"), None))
    title, site = _title(whole, [h for h in headings if h])
    return Stated(
        title=_name(ld.get("headline")) or meta.get("og:title") or title,
        publisher=_name(ld.get("publisher"))
        or meta.get("og:site_name")
        or meta.get("dc.publisher")
        or site
        or _logo(tree),
        uri=_uri(tree, meta),
        byline=_name(ld.get("author")) or meta.get("author") or meta.get("dc.creator"),
        published=_published(tree, ld, meta, title),
        language=tree.get("lang") or meta.get("og:locale"),
    )


def _meta(tree: lxml.html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _linked_data(tree: lxml.html.HtmlElement) -> Mapping[str, Any]:
    """Return the first JSON-LD object of the page that is an article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json" and len(script.text or "") < MAX_LD_CHARS:
            try:
                data = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            for thing in _things(data, MAX_LD_DEPTH):
                if "headline" in thing or "datePublished" in thing:
                    return thing
    return {}


def _things(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list) and depth:
        for item in data:
            yield from _things(item, depth - 1)
    elif isinstance(data, dict):
        kind = data.get("@type")
        if any(isinstance(k, str) and REPORT_TYPES.fullmatch(k) for k in (kind if isinstance(kind, list) else [kind])):
            yield data
        yield from _things(data.get("@graph") or [], depth - 1) if depth else ()


def _name(thing: object) -> str | None:
    """Return the name of a JSON-LD value: a text, an object with a name, or a list of these."""
    if isinstance(thing, list):
        names = [n for n in map(_name, thing[:8]) if n]
        return ", ".join(names) or None
    if isinstance(thing, dict):
        thing = thing.get("name")
    return thing.strip() or None if isinstance(thing, str) else None


def _title(whole: str, headings: list[str]) -> tuple[str | None, str | None]:
    """Return the headline and the site out of a page title such as "Headline | Section | Site"."""
    parts = TITLE_BREAK.split(whole)
    heading = next((h for h in headings if h in whole), None)
    if heading is not None:
        sides = [TITLE_BREAK.split(side) for side in whole.split(heading, 1)]
        outer = (sides[1][-1] if len(sides[1]) > 1 else "") or (sides[0][0] if len(sides[0]) > 1 else "")
        return heading, outer.strip() or None
    longest = max(parts, key=len)
    outer = next((part for part in (parts[-1], parts[0]) if part is not longest), "")
    return longest or (headings[0] if headings else None), outer or None


def _logo(tree: lxml.html.HtmlElement) -> str | None:
    """Return the words that stand for the picture of the outlet's name."""
    for image in tree.iter("img"):
        marks = f"{image.get('src') or ''} {image.get('class') or ''} {image.get('id') or ''}"[:MAX_LOGO_CHARS]
        alt = " ".join((image.get("alt") or "").split())
        if LOGO.search(marks) and 0 < len(alt.split()) <= MAX_LOGO_WORDS:
            return re.sub(r"\s+logo$", "", alt, flags=re.IGNORECASE)
    return None


def _uri(tree: lxml.html.HtmlElement, meta: Mapping[str, str]) -> str | None:
    canonical = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    return next((u for u in (canonical, meta.get("og:url")) if u and u.startswith(("http://", "https://"))), None)


def _published(
    tree: lxml.html.HtmlElement, ld: Mapping[str, Any], meta: Mapping[str, str], title: str | None
) -> str | None:
    values = [ld.get("datePublished"), *(meta.get(name) for name in toml_table(VOCABULARY)["meta"])]
    fields = (stated(v) for v in values if isinstance(v, str))
    return next((f for f in fields if f), None) or _marked(tree) or _visible(tree, title)


def _marked(tree: lxml.html.HtmlElement) -> str | None:
    """Return the day of the first element that is marked up as the time of publication."""
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        marked = element.tag == "time" or (element.get("itemprop") or "").lower() == "datepublished"
        value = element.get("datetime") or element.get("content")
        aside = next(element.iterancestors("aside", "nav", "footer"), None) is not None
        if marked and value and not aside and not _is_update(element):
            return stated(value)
    return None


def _visible(tree: lxml.html.HtmlElement, title: str | None) -> str | None:
    """Return the day in a short line between the headline and the first long paragraph."""
    elements = tree.iter()
    for element in elements:
        if element.tag in ("h1", "h2") or (title and element.tag in BLOCKS and _text(element) == title):
            break
    for element in islice((e for e in elements if e.tag in BLOCKS), MAX_BLOCKS):
        line = _text(element)
        n_words = len(line.split())
        if n_words > PROSE_WORDS and element.tag == "p":
            return None
        found = line_date(line) if n_words <= MAX_VISIBLE_WORDS else None
        if found and (is_update(line) or not _is_update(element)):
            return found
    return None


def _is_update(element: lxml.html.HtmlElement) -> bool:
    """Return whether `element`, or the short line it is part of, dates a change of the page."""
    around = _text(element.getparent())
    return is_update(_text(element)) or (len(around.split()) <= MAX_VISIBLE_WORDS and is_update(around))


def _text(element: lxml.html.HtmlElement | None) -> str:
    return "" if element is None else " ".join(element.text_content().split())
