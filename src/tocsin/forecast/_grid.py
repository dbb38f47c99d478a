"""The grid of counts that every forecast is told on: 0 to 25 one by one, then in steps of 4%."""

import numpy as np
import numpy.typing as npt

from tocsin.core.arrays import Floats, frozen_floats

FINE_TO, STEP, TOP = 25, 1.04, 2e6
_N_STEPS = int(np.log(TOP / FINE_TO) / np.log(STEP))
_COARSE = np.unique(np.round(FINE_TO * STEP ** np.arange(1, _N_STEPS + 1)))
GRID = frozen_floats(np.concatenate([np.arange(FINE_TO + 1.0), _COARSE[_COARSE > FINE_TO]]))


def pmf_of(values: Floats, weights: Floats | None = None) -> Floats:
    """Return the distribution (..., G) of points `values` (..., M), each of weight 1/M or `weights` (..., M).

    A point between two of the grid is split between them so that the mean stays; one above the grid goes to its top.

    >>> found = pmf_of(np.array([0.0, 26.5]))
    >>> found.sum().item(), (found @ GRID).item()
    (1.0, 13.25)
    """
    shape, m = values.shape[:-1], values.shape[-1]
    if weights is None:
        weights = np.full(values.shape, 1 / m)
    n_rows = int(np.prod(shape))
    rows = np.repeat(np.arange(n_rows), m)
    flat = histogram(values.reshape(-1), weights.reshape(-1), rows=rows, n_rows=n_rows)
    return np.asarray(flat.reshape(*shape, len(GRID)) / flat.sum(axis=1).reshape(*shape, 1))


def pmf_of_logs(logs: Floats) -> Floats:
    """Return the distribution (..., G) of counts of at least 1 whose logarithms are `logs` (..., M), each as likely."""
    return pmf_of(np.maximum(np.round(np.exp(np.minimum(logs, np.log(GRID[-1])))), 1.0))


def histogram(values: Floats, weights: Floats, *, rows: npt.NDArray[np.integer], n_rows: int) -> Floats:
    """Return the weight (n_rows, G) that `values` (N,) bring to each point of the grid, for each of the `rows`."""
    held = np.minimum(values, GRID[-1])
    low = np.clip(np.searchsorted(GRID, held, side="right") - 1, 0, len(GRID) - 2)
    upper = (held - GRID[low]) / (GRID[low + 1] - GRID[low])
    cell, size = rows * len(GRID) + low, n_rows * len(GRID)
    flat = np.bincount(cell, weights * (1 - upper), size) + np.bincount(cell + 1, weights * upper, size + 1)[:size]
    return np.asarray(flat.reshape(n_rows, len(GRID)))
