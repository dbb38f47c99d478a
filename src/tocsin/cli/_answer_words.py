"""Questions and answers as lines of text and as JSON data."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import tocsin
from tocsin.core.wire import to_json

if TYPE_CHECKING:
    from tocsin.core.answer import Answer, Driver, History
    from tocsin.core.question import Question

WIDTH = 26


def plain(answer: "Answer") -> dict[str, object]:
    """Return an answer as JSON data, with the question's id, words and rule."""
    question = answer.question
    more = {"id": question.id, "text": question_words(question), "rule": question.rule}
    data: dict[str, object] = to_json(answer)
    return data | {"question": to_json(question) | more}


def question_words(question: "Question") -> str:
    """Return a question in words."""
    what, where = tocsin.ask.target_words(question.target), tocsin.ask.unit_name(question.unit)
    return f"at least {question.at_least} {what} in {where}, {question.start:%Y-%m} to {question.last:%Y-%m}"


def lines(answer: "Answer") -> Iterator[str]:
    """Yield an answer as lines of text."""
    question = answer.question
    yield question_words(question)
    yield f"asked {question.as_of}, with counts up to {answer.origin:%Y-%m}; {question.id}"
    yield ""
    yield _line("probability", f"{answer.probability:.2f}  {answer.word}")
    for name, chance in answer.baselines.items():
        yield _line(f"baseline {name}", f"{chance:.2f}")
    yield _line("confidence", answer.confidence)
    for reason in answer.reasons:
        yield _line("", reason)
    yield from _driver_lines(answer)
    yield from _history_lines(answer.history, answer.baseline)
    yield "\nwhat would change this (the probability, had it been so; associations, no causes)"
    for change in answer.changes:
        yield f"  {change.probability:.2f}  {change.what}"
    yield f"\nrule: {question.rule}"


def _driver_lines(answer: "Answer") -> Iterator[str]:
    if not answer.drivers:
        yield "\nno drivers: the model's expectation has no parts"
        return
    yield "\nwhat the expectation is made of (shares of a rate, and nine in ten refits; associations, no causes)"
    for driver in answer.drivers:
        without = "" if driver.without is None else f"   probability with that record empty: {driver.without:.2f}"
        span = f"({driver.low:.1%} to {driver.high:.1%})"
        yield f"  {_driver_name(driver):24}{driver.share:6.1%} {span:17}{without}"
    if answer.refitted is not None:
        yield f"  the model fitted again without any neighbour: {answer.refitted:.2f}"


def _driver_name(driver: "Driver") -> str:
    names = {"own": "its own record", "base": "base rate"}
    return names.get(driver.kind) or tocsin.ask.unit_name(driver.unit or "")


def _history_lines(history: "History | None", baseline: str) -> Iterator[str]:
    yield "\nhow such forecasts did before"
    if history is None:
        yield "  the panel is too short to tell"
        return
    span = f"{history.first:%Y-%m} to {history.last:%Y-%m}"
    yield f"  {history.n} forecasts of all units, {span}; {history.base_rate:.1%} came true"
    low, high = history.difference_low, history.difference_high
    yield (
        f"  Brier {history.brier:.4f}, {baseline} {history.brier_baseline:.4f}; difference "
        f"{history.brier - history.brier_baseline:+.4f} (95%: {low:+.4f} to {high:+.4f})"
    )
    if history.alike is not None:
        t = history.alike
        interval = f"95%: {t.low:.2f} to {t.high:.2f}"
        yield f"  like this one: {t.n}, mean {t.forecast:.2f}, came true {t.happened:.2f} ({interval})"
    yield f"  here: {history.n_here}, mean {history.mean_here:.2f}, came true {history.happened_here:.2f}"


def _line(name: str, text: str) -> str:
    return f"{name:{WIDTH}}{text}"
