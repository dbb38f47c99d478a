import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.collect._decode import decoded, decoded_text
from tocsin.collect._format import Unusable

TEXT = "N’Djamena – café “Étoile”"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("cp1252"),
    ],
)
def test_the_encoding_is_found(data: bytes) -> None:
    assert decoded(data) == TEXT


def test_valid_utf_8_wins_over_a_wrong_declaration() -> None:
    assert decoded(TEXT.encode("utf-8"), "iso-8859-1") == TEXT


def test_a_declared_encoding_is_used_where_the_bytes_are_no_utf_8() -> None:
    assert decoded("Тимбукту".encode("windows-1251"), "windows-1251") == "Тимбукту"


def test_an_unknown_declaration_is_passed_over() -> None:
    assert decoded("café".encode("cp1252"), "no-such-encoding") == "café"


def test_bytes_of_two_encodings_in_one_file_are_both_read() -> None:
    assert decoded("café ".encode() + "Étoile –".encode("cp1252")) == "café Étoile –"


def test_binary_content_is_not_text() -> None:
    with pytest.raises(Unusable, match="not text"):
        decoded_text(bytes(range(1, 9)) * 100)


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "ascii", "utf-16", "rot13", "x"]))
def test_any_bytes_become_characters(data: bytes, declared: str | None) -> None:
    assert isinstance(decoded(data, declared), str)
