"""Places that a page names."""

from tocsin.read._mentions import PlaceMention
from tocsin.read._parse import Page


def find_places(page: Page) -> list[PlaceMention]:  # noqa: ARG001
    """Return the places that `page` names, in order."""
    return []
