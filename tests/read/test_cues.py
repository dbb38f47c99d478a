"""Cues: which verbs, nouns and marks tell that somebody said something, and who it is."""

import pytest

from make_said import who_said

SPEAKERS = [
    ("Baker reached the gate and said the yard was empty.", ("Baker", "the yard was empty")),
    ("Baker left the hall, saying that he was ill.", ("Baker", "he was ill")),
    ("The mayor did warn that the dam leaked.", ("The mayor", "the dam leaked")),
    ("She’s warning that the dam leaks.", ("She", "the dam leaks")),
    ('"It rained," tweeted Amina Touré.', ("Amina Touré", "It rained")),
    ("A number of farmers said the well was dry.", ("A number of farmers", "the well was dry")),
    ("The mayor left. One in three said the well was dry.", ("One in three", "the well was dry")),
    ("The poll showed that few would vote.", ("The poll", "few would vote")),
    ("According to the latest figures, few had voted.", ("the latest figures", "few had voted")),
    ("As reported by the Lake Echo, the dam leaks.", ("Lake Echo", "the dam leaks")),
    ("A UN panel reported in May that few had voted.", ("A UN panel", "few had voted")),
    ("The ruling PNDS countered that few had voted.", ("The ruling PNDS", "few had voted")),
    ("Within hours Mali's finance minister said the dam leaked.", ("Mali's finance minister", "the dam leaked")),
    ('An officer of the guard shrugged: "Nobody asked us."', ("An officer of the guard", "Nobody asked us.")),
    ("Amina Touré: The dam will hold this year", ("Amina Touré", "The dam will hold this year")),
]


@pytest.mark.parametrize(("text", "statement"), SPEAKERS)
def test_speaker_is_whoever_the_cue_is_told_of(text: str, statement: tuple[str, str]) -> None:
    assert who_said(text) == [statement]


def test_nouns_before_a_participle_behind_with_speak() -> None:
    found = who_said("With farmers warning that the dam leaked, the mayor left.")
    assert found == [("farmers", "the dam leaked")]


def test_participle_behind_before_goes_on_with_the_speaker() -> None:
    found = who_said("The dam had held, the mayor said before adding that the road was gone.")
    assert found == [("the mayor", "The dam had held"), ("the mayor", "the road was gone")]


def test_participle_joined_by_but_goes_on_with_the_speaker() -> None:
    found = who_said("The mayor wept, saying that the dam had held but warning that the road was gone.")
    assert [speaker for speaker, _ in found] == ["The mayor", "The mayor"]


@pytest.mark.parametrize(
    "text",
    [
        "The rain continued until the dam was full.",
        "The crowd roared when the gate was opened.",
        "The scar showed that he had been a soldier.",
        "It's agreed that the dam is safe.",
        "Note: the dam is closed today",
        "The mayor disputed that figure.",
        "The mayor denies this.",
        'The rain fell on the roof: "a drum", as the poet has it.',
        'A soldier of the guard wore a badge: "Born to fight."',
        'The minister felt cold: "No heat here", read a sign.',
    ],
)
def test_words_that_may_tell_of_speech_need_a_speaker_and_content(text: str) -> None:
    assert who_said(text) == []


def test_what_is_announced_does_not_announce_anything() -> None:
    found = who_said("The chief of staff, Ali Diop, announced a ceasefire in Gao and left.")
    assert [speaker for speaker, _ in found] == ["Ali Diop"]


def test_pronoun_behind_the_verb_and_a_comma_is_no_speaker() -> None:
    found = who_said("Amina Touré, head of the school, said she teaches in the yard.")
    assert found == [("Amina Touré", "she teaches in the yard")]
