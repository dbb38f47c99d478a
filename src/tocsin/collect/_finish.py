"""A draft made a document: cleaned, told from its furniture, dated. The text is final afterwards."""

from datetime import date

from tocsin.collect._dates import when_published
from tocsin.collect._format import Draft, Unusable, printable
from tocsin.collect._furniture import without_furniture
from tocsin.collect._header import with_header
from tocsin.collect._options import CollectOptions
from tocsin.collect._reflow import paragraphs
from tocsin.collect._unicode import one_line, uniform
from tocsin.core.document import Document, document_id
from tocsin.core.values import When

GIVEN = "given for reports that do not say when they were published"


def finished(draft: Draft, home: str, options: CollectOptions) -> Document:
    """Return the document that `draft` describes; raise Unusable if it has no text or too much."""
    if len(draft.text) > options.limits.max_chars:
        raise Unusable(f"the text is longer than {options.limits.max_chars} characters", "split it into its reports")
    blocks = paragraphs(uniform(draft.text))
    draft, blocks = with_header(draft, without_furniture(blocks))
    text = "\n\n".join(blocks)
    if not any(c.isalnum() for c in text):
        raise Unusable("no text was found", "check that the file is not empty, scanned or only pictures")
    published, publisher = _published(draft, options), one_line(draft.publisher)
    return Document(
        id=document_id(publisher=publisher, published=published, text=text),
        uri=one_line(draft.uri),
        publisher=publisher,
        title=one_line(draft.title),
        published=published,
        language=_language(draft.language) or options.language,
        text=text,
        known_at=_known_at(published, options),
        byline=_byline(draft, publisher),
        home=printable(home if draft.place is None else f"{home}#{draft.place}"),
    )


def _byline(draft: Draft, publisher: str | None) -> str | None:
    byline = one_line(draft.byline)
    return None if byline == publisher else byline


def _published(draft: Draft, options: CollectOptions) -> When | None:
    if draft.published is not None:
        return when_published(draft.published)
    return None if options.published is None else when_published(options.published.isoformat(), reason=GIVEN)


def _known_at(published: When | None, options: CollectOptions) -> date:
    if published is not None and published.end is not None:
        return published.end
    return options.today or date.today()


def _language(tag: str | None) -> str | None:
    """Return the language of a tag such as en-GB."""
    primary = (tag or "").strip().replace("_", "-").split("-")[0].lower()
    return primary if primary.isalpha() and primary.isascii() and 2 <= len(primary) <= 3 else None
