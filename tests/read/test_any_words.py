"""No verb of saying stops the reader, whatever stands around it."""

import re
from collections.abc import Iterator

import pytest

import make
from tocsin.core.vocabulary import toml_table
from tocsin.read import read

FORMS = ("The ministers {w} that the brigade had fled.", '"They fled," the ministers {w}, "and we stayed."')
AT_ONCE = 20


def words_of(table: object) -> Iterator[str]:
    """Yield the words in all strings of a vocabulary."""
    if isinstance(table, str):
        yield from re.findall(r"[a-z]+", table)
    elif isinstance(table, dict):
        yield from (word for value in table.values() for word in words_of(value))
    elif isinstance(table, list):
        yield from (word for value in table for word in words_of(value))


@pytest.mark.parametrize("form", FORMS)
def test_no_verb_of_saying_stops_the_reader(form: str) -> None:
    verbs = sorted(set(words_of([row["words"] for row in toml_table("speech.toml")["verb"]])))
    assert len(verbs) > 100
    batches = [verbs[n : n + AT_ONCE] for n in range(0, len(verbs), AT_ONCE)]
    texts = [make.document(text="\n\n".join(form.format(w=verb) for verb in batch)) for batch in batches]
    stopped_in = [batch for batch, reading in zip(batches, read(texts, reader="rules"), strict=True) if reading.issues]
    assert stopped_in == []
