"""Which words of a page may be place names: matches of the gazetteer that are not a part of another name."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from tocsin.core.vocabulary import toml_table
from tocsin.read._gazetteer import Entry, Gazetteer, nationality
from tocsin.read._names import find_names
from tocsin.read._parse import Page
from tocsin.read._place_groups import areas_of
from tocsin.read._place_keys import ABBREVIATION
from tocsin.read._place_lookup import entries_of
from tocsin.read._publishers import country_of, homes_of
from tocsin.read._words import Words, read_words

Fit = Literal["free", "unit", "foreign", "organisation", "person"]
CONNECTORS = frozenset(
    {
        "of", "de", "du", "la", "le", "les", "des", "del", "da", "do", "dos", "el", "al", "and", "ul", "the", "sur",
        "upon", "am", "ad", "ar", "au", "aux", "das", "den", "der", "di", "e", "en", "es", "et", "i", "las", "los",
        "na", "wa", "y", "ye",
    }
)  # fmt: skip
ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "az", "an", "ad", "adh", "es", "ed", "ez", "er"})
HYPHENS = frozenset({"-", "–"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
INNER_MARKS = frozenset({"-", "–", "'", "’", "."})
FREE_BEFORE = ("direction_adjectives", "sites", "units", "settlements", "roles_after")
FREE_AFTER = ("sites", "roles_after", "titles", "direction_adjectives")
LONGEST_NAME = 6
DATELINE_TOKENS = 40
SHORTEST_CAPITALS = 3
DETERMINED = frozenset({"DT", "PRP$", "IN", "CC", "WRB", "WP", "PRP", "RB", "TO", "VBG", "UH", "WDT", "CD"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `[start, end)` that may name a place, what they may stand for, and how they sit among their neighbours.

    `locative` is true after words such as "in" or "town of", `unit_word` with a word of administration ("Gao
    province"), `initial` at the start of a sentence, `is_part` where the entries are those of a part of the name.
    """

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    fit: Fit
    locative: bool = False
    unit_word: bool = False
    initial: bool = False
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The candidates on a page, the nationalities named on it, and the tokens that belong to other names.

    `homes` are the places that its publisher may be named after, `publisher` is the country of its address; `areas` is
    where the armed groups that it names have mostly fought.
    """

    words: Words
    candidates: list[Candidate]
    nationalities: list[tuple[int, str]]
    taken: list[bool]
    homes: tuple[Entry, ...] = ()
    publisher: str | None = None
    areas: frozenset[str] = frozenset()

    def after(self, end: int, reach: int) -> Candidate | None:
        """Return the candidate that starts within `reach` tokens behind the token `end`."""
        at = bisect_left(self.candidates, end, key=_start)
        return next((c for c in self.candidates[at : at + 1] if c.start - end < reach), None)

    def before(self, start: int, reach: int) -> Candidate | None:
        """Return the candidate that ends within `reach` tokens before the token `start`."""
        at = bisect_left(self.candidates, start, key=_start) - 1
        return next((c for c in self.candidates[max(at, 0) : at + 1] if 0 <= start - c.end < reach), None)


def _start(candidate: Candidate) -> int:
    return candidate.start


@dataclass(frozen=True, slots=True)
class _Text:
    """A page's tokens beside the gazetteer they are looked up in. A tight hyphen has no blank beside it."""

    doc: Doc
    words: Words
    places: Gazetteer

    def is_tight(self, hyphen: int) -> bool:
        inside = 0 < hyphen < len(self.doc) - 1
        return inside and not self.doc[hyphen - 1].whitespace_ and not self.doc[hyphen].whitespace_


def with_given(names: Names, page: Page, places: Gazetteer, given: dict[tuple[int, int], str]) -> Names:
    """Return `names` with the words `given` by token range among them, which are known to be names of places."""
    text = _Text(page.doc, names.words, places)
    inside = {at for start, end in given for at in range(start, end)}
    told = [_given(text, tokens, name) for tokens, name in given.items()]
    free = [c for c in names.candidates if inside.isdisjoint(range(c.start, c.end))]
    return replace(names, candidates=sorted([*told, *free], key=_start))


def _given(text: _Text, tokens: tuple[int, int], name: str) -> Candidate:
    entries, is_part = entries_of(text.places, name)
    found = _candidate(text, Candidate(*tokens, name, entries, "free"))
    return replace(found, fit="free", is_part=is_part)


def place_names(page: Page, places: Gazetteer) -> Names:
    """Return the words of `page` that may be place names."""
    words = read_words(page)
    text = _Text(page.doc, words, places)
    taken = [False] * len(words.text)
    for start, (end, _) in find_names(words).spans.items():
        taken[start:end] = [True] * (end - start)
    candidates: list[Candidate] = []
    nationalities = []
    at = 0
    while at < len(words.text):
        code = nationality(words.text[at]) if words.text[at][:1].isupper() else None
        found = _longest(text, at) if _may_begin(words, at) else None
        if found is not None and any(taken[found.start : found.end]) and not _is_unit_in_a_name(words, found):
            found = None
        if found is None or (code is not None and found.end == at + 1 and not words.text[at].isupper()):
            if code is not None:
                nationalities.append((at, code))
            at += 1
            continue
        candidates.append(found)
        at = found.end
    publisher = page.document.publisher
    homes, country = homes_of(publisher, places), country_of(publisher)
    return Names(words, candidates, nationalities, taken, homes, country, areas_of(words))


