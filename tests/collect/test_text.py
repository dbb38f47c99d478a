import io

import pytest

from tocsin.collect import Draft, Limits, Source
from tocsin.collect._format import Item
from tocsin.collect._text import MarkdownFormat, TextFormat
from tocsin.core.issue import Issue

FRONT = """---
title: "Raid: nine dead"
publisher: Sahel Wire
uri: https://sahelwire.example/raid
published: 2013-05-23T20:15:00Z
byline: [A. Writer, B. Writer]
language: en
---

The report."""


def read(content: str, form: TextFormat | MarkdownFormat | None = None) -> list[Item]:
    source = Source(home="a.txt", stream=io.BytesIO(content.encode()))
    return list((form or TextFormat()).drafts(source, Limits()))


def test_front_matter_gives_the_fields() -> None:
    [draft] = read(FRONT)
    assert draft == Draft(
        text="\nThe report.",
        title="Raid: nine dead",
        publisher="Sahel Wire",
        uri="https://sahelwire.example/raid",
        published="2013-05-23",
        byline="A. Writer, B. Writer",
        language="en",
    )


@pytest.mark.parametrize(
    "front",
    [
        "title: [open",
        "title: a: b: c",
        "- a\n- b",
        "a: &a x\nb: *a",
        "title: " + "[" * 5000,
        "? !!python/object:os.x {}",
    ],
)
def test_bad_front_matter_is_an_issue_and_the_text_is_used(front: str) -> None:
    bad, draft = read(f"---\n{front}\n---\nThe report.")
    assert isinstance(bad, Issue)
    assert "front matter" in bad.what
    assert isinstance(draft, Draft)
    assert draft.text == "The report."


def test_a_title_that_breaks_the_front_matter_costs_none_of_the_other_fields() -> None:
    bad, draft = read(FRONT.replace('"Raid: nine dead"', '"Raid": nine dead'))
    assert isinstance(bad, Issue)
    assert isinstance(draft, Draft)
    assert (draft.title, draft.publisher, draft.published) == (None, "Sahel Wire", "2013-05-23")
    assert draft.byline == "A. Writer, B. Writer"


@pytest.mark.parametrize(
    ("front", "word"), [("published: next week", "date"), ("title: {a: b}", "text"), ("publised: 2013-05-23", "known")]
)
def test_a_field_that_cannot_be_used_is_an_issue_and_the_others_are_used(front: str, word: str) -> None:
    bad, draft = read(f"---\npublisher: Sahel Wire\n{front}\n---\nThe report.")
    assert isinstance(bad, Issue)
    assert word in bad.what
    assert isinstance(draft, Draft)
    assert draft.publisher == "Sahel Wire"


def test_a_rule_of_dashes_in_the_text_is_no_front_matter() -> None:
    assert read("The report.\n---\nMore.") == [Draft(text="The report.\n---\nMore.")]


def test_marks_of_markdown_go() -> None:
    content = (
        "# Raid\n\nNine *people* **died**, [police](https://x.ex) say.\n![map](m.png)\n> Quote\n\n***\n\nsnake_case"
    )
    [draft] = read(content, MarkdownFormat())
    assert isinstance(draft, Draft)
    assert draft.text.split() == ["Raid", "Nine", "people", "died,", "police", "say.", "Quote", "snake_case"]
