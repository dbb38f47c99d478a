"""How many, given that there are any."""

from dataclasses import dataclass

import numpy as np

from tocsin.core.arrays import Floats
from tocsin.forecast._grid import pmf_of_logs

RIDGE = 3.0
N_QUANTILES = 120
N_CLASSES = 3
LEAST_ROWS = 60
N_TERMS = 5


@dataclass(frozen=True, slots=True)
class Severity:
    """log y = f(x) + s(f, v) r: ridge regressions for f and log s, and empirical r by thirds of f.

    v is the last feature: how far the months of a unit lie apart.
    """

    centre: Floats
    spread: Floats
    edges: Floats
    residuals: Floats

    def pmf(self, x: Floats) -> Floats:
        """Return the distribution (N, G) of counts of at least 1 for features `x` (N, F)."""
        f = _with_one(x) @ self.centre
        s = np.exp(_scale_terms(f, x[:, -1]) @ self.spread)
        r = self.residuals[np.searchsorted(self.edges, f)]
        return pmf_of_logs(f[:, None] + s[:, None] * r)


def fit_severity(x: Floats, y: Floats, weights: Floats) -> Severity:
    """Return the model fitted to features `x` (N, F) and counts `y` (N,); only counts above 0 are looked at."""
    some = y > 0
    if some.sum() < LEAST_ROWS:
        return _plain(x.shape[1], y[some])
    x, logs, weights = x[some], np.log(y[some]), weights[some]
    centre = _ridge(_with_one(x), logs, weights)
    f = _with_one(x) @ centre
    apart, terms = logs - f, _scale_terms(f, x[:, -1])
    spread = _ridge(terms, np.log(np.abs(apart) + 0.1), weights)
    r = apart / np.exp(terms @ spread)
    edges = np.quantile(f, np.arange(1, N_CLASSES) / N_CLASSES)
    kinds = np.searchsorted(edges, f)
    levels = (np.arange(N_QUANTILES) + 0.5) / N_QUANTILES
    residuals = np.stack([np.quantile(r[kinds == k] if (kinds == k).any() else r, levels) for k in range(N_CLASSES)])
    return Severity(centre, spread, edges, residuals)


def _plain(n_features: int, y: Floats) -> Severity:
    """Return a model without features, for a panel with next to no events: the counts there were, or 1."""
    logs = np.log(y) if len(y) else np.zeros(1)
    levels = np.quantile(logs, (np.arange(N_QUANTILES) + 0.5) / N_QUANTILES)
    return Severity(
        np.zeros(n_features + 1), np.zeros(N_TERMS), np.zeros(N_CLASSES - 1), np.tile(levels, (N_CLASSES, 1))
    )


def _scale_terms(f: Floats, apart: Floats) -> Floats:
    held = np.clip(f, 0.0, 10.0)
    return np.stack([np.ones_like(held), held, held**2 / 10, apart, apart * held / 5], axis=1)


def _with_one(x: Floats) -> Floats:
    return np.concatenate([np.ones((len(x), 1)), x], axis=1)


def _ridge(x: Floats, y: Floats, weights: Floats) -> Floats:
    penalty = RIDGE * np.eye(x.shape[1])
    penalty[0, 0] = 1e-9
    return np.asarray(np.linalg.solve((x.T * weights) @ x + penalty, (x.T * weights) @ y))
