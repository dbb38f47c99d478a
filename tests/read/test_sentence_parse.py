"""Sentences parsed together have the dependencies that spaCy's parser gives them one after the other."""

import pytest
from spacy.tokens import Doc

from tocsin.read._parse import pipeline

TEXT = (
    'The governor, who had fled, said on Monday that "nobody was safe". Gunmen burned down two farms near the river, '
    "killing a herder.\n\nNo group claimed the raid!  Dr. Sarn did not answer; her office was closed (it opens in May)"
)
BEFORE = ("tok2vec", "tagger", "tocsin_sentences")


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), "Gunmen fled", "\n\n", ""])
def test_all_sentences_together_are_parsed_as_one_after_the_other(text: str) -> None:
    nlp = pipeline()
    with nlp.select_pipes(enable=BEFORE):
        in_turn = nlp.get_pipe("parser")(nlp(text))
    assert _told(nlp(text)) == _told(in_turn)


def _told(doc: Doc) -> list[tuple[str, int, bool, int, int]]:
    return [(t.dep_, t.head.i, t.is_sent_start, t.left_edge.i, t.right_edge.i) for t in doc]


def test_the_steps_of_all_sentences_are_taken_together(monkeypatch: pytest.MonkeyPatch) -> None:
    own, taken = pipeline().get_pipe("tocsin_sentence_parse"), []
    take = own._steps.take

    def counting(docs: list[Doc]) -> None:
        taken.append([len(d) for d in docs])
        take(docs)

    monkeypatch.setattr(own._steps, "take", counting)
    pipeline()("Gunmen fled. The army came. Nobody died.")
    assert taken == [[4, 5, 3]]
