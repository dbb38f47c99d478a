"""A small network: chances of steps from features, trained on draws of cases and horizons."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import softmax

from tocsin.core.arrays import Floats, Ints

Singles = npt.NDArray[np.float32]

N_HIDDEN = 32
N_EPOCHS, LEAST_BATCHES = 60, 15
LEAST_BATCH, MOST_BATCH = 64, 2048
RATE, DECAY = 6e-3, 1e-3
# Adam's running means (arXiv:1412.6980) of the slope and of its square; the second is short, for training is.
KEEP_SLOPE, KEEP_SQUARE, TINY = 0.9, 0.995, 1e-8


@dataclass(frozen=True, slots=True)
class Network:
    """Log odds of C steps: straight lines of F features, and C lines of N_HIDDEN bent ones."""

    into: Singles
    into_base: Singles
    out: Singles
    straight: Singles
    base: Singles

    def chances(self, x: Singles) -> Floats:
        """Return the probability (N, C) of each step for features `x` (N, F)."""
        hidden = np.tanh(x @ self.into + self.into_base)
        return np.asarray(softmax((hidden @ self.out + x @ self.straight + self.base).astype(float), axis=1))


@dataclass(frozen=True, slots=True)
class Lessons:
    """Features (N, F), the step (N, H) reached at each horizon, -1 where not known, what horizons look like (H, K), and
    the weights (N,) of cases.
    """

    x: Singles
    steps: Ints
    horizons: Singles
    weights: Singles

    @property
    def batch(self) -> int:
        """Return how many cases one batch holds: fewer where there are few, or a small panel would teach little."""
        return max(LEAST_BATCH, min(MOST_BATCH, len(self.x) // LEAST_BATCHES))

    def batches(self, rng: np.random.Generator) -> Iterator[tuple[Singles, Ints, Singles]]:
        """Yield features, steps and weights of all cases in random order, each at one random horizon, in batches."""
        n, n_horizons = self.steps.shape
        order = rng.permutation(np.arange(n))
        drawn = np.asarray(rng.integers(n_horizons, size=n))
        for start in range(0, n, self.batch):
            rows = order[start : start + self.batch]
            rows = rows[self.steps[rows, drawn[rows]] >= 0]
            if len(rows):
                at = drawn[rows]
                x = np.concatenate([self.x[rows], self.horizons[at]], axis=1)
                yield x, self.steps[rows, at], self.weights[rows]


def train(lessons: Lessons, n_steps: int, rng: np.random.Generator) -> Network:
    """Return the network of least weighted log loss, by Adam with decaying rate and weights."""
    parts = _start(lessons, n_steps, rng)
    means, squares = [np.zeros_like(part) for part in parts], [np.zeros_like(part) for part in parts]
    n_turns, turn = N_EPOCHS * (len(lessons.x) // lessons.batch + 1), 0
    for _ in range(N_EPOCHS):
        for batch in lessons.batches(rng):
            turn += 1
            rate = RATE * (1 + np.cos(np.pi * turn / n_turns)) / 2
            scale = 1 - KEEP_SLOPE**turn, 1 - KEEP_SQUARE**turn
            for i, slope in enumerate(_slopes(parts, batch)):
                means[i] += (1 - KEEP_SLOPE) * (slope - means[i])
                squares[i] += (1 - KEEP_SQUARE) * (slope**2 - squares[i])
                step = means[i] / scale[0] / (np.sqrt(squares[i] / scale[1]) + TINY)
                parts[i] = parts[i] - np.float32(rate) * (step + DECAY * parts[i]).astype(np.float32)
    return Network(*parts)


def _start(lessons: Lessons, n_steps: int, rng: np.random.Generator) -> list[Singles]:
    n_features = lessons.x.shape[1] + lessons.horizons.shape[1]
    known = lessons.steps[lessons.steps >= 0]
    rate = np.log((np.bincount(known, minlength=n_steps) + 1.0) / (len(known) + n_steps))
    into = rng.normal(0, n_features**-0.5, (n_features, N_HIDDEN))
    out = rng.normal(0, 0.1 * N_HIDDEN**-0.5, (N_HIDDEN, n_steps))
    parts = into, np.zeros(N_HIDDEN), out, np.zeros((n_features, n_steps)), rate
    return [part.astype(np.float32) for part in parts]


def _slopes(parts: list[Singles], batch: tuple[Singles, Ints, Singles]) -> list[Singles]:
    """Return the slope of the weighted mean log loss of a batch in each of the `parts` of a network."""
    x, steps, weights = batch
    into, into_base, out, straight, base = parts
    hidden = np.tanh(x @ into + into_base)
    off = softmax(hidden @ out + x @ straight + base, axis=1)
    off[np.arange(len(x)), steps] -= 1
    off *= (weights / len(x))[:, None]
    bent = (off @ out.T) * (1 - hidden**2)
    return [x.T @ bent, bent.sum(axis=0), hidden.T @ off, x.T @ off, off.sum(axis=0)]
