"""Characters made uniform: one form for each letter, one kind of space, one kind of line end, nothing invisible."""

import re
import unicodedata

HYPHENATED = re.compile("\u00ad[ \t]*\r?\n[ \t]*")
LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028]")
PAGE_ENDS = re.compile("[\x0c\u2029]")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
JOINERS = re.compile("(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])")
SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def uniform(text: str) -> str:
    r"""Return `text` in NFC with line feeds, plain spaces and no invisible characters; blank lines are kept.

    >>> uniform("Ban\u0303os\u00a0and\u200b Ga\u00ado\x00\r\nnext")
    'Baños and Gao\nnext'
    """
    text = PAGE_ENDS.sub("\n\n", LINE_ENDS.sub("\n", HYPHENATED.sub("", text)))
    text = SPACES.sub(" ", JOINERS.sub("", INVISIBLE.sub("", text)))
    return "\n".join(line.strip() for line in unicodedata.normalize("NFC", text).split("\n"))


def one_line(text: str | None) -> str | None:
    """Return `text` on one line, uniform; None if nothing is left."""
    return " ".join(uniform(text).split()) or None if text else None
