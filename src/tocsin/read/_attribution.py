"""Statements: who said what, through whom."""

from collections.abc import Sequence

from tocsin.read._mentions import ActorMention, StatementMention, TimeMention
from tocsin.read._parse import Page


def find_statements(
    page: Page, actors: Sequence[ActorMention], times: Sequence[TimeMention] = ()
) -> list[StatementMention]:
    """Return the statements of `page` in the order of the text."""
    return []
