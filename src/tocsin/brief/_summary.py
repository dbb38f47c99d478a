"""The first page of the brief: what it rests on and what it holds, in sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from sys import intern
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


Bounds = tuple[int | None, int | None, int | None]


class Told(NamedTuple):
    """An incident in short: its first and last day where both are known; low, best and high of the killed."""

    is_background: bool
    is_attack: bool
    country: str | None
    days: tuple[date, date] | None
    killed: Bounds | None


def summary_view(record: Record, views: Sequence[IncidentView], counts: Counts) -> SummaryView:
    """Return the first page of the brief on `record`."""
    told = [_told(incident) for incident in record.incidents]
    about = [one for one in told if not one.is_background]
    recalled = len(told) - len(about)
    copies = sum(d.copy_of is not None for d in record.documents)
    independent = len(record.documents) - copies
    figures = [
        (number(len(record.documents)), "report" if len(record.documents) == 1 else "reports", "#reports"),
        (number(independent), "independent of each other", "#reports"),
        (number(len(about)), "incident" if len(about) == 1 else "incidents", "#incidents"),
        (number(recalled), "recalled from before" if recalled else "recalled", "#recalled"),
    ]
    deadly = [v for v in views if v.incident.killed and v.incident.killed.best and not v.incident.is_background]
    largest = sorted(deadly, key=lambda v: (-(v.incident.killed.best or 0) if v.incident.killed else 0, v.number))
    return SummaryView(
        title=_title(about or told),
        period=_period(about or told),
        as_of=day_words(record.as_of),
        figures=tuple(figures),
        sentences=tuple(tuple(s) for s in (*_sources(record, copies), *_deaths(about), *_doubts(counts))),
        largest=tuple(largest[:LARGEST]),
    )


def _told(incident: Incident) -> Told:
    when, where, killed = incident.when, incident.where, incident.killed
    days = (when.start, when.end) if when and when.start and when.end else None
    country = intern(where.country) if where and where.country else None
    bounds = (killed.low, killed.best, killed.high) if killed else None
    return Told(incident.is_background, incident.type == "ASSAULT", country, days, bounds)


def _title(incidents: Iterable[Told]) -> str:
    countries = Counter(i.country for i in incidents if i.country)
    names = [country_name(code) for code, _ in countries.most_common()]
    rest = len(names) - COUNTRIES_IN_TITLE
    if not names:
        return "What was reported"
    if rest > 0:
        more = "one other country" if rest == 1 else f"{rest} other countries"
        return f"What was reported in {', '.join(names[:COUNTRIES_IN_TITLE])} and {more}"
    return f"What was reported in {listed(names)}"


def _period(incidents: Iterable[Told]) -> str:
    spans = [i.days for i in incidents if i.days]
    close = [s for s in spans if (s[1] - s[0]).days <= CLOSE_DAYS]
    days = [day for span in close or spans for day in span]
    if not days:
        return "no dates told"
    first, last = min(days), max(days)
    return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"


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


def _deaths(about: Sequence[Told]) -> Iterator[list[Part]]:
    tolls = [i.killed for i in about if i.killed and i.killed[1] is not None]
    silent = sum(i.killed is None for i in about if i.is_attack)
    if tolls:
        where = Part(counted(len(tolls), "incident"), "#incidents")
        yield [
            Part("Added up over the "),
            where,
            Part(" with a figure, "),
            Part(_added(tolls), "#incidents"),
            Part("."),
        ]
    else:
        yield [Part("No report gives a number of people killed.")]
    if silent:
        attacks = Part(counted(silent, "attack"), "#incidents")
        yield [Part("For "), attacks, Part(" no number of killed is told; that does not mean that nobody died.")]


def _added(tolls: Sequence[Bounds]) -> str:
    """Return the sum of tolls in words, bound by bound; where a bound is not told the best figure stands in."""
    best = sum(best or 0 for _, best, _ in tolls)
    low = sum(low if low is not None else best or 0 for low, best, _ in tolls)
    high = sum(high if high is not None else best or 0 for _, best, high in tolls)
    is_open = any(high is None for _, _, high in tolls)
    more = ", or more, for some have no upper bound" if is_open else ""
    if low == high:
        return f"{number(best)} people killed{more}"
    bounds = f"{number(low)} by the lowest, {number(high)} by the highest"
    return f"{number(best)} people killed by the best figures, {bounds}{more}"


def _doubts(counts: Counts) -> Iterator[list[Part]]:
    if counts.disagreements:
        points = counted(counts.disagreements, "point")
        yield [Part("Reports disagree on "), Part(points, "#disagreements"), Part("; all versions are shown.")]
    if counts.checks:
        made = counted(counts.checks, "comparison")
        wrong = f"{counts.checks_failing} of them" if counts.checks_failing else "none of them"
        against = Part(" with other events; the record speaks against ")
        yield [Part("Reports make "), Part(made, "#checks"), against, Part(wrong, "#checks"), Part(".")]
