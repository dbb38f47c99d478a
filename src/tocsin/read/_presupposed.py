"""Acts that a sentence takes as known: what somebody is charged with, and what a clause on a known event tells."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from tocsin.core.vocabulary import toml_table
from tocsin.read._grammar import ancestors, antecedents, opens_on_event

BACK = 2  # sentences in which those who are charged were arrested
CLIMB = 10
NOMINAL = frozenset({"pobj", "dobj", "conj", "appos", "prep", "pcomp", "compound", "nmod", "poss", "nsubj", "agent"})
CHARGED_BY = frozenset({"in", "of", "for", "with", "to", "over", "behind", "including", "on", "during"})
CAUGHT_FOR = frozenset({"for", "over"})


def is_presupposed(head: Token) -> bool:
    """Return whether the sentence of `head` takes its act as known and tells other news.

    What people are wanted for, involved in or arrested in connection with came before, and so did what a relative
    clause on such an event tells ("the attack in which 12 people died").
    """
    below = head
    for above in _above(head):
        if _charges(above, below):
            return True
        if below.dep_ in {"relcl", "acl", "advcl"}:
            if not (opens_on_event(below) or _is_charge(below)):
                return False
        elif below.dep_ not in NOMINAL:
            return False
        below = above
    return False


def _above(head: Token) -> Iterator[Token]:
    """Yield what stands above `head`; above a clause on an event stands the event, wherever the parser hung it."""
    if head.dep_ == "advcl" and opens_on_event(head):
        event = antecedents(head)[0]
        return iter((event, *ancestors(event, CLIMB)))
    return ancestors(head, CLIMB)


def _charges(above: Token, below: Token) -> bool:
    """Return whether `above` says that somebody has to do with the act told below it."""
    if below.dep_ in {"nsubj", "nsubjpass", "relcl", "poss", "compound", "amod"}:
        return False
    lemma, table = above.lemma_.lower(), _table()
    linked = (below.dep_ in {"prep", "agent"} and below.lower_ in CHARGED_BY) or below.dep_ == "pcomp"
    if above.pos_ in {"NOUN", "PROPN"}:
        return linked and lemma in table["nouns"]
    if lemma in table["strong"]:
        return linked or below.dep_ == "dobj"
    caught_for = lemma in table["caught"] and below.lower_ in CAUGHT_FOR
    return linked and (caught_for or (lemma in table["weak"] and _is_about_suspects(above)))


def _is_charge(verb: Token) -> bool:
    """Return whether a clause on a noun says what somebody is charged with ("accused of ...")."""
    lemma, table = verb.lemma_.lower(), _table()
    return lemma in table["strong"] or lemma in table["weak"]


def _is_about_suspects(word: Token) -> bool:
    """Return whether the report tells here that somebody was caught, tried or gave up."""
    doc: Doc = word.doc
    start = word.sent.start
    for _ in range(BACK):
        start = doc[start - 1].sent.start if start else 0
    return any(t.lemma_.lower() in _table()["caught"] for t in doc[start : word.sent.end])


def charge_nouns() -> frozenset[str]:
    """Return the nouns that lead to what somebody is charged with ("connection")."""
    return _table()["nouns"]


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in toml_table("presupposed.toml").items()}
