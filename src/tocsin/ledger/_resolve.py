"""What came, by the rule that was fixed when the question was asked."""

from datetime import datetime
from pathlib import Path

from tocsin.core.errors import InputError, LookAheadError
from tocsin.core.months import last_day
from tocsin.core.panel import Panel
from tocsin.core.question import Question
from tocsin.ledger._chain import Entry, appending
from tocsin.ledger._forecasts import Forecasted, found, joined


def resolve(
    ledger: Path, panel: Panel, *, made_at: datetime, only: tuple[str, ...] = ()
) -> tuple[tuple[Entry, ...], tuple[tuple[Forecasted, str], ...]]:
    """Return the entries that resolve open forecasts by `panel`, and those left open, each with the reason.

    With `only`, ids or their beginnings, just these are resolved. Raises LookAheadError where one of these is about
    months that the panel has not observed, InputError where one is resolved already, or is of another target or unit.
    """
    with appending(ledger) as pen:
        there = joined(pen.entries)
        asked = [found(there, start) for start in only] or [one for one in there if one.resolution is None]
        made, left = [], []
        for one in asked:
            try:
                _require_open(one)
                body = _body(one, panel)
            except (InputError, LookAheadError) as error:
                if only:
                    raise
                left.append((one, str(error)))
            else:
                made.append(pen.write("resolution", body, made_at=made_at))
    return tuple(made), tuple(left)


def void(ledger: Path, start: str, *, reason: str, made_at: datetime) -> Entry:
    """Return the entry that voids the forecast whose id begins with `start`; a reason is needed.

    Raises InputError without a reason, or where the forecast is resolved already.
    """
    if not reason.strip():
        raise InputError("a forecast is voided for a reason; none is given")
    with appending(ledger) as pen:
        one = found(joined(pen.entries), start)
        _require_open(one)
        body = {"forecast": one.entry.sha256, "outcome": "void", "reason": reason.strip()}
        return pen.write("resolution", body, made_at=made_at)


def _require_open(one: Forecasted) -> None:
    if one.resolution is not None:
        raise InputError(f"{one.entry.id} was resolved on {one.resolution.made_at[:10]}: {one.outcome}; that stays")


def _body(one: Forecasted, panel: Panel) -> dict[str, object]:
    count = _count(one.question, panel)
    outcome = "yes" if count >= one.question.at_least else "no"
    facts = {"count": count, "panel": panel.digest, "panel_as_of": panel.as_of.isoformat()}
    return {"forecast": one.entry.sha256, "outcome": outcome, **facts}


def _count(question: Question, panel: Panel) -> float:
    """Return how much there was in the window of a question; raise LookAheadError where not all of it was observed."""
    if panel.target != question.target:
        raise InputError(f"{question.id} is about {question.target}; the panel counts {panel.target}")
    if question.unit not in panel.units:
        raise InputError(f"{question.id} is about {question.unit}, which the panel does not have")
    end = last_day(question.last)
    if panel.as_of < end:
        raise LookAheadError(f"{question.id} ends on {end}; the panel was known on {panel.as_of} and cannot resolve it")
    rows, unit = [panel.row(month) for month in question.months], panel.units.index(question.unit)
    missing = [month for month, row in zip(question.months, rows, strict=True) if not panel.observed[row, unit]]
    if missing:
        raise LookAheadError(f"{question.id}: the panel has not observed {question.unit} in {missing[0]:%Y-%m}")
    return float(panel.counts[rows, unit].sum())