def _is_unit_in_a_name(words: Words, found: Candidate) -> bool:
    """Return whether the name of an organisation holds that of a unit ("Police Station of Gao District")."""
    return words.at(found.end) in _words("second_units") and words.text[found.end][:1].isupper()


def is_name_word(words: Words, at: int) -> bool:
    """Return whether a token is capitalised and not the plain first word of a sentence."""
    if not 0 <= at < len(words.text) or not words.text[at][:1].isupper() or not words.text[at][:1].isalpha():
        return False
    if words.tag[at] in DETERMINED and words.lower[at] in _words("not_places"):
        return False
    return not (_is_initial(words, at) and not words.tag[at].startswith("NNP"))


def _may_begin(words: Words, at: int) -> bool:
    if words.text[at][:1].isupper():
        return True
    following = words.text[at + 1 : at + 3]
    if words.lower[at] in _words("direction_adjectives"):
        return following[:1] != [] and following[0][:1].isupper()
    if words.lower[at] not in ARTICLES or len(following) < 2:
        return False
    return following[0] in HYPHENS and following[1][:1].isupper()


def _longest(text: _Text, at: int) -> Candidate | None:
    words = text.words
    for end in range(_reach(words, at), at, -1):
        if not words.text[end - 1][:1].isupper() or (end > at + 1 and _is_plain_article(words, at)):
            continue
        short = f"{words.text[at]}."
        if end == at + 1 and words.at(end) == "." and ABBREVIATION.fullmatch(short) and text.places.find(short):
            return _candidate(text, Candidate(at, end + 1, short, text.places.find(short), "free"))
        name = text.doc[at:end].text
        entries = _entries(text, at, end, name)
        if entries:
            return _candidate(text, Candidate(at, end, name, entries, "free"))
    return None


def _is_plain_article(words: Words, at: int) -> bool:
    """Return whether a sentence opens with "An" or "As" as English words, not with an Arabic article."""
    return words.lower[at] in {"an", "as", "at", "ad"} and _is_initial(words, at) and words.at(at + 1) not in HYPHENS


def _reach(words: Words, at: int) -> int:
    """Return where the longest possible name that starts at a token ends: capitals, hyphens, small connecting words."""
    end, bound = at + 1, min(at + LONGEST_NAME + 2, words.bounds_of(at)[1])
    while end < bound:
        text = words.text[end]
        joined = words.lower[end] in CONNECTORS or words.text[end - 1] in HYPHENS  # "Stoke-on-Trent"
        if not (text[:1].isupper() or text in INNER_MARKS or joined):
            break
        end += 1
    return end


def _entries(text: _Text, at: int, end: int, name: str) -> tuple[Entry, ...]:
    first = at + (text.words.lower[at] == "the")
    if end == first + 1 and text.words.lower[first] in _words("not_places") and not name.isupper():
        return ()
    entries = text.places.find(name)
    if any(e.bare for e in entries):
        may_be, is_unit = _may_be_bare(text.words, at, end), _unit_follows(text.words, end)
        entries = tuple(e for e in entries if not e.bare or (may_be and (is_unit or e.population)))
    if name[:1].islower() and text.words.lower[at] in _words("direction_adjectives"):
        return tuple(e for e in entries if e.kind in {"region", "admin1"})
    if entries or not name.isupper() or len(name) < SHORTEST_CAPITALS:
        return entries
    return text.places.find_lower(name) if at < DATELINE_TOKENS or _in_capitals(text.words, at) else ()


def _may_be_bare(words: Words, at: int, end: int) -> bool:
    """Return whether a short name stands where it is one: "Orange and Kern counties", "Paris, TX"."""
    if words.text[at].isupper():
        return words.at(at - 1) == "," and words.text[at - 2][:1].isupper()
    if end > at + 1 and words.lower[at] in _directions():
        return True  # "West Gao" is a unit, and no part of the town of Gao
    owns = words.at(end) in POSSESSIVES  # "in Kern's support" tells whose it is
    return _unit_follows(words, end) or words.at(at - 1) in {"county", "co."} or (words.at(at - 1) == "in" and not owns)


def _unit_follows(words: Words, end: int) -> bool:
    """Return whether a word of administration follows a name, or several that share it ("Orange and Kern counties")."""
    end = before_district(words, end)
    if words.at(end) in _units():
        return True
    first = end
    while words.at(end) in {"and", ","} and end + 1 < len(words.text) and words.text[end + 1][:1].isupper():
        end += 2
    return end > first and words.at(end) in _words("shared_units")


