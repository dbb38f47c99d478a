"""Speakers whose verb is that of another in the sentence."""

import pytest

from make_said import who_said

GAPPED = [
    ("The ministry said 61 people died; the doctors' committee, 113.", "the doctors' committee", "113"),
    ("Officials gave the wounded as 17, a local radio as more than 20.", "a local radio", "more than 20"),
    ("The army counted 12 dead, the rebels 40.", "the rebels", "40"),
    (
        "The coalition says it was shot down, the rebels' radio that it hit a base.",
        "the rebels' radio",
        "it hit a base",
    ),
    ("The rebels asked for land; the ministry, from Gao, for calm.", "the ministry", "calm"),
    ("The council confirmed the death of two men, and the army that of five.", "the army", "that of five"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), GAPPED)
def test_the_second_speaker_shares_the_verb_of_the_first(text: str, speaker: str, content: str) -> None:
    first, second = who_said(text)
    assert second == (speaker, content)
    assert content not in first[1]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told the Echo, the local paper, that the dam leaked.",
        "The army said that it had lost 12 men, the rebels 40.",
        "The mayor had asked the council for money, the bank for credit.",
    ],
)
def test_what_belongs_to_the_words_of_one_speaker_has_no_second(text: str) -> None:
    assert len(who_said(text)) <= 1
