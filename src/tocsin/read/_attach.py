"""Which act a time, a place, a weapon or a number belongs to: the nearest one above it in the sentence."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from tocsin.read._columns import columns
from tocsin.read._grammar import ancestors, names_what
from tocsin.read._predicates import Trigger
from tocsin.read._presupposed import charge_nouns

ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "oprd", "acomp", "prep", "agent", "pobj"})
DEPTH = 3
CLAUSES = frozenset({"ccomp", "parataxis"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Attachment:
    """The acts of a page, ready to be asked which of them a token belongs to.

    `cues` are the indices of verbs of saying: what hangs on them tells when or where something was said.
    """

    def __init__(self, doc: Doc, triggers: list[Trigger], cues: Iterable[int]) -> None:
        self._doc = doc
        self._of_word = {word: n for n, t in enumerate(triggers) for word in t.words}
        self._heads = [t.head for t in triggers]
        self._cuts = [i for i, word in enumerate(columns(doc).text) if word == ";"]
        self._cues = frozenset(cues) - frozenset(self._of_word)

    def act_of(self, token: Token) -> int | None:
        """Return the number of the trigger that `token` belongs to, None where its sentence has none for it.

        A semicolon keeps apart what stands on its two sides, wherever the parser has hung it.
        """
        found = self._above(token)
        if found is None or not self._is_cut(token.i, self._heads[found]):
            return found
        near = [n for n, head in enumerate(self._heads) if not self._is_cut(token.i, head)]
        inside = [n for n in near if token.sent.start <= self._heads[n] < token.sent.end]
        return min(inside, key=lambda n: abs(self._heads[n] - token.i), default=found)

    def _is_cut(self, left: int, right: int) -> bool:
        first, last = sorted((left, right))
        return any(first < cut < last for cut in self._cuts)

    def _above(self, token: Token) -> int | None:
        below = token
        for above in (token, *ancestors(token)):
            if above.i in self._of_word:
                return self._of_word[above.i]
            if above.i in self._cues and below.dep_ not in CLAUSES and not names_what(above):
                return self._nearest(token) if _ends_content(token, above) else None
            if _carries(above) and (found := self._below(above)) is not None:
                return found
            below = above
        return self._nearest(token)

    def _below(self, verb: Token) -> int | None:
        """Return the trigger among the arguments of `verb`, a verb that is none itself ("launched an attack")."""
        level = [verb]
        for _ in range(DEPTH):
            level = [c for token in level for c in token.children if c.dep_ in ARGUMENTS]
            found = next((self._of_word[t.i] for t in level if t.i in self._of_word), None)
            if found is not None:
                return found
        return None

    def _nearest(self, token: Token) -> int | None:
        sentence = token.sent
        near = [n for n, head in enumerate(self._heads) if sentence.start <= head < sentence.end]
        return min(near, key=lambda n: abs(self._heads[n] - token.i), default=None)


def _ends_content(token: Token, cue: Token) -> bool:
    """Return whether `token` stands at the end of what is said, before who says it: "..., on Sunday, police said"."""
    said = any(c.dep_ == "ccomp" and c.i < token.i for c in cue.lefts)
    return said and any(c.dep_ in SUBJECTS and c.i > token.i for c in cue.children)


def _carries(word: Token) -> bool:
    """Return whether the act below a word has what hangs on it: a verb, or "connection" in "in connection with"."""
    return word.pos_ in {"VERB", "AUX"} or word.lemma_ in charge_nouns()
