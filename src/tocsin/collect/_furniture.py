"""Page furniture told from the report by structure and a general vocabulary.

A paragraph that is prose is part of the report and stays, unless it speaks to whoever looks at the page ("Sign up for
our newsletter.") and does nothing else.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from tocsin.core.vocabulary import toml_table

VOCABULARY = "furniture.toml"
MIN_PROSE_WORDS = 8
LONG_WORDS = 25
MAX_LINK_WORDS = 16
MAX_LABELLED_WORDS = 30
MAX_READER_WORDS = 45
MAX_FRAGMENT_WORDS = 6
MAX_CAPTION_WORDS = 45
MAX_MENU_ITEM_WORDS = 4
MIN_MENU_ITEMS = 3
MIN_RUN = 4
MAX_RUN_WORDS = 4
MIN_SECTIONS = 2
PROSE_END = re.compile(r"""[.!?…:]["'”’»)\]]*$""")
SENTENCE_BREAK = re.compile(r"""(?<=[.!?])["'”’)]*\s+(?=[^a-z])""")
MENU_BREAK = re.compile(r"\s*[|·•»›]\s*|\s+(?:-|–|—|>)\s+")
BUTTONS = re.compile(r"\[[^\]\[]{1,30}\](?:\s*\[[^\]\[]{1,30}\]){2,20}")
ADDRESS = re.compile(
    r"(?:https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}|@\w{1,30}|\+?[\d ()./-]{7,24})", re.IGNORECASE
)
COMMENT_COUNT = re.compile(r"(?:\d{1,5} comments?|comments? \(\d{1,5}\))", re.IGNORECASE)
COPYRIGHT = re.compile(
    r"(?:copyright\s*)?(?:©|\(c\))|copyright\s+(?:by\b|\d{4}\b|(?-i:(?:[A-Z][\w,'’-]{0,30}\s?){1,8}\.?$))",
    re.IGNORECASE,
)
QUOTES = '"“”«'
COUNTER = re.compile(r"\d[\d,.]{0,12}\s(?:views?|shares?|likes?|comments?|reads?|(?:min|minutes?) read)", re.IGNORECASE)
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}")
MAX_CONTACT_WORDS = 14


