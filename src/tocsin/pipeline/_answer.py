"""From a question to an answer: forecast, baselines, drivers, how such forecasts did, and what would change it."""

import json
from dataclasses import dataclass, replace
from datetime import date

from tocsin.ask import unit_name
from tocsin.core.answer import Answer, Change, Driver
from tocsin.core.arrays import Floats, digest
from tocsin.core.panel import Panel
from tocsin.core.question import Question
from tocsin.core.wire import from_json, to_json
from tocsin.forecast import Fit
from tocsin.pipeline._ask_options import AskOptions
from tocsin.pipeline._backtest import Done, silent
from tocsin.pipeline._cache import whole
from tocsin.pipeline._desk import Desk, desk_for
from tocsin.pipeline._drivers import drivers_of
from tocsin.pipeline._version import code_version
from tocsin.score import confidence, history_of, word_for

BASELINES = ("conflictology", "climatology")
OTHERS = ("hawkes", "hurdle", "analogues")
# Months of the past that are changed to see what would change an answer.
QUIET_MONTHS = 6


def answer(question: Question, panel: Panel, *, options: AskOptions, done: Done = silent) -> Answer:
    """Return the answer to `question` from what `panel` held before it was asked; `done` is told what was made.

    An answer given before is taken from the cache that `options` name, if the panel and the code are the same.

    Raises InputError where the panel ends too long before the question or begins too late for it, UnknownName for a
    model that is not there.
    """
    later = panel.as_of > question.as_of
    desk = desk_for(question, panel, options=options, done=done)
    if options.cache is None:
        return answer_at(desk, question, later=later)
    facts = (question.id, desk.known.digest, later, replace(options, cache=None))
    path = options.cache / f"{digest([code_version(), *map(str, facts)])}.json"
    if not path.is_file():
        with whole(path) as half:
            half.write_text(json.dumps(to_json(answer_at(desk, question, later=later))), encoding="utf-8")
    return from_json(Answer, json.loads(path.read_text(encoding="utf-8")))


def answer_at(desk: Desk, question: Question, *, later: bool) -> Answer:
    """Return the answer to a question about the window of `desk`; `later` tells that counts are of a later release."""
    options, say = desk.options, Chance(desk=desk, question=question)
    probability = say.by(options.model)
    others = {name: say.by(name) for name in OTHERS if name != options.model}
    drivers = _drivers(say)
    history = history_of(desk.track(question.at_least), unit=question.unit, probability=probability, seed=options.seed)
    level, reasons = confidence(probability, others, history, later=later)
    return Answer(
        question=question, probability=probability, word=word_for(probability), confidence=level, reasons=reasons,
        baseline=options.baseline, baselines={name: say.by(name) for name in (options.baseline, *BASELINES)},
        others=others, drivers=drivers, history=history, changes=_changes(say, drivers), model=options.model,
        refitted=say(desk.fit(options.model, alone=True)) if any(d.kind == "neighbour" for d in drivers) else None,
        origin=desk.origin, panel=desk.known.digest, code=code_version(),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """The probability of a question, from what is known or from what would be."""

    desk: Desk
    question: Question

    def __call__(self, fitted: Fit, counts: Floats | None = None) -> float:
        """Return the probability by a fitted model, with `counts` (T, U) in the place of those known."""
        return float(self.desk.forecast(fitted, counts).at_least(self.question.at_least)[0, self.unit])

    @property
    def unit(self) -> int:
        """Return the number of the unit that is asked about."""
        return self.desk.known.units.index(self.question.unit)

    @property
    def months(self) -> tuple[date, ...]:
        """Return the months that are known."""
        return self.desk.known.times

    def by(self, model: str) -> float:
        """Return the probability by the model of that name."""
        return self(self.desk.fit(model))

    def had(self, unit: int, count: float, *, last: int) -> float:
        """Return the probability had there been `count` in `unit` in each of the `last` months known."""
        counts = self.desk.known.counts.copy()
        counts[-last:, unit] = count
        return self(self.desk.fit(self.desk.options.model), counts)


def _drivers(say: Chance) -> tuple[Driver, ...]:
    """Return the parts of the fitted rate, the largest first; none for models without."""
    return tuple(replace(driver, without=_without(say, driver)) for driver in drivers_of(say.desk, say.unit))


def _without(say: Chance, driver: Driver) -> float | None:
    """Return the probability had the record of that unit been empty; None for the base rate, which has none."""
    if driver.kind == "base":
        return None
    unit = say.unit if driver.unit is None else say.desk.known.units.index(driver.unit)
    return say.had(unit, 0, last=len(say.months))


def _changes(say: Chance, drivers: tuple[Driver, ...]) -> tuple[Change, ...]:
    """Return what the answer would be, had the last months been otherwise here or in the neighbour of most share."""
    counts, here = say.desk.known.counts, say.unit
    found = [_quiet(say, here), _month(say, here, max(say.question.at_least, counts[-1, here] + 1))]
    near = next((driver.unit for driver in drivers if driver.kind == "neighbour"), None)
    if near is not None:
        other = say.desk.known.units.index(near)
        found += [_quiet(say, other), _month(say, other, counts[:, other].max())]
    return tuple(found)


def _quiet(say: Chance, unit: int) -> Change:
    """Return the probability had there been nothing in `unit` in the last months."""
    seen = say.desk.known.counts[-QUIET_MONTHS:, unit].sum()
    span = f"{say.months[-QUIET_MONTHS]:%Y-%m} to {say.months[-1]:%Y-%m}"
    what = f"none in {unit_name(say.desk.known.units[unit])} in {span}, where {seen:g} were counted"
    return Change(what=what, probability=say.had(unit, 0, last=QUIET_MONTHS))


def _month(say: Chance, unit: int, count: float) -> Change:
    """Return the probability had there been `count` in `unit` in the last month."""
    seen = say.desk.known.counts[-1, unit]
    what = (
        f"{count:g} in {unit_name(say.desk.known.units[unit])} in {say.months[-1]:%Y-%m}, where {seen:g} were counted"
    )
    return Change(what=what, probability=say.had(unit, count, last=1))
