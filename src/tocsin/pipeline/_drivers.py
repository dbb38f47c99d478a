"""Which part of what is expected comes from where, and how much that depends on when the model was fitted."""

from dataclasses import dataclass

import numpy as np

from tocsin.core.answer import DriverKind
from tocsin.core.months import months_between
from tocsin.pipeline._desk import Desk

# Shares are told with their range over fits with data to this month and to the same month of four years before.
REFITS_MONTHS_AGO = (0, 12, 24, 36, 48)
LEAST_MONTHS = 36
# Neighbours with a smaller share are not named.
LEAST_SHARE = 0.0005


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the rate that a model expects: its share, and the range of that over fits of other years."""

    kind: DriverKind
    unit: int | None
    share: float
    low: float
    high: float


def parts(desk: Desk, unit: int) -> tuple[Part, ...]:
    """Return the parts of what is expected in `unit`, the largest first: own record, base, neighbours.

    None for a model that has no parts. The range is over the same model fitted with what was known up to four years
    earlier and shown today's record.
    """
    room = months_between(desk.known.times[0], desk.origin) - sum(desk.task.horizons) - desk.task.window_months
    ago = [months for months in REFITS_MONTHS_AGO if months == 0 or room - months >= LEAST_MONTHS]
    told = [desk.forecast(desk.fit(desk.options.model, months_ago=months)).shares for months in ago]
    found = [shares for shares in told if shares is not None]
    if not found:
        return ()
    mine = np.flatnonzero(found[0].pairs[:, 0] == unit)
    made = [
        _part("own", None, [float(shares.own[0, unit]) for shares in found]),
        _part("base", None, [float(shares.base[0, unit]) for shares in found]),
    ]
    for pair in mine.tolist():
        part = _part("neighbour", int(found[0].pairs[pair, 1]), [float(s.neighbours[0, pair]) for s in found])
        if part.share >= LEAST_SHARE:
            made.append(part)
    return tuple(sorted(made, key=lambda part: -part.share))


def _part(kind: DriverKind, unit: int | None, shares: list[float]) -> Part:
    return Part(kind=kind, unit=unit, share=shares[0], low=min(shares), high=max(shares))
