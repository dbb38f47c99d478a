"""Who said what, and through whom the words came, as the brief shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tocsin.brief._citations import Citations, Fact, Item, Part, source_words
from tocsin.brief._wording import when_words
from tocsin.core.record import Statement
from tocsin.core.values import When


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """One statement: its words in pieces (text, is quoted), and the chain from the speaker to the publisher."""

    id: str
    claim: str
    item: Item
    pieces: tuple[tuple[str, bool], ...]
    fact: Fact
    chain: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementGroup:
    """The statements of one report."""

    report: Part
    title: str
    dateline: str
    statements: tuple[StatementView, ...]


def statement_groups(statements: Sequence[Statement], citations: Citations) -> list[StatementGroup]:
    """Return the statements by report, in the order of the reports and of the text."""
    by_report: dict[str, list[Statement]] = {d: [] for d in citations.in_order()}
    for said in statements:
        by_report.get(said.document, []).append(said)
    groups: list[StatementGroup] = []
    n = 0
    for name, listed in by_report.items():
        if listed:
            in_order = sorted(listed, key=lambda s: (s.spans[0].start if s.spans else 0, s.id))
            views = [_view(said, n + i, citations) for i, said in enumerate(in_order, start=1)]
            groups.append(_group(name, views, citations))
            n += len(listed)
    return groups


def _group(name: str, views: Iterable[StatementView], citations: Citations) -> StatementGroup:
    document = citations.documents[name]
    return StatementGroup(
        report=citations.link(name),
        title=document.title or "A report without a title",
        dateline=", ".join([document.publisher or "publisher not told", published_words(document.published)]),
        statements=tuple(views),
    )


def published_words(published: When | None) -> str:
    """Return when a report was published, in words."""
    return when_words(published) if published is not None and published.start else "date of publication not told"


def _view(said: Statement, number: int, citations: Citations) -> StatementView:
    item = Item(f"Statement {number}", f"statement-{number}")
    claim = citations.claims.get(said.claim)
    names = tuple(s.name for s in claim.sources) if claim else (said.speaker, *said.via)
    facts = citations.fact(said.content, [said.claim], item)
    return StatementView(
        id=said.id,
        claim=said.claim,
        item=item,
        pieces=tuple(_pieces(said.content, said.quote)),
        fact=facts,
        chain=tuple(source_words(name) for name in (said.speaker, *names[1:])),
        note="; ".join(_notes(said)),
    )


def _pieces(content: str, quote: str | None) -> list[tuple[str, bool]]:
    """Return `content` cut so that the quoted words stand alone; the quote after it where it is not within."""
    bare = quote.strip("\"'\u201c\u201d\u2018\u2019 ") if quote else ""
    if not bare:
        return [(content, False)]
    if bare not in content:
        return [(content, False), (bare, True)] if content.strip() and content != quote else [(bare, True)]
    before, after = content.split(bare, 1)
    pieces = [(before.rstrip('"\u201c'), False), (bare, True), (after.lstrip('"\u201d'), False)]
    return [(text, quoted) for text, quoted in pieces if text]


def _notes(said: Statement) -> Iterable[str]:
    speaker = said.speaker.casefold()
    about = [p for p in (said.role, said.affiliation) if p and p.casefold() not in speaker]
    if about:
        yield f"{said.speaker}: {', '.join(about)}"
    if said.when is not None and said.when.start is not None:
        yield f"said {when_words(said.when)}"
