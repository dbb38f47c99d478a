"""No verb of saying stops the reader, whatever stands around it."""

import re
from collections.abc import Iterator

import pytest

import make
from tocsin.core.vocabulary import toml_table
from tocsin.read import read

FORMS = (
    "The ministers {w} that the brigade had fled.",
    "The ministers {w} the brigade responsible, and nobody else.",
    '"They fled," the ministers {w}, "and we stayed."',
    "In Gao, the rebels {w} of twelve dead, whom the elders {w}.",
)


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
    text = "\n\n".join(form.format(w=verb) for verb in verbs)
    (reading,) = read([make.document(text=text)], reader="rules")
    assert (len(verbs) > 100, reading.issues) == (True, ())
