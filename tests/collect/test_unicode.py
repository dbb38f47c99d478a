import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.collect._unicode import one_line, uniform


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Cafe\u0301", "Café"),
        ("at\u00adtack", "attack"),
        ("hos\u00ad\r\n  tages", "hostages"),
        ("Ga\u200bo", "Gao"),
        ("\ufeffGao", "Gao"),
        ("Ga\x00o\x07", "Gao"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("one\u2029two\x0cthree", "one\n\ntwo\n\nthree"),
        ("10\u00a0000\u202fmen\t  fled", "10 000 men fled"),
        ("\u202eevil\u202c", "evil"),
        ("lone \ud800 half", "lone half"),
        ("می\u200cشود", "می\u200cشود"),
    ],
)
def test_characters_are_made_uniform(raw: str, clean: str) -> None:
    assert uniform(raw) == clean


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_becomes_nfc_and_can_be_written_as_utf_8(raw: str) -> None:
    clean = uniform(raw)
    assert unicodedata.is_normalized("NFC", clean)
    assert clean.encode("utf-8").decode("utf-8") == clean
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in clean)


def test_a_field_is_one_line_and_none_when_empty() -> None:
    assert (one_line(" a\n b "), one_line(" \u200b"), one_line(None)) == ("a b", None, None)
