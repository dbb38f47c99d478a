"""Where events are counted: in which country or cell, and in which months a unit can be observed."""

from collections.abc import Iterable
from datetime import date

import numpy as np
import numpy.typing as npt
from rapidfuzz import process

from tocsin.core.errors import InputError, UnknownName
from tocsin.core.event import EventRow
from tocsin.core.months import last_day
from tocsin.core.states import state_on, states
from tocsin.count._cells import cell_centre, cell_id
from tocsin.count._options import CountOptions

Where = tuple[str | None, str]
"""The unit of an event, or None and why there is none."""


class CountryUnits:
    """Countries: the state of the day, unless the options name a territory for itself."""

    def __init__(self, options: CountOptions) -> None:
        self.chosen = _known(options.units)
        self._places: dict[tuple[str, int, int], str | None] = {}

    def unit(self, event: EventRow) -> Where:
        """Return the unit of `event`."""
        code = event.country
        if code is None:
            return None, "have no country"
        if self.chosen is not None and code in self.chosen and states()[code].gw is None:
            return code, ""
        key = (code, event.start.year, event.start.month)
        if key not in self._places:
            self._places[key] = state_on(code, event.start)
        found = self._places[key]
        return found, f"are in {code}, which was no state then and is counted with none"

    def names(self, _met: Iterable[str], months: tuple[date, ...]) -> tuple[str, ...]:
        """Return the units of the panel: those chosen, else all that were states in `months`."""
        if self.chosen is not None:
            return self.chosen
        last = last_day(months[-1])
        return tuple(code for code, state in sorted(states().items()) if state.existed(months[0], last))

    def observed(self, names: tuple[str, ...], months: tuple[date, ...]) -> npt.NDArray[np.bool_]:
        """Return (T, U) whether the unit was a state in the month; a territory counted for itself always was one."""
        here = [states()[name] for name in names]
        return np.array([[s.gw is None or s.existed(m, last_day(m)) for s in here] for m in months], dtype=bool)


class CellUnits:
    """Cells of PRIO-GRID, by number."""

    def __init__(self, options: CountOptions) -> None:
        self.chosen = options.units
        self._max_precision_m = options.max_precision_m
        for name in options.units or ():
            if not name.isdecimal():
                raise InputError(f"{name!r} is no number of a cell")
            cell_centre(int(name))

    def unit(self, event: EventRow) -> Where:
        """Return the unit of `event`."""
        if event.lat is None or event.lon is None:
            return None, "have no coordinates"
        if event.precision_m is None or event.precision_m > self._max_precision_m:
            return None, f"are placed less exactly than {self._max_precision_m} m"
        return str(cell_id(event.lat, event.lon)), ""

    def names(self, met: Iterable[str], _months: tuple[date, ...]) -> tuple[str, ...]:
        """Return the units of the panel: those chosen, else all that were met."""
        return self.chosen if self.chosen is not None else tuple(sorted(met, key=int))

    def observed(self, names: tuple[str, ...], months: tuple[date, ...]) -> npt.NDArray[np.bool_]:
        """Return (T, U) true: a cell is there at all times."""
        return np.ones((len(months), len(names)), dtype=bool)


Units = CountryUnits | CellUnits


def units_of(options: CountOptions) -> Units:
    """Return the units that `options` ask for; raise UnknownName or InputError for one that is none."""
    if options.units is not None and not options.units:
        raise InputError("no units are given; leave them out for all")
    return CountryUnits(options) if options.unit == "country" else CellUnits(options)


def _known(codes: tuple[str, ...] | None) -> tuple[str, ...] | None:
    for code in codes or ():
        if code not in states():
            near = process.extractOne(code, list(states()))
            raise UnknownName(f"no country {code!r} in data/states.csv; codes are ISO 3166-1 alpha-2, as {near[0]}")
    return codes
