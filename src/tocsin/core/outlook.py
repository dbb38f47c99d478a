"""What may come where a record tells of violence."""

from dataclasses import dataclass
from datetime import date

from tocsin.core.answer import Answer
from tocsin.core.checks import require

# The levels at which a fan is told: the ends of the central 90% and 50%, and the median.
FAN_LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fan:
    """Counts of a unit by month, None where not observed, and for months to come their quantiles at FAN_LEVELS."""

    unit: str
    past: tuple[tuple[date, float | None], ...]
    future: tuple[tuple[date, tuple[float, ...]], ...]

    def __post_init__(self) -> None:
        for month, levels in self.future:
            rising = len(levels) == len(FAN_LEVELS) and list(levels) == sorted(levels)
            require(rising, f"the fan of {self.unit} has {levels} in {month}; expected {len(FAN_LEVELS)} rising counts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Questions on the units of a record, asked on one day of counts of `what` up to `origin`, with their answers.

    `source` says where the counts are from; `without` are countries of the record of which there are no counts.
    """

    asked: date
    origin: date
    what: str
    source: str
    answers: tuple[Answer, ...]
    fans: tuple[Fan, ...]
    without: tuple[str, ...] = ()
