"""Times that a page names."""

from tocsin.read._mentions import TimeMention
from tocsin.read._parse import Page


def find_times(page: Page) -> list[TimeMention]:  # noqa: ARG001
    """Return the times that `page` names, in order."""
    return []
