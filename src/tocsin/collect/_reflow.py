"""Lines as paragraphs: lines that were broken to fit a width are joined, other line ends are kept as breaks."""

import re
from itertools import pairwise

WIDEST_WRAP = 120
NARROWEST_WRAP = 30
FULL_SHARE = 0.5
SLACK = 0.15
LOOSE_SLACK = 0.4
MIN_BLOCKS = 3
BREAK = re.compile(r"\n[ ]*\n+")
SENTENCE_END = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
HYPHEN_AT_END = re.compile(r"[a-zà-ÿ]-$")
BULLET = re.compile(r"(?:[-*•–—▪]|\(?\d{1,2}[.)])\s")


def paragraphs(text: str) -> list[str]:
    r"""Return the paragraphs of `text` (uniform, see `_unicode`), each on one line.

    Whether lines were broken to fit a width, and at which, is seen from the text. A line that falls far short of the
    width ends a paragraph; where blank lines keep paragraphs apart, only a line that falls very far short does.

    >>> paragraphs("A headline\nBy a correspondent\n\nOne paragraph.\nAnother one.")
    ['A headline', 'By a correspondent', 'One paragraph.', 'Another one.']
    """
    blocks = [block.split("\n") for block in BREAK.split(text.strip("\n"))]
    slack = LOOSE_SLACK if sum(len(block) > 1 for block in blocks) >= MIN_BLOCKS else SLACK
    width = _wrap_width(blocks)
    found = [p for block in blocks for p in _joined([line for line in block if line], width, slack)]
    return [p for p in found if p]


def _wrap_width(blocks: list[list[str]]) -> int | None:
    """Return the width at which the lines were broken; None if they were not."""
    lines = sorted(len(line) for block in blocks for line in block[:-1])
    if not lines:
        return None
    width = lines[(len(lines) * 19) // 20]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    pairs = [pair for block in blocks for pair in pairwise(block)]
    n_full = sum(_is_full(line, following, width, SLACK) for line, following in pairs)
    return width if n_full >= FULL_SHARE * len(pairs) else None


def _is_full(line: str, following: str, width: int, slack: float) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width * (1 - slack)


def _joined(lines: list[str], width: int | None, slack: float) -> list[str]:
    joined: list[list[str]] = []
    for i, line in enumerate(lines):
        if i and _continues(lines[i - 1], line, width, slack):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [_one(part) for part in joined]


def _continues(line: str, following: str, width: int | None, slack: float) -> bool:
    if BULLET.match(following):
        return False
    if following[:1].islower() and not SENTENCE_END.search(line):
        return True
    return width is not None and _is_full(line, following, width, slack)


def _one(lines: list[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        if HYPHEN_AT_END.search(text) and line[:1].islower():
            text = text[:-1] + line if _is_one_word(text, line) else text + line
        else:
            text = f"{text} {line}"
    return text


def _is_one_word(text: str, line: str) -> bool:
    """Return whether the hyphen at the end of `text` breaks a word: a compound is hyphenated on either side."""
    left = text.rsplit(" ", 1)[-1][:-1]
    return "-" not in left and "-" not in line.split(" ", 1)[0]
