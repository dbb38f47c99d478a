"""The times and places of a page, held against the events that it tells of."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Generic, Literal, TypeVar

from spacy.tokens import Token

from tocsin.read._event_claims import is_background
from tocsin.read._events import EventMention
from tocsin.read._grammar import clause_of
from tocsin.read._mentions import Findings, PlaceMention, TimeMention, scenes
from tocsin.read._notes import note
from tocsin.read._parse import Page
from tocsin.read._place_headings import headings
from tocsin.read._place_references import capital, with_references
from tocsin.read._time_headings import is_headed_by_hour
from tocsin.read._words import read_words

BROAD_M = 100_000
OPENING = 3  # the last sentence, counted from 0, in which a report tells what it is about
OFTEN = 4  # times that a place without a point is named where the report is about it
M = TypeVar("M", TimeMention, PlaceMention)


@note
class Candidate(Generic[M]):
    """A time or place of a page. `told_for` are the acts that it belongs to by grammar."""

    mention: M
    sentence: int
    paragraph: int
    told_for: tuple[EventMention, ...]
    in_dateline: bool = False


class Scene:
    """One page with the acts told on it."""

    def __init__(self, groups: list[list[EventMention]], found: Findings, page: Page) -> None:
        self.page, self.found = page, found
        self.mentions = sorted((m for g in groups for m in g), key=lambda m: m.trigger.head)
        self._starts = [s.start for s in page.sentences]
        self._clauses: dict[int, tuple[Token, ...]] = {}

    def sentence(self, token: int) -> int:
        """Return the number of the sentence that `token` stands in."""
        return bisect_right(self._starts, token) - 1

    def clauses(self, token: Token) -> tuple[Token, ...]:
        """Return the heads of the clauses that `token` stands in, its own first."""
        own = clause_of(token)
        if own.i not in self._clauses:
            self._clauses[own.i] = (own, *(self.clauses(own.head) if own.head.i != own.i else ()))
        return self._clauses[own.i]

    @cached_property
    def times(self) -> list[Candidate[TimeMention]]:
        """The points in time told on the page, with those counted from others ("a day after the blast")."""
        told = [t for t in self.found.times if t.tokens.start >= self.page.dateline_end]
        told += [t for m in self.mentions for t in m.times]
        points = [t for t in told if not t.is_duration and (t.when.start or t.when.end) is not None]
        apart = {(t.tokens.start, t.when.edtf): t for t in points}
        return self.candidates(sorted(apart.values(), key=lambda t: t.tokens.start), "times")

    @cached_property
    def headings(self) -> dict[int, list[TimeMention]]:
        """The times that head each paragraph, or an item of a list in it, in order.

        One that opens with an hour alone ("21.00. Troops ...") is headed by the last day that heads one before it.
        """
        found: dict[int, list[TimeMention]] = {}
        for time in self.times:
            if time.mention.heads:
                found.setdefault(time.paragraph, []).append(time.mention)
        first = min(found, default=None)
        paragraphs = sorted({n for n in self.page.paragraph_of if first is not None and n > first} - set(found))
        for number in paragraphs:
            if is_headed_by_hour(number, self.page):
                found[number] = [found[max(n for n in found if n < number)][-1]]
        return found

    @cached_property
    def undated_clauses(self) -> set[int]:
        """The heads of the clauses that tell a time which nothing dates ("on Friday" in a report without a day)."""
        undated = (t for t in self.found.times if not t.is_duration and t.when.start is None and t.when.end is None)
        return {self.clauses(t.tokens.root)[0].i for t in undated}

    @cached_property
    def places(self) -> list[Candidate[PlaceMention]]:
        """The places where something can have happened, headings, and countries that only say who somebody is.

        The dateline is among them. One without a point, which the gazetteer lacks, is often a quarter of a town: unless
        the report names it again and again, it is that of its own acts alone.
        """
        start = self.page.dateline_end
        told = with_references(self.found, self.page, capital(self.home))
        apart = {p.tokens.start: p for p in self.found.places if p.tokens.start < start or is_broad(p)}
        known = (p for p in told if self.is_known(p) or p.tokens.root.pos_ != "PROPN")
        apart |= {p.tokens.start: p for p in known if p.tokens.start >= start}
        heads = set().union(*self.place_headings.values())
        apart |= {p.tokens.start: p for p in self.found.places if p.tokens.start in heads}
        return self.candidates([apart[n] for n in sorted(apart)], "places")

    @cached_property
    def times_named(self) -> Counter[str]:
        """How often each place is named as one where something can have happened."""
        return Counter(p.place.name for p in scenes(self.found))

    def is_known(self, place: PlaceMention) -> bool:
        """Return whether a place has a point, or is named often: others may be its acts', too."""
        return place.place.lat is not None or self.times_named[place.place.name] >= OFTEN

    @cached_property
    def place_headings(self) -> dict[int, set[int]]:
        """The first tokens of the places that head a paragraph or its section, by the number of the paragraph."""
        words = read_words(self.page)
        told = (p.tokens.start for p in self.found.places if p.tokens.start >= self.page.dateline_end)
        numbered = headings(words, told)
        starts = zip(self.page.paragraph_of, self._starts, strict=True)
        return {n: numbered.get(words.paragraph[words.sentence[start]], set()) for n, start in starts}

    @cached_property
    def timed_sentences(self) -> set[int]:
        """The sentences that tell a point in time."""
        return {t.sentence for t in self.times}

    @cached_property
    def names_beside(self) -> dict[int, set[str]]:
        """The names of the places told in each sentence that has any, those of the dateline aside."""
        names: dict[int, set[str]] = {}
        for place in self.places:
            if not place.in_dateline:
                names.setdefault(place.sentence, set()).add(place.mention.place.name)
        return names

    @cached_property
    def home(self) -> str | None:
        """The country that the report speaks of most: by its places, twice for the dateline, and by its actors.

        An actor counts once, however often it is mentioned.
        """
        found, start = self.found, self.page.dateline_end
        countries = Counter(p.place.country for p in found.places if p.place.country is not None)
        countries.update(p.place.country for p in found.places if p.place.country and p.tokens.start < start)
        countries.update({a.chain: a.country for a in found.actors if a.country is not None}.values())
        return countries.most_common(1)[0][0] if countries else None

    @cached_property
    def main_place(self) -> str | None:
        """The name of the place of the report's first current act that has one."""
        return next((p.place.name for m in self.mentions if not m.background for p in m.places), None)

    @cached_property
    def first_place(self) -> str | None:
        """The name of the first town or site of the opening."""
        opening = (p for p in self.places if p.sentence <= OPENING and not p.in_dateline)
        return next((p.mention.place.name for p in opening if not is_broad(p.mention)), None)

    def candidates(self, mentions: Iterable[M], slot: Literal["times", "places"]) -> list[Candidate[M]]:
        """Return `mentions`, each with the acts that have it among what they tell in `slot`."""
        holders: dict[int, list[EventMention]] = {}
        for act in self.mentions:
            for mention in getattr(act, slot):
                holders.setdefault(mention.tokens.start, []).append(act)
        return [self._candidate(m, holders.get(m.tokens.start, [])) for m in mentions]

    def _candidate(self, mention: M, holders: list[EventMention]) -> Candidate[M]:
        sentence = self.sentence(mention.tokens.start)
        return Candidate(
            mention=mention,
            sentence=sentence,
            paragraph=self.page.paragraph_of[sentence],
            told_for=tuple(holders),
            in_dateline=mention.tokens.start < self.page.dateline_end,
        )


