"""Forecasts of a ledger, with what became of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from tocsin.core.answer import Answer
from tocsin.core.errors import UnknownName
from tocsin.core.question import Question
from tocsin.core.wire import from_json, to_json
from tocsin.ledger._chain import Entry, appending, entries

Outcome = Literal["yes", "no", "void"]
# What makes two forecasts the same: asking again adds no second one.
SAME = ("question", "probability", "model", "panel", "code")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecasted:
    """A forecast as it was frozen, and the entry that resolved it; None while it is open."""

    entry: Entry
    question: Question
    resolution: Entry | None

    @property
    def probability(self) -> float:
        """Return what was forecast."""
        return float(self.entry.body["probability"])

    @property
    def baseline(self) -> float:
        """Return what the baseline said."""
        return float(self.entry.body["baselines"][self.entry.body["baseline"]])

    @property
    def outcome(self) -> Outcome | None:
        """Return what came of it; None while it is open."""
        if self.resolution is None:
            return None
        outcome: Outcome = self.resolution.body["outcome"]
        return outcome


def record(ledger: Path, answer: Answer, *, made_at: datetime) -> Entry:
    """Return the entry that freezes `answer` in `ledger`; if the same is there already, that one."""
    body = to_json(answer)
    body["question"] |= {"id": answer.question.id, "rule": answer.question.rule}
    with appending(ledger) as pen:
        for entry in pen.entries:
            if entry.kind == "forecast" and all(entry.body[key] == body[key] for key in SAME):
                return entry
        return pen.write("forecast", body, made_at=made_at)


def forecasts(ledger: Path) -> tuple[Forecasted, ...]:
    """Return all forecasts of `ledger` in their order; errors as of `entries`."""
    return joined(entries(ledger))


def joined(there: Iterable[Entry]) -> tuple[Forecasted, ...]:
    """Return each forecast among entries with its resolution."""
    kept = tuple(there)
    resolved = {entry.body["forecast"]: entry for entry in kept if entry.kind == "resolution"}
    return tuple(
        Forecasted(entry=entry, question=_question(entry.body), resolution=resolved.get(entry.sha256))
        for entry in kept
        if entry.kind == "forecast"
    )


def found(there: Iterable[Forecasted], start: str) -> Forecasted:
    """Return the one forecast whose hash begins with `start`; raise UnknownName otherwise."""
    hits = [one for one in there if one.entry.sha256.startswith(start)]
    if len(hits) == 1 and start:
        return hits[0]
    what = f"{len(hits)} forecasts begin so" if hits else "no forecast begins so"
    raise UnknownName(f"{what}: {start!r}; tocsin ledger list shows their ids")


def _question(body: dict[str, Any]) -> Question:
    return from_json(Question, body["question"])
