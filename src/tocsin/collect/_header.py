"""The lines above a report: headline, byline, dateline and letterhead told from the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from tocsin.collect._dates import date_in, is_update, line_date, wire_date
from tocsin.collect._format import Draft
from tocsin.collect._furniture import PROSE_END, SENTENCE_BREAK, is_prose

MAX_HEADER_LINES = 8
MAX_HEADER_WORDS = 22
MAX_BYLINE_WORDS = 12
MAX_KICKER_WORDS = 4
MAX_PARTICLE_CHARS = 3
SAME_TITLE = 85
BYLINE = re.compile(r"(?:by|par|por)\s+(?=\w)", re.IGNORECASE)
WIRE_DATELINE = re.compile(r"[^\W\d_a-z][\w’'. -]{2,40},[^–—]{0,60}?(?=\s(?:-|–|—|--)(?:\s|$))")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Header:
    titles: tuple[str, ...] = ()
    byline: str | None = None
    published: str | None = None


def with_header(draft: Draft, paragraphs: Sequence[str]) -> tuple[Draft, list[str]]:
    """Return `draft` with what the lines above the report state, and the paragraphs of the report itself.

    What the draft already states wins. Headline, byline and line of date go; a wire dateline ("BAMAKO, 3 May 2013
    (Sahel Wire) -") stays, and other lines of which it is not sure what they are stay as well.
    """
    n_header = _length(paragraphs)
    header = _read(paragraphs[:n_header])
    publisher, title = _publisher(draft, header.titles), _title(draft, header.titles)
    stated = draft.published or header.published or _wire_date(paragraphs[: n_header + 1])
    filled = replace(draft, publisher=publisher, title=title, byline=draft.byline or header.byline, published=stated)
    left = [line for line in header.titles if not _is_taken(line, filled)]
    return filled, [*left, *paragraphs[n_header:]]


def _length(paragraphs: Sequence[str]) -> int:
    """Return how many lines stand above the first prose; 0 if there is no prose."""
    first = next((i for i, p in enumerate(paragraphs) if is_prose(p) or _opens_report(p)), 0)
    short = all(len(p.split()) <= MAX_HEADER_WORDS for p in paragraphs[:first])
    return first if first <= MAX_HEADER_LINES and short else 0


def _read(lines: Sequence[str]) -> _Header:
    header = _Header()
    for line in lines:
        found = None if _is_bare_dateline(line) or line.endswith(".") else line_date(line)
        if found or _dates_a_change(line):
            header = replace(header, published=header.published or found)
        elif BYLINE.match(line) and len(line.split()) <= MAX_BYLINE_WORDS:
            header = replace(header, byline=header.byline or line)
        else:
            header = replace(header, titles=(*header.titles, line))
    return header


def _wire_dateline(line: str) -> re.Match[str] | None:
    """Return the dateline at the start of a wire report: names, a date and the outlet in brackets, then a dash."""
    dateline = WIRE_DATELINE.match(line)
    words = re.sub(r"\([^)]*\)", "", dateline[0]).split() if dateline else []
    return dateline if all(not w[0].islower() or len(w) <= MAX_PARTICLE_CHARS for w in words) else None


def _opens_report(line: str) -> bool:
    """Return whether `line` starts with the dateline of a wire report and goes on with the report."""
    dateline = _wire_dateline(line)
    rest = line[dateline.end() :].strip(" -–—") if dateline else ""
    return len(rest.split()) > MAX_KICKER_WORDS and not BYLINE.match(rest)


def _is_bare_dateline(line: str) -> bool:
    """Return whether `line` is the dateline of a wire report with nothing after it: it belongs to the text."""
    dateline = _wire_dateline(line)
    return dateline is not None and not any(c.isalnum() for c in line[dateline.end() :])


def _dates_a_change(line: str) -> bool:
    return date_in(line) is not None and is_update(line) and not PROSE_END.search(line)


def _publisher(draft: Draft, titles: Sequence[str]) -> str | None:
    """Return the publisher: a letterhead names it when more lines follow before the text."""
    if draft.publisher or not draft.letterhead or len(titles) < 2:
        return draft.publisher
    name = titles[0]
    return name.title() if name.isupper() and len(name.split()) > 1 else name


def _title(draft: Draft, titles: Sequence[str]) -> str | None:
    same = [t for t in titles if draft.title and fuzz.partial_ratio(t.casefold(), draft.title.casefold()) > SAME_TITLE]
    if same:
        return max(*same, draft.title or "", key=len)
    return draft.title or max((t for t in titles if _is_headline(t)), key=len, default=None)


def _is_headline(line: str) -> bool:
    """Return whether `line` can be a headline: one clause, without the full stop of a sentence."""
    if _is_bare_dateline(line):
        return False
    return not line.endswith(".") and len(SENTENCE_BREAK.split(line)) == 1 and any(c.isalpha() for c in line)


def _is_taken(line: str, draft: Draft) -> bool:
    """Return whether a header line is stated elsewhere now, or names the outlet or the section."""
    known = {(draft.title or "").casefold(), (draft.publisher or "").casefold()}
    if line.casefold() in known:
        return True
    if draft.title and fuzz.partial_ratio(line.casefold(), draft.title.casefold()) > SAME_TITLE:
        return True
    if _is_bare_dateline(line):
        return False
    if "".join(line.casefold().split()) == "".join((draft.publisher or "").casefold().split()):
        return True
    return len(line.split()) <= MAX_KICKER_WORDS and not PROSE_END.search(line)


def _wire_date(paragraphs: Sequence[str]) -> str | None:
    dateline = next(filter(None, map(_wire_dateline, paragraphs)), None)
    return wire_date(dateline[0]) if dateline else None
