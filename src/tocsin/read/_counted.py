"""Whom a number counts: the noun behind it, and whether it is a part of another number."""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from tocsin.core.vocabulary import toml_table
from tocsin.read._columns import columns
from tocsin.read._grammar import next_word
from tocsin.read._people import is_person

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "RB"}
INSIDE_ARTICLE = INSIDE | {"CD"}
PLURALS = frozenset({"NNS", "NNPS"})
WHOLE = frozenset({"them", "whom", "those", "these", "us", "which", "you"})
DETERMINERS = frozenset({"the", "those", "these", "his", "her", "their", "its", "our", "this"})
SKIPPED = frozenset({"more", "other", "additional", "further"})
OPENING_QUOTES = frozenset({"'", "‘", "`", '"', "“"})  # "a 'field commander' was killed"
LONGEST_PHRASE = 8
INITIALS = re.compile(r"[A-Z]{2,5}s")


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a number counts, the group as worded, where the phrase ends, and whether it is "12 of the ..."."""

    noun: int | None
    group: str | None
    end: int
    partitive: bool = False


NOT_PEOPLE = Counted(None, None, -1)


def counted(doc: Doc, end: int) -> Counted:
    """Return whom a number that ends before token `end` counts; `NOT_PEOPLE` where its noun stands for things."""
    words = [t.lower_ for t in doc[end : end + 3]]
    if words[:1] != ["of"]:
        return _phrase(doc, end, INSIDE)
    if len(words) > 1 and words[1] in WHOLE:
        return Counted(None, None, end + 2, partitive=True)
    definite = len(words) > 1 and words[1] in DETERMINERS
    found = _phrase(doc, end + 1 + definite, INSIDE_ARTICLE)
    if found.noun is None:
        return NOT_PEOPLE
    return Counted(found.noun, found.group, found.end, partitive=definite)


def counted_by_article(doc: Doc, end: int) -> Counted:
    """Return the one person that an article before token `end` counts ("a soldier")."""
    found = _phrase(doc, end, INSIDE_ARTICLE)
    one = found.noun is not None and (doc[found.noun].tag_ in {"NN", "NNP"} or doc[found.noun].lower_ in _of_one())
    if found.noun is None or not one or doc[found.noun].lower_ in _of_many() or _names_a_role(doc[found.noun]):
        return NOT_PEOPLE
    return found


def counted_by_initials(doc: Doc, end: int) -> Counted:
    """Return whom initials in the plural stand for that are people by what happens to them ("two MPs were shot")."""
    if end >= len(doc) or INITIALS.fullmatch(doc[end].text) is None:
        return NOT_PEOPLE
    noun, verbs = doc[end], _fates_of_people()
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ not in {"nsubjpass", "dobj"} or noun.head.lemma_.lower() not in verbs:
        return NOT_PEOPLE
    return Counted(end, doc[end].text, end + 1)


def _names_a_role(noun: Token) -> bool:
    """Return whether the noun only says what somebody is ("he was a soldier", "Ali, a teacher", "as a guard").

    Of "a teacher and a member of the council" behind a name both do; behind those counted in a list ("Six soldiers, two
    guards and a farmer were killed") nobody does.
    """
    while noun.dep_ == "conj" and noun.head.dep_ in {"appos", "conj"} and not _is_set_off(noun):
        noun = noun.head
    if noun.dep_ == "appos" and _is_listed(noun):
        return False
    return noun.dep_ in {"attr", "appos", "oprd"} or (noun.dep_ == "pobj" and noun.head.lower_ == "as")


def _is_listed(noun: Token) -> bool:
    """Return whether `noun` stands in a list of people counted one by one, which the parser took for an apposition."""
    if any(c.dep_ == "nummod" for c in noun.children):
        return True
    joined = [c for c in noun.children if c.dep_ == "conj"]
    counted_too = any(g.dep_ == "nummod" for c in joined for g in c.children)
    return counted_too and noun.head.tag_ not in {"NNP", "NNPS"}


def _is_set_off(noun: Token) -> bool:
    """Return whether a comma stands before the "and" that joins `noun` to those before."""
    start = noun.left_edge.i
    joined = start > 1 and noun.doc[start - 1].lower_ == "and"
    return not joined or noun.doc[start - 2].text == ","


def _phrase(doc: Doc, start: int, inside: frozenset[str]) -> Counted:
    """Return the person noun at the end of the noun phrase that starts at `start`; a bare number has none."""
    last = None
    for i in range(start, min(start + LONGEST_PHRASE, len(doc))):
        tag = doc[i].tag_
        if (last is not None and _is_in_brackets(doc, i)) or (i == start and doc[i].text in OPENING_QUOTES):
            continue
        if tag not in inside and not _joins_adjectives(doc, i):
            break
        if tag in NOUNS or _adjective_for_people(doc, i):
            if last is not None and _is_closed(doc[last], doc[i]):
                break
            last = i
    if last is None or doc[last].lower_ in _others():
        return _bare(doc, start)
    if not is_person(doc[last].text):
        return NOT_PEOPLE
    first = next((i for i in range(start, last) if doc[i].lower_ not in SKIPPED), last)
    return Counted(last, doc[first : last + 1].text, last + 1)


def _is_in_brackets(doc: Doc, i: int) -> bool:
    """Return whether a token belongs to an acronym in brackets inside a phrase ("a People's Party (PP) activist")."""
    words = columns(doc).text
    around = words[max(i - 2, 0) : i + 3]
    return "(" in around and ")" in around and (words[i] in {"(", ")"} or words[i].isupper())


def _is_closed(last: Token, following: Token) -> bool:
    """Return whether a plural person noun ends its phrase here ("12 soldiers Sunday", but "12 police officers")."""
    if last.tag_ == "NN" and following.tag_ == "NNP" and is_person(last.text):
        return True  # a name follows: "a boy Musa Keita"
    if last.tag_ not in PLURALS or not is_person(last.text) or next_word(last) in {"'s", "’s", "'", "’"}:
        return False
    return not (last.i + 1 == following.i and is_person(following.text))


def _joins_adjectives(doc: Doc, i: int) -> bool:
    """Return whether a comma or "and" stands between two adjectives of one phrase ("12 Malian and French soldiers")."""
    if doc[i].lower_ not in {",", "and", "or"} or not 0 < i < len(doc) - 1:
        return False
    return doc[i - 1].tag_ == "JJ" and doc[i + 1].tag_ in {"JJ", "NN"}


def _adjective_for_people(doc: Doc, i: int) -> bool:
    """Return whether a nationality adjective stands for people ("three French were killed")."""
    follows = doc[i + 1].tag_ if i + 1 < len(doc) else ""
    return doc[i].tag_ == "JJ" and doc[i].text[:1].isupper() and is_person(doc[i].text) and follows not in INSIDE


def _bare(doc: Doc, start: int) -> Counted:
    if start < len(doc) and doc[start].lower_ in _others():
        group = doc[start].text if doc[start].lower_ == "others" else None
        return Counted(start if group else None, group, start + 1)
    return Counted(None, None, start)


def is_many(noun: str) -> bool:
    """Return whether `noun`, in the singular, stands for several people ("a crew")."""
    return noun.lower() in _of_many()


@cache
def _of_many() -> frozenset[str]:
    """Return nouns for several people that an article does not count ("a family")."""
    return frozenset(toml_table("people.toml")["plural_only"]) - _of_one() - {"youth"}


@cache
def _of_one() -> frozenset[str]:
    """Return plurals that some write for one ("a police personnel")."""
    return frozenset(toml_table("fates.toml")["of_one"]["words"])


@cache
def _others() -> frozenset[str]:
    return frozenset(toml_table("people.toml")["others"])


@cache
def _fates_of_people() -> frozenset[str]:
    """Return the verbs of which only people are the object."""
    return frozenset(toml_table("people.toml")["bare"]["of_people"])
