"""Texts written in capitals throughout, or without any, given the case that an ordinary report would have."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from tocsin.core.vocabulary import csv_rows, toml_table

MOSTLY_CAPITALS = 0.9
HARDLY_ANY_CAPITALS = 0.005
SHORTEST = 20
KNOWN_WORDS = 50_000
TAGGING = ("tok2vec", "tagger")
NAME_TAGS = frozenset({"NNP", "NNPS", "NN", "JJ", "FW"})
ENDINGS = ("s", "ed", "ing", "ly")
LONGEST_ACRONYM = 8
LONGEST_NAME = 10
SHORTEST_NAME = 2
WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
STARTS = re.compile(r"(?:\A|(?<=[.!?])[\"'”’)\]]*\s+|\n\s*\n|:\s+(?=[\"“]))[\s\"“‘'(\[]*")
INITIALS = re.compile(r"\b(?:[a-z]\.){2,}|\b[a-z]\.(?=\s*[a-z])|\bi\b")
ABBREVIATED = re.compile(r"(?:\b[^\W\d_]|\b(\w{1,6}))\.$")
DEFINED = re.compile(r"\(\s*([a-z]{2,8})\s*\)")
EXPLAINED = re.compile(r"\b([a-z]{2,8}) \(([a-z' \-]{8,90})\)")
VOWELS = frozenset("aeiouy")


def is_uncased(text: str) -> bool:
    """Return whether the letters of `text` are nearly all capitals, or nearly none of them is.

    >>> is_uncased("GUNMEN ATTACKED A MARKET IN GAO."), is_uncased("Gunmen attacked a market in Gao.")
    (True, False)
    """
    upper = sum(map(str.isupper, text))
    letters = upper + sum(map(str.islower, text))
    return letters >= SHORTEST and not HARDLY_ANY_CAPITALS <= upper / letters <= MOSTLY_CAPITALS


def recased(text: str, nlp: Language) -> str:
    """Return `text`, letter for letter of the same length, with capitals at sentence starts and in names.

    A text with ordinary case is returned as it is. What the tagger of `nlp` takes for a name even in lower case is one;
    further names are told by vocabularies, by acronyms with their long form, and by being no word that the lemmatizer
    of `nlp` knows.
    """
    if not is_uncased(text):
        return text
    lower = "".join(_same_length(c, c.lower()) for c in text)
    with nlp.select_pipes(enable=[name for name in TAGGING if name in nlp.component_names]):
        doc = nlp(lower)
    letters = list(lower)
    for start, end, whole in _capitals(lower, doc, nlp):
        for i in range(start, end if whole else start + 1):
            letters[i] = _same_length(letters[i], letters[i].upper())
    return "".join(letters)


def _same_length(old: str, new: str) -> str:
    return new if len(new) == 1 else old


def _capitals(lower: str, doc: Doc, nlp: Language) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, whole) of each word that takes a capital, `whole` for one in capitals throughout."""
    acronyms = _acronyms(lower, doc, nlp)
    names = {t.text for t in doc if t.text.isalpha() and _is_name(t.text, t.tag_, nlp)}
    tagged = {t.idx for t in doc if t.tag_.startswith("NNP")}
    words = [(m.start(), m.end(), m.group()) for m in WORD.finditer(lower)]
    capital = [_takes_capital(w, names) or (start in tagged and w not in STOP_WORDS) for start, _, w in words]
    _spread(words, capital, lower)
    for (start, end, word), is_name in zip(words, capital, strict=True):
        if word in acronyms:
            yield start, end, True
        elif is_name:
            yield start, end, False
    yield from ((start, end, False) for start, end in _in_long_forms(lower, acronyms))
    yield from _known_names(lower, nlp)
    yield from ((m.start(), m.end(), True) for m in INITIALS.finditer(lower))
    yield from ((at, at + 1, False) for at in _sentence_starts(lower))


def _known_names(lower: str, nlp: Language) -> Iterator[tuple[int, int, bool]]:
    """Yield the words of known names of groups and organisations; one word alone only if no other word is like it."""
    pattern, acronyms = _names_pattern()
    small = frozenset(toml_table("casing.toml")["small"])
    for name in pattern.finditer(lower):
        if " " not in name.group() and is_known(name.group(), nlp):
            continue
        for m in WORD.finditer(lower, name.start(), name.end()):
            if m.group() not in small:
                yield m.start(), m.end(), m.group() in acronyms


@cache
def _names_pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return a pattern of the known names in lower case, and those of their words that are acronyms."""
    table = toml_table("actors.toml")
    names = [n for section in ("armed", "media", "organisation_names") for n in table[section]["names"]]
    words = {w for n in names for w in n.split() if w.isupper() and len(w) > 1}
    longest_first = sorted({n.lower() for n in names if len(n) > SHORTEST_NAME}, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
    return pattern, frozenset(w.lower() for w in words)


def _takes_capital(word: str, names: set[str]) -> bool:
    bare = re.sub("['’]s?$", "", word)
    return bare in names or bare in capitalised_words() or bare.removesuffix("s") in capitalised_words()


@cache
def capitalised_words() -> frozenset[str]:
    """Return single words that are always written with a capital: countries, nationalities, days and months."""
    table = toml_table("casing.toml")
    demonyms = {w.lower() for row in csv_rows("demonyms.csv") for w in row["words"].split("|")}
    countries = {row["name"].lower() for row in csv_rows("countries.csv") if row["name"].isalpha()}
    return frozenset((demonyms | countries | set(table["calendar"])) - set(table["ordinary"]))


def _is_name(word: str, tag: str, nlp: Language) -> bool:
    likely = tag in NAME_TAGS or not word.endswith(ENDINGS)
    return likely and len(word) > 2 and not is_known(word, nlp)


@lru_cache(KNOWN_WORDS)
def is_known(word: str, nlp: Language) -> bool:
    """Return whether the lemmatizer's lists hold `word`, in lower case, a base form, or the rest after a prefix."""
    table = toml_table("casing.toml")
    if word in STOP_WORDS or any(word in table[k] for k in ("small", "qualifiers", "heads", "titles")):
        return True
    if any(form in _lexicon(nlp) for form in (word, *_base_forms(word, nlp))):
        return True
    rests = (word.removeprefix(p) for p in table["prefixes"] if word.startswith(p))
    return any(len(rest) > 3 and is_known(rest, nlp) for rest in rests)


