"""Who is read to have said what in a text."""

from make import document
from tocsin.read._actors import find_actors
from tocsin.read._attribution import find_statements
from tocsin.read._parse import parse


def who_said(text: str) -> list[tuple[str, str]]:
    """Return the speaker and the words of each statement in `text`."""
    page = parse(document(text=text))
    return [(s.chain[0][0], s.content) for s in find_statements(page, find_actors(page))]
