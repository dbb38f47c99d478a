"""What a model of occurrence and severity looks at: own and neighbours' past, faded with different half-lives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.signal import lfilter

from tocsin.core.arrays import Bools, Floats, Ints
from tocsin.core.panel import Panel
from tocsin.forecast._task import Task

OWN_HALF_LIVES = (1.0, 6.0, 36.0, 120.0)
NEIGHBOUR_HALF_LIVES = (3.0, 24.0)
N_OWN = 2 * len(OWN_HALF_LIVES)
# A month with so many is a month of war; the sum over a year bends where it says so, and again where it says large war.
MANY = 25.0
YEAR, SUM_MONTHS, YEAR_KNOTS = 12, (3, 12, 60), (25.0, 500.0)
# How many, given any: the sums over so many months bend where they reach these counts; how far the logarithms of a
# unit's months lie apart is faded with this half-life.
LEVEL_KNOTS = {3: (25.0, 250.0, 2500.0), 12: (2500.0,), 60: (250.0, 2500.0)}
APART_HALF_LIFE = 12.0
# So many columns `wide_columns` adds to `columns`, and `level_columns` to those.
N_WIDE = 2 + len(SUM_MONTHS) + 1 + len(YEAR_KNOTS)
N_LEVEL = sum(len(knots) for knots in LEVEL_KNOTS.values()) + 1
LONGEST_QUIET = 240

Columns = Callable[[Panel, Task], Iterator[Floats]]


def faded(values: Floats, half_life: float) -> Floats:
    """Return the mean of the past (T, U) with weights that halve every `half_life` months, this month included."""
    keep = 2.0 ** (-1 / half_life)
    return np.asarray(lfilter([1 - keep], [1.0, -keep], values, axis=0))


def columns(known: Panel, task: Task) -> Iterator[Floats]:
    """Yield each feature (T, U), none negative: own marks log(1 + y) and occurrence, then neighbours' marks."""
    marks, happened = np.log1p(known.counts), (known.counts > 0).astype(float)
    for half_life in OWN_HALF_LIVES:
        yield faded(marks, half_life)
        yield faded(happened, half_life)
    if task.near is not None:
        weights = task.near.matrix(len(known.units))
        for half_life in NEIGHBOUR_HALF_LIVES:
            yield (weights @ faded(marks, half_life).T).T


def wide_columns(known: Panel, task: Task) -> Iterator[Floats]:
    """Yield the features of `columns`, then what bends: time since the last month of any and of many, recent sums."""
    yield from columns(known, task)
    for least in (1.0, MANY):
        yield np.log1p(months_since(known.counts >= least))
    for months in SUM_MONTHS:
        yield np.log1p(lfilter(np.ones(months), 1.0, known.counts, axis=0))
    year = np.log1p(lfilter(np.ones(YEAR), 1.0, known.counts, axis=0))
    yield year**2 / 10
    for knot in YEAR_KNOTS:
        yield np.maximum(year - np.log1p(knot), 0.0)


def level_columns(known: Panel, task: Task) -> Iterator[Floats]:
    """Yield what severity rests on: `wide_columns`, bends of the level, and last how far months lie apart."""
    yield from wide_columns(known, task)
    for months, knots in LEVEL_KNOTS.items():
        level = np.log1p(lfilter(np.ones(months), 1.0, known.counts, axis=0))
        for knot in knots:
            yield np.maximum(level - np.log1p(knot), 0.0)
    yield apart(np.log1p(known.counts), APART_HALF_LIFE)


def apart(values: Floats, half_life: float) -> Floats:
    """Return the standard deviation of the past (T, U) by the weights of `faded`; few arrays of that size at a time."""
    found, mean = faded(values**2, half_life), faded(values, half_life)
    mean *= mean
    found -= mean
    np.maximum(found, 0.0, out=found)
    return np.asarray(np.sqrt(found, out=found))


def months_since(happened: Bools) -> Ints:
    """Return for each month how many months ago it last `happened` (T, U), 0 for this month, with a ceiling."""
    at = np.arange(len(happened))[:, None]
    return np.asarray(at - np.maximum.accumulate(np.where(happened, at, -LONGEST_QUIET), axis=0))


@dataclass(frozen=True, slots=True)
class Scaling:
    """Centre (F,) and scale (F,) by which features are brought to one scale."""

    centre: Floats
    scale: Floats

    @classmethod
    def of(cls, x: Floats) -> "Scaling":
        """Return the mean and the standard deviation of each feature of `x` (N, F)."""
        return cls(x.mean(axis=0), x.std(axis=0) + 1e-9)

    def __call__(self, x: Floats) -> Floats:
        """Return `x` (N, F) on that scale."""
        return (x - self.centre) / self.scale


def rows_of(known: Panel, task: Task, at: tuple[Ints, Ints], *, of: Columns = columns) -> Floats:
    """Return the features (N, F) of the months and units `at`; one feature is held in full at a time."""
    return np.stack([column[at] for column in of(known, task)], axis=1)


def last_rows(known: Panel, task: Task, *, of: Columns = columns) -> Floats:
    """Return the features (U, F) of the last month; one feature is held in full at a time, which a view would keep."""
    return np.stack([column[-1].copy() for column in of(known, task)], axis=1)
