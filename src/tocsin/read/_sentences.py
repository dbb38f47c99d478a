"""Where sentences start: at paragraph breaks and after closing punctuation, abbreviations and initials aside."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from tocsin.core.vocabulary import toml_table

SENTENCES = "tocsin_sentences"
ENDS = frozenset({".", "!", "?", "...", "…", ".."})
CLOSERS = frozenset({'"', "”", "'", "’", ")", "]", "»", "''"})
OPENERS = frozenset({'"', "“", "'", "‘", "(", "[", "«", "``"})


@cache
def abbreviations() -> frozenset[str]:
    """Return abbreviations without their last full stop, in lower case."""
    table = toml_table("abbreviations.toml")
    return frozenset([*table["titles"], *table["others"]])


@Language.component(SENTENCES)
def set_sentence_starts(doc: Doc) -> Doc:
    """Return `doc` with every token marked as the start of a sentence or not."""
    for token in doc:
        token.is_sent_start = token.i == 0 or _starts(token)
    return doc


def _starts(token: Token) -> bool:
    before = token.nbor(-1)
    if before.is_space:
        return before.text.count("\n") > 1 or (not token.is_space and _ends_before(token))
    return not token.is_space and _ends_before(token)


def _ends_before(token: Token) -> bool:
    """Return whether a sentence ends right before `token`: closing punctuation, then what can start a sentence."""
    i = token.i - 1
    while i >= 0 and (token.doc[i].is_space or token.doc[i].text in CLOSERS):
        if token.doc[i].is_sent_start:
            return False
        i -= 1
    last = token.doc[i]
    if i < 0 or not _is_end(last) or not _can_start(token):
        return False
    opens_here = token.text in CLOSERS and not last.whitespace_ and token.i == i + 1
    return not opens_here


def _is_end(token: Token) -> bool:
    if token.text in ENDS:
        before = token.nbor(-1) if token.i > 0 else token
        return not (token.text == "." and not before.whitespace_ and _is_abbreviation(before.text))
    return len(token.text) > 2 and token.text.endswith(".") and not _is_abbreviation(token.text[:-1])


def _is_abbreviation(word: str) -> bool:
    """Return whether `word`, its full stop cut, is an abbreviation or initials ("U.N", "J")."""
    return (
        word.lower() in abbreviations()
        or (len(word) == 1 and word.isupper())
        or (len(word) <= 5 and "." in word and word.replace(".", "").isupper())
    )


def _can_start(token: Token) -> bool:
    first = token.text[0]
    return first.isupper() or first.isdigit() or token.text in OPENERS or token.text in {"-", "–", "—"}
