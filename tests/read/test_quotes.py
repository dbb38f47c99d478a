"""Quotations are found once a page and kept for all parts of the reader."""

from tests.make import document

from tocsin.read._parse import parse
from tocsin.read._quotes import find_quotes
from tocsin.read._words import read_words


def test_no_part_of_the_reader_can_change_what_is_kept_for_the_others() -> None:
    words = read_words(parse(document(text='"We will stay," he said. "They left."')))
    found = find_quotes(words)
    assert (isinstance(found, tuple), [words.text[q.start + 1] for q in found]) == (True, ["We", "They"])
