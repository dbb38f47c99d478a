"""From a question to an answer: forecast, baselines, drivers, how such forecasts did, and what would change it."""

from dataclasses import dataclass, replace
from datetime import date

from tocsin.ask import unit_name
from tocsin.core.answer import Answer, Change, Driver
from tocsin.core.arrays import Floats
from tocsin.core.errors import InputError
from tocsin.core.forecast import LONGEST_HORIZON
from tocsin.core.months import add_months, month_of, months_between
from tocsin.core.panel import Panel
from tocsin.core.question import Question
from tocsin.forecast import Fit, Task, fit
from tocsin.pipeline._ask_options import AskOptions
from tocsin.pipeline._backtest import Done, silent
from tocsin.pipeline._estimate import confidence, word_for
from tocsin.pipeline._history import history_of
from tocsin.pipeline._near import near_of
from tocsin.pipeline._version import code_version

BASELINES = ("conflictology", "climatology")
OTHERS = ("hawkes", "hurdle", "analogues")
# Neighbours with a smaller share are not named.
LEAST_SHARE = 0.0005
# Months of the past that are changed to see what would change an answer.
QUIET_MONTHS = 6


def answer(question: Question, panel: Panel, *, options: AskOptions, done: Done = silent) -> Answer:
    """Return the answer to `question` from what `panel` held before it was asked; `done` is told what was made.

    Raises InputError where the panel ends too long before the question or begins too late for it, UnknownName for a
    model that is not there.
    """
    origin = _origin(question, panel, options)
    known = panel.until(origin)
    task = Task(
        horizons=(months_between(origin, question.start),), window_months=question.window_months, seed=options.seed,
        near=near_of(panel.units),
    )  # fmt: skip
    fitted = fit(known, origin=origin, task=task, model=options.model)
    done(options.model)
    say = _Chance(fitted, known, question)
    baselines = _by_model(known, task, question, tuple(dict.fromkeys((options.baseline, *BASELINES))))
    others = _by_model(known, task, question, tuple(name for name in OTHERS if name != options.model))
    drivers = _drivers(say)
    history = history_of(question, known, options=options, probability=say(), done=done)
    level, reasons = confidence(say(), others, history, later=panel.as_of > question.as_of)
    return Answer(
        question=question, probability=say(), word=word_for(say()), confidence=level, reasons=reasons,
        baseline=options.baseline, baselines=baselines, others=others, drivers=drivers,
        refitted=_refitted(say, options.model) if any(d.kind == "neighbour" for d in drivers) else None,
        history=history, changes=_changes(say, drivers), model=options.model, origin=origin, panel=known.digest,
        code=code_version(),
    )  # fmt: skip


def _origin(question: Question, panel: Panel, options: AskOptions) -> date:
    """Return the last month that was known when the question was asked, or that the panel holds."""
    known = min(add_months(month_of(question.as_of), -1 - options.delay_months), panel.times[-1])
    ahead = months_between(known, question.start)
    needed = ahead + question.window_months
    if ahead > LONGEST_HORIZON:
        raise InputError(
            f"the panel ends with {panel.times[-1]:%Y-%m}, {ahead} months before the question begins "
            f"({question.start:%Y-%m}); at most {LONGEST_HORIZON} are forecast: use a newer panel or an earlier --as-of"
        )
    if months_between(panel.times[0], known) <= needed:
        raise InputError(
            f"the panel begins with {panel.times[0]:%Y-%m}; a question of {question.as_of} needs more than {needed} "
            f"months before {known:%Y-%m}"
        )
    return known


@dataclass(frozen=True, slots=True)
class _Chance:
    """The probability of a question by a fitted model, from what is known or would be."""

    fitted: Fit
    known: Panel
    question: Question

    def __call__(self, counts: Floats | None = None, fitted: Fit | None = None) -> float:
        """Return the probability, with `counts` (T, U) in the place of those known."""
        panel = self.known if counts is None else replace(self.known, counts=counts)
        made = (fitted or self.fitted).forecast(panel, origin=panel.times[-1])
        return float(made.at_least(self.question.at_least)[0, self.unit])

    @property
    def unit(self) -> int:
        """Return the number of the unit that is asked about."""
        return self.known.units.index(self.question.unit)

    def without(self, *units: int) -> float:
        """Return the probability with no events ever in `units`."""
        counts = self.known.counts.copy()
        counts[:, list(units)] = 0
        return self(counts)


def _by_model(known: Panel, task: Task, question: Question, models: tuple[str, ...]) -> dict[str, float]:
    origin = known.times[-1]
    return {name: _Chance(fit(known, origin=origin, task=task, model=name), known, question)() for name in models}


def _drivers(say: _Chance) -> tuple[Driver, ...]:
    """Return the parts of the fitted rate, the largest first: base, own record, neighbours; none for other models."""
    shares = say.fitted.forecast(say.known, origin=say.known.times[-1]).shares
    if shares is None:
        return ()
    mine = shares.pairs[:, 0] == say.unit
    others = zip(shares.pairs[mine, 1].tolist(), shares.neighbours[0, mine].tolist(), strict=True)
    own = Driver(kind="own", unit=None, share=float(shares.own[0, say.unit]), without=say.without(say.unit))
    base = Driver(kind="base", unit=None, share=float(shares.base[0, say.unit]), without=None)
    units = say.known.units
    near = [
        Driver(kind="neighbour", unit=units[other], share=share, without=say.without(other))
        for other, share in others
        if share >= LEAST_SHARE
    ]
    return tuple(sorted((own, base, *near), key=lambda driver: -driver.share))


def _refitted(say: _Chance, model: str) -> float:
    """Return the probability by the model fitted again with no neighbours given."""
    task = replace(say.fitted.task, near=None)
    return say(fitted=fit(say.known, origin=say.known.times[-1], task=task, model=model))


def _changes(say: _Chance, drivers: tuple[Driver, ...]) -> tuple[Change, ...]:
    """Return what the answer would be, had the last months been otherwise here or in the neighbour of most share."""
    here, k = say.unit, say.question.at_least
    found = [_quiet(say, here), _month(say, here, max(k, say.known.counts[-1, here] + 1))]
    near = next((driver.unit for driver in drivers if driver.kind == "neighbour"), None)
    if near is not None:
        other = say.known.units.index(near)
        found += [_quiet(say, other), _month(say, other, say.known.counts[:, other].max())]
    return tuple(found)


def _quiet(say: _Chance, unit: int) -> Change:
    """Return the probability had there been nothing in `unit` in the last months."""
    counts, times = say.known.counts.copy(), say.known.times[-QUIET_MONTHS:]
    seen = counts[-QUIET_MONTHS:, unit].sum()
    counts[-QUIET_MONTHS:, unit] = 0
    span = f"{times[0]:%Y-%m} to {times[-1]:%Y-%m}"
    what = f"none in {unit_name(say.known.units[unit])} in {span}, where {seen:g} were counted"
    return Change(what=what, probability=say(counts))


def _month(say: _Chance, unit: int, count: float) -> Change:
    """Return the probability had there been `count` in `unit` in the last month."""
    counts, month = say.known.counts.copy(), say.known.times[-1]
    seen = counts[-1, unit]
    counts[-1, unit] = count
    what = f"{count:g} in {unit_name(say.known.units[unit])} in {month:%Y-%m}, where {seen:g} were counted"
    return Change(what=what, probability=say(counts))
