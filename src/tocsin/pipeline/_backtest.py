"""What models would have said, month after month, and what came."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from tocsin.core.arrays import Floats, digest
from tocsin.core.errors import InputError
from tocsin.core.forecast import Forecast
from tocsin.core.months import add_months, month_range, months_between
from tocsin.core.panel import Panel
from tocsin.core.score import Score
from tocsin.core.track import Track
from tocsin.forecast import FORECASTERS, Task, fit, near_of
from tocsin.pipeline._cache import whole
from tocsin.pipeline._version import code_version
from tocsin.score import RULES, outcomes, pit

REFIT_MONTHS = 12
# The first origin knows at least so many months beyond those that a task needs.
LEAST_HISTORY_MONTHS = 24
ALONE = ":alone"

Done = Callable[[str], None]


def silent(what: str) -> None:
    """Take no note of `what` was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BacktestOptions:
    """What is forecast again: from each month of `first` to `last`, `horizon` months on, sums over `window_months`.

    A model is one of FORECASTERS; with `:alone` after its name it is given no neighbours, so that both can be compared.
    Each is fitted again every `refit_months`, with what was known then. `at_least` are counts whose chance is
    kept; `rules` are those of `tocsin.score.RULES` to score by. `cache` is a folder in which chances are kept.
    """

    first: date
    last: date
    models: tuple[str, ...] = ("conflictology", "pool")
    horizon: int = 1
    window_months: int = 1
    at_least: tuple[int, ...] = ()
    rules: tuple[str, ...] = ()
    refit_months: int = REFIT_MONTHS
    seed: int = 0
    cache: Path | None = None

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise InputError(f"the first origin, {self.first:%Y-%m}, lies after the last, {self.last:%Y-%m}")
        unknown = [rule for rule in self.rules if rule not in RULES]
        if unknown:
            raise InputError(f"no rule {unknown[0]!r}; there is: {', '.join(RULES)}")

    @property
    def origins(self) -> tuple[date, ...]:
        """Return the months from which is forecast."""
        return month_range(self.first, months_between(self.first, self.last) + 1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Backtest:
    """One model judged: `scores` by rule and `pits` (O, U) by origin and unit, and a track for each count asked for."""

    model: str
    scores: dict[str, Score]
    pits: Floats
    tracks: tuple[Track, ...]


def backtest(panel: Panel, options: BacktestOptions, *, done: Done = silent) -> tuple[Backtest, ...]:
    """Return each model judged on `panel`; `done` is told each model and year.

    Raises InputError where the panel does not reach from the first origin to the end of the last window, UnknownName
    for a model that is not there.
    """
    _require_room(panel, options)
    for model in options.models:
        FORECASTERS.make(model.removesuffix(ALONE))
    return tuple(_kept(panel, options, model, done) for model in options.models)


def origins_with_room(panel: Panel, *, horizon: int, window_months: int) -> tuple[date, date]:
    """Return the first origin with enough past to learn from and the last whose outcome `panel` holds.

    The first comes after the last where there is none.
    """
    needed = horizon + window_months
    return add_months(panel.times[0], needed + LEAST_HISTORY_MONTHS), add_months(panel.times[-1], 1 - needed)


def _require_room(panel: Panel, options: BacktestOptions) -> None:
    first, last = origins_with_room(panel, horizon=options.horizon, window_months=options.window_months)
    if first <= options.first and options.last <= last:
        return
    room = f"{first:%Y-%m} to {last:%Y-%m}" if first <= last else "none"
    raise InputError(
        f"the panel has counts of {panel.times[0]:%Y-%m} to {panel.times[-1]:%Y-%m}; origins {options.first:%Y-%m} to "
        f"{options.last:%Y-%m} leave no room for learning or for outcomes: expected origins within {room}"
    )


def _kept(panel: Panel, options: BacktestOptions, model: str, done: Done) -> Backtest:
    """Return what was kept of the same backtest, else make it and keep it; scores by rule are not kept."""
    path = None if options.cache is None or options.rules else options.cache / f"{_key(panel, options, model)}.npz"
    if path is not None and path.is_file():
        with np.load(path, allow_pickle=False) as held:
            return _backtest(panel, options, model, {name: held[name] for name in held.files})
    cells = _cells(panel, options, model, done)
    if path is not None:
        with whole(path) as half:
            np.savez_compressed(half, **cells)  # type: ignore[arg-type]
    return _backtest(panel, options, model, cells)


def _key(panel: Panel, options: BacktestOptions, model: str) -> str:
    asked = (options.first, options.last, options.horizon, options.window_months, options.at_least)
    return digest([panel.digest, code_version(), model, *map(str, (*asked, options.refit_months, options.seed))])


def _cells(panel: Panel, options: BacktestOptions, model: str, done: Done) -> dict[str, Floats]:
    """Return values (O, U) by name: chances, outcomes, scores by rule."""
    task = Task(
        horizons=(options.horizon,),
        window_months=options.window_months,
        seed=options.seed,
        near=None if model.endswith(ALONE) else near_of(panel.units),
    )
    fitted, rows = None, list[dict[str, Floats]]()
    for origin in options.origins:
        if fitted is None or months_between(fitted.until, origin) >= options.refit_months:
            fitted = fit(panel, origin=origin, task=task, model=model.removesuffix(ALONE))
            done(f"{model} {origin.year}")
        rows.append(_row(fitted.forecast(panel, origin=origin), panel, options))
    return {name: np.stack([row[name] for row in rows]) for name in rows[0]}


def _row(made: Forecast, panel: Panel, options: BacktestOptions) -> dict[str, Floats]:
    y = outcomes(made, panel)
    found = {f"chance {k}": made.at_least(k)[0] for k in options.at_least}
    scores = {rule: RULES[rule](made, y)[0] for rule in options.rules}
    transforms = pit(made.pmf, made.grid, y, seed=months_between(panel.times[0], made.origin))
    return {"outcome": y[0], "pit": transforms[0], **found, **scores}


def _backtest(panel: Panel, options: BacktestOptions, model: str, cells: dict[str, Floats]) -> Backtest:
    outcome = cells["outcome"]
    tracks = tuple(
        Track(
            model=model, target=panel.target, at_least=k, horizon=options.horizon, window_months=options.window_months,
            origins=options.origins, units=panel.units, chance=cells[f"chance {k}"],
            happened=np.where(np.isfinite(outcome), outcome >= k, np.nan),
        )
        for k in options.at_least
    )  # fmt: skip
    scores = {rule: Score(rule=rule, values=cells[rule], axes=("origin", "unit")) for rule in options.rules}
    return Backtest(model=model, scores=scores, pits=cells["pit"], tracks=tracks)
