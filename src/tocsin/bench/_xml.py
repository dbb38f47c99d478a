"""Articles of other people's XML files, which are not trusted."""

from collections.abc import Iterator
from pathlib import Path

import lxml.etree

from tocsin.core.errors import InputError

LARGEST_FILE_BYTES = 50_000_000


def articles(path: Path) -> Iterator[lxml.etree._Element]:
    """Yield the articles of the file; raise InputError where it is too large, no XML, or declares entities."""
    content = checked(path)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise InputError(f"{path} declares a document type or entities; expected plain elements")
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = lxml.etree.fromstring(content, parser)
    except lxml.etree.XMLSyntaxError as error:
        raise InputError(f"{path} is no XML: {error}") from error
    yield from root.iter("article")


def checked(path: Path) -> bytes:
    """Return the content of the file; raise InputError where it is too large."""
    if path.stat().st_size > LARGEST_FILE_BYTES:
        raise InputError(f"{path} has more than {LARGEST_FILE_BYTES} bytes")
    return path.read_bytes()
