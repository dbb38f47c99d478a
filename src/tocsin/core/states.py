"""States and territories: their codes in several lists, and when each was a state (data/states.csv)."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from tocsin.core.vocabulary import csv_rows

CodeList = Literal["iso3", "isonum", "gw", "views", "name"]
MOST_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or territory. `gw` is None for what the list of Gleditsch and Ward does not hold.

    `start` and `end` are its first and last day as a state; None where that is before 1970, or not yet.
    """

    code: str
    name: str
    gw: int | None
    views: tuple[int, ...]
    start: date | None
    end: date | None
    predecessor: str | None
    successor: str | None
    counted_with: str | None

    def existed(self, first: date, last: date) -> bool:
        """Return whether it was a state on any day from `first` to `last`, both included."""
        begun = self.start is None or self.start <= last
        return self.gw is not None and begun and (self.end is None or first <= self.end)


@cache
def states() -> dict[str, State]:
    """Return all states and territories by ISO 3166-1 alpha-2 code (CS Czechoslovakia, DD, YD, YU for former ones).

    >>> states()["SS"].start, states()["YU"].end
    (datetime.date(2011, 7, 9), datetime.date(2006, 6, 4))
    """
    return {row["code"]: _state(row) for row in csv_rows("states.csv")}


@cache
def code_table(kind: CodeList) -> dict[str, str]:
    """Return the alpha-2 code for each code of the list `kind`; names are in lower case.

    >>> code_table("gw")["625"], code_table("views")["245"], code_table("name")["ivory coast"]
    ('SD', 'SD', 'CI')
    """
    found: dict[str, str] = {}
    for row in csv_rows("states.csv"):
        given = f"{row['name']}|{row['names']}".casefold() if kind == "name" else row[kind]
        found |= {word: row["code"] for word in given.split("|") if word}
    return found


def state_on(code: str, day: date) -> str | None:
    """Return the code of the state that events in `code` are counted with on `day`; None where there is none.

    >>> state_on("SS", date(2010, 5, 1)), state_on("YU", date(2010, 5, 1)), state_on("PS", date(2010, 5, 1))
    ('SD', 'RS', 'IL')
    """
    here = states().get(code)
    for _ in range(MOST_STEPS):
        if here is None:
            return None
        if here.existed(day, day):
            return here.code
        here = states().get(_neighbour(here, day) or "")
    return None


def _neighbour(state: State, day: date) -> str | None:
    if state.counted_with is not None:
        return state.counted_with
    return state.predecessor if state.start is not None and day < state.start else state.successor


def _state(row: dict[str, str]) -> State:
    return State(
        code=row["code"], name=row["name"], gw=int(row["gw"]) if row["gw"] else None,
        views=tuple(int(view) for view in row["views"].split("|") if view),
        start=date.fromisoformat(row["start"]) if row["start"] else None,
        end=date.fromisoformat(row["end"]) if row["end"] else None,
        predecessor=row["predecessor"] or None, successor=row["successor"] or None,
        counted_with=row["counted_with"] or None,
    )  # fmt: skip
