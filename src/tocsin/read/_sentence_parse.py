"""Dependencies, as spaCy's parser finds them, of all sentences of a document together."""

from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, ORTH, SENT_START
from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from tocsin.read._sentences import START

SENTENCE_PARSE = "tocsin_sentence_parse"
FOUND = [HEAD, DEP]


class SentenceParse:
    """Sets the dependencies of the tokens of a document whose sentences have been marked.

    The parser takes one step after the other, and with many documents it takes a step of each at once, which costs a
    third less. A sentence is such a document here. It holds one word more than its own, because the parser looks one
    word ahead, and the vectors that the words have been given in the whole text; so the dependencies are the same.
    """

    def __init__(self) -> None:
        self._parser: DependencyParser | None = None

    def learn_from(self, nlp: Language) -> None:
        """Take the parser of `nlp`."""
        self._parser = nlp.get_pipe("parser")

    def __call__(self, doc: Doc) -> Doc:
        if self._parser is None:
            raise RuntimeError("the component was not given a pipeline to learn from")
        told: Any = doc.to_array([ORTH, SENT_START])
        starts = np.flatnonzero(told[:, 1] == START).tolist()
        ends = [*starts[1:], len(doc)]
        parts = [_part(doc, told, start, end + 1) for start, end in zip(starts, ends, strict=False)]
        self._parser.set_annotations(parts, self._parser.predict(parts))
        found: list[Any] = [p.to_array(FOUND)[: e - s] for p, s, e in zip(parts, starts, ends, strict=False)]
        together: Any = np.concatenate(found) if found else np.empty((0, len(FOUND)), np.uint64)
        return doc.from_array(FOUND, together)


def _part(doc: Doc, told: Any, start: int, end: int) -> Doc:
    """Return the words `[start, end)` of `doc` as a document of their own."""
    part = Doc(doc.vocab, words=told[start:end, 0].tolist()).from_array([SENT_START], told[start:end, 1])
    part.tensor = doc.tensor[start:end]
    return part


@Language.factory(SENTENCE_PARSE)
def make_sentence_parse(nlp: Language, name: str) -> SentenceParse:  # noqa: ARG001
    """Return the component; spaCy's factories are called with the pipeline and a name."""
    return SentenceParse()
