"""The columns of a document hold what its tokens say."""

from tocsin.read._columns import columns
from tocsin.read._parse import pipeline

TEXT = "The Rebels’ men weren't seen in Gao.\n\nTwo others fled."


def test_each_column_says_what_the_tokens_say() -> None:
    doc = pipeline()(TEXT)
    told = columns(doc)
    rows = list(zip(told.text, told.lower, told.lemma, told.tag, told.pos, told.dep, told.head, strict=True))
    assert rows == [(t.text, t.lower_, t.lemma_.lower(), t.tag_, t.pos_, t.dep_, t.head.i) for t in doc]


def test_a_head_before_its_word_is_found() -> None:
    told = columns(pipeline()("Gunmen fled."))
    assert (told.lower[0], told.lower[told.head[0]], told.lower[told.head[2]]) == ("gunmen", "fled", "fled")


def test_a_document_without_words_has_empty_columns() -> None:
    assert columns(pipeline()("")).head == []
