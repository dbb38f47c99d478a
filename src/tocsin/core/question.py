"""A question that will have an answer, and the rule by which it gets one."""

from dataclasses import dataclass
from datetime import date

from tocsin.core.checks import require
from tocsin.core.ids import content_id
from tocsin.core.months import add_months, month_range

LONGEST_WINDOW_MONTHS = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whether there are at least `at_least` of `target` in `unit` in the `window_months` months from `start` on.

    `target` and `unit` are those of the panel that resolves it; `as_of` is the day on which it is asked.

    >>> day = date(2015, 2, 1)
    >>> q = Question(target="all", unit="TN", at_least=10, window_months=6, start=day, as_of=day)
    >>> q.id, q.last
    ('q-9c2898bbe8cca170', datetime.date(2015, 7, 1))
    """

    target: str
    unit: str
    at_least: int
    window_months: int
    start: date
    as_of: date

    def __post_init__(self) -> None:
        require(bool(self.target and self.unit), "a question names a target and a unit")
        require(self.at_least >= 1, f"a question asks for at least {self.at_least}; expected 1 or more")
        known = 1 <= self.window_months <= LONGEST_WINDOW_MONTHS
        require(known, f"a question spans {self.window_months} months; expected 1 to {LONGEST_WINDOW_MONTHS}")
        require(self.start.day == 1, f"a question begins with {self.start}; expected the first day of a month")
        require(self.as_of <= self.start, f"a question asked on {self.as_of} begins before, with {self.start}")

    @property
    def id(self) -> str:
        """Return the name of the question, made from its content."""
        facts = (self.target, self.unit, self.at_least, self.window_months, self.start, self.as_of)
        return content_id("q", *map(str, facts))

    @property
    def months(self) -> tuple[date, ...]:
        """Return the first day of each month that it spans."""
        return month_range(self.start, self.window_months)

    @property
    def last(self) -> date:
        """Return the first day of its last month."""
        return add_months(self.start, self.window_months - 1)

    @property
    def rule(self) -> str:
        """Return how it is resolved, in words."""
        span = f"{self.start:%Y-%m} to {self.last:%Y-%m}"
        return (
            f"Yes if the counts of {self.target} in {self.unit} for {span} sum to {self.at_least} or more in a panel "
            "that observed all these months; no if they sum to less; void, with a reason, if no such panel can be had."
        )
