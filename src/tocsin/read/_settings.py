"""Where and when an event took place, when its own words do not tell and the sentences around it do."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._events import EventMention
from tocsin.read._grammar import ancestors
from tocsin.read._mentions import Findings, PlaceMention, TimeMention, scenes
from tocsin.read._parse import Page
from tocsin.read._place_references import capital, with_references

BROAD_M = 100_000
OPENING = 3  # the last sentence, counted from 0, in which a report tells what it is about
LOOSE_REACH = 1  # sentences that a time told for no act reaches
STORY_REACH = 2  # sentences that the day of an event reaches past its paragraph
Group = list[EventMention]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The place and time that an event takes from its surroundings; None where it has its own or there are none."""

    place: PlaceMention | None = None
    time: TimeMention | None = None


def settings(groups: list[Group], found: Findings, page: Page) -> list[Setting]:
    """Return the setting of each of `groups`, which are in the order of the text."""
    scene = _Scene(groups, found, page)
    return [scene.setting(group) for group in groups]


class _Scene:
    """The places and times told in one page, by sentence."""

    def __init__(self, groups: list[Group], found: Findings, page: Page) -> None:
        self._mentions = sorted((m for g in groups for m in g), key=lambda m: m.trigger.head)
        self._page = page
        self._times = found.times
        self._loose = _loose_times(self._mentions, found, page)
        self._home = _home(found, page)
        told = [
            p
            for p in with_references(scenes(found), page.doc, capital(self._home))
            if p.tokens.start >= page.dateline_end
        ]
        self._datelines = [p for p in found.places if p.tokens.start < page.dateline_end]
        self._broad = [p for p in found.places if _is_broad(p)]
        self._places = [(p, _sentence_of(p.tokens.start, page)) for p in told]

    def setting(self, group: Group) -> Setting:
        """Return what `group` takes from its surroundings."""
        place = None if any(m.places for m in group) else self._country(group) or self._place(group)
        time = None if any(m.times for m in group) else self._time(group)
        return Setting(place=place, time=time)

    def _place(self, group: Group) -> PlaceMention | None:
        first = group[0]
        found = self._in_sentence(group) or self._of_event_before(first)
        main = self._main_place(first)
        if found is None or main is None or first.background:
            return found or main
        return main if _contains(found, main) else found

    def _country(self, group: Group) -> PlaceMention | None:
        """Return the country in which an act takes effect that touches a state as a whole ("the king abdicated")."""
        first = group[0]
        if not first.trigger.sense.wide or self._in_sentence(group) is not None:
            return None
        people = Counter(a.country for m in group for a in (*m.undergoers, *m.doers) if a.country is not None)
        country = next(iter(dict(people.most_common(1))), self._home)
        named = [p for p in self._broad if p.place.country == country]
        return min(named, key=lambda p: abs(p.tokens.start - first.trigger.head), default=None)

    def _in_sentence(self, group: Group) -> PlaceMention | None:
        """Return the only place named in the sentences of `group`, None where there are several."""
        sentences = {m.sentence for m in group if not m.is_reference}
        named = {p.place.name: p for p, s in self._places if s in sentences}
        return next(iter(named.values())) if len(named) == 1 else None

    def _of_event_before(self, first: EventMention) -> PlaceMention | None:
        before = [m for m in self._mentions if m.sentence <= first.sentence and m.paragraph == first.paragraph]
        near = [m for m in before if m.places and m.background == first.background]
        return near[-1].places[0] if near else None

    def _main_place(self, first: EventMention) -> PlaceMention | None:
        """Return the place of the report's first event; for recalled events only the country most spoken of."""
        if not first.background:
            main = next((m for m in self._mentions if m.places and not m.background), None)
            if main is None or main.sentence > OPENING:
                opening = next((p for p, s in self._places if s <= OPENING and not _is_broad(p)), None)
                if opening is not None:
                    return opening
            if main is not None:
                return self._dateline_within(main.places[0]) or main.places[0]
            sent_from = next((p for p in self._datelines if p.place.country == self._home), None)
            if sent_from is not None:
                return sent_from
        home = [p for p, _ in self._places if p.place.country == self._home]
        broad = [p for p in home if _is_broad(p)]
        return next(iter(broad or home), None)

    def _dateline_within(self, main: PlaceMention) -> PlaceMention | None:
        """Return the town that the report was sent from where no more than its country is told of the main event."""
        return next((p for p in self._datelines if _contains(main, p)), None)

    def _time(self, group: Group) -> TimeMention | None:
        """Return the time told for the nearest act of the same sentence, or last before it in the paragraph.

        A sentence without an act may tell when what follows happened: "The navy had losses too on Monday. A boat sank."
        """
        first = group[0]
        near = [
            m
            for m in self._mentions
            if m.times
            and m.background == first.background
            and m.paragraph == first.paragraph
            and m.sentence <= first.sentence
        ]
        if near:
            told = near[-1]
            return self._between(told.sentence, first) or told.times[0]
        return self._between(-1, first) or self._last_day(first) or self._day_of_story(first)

    def _day_of_story(self, first: EventMention) -> TimeMention | None:
        """Return the day of a current event told just before, or in the opening if it is alike, in any paragraph."""
        if first.background:
            return None
        before = [m for m in self._mentions if m.times and not m.background and m.sentence < first.sentence]
        near = [m for m in reversed(before) if m.sentence >= first.sentence - STORY_REACH]
        opening = [m for m in before if m.sentence <= OPENING and _is_alike(m, first)]
        return next((t for m in (*near, *opening) for t in m.times if _is_closed(t)), None)

    def _between(self, told: int, first: EventMention) -> TimeMention | None:
        """Return the last time told for no act in the paragraph of `first`, after the sentence `told`."""
        return next(
            (
                time
                for time, sentence in reversed(self._loose)
                if max(told, first.sentence - LOOSE_REACH - 1) < sentence < first.sentence
                and self._page.paragraph_of[sentence] == first.paragraph
            ),
            None,
        )

    def _last_day(self, first: EventMention) -> TimeMention | None:
        """Return the time by which it had happened ("by Thursday") where the sentence tells one."""
        sentence = self._page.sentences[first.sentence]
        inside = (t for t in self._times if sentence.start <= t.tokens.start < sentence.end)
        return next((t for t in inside if t.when.start is None and t.when.end is not None), None)