def before_district(words: Words, end: int) -> int:
    """Return the token behind an adjective that only says what sort of district follows ("Gao police district")."""
    return end + (words.at(end) in _words("district_adjectives") and words.at(end + 1) == "district")


def _in_capitals(words: Words, at: int) -> bool:
    start, end = words.bounds_of(at)
    plain = [t for t in words.text[start:end] if t.isalpha()]
    return sum(t.isupper() for t in plain) > len(plain) / 2


def _candidate(text: _Text, found: Candidate) -> Candidate:
    words = text.words
    of_unit = words.at(found.start - 1) == "of" and words.at(found.start - 2) in _units()
    return replace(
        found,
        fit=_fit(text, found),
        locative=_is_locative(words, found.start),
        unit_word=of_unit or _unit_follows(words, found.end),
        initial=_is_initial(words, found.start),
    )


def _fit(text: _Text, found: Candidate) -> Fit:
    """Return how a match sits among its neighbours: free, or a part of a person, an organisation or another name."""
    sides = {_left(text, found.start), _right(text, found.end)}
    worst: tuple[Fit, ...] = ("person", "organisation", "foreign", "unit", "free")
    return next(fit for fit in worst if fit in sides)


def _left(text: _Text, start: int) -> Fit:
    words = text.words
    before = words.at(start - 1)
    if before in _words("titles"):
        return "free" if before in _words("roles_after") else "person"
    if before == "of" and words.at(start - 2) in _words("organisations_of") and words.text[start - 2][:1].isupper():
        return "organisation"
    if before in HYPHENS and text.is_tight(start - 1):
        joined = words.text[start - 2]
        return "free" if joined.islower() or text.places.find(joined) or nationality(joined) else "foreign"
    if not is_name_word(words, start - 1):
        return "free"
    if any(before in _words(kind) for kind in FREE_BEFORE) or before in calendar_words():
        return "free"
    if words.text[start - 1].isupper() and len(words.text[start - 1]) > 1 and not words.text[start].isupper():
        return "free"
    return "free" if nationality(words.text[start - 1]) else "foreign"


def _right(text: _Text, end: int) -> Fit:
    words, places = text.words, text.places
    after = words.at(end)
    if after in HYPHENS and text.is_tight(end):
        following = words.text[end + 1] if end + 1 < len(words.text) else ""
        return "free" if not following[:1].isupper() or places.find(following) else "foreign"
    if after in ARTICLES and words.text[end + 1 : end + 2] == ["-"] and words.text[end + 2][:1].isupper():
        return "foreign"  # "Ain" of "Ain al-Zohour"
    if words.at(before_district(words, end)) in _units():
        return "unit"
    if end >= len(words.text) or not words.text[end][:1].isupper() or not words.text[end][:1].isalpha():
        return "free"
    if after in _words("organisations") and after not in _words("sites"):
        return "organisation"
    if any(after in _words(kind) for kind in FREE_AFTER) or after in calendar_words() or nationality(words.text[end]):
        return "free"
    if words.tag[end] in DETERMINED or words.sentence[end] != words.sentence[end - 1]:
        return "free"
    return "free" if any(e.kind in {"country", "admin1"} for e in places.find(words.text[end])) else "foreign"


def _is_locative(words: Words, start: int) -> bool:
    at = start - 1
    while at >= 0 and (words.lower[at] in _words("direction_adjectives") or words.lower[at] in {"the", "both"}):
        at -= 1
    before = words.at(at)
    if before == "of":
        place = words.at(at - 1)
        kinds = ("settlements", "units", "shared_units", "sites")
        return place == "out" or any(place in _words(kind) for kind in kinds) or place in _directions()
    if before in {"for", "on", "against"}:
        return words.at(at - 1) in _words("conquest_nouns")
    return before in _words("locative") or (before in {"and", ","} and _after_a_place(words, at))


def _after_a_place(words: Words, at: int) -> bool:
    """Return whether a list goes on that a locative word opened ("in Gao, Kidal and Menaka")."""
    back = at - 1
    while back > max(at - 8, 0) and (words.text[back][:1].isupper() or words.lower[back] in {",", "and", "-"}):
        back -= 1
    return words.at(back) in _words("locative")


def _is_initial(words: Words, at: int) -> bool:
    first = words.bounds_of(at)[0]
    return all(not t[:1].isalnum() for t in words.text[first:at])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(toml_table("places.toml")["words"][name])


@cache
def _units() -> frozenset[str]:
    return _words("units") | _words("shared_units")


@cache
def _directions() -> frozenset[str]:
    return frozenset(toml_table("places.toml")["directions"])


@cache
def calendar_words() -> frozenset[str]:
    """Return the names of months and days of the week, in lower case."""
    table = toml_table("times.toml")
    return frozenset({*table["months"], *table["weekdays"]})
