"""Which part of what is expected comes from where, and how much that depends on which years were seen."""

import numpy as np

from tocsin.core.answer import Driver, DriverKind
from tocsin.core.arrays import Floats
from tocsin.pipeline._desk import Desk

# Neighbours with a smaller share are not named.
LEAST_SHARE = 0.0005


def drivers_of(desk: Desk, unit: int) -> tuple[Driver, ...]:
    """Return the parts of what is expected in `unit`, the largest first: own record, base, neighbours.

    None for a model that has no parts.
    """
    found = desk.spillover()
    if found is None:
        return ()
    shares, units = found.shares, desk.known.units
    made = [
        _driver("own", None, shares.own[0, unit], found.own_range[:, 0, unit]),
        _driver("base", None, shares.base[0, unit], found.base_range[:, 0, unit]),
    ]
    for pair in np.flatnonzero(shares.pairs[:, 0] == unit).tolist():
        share, span = shares.neighbours[0, pair], found.neighbour_range[:, 0, pair]
        if share >= LEAST_SHARE:
            made.append(_driver("neighbour", units[shares.pairs[pair, 1]], share, span))
    return tuple(sorted(made, key=lambda driver: -driver.share))


def _driver(kind: DriverKind, unit: str | None, share: float, span: Floats) -> Driver:
    low, high = span.tolist()
    return Driver(kind=kind, unit=unit, share=float(share), low=low, high=high, without=None)
