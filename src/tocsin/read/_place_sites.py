"""Sites without an entry of their own ("the gas plant near In Amenas") and places that no gazetteer holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tocsin.core.vocabulary import toml_table
from tocsin.read._gazetteer import nationality
from tocsin.read._place_headings import behind_bullets, heading_end
from tocsin.read._place_names import Names, is_name_word

BEFORE_PLACES = frozenset({"in", "at", "of", "on", "inside", "near", "outside", "by", "around"})
TO_PLACES = frozenset({"from", "to", "into"})
BEFORE_UNLISTED = frozenset({"near", "at", "outside", "in"})
LONGEST_UNLISTED = 3
LONGEST_SITE = 9
FARTHEST_HEAD = 3
SITE_PRECISION_M = 10_000
FEWEST_HEADINGS = 2
DESCRIBING = frozenset({"JJ", "NN", "NNP", "VBG", "VBN", "CD", "HYPH", "JJS"})
NAME_JOINTS = frozenset({"-", "–", "'", "’", "al", "el"})
MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})


@dataclass(frozen=True, slots=True)
class Unlisted:
    """Tokens `[start, end)` of a name that stands where only a place can ("the village of Xyz")."""

    start: int
    end: int


def site_of(doc: Doc, names: Names, name: TokenSpan) -> str | None:
    """Return the words of the site that belongs to a place name: "Gao airport", "the market in Gao"; else None."""
    root = name.root
    if root.dep_ in MODIFIERS and name.end <= root.head.i <= name.end + FARTHEST_HEAD and _is_site(root.head):
        return doc[name.start : root.head.i + 1].text
    noun = _site_before(doc, name)
    if noun is None or any(noun.i < c.start < name.start for c in names.candidates):
        return None
    start = max(noun.left_edge.i, noun.i + 1 - LONGEST_SITE)
    is_plain = noun.lower_ in _settlements() and noun.i - start < 2
    return None if is_plain else doc[start : noun.i + 1].text


def _site_before(doc: Doc, name: TokenSpan) -> Token | None:
    """Return the noun of "the airport in (northern) X", by the parse or by position."""
    at = name.start - 1
    while at > 0 and doc[at].lower_ in _table("direction_adjectives") | {"the"}:
        at -= 1
    if at > 0 and doc[at].lower_ in BEFORE_PLACES and _is_site(doc[at - 1]):
        return doc[at - 1]
    preposition = name.root.head
    if name.root.dep_ != "pobj" or preposition.lower_ not in BEFORE_PLACES or not _is_site(preposition.head):
        return None
    return preposition.head if preposition.head.i < name.start else None


def unlisted_names(names: Names, covered: list[bool], is_held: Callable[[int], bool]) -> list[Unlisted]:
    """Return the names in clear place context that no accepted candidate covers.

    `is_held` says whether the words behind a name that ends at a token tell a unit that it lies in.
    """
    words = names.words
    found = []
    for at in range(len(words.text)):
        if words.lower[at] not in _settlements():
            continue
        name = _run_from(names, at + 2) if words.at(at + 1) == "of" else _run_before(names, at)
        if name is None or any(covered[i] or names.taken[i] for i in range(name.start, name.end)):
            continue
        if _calendar().isdisjoint(words.lower[name.start : name.end]):  # "by Sunday community leaders"
            found.append(name)
    more_of_them = (
        _behind_prepositions(names, covered),
        _in_units(names, covered, is_held),
        _described(names, covered),
        _heading(names, covered),
        _of_sites(names, covered),
    )
    for more in more_of_them:
        known = {at for name in found for at in range(name.start, name.end)}
        found += [n for n in more if known.isdisjoint(range(n.start, n.end))]
    return [*found, *_again(names, covered, found)]


def _again(names: Names, covered: list[bool], found: list[Unlisted]) -> Iterator[Unlisted]:
    """Yield where a name found so is told again behind a word of place ("in Xyz")."""
    words = names.words
    if not found:
        return
    taken = {at for name in found for at in range(name.start, name.end)}
    told = {tuple(words.text[n.start : n.end]) for n in found}
    longest = max(map(len, told))
    for at in (i + 1 for i, word in enumerate(words.lower) if word in BEFORE_PLACES or word in TO_PLACES):
        for end in range(min(at + longest, len(words.text)), at, -1):
            free = not any(covered[i] or i in taken for i in range(at, end))
            if free and tuple(words.text[at:end]) in told:
                yield Unlisted(at, end)
                break


def _behind_prepositions(names: Names, covered: list[bool]) -> Iterator[Unlisted]:
    """Yield the names that are no others behind "near", "at" or "in" ("near Xyz", "the camp at Xyz")."""
    words = names.words
    for at in range(len(words.text) - 1):
        if words.lower[at] not in BEFORE_UNLISTED or words.tag[at] != "IN":
            continue
        name = _run_from(names, at + 1)
        if name is None or name.end - name.start > LONGEST_UNLISTED or not words.text[name.start][:1].isupper():
            continue
        followed = name.end < len(words.text) and words.tag[name.end].startswith(("NN", "POS"))
        if _is_free(names, covered, name) and not followed and not _is_named_otherwise(names, name):
            yield name


def _in_units(names: Names, covered: list[bool], is_held: Callable[[int], bool]) -> Iterator[Unlisted]:
    """Yield the names behind words of place that a unit told behind them holds ("the hills of Xyz in Abc district").

    Behind "from" it must be one word, for more are often somebody.
    """
    words = names.words
    for at in range(len(words.text) - 1):
        if words.lower[at] not in BEFORE_PLACES and words.lower[at] != "from":
            continue
        name = _run_from(names, at + 1 + (words.at(at + 1) == "the"))
        longest = 1 if words.lower[at] == "from" else LONGEST_UNLISTED
        if name is None or name.end - name.start > longest or not is_held(name.end):
            continue
        if _is_free(names, covered, name) and not _is_named_otherwise(names, name):
            yield name


def _described(names: Names, covered: list[bool]) -> Iterator[Unlisted]:
    """Yield the names said to be a settlement, or so far from somewhere ("Xyz, a fishing town", "Xyz, 20 km off")."""
    words = names.words
    for at in range(1, len(words.text) - 2):
        if words.text[at] != "," or not (_is_settlement(names, at + 1) or _is_distance(names, at + 1)):
            continue
        name = _run_to(names, at)
        if name is not None and _is_free(names, covered, name) and not _is_named_otherwise(names, name):
            yield name


def _is_settlement(names: Names, at: int) -> bool:
    """Return whether words that start at a token call something a settlement: "the old fishing town"."""
    words = names.words
    if words.lower[at] not in {"a", "an", "the"}:
        return False
    end = at + 1
    while end - at <= LONGEST_SITE and words.at(end) and words.tag[end] in DESCRIBING:
        if words.lower[end] in _table("settlement_words"):
            return not words.tag[end + 1].startswith("NN") if end + 1 < len(words.tag) else True
        end += 1
    return False


def _is_distance(names: Names, at: int) -> bool:
    """Return whether words that start at a token tell how far away something is: "some 20 km north of"."""
    words = names.words
    at += words.lower[at] in {"some", "about", "just", "nearly", "around"}
    return words.at(at)[:1].isdigit() and words.at(at + 1) in _distances()


def _heading(names: Names, covered: list[bool]) -> Iterator[Unlisted]:
    """Yield the names that head paragraphs of a report in which known places head others ("Xyz, 12 April: ...")."""
    words = names.words
    opens = [start for start, _ in words.bounds if words.opens_paragraph(start)]
    heads = [
        (at, end) for start in opens if (end := heading_end(words, at := behind_bullets(words, start))) is not None
    ]
    if sum(any(covered[at:end]) for at, end in heads) < FEWEST_HEADINGS:
        return
    for at, end in heads:
        for name in _runs(names, at, end):
            told = end - at > name.end - name.start + 1  # a word alone is a plain heading ("Casualties:")
            if told and _is_proper(names, name) and _is_free(names, covered, name):
                yield name


def _runs(names: Names, start: int, end: int) -> Iterator[Unlisted]:
    """Yield the names inside a heading."""
    while start < end:
        name = _run_from(names, start)
        if name is not None and name.end <= end and name.end - name.start <= LONGEST_UNLISTED:
            yield name
        start = name.end if name is not None else start + 1


def _is_proper(names: Names, name: Unlisted) -> bool:
    """Return whether all words of a name are tagged as such, and none tells a site, a unit or something else."""
    words = names.words
    plain = _table("sites") | _settlements() | _table("direction_adjectives")
    inside = range(name.start, name.end)
    proper = all(words.tag[i].startswith("NNP") or _joins(names, i) for i in inside)
    return proper and plain.isdisjoint(words.lower[i] for i in inside) and not _is_named_otherwise(names, name)


def _of_sites(names: Names, covered: list[bool]) -> Iterator[Unlisted]:
    """Yield the names of sites named after where they are ("at the Xyz plant") in sentences without a known place."""
    words, sites = names.words, _table("sites_of_places")
    for at in range(3, len(words.text)):
        if words.lemma[at] not in sites:
            continue
        name = _run_to(names, at)
        if name is None or words.at(name.start - 1) != "the" or words.at(name.start - 2) not in BEFORE_PLACES:
            continue
        start, end = words.bounds_of(at)
        if not any(covered[start:end]) and _is_proper(names, name) and _is_free(names, covered, name):
            yield name


def _run_to(names: Names, end: int) -> Unlisted | None:
    """Return the name that ends before a token."""
    start = end
    while start > 0 and (is_name_word(names.words, start - 1) or _joins(names, start - 1)):
        start -= 1
    found = start < end <= start + LONGEST_UNLISTED and is_name_word(names.words, start)
    return Unlisted(start, end) if found else None


def _is_free(names: Names, covered: list[bool], name: Unlisted) -> bool:
    inside = range(name.start, name.end)
    return not any(covered[i] or names.taken[i] or names.words.text[i].isupper() for i in inside)


def _is_named_otherwise(names: Names, name: Unlisted) -> bool:
    """Return whether the words of a name tell that it is an organisation, a time, or somebody."""
    words = names.words
    inside = set(words.lower[name.start : name.end])
    others = (_table("organisations"), _table("titles"), _table("not_places"), _calendar())
    of_people = any(nationality(words.text[i]) for i in range(name.start, name.end))
    return of_people or not all(map(inside.isdisjoint, others))


def _run_from(names: Names, start: int) -> Unlisted | None:
    end = start
    while end < len(names.words.text) and (is_name_word(names.words, end) or _joins(names, end)):
        end += 1
    return Unlisted(start, end) if end > start and is_name_word(names.words, end - 1) else None


def _run_before(names: Names, end: int) -> Unlisted | None:
    """Return the name in "in Xyz village"; it must follow a preposition."""
    start = end
    while start > 0 and (is_name_word(names.words, start - 1) or _joins(names, start - 1)):
        start -= 1
    before = names.words.at(start - 1)
    before = names.words.at(start - 2) if before == "the" else before
    is_taken = names.words.lemma[start - 1] in _table("conquest_verbs")
    stands = is_taken or before in BEFORE_PLACES or before in {"from", "to"}
    is_told = stands and start < end and is_name_word(names.words, start)
    is_nation = end - start == 1 and nationality(names.words.text[start]) is not None
    return Unlisted(start, end) if is_told and not is_nation else None


def _joins(names: Names, at: int) -> bool:
    return (
        names.words.lower[at] in NAME_JOINTS
        and at + 1 < len(names.words.text)
        and names.words.text[at + 1][:1].isupper()
    )


def _is_site(noun: Token) -> bool:
    return noun.tag_.startswith("NN") and noun.lemma_.lower() in _table("sites")


@cache
def _settlements() -> frozenset[str]:
    return _table("settlements") | _table("units") | _table("small_units")


@cache
def _distances() -> frozenset[str]:
    return frozenset(toml_table("places.toml")["distances"])


@cache
def _calendar() -> frozenset[str]:
    table = toml_table("times.toml")
    return frozenset({*table["months"], *table["weekdays"], *toml_table("feasts.toml")["words"]})


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(toml_table("places.toml")["words"][name])
