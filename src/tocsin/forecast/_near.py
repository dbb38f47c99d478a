"""Which units of a panel are neighbours."""

import numpy as np

from tocsin.core.states import states
from tocsin.core.vocabulary import csv_rows
from tocsin.forecast._task import Near


def near_of(units: tuple[str, ...]) -> Near | None:
    """Return the pairs of countries that share a border today (data/borders.csv), each of weight 1.

    None where a unit is no country, or no two of them share a border.

    >>> near_of(("TN", "LY", "DZ", "ML")).pairs.tolist()
    [[0, 1], [0, 2], [1, 0], [1, 2], [2, 0], [2, 1], [2, 3], [3, 2]]
    >>> near_of(("151234", "151235")) is None
    True
    """
    place = {unit: u for u, unit in enumerate(units)}
    if not set(place) <= set(states()):
        return None
    shared = [(row["left"], row["right"]) for row in csv_rows("borders.csv")]
    pairs = {(place[a], place[b]) for a, b in shared if a in place and b in place}
    pairs |= {(b, a) for a, b in pairs}
    return Near(pairs=np.array(sorted(pairs)), weights=np.ones(len(pairs))) if pairs else None
