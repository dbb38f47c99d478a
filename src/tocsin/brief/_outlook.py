"""The outlook as a brief shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.brief._fan import FanView, fan_view
from tocsin.brief._outlook_map import OutlookMap, outlook_map
from tocsin.brief._wording import country_name, day_words, listed, percent, when_words
from tocsin.core.answer import Answer, Change, Driver, History
from tocsin.core.months import last_day
from tocsin.core.outlook import Outlook
from tocsin.core.question import Question
from tocsin.core.values import When

# Most countries without counts that are named.
NAMED = 8
# Most parts of the expectation that are shown; they come largest first.
DRIVERS = 6
OWN, BASE = "its own record", "base rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """An answer in words: the question, probability and word, baselines, how such forecasts did, confidence."""

    country: str
    anchor: str
    question: str
    probability: str
    word: str
    baselines: str
    history: str
    confidence: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitView:
    """A country: its fan, the question that is most open there, what that is made of and what would change it."""

    country: str
    anchor: str
    fan: FanView
    row: AnswerRow
    drivers: tuple[tuple[str, str, str], ...]
    changes: tuple[tuple[str, str], ...]
    alone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookView:
    """All that the section shows."""

    asked: str
    origin: str
    window: str
    what: str
    source: str
    common: str
    map_wide: OutlookMap
    map_narrow: OutlookMap
    rows: tuple[AnswerRow, ...]
    units: tuple[UnitView, ...]
    without: str
    summary: str


def outlook_view(outlook: Outlook, *, wide_px: int, narrow_px: int) -> OutlookView:
    """Return the outlook in words and pictures."""
    first = outlook.answers[0].question
    by_unit = {fan.unit: [a for a in outlook.answers if a.question.unit == fan.unit] for fan in outlook.fans}
    common = [answers[0] for answers in by_unit.values()]
    rest = len(outlook.without) - NAMED
    named = [country_name(code) for code in outlook.without[:NAMED]] + ([f"{rest} more"] if rest > 0 else [])
    return OutlookView(
        asked=day_words(outlook.asked), origin=_span(outlook.origin, outlook.origin),
        window=_span(first.start, first.last), what=outlook.what, source=outlook.source,
        common=_asked(first, outlook.what),
        map_wide=outlook_map(common, width=wide_px, tallest=560),
        map_narrow=outlook_map(common, width=narrow_px, tallest=420),
        rows=tuple(_row(answer, outlook.what) for answers in by_unit.values() for answer in answers),
        units=tuple(_unit(fan_view(fan), by_unit[fan.unit][-1], outlook.what) for fan in outlook.fans),
        without=listed(named) if named else "", summary=_summary(common, outlook),
    )  # fmt: skip


def _summary(common: Sequence[Answer], outlook: Outlook) -> str:
    """Return the outlook in one sentence: where it is most and least likely."""
    ranked = sorted(common, key=lambda answer: -answer.probability)
    ends = ranked if len(ranked) == 1 else (ranked[0], ranked[-1])
    told = [f"{country_name(a.question.unit)} {percent(a.probability)} ({a.word})" for a in ends]
    question = ranked[0].question
    asked = f"{_asked(question, outlook.what)} from {_span(question.start, question.last)}"
    return f"Outlook, the likeliest and the least likely to see {asked}: {', '.join(told)}."


def _span(first: date, last: date) -> str:
    end = last_day(last)
    return when_words(When(start=first, end=end, edtf=f"{first}/{end}", basis="stated"))


def _row(answer: Answer, what: str) -> AnswerRow:
    question = answer.question
    return AnswerRow(
        country=country_name(question.unit), anchor=f"outlook-{question.unit}",
        question=_asked(question, what), probability=percent(answer.probability), word=answer.word,
        baselines=", ".join(f"{name} {percent(chance)}" for name, chance in answer.baselines.items()),
        history=_history(answer.history, answer.baseline), confidence=answer.confidence, reasons=answer.reasons,
    )  # fmt: skip


def _asked(question: Question, what: str) -> str:
    return f"any {what}" if question.at_least == 1 else f"at least {question.at_least:,} {what}"


def _history(history: History | None, baseline: str) -> str:
    if history is None:
        return "the counts do not reach back far enough to tell"
    alike = history.alike
    size = (
        "none like it"
        if alike is None
        else (f"of {alike.n} like it {alike.happened:.0%} came true (95%: {alike.low:.0%} to {alike.high:.0%})")
    )
    return f"{size}; Brier {history.brier:.3f}, {baseline} {history.brier_baseline:.3f} (n {history.n})"


def _unit(fan: FanView, answer: Answer, what: str) -> UnitView:
    row = _row(answer, what)
    alone = "" if answer.refitted is None else percent(answer.refitted)
    return UnitView(
        country=row.country, anchor=row.anchor, fan=fan, row=row, drivers=tuple(map(_driver, answer.drivers[:DRIVERS])),
        changes=_changed(answer.changes), alone=alone,
    )  # fmt: skip


def _driver(driver: Driver) -> tuple[str, str, str]:
    name = {"own": OWN, "base": BASE}.get(driver.kind) or country_name(driver.unit)
    without = "" if driver.without is None else percent(driver.without)
    return name, f"{driver.share:.1%} ({driver.low:.1%} to {driver.high:.1%})", without


def _changed(changes: Sequence[Change]) -> tuple[tuple[str, str], ...]:
    return tuple((percent(change.probability), change.what) for change in changes)
