"""Names of places made comparable: one key for all spellings that differ only in accents, case, hyphens or article."""

import re
import unicodedata

from anyascii import anyascii

ACRONYM = re.compile(r"(?:[A-Z]\.?){2,5}")
ABBREVIATION = re.compile(r"[A-Z][a-z]{1,4}\.")
NOT_WORD = re.compile(r"[^a-z0-9]+")
QUOTES = re.compile(r"['’‘ʼʻ`´]")
ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|az|an|ad|adh|ul) (?=\S{3})")
LEADING_THE = re.compile(r"^the (?=\S)")
SAINT = re.compile(r"\b(?:st|ste) (?=\S)")
MOUNT = re.compile(r"^mt (?=\S)")


def place_key(name: str) -> str:
    """Return what `name` is filed under: acronyms keep their capitals, abbreviations their full stop.

    >>> place_key("Al-Ḩudaydah"), place_key("Ségou"), place_key("U.S."), place_key("Calif.")
    ('hudaydah', 'segou', 'US', 'Calif.')
    """
    if ACRONYM.fullmatch(name):
        return name.replace(".", "")
    if ABBREVIATION.fullmatch(name):
        return name
    return lower_key(name)


def lower_key(name: str) -> str:
    """Return the key of `name` read as a word, whatever its capitals.

    >>> lower_key("GAO"), lower_key("Sa'dah"), lower_key("St. Louis")
    ('gao', 'sadah', 'saint louis')
    """
    text = name if name.isascii() else anyascii(unicodedata.normalize("NFKD", name))
    text = NOT_WORD.sub(" ", QUOTES.sub("", text).casefold()).strip()
    text = ARTICLE.sub("", LEADING_THE.sub("", text))
    return MOUNT.sub("mount ", SAINT.sub("saint ", text))