def _is_alike(left: EventMention, right: EventMention) -> bool:
    """Return whether two acts are of one type or have an actor in common."""
    actors = {a.chain for a in (*left.doers, *left.undergoers)}
    shared = any(a.chain in actors for a in (*right.doers, *right.undergoers))
    return shared or left.trigger.sense.type == right.trigger.sense.type


def _loose_times(mentions: list[EventMention], found: Findings, page: Page) -> list[tuple[TimeMention, int]]:
    """Return the times told in sentences without an act, with their sentences; not those of words being said."""
    busy = {m.sentence for m in mentions}
    told = [(t, _sentence_of(t.tokens.start, page)) for t in found.times if t.tokens.start >= page.dateline_end]
    return [(t, n) for t, n in told if n not in busy and _is_closed(t) and not _is_when_said(t)]


def _is_closed(time: TimeMention) -> bool:
    return not time.is_duration and time.when.start is not None and time.when.end is not None


def _is_when_said(time: TimeMention) -> bool:
    return any(t.lemma_.lower() in _verbs_of_saying() for t in ancestors(time.tokens.root, 2))


@cache
def _verbs_of_saying() -> frozenset[str]:
    return frozenset(w for entry in toml_table("speech.toml")["verb"] for w in entry["words"])


def _home(found: Findings, page: Page) -> str | None:
    """Return the country that the report speaks of most: by its places, twice for the dateline, and by its actors.

    An actor counts once, however often it is mentioned.
    """
    countries = Counter(p.place.country for p in found.places if p.place.country is not None)
    countries.update(p.place.country for p in found.places if p.place.country and p.tokens.start < page.dateline_end)
    countries.update({a.chain: a.country for a in found.actors if a.country is not None}.values())
    return countries.most_common(1)[0][0] if countries else None


def _is_broad(place: PlaceMention) -> bool:
    return (place.place.precision_m or 0) > BROAD_M


def _contains(area: PlaceMention, place: PlaceMention) -> bool:
    """Return whether `area` is a country or province and `place` a closer one in the same country."""
    broad, near = area.place.precision_m or 0, place.place.precision_m or 0
    return area.place.country == place.place.country and near < broad and broad > BROAD_M


def _sentence_of(token: int, page: Page) -> int:
    return next((n for n, s in enumerate(page.sentences) if s.start <= token < s.end), 0)
