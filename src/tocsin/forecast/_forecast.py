"""The verb: from a panel to a forecast, with nothing after the origin in sight."""

from dataclasses import dataclass
from datetime import date

from tocsin.core.checks import require
from tocsin.core.errors import LookAheadError
from tocsin.core.forecast import Forecast
from tocsin.core.panel import Panel
from tocsin.forecast._analogues import Analogues
from tocsin.forecast._baselines import Recent, Zero
from tocsin.forecast._boosted import Boosted
from tocsin.forecast._grid import GRID
from tocsin.forecast._hurdle import Hurdle, hawkes
from tocsin.forecast._ladder import Ladder
from tocsin.forecast._learned import Learned
from tocsin.forecast._net import Net
from tocsin.forecast._own import Own, WithOwn
from tocsin.forecast._pool import ByWindow, Pool
from tocsin.forecast._task import Fitted, Forecaster, Task
from tocsin.registry import Registry


def _pool() -> ByWindow:
    """Return the default pool: chosen on 2006-2017 (tools/choose_pool.py), for windows on 2003-2014 (benchmarks.md)."""
    months = WithOwn(Pool((hawkes(), Net()), (1.0, 1.0)))
    return ByWindow(months, Pool((Ladder(), hawkes()), (1.0, 0.0)))


def _learned() -> Learned:
    """Return a pool with learned weights, of members that are fitted fast enough to be fitted twice."""
    return Learned((Ladder(), hawkes(), Hurdle(), Own()))


FORECASTERS = Registry[Forecaster](
    "forecaster",
    {
        "zero": Zero,
        "last": lambda: Recent(months=1),
        "climatology": lambda: Recent(months=240, half_life=24.0),
        "conflictology": lambda: Recent(months=12),
        "analogues": Analogues,
        "hurdle": Hurdle,
        "hawkes": hawkes,
        "ladder": Ladder,
        "net": Net,
        "own": Own,
        "pool": _pool,
        "learned": _learned,
        "boosted": Boosted,
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A model fitted to a panel as known at `until`; it can forecast from that month and from later ones."""

    model: str
    task: Task
    until: date
    units: tuple[str, ...]
    fitted: Fitted

    def forecast(self, panel: Panel, *, origin: date) -> Forecast:
        """Return the forecast from `origin`; only `panel` up to that month is looked at.

        Raises LookAheadError for an origin before the model was fitted, or after the panel's end.
        """
        known = panel.until(origin)
        if known.times[-1] < self.until:
            raise LookAheadError(
                f"{self.model} was fitted with data to {self.until:%Y-%m}; {origin:%Y-%m} is before that"
            )
        require(known.units == self.units, f"{self.model} was fitted to other units than those of the panel")
        return Forecast(
            pmf=self.fitted.pmf(known), grid=GRID, origin=known.times[-1], horizons=self.task.horizons,
            units=known.units, target=known.target, model=self.model, panel=known.digest, seed=self.task.seed,
            window_months=self.task.window_months, shares=self.fitted.shares(known),
        )  # fmt: skip


def fit(panel: Panel, *, origin: date, task: Task, model: str = "pool") -> Fit:
    """Return the `model` of FORECASTERS fitted to `panel` as known in the month of `origin`.

    Raises UnknownName for a model that is not there, LookAheadError for an origin after its end, InvalidNoun for a
    panel too short for the task.
    """
    known = panel.until(origin)
    needed = max(task.horizons) + task.window_months
    found = f"the panel has {len(known.times)} months at {origin:%Y-%m}"
    require(len(known.times) > needed, f"{found}; this task needs more than {needed}: horizon and window")
    fitted = FORECASTERS.make(model).fit(known, task)
    return Fit(model=model, task=task, until=known.times[-1], units=known.units, fitted=fitted)


def forecast(panel: Panel, *, origin: date, task: Task, model: str = "pool") -> Forecast:
    """Return the forecast of `task` from the month of `origin`, by a `model` of FORECASTERS; errors as of fit."""
    return fit(panel, origin=origin, task=task, model=model).forecast(panel, origin=origin)
