"""Dependencies, as spaCy's parser finds them, of all sentences of a document together."""

from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from tocsin.read._sentences import START

SENTENCE_PARSE = "tocsin_sentence_parse"
FOUND = [HEAD, DEP]


class SentenceParse:
    """Sets the dependencies of the tokens of a document whose sentences have been marked.

    The parser takes one step after the other, and with many documents it takes a step of each at once. A sentence is
    such a document here. It holds one word more than its own, because the parser looks one word ahead, and the vectors
    that the words have been given in the whole text; so the dependencies are the same.
    """

    def __init__(self) -> None:
        self._steps: _Steps | None = None

    def learn_from(self, nlp: Language) -> None:
        """Take the parser of `nlp`."""
        self._steps = _Steps(nlp.get_pipe("parser"), nlp)

    def __call__(self, doc: Doc) -> Doc:
        if self._steps is None:
            raise RuntimeError("the component was not given a pipeline to learn from")
        told: Any = doc.to_array([ORTH, SENT_START])
        starts = np.flatnonzero(told[:, 1] == START).tolist()
        ends = [*starts[1:], len(doc)]
        parts = [_part(doc, told, start, end + 1) for start, end in zip(starts, ends, strict=False)]
        if parts:
            self._steps.take(parts)
        found: list[Any] = [p.to_array(FOUND)[: e - s] for p, s, e in zip(parts, starts, ends, strict=False)]
        together: Any = np.concatenate(found) if found else np.empty((0, len(FOUND)), np.uint64)
        return doc.from_array(FOUND, together)


class _Steps:
    """The steps of spaCy's parser, its scores added up here with the same weights.

    spaCy's own loop lets go of Python's lock and takes it again for each of the eight words that a step looks at, which
    costs as much as the arithmetic. Every move was seen in the training of the models that we read with; the loop would
    give one that was not the lowest score.
    """

    def __init__(self, parser: Any, nlp: Language) -> None:
        model = parser.model
        self._parser, self._ops = parser, model.ops
        self._vectors, self._of_words, hidden = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        self._n_words, self._n_hidden, self._n_pieces = (self._of_words.get_dim(d) for d in ("nF", "nO", "nP"))
        self._bias = self._of_words.get_param("b").reshape(-1)
        self._scores, self._score_bias = np.ascontiguousarray(hidden.get_param("W").T), hidden.get_param("b")
        one = nlp.get_pipe("tok2vec")(nlp.make_doc("."))
        # Which words a state looks at depends on the state alone; -1 stands for none.
        self._words_of = model.predict([one]).get_token_ids

    def take(self, docs: list[Doc]) -> None:
        """Take all steps in `docs`, of which there is one at least, and set the dependencies that they end with."""
        batch: list[Any] = self._parser.moves.init_batch(docs)
        told: Any = self._of_words.predict(self._vectors.predict(docs)).reshape(-1, len(self._bias))
        states = [s for s in batch if not s.is_final()]
        while states:
            states = self._parser.transition_states(states, self._score(self._words_of(states), told))
        self._parser.set_annotations(docs, batch)

    def _score(self, words: Any, told: Any) -> Any:
        """Return the scores of all moves of each state; `told` has a row for each word in each of its roles."""
        rows = ((words + 1) * self._n_words + np.arange(self._n_words)).astype(np.uint32)
        hidden = self._ops.gather_add(told, rows) + self._bias
        most = self._ops.maxout(hidden.reshape(-1, self._n_hidden, self._n_pieces))[0]
        return most @ self._scores + self._score_bias


def _part(doc: Doc, told: Any, start: int, end: int) -> Doc:
    """Return the words `[start, end)` of `doc` as a document of their own."""
    part = Doc(doc.vocab, words=told[start:end, 0].tolist()).from_array([SENT_START], told[start:end, 1])
    part.tensor = doc.tensor[start:end]
    return part


@Language.factory(SENTENCE_PARSE)
def make_sentence_parse(nlp: Language, name: str) -> SentenceParse:  # noqa: ARG001
    """Return the component; spaCy's factories are called with the pipeline and a name."""
    return SentenceParse()