@cache
def _lexicon(nlp: Language) -> frozenset[str]:
    lemmatizer = nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    tables = (lemmatizer.lookups.get_table(name) for name in ("lemma_index", "lemma_exc"))
    return frozenset(word for table in tables for words in table.values() for word in words)


def _base_forms(word: str, nlp: Language) -> Iterator[str]:
    lemmatizer = nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    for rules in lemmatizer.lookups.get_table("lemma_rules").values():
        yield from (word.removesuffix(old) + new for old, new in rules if old and word.endswith(old))


def _spread(words: list[tuple[int, int, str]], capital: list[bool], lower: str) -> None:
    """Mark titles before names, and the heads and qualifiers that make one name of several words."""
    table = toml_table("casing.toml")
    titles, qualifiers, heads, also = (frozenset(table[k]) for k in ("titles", "qualifiers", "heads", "also_names"))
    for i in range(len(words) - 2, -1, -1):
        before, after = words[i][2] in titles | also, words[i + 1][2] in also
        if ((before and capital[i + 1]) or (after and capital[i])) and _adjoin(words, i, lower):
            capital[i] = capital[i + 1] = True
    for i in range(1, len(words)):
        if words[i][2] in heads and _adjoin(words, i - 1, lower):
            start = i
            while start > 0 and words[start - 1][2] in qualifiers | heads and _adjoin(words, start - 1, lower):
                start -= 1
            if start < i or capital[i - 1]:
                capital[start : i + 1] = [True] * (i + 1 - start)


def _adjoin(words: list[tuple[int, int, str]], i: int, lower: str) -> bool:
    between = lower[words[i][1] : words[i + 1][0]]
    return between.strip() in {"", "."} and "\n\n" not in between


def _acronyms(lower: str, doc: Doc, nlp: Language) -> frozenset[str]:
    """Return the words that are initials: alone in brackets, explained by a bracket, or without a vowel."""
    alone = {
        m.group(1) for m in DEFINED.finditer(lower) if _start_of_long_form(lower, m.start(), m.group(1)) is not None
    }
    before = {m.group(1) for m in EXPLAINED.finditer(lower) if _fits(m.group(1), WORD.findall(m.group(2)))}
    short = {
        t.text for t in doc if 2 <= len(t.text) <= LONGEST_ACRONYM and t.text.isalpha() and not VOWELS & set(t.text)
    }
    return frozenset(alone | before | {w for w in short if not is_known(w, nlp)} - _abbreviations())


def _long_forms(lower: str, acronyms: frozenset[str]) -> list[tuple[int, int]]:
    """Return the places of the long forms of acronyms, wherever they stand in the text."""
    phrases = set[str]()
    for m in DEFINED.finditer(lower):
        start = _start_of_long_form(lower, m.start(), m.group(1)) if m.group(1) in acronyms else None
        if start is not None:
            phrases.add(lower[start : m.start()].strip())
    phrases |= {m.group(2).strip() for m in EXPLAINED.finditer(lower) if m.group(1) in acronyms}
    found = []
    for phrase in phrases:
        found += [(m.start(), m.end()) for m in re.finditer(rf"\b{re.escape(phrase)}\b", lower)]
    return found


def _in_long_forms(lower: str, acronyms: frozenset[str]) -> Iterator[tuple[int, int]]:
    small = frozenset(toml_table("casing.toml")["small"])
    for start, end in _long_forms(lower, acronyms):
        for m in WORD.finditer(lower, start, end):
            if m.group() not in small:
                yield m.start(), m.end()


def _start_of_long_form(lower: str, end: int, acronym: str) -> int | None:
    """Return where the words before `end` start whose initials are `acronym`."""
    before = list(WORD.finditer(lower, max(0, end - 120), end))[-LONGEST_NAME:]
    best = None
    for i in range(len(before) - 1, -1, -1):
        if before[i].group()[0] == acronym[0] and _fits(acronym, [m.group() for m in before[i:]]):
            best = before[i].start()
            break
    return best


def _fits(acronym: str, words: list[str]) -> bool:
    """Return whether the initials of `words` are the letters of `acronym`; one may be another."""
    small = frozenset(toml_table("casing.toml")["small"])
    full = "".join(w[0] for w in words)
    plain = "".join(w[0] for w in words if w not in small)
    shared = (Counter(acronym) & Counter(plain)).total()
    near = len(acronym) > 2 and len(plain) > 1 and shared >= max(2, len(acronym) - 1) and len(plain) <= len(acronym) + 1
    return near or acronym in {full, plain}


def _sentence_starts(lower: str) -> Iterator[int]:
    for m in STARTS.finditer(lower):
        if m.end() < len(lower) and not _after_abbreviation(lower, m.start()):
            yield m.end()


def _after_abbreviation(lower: str, end: int) -> bool:
    """Return whether the full stop before `end` belongs to an abbreviation or to initials."""
    m = ABBREVIATED.search(lower, max(0, end - 8), end)
    if m is None or not lower[:end].endswith("."):
        return False
    return m.group(1) is None or m.group(1) in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    table = toml_table("abbreviations.toml")
    return frozenset([*table["titles"], *table["others"]])
