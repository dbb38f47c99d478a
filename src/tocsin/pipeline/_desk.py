"""What was known on a day, and the models fitted to it, each once for all questions of that day."""

from dataclasses import dataclass, field, replace
from datetime import date

from tocsin.core.arrays import Floats
from tocsin.core.errors import InputError
from tocsin.core.forecast import LONGEST_HORIZON, Forecast, Spillover
from tocsin.core.months import add_months, month_of, months_between
from tocsin.core.panel import Panel
from tocsin.core.question import Question
from tocsin.core.track import Track
from tocsin.forecast import Fit, Task, fit, near_of, spillover
from tocsin.pipeline._ask_options import AskOptions
from tocsin.pipeline._backtest import BacktestOptions, Done, backtest, origins_with_room

# Counts whose chance is looked up in every backtest, so that one serves several questions.
RUNGS = (1, 10, 25, 100, 250, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All that answers to questions about one window need; `known` is cut at the origin. What was made is kept."""

    known: Panel
    task: Task
    options: AskOptions
    done: Done
    fits: dict[tuple[str, bool], Fit] = field(default_factory=dict)
    tracks: dict[int, tuple[Track, Track] | None] = field(default_factory=dict)
    spills: dict[str, Spillover | None] = field(default_factory=dict)

    @property
    def origin(self) -> date:
        """Return the last month that is known."""
        return self.known.times[-1]

    def fit(self, model: str, *, alone: bool = False) -> Fit:
        """Return a model fitted with what is known; `alone` with no neighbours given."""
        key = (model, alone)
        if key not in self.fits:
            task = replace(self.task, near=None) if alone else self.task
            self.fits[key] = fit(self.known, origin=self.origin, task=task, model=model)
            self.done(model)
        return self.fits[key]

    def forecast(self, fitted: Fit, counts: Floats | None = None) -> Forecast:
        """Return the forecast from the origin, with `counts` (T, U) in the place of those known."""
        panel = self.known if counts is None else replace(self.known, counts=counts)
        return fitted.forecast(panel, origin=self.origin)

    def spillover(self) -> Spillover | None:
        """Return what the rate of the model is made of; None for a model whose expectation has no parts."""
        model = self.options.model
        if model not in self.spills:
            has_parts = self.forecast(self.fit(model)).shares is not None
            self.spills[model] = spillover(self.known, task=self.task) if has_parts else None
        return self.spills[model]

    def track(self, at_least: int) -> tuple[Track, Track] | None:
        """Return what the model and the baseline said before of reaching a count; None where the past is too short."""
        if at_least not in self.tracks:
            asked = tuple(sorted({*RUNGS, at_least}))
            self.tracks.update(dict.fromkeys(asked) | self._tracks(asked))
        return self.tracks[at_least]

    def _tracks(self, asked: tuple[int, ...]) -> dict[int, tuple[Track, Track] | None]:
        horizon, window, options = self.task.horizons[0], self.task.window_months, self.options
        earliest, last = origins_with_room(self.known, horizon=horizon, window_months=window)
        first = max(earliest, add_months(last, 1 - options.history_months))
        if first > last:
            return {}
        again = BacktestOptions(
            first=first, last=last, models=(options.model, options.baseline), horizon=horizon, window_months=window,
            at_least=asked, seed=options.seed, cache=options.cache,
        )  # fmt: skip
        model, baseline = backtest(self.known, again, done=self.done)
        return {k: (model.tracks[i], baseline.tracks[i]) for i, k in enumerate(asked)}


def desk_for(question: Question, panel: Panel, *, options: AskOptions, done: Done) -> Desk:
    """Return the desk for the window of `question`; raise InputError where `panel` ends or begins too far from it."""
    origin = min(add_months(month_of(question.as_of), -1 - options.delay_months), panel.times[-1])
    ahead = months_between(origin, question.start)
    needed = ahead + question.window_months
    if ahead > LONGEST_HORIZON:
        raise InputError(
            f"the panel ends with {panel.times[-1]:%Y-%m}, {ahead} months before the question begins "
            f"({question.start:%Y-%m}); at most {LONGEST_HORIZON} are forecast: use a newer panel or an earlier --as-of"
        )
    if months_between(panel.times[0], origin) <= needed:
        raise InputError(
            f"the panel begins with {panel.times[0]:%Y-%m}; a question of {question.as_of} needs more than {needed} "
            f"months before {origin:%Y-%m}"
        )
    task = Task(horizons=(ahead,), window_months=question.window_months, seed=options.seed, near=near_of(panel.units))
    return Desk(known=panel.until(origin), task=task, options=options, done=done)
