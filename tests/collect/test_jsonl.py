import io
import json

import pytest

from tocsin.collect import Draft, Limits, Source
from tocsin.collect._format import Item
from tocsin.collect._jsonl import JsonlFormat
from tocsin.core.issue import Issue


def read(content: bytes, limits: Limits | None = None) -> list[Item]:
    return list(JsonlFormat().drafts(Source(home="a.jsonl", stream=io.BytesIO(content)), limits or Limits()))


def test_each_line_is_a_report_with_its_fields() -> None:
    line = json.dumps({"text": "The report.", "title": "Raid", "published": "2013-05-23"})
    assert read(f"{line}\n\n{line}".encode()) == [
        Draft(text="The report.", title="Raid", published="2013-05-23", place=f"line {n}") for n in (1, 3)
    ]


@pytest.mark.parametrize(
    "line",
    [b"{", b"[]", b'{"title": "x"}', b'{"text": 3}', b"[" * 100_000, b'{"a":' * 50_000, b"\xff\xfe\x01", b"1" * 9000],
)
def test_a_bad_line_is_an_issue_and_the_next_is_read(line: bytes) -> None:
    bad, draft = read(line + b'\n{"text": "The report."}')
    assert isinstance(bad, Issue)
    assert bad.about == "a.jsonl#line 1"
    assert isinstance(draft, Draft)


def test_a_line_that_is_too_long_is_passed_over_in_pieces() -> None:
    limits = Limits(max_line_bytes=100)
    bad, draft = read(b'{"text": "' + b"x" * 1000 + b'"}\n{"text": "The report."}\n', limits)
    assert isinstance(bad, Issue)
    assert "too long" in bad.what
    assert isinstance(draft, Draft)
