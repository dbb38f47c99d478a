"""Statements in the brief."""

import dataclasses

import pytest

import make_record
from tocsin.brief._citations import Citations
from tocsin.brief._statements import _pieces, statement_groups


@pytest.mark.parametrize(
    ("content", "quote", "pieces"),
    [
        ("the men had fled", None, [("the men had fled", False)]),
        ('it was "a crime" to stay', '"a crime"', [("it was ", False), ("a crime", True), (" to stay", False)]),
        ("We left", "We left", [("We left", True)]),
        ("they had left", "gone for good", [("they had left", False), ("gone for good", True)]),
    ],
)
def test_the_quoted_words_stand_apart(content: str, quote: str | None, pieces: list[tuple[str, bool]]) -> None:
    assert _pieces(content, quote) == pieces


def test_statements_stand_in_the_order_of_the_text() -> None:
    record = make_record.record()
    turned = tuple(reversed(record.statements))
    (group,) = statement_groups(turned, Citations(record))
    assert [s.id for s in group.statements] == ["s-1", "s-2"]


def test_a_role_that_the_speaker_does_not_name_is_told() -> None:
    record = make_record.record()
    said = dataclasses.replace(record.statements[1], role="spokesman", affiliation="Northern Brigade")
    (group,) = statement_groups([said], Citations(record))
    assert group.statements[0].note == "a spokesman of the brigade: Northern Brigade"


def test_a_statement_of_an_unknown_report_is_not_shown() -> None:
    record = make_record.record()
    lost = dataclasses.replace(record.statements[0], document="d-unknown")
    assert statement_groups([lost], Citations(record)) == []
