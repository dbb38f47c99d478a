"""A probability with all that one needs to judge it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from tocsin.core.checks import require, require_one_of
from tocsin.core.question import Question

DriverKind = Literal["base", "own", "neighbour"]
Confidence = Literal["low", "moderate", "high"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """A part of the fitted rate: its share, and the probability with that record left out (None for the base rate).

    `low` and `high` are the range of the share over refits to other draws of the past years.
    """

    kind: DriverKind
    unit: str | None
    share: float
    low: float
    high: float
    without: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What would have to be otherwise in what is known, and the probability then."""

    what: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenth:
    """Forecasts of nearly the same probability: how many, their mean, how often it happened, with its 95% interval."""

    n: int
    forecast: float
    happened: float
    low: float
    high: float

    @property
    def holds(self) -> bool:
        """Return whether what was forecast lies in the interval of what happened."""
        return self.low <= self.forecast <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """How such forecasts did before: all units, origins from `first` to `last` whose outcome was known at the origin.

    `brier` is the mean squared error of the model, `brier_baseline` that of the baseline; `difference_low` and
    `difference_high` are the 95% interval of their difference over resampled units. `alike` are forecasts of nearly
    the same probability; None if there were none. `n_here` forecasts were for the same unit, of mean `mean_here`,
    and `happened_here` is the part of them that came true.
    """

    n: int
    first: date
    last: date
    base_rate: float
    brier: float
    brier_baseline: float
    difference_low: float
    difference_high: float
    alike: Tenth | None
    n_here: int
    mean_here: float
    happened_here: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The probability of a question with the ICD 203 `word` for it; how sure one can be of it is `confidence`, apart.

    `origin` is the last month that was known; `baselines` and `others` are what other models say, by name; `refitted`
    is the probability by the same model fitted again without any neighbour; `history` is None where the past is too
    short to tell. `panel` is the digest of the panel cut at the origin, `code` the version of the code.
    """

    question: Question
    probability: float
    word: str
    confidence: Confidence
    reasons: tuple[str, ...]
    baseline: str
    baselines: dict[str, float]
    others: dict[str, float]
    drivers: tuple[Driver, ...]
    refitted: float | None
    history: History | None
    changes: tuple[Change, ...]
    model: str
    origin: date
    panel: str
    code: str

    def __post_init__(self) -> None:
        require(0 <= self.probability <= 1, f"the probability of an answer is {self.probability}; expected 0 to 1")
        require_one_of(self.confidence, get_args(Confidence), "the confidence of an answer")
        require(self.baseline in self.baselines, f"the baseline {self.baseline} is not among those of the answer")
        require(self.origin < self.question.start, "an answer knows months that its question asks about")
