"""In which country a place is that no gazetteer holds, by the places told around it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from tocsin.core.vocabulary import toml_table
from tocsin.read._gazetteer import country_names
from tocsin.read._mentions import PlaceMention
from tocsin.read._people import is_person
from tocsin.read._place_headings import headings
from tocsin.read._talks_words import talks_words
from tocsin.read._words import Words

# What a place told around speaks for its country: one that heads the paragraph or its section, one of the same
# sentence, one of the same paragraph; and what the report as a whole speaks for, by its places and again by all its
# names. Set by hand on the development half of the gold (2026-11-30).
HEADING, SAME_SENTENCE, SAME_PARAGRAPH, REPORT = 4.0, 1.0, 0.5, 3.0

# Of what the names of a report speak for, the least that one country has: more than a third, so that three or more that
# are as likely leave it open. All of the 240 such names of the development half whose country the gold tells reach it,
# 228 with the right country; two fifths would lose nine of which seven are right (2026-11-30).
LEAST_SHARE = 0.34
VENUES = frozenset({"in", "at", "from"})
OF_SPEAKER = frozenset({"amod", "compound", "poss", "nmod"})


class Surroundings:
    """The places told on a page, and how much the page speaks of each country (`votes`)."""

    def __init__(self, listed: list[PlaceMention], words: Words, votes: Mapping[str, float]) -> None:
        self._words = words
        known = {m.tokens.start: m for m in listed if m.place.country is not None}
        heads = headings(words, (m.tokens.start for m in listed))
        # What speaks for each country from the head of a paragraph, from elsewhere in it, and from a sentence.
        self._heading = {n: Counter(_country(known[s]) for s in starts if s in known) for n, starts in heads.items()}
        self._paragraph: dict[int, Counter[str]] = defaultdict(Counter)
        self._sentence: dict[int, Counter[str]] = defaultdict(Counter)
        for start, mention in known.items():
            sentence = words.sentence[start]
            paragraph = words.paragraph[sentence]
            if start not in heads.get(paragraph, ()):
                self._paragraph[paragraph][_country(mention)] += 1
                self._sentence[sentence][_country(mention)] += 1
        inside = Counter(_country(m) for m in known.values() if not _is_country(m))
        shares = [_shares(inside), _shares(votes)]
        self._report = {c: sum(s.get(c, 0.0) for s in shares) for c in dict.fromkeys(c for s in shares for c in s)}

    def country(self, token: int) -> str | None:
        """Return the country that the names around a token speak for; None where less than `LEAST_SHARE` is for one."""
        sentence = self._words.sentence[token]
        paragraph = self._words.paragraph[sentence]
        found = defaultdict(float, self._report)
        for weight, told in (
            (HEADING, self._heading.get(paragraph)),
            (SAME_PARAGRAPH, self._paragraph.get(paragraph)),
            (SAME_SENTENCE - SAME_PARAGRAPH, self._sentence.get(sentence)),
        ):
            for country, n in (told or Counter()).items():
                found[country] += weight * n
        best = max(found, key=found.__getitem__, default=None)
        return best if best is not None and found[best] >= LEAST_SHARE * sum(found.values()) else None


def tells_no_scene(name: Token, *, seat: bool, town: bool) -> bool:
    """Return whether a name tells who acts or speaks, where somebody speaks or where talks are held.

    A capital that acts is its government ("Paris condemned"): none of these says where the report plays.
    """
    while name.dep_ == "conj" and name.head.pos_ == "PROPN":
        name = name.head
    if name.dep_ == "nsubj":
        return seat
    above = name.head.head
    if name.dep_ != "pobj" or name.head.lower_ not in VENUES:
        return tells_speaker(name)
    return _is_saying(above) or (town and _is_meeting(above))


def tells_speaker(name: Token) -> bool:
    """Return whether a name says whose those are who speak: "the French army said"."""
    noun = name.head
    return name.dep_ in OF_SPEAKER and noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _words("speech")


def _is_saying(word: Token) -> bool:
    """Return whether a word is a verb of saying, or tells to whom something is told: "told reporters in Paris"."""
    told = word.dep_ == "dobj" and word.head.lemma_ == "tell" and is_person(word.lower_)
    return told or word.lemma_.lower() in _words("speech")


def _is_meeting(word: Token) -> bool:
    """Return whether a word is one for talks, or the verb of talks that are held or of what is signed."""
    about = (word, *(c for c in word.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}))
    held = word.lemma_ in _words("meeting") or any(t.lemma_.lower() in _words("gatherings") for t in about)
    return held or (word.lemma_ == "sign" and any(t.lemma_.lower() in talks_words("nouns") for t in about))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(toml_table("places.toml")["words"][name])


def _country(mention: PlaceMention) -> str:
    return mention.place.country or ""


def _is_country(mention: PlaceMention) -> bool:
    return mention.place.name == country_names().get(mention.place.country or "")


def _shares(votes: Mapping[str, float]) -> dict[str, float]:
    """Return how much of what the report speaks for each country has."""
    whole = sum(votes.values())
    return {country: REPORT * n / whole for country, n in votes.items() if n > 0}
