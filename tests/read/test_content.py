"""What was said: where it begins and ends around its cue."""

import pytest

from make_said import who_said

CONTENTS = [
    ('A long drought, the mayor said, "would be the end of us."', "A long drought would be the end of us."),
    ("''We know them,'' a teacher said, ''but we keep silent.''", "We know them but we keep silent."),
    ('The mayor named what he feared most: "Hunger kills," he said.', "Hunger kills"),
    ("The mayor told the Echo's Sunday edition that the dam leaked.", "the dam leaked"),
    ("The mayor told shepherds the dam leaked.", "the dam leaked"),
    ("The dam leaked, the mayor said on Monday on the Echo's “Morning Hour.”", "The dam leaked"),
    ("The dam burst at noon, drowning six goats, by the count of a herder.", "drowning six goats"),
    ("The mayor says a fire that's burning uphill will come.", "a fire that's burning uphill will come"),
    ("The mayor said once more that the dam leaked.", "the dam leaked"),
    ("The mayor told her men to leave the yard.", "to leave the yard"),
    ("The mayor left, warning that the dam leaked and leading the way.", "the dam leaked"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), CONTENTS)
def test_content_is_the_words_that_were_said(text: str, content: str) -> None:
    assert [words for _, words in who_said(text)] == [content]


def test_title_of_a_broadcast_in_front_of_the_cue_is_not_what_was_said() -> None:
    found = who_said("On “The Lake Hour,” the mayor said that the dam leaked.")
    assert found == [("the mayor", "the dam leaked")]


def test_chant_with_capitals_is_what_was_said() -> None:
    assert who_said('The crowd answered with chants of "Free Lake" as the mayor said: "Go Home."')[-1][1] == "Go Home."


def test_second_cue_of_the_speaker_ends_the_content_of_the_first() -> None:
    found = who_said('The mayor told the Echo that she was ill and said "the dam is not safe at all."')
    assert [words for _, words in found] == ["she was ill", "the dam is not safe at all."]