def without_furniture(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs that belong to the report, in order; all of them if none would be left.

    >>> without_furniture(["Two people died in Sunday's raid, police said.", "Related stories", "Rain in the north"])
    ["Two people died in Sunday's raid, police said."]
    """
    kept = _without_link_lists(list(takewhile(lambda p: not _opens_comments(p), paragraphs)))
    kept = [p for p in _without_edge_runs(kept) if not is_furniture(p)]
    return kept or list(paragraphs)


def is_prose(paragraph: str) -> bool:
    """Return whether a paragraph has the form of running text: long, or a sentence of some length with its end."""
    n_words = len(paragraph.split())
    return n_words >= LONG_WORDS or (n_words >= MIN_PROSE_WORDS and bool(PROSE_END.search(paragraph)))


def is_furniture(paragraph: str) -> bool:
    """Return whether a paragraph, seen alone, is furniture."""
    return (
        bool(ADDRESS.fullmatch(paragraph))
        or bool(COUNTER.fullmatch(paragraph))
        or _is_labelled(paragraph)
        or _is_contact(paragraph)
        or _is_caption(paragraph)
        or _is_menu(paragraph)
        or _speaks_to_reader(paragraph)
    )


def _opens_comments(paragraph: str) -> bool:
    plain = _plain(paragraph)
    return plain in _phrases("comment_headings") or bool(COMMENT_COUNT.fullmatch(paragraph))


def _without_link_lists(paragraphs: list[str]) -> list[str]:
    kept = []
    in_list = False
    for paragraph in paragraphs:
        if _plain(paragraph) in _phrases("link_headings"):
            in_list = True
        elif in_list and not _is_link(paragraph):
            in_list = False
        if not in_list:
            kept.append(paragraph)
    return kept


def _is_link(paragraph: str) -> bool:
    """Return whether a paragraph below a heading of links reads like one: a title, no sentence that ends."""
    return len(paragraph.split()) <= MAX_LINK_WORDS and not paragraph.rstrip("\"'”’)").endswith((".", ":"))


def _is_labelled(paragraph: str) -> bool:
    label, colon, rest = paragraph.partition(":")
    name = _plain(label)
    if not colon or len(rest.split()) > MAX_LABELLED_WORDS or _speaks(rest):
        return False
    return name in _phrases("credits") or (name in _phrases("labels") and not (is_prose(rest) and rest.endswith(".")))


def _is_caption(paragraph: str) -> bool:
    return len(paragraph.split()) <= MAX_CAPTION_WORDS and bool(_credit().search(paragraph))


def _is_contact(paragraph: str) -> bool:
    return len(paragraph.split()) <= MAX_CONTACT_WORDS and bool(MAIL.search(paragraph)) and not _speaks(paragraph)


def _is_menu(paragraph: str) -> bool:
    words = [_plain(word) for word in paragraph.split()[:MAX_FRAGMENT_WORDS]]
    if BUTTONS.fullmatch(paragraph) or set(words) <= _phrases("menu_words"):
        return True
    items = [item for item in MENU_BREAK.split(paragraph) if item]
    if len(items) < MIN_MENU_ITEMS or PROSE_END.search(paragraph):
        return False
    return all(len(item.split()) <= MAX_MENU_ITEM_WORDS for item in items)


def _speaks_to_reader(paragraph: str) -> bool:
    if len(paragraph.split()) > MAX_READER_WORDS or _speaks(paragraph):
        return False
    sentences = SENTENCE_BREAK.split(paragraph)
    opened = [_opens(s) for s in sentences]
    if not PROSE_END.search(paragraph):
        fragment = opened[0] or _openings("fragment_openings").match(paragraph)
        return bool(fragment) and len(paragraph.split()) <= MAX_LINK_WORDS
    return opened[0] and all(o or len(s.split()) <= MAX_FRAGMENT_WORDS for o, s in zip(opened, sentences, strict=True))


def _opens(sentence: str) -> bool:
    """Return whether `sentence` begins by speaking to the reader; before a comma it is somebody's words."""
    opening = _openings("reader_openings").match(sentence)
    if opening is None:
        return bool(COPYRIGHT.match(sentence))
    return not sentence.startswith(",", opening.end())


def _without_edge_runs(paragraphs: list[str]) -> list[str]:
    """Return `paragraphs` without the menus before the first and after the last prose."""
    prose = [i for i, p in enumerate(paragraphs) if is_prose(p)]
    if not prose:
        return paragraphs
    head, body, tail = paragraphs[: prose[0]], paragraphs[prose[0] : prose[-1] + 1], paragraphs[prose[-1] + 1 :]
    return _without_runs(head) + body + _without_runs(tail)


def _without_runs(lines: list[str]) -> list[str]:
    kept: list[str] = []
    run: list[str] = []
    for line in [*lines, None]:
        if line is not None and len(line.split()) <= MAX_RUN_WORDS and not any(c.isdigit() for c in line):
            run.append(line)
            continue
        kept += [] if _is_menu_run(run) else run
        kept += [] if line is None else [line]
        run = []
    return kept


def _is_menu_run(lines: Sequence[str]) -> bool:
    """Return whether very short lines in a row are a menu: some are names that sites give their sections."""
    n_sections = sum(_plain(line) in _phrases("menu_words") for line in lines)
    return len(lines) >= MIN_RUN and n_sections >= MIN_SECTIONS


def _plain(paragraph: str) -> str:
    return paragraph[:80].strip(" \t:.…»>-–—*#|[]()").replace("’", "'").casefold()


@cache
def _phrases(key: str) -> frozenset[str]:
    return frozenset(toml_table(VOCABULARY)[key])


@cache
def _openings(key: str) -> re.Pattern[str]:
    phrases = sorted(toml_table(VOCABULARY)[key], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)


def _speaks(paragraph: str) -> bool:
    """Return whether somebody is quoted or reported to say something."""
    return any(mark in paragraph for mark in QUOTES) or bool(_reporting().search(paragraph))


@cache
def _reporting() -> re.Pattern[str]:
    words = "|".join(map(re.escape, toml_table(VOCABULARY)["reporting_words"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(toml_table(VOCABULARY)["credits"], key=len, reverse=True)))
    labelled = rf"(?:^|[.!?\]\s(])\(?(?:{words})(?::| by)\s(?:[^:.]|(?<=\b\w)\.){{1,60}}\.?\)?$"
    named = r"(?:^|[.!?)/]\s)\(?(?:[\w'’/-]{1,20} ){1,3}(?:photo|photograph|picture)\)?$"
    return re.compile(rf"{labelled}|{named}", re.IGNORECASE)
