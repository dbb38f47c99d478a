"""Texts without case are given the case of an ordinary report."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.make import document

from tocsin.read._casing import is_uncased, recased
from tocsin.read._parse import parse, pipeline

ORDINARY = (
    "Gunmen of the National Liberation Front (NLF) attacked a market in Tamanrasset on Sunday. "
    "Colonel Omar Belkacem said that U.S. officials were told. The NLF denied it."
)


def test_text_with_ordinary_case_is_left_alone() -> None:
    assert recased(ORDINARY, pipeline()) == ORDINARY


@pytest.mark.parametrize("change", [str.upper, str.lower], ids=["capitals", "no capitals"])
def test_names_sentence_starts_and_acronyms_get_their_capitals_back(change: Callable[[str], str]) -> None:
    assert recased(change(ORDINARY), pipeline()) == ORDINARY


def test_long_form_of_an_acronym_gets_capitals_wherever_it_stands() -> None:
    text = "the popular action party (pap) won. a day later the popular action party celebrated with its friends."
    assert recased(text, pipeline()).count("Popular Action Party") == 2


def test_word_that_no_dictionary_holds_is_a_name() -> None:
    assert "in Zorvandel" in recased("three farmers were shot dead in zorvandel while they worked.", pipeline())


def test_ordinary_nouns_stay_in_lower_case() -> None:
    text = "the rebels burned two houses and a bridge while the peasants slept."
    assert recased(text, pipeline()) == "T" + text[1:]


def test_few_capitals_in_a_long_text_do_not_make_it_cased() -> None:
    assert is_uncased("a" * 500 + "B")


def test_short_text_is_never_called_uncased() -> None:
    assert not is_uncased("gao, mali")


def test_tokens_of_a_capital_text_stand_where_the_document_has_them() -> None:
    page = parse(document(text=ORDINARY.upper()))
    word = next(t for t in page.doc if t.lower_ == "tamanrasset")
    assert page.document.text[word.idx : word.idx + len(word)] == "TAMANRASSET"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "Z"]), max_size=120))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(recased(text, pipeline())) == len(text)


def test_known_group_of_ordinary_words_gets_capitals() -> None:
    assert "the Shining Path attacked" in recased(
        "on monday the shining path attacked a bridge in the north.", pipeline()
    )
