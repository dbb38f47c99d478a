"""Fields of a report given as data: front matter, or a line of a .jsonl file."""

from collections.abc import Iterator, Mapping
from datetime import date

from rapidfuzz import process

from tocsin.collect._dates import stated
from tocsin.collect._format import Draft, Item, issue

TEXT_FIELDS = ("title", "publisher", "uri", "byline", "language")
FIELDS = (*TEXT_FIELDS, "published")
NEARLY = 80


def draft_of(fields: Mapping[str, object], text: str, about: str, place: str | None = None) -> Iterator[Item]:
    """Return an Issue for each field that cannot be used, then the draft of the report with all others."""
    used: dict[str, str] = {}
    for name in TEXT_FIELDS:
        value = _plain(fields.get(name))
        if value is not None:
            used[name] = value
        elif fields.get(name) is not None:
            yield issue(about, f"the field {name} is no text", f"write {name} as one line of text")
    published = _published(fields.get("published"))
    if published is None and fields.get("published") is not None:
        yield issue(about, "the field published is no date", "write published as YYYY-MM-DD")
    for name, near in _misspelt(fields):
        yield issue(about, f"the field {name[:40]!r} is not known", f"did you mean {near}?")
    yield Draft(
        text=text,
        title=used.get("title"),
        publisher=used.get("publisher"),
        uri=used.get("uri"),
        published=published,
        byline=used.get("byline"),
        language=used.get("language"),
        place=place,
    )


def _plain(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        return ", ".join(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _published(value: object) -> str | None:
    plain = _plain(value)
    return stated(plain) if plain is not None else None


def _misspelt(fields: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name in fields:
        near = process.extractOne(str(name)[:40].lower(), FIELDS, score_cutoff=NEARLY)
        if name not in (*FIELDS, "text") and near:
            yield str(name), near[0]
