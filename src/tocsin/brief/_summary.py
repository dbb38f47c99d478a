"""The first page of the brief: what it rests on and what it holds, in sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tocsin.brief._citations import Part
from tocsin.brief._incidents import IncidentView
from tocsin.brief._wording import counted, country_name, day_words, listed, number
from tocsin.core.record import Incident, Record

COUNTRIES_IN_TITLE = 3
LARGEST = 6
# A date known to no more than a year would stretch the period that the brief is about.
CLOSE_DAYS = 92


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryView:
    """Heading, period, key figures (number, what, link), sentences in parts, and the incidents with most deaths."""

    title: str
    period: str
    as_of: str
    figures: tuple[tuple[str, str, str], ...]
    sentences: tuple[tuple[Part, ...], ...]
    largest: tuple[IncidentView, ...]


class Counts(NamedTuple):
    """How much the sections below hold."""

    disagreements: int
    checks_failing: int
    checks: int


@dataclass(slots=True)
class Period:
    """The days from the first to the last that were told; None where none was."""

    first: date | None = None
    last: date | None = None

    def stretch(self, start: date, end: date) -> None:
        """Take in the days from `start` to `end`."""
        self.first = min(start, self.first or start)
        self.last = max(end, self.last or end)


@dataclass(slots=True)
class Total:
    """Incidents added up one by one. `close` is the period of those whose date is known closely, `whole` that of all.

    Of `n_tolls` incidents with a figure of killed, `low`, `best` and `high` are the sums, bound by bound (where a bound
    is not told, the best figure stands in), `n_open` those without an upper bound. `n_silent` attacks tell no figure.
    """

    n: int = 0
    countries: Counter[str] = field(default_factory=Counter)
    close: Period = field(default_factory=Period)
    whole: Period = field(default_factory=Period)
    n_tolls: int = 0
    low: int = 0
    best: int = 0
    high: int = 0
    n_open: int = 0
    n_silent: int = 0

    def add(self, incident: Incident) -> None:
        """Add one incident."""
        self.n += 1
        if incident.where is not None and incident.where.country:
            self.countries[incident.where.country] += 1
        when = incident.when
        if when is not None and when.start is not None and when.end is not None:
            self.whole.stretch(when.start, when.end)
            if (when.end - when.start).days <= CLOSE_DAYS:
                self.close.stretch(when.start, when.end)
        self.n_silent += incident.killed is None and incident.type == "ASSAULT"
        if incident.killed is not None and incident.killed.best is not None:
            self._add_toll(incident.killed.low, incident.killed.best, incident.killed.high)

    def _add_toll(self, low: int | None, best: int, high: int | None) -> None:
        self.n_tolls += 1
        self.low += best if low is None else low
        self.best += best
        self.high += best if high is None else high
        self.n_open += high is None


def summary_view(record: Record, views: Sequence[IncidentView], counts: Counts) -> SummaryView:
    """Return the first page of the brief on `record`."""
    about, recalled = Total(), Total()
    for incident in record.incidents:
        (recalled if incident.is_background else about).add(incident)
    told = about if about.n else recalled
    copies = sum(d.copy_of is not None for d in record.documents)
    independent = len(record.documents) - copies
    figures = [
        (number(len(record.documents)), "report" if len(record.documents) == 1 else "reports", "#reports"),
        (number(independent), "independent of each other", "#reports"),
        (number(about.n), "incident" if about.n == 1 else "incidents", "#incidents"),
        (number(recalled.n), "recalled from before" if recalled.n else "recalled", "#recalled"),
    ]
    deadly = [v for v in views if v.incident.killed and v.incident.killed.best and not v.incident.is_background]
    largest = sorted(deadly, key=lambda v: (-(v.incident.killed.best or 0) if v.incident.killed else 0, v.number))
    return SummaryView(
        title=_title(told),
        period=_period(told),
        as_of=day_words(record.as_of),
        figures=tuple(figures),
        sentences=tuple(tuple(s) for s in (*_sources(record, copies), *_deaths(about), *_doubts(counts))),
        largest=tuple(largest[:LARGEST]),
    )


def _title(told: Total) -> str:
    names = [country_name(code) for code, _ in told.countries.most_common()]
    rest = len(names) - COUNTRIES_IN_TITLE
    if not names:
        return "What was reported"
    if rest > 0:
        more = "one other country" if rest == 1 else f"{rest} other countries"
        return f"What was reported in {', '.join(names[:COUNTRIES_IN_TITLE])} and {more}"
    return f"What was reported in {listed(names)}"


def _period(told: Total) -> str:
    period = told.close if told.close.first is not None else told.whole
    if period.first is None or period.last is None:
        return "no dates told"
    first, last = day_words(period.first), day_words(period.last)
    return first if first == last else f"{first} to {last}"


def _sources(record: Record, copies: int) -> Iterator[list[Part]]:
    publishers = {d.publisher for d in record.documents if d.publisher}
    printed = [d.published.start for d in record.documents if d.published and d.published.start]
    reports = counted(len(record.documents), "report")
    sentence = [Part("This brief rests on "), Part(reports, "#reports")]
    if publishers:
        sentence += [Part(" by "), Part(counted(len(publishers), "publisher"), "#reports")]
    if printed:
        sentence += [Part(", published "), Part(_published(min(printed), max(printed)), "#reports")]
    yield [*sentence, Part(".")]
    if copies:
        they = (
            "One of them reprints another and counts" if copies == 1 else f"{copies} of them reprint others and count"
        )
        yield [Part(they, "#reports"), Part(" as the same source.")]


def _published(first: date, last: date) -> str:
    return f"on {day_words(first)}" if first == last else f"from {day_words(first)} to {day_words(last)}"


def _deaths(about: Total) -> Iterator[list[Part]]:
    if about.n_tolls:
        where = Part(counted(about.n_tolls, "incident"), "#incidents")
        added = Part(_added(about), "#incidents")
        yield [Part("Added up over the "), where, Part(" with a figure, "), added, Part(".")]
    else:
        yield [Part("No report gives a number of people killed.")]
    if about.n_silent:
        attacks = Part(counted(about.n_silent, "attack"), "#incidents")
        yield [Part("For "), attacks, Part(" no number of killed is told; that does not mean that nobody died.")]


def _added(told: Total) -> str:
    """Return the sum of tolls in words."""
    more = ", or more, for some have no upper bound" if told.n_open else ""
    if told.low == told.high:
        return f"{number(told.best)} people killed{more}"
    bounds = f"{number(told.low)} by the lowest, {number(told.high)} by the highest"
    return f"{number(told.best)} people killed by the best figures, {bounds}{more}"


def _doubts(counts: Counts) -> Iterator[list[Part]]:
    if counts.disagreements:
        points = counted(counts.disagreements, "point")
        yield [Part("Reports disagree on "), Part(points, "#disagreements"), Part("; all versions are shown.")]
    if counts.checks:
        made = counted(counts.checks, "comparison")
        wrong = f"{counts.checks_failing} of them" if counts.checks_failing else "none of them"
        against = Part(" with other events; the record speaks against ")
        yield [Part("Reports make "), Part(made, "#checks"), against, Part(wrong, "#checks"), Part(".")]
