"""Headings that tell where what follows took place: "GAO.", "- Kidal, 12 September.", "SEGOU (Mali), Konna:"."""

from collections.abc import Iterable

from tocsin.read._place_names import calendar_words
from tocsin.read._words import Words, parts_paragraphs

BULLETS = frozenset({"-", "–", "—", "*", "•", ".", ")", "(", *"abcdef"})
ENDS = frozenset({".", ":"})
JOINTS = frozenset({",", "and", "/", "(", ")", "-", "–", "to", "&"})
TIMES_OF_DAY = frozenset(
    {"night", "of", "morning", "afternoon", "evening", "early", "late", "dawn", "dusk", "noon", "midnight"}
)
LEADS = frozenset({"in", "at", "on", "during", "the", "that", "same"})  # before a time of day: "in the morning"
FEWEST_LINES = 2
LONGEST = 14  # tokens of a heading, and of a line that is one


def is_heading(words: Words, start: int, end: int) -> bool:
    """Return whether the name `[start, end)` heads a paragraph: only other names and a day follow up to a stop.

    A first line of its own is a dateline, or the name of a desk.
    """
    behind = heading_end(words, end)
    if behind is None or not _opens(words, start):
        return False
    is_first = words.paragraph[words.sentence[start]] == words.paragraph[0]
    return not (is_first and parts_paragraphs(words.text[behind - 1]))


def _opens(words: Words, start: int) -> bool:
    """Return whether only a bullet or a number stands between the beginning of a paragraph and a token."""
    at = start
    while not words.opens_paragraph(at):
        at -= 1
        if not _is_bullet(words, at):
            return False
    return True


def _is_bullet(words: Words, at: int) -> bool:
    return words.lower[at] in BULLETS or words.text[at].isdigit() or words.text[at].isspace()


def heading_end(words: Words, end: int) -> int | None:
    """Return the token behind the heading that goes on at a token, None where other words come before its end."""
    last = min(end + LONGEST, len(words.text))
    for at in range(end, last):
        text = words.text[at]
        if parts_paragraphs(text) or text in ENDS or _ends_on_a_month(words, at):
            return at + 1
        capital = text[:1].isupper() or text[:1].isdigit()
        joins = words.lower[at] in JOINTS or words.lower[at] in TIMES_OF_DAY or words.lower[at] in calendar_words()
        if not capital and not joins and not _leads_to_a_time(words, at):
            return None
    return last if last == len(words.text) else None


def _leads_to_a_time(words: Words, at: int) -> bool:
    """Return whether only such words stand between a token and a time of day: "in the late morning"."""
    while words.at(at) in LEADS:
        at += 1
    return words.at(at) in TIMES_OF_DAY and words.at(at - 1) in LEADS


def _ends_on_a_month(words: Words, at: int) -> bool:
    """Return whether the stop of a short form of a month or day is that of a heading too ("Gao, 10 Feb. A bomb")."""
    short = words.text[at].endswith(".") and words.lower[at].removesuffix(".") in calendar_words()
    return short and words.at(at + 1)[:1].isalpha()


def headings(words: Words, names: Iterable[int]) -> dict[int, set[int]]:
    """Return by paragraph, numbered as in `words`, which of `names` (their first tokens) head it or its section.

    Lines of their own, where several name places (one is a dateline), head the paragraphs behind them up to the next.
    """
    ends: dict[int, int] = {}
    for (start, _), paragraph in zip(words.bounds, words.paragraph, strict=True):
        if paragraph not in ends:
            ends[paragraph] = heading_end(words, behind_bullets(words, start)) or start
    own: dict[int, set[int]] = {}
    for start in names:
        paragraph = words.paragraph[words.sentence[start]]
        if start < ends[paragraph]:
            own.setdefault(paragraph, set()).add(start)
    lines = _lines(words)
    return _carried(own, lines if len(lines & own.keys()) >= FEWEST_LINES else set(), words)


def behind_bullets(words: Words, start: int) -> int:
    """Return the first token from `start` on that is no bullet and no number."""
    at = start
    while at < len(words.text) - 1 and _is_bullet(words, at):
        at += 1
    return at


def _carried(own: dict[int, set[int]], lines: set[int], words: Words) -> dict[int, set[int]]:
    """Return the headings with those of `lines` carried on to the paragraphs behind them that have none."""
    found: dict[int, set[int]] = {}
    section: set[int] = set()
    for paragraph in dict.fromkeys(words.paragraph):
        if paragraph in lines:
            section = own.get(paragraph, set())
        found[paragraph] = own.get(paragraph, section)
    return found


def _lines(words: Words) -> set[int]:
    """Return the paragraphs that are one short line without a stop."""
    told: dict[int, list[str]] = {}
    for (start, end), paragraph in zip(words.bounds, words.paragraph, strict=True):
        told.setdefault(paragraph, []).extend(t for t in words.text[start:end] if not t.isspace())
    return {n for n, line in told.items() if line and len(line) <= LONGEST and line[-1][-1] not in '.:;?!"”'}
