"""What a model said month after month, and what came."""

from dataclasses import dataclass
from datetime import date

from tocsin.core.arrays import Floats, frozen_floats
from tocsin.core.checks import require


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """The chance of at least `at_least` within `window_months` from `horizon` months on, and whether it came.

    `chance` and `happened` (O, U) are by origin and unit; `happened` is 1, 0, or NaN where not all was observed.
    """

    model: str
    target: str
    at_least: int
    horizon: int
    window_months: int
    origins: tuple[date, ...]
    units: tuple[str, ...]
    chance: Floats
    happened: Floats

    def __post_init__(self) -> None:
        shape = (len(self.origins), len(self.units))
        for name in ("chance", "happened"):
            object.__setattr__(self, name, frozen_floats(getattr(self, name)))
            found = getattr(self, name).shape
            require(found == shape, f"{name} of a track has shape {found}; expected {shape}: origins by units")
