"""From a record and a panel to an outlook: the questions that matter where the record tells of violence."""

from collections import Counter
from datetime import date, timedelta

import numpy as np

from tocsin.ask import target_words
from tocsin.core.months import add_months, month_of, month_range
from tocsin.core.outlook import FAN_LEVELS, Fan, Outlook
from tocsin.core.panel import Panel
from tocsin.core.question import Question
from tocsin.core.record import Record
from tocsin.forecast import Task, forecast
from tocsin.pipeline._answer import answer_at
from tocsin.pipeline._ask_options import AskOptions
from tocsin.pipeline._backtest import Done, silent
from tocsin.pipeline._desk import RUNGS, Desk, desk_for

WINDOW_MONTHS = 6
PAST_MONTHS = 36
MOST_UNITS = 12


def outlook(record: Record, panel: Panel, *, source: str, options: AskOptions, done: Done = silent) -> Outlook | None:
    """Return the outlook for the countries in which the record has incidents; None where `panel` has none of these.

    It is asked on the day of the record, or after its newest report, or when the last month of the panel was known,
    whichever is first. Raises InputError where the panel is too short.
    """
    met = _countries(record)
    units = [code for code in met if code in panel.units][:MOST_UNITS]
    if not units:
        return None
    day = _day(record, panel, options.delay_months)
    desk = desk_for(_question(panel, units[0], 1, day), panel, options=options, done=done)
    asked = [_question(panel, unit, k, day) for unit, counts in _counts(desk, units).items() for k in counts]
    return Outlook(
        asked=day, origin=desk.origin, what=target_words(panel.target), source=source,
        answers=tuple(answer_at(desk, question, later=panel.as_of > day) for question in asked),
        fans=_fans(desk, units, asked[0]), without=tuple(code for code in met if code not in panel.units),
    )  # fmt: skip


def _countries(record: Record) -> list[str]:
    """Return the countries of what the reports are about, those with the most incidents first."""
    here = (incident.where for incident in record.incidents if not incident.is_background)
    counted = Counter(where.country for where in here if where is not None and where.country is not None)
    return [code for code, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]


def _day(record: Record, panel: Panel, delay_months: int) -> date:
    published = [document.published.end for document in record.documents if document.published is not None]
    newest = max((day for day in published if day is not None), default=record.as_of)
    known = add_months(panel.times[-1], 1 + delay_months)
    return min(record.as_of, newest + timedelta(days=1), known)


def _question(panel: Panel, unit: str, at_least: int, day: date) -> Question:
    first = month_of(day)
    start = first if first == day else add_months(first, 1)
    return Question(
        target=panel.target, unit=unit, at_least=at_least, window_months=WINDOW_MONTHS, start=start, as_of=day
    )


def _counts(desk: Desk, units: list[str]) -> dict[str, tuple[int, ...]]:
    """Return the counts to ask about in each unit: that which tells units apart best, and the one nearest to even."""
    made = desk.forecast(desk.fit(desk.options.model))
    rows = [made.units.index(unit) for unit in units]
    chances = np.stack([made.at_least(k)[0, rows] for k in RUNGS])
    common = RUNGS[int(chances.std(axis=1).argmax())]
    nearest = np.abs(chances - 0.5).argmin(axis=0)
    return {unit: tuple(dict.fromkeys((common, RUNGS[i]))) for unit, i in zip(units, nearest.tolist(), strict=True)}


def _fans(desk: Desk, units: list[str], question: Question) -> tuple[Fan, ...]:
    """Return the past of each unit and the quantiles of each month to the end of the window."""
    known, ahead = desk.known, desk.task.horizons[0]
    horizons = tuple(range(1, ahead + question.window_months))
    task = Task(horizons=horizons, seed=desk.options.seed, near=desk.task.near)
    made = forecast(known, origin=desk.origin, task=task, model=desk.options.model)
    levels = made.quantiles(np.array(FAN_LEVELS))
    months = month_range(add_months(desk.origin, 1), len(horizons))
    return tuple(
        Fan(
            unit=unit, past=_past(known, known.units.index(unit)),
            future=tuple(zip(months, map(tuple, levels[:, known.units.index(unit)].tolist()), strict=True)),
        )
        for unit in units
    )  # fmt: skip


def _past(known: Panel, unit: int) -> tuple[tuple[date, float | None], ...]:
    counts, seen = known.counts[-PAST_MONTHS:, unit].tolist(), known.observed[-PAST_MONTHS:, unit].tolist()
    told = (count if there else None for count, there in zip(counts, seen, strict=True))
    return tuple(zip(known.times[-PAST_MONTHS:], told, strict=True))
