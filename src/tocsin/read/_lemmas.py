"""Parts of speech and lemmas by word, tag and dependency, as spaCy's own components give them, each looked up once."""

from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

from tocsin.core.vocabulary import toml_table

LEMMAS = "tocsin_lemmas"
INDEX = "lemma_index"
LARGEST_TABLE = 200_000
LONG_WORD = 5
CONTENT_TAGS = frozenset({
    "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "RB", "CD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
})  # fmt: skip
AUXILIARY = frozenset({"aux", "auxpass"})


class Lemmas:
    """Sets `pos` and `lemma` of the tokens of a document.

    The answers of spaCy's attribute ruler and lemmatizer depend on the word, its tag and its dependency, so they
    are kept by these three; at most `LARGEST_TABLE` of them. The dependency of longer content words matters only where
    it makes them auxiliaries.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, int], tuple[int, int]] = {}
        self._nlp: Language | None = None

    def learn_from(self, nlp: Language) -> None:
        """Take the answers from the attribute ruler and the lemmatizer of `nlp`."""
        self._nlp = nlp
        lemmatizer = nlp.get_pipe("lemmatizer")
        if isinstance(lemmatizer, Lemmatizer) and lemmatizer.lookups.has_table(INDEX):
            index = lemmatizer.lookups.get_table(INDEX)
            for pos, words in list(index.items()):
                index[pos] = frozenset(words)  # it is only asked what it holds, and comes as long lists

    def __call__(self, doc: Doc) -> Doc:
        rows = doc.to_array([ORTH, TAG, DEP]).tolist()
        found = [self._known.get((word, tag, dep)) or self._look_up(doc[i]) for i, (word, tag, dep) in enumerate(rows)]
        answers: Any = np.array(found, dtype=np.uint64).reshape(-1, 2)
        return doc.from_array([POS, LEMMA], answers)

    def _look_up(self, token: Token) -> tuple[int, int]:
        matters = len(token.text) < LONG_WORD or token.tag_ not in CONTENT_TAGS or token.dep_ in AUXILIARY
        wide = (token.orth, token.tag, token.dep if matters else 0)
        found = self._known.get(wide) or self._ask(token)
        if len(self._known) < LARGEST_TABLE:
            self._known[wide] = self._known[token.orth, token.tag, token.dep] = found
        return found

    def _ask(self, token: Token) -> tuple[int, int]:
        if self._nlp is None:
            raise RuntimeError("the component was not given a pipeline to learn from")
        alone = Doc(self._nlp.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_], heads=[0])
        answer = self._nlp.get_pipe("lemmatizer")(self._nlp.get_pipe("attribute_ruler")(alone))[0]
        right: str | None = toml_table("political_acts.toml")["irregular"].get(token.lower_)
        if right is not None and token.tag_.startswith("VB"):
            return answer.pos, self._nlp.vocab.strings.add(right)
        return answer.pos, answer.lemma


@Language.factory(LEMMAS)
def make_lemmas(nlp: Language, name: str) -> Lemmas:  # noqa: ARG001
    """Return the component; spaCy's factories are called with the pipeline and a name."""
    return Lemmas()
