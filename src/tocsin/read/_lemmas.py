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
STOP = (".", ".", "punct")  # word, tag and dependency of what stands between words that are asked for together
Key = tuple[int, int, int]
Answer = tuple[int, int]


class Lemmas:
    """Sets `pos` and `lemma` of the tokens of a document.

    The answers of spaCy's attribute ruler and lemmatizer depend on the word, its tag and its dependency, so they
    are kept by these three; at most `LARGEST_TABLE` of them. The dependency of longer content words matters only where
    it makes them auxiliaries.
    """

    def __init__(self) -> None:
        self._known: dict[Key, Answer] = {}
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
        rows: list[Key] = [(word, tag, dep) for word, tag, dep in doc.to_array([ORTH, TAG, DEP]).tolist()]
        new = self._look_up({row: doc[i] for i, row in enumerate(rows) if row not in self._known})
        found = [self._known.get(row) or new[row] for row in rows]
        if len(self._known) < LARGEST_TABLE:
            self._known |= new
        answers: Any = np.array(found, dtype=np.uint64).reshape(-1, 2)
        return doc.from_array([POS, LEMMA], answers)

    def _look_up(self, tokens: dict[Key, Token]) -> dict[Key, Answer]:
        """Return what is told of `tokens`, by their keys and by what matters of these."""
        wide = {key: _what_matters(token) for key, token in tokens.items()}
        asked = {wide[key]: token for key, token in tokens.items() if wide[key] not in self._known}
        new = dict(zip(asked, self._ask([*asked.values()]), strict=True)) if asked else {}
        return new | {key: self._known.get(w) or new[w] for key, w in wide.items()}

    def _ask(self, tokens: list[Token]) -> list[Answer]:
        """Return the parts of speech and lemmas of `tokens`, which are asked for apart from each other."""
        if self._nlp is None:
            raise RuntimeError("the component was not given a pipeline to learn from")
        rows = [row for t in tokens for row in ((t.text, t.tag_, t.dep_), STOP)]
        words, tags, deps = ([row[n] for row in rows] for n in range(3))
        apart = Doc(self._nlp.vocab, words=words, tags=tags, deps=deps, heads=[*range(len(rows))])
        answers = [*self._nlp.get_pipe("lemmatizer")(self._nlp.get_pipe("attribute_ruler")(apart))][::2]
        right: dict[str, str] = toml_table("political_acts.toml")["irregular"]
        known = [right.get(t.lower_) if t.tag_.startswith("VB") else None for t in tokens]
        add = self._nlp.vocab.strings.add
        return [(a.pos, a.lemma if k is None else add(k)) for a, k in zip(answers, known, strict=True)]


def _what_matters(token: Token) -> Key:
    matters = len(token.text) < LONG_WORD or token.tag_ not in CONTENT_TAGS or token.dep_ in AUXILIARY
    return token.orth, token.tag, token.dep if matters else 0


@Language.factory(LEMMAS)
def make_lemmas(nlp: Language, name: str) -> Lemmas:  # noqa: ARG001
    """Return the component; spaCy's factories are called with the pipeline and a name."""
    return Lemmas()
