"""What a model of occurrence and severity looks at: own and neighbours' past, faded with different half-lives."""

from collections.abc import Iterator

import numpy as np
from scipy.signal import lfilter

from tocsin.core.arrays import Floats, Ints
from tocsin.core.panel import Panel
from tocsin.forecast._task import Task

OWN_HALF_LIVES = (1.0, 6.0, 36.0, 120.0)
NEIGHBOUR_HALF_LIVES = (3.0, 24.0)
N_OWN = 2 * len(OWN_HALF_LIVES)


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


def rows_of(known: Panel, task: Task, at: tuple[Ints, Ints]) -> Floats:
    """Return the features (N, F) of the months and units `at`; one feature is held in full at a time."""
    return np.stack([column[at] for column in columns(known, task)], axis=1)


def last_rows(known: Panel, task: Task) -> Floats:
    """Return the features (U, F) of the last month."""
    return np.stack([column[-1] for column in columns(known, task)], axis=1)