def is_broad(place: PlaceMention) -> bool:
    """Return whether a place is a country or as large as one, or as a province."""
    return (place.place.precision_m or 0) > BROAD_M


class Event:
    """An event of a page that a time or place is looked for, with what is asked of it for every candidate."""

    def __init__(self, mentions: list[EventMention], scene: Scene) -> None:
        self.mentions, self.background = mentions, is_background(mentions)
        self.heads = [scene.page.doc[m.trigger.head] for m in mentions]
        self.clauses = [scene.clauses(head) for head in self.heads]
        self.sentences = {m.sentence for m in mentions}
        self.paragraphs = {m.paragraph for m in mentions}
        self.types = {m.trigger.sense.type for m in mentions}
        self.modes = {m.trigger.sense.mode for m in mentions if m.trigger.sense.mode is not None}
        self.tells_place = any(m.places for m in mentions)
        # The day of another event is none of one whose own words tell a time, though nothing dates it.
        self.tells_time = any(m.times for m in mentions) or any(c[0].i in scene.undated_clauses for c in self.clauses)


class Case(Generic[M]):
    """A candidate held against an event."""

    def __init__(self, scene: Scene, event: Event, candidate: Candidate[M]) -> None:
        self.scene, self.event = scene, event
        self.candidate: Candidate[M] = candidate
        self.mention: M = candidate.mention
        told = not candidate.in_dateline
        self.is_beside = told and candidate.sentence in event.sentences
        self.is_elsewhere = told and not self.is_beside and candidate.paragraph not in event.paragraphs

    @property
    def is_just_before(self) -> bool:
        """Whether the candidate is told in the sentence before the event, in the same paragraph."""
        after, paragraphs = self.candidate.sentence + 1, self.scene.page.paragraph_of
        if self.is_beside or self.candidate.in_dateline or after not in self.event.sentences:
            return False
        return paragraphs[after] == self.candidate.paragraph

    @property
    def n_away(self) -> int:
        """The number of sentences from the candidate to the nearest mention of the event."""
        return min(abs(n - self.candidate.sentence) for n in self.event.sentences)
