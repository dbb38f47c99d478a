"""Times that open a sentence, with no comma behind them."""

import pytest

from make import document
from tocsin.read._fronted import with_commas, without_commas
from tocsin.read._parse import parse, pipeline

TAKEN = [
    "Friday prayers passed off quietly.",
    "Last week saw more raids.",
    "A week before the raid on Gao rebels came.",
    "In May, rain fell.",
]


def subjects(text: str) -> list[str]:
    page = parse(document(text=text))
    return [page.doc[t.left_edge.i : t.i + 1].text for t in page.doc if t.dep_ in {"nsubj", "nsubjpass"}]


@pytest.mark.parametrize(
    "time",
    [
        "On 3 May",
        "In early March",
        "Last July",
        "By nightfall",
        "At dawn on Sunday",
        "In the late afternoon",
    ],
)
def test_a_time_that_opens_a_sentence_is_no_part_of_its_subject(time: str) -> None:
    assert subjects(f"The market was calm. {time} gunmen attacked a post near Gao.") == ["The market", "gunmen"]


@pytest.mark.parametrize("text", TAKEN)
def test_where_a_time_is_the_subject_or_goes_on_or_has_its_comma_none_is_shown(text: str) -> None:
    words = pipeline().make_doc(text)
    assert with_commas(words) == (words, [])


def test_the_words_of_the_text_stay_as_they_are() -> None:
    text = "On 3 May gunmen attacked Gao.  In June\nsoldiers came back."
    doc = parse(document(text=text)).doc
    assert doc.text == text
    assert [t.idx for t in doc] == [t.idx for t in pipeline().make_doc(text)]
    assert [s.start for s in doc.sents] == [0, 8]


def test_what_hangs_on_a_comma_hangs_on_its_head() -> None:
    words = pipeline().make_doc("On Monday gunmen came.")
    shown, commas = with_commas(words)
    parsed = pipeline()(shown)
    parsed[0].head = parsed[2]  # the first word on the comma
    above = parsed[2].head.text
    assert without_commas(parsed, commas, words)[0].head.text == above
