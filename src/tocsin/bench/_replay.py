"""Readings told again: what a few reports say, moved in time and place, as often as is asked for."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from tocsin.bench._resample import Town, towns_of
from tocsin.core.claim import Claim, Reading
from tocsin.core.document import Document, Span
from tocsin.core.ids import content_id
from tocsin.core.values import Place, Value, When

MOST_WEEKS = 52 * 10
TOWN_M = 40_000
LONG_WORD = re.compile(r"[a-z]{7,}")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def replayed(readings: Callable[[], Iterable[Reading]], *, n: int, seed: int = 0) -> Iterator[Reading]:
    """Yield `n` readings: those that `readings` gives, then the same again under new ids, days and towns.

    The long words of a text are spelled anew, letter for letter, so that no report is a copy of another and all spans
    keep their places.
    """
    number = turn = 0
    while number < n:
        before = number
        for reading in readings():
            if number == n:
                return
            yield reading if turn == 0 else told_again(reading, Random(f"{seed}/{number}"))  # noqa: S311 (as there)
            number += 1
        if number == before:
            return
        turn += 1


def told_again(reading: Reading, dice: Random) -> Reading:
    """Return `reading` as one of another report: by whole weeks earlier or later, in other towns."""
    move = Move(dice)
    old = reading.document
    document = replace(
        old,
        id=content_id("d", old.id, str(dice.random())),
        text=_respelled(old.text, dice),
        published=None if old.published is None else move.when(old.published),
        known_at=move.day(old.known_at),
        home=f"{old.home} again",
    )
    return Reading(document=document, claims=tuple(_again(c, document, move) for c in reading.claims))


class Move:
    """A shift in time, and another town for each town."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._by = timedelta(weeks=dice.randint(-MOST_WEEKS, MOST_WEEKS))
        self._towns: dict[str, Town] = {}

    def day(self, day: date) -> date:
        """Return `day` moved."""
        return day + self._by

    def when(self, when: When) -> When:
        """Return `when` moved."""
        start, end = (None if day is None else self.day(day) for day in (when.start, when.end))
        ends = [".." if day is None else day.isoformat() for day in (start, end)]
        return replace(when, start=start, end=end, edtf=ends[0] if start == end else "/".join(ends))

    def place(self, place: Place) -> Place:
        """Return another town of the same country for a town, anything else as it is."""
        towns = towns_of(place.country)
        if not towns or place.lat is None or (place.precision_m or TOWN_M) >= TOWN_M:
            return place
        town = self._towns.setdefault(place.name, self._dice.choice(towns))
        return replace(place, name=town.name, lat=town.lat, lon=town.lon, admin1=None)

    def value(self, value: Value) -> Value:
        """Return `value` with all times and places in it moved."""
        if isinstance(value, When):
            return self.when(value)
        if isinstance(value, Place):
            return self.place(value)
        inner = {f.name: getattr(value, f.name) for f in fields(value)}
        new: dict[str, Any] = {name: self.value(v) for name, v in inner.items() if isinstance(v, When | Place)}
        return replace(value, **new) if new else value


def _again(claim: Claim, document: Document, move: Move) -> Claim:
    return replace(
        claim,
        id=content_id("c", document.id, claim.id),
        event=content_id("e", document.id, claim.event),
        value=move.value(claim.value),
        spans=tuple(Span(document=document.id, start=s.start, end=s.end) for s in claim.spans),
        known_at=move.day(claim.known_at),
    )


def _respelled(text: str, dice: Random) -> str:
    table = str.maketrans(LETTERS, "".join(dice.sample(LETTERS, len(LETTERS))))
    return LONG_WORD.sub(lambda found: found[0].translate(table), text)
