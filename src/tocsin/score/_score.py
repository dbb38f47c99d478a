"""From a forecast and what came to a score."""

from collections.abc import Callable

import numpy as np

from tocsin.core.arrays import Floats
from tocsin.core.checks import require
from tocsin.core.errors import InputError
from tocsin.core.forecast import Forecast
from tocsin.core.months import add_months
from tocsin.core.panel import Panel
from tocsin.core.score import Score
from tocsin.score._rules import CHALLENGE_DRAWS, crps_pmf, ignorance, interval_score, log_score

Rule = Callable[[Forecast, Floats], Floats]

RULES: dict[str, Rule] = {
    "CRPS": lambda forecast, y: crps_pmf(forecast.pmf, forecast.grid, y),
    "CRPS of log1p": lambda forecast, y: crps_pmf(forecast.pmf, np.log1p(forecast.grid), np.log1p(y)),
    "IGN": lambda forecast, y: ignorance(forecast.draws(CHALLENGE_DRAWS), y),
    "MIS": lambda forecast, y: interval_score(forecast.draws(CHALLENGE_DRAWS), y),
    "log score": lambda forecast, y: log_score(forecast.pmf, forecast.grid, y),
}


def outcomes(forecast: Forecast, panel: Panel) -> Floats:
    """Return what came, (H, U): the counts of the forecast's months and units; NaN where not all was observed.

    Raises InvalidNoun where the panel is of another target or lacks a unit, LookAheadError where it ends too early.
    """
    require(panel.target == forecast.target, f"a forecast of {forecast.target} cannot be scored on {panel.target}")
    lacking = set(forecast.units) - set(panel.units)
    require(not lacking, f"the panel lacks {len(lacking)} units of the forecast: {', '.join(sorted(lacking)[:3])}")
    columns = [panel.units.index(unit) for unit in forecast.units]
    known = np.where(panel.observed, panel.counts, np.nan)[:, columns]
    rows = [panel.row(month) for month in forecast.months]
    ends = [panel.row(add_months(month, forecast.window_months - 1)) for month in forecast.months]
    return np.stack([known[start : end + 1].sum(axis=0) for start, end in zip(rows, ends, strict=True)])


def score(forecast: Forecast, panel: Panel, *, rule: str = "CRPS") -> Score:
    """Return the score of `forecast` on `panel` by the `rule` of RULES, for each horizon and unit.

    Raises InputError for a rule that is not there.
    """
    if rule not in RULES:
        raise InputError(f"no rule {rule!r}; there is: {', '.join(RULES)}")
    values = RULES[rule](forecast, outcomes(forecast, panel))
    return Score(rule=rule, values=values, axes=("horizon", "unit"))
