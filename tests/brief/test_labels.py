"""Labels of the map."""

import pytest

from tocsin.brief._labels import Box, labelled, numbers_words


@pytest.mark.parametrize(
    ("numbers", "most", "words"),
    [
        ([4], 3, "4"),
        ([9, 3, 8, 7], 3, "3, 7\N{EN DASH}9"),
        ([1, 2, 9], 3, "1, 2, 9"),
        ([1, 5, 9, 11, 13, 15], 3, "1, 5, 9 +3"),
    ],
)
def test_runs_are_joined_and_long_lists_cut(numbers: list[int], most: int, words: str) -> None:
    assert numbers_words(numbers, most) == words


def test_a_label_goes_to_the_other_side_of_its_dot_when_the_right_is_taken() -> None:
    taken: list[Box] = [(105, 0, 300, 200)]
    label = labelled("12", (100, 100), ([], taken), 400)
    assert label is not None
    assert label.anchor == "end"
    assert label.x < 100


def test_a_label_without_room_is_left_out() -> None:
    assert labelled("12", (100, 100), ([], [(0, 0, 400, 400)]), 400) is None


def test_a_label_stays_within_the_map() -> None:
    label = labelled("12", (395, 100), ([], []), 400)
    assert label is not None
    assert label.anchor == "end"
