"""What a model of occurrence and severity looks at: own and neighbours' past, faded with different half-lives."""

from collections.abc import Callable, Iterator

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


def months_since(happened: Bools) -> Ints:
    """Return for each month how many months ago it last `happened` (T, U), 0 for this month, with a ceiling."""
    at = np.arange(len(happened))[:, None]
    return np.asarray(at - np.maximum.accumulate(np.where(happened, at, -LONGEST_QUIET), axis=0))


def rows_of(known: Panel, task: Task, at: tuple[Ints, Ints], *, of: Columns = columns) -> Floats:
    """Return the features (N, F) of the months and units `at`; one feature is held in full at a time."""
    return np.stack([column[at] for column in of(known, task)], axis=1)


def last_rows(known: Panel, task: Task, *, of: Columns = columns) -> Floats:
    """Return the features (U, F) of the last month."""
    return np.stack([column[-1] for column in of(known, task)], axis=1)
