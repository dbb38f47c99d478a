import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.collect._reflow import paragraphs

FIRST = (
    "Gunmen on motorcycles rode into the market town shortly after dawn on Sunday and fired at traders who were "
    "setting up their stalls, killing at least nine people and wounding many more, a local official said."
)
SECOND = (
    "It was the second raid there in ten days. The army said that it had sent a company to the area and that the "
    "attackers had fled across the border, where they are thought to have their camps."
)


@pytest.mark.parametrize("width", [45, 60, 72, 100])
def test_lines_broken_at_a_width_are_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(p, width) for p in (FIRST, SECOND))
    assert paragraphs(text) == [FIRST, SECOND]


def test_blocks_broken_at_different_widths_are_joined() -> None:
    text = "\n\n".join(textwrap.fill(p, width) for p, width in ((FIRST, 68), (SECOND, 76), (FIRST, 70)))
    assert paragraphs(text) == [FIRST, SECOND, FIRST]


def test_capital_letters_do_not_keep_lines_apart() -> None:
    assert paragraphs(textwrap.fill(FIRST.upper(), 70)) == [FIRST.upper()]


def test_one_paragraph_a_line_without_blank_lines_stays_so() -> None:
    assert paragraphs(f"{FIRST}\n{SECOND}\n{FIRST}") == [FIRST, SECOND, FIRST]


def test_headline_and_byline_above_broken_lines_stay_apart() -> None:
    text = f"Raid on market kills nine\nBy a correspondent\n{textwrap.fill(FIRST, 70)}\n{textwrap.fill(SECOND, 70)}"
    assert paragraphs(text)[:2] == ["Raid on market kills nine", "By a correspondent"]


def test_a_word_broken_by_a_hyphen_is_made_whole_and_a_compound_keeps_its_hyphen() -> None:
    text = (
        "Officials said on Monday that the govern-\nment had sent troops in a twenty-four-\nhour operation to the town."
    )
    expected = (
        "Officials said on Monday that the government had sent troops in a twenty-four-hour operation to the town."
    )
    assert paragraphs(text) == [expected]


def test_items_of_a_list_stay_apart() -> None:
    assert paragraphs("It wants:\n- a ransom\n- the release of men\n1. talks") == [
        "It wants:",
        "- a ransom",
        "- the release of men",
        "1. talks",
    ]


@settings(max_examples=60)
@given(st.text(alphabet="ab. -\n", max_size=300))
def test_no_letter_is_lost(text: str) -> None:
    joined = "".join(paragraphs(text))
    assert [c for c in joined if c.isalpha()] == [c for c in text if c.isalpha()]
