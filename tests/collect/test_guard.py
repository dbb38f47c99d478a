import io
import time
from collections.abc import Iterator

import pytest

from tocsin.collect import Draft, Limits, Source
from tocsin.collect import _guard as guard_module
from tocsin.collect._format import Item
from tocsin.collect._guard import Guard, answer_one, attempt, open_guard
from tocsin.core.issue import Issue

TEXT = "Two soldiers died on Sunday when their lorry struck a mine near the border, the army said in the capital."
PAGE = f"<html><body><p>{TEXT}</p></body></html>".encode()


class Failing:
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    guard_above = 0

    def __init__(self, error: Exception) -> None:
        self.error = error

    def drafts(self, source: Source, limits: Limits) -> Iterator[Item]:
        yield Draft(text="first")
        raise self.error


def source(data: bytes = PAGE) -> Source:
    return Source(home="a.html", stream=io.BytesIO(data))


@pytest.mark.parametrize(
    "error", [RecursionError(), KeyError("x"), MemoryError(), UnicodeDecodeError("x", b"", 0, 1, "y")]
)
def test_whatever_a_parser_raises_is_an_issue_after_what_it_found(error: Exception) -> None:
    draft, bad = attempt("html", Failing(error), source(), Limits())
    assert isinstance(draft, Draft)
    assert isinstance(bad, Issue)


def test_the_process_answers_as_the_parser_does() -> None:
    with open_guard(Limits()) as guard:
        answers = [guard.drafts("html", source()) for _ in range(2)]
    assert [[d.text for d in a if isinstance(d, Draft)] for a in answers] == [[TEXT], [TEXT]]


def test_a_process_that_hangs_is_ended_and_the_next_request_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_guard(Limits(max_seconds=0.3)) as slow, monkeypatch.context() as patch:
        patch.setattr(guard_module, "COMMAND", ("sh", "-c", "echo ready; exec sleep 60"))
        start = time.monotonic()
        [bad] = slow.drafts("html", source())
        assert time.monotonic() - start < 5
    assert isinstance(bad, Issue)
    assert "too long" in bad.what


def test_a_process_that_dies_is_an_issue_and_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    guard = Guard(Limits())
    with monkeypatch.context() as patch:
        patch.setattr(guard_module, "COMMAND", ("sh", "-c", "exit 3"))
        [bad] = guard.drafts("html", source())
    [draft] = guard.drafts("html", source())
    guard.close()
    assert isinstance(bad, Issue)
    assert isinstance(draft, Draft)


def test_content_over_the_limit_is_not_sent() -> None:
    [bad] = Guard(Limits(max_bytes=10)).drafts("html", source())
    assert isinstance(bad, Issue)
    assert "larger than 10 bytes" in bad.what


def test_no_request_is_the_end() -> None:
    assert answer_one(io.BytesIO(), io.BytesIO(), {}) is False
