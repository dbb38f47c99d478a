"""Whether there is anything: a logistic model, and an additive one whose terms can be told apart."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from tocsin.core.arrays import Floats

RIDGE = 1.0
HAWKES_RIDGE = 1e-4
N_STEPS = 12
LEAST_STEP = 1e-6
MOST_STEPS = 80
LEAST_RATE, MOST_RATE = 1e-5, 30.0


def fit_logistic(
    x: Floats, happened: Floats, weights: Floats, *, ridge: float = RIDGE, start: Floats | None = None
) -> Floats:
    """Return coefficients (F + 1,), the first the constant, by Newton steps with a ridge penalty, from `start` on."""
    x = np.concatenate([np.ones((len(x), 1)), x], axis=1)
    penalty = ridge * np.eye(x.shape[1])
    penalty[0, 0] = 1e-2
    found = np.zeros(x.shape[1]) if start is None else start
    for _ in range(N_STEPS):
        chance = expit(x @ found)
        slope = x.T @ (weights * (happened - chance)) - penalty @ found
        bend = (x.T * (weights * chance * (1 - chance))) @ x + penalty
        step = np.clip(np.linalg.solve(bend, slope), -4.0, 4.0)
        found = found + step
        if np.abs(step).max() < LEAST_STEP:
            break
    return found


def chance_logistic(x: Floats, found: Floats) -> Floats:
    """Return the probability (N,) of any for features `x` (N, F)."""
    return np.asarray(expit(found[0] + x @ found[1:]))


def fit_additive(x: Floats, happened: Floats, weights: Floats) -> Floats:
    """Return rates (F + 1,), none negative, the first the base: P(any) = 1 - exp(-(base + x @ rates)).

    Weighted likelihood, concave, with a small ridge, by L-BFGS-B with its gradient. Without a case, the least rate.
    """
    if not len(x):
        return np.concatenate([[LEAST_RATE], np.zeros(x.shape[1])])
    x = np.concatenate([np.ones((len(x), 1)), x], axis=1)
    total = weights.sum()

    def loss(rates: Floats) -> tuple[float, Floats]:
        rate = np.clip(x @ rates, LEAST_RATE, MOST_RATE)
        none = np.exp(-rate)
        value = -(weights * np.where(happened > 0, np.log1p(-none), -rate)).sum() / total
        slope = -x.T @ (weights * np.where(happened > 0, none / (1 - none), -1.0)) / total
        return value + HAWKES_RIDGE * float(rates @ rates), slope + 2 * HAWKES_RIDGE * rates

    start = np.full(x.shape[1], 0.05)
    bounds = [(LEAST_RATE, None)] + [(0.0, None)] * (x.shape[1] - 1)
    options = {"maxiter": MOST_STEPS}
    return np.asarray(minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B", options=options).x)


def chance_additive(x: Floats, rates: Floats) -> Floats:
    """Return the probability (N,) of any for features `x` (N, F)."""
    return np.asarray(-np.expm1(-(rates[0] + x @ rates[1:])))
