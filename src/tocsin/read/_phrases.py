"""Noun phrases by part-of-speech tags: the parser's own are too often cut or merged where news packs its names."""

import re

from tocsin.read._names import Names
from tocsin.read._notes import note
from tocsin.read._words import Words

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"JJ", "JJR", "JJS", "CD", "VBN", "VBG", "AFX", "HYPH", "POS", "FW", "XX", "$"}
NAMES = frozenset({"NNP", "NNPS"})
OPENERS = frozenset({"DT", "PDT", "PRP$"})
ADJECTIVAL = frozenset({"VBN", "VBG"})
PRONOUNS = frozenset({"he", "she", "they", "it", "him", "them", "her"})
QUANTIFIERS = frozenset(
    {"one", "two", "three", "some", "many", "several", "most", "others", "another", "both", "few", "all", "neither"}
)
TIME_WORDS = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow",
        "tonight", "morning", "afternoon", "evening", "night", "noon", "midnight", "dawn", "dusk", "week", "month",
        "year", "day", "hour", "january", "february", "march", "april", "june", "july", "august", "september",
        "october", "november", "december", "weekend",
    }
)  # fmt: skip
SHORT_MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
TIMES_OF_DAY = frozenset({"nightfall", "daybreak", "dawn", "dusk", "noon", "midday", "midnight", "sunset", "sunrise"})
LEADS_TIME = frozenset({"by", "at", "in", "on", "before", "after", "about", "around", "until", "since", "from", "of"})
YEAR_OR_HOUR = re.compile(r"(?:19|20)\d\d|\d{1,2}[.:]\d\d")
TIME_ENDS = TIME_WORDS | {"minutes", "hours", "days", "weeks", "months", "years"}
ATTACHED = frozenset({"for", "from", "in", "at", "with", "near", "on", "behind", "to", "outside", "inside", "among"})
RELATIVES = frozenset({"who"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
LONGEST_RELATIVE = 12
DEGREES = frozenset({"least", "most", "more", "less", "fewer"})


@note
class Phrase:
    """A noun phrase `[start, end)`. `core_end` is where what hangs on the noun begins ("of", "who", "in").

    `noun` is the last noun of the core; `head` is the token that the parser takes for its head.
    """

    start: int
    core_end: int
    end: int
    noun: int
    head: int


def find_phrases(words: Words, names: Names) -> list[Phrase]:
    """Return all noun phrases in the order of the text; those inside "of" phrases are listed as well."""
    cores: list[tuple[int, int]] = []
    for start, end in words.bounds:
        at = start
        while at < end:
            stop = _core_end(words, names.tag, at, end)
            if stop > at:
                at = _past_time(words, at, stop)
                cores.extend(_apart(names.tag, at, stop))
            at = max(stop, at + 1)
    phrases: list[Phrase] = []
    for start, stop in reversed(cores):
        owner = next((i for i in range(stop - 1, start, -1) if names.tag[i] == "POS"), None)
        if owner is not None:
            phrases.append(_extend(words, names.tag, (start, owner), []))
        phrases.append(_extend(words, names.tag, (start, stop), phrases))
    return phrases[::-1]


def _core_end(words: Words, tag: list[str], start: int, limit: int) -> int:
    """Return the end of the core that starts at `start`; `start` where there is none."""
    if tag[start] in {"PRP", "PRP$"} and words.lower[start] in PRONOUNS and tag[start] == "PRP":
        return start + 1
    if words.lower[start] in QUANTIFIERS and words.at(start + 1) == "of":
        return start + 1
    if words.lower[start] in DEGREES:
        return start
    at = start
    while at < limit and tag[at] in OPENERS:
        at += 1
    while at < limit and _continues(words, tag, at, start):
        at += 1
        if words.lower[at - 1] in TIME_ENDS and tag[at - 1] != "POS" and (at >= limit or tag[at] != "POS"):
            return at
    while at > start and tag[at - 1] not in NOUNS:
        at -= 1
    return at


def is_short_month(word: str) -> bool:
    """Return whether `word` in lower case is a month cut short ("dec", "sept.")."""
    return word.rstrip(".") in SHORT_MONTHS


def _past_time(words: Words, start: int, stop: int) -> int:
    """Return where somebody begins behind a time: "in 1991 men", "on 28 May eight men", "by dusk troops"."""
    if stop - start < 2 or start == 0:
        return start
    first, second = words.lower[start], words.lower[start + 1]
    dated = stop - start > 2 and first.isdecimal() and (second in TIME_WORDS | {"may"} or is_short_month(second))
    if dated:
        return start + 2
    timed = first in TIMES_OF_DAY or YEAR_OR_HOUR.fullmatch(first) is not None
    return start + 1 if timed and words.lower[start - 1] in LEADS_TIME | TIME_WORDS else start


def _apart(tag: list[str], start: int, stop: int) -> list[tuple[int, int]]:
    """Return the core, or the two names that a hyphened participle parts ("the X-linked Y Front")."""
    joints = (i for i in range(start + 1, stop - 2) if tag[i] == "HYPH" and tag[i + 1] == "VBN")
    joint = next(joints, None)
    if joint is None or tag[joint - 1] not in NAMES or any(t not in NAMES for t in tag[joint + 2 : stop]):
        return [(start, stop)]
    return [(start, joint), (joint + 2, stop)]


def _continues(words: Words, tag: list[str], at: int, start: int) -> bool:
    """Return whether the token `at` goes on with the core that started at `start`."""
    kind = tag[at]
    if kind == "CC":
        return at > start and tag[at - 1] in {"JJ", "NN"} and tag[at + 1 : at + 3] in (["JJ", "NNS"], ["NN", "NNS"])
    if kind in ADJECTIVAL:
        return words.dep[at] in {"amod", "compound", "nmod"} and at + 1 < len(tag) and tag[at + 1] in INSIDE
    if kind == "RB":
        return at > start and at + 1 < len(tag) and tag[at + 1] in {"JJ", "VBN"} and tag[at - 1] in {"DT", "CD", "JJ"}
    if kind in {"CD", "JJ"} and at > start and tag[at - 1] == "NNS":
        return False
    if kind == "POS":
        return at > start and at + 1 < len(tag) and tag[at + 1] in INSIDE
    if kind == "DT":
        return at > start and tag[at - 1] == "POS"
    if words.text[at] == "-":  # a dash between spaces parts what a hyphen joins
        return at > start and kind in INSIDE | {":"} and not words.space[at - 1]
    return kind in INSIDE


def _extend(words: Words, tag: list[str], core: tuple[int, int], later: list[Phrase]) -> Phrase:
    """Return the phrase of `core` with the acronym, the "of" phrase and what the parser hangs on it."""
    start, stop = core
    noun = next((i for i in range(stop - 1, start - 1, -1) if tag[i] in NOUNS), stop - 1)
    tops = [i for i in range(start, stop) if not start <= words.head[i] < stop]
    head = noun if noun in tops or not tops else tops[0]
    end = stop
    if words.at(end) == "(" and words.at(end + 2) == ")":
        end += 3
    limit = words.bounds_of(start)[1]
    while end < limit:
        follower = _follower(words, core, end, later)
        if follower is None or follower.end <= end:
            break
        end = follower.end
    return Phrase(start=start, core_end=stop, end=_relative_end(words, core, end, limit), noun=noun, head=head)


def _follower(words: Words, core: tuple[int, int], end: int, later: list[Phrase]) -> Phrase | None:
    """Return the phrase that "of", or a preposition the parser hangs on the core, joins at `end`."""
    word, object_start = words.at(end), end + 1
    if word in {"close", "loyal", "familiar"} and words.at(end + 1) in {"to", "with"}:
        object_start = end + 2
    elif word != "of" and not (word in ATTACHED and core[0] <= words.head[end] < core[1]):
        return None
    found = next((p for p in reversed(later[-8:]) if p.start == object_start), None)
    is_time = found is not None and words.lower[found.noun] in TIME_WORDS
    return None if is_time else found


def _relative_end(words: Words, core: tuple[int, int], end: int, limit: int) -> int:
    """Return the end of a relative clause without comma ("a man who lives near the gate"), or `end`."""
    if words.at(end) not in RELATIVES or end >= limit or words.dep[end] == "mark":
        return end
    verb = words.head[end]
    if words.dep[verb] != "relcl" or not core[0] <= words.head[verb] < max(end, core[1]):
        return end
    stop = end
    limit = min(limit, end + LONGEST_RELATIVE)
    while stop < limit and words.text[stop] not in {",", ".", ";", ":", '"', "”", "“"} and _under(words, stop, verb):
        if stop > verb and words.tag[stop] in FINITE:
            break
        stop += 1
    return stop if stop > verb else end


def _under(words: Words, token: int, top: int) -> bool:
    for _ in range(12):
        if token == top:
            return True
        if words.head[token] == token:
            return False
        token = words.head[token]
    return False
