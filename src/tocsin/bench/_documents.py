"""Documents made of the texts of a benchmark, which tell little beside their words."""

from datetime import date

from tocsin.core.document import Document, document_id
from tocsin.core.values import When

NEWEST = date(2100, 1, 1)  # nothing in a benchmark is too late to be known


def bench_document(
    text: str, *, home: str | None = None, title: str | None = None, publisher: str | None = None,
    published: When | None = None,
) -> Document:  # fmt: skip
    """Return the document of `text`, by which `home` names it in the benchmark.

    >>> bench_document("Gunmen raided a market.", home="raids#1").home
    'raids#1'
    """
    made = document_id(publisher=publisher, published=published, text=text)
    return Document(
        id=made, uri=None, publisher=publisher, title=title, published=published, language="en", text=text,
        known_at=NEWEST, home=home,
    )  # fmt: skip
