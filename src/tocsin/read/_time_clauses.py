"""Whether a time that the parse has hung on an act, or above it, is that of the act by its own clause."""

from itertools import takewhile

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.read._grammar import ancestors, is_below
from tocsin.read._people import is_person
from tocsin.read._predicates import Trigger
from tocsin.read._recalled import is_pluperfect

NAMES = frozenset({"NNP", "NNPS"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
POSSESSIVE = "POS"
WHO = frozenset({"WP"})
SEMICOLON = ";"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_time_of(time: TokenSpan, trigger: Trigger) -> bool:
    """Return whether a time may be that of an act: it dates no noun beside it and stands in no clause apart from it."""
    head = time.doc[trigger.head]
    if _is_of_another_noun(time, trigger) or _is_of_a_relative(time.root, trigger, head):
        return False
    return not is_cut_off(time, head) and not _had_been_before(time.root, head)


def tells_who(time: Token, head: Token) -> bool:
    """Return whether a time belongs to a clause that says who somebody is: "a man who had given up in 2006"."""
    for above in (time, *ancestors(time)):
        if above.i == head.i:
            return False
        if above.dep_ in {"relcl", "acl"} and above.pos_ in {"VERB", "AUX"} and not above.is_ancestor(head):
            return above.head.tag_ in NAMES or is_person(above.head.text)
    return False


def _is_of_another_noun(time: TokenSpan, trigger: Trigger) -> bool:
    """Return whether a time dates what stands behind it, to which the act was done: "conceded Sunday's run-off"."""
    following = time.doc[time.end : time.end + 1]
    if not any(t.tag_ == POSSESSIVE for t in following):
        return False
    owned = time.root.head if time.root.dep_ == "poss" else time.root
    return owned.i not in trigger.words and not (owned.dep_ in SUBJECTS and owned.head.i in trigger.words)


def _is_of_a_relative(time: Token, trigger: Trigger, head: Token) -> bool:
    """Return whether a time belongs to a clause on another noun: "arrived in the town that was lost on Sunday"."""
    for above in (time, *ancestors(time)):
        if above.i in trigger.words or above.is_ancestor(head):
            return False
        if above.dep_ == "relcl":
            return above.head.i not in trigger.words and above.head.dep_ not in SUBJECTS
    return False


def _had_been_before(time: Token, head: Token) -> bool:
    """Return whether an act says who somebody is by what he had done: "on Sunday they met a man who had shot ..."."""
    if head.dep_ != "relcl" or not is_pluperfect(head) or is_below(time, head):
        return False
    return any(c.tag_ in WHO for c in head.children)


def is_cut_off(time: TokenSpan, head: Token) -> bool:
    """Return whether a semicolon parts a time from an act, and what stands on its side has a verb of its own.

    A verb left out is that of the act: "one raid, on Sunday, left 20 dead; another, on Monday, two".
    """
    first, last = sorted((time.root.i, head.i))
    if all(t.text != SEMICOLON for t in time.doc[first:last]):
        return False
    before, after = time.doc[head.sent.start : time.start], time.doc[time.end : head.sent.end]
    side = (*takewhile(_is_no_cut, reversed(before)), *takewhile(_is_no_cut, after))
    return any(t.tag_ in FINITE for t in side)


def _is_no_cut(token: Token) -> bool:
    return token.text != SEMICOLON
