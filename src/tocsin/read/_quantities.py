"""Numbers that count people: how many at least, at best and at most, and who is counted."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from tocsin.core.values import Quantity
from tocsin.core.vocabulary import toml_table
from tocsin.read._columns import columns
from tocsin.read._counted import NOT_PEOPLE, Counted, counted, counted_by_article, counted_by_initials, is_many
from tocsin.read._hedges import Hedge, bounds, hedge_of
from tocsin.read._mentions import NumberMention
from tocsin.read._numerals import Numeral, between_at, numeral_at
from tocsin.read._parse import Page
from tocsin.read._people import is_attacker, is_person
from tocsin.read._tally import is_tally

ARTICLES = frozenset({"a", "an", "another"})
ANOTHER = "another"  # who is counted where the words only say that it is one more
SHARES = frozenset({"all", "half", "more", "most"})
NOT_VAGUE_AFTER = frozenset({"as", "how", "so", "too", "that", "quite"})
INCLUDING = frozenset({"including", "include", "includes", "included"})
AMONG = frozenset({"among", "amongst"})
BESIDES = frozenset({"else", "other", "more", "further", "additional"})
JOINTS = frozenset({"and", ",", "or", "as", "well"})
YEAR_CUES = frozenset(
    {"in", "since", "by", "of", "during", "until", "from", "early", "late", "before", "after", "year", "for"}
)
FRACTIONS = frozenset({"half", "most", "part", "third", "quarter", "majority", "thirds", "quarters"})
NEXT_TO_ONE = frozenset(
    {"was", "is", "dead", "wounded", "killed", "died", "injured", "had", "other", "has", "critically"}
)
CUE_REACH, CUE_REACH_BEFORE = 4, 6
CUE_DEPTH = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """A number on its way to a mention: tokens `[start, end)`, the noun, and whether it is part of another."""

    start: int
    end: int
    quantity: Quantity
    noun: int | None


def find_numbers(page: Page) -> list[NumberMention]:
    """Return the numbers on `page` that count people, in order, with the reading rules of the gold corpus."""
    doc = page.doc
    words = columns(doc).lower
    found: list[_Found] = []
    at = 0
    while at < len(words):
        number = _number_at(doc, words, at) if _may_start(words[at]) else None
        if number is None:
            at += 1
            continue
        found.append(number)
        at = max(number.end, at + 1)
    return [_mention(doc, number) for number in _with_parts(words, found)]


def _number_at(doc: Doc, words: list[str], at: int) -> _Found | None:
    if words[at] in _none_words():
        return _nobody(doc, words, at)
    numeral = between_at(words, at) if words[at] == "between" else numeral_at(words, at)
    if numeral is None and words[at] in SHARES:
        return _share(doc, words, at)
    if numeral is None:
        return _one(doc, at) if words[at] in ARTICLES else None
    if _is_something_else(doc, words, numeral) or _is_age(doc, numeral):
        return None
    return _people(doc, words, numeral)


def _people(doc: Doc, words: list[str], numeral: Numeral) -> _Found | None:
    hedge = hedge_of(words, numeral)
    whom = counted(doc, hedge.end)
    if whom is NOT_PEOPLE:
        whom = counted_by_initials(doc, hedge.end)
    if whom is NOT_PEOPLE or _is_year(doc, words, numeral, whom):
        return None
    if whom.noun is None and not whom.partitive and not _counts_people(doc, words, (numeral, hedge)):
        return None
    qualifier = numeral.phrase or hedge.words or ("between" if numeral.low != numeral.high else None)
    low, best, high = bounds(numeral, hedge.bound)
    quantity = _quantity(doc, (low, best, high), whom, qualifier)
    return _Found(hedge.start, max(whom.end, hedge.end), quantity, whom.noun)


def _quantity(
    doc: Doc, figures: tuple[int | None, int | None, int | None], whom: Counted, qualifier: str | None
) -> Quantity:
    low, best, high = figures
    side: Literal["attackers"] | None = (
        "attackers" if whom.noun is not None and is_attacker(doc[whom.noun].text) else None
    )
    return Quantity(
        low=low, best=best, high=high, qualifier=qualifier, group=whom.group, side=side, part=whom.partitive
    )


def _one(doc: Doc, at: int) -> _Found | None:
    """Return the person or the couple that an indefinite article counts."""
    whom = counted_by_article(doc, at + 1)
    if whom is NOT_PEOPLE and (end := _one_more(doc, at)) is not None and _has_cue_beside(doc, at, end):
        return _Found(at, end, Quantity(low=1, best=1, high=1, group=ANOTHER), None)
    if whom is NOT_PEOPLE or _is_counted_after(doc, whom.end):
        return None
    number = 2 if whom.noun is not None and doc[whom.noun].lower_ in _pairs() else 1
    return _Found(at, whom.end, _quantity(doc, (number, number, number), whom, None), whom.noun)


def _one_more(doc: Doc, at: int) -> int | None:
    """Return where "another", or "a fourth", ends; None where neither stands at `at`."""
    if doc[at].lower_ == "another":
        return at + 1
    return at + 2 if at + 1 < len(doc) and doc[at + 1].lower_ in _ordinals() else None


def _is_counted_after(doc: Doc, end: int) -> bool:
    """Return whether the number of a group follows its noun ("a family of five")."""
    words = [t.lower_ for t in doc[end : end + 4]]
    return words[:1] == ["of"] and len(words) > 1 and numeral_at(words, 1) is not None and words[1] not in ARTICLES


def _nobody(doc: Doc, words: list[str], at: int) -> _Found | None:
    """Return zero for "no one", "nobody", "none of the hostages", "no casualties"."""
    if (words[at + 1 : at + 2] or [""])[0] in BESIDES or words[at + 1 : at + 3] == ["one", "else"]:
        return None
    if words[at] in {"nobody", "none"}:
        whom = counted(doc, at + 1) if words[at + 1 : at + 2] == ["of"] else Counted(None, None, at + 1)
    elif words[at + 1 : at + 2] == ["one"]:
        whom = Counted(None, None, at + 2)
    else:
        whom = counted(doc, at + 1)
        if whom.noun is None:
            return None
    if whom is NOT_PEOPLE or (whom.noun is None and not _has_cue(doc, at, whom.end)):
        return None
    quantity = _quantity(doc, (0, 0, 0), Counted(whom.noun, whom.group, whom.end), words[at])
    return _Found(at, whom.end, quantity, whom.noun)


def _share(doc: Doc, words: list[str], at: int) -> _Found | None:
    """Return what "all but two of the 17 hostages" or "half of the 120 passengers" counts."""
    if words[at] == "all":
        return _all(doc, words, at)
    of = next((i for i in range(at, min(at + 5, len(words))) if words[i] == "of"), None)
    if of is None or words[of - 1] not in FRACTIONS:
        return None
    whom = _whole(doc, words, of)
    if whom is None:
        return None
    quantity = _quantity(doc, (None, None, None), whom[1], " ".join(words[at : of + 1]))
    return _Found(at, whom[1].end, quantity, whom[1].noun)


def _all(doc: Doc, words: list[str], at: int) -> _Found | None:
    excepted = numeral_at(words, at + 2) if words[at + 1 : at + 2] == ["but"] and at + 2 < len(words) else None
    if excepted is None or excepted.low is None or words[excepted.end : excepted.end + 1] != ["of"]:
        return None
    whole = _whole(doc, words, excepted.end)
    if whole is None or whole[0] is None or whole[0] < excepted.low:
        return None
    left = whole[0] - excepted.low
    quantity = _quantity(doc, (left, left, left), whole[1], " ".join(words[at : excepted.end]))
    return _Found(at, whole[1].end, quantity, whole[1].noun)


def _whole(doc: Doc, words: list[str], of: int) -> tuple[int | None, Counted] | None:
    """Return size and noun of the whole behind "of": "of the 17 hostages"."""
    at = of + 1 + (words[of + 1 : of + 2] != [] and words[of + 1] in {"the", "its", "their", "these", "those"})
    numeral = numeral_at(words, at) if at < len(words) else None
    whom = counted(doc, numeral.end if numeral else at)
    return ((numeral.low if numeral else None), whom) if whom.noun is not None else None


def _is_something_else(doc: Doc, words: list[str], numeral: Numeral) -> bool:
    """Return whether the number is a date, an age, an amount, a measure or a part of a name."""
    before = words[numeral.start - 1] if numeral.start else ""
    after = words[numeral.end] if numeral.end < len(words) else ""
    if numeral.phrase is not None and before in NOT_VAGUE_AFTER:
        return True
    if before in _labels() or before in _months() or before.endswith(("$", "€", "£")):
        return True
    if after in _measures() or (after in _months() and after != "may"):
        return True
    if after == "may" and doc[numeral.end].tag_ == "NNP":
        return True
    if _is_joined(doc, numeral.start - 1) or _is_joined(doc, numeral.end):
        return True
    age = before in {",", "("} and after in {",", ")", "."} and doc[max(numeral.start - 2, 0)].tag_ == "NNP"
    return age or (after in {"hundred", "thousand"} and numeral.phrase is None)


def _is_age(doc: Doc, numeral: Numeral) -> bool:
    """Return whether the number is how old the one before "of" is ("a boy of three"); "a family of five" are five."""
    if numeral.start < 2 or doc[numeral.start - 1].lower_ != "of":
        return False
    one = doc[numeral.start - 2]
    follows = next((t.tag_ for t in doc[numeral.end : numeral.end + 2] if t.tag_ != "JJ"), "")
    return one.tag_ == "NN" and is_person(one.text) and not is_many(one.text) and follows not in {"NN", "NNS"}


def _is_joined(doc: Doc, at: int) -> bool:
    """Return whether a hyphen or slash without blanks ties the number to a word ("AK-47", "23-year-old")."""
    if not 0 < at < len(doc) or doc[at].text not in {"-", "–", "/", ":"}:
        return False
    return not doc[at - 1].whitespace_ and not doc[at].whitespace_


def _is_year(doc: Doc, words: list[str], numeral: Numeral, whom: Counted) -> bool:
    text = doc[numeral.start].text
    if numeral.end - numeral.start != 1 or len(text) != 4 or not text.isdigit() or not 1900 <= int(text) <= 2100:
        return False
    return whom.noun is None or (numeral.start > 0 and words[numeral.start - 1] in YEAR_CUES)


def _counts_people(doc: Doc, words: list[str], found: tuple[Numeral, Hedge]) -> bool:
    """Return whether a number without a noun counts people: a word of killing, freeing and the like is by it."""
    numeral, hedge = found
    if numeral.low == 1 and numeral.high == 1:
        nearby = [t.lemma_.lower() for t in doc[max(numeral.start - 1, 0) : numeral.start]]
        return (words[numeral.end : numeral.end + 1] or [""])[0] in NEXT_TO_ONE or bool(set(nearby) & _cues())
    follows = doc[numeral.end] if numeral.end < len(doc) else None
    if follows is not None and follows.tag_ in {"NN", "NNS", "NNP", "NNPS"} and not is_person(follows.text):
        return False
    return is_tally(doc, hedge.start) or _has_cue(doc, numeral.start, numeral.end)


def _has_cue_beside(doc: Doc, at: int, end: int) -> bool:
    """Return whether a word of what happened to people stands next to a lone "another" ("and another wounded")."""
    beside = [*doc[max(at - 1, 0) : at], *doc[end : end + 2]]
    return any(t.lemma_.lower() in _cues() or t.lower_ in _cues() for t in beside)


def _has_cue(doc: Doc, start: int, end: int) -> bool:
    near = doc[max(start - CUE_REACH_BEFORE, 0) : min(end + CUE_REACH, len(doc))]
    if any(t.lemma_.lower() in _cues() or t.lower_ in _cues() for t in near):
        return True
    above = doc[end - 1]
    for _ in range(CUE_DEPTH):
        above = above.head
        if above.lemma_.lower() in _cues():
            return True
    return False


def _with_parts(words: list[str], found: list[_Found]) -> list[_Found]:
    """Return `found` with `part` set on figures that are counted within another."""
    marked: list[_Found] = []
    for number in found:
        before = marked[-1] if marked else None
        listed = before is not None and before.quantity.part and _is_listed(words, before, number)
        is_part = number.quantity.part or listed or _is_introduced(words, number)
        marked.append(_as_part(number) if is_part else number)
    return marked


def _as_part(number: _Found) -> _Found:
    return replace(number, quantity=replace(number.quantity, part=True))


def _is_listed(words: list[str], before: _Found, number: _Found) -> bool:
    return all(w in JOINTS for w in words[before.end : number.start]) and number.start - before.end <= 3


def _is_introduced(words: list[str], number: _Found) -> bool:
    """Return whether "including", "among them (were)" or "of whom" stands before the number."""
    left = words[max(number.start - 4, 0) : number.start]
    if left[-1:] and left[-1] in INCLUDING:
        return True
    if left[-1:] and left[-1] in {"were", "was", "being", "are"}:
        left = left[:-1]
    return len(left) >= 2 and left[-2] in AMONG | {"of"} and left[-1] in {"them", "whom"}


def _mention(doc: Doc, number: _Found) -> NumberMention:
    return NumberMention(tokens=doc[number.start : number.end], quantity=number.quantity, noun=number.noun)


def _may_start(word: str) -> bool:
    return word[0].isdigit() or word in _starters()


@cache
def _starters() -> frozenset[str]:
    table = toml_table("numbers.toml")
    phrases = {p.split()[0] for p in [*table["vague"]["words"], *table["phrases"]]}
    return frozenset({*table["units"], *table["tens"], *phrases, *ARTICLES, *SHARES, *_none_words(), "between"})


@cache
def _ordinals() -> frozenset[str]:
    """Return the ordinals that count one more: not "first"."""
    return frozenset(toml_table("numbers.toml")["one_more"]["words"])


@cache
def _pairs() -> frozenset[str]:
    return frozenset(toml_table("people.toml")["pairs"])


@cache
def _none_words() -> frozenset[str]:
    return frozenset({"no", "nobody", "none"})


@cache
def _labels() -> frozenset[str]:
    table = toml_table("numbers.toml")
    return frozenset({*table["labels"]["words"], *table["units_of_measure"]["currencies"]})


@cache
def _measures() -> frozenset[str]:
    return frozenset(toml_table("numbers.toml")["units_of_measure"]["words"])


@cache
def _months() -> frozenset[str]:
    return frozenset(toml_table("times.toml")["months"])


@cache
def _cues() -> frozenset[str]:
    return frozenset(toml_table("people.toml")["bare"]["cues"])
