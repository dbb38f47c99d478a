"""What a time without a full date is counted from: the day of publication and the times told before it."""

from collections.abc import Iterator
from datetime import date, timedelta

from tocsin.read._calendar import Interval, Unit, shift_months
from tocsin.read._notes import note

NO_ANCHOR = "the report has no date to count from"
NO_EARLIER = "no time before it in the report to count from"
# What ended longer than this before the report is recalled, not news. Chosen on the dev half of the gold.
NEWS_DAYS = 14
MEMORY = 16  # times told before that are kept
A_YEAR_MONTHS = 12
FARTHEST_AHEAD_DAYS = 240
NOT_A_DATE = "no such day in the calendar"
# The longest that a time may be for something counted from it to be told to the unit, in days between its ends.
PRECISE: dict[Unit, int] = {"hour": 1, "day": 1, "week": 6, "fortnight": 6, "month": 30, "year": 365, "decade": 3652}


class Unresolved(Exception):
    """A time that cannot be counted; the message is the reason. `edtf` tells how long or how often, where told."""

    def __init__(self, reason: str, edtf: str = "") -> None:
        super().__init__(reason)
        self.edtf = edtf


@note
class Told:
    """A time told before: its days, its sentence and paragraph, and the verb that it belongs to.

    `opens` is true for the beginning or the end of a stretch ("since 2011"), `aside` in a clause that only says which
    person or thing is meant, `tells` where it says when the main act of its sentence was, `stated` where its year is
    told, `heads` where it stands alone at the head of its paragraph ("26 March.", "TUESDAY 9 -") and dates it,
    `had_been` where its verb is in the past perfect.
    """

    start: date
    end: date
    sentence: int
    paragraph: int
    verb: int
    opens: bool = False
    aside: bool = False
    tells: bool = False
    stated: bool = False
    heads: bool = False
    had_been: bool = False

    @property
    def days(self) -> int:
        """The days between its ends."""
        return (self.end - self.start).days


