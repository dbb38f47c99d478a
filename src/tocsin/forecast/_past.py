"""What the past holds: sums over windows, and outcomes some months after each month."""

import numpy as np

from tocsin.core.arrays import Floats
from tocsin.core.panel import Panel


def window_sums(known: Panel, months: int) -> Floats:
    """Return the sum over each stretch of `months` months, (T - months + 1, U); NaN where not all was observed."""
    if len(known.times) < months:
        return np.full((0, len(known.units)), np.nan)
    counts = np.where(known.observed, known.counts, np.nan)
    if months == 1:
        return counts
    return np.asarray(np.lib.stride_tricks.sliding_window_view(counts, months, axis=0).sum(axis=-1))


def outcomes_after(known: Panel, horizon: int, *, window_months: int) -> Floats:
    """Return what came `horizon` months after each month, (T, U); NaN where that is not known, or was not observed."""
    sums = window_sums(known, window_months)
    after = np.full(known.counts.shape, np.nan)
    found = sums[horizon:]
    after[: len(found)] = found
    return after
