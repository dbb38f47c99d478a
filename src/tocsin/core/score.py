"""A forecast judged."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from tocsin.core.arrays import Floats, frozen_floats
from tocsin.core.checks import require, require_one_of

Axis = Literal["origin", "horizon", "unit", "bin"]
Better = Literal["lower", "higher", "nominal"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Score:
    """What a rule gives for each cell of `axes`; NaN where nothing was observed. `n` is how many cells were scored.

    `better` is "lower" for penalties, "higher" for skill, and "nominal" where a value should meet a promise (coverage).

    >>> Score(rule="CRPS", values=[[1.0, 3.0]], axes=("horizon", "unit")).mean
    2.0
    """

    rule: str
    values: Floats
    axes: tuple[Axis, ...]
    better: Better = "lower"

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", frozen_floats(self.values))
        object.__setattr__(self, "axes", tuple(self.axes))
        require(bool(self.rule), "a score has no rule")
        require_one_of(self.better, get_args(Better), "better of a score")
        for axis in self.axes:
            require_one_of(axis, get_args(Axis), "an axis of a score")
        shape = self.values.shape
        require(len(shape) == len(self.axes), f"values have {len(shape)} axes; expected {len(self.axes)}: {self.axes}")
        require(self.n > 0, f"the score {self.rule} has no value: nothing was observed where it forecast")

    @property
    def n(self) -> int:
        """Return how many cells were scored."""
        return int(np.isfinite(self.values).sum())

    @property
    def mean(self) -> float:
        """Return the mean over the cells that were scored."""
        return float(np.nanmean(self.values))
