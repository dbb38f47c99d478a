"""What is to be counted, where and when."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from tocsin.core.checks import require_one_of
from tocsin.core.errors import InputError
from tocsin.count._targets import FIGURES, Figure

UnitKind = Literal["country", "cell"]
Split = Literal["start", "end", "proportional"]
UNIT_KINDS: tuple[UnitKind, ...] = get_args(UnitKind)
SPLITS: tuple[Split, ...] = get_args(Split)
# About the size of a cell: an event placed less exactly may lie in any of several.
CELL_PRECISION_M = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOptions:
    """What is counted: `target` (see `target_named`), by month, as known on the day `as_of`.

    `first` and `last` are days in the first and last month; None for the month of the first event, and for the last
    full month with an event. `units` are country codes or numbers of cells; None for all states, and for all cells with
    an event. `split` puts an event that spans months into the month of its start, its end, or by days into each
    (deaths only; events count in the month of their start). Events placed less exactly than `max_precision_m` are
    in no cell.
    """

    as_of: date
    target: str = "all"
    unit: UnitKind = "country"
    figure: Figure = "best"
    split: Split = "start"
    first: date | None = None
    last: date | None = None
    units: tuple[str, ...] | None = None
    max_precision_m: int = CELL_PRECISION_M

    def __post_init__(self) -> None:
        require_one_of(self.unit, UNIT_KINDS, "unit")
        require_one_of(self.split, SPLITS, "split")
        require_one_of(self.figure, FIGURES, "figure")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise InputError(f"the first month, of {self.first}, lies after the last, of {self.last}")
        if self.last is not None and (self.last.year, self.last.month) > (self.as_of.year, self.as_of.month):
            raise InputError(f"the last month, of {self.last}, was not known on {self.as_of}; choose a later as-of day")