@note
class Context:
    """What a relative time is counted from.

    `anchor` is the day of publication, `published` its month or year where no more is known, `told` the times told
    before. `verbs` are the verbs that the time stands below, nearest first, in `sentence` and `paragraph`. `future` is
    true where the words speak of what is to come, `open` where they tell neither that nor the past, `earlier` where
    they tell what had been before the time that heads the paragraph, or goes on since, `had_been` where their verb is
    in the past perfect, `present` where their sentence is told in the present tense: under a day that heads its
    paragraph, "today" is then that day. `heads` is true of a time that heads its paragraph itself.
    """

    anchor: date | None
    published: Interval | None = None
    told: tuple[Told, ...] = ()
    sentence: int = 0
    paragraph: int = 0
    verbs: tuple[int, ...] = ()
    future: bool = False
    open: bool = False
    earlier: bool = False
    had_been: bool = False
    present: bool = False
    heads: bool = False

    @property
    def today(self) -> date:
        """The day of publication, or of an entry told in the present tense; raises Unresolved where none is known."""
        entry = self.heading if self.present else None
        if entry is not None and not entry.days:
            return entry.start
        if self.anchor is None:
            raise Unresolved(NO_ANCHOR)
        return self.anchor

    @property
    def same_sentence(self) -> date | None:
        """The latest day told before in the sentence."""
        here = (t.start for t in reversed(self.told) if t.sentence == self.sentence and not t.days)
        return next(here, None)

    def is_ahead(self, interval: Interval) -> bool:
        """Return whether an interval lies after publication although the words speak of the past."""
        if self.anchor is None or self.future or self.open or interval.start is None:
            return False
        return interval.start > self.anchor

    def nearest(self, intervals: list[Interval]) -> Interval:
        """Return the latest of `intervals` begun by publication, or the next to end where the words look ahead."""
        today = self.today
        past = [i for i in intervals if i.start is not None and i.start <= today]
        ahead = [i for i in intervals if i.end is not None and i.end >= today]
        days_ahead = min(
            ((i.start - today).days for i in ahead if i.start is not None), default=FARTHEST_AHEAD_DAYS + 1
        )
        days_back = min(((today - i.end).days for i in past if i.end is not None), default=FARTHEST_AHEAD_DAYS + 1)
        if days_ahead <= (FARTHEST_AHEAD_DAYS if self.future else days_back if self.open else 0):
            return min(ahead, key=lambda i: i.start or today)
        if not past:
            raise Unresolved(NOT_A_DATE)
        return max(past, key=lambda i: i.start or today)

    def origins(self, unit: Unit) -> Iterator[Told]:
        """Yield the times that something told in `unit` may be counted from, the likeliest first.

        The latest that is precise enough comes first, that of the sentence before that of the paragraph before all
        others; a coarser one of the sentence or paragraph comes before what other paragraphs tell. Under a heading
        what only says who or what is meant comes last in its paragraph.
        """
        latest = list(reversed(self.told))
        sentence = [t for t in latest if t.sentence == self.sentence]
        paragraph = [t for t in latest if t.paragraph == self.paragraph and t.sentence != self.sentence]
        is_headed = any(t.heads for t in paragraph)
        paragraph.sort(key=lambda t: t.aside and (is_headed or t.days > PRECISE["day"]))
        for group in (sentence, paragraph):
            yield from (t for t in group if t.days <= PRECISE[unit])
            yield from (t for t in group if t.days > PRECISE[unit] and not t.opens and not self._is_past_aside(t))
        others = [t for t in latest if t.paragraph != self.paragraph and t.days <= PRECISE[unit]]
        yield from sorted(others, key=lambda t: (not t.heads, not self._is_news(t)))

    def _is_past_aside(self, told: Told) -> bool:
        """Return whether a time was told of who somebody is, in the same sentence but another clause."""
        return told.aside and told.sentence == self.sentence and told.verb not in self.verbs

    def _is_news(self, told: Told) -> bool:
        """Return whether a time falls into the days that the report is about: those are what it returns to."""
        if self.anchor is None:
            return True
        return self.anchor - timedelta(days=NEWS_DAYS) <= told.end <= self.anchor and not told.opens

    def recalled(self) -> date | None:
        """Return the first day of a year told just before that months and dates without year are counted on from.

        That is an earlier year told for the same clause or one above it ("in the spring of 2007, one of them in
        March"), told alone in the sentence before ("In 2003 they took up arms. In April they attacked."), told of
        the main act of that sentence ("In May 2003 they rose. In July they attacked."), or of the whole paragraph
        ("May 2003. The garrison rose."). What is told of somebody in passing ("X, whom they drove out in 2003") is not.
        The entries of a timeline go on from one another ("1 May 2003. The garrison rose.", "3 May. It won.").
        """
        if self.anchor is None or self.future:
            return None
        if self.heads:
            return self._entry_before(self.anchor)
        for told in reversed(self.told):
            old = told.stated and not told.opens and told.end < shift_months(self.anchor, -A_YEAR_MONTHS)
            if told.sentence == self.sentence and told.verb in self.verbs:
                return told.start if old else None
            if told.paragraph != self.paragraph or told.sentence == self.sentence or told.aside:
                continue
            if told.heads:
                return told.start if old else None
            if told.sentence == self.sentence - 1:
                return told.start if old and (told.tells or told.days >= PRECISE["year"] - 1) else None
        return None

    def _entry_before(self, anchor: date) -> date | None:
        """Return the first day of the entry before, of an earlier year than the report's own, told or counted on."""
        last = next((t for t in reversed(self.told) if t.heads), None)
        old = last is not None and last.stated and last.end < shift_months(anchor, -A_YEAR_MONTHS)
        return last.start if old and last is not None else None

    def had_been_before(self) -> date | None:
        """Return the day of an old story that what "had been" is counted back from: the last told, in its paragraph.

        A story told in the past perfect throughout goes on: "In May 2003 they had risen. In July they had won."
        """
        if not self.had_been or self.anchor is None:
            return None
        here = (t for t in reversed(self.told) if t.paragraph == self.paragraph and t.sentence != self.sentence)
        last = next((t for t in here if not t.opens and not t.aside), None)
        if last is None or last.had_been:
            return None
        return last.end if last.end < shift_months(self.anchor, -A_YEAR_MONTHS) else None

    @property
    def heading(self) -> Told | None:
        """The time that heads the paragraph."""
        return next((t for t in reversed(self.told) if t.heads and t.paragraph == self.paragraph), None)

    @property
    def days_told(self) -> Iterator[date]:
        """The days told before, the latest first."""
        return (t.start for t in reversed(self.told) if not t.days)
