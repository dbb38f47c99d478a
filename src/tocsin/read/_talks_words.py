"""Noun phrases that stand for talks, or for what talks lead to."""

from functools import cache

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.vocabulary import toml_table

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"JJ", "DT", "VBN", "CD", "PRP$", "POS", "HYPH", "VBG"}
OPENERS = frozenset({"on", "of", "between", "for", "over", "about"})
LONGEST_ABOUT = 9


@cache
def talks_words(name: str) -> frozenset[str]:
    """Return a list of words of data/talks.toml."""
    return frozenset(toml_table("talks.toml")[name])


def is_talks(token: Token) -> bool:
    """Return whether `token` is a noun for talks or for what they lead to, and no part of another ("a talk show")."""
    if token.tag_ not in NOUNS or token.lemma_.lower() not in talks_words("nouns"):
        return False
    above = token.head if token.dep_ == "compound" else token
    return above.lemma_.lower() not in talks_words("no_talks")


def talks_tokens(noun: Token) -> TokenSpan:
    """Return the phrase of a noun for talks ("the talks on a lasting truce")."""
    doc, start, end = noun.doc, noun.i, noun.i + 1
    while start > noun.sent.start and doc[start - 1].tag_ in INSIDE:
        start -= 1
        if doc[start].tag_ == "DT":
            break
    while end < min(noun.i + LONGEST_ABOUT, noun.sent.end) and (doc[end].lower_ in OPENERS or doc[end].tag_ in INSIDE):
        end += 1
    while doc[end - 1].tag_ not in NOUNS:
        end -= 1
    return doc[start:end]
