"""Times that stand at the head of a paragraph and date what it tells: "26 March. Gunmen ...", "- Gao, 3 May: ..."."""

import re

from tocsin.read._outlook import outlook_of
from tocsin.read._parse import Page
from tocsin.read._time_patterns import Match

HEADING = frozenset(
    {"date", "day_alone", "day_range", "month", "weekday", "iso", "numeric", "week_of_month", "neighbour"}
)
REACH = 75  # characters from the start of a paragraph: a bullet or number and the names of two places
NAME = r"[A-Z][\w'’-]*(?: [\w'’-]+){0,3}"
LEAD = re.compile(
    r"\s*(?:[-–*•]\s*|\(?(?:\d{1,2}|[a-z])[.)]\s+)?"
    rf"(?:(?:{NAME}(?: \([A-Z][^()\n]{{1,30}}\))?,|[A-Z][A-Z '’-]+\.) ){{0,2}}(?:{NAME} \(|In |On )?$"
)
BULLET = re.compile(r"\s*[-–*•]\s")
CLOSING = frozenset('.:;!?"”)')
SHORT_LINE = 45  # characters of a line that is not wrapped: a heading, a name
END = re.compile(
    r"(?:,?\s(?:(?:at|about|around|before)\s){0,2}(?:\d[\d.:]*(?:\s?[ap]\.?m\b)?|dawn|dusk|noon|midnight|morning|afternoon|"
    r"evening|night))?\)?\s*(?:[.:]|[–—-]+\s)"
)
CLOCK = r"\d{1,2}[.:h]\d\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?"
PART = r"midnight|noon|midday|dawn|daybreak|sunrise|(?:mid-?)?(?:morning|afternoon)|dusk|sunset|nightfall|evening|night"
BEFORE_HOUR = r"from|by|at|about|around|towards?|after|before|shortly|soon|just|late|later|early|in|the"
# "21.00.", "Midday -", "Shortly before dawn:", "18.00 (local time)."
HOUR = re.compile(
    rf"\s*(?:[-–*•]\s*)?(?:(?:{BEFORE_HOUR})\s){{0,3}}(?:{CLOCK}|{PART})(?: hours)?(?:,? \(?(?:GMT|UTC|local time)\)?)?"
    r"\s*(?:[.:]\s|[–—-]+\s)",
    re.IGNORECASE,
)


def heads_paragraph(match: Match, page: Page) -> bool:
    """Return whether a time stands alone at the head of its paragraph, the dateline of a report aside.

    In the first paragraph a place before the time makes it a dateline ("Kano, 22 January: ...").
    """
    text = page.document.text
    line = text.rfind("\n", 0, match.start) + 1
    if match.rule not in HEADING or match.start - line > REACH or LEAD.match(text, line, match.start) is None:
        return False
    if not _opens_line(text, line):
        return False
    in_dateline = page.dateline_end and match.start < page.doc[page.dateline_end - 1].idx
    if in_dateline or (match.start > line and not text[:line].strip()):
        return False
    ends = text[match.end - 1] == "." and text[match.end : match.end + 1] == " "
    return ends or END.match(text, match.end) is not None


def is_headed_by_hour(paragraph: int, page: Page) -> bool:
    """Return whether a paragraph opens with an hour or part of the day alone: it goes on with the day before it."""
    opening = next(s for s, number in zip(page.sentences, page.paragraph_of, strict=True) if number == paragraph)
    return HOUR.match(page.document.text, opening.start_char) is not None


def _opens_line(text: str, line: int) -> bool:
    """Return whether what starts at `line` is no more of a sentence that a long line above was wrapped in."""
    above = text[:line].rstrip()
    last = above[above.rfind("\n") + 1 :]
    parted = text.count("\n", len(above), line) > 1 or BULLET.match(text, line) is not None
    return parted or len(last) <= SHORT_LINE or last[-1] in CLOSING


def is_told_ahead(sentence: int, page: Page) -> bool:
    """Return whether what follows a heading in `sentence` is to come ("3 June. The parties will meet again.")."""
    own = page.sentences[sentence]
    following = page.sentences[sentence + 1 : sentence + 2]
    told = own if any(t.pos_ in {"VERB", "AUX"} for t in own) or not following else following[0]
    return outlook_of(told.doc[told.root.i : told.root.i + 1]) == "ahead"
