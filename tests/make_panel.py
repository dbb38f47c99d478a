"""Panels and forecasts for tests."""

from datetime import date, timedelta

import numpy as np

from tocsin import Answer, Driver, Fan, Forecast, Outlook, Panel, Question
from tocsin.core.months import add_months, month_range

START = date(2000, 1, 1)


def panel(counts, *, observed=None, start=START, units=None, target="deaths"):
    """Return a panel of `counts` (T, U), all observed unless told otherwise, known at the end of its last month."""
    counts = np.asarray(counts, float)
    names = units or tuple(chr(ord("A") + u) if u < 26 else f"U{u}" for u in range(counts.shape[1]))
    return Panel(
        counts=counts,
        observed=np.ones(counts.shape, bool) if observed is None else observed,
        times=month_range(start, len(counts)),
        units=names,
        target=target,
        as_of=add_months(start, len(counts)) - timedelta(days=1),
    )


def forecast(chances, *, grid, origin=START, horizons=(1,), **fields):
    """Return a forecast of one horizon and unit from `chances` (G,), or of several from (H, U, G)."""
    pmf = np.asarray(chances, float)
    pmf = pmf.reshape(1, 1, -1) if pmf.ndim == 1 else pmf
    units = tuple(chr(ord("A") + u) for u in range(pmf.shape[1]))
    made = {"target": "deaths", "model": "test", "panel": "none", "seed": 0, "units": units} | fields
    return Forecast(pmf=pmf, grid=grid, origin=origin, horizons=horizons, **made)


NORTH_AFRICA = ("TN", "LY", "DZ", "EG", "NE", "ML", "TD", "SD")


def countries(*, n_months=120, start=date(2005, 1, 1), seed=4, target="all"):
    """Return a panel of neighbours in North Africa, with bursts of violence that cross no border."""
    rng = np.random.default_rng(seed)
    rates = np.exp(rng.normal(-1, 1, len(NORTH_AFRICA)) + np.cumsum(rng.normal(0, 0.3, (n_months, 8)), axis=0))
    counts = rng.negative_binomial(0.5, 0.5 / (0.5 + np.minimum(rates, 200.0)))
    return panel(counts, start=start, units=NORTH_AFRICA, target=target)


def answer(*, unit="TN", probability=0.8, baseline=0.5, asked=date(2013, 3, 1), **fields):
    """Return an answer on at least 10 deaths within 6 months, with no more than a probability and a baseline."""
    asks = {"target": "all", "unit": unit, "at_least": 10, "window_months": 6, "start": asked, "as_of": asked}
    made = {
        "word": "likely", "confidence": "low", "reasons": (), "baseline": "conflictology",
        "baselines": {"conflictology": baseline}, "others": {}, "drivers": (), "refitted": None, "history": None,
        "changes": (), "model": "pool", "origin": add_months(asked, -2), "panel": "none", "code": "test",
    } | fields  # fmt: skip
    return Answer(question=Question(**asks), probability=probability, **made)


def driver(kind="own", unit=None, *, share=0.9, low=None, high=None, without=0.1):
    """Return a part of an expectation, with no range unless one is given."""
    return Driver(kind=kind, unit=unit, share=share, low=share if low is None else low,
                  high=share if high is None else high, without=without)  # fmt: skip


def fan(*, unit="TN", past=(0, 3, None, 12), future=((0, 1, 4, 9, 30),), start=date(2012, 10, 1)):
    """Return a fan: months of the past from `start` on, then quantiles of the months after."""
    months = month_range(start, len(past) + len(future))
    return Fan(
        unit=unit,
        past=tuple(zip(months, past, strict=False)),
        future=tuple(zip(months[len(past) :], (tuple(map(float, levels)) for levels in future), strict=True)),
    )


def outlook(*answers, **fields):
    """Return an outlook with these answers, and a fan for each unit they are about."""
    units = dict.fromkeys(found.question.unit for found in answers)
    made = {
        "asked": date(2013, 3, 1), "origin": date(2013, 1, 1), "what": "deaths in organised violence",
        "source": "a test", "answers": answers, "fans": tuple(fan(unit=unit) for unit in units),
    } | fields  # fmt: skip
    return Outlook(**made)
