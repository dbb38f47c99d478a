"""Parts of speech and lemmas by word, tag and dependency, as spaCy's own components give them, each looked up once."""

from spacy.language import Language
from spacy.tokens import Doc, Token

LEMMAS = "tocsin_lemmas"
LARGEST_TABLE = 200_000


class Lemmas:
    """Sets `pos` and `lemma` of the tokens of a document.

    The answers of spaCy's attribute ruler and lemmatizer depend on the word, its tag and its dependency, so they
    are kept by these three; at most `LARGEST_TABLE` of them.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], tuple[int, str]] = {}
        self._nlp: Language | None = None

    def learn_from(self, nlp: Language) -> None:
        """Take the answers from the attribute ruler and the lemmatizer of `nlp`."""
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.pos, token.lemma_ = self._look_up(token)
        return doc

    def _look_up(self, token: Token) -> tuple[int, str]:
        key = (token.text, token.tag_, token.dep_)
        found = self._known.get(key)
        if found is None:
            found = self._ask(token)
            if len(self._known) < LARGEST_TABLE:
                self._known[key] = found
        return found

    def _ask(self, token: Token) -> tuple[int, str]:
        if self._nlp is None:
            raise RuntimeError("the component was not given a pipeline to learn from")
        alone = Doc(self._nlp.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_], heads=[0])
        answer = self._nlp.get_pipe("lemmatizer")(self._nlp.get_pipe("attribute_ruler")(alone))[0]
        return answer.pos, answer.lemma_


@Language.factory(LEMMAS)
def make_lemmas(nlp: Language, name: str) -> Lemmas:  # noqa: ARG001
    """Return the component; spaCy's factories are called with the pipeline and a name."""
    return Lemmas()
