"""In which country a place is that no gazetteer holds, by the places told around it."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from tocsin.read._gazetteer import country_names
from tocsin.read._mentions import PlaceMention
from tocsin.read._place_headings import headings
from tocsin.read._words import Words

# What a place told around speaks for its country: one that heads the paragraph or its section, one of the same
# sentence, one of the same paragraph; and what the report as a whole speaks for, by its places and again by all its
# names. Set by hand on the development half of the gold (2026-11-30).
HEADING, SAME_SENTENCE, SAME_PARAGRAPH, REPORT = 4.0, 1.0, 0.5, 3.0


class Surroundings:
    """The places told on a page, and how much the page speaks of each country (`votes`)."""

    def __init__(self, listed: list[PlaceMention], words: Words, votes: Mapping[str, float]) -> None:
        self._words = words
        self._told = [(m.tokens.start, m.place.country) for m in listed if m.place.country is not None]
        self._headings = headings(words, (m.tokens.start for m in listed))
        inside = Counter(m.place.country for m in listed if m.place.country is not None and not _is_country(m))
        shares = [_shares(inside), _shares(votes)]
        self._report = {c: sum(s.get(c, 0.0) for s in shares) for c in dict.fromkeys(c for s in shares for c in s)}

    def country(self, token: int) -> str | None:
        """Return the country that the names around a token speak for; None where no name speaks for any."""
        found = defaultdict(float, self._report)
        for start, country in self._told:
            found[country] += self._weight(start, token)
        return max(found, key=found.__getitem__, default=None)

    def _weight(self, start: int, token: int) -> float:
        words = self._words
        told, sentence = words.sentence[start], words.sentence[token]
        if start in self._headings.get(words.paragraph[sentence], ()):
            return HEADING
        if told == sentence:
            return SAME_SENTENCE
        return SAME_PARAGRAPH if words.paragraph[told] == words.paragraph[sentence] else 0.0


def _is_country(mention: PlaceMention) -> bool:
    return mention.place.name == country_names().get(mention.place.country or "")


def _shares(votes: Mapping[str, float]) -> dict[str, float]:
    """Return how much of what the report speaks for each country has."""
    whole = sum(votes.values())
    return {country: REPORT * n / whole for country, n in votes.items() if n > 0}
