"""How questions are answered."""

from dataclasses import dataclass
from pathlib import Path

from tocsin.core.checks import require

HISTORY_MONTHS = 120
# A monthly release comes some weeks after its month.
DELAY_MONTHS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOptions:
    """How a question is answered: by which model, beside which baseline.

    Counts are taken to be known `delay_months` after the end of their month. How such forecasts did is looked up over
    `history_months` earlier origins, kept in the folder `cache`.
    """

    model: str = "pool"
    baseline: str = "conflictology"
    delay_months: int = DELAY_MONTHS
    seed: int = 0
    history_months: int = HISTORY_MONTHS
    cache: Path | None = None

    def __post_init__(self) -> None:
        require(self.delay_months >= 0, f"the delay is {self.delay_months} months; expected 0 or more")
        require(self.history_months >= 0, f"the history is {self.history_months} months; expected 0 or more")
