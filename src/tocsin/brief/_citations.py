"""Which words of which report each thing in the brief rests on, in both directions."""

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

from tocsin.brief._names import Names
from tocsin.core.claim import Claim
from tocsin.core.document import Document, Span
from tocsin.core.record import Record
from tocsin.core.shelf import by_id

# So that what is held for an actor does not grow with the number of reports that name it.
REPORTS_CITED = 30


class Item(NamedTuple):
    """A thing in the brief that rests on words of reports: how it is called and where it stands in the page."""

    label: str
    anchor: str


class Part(NamedTuple):
    """Words of a sentence; with `href` they are a link."""

    text: str
    href: str | None = None


class Cite(NamedTuple):
    """A link to the words in a report: its number ("R3"), the link, and who the words come from."""

    label: str
    href: str
    chain: str


class Fact(NamedTuple):
    """Words of the brief, where they can be checked first, and one citation for each report that they rest on.

    Of more reports than `REPORTS_CITED`, the earliest are cited and `n_more` counts the others.
    """

    text: str
    href: str | None = None
    cites: tuple[Cite, ...] = ()
    n_more: int = 0


class Citations:
    """Finds the words for claims, and keeps which item cites which words, so that the reports can link back."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.documents = by_id(record.documents)
        self.claims = by_id(record.claims)
        self._numbers = {name: n for n, name in enumerate(by_date(record.documents), start=1)}
        self.used: dict[Span, dict[Item, None]] = {}
        self._linked: set[str] = set()
        self.names = Names(record.actors)

    def report(self, document: str) -> str:
        """Return what a report is called in the brief, as "R3"."""
        return f"R{self._numbers[document]}"

    def in_order(self, documents: Iterable[str] | None = None) -> list[str]:
        """Return the ids of `documents`, of all where none are given, in the order of their numbers."""
        if documents is None:
            return list(self._numbers)
        return sorted((d for d in set(documents) if d in self._numbers), key=lambda d: self._numbers[d])

    def link(self, document: str) -> Part:
        """Return the number of a report with a link to it, and note that the report has to be shown."""
        self._linked.add(document)
        return Part(self.report(document), f"#report-{self.report(document)}")

    def pointed_to(self) -> set[str]:
        """Return the reports that something in the brief links to, and those that they reprint."""
        named = self._linked | {span.document for span in self.used}
        return named | {self.documents[name].copy_of or name for name in named}

    def anchor(self, span: Span) -> str:
        """Return the id that the words of `span` have in the page."""
        return f"{self.report(span.document)}-{span.start}-{span.end}"

    def known(self, claims: Iterable[str]) -> list[Claim]:
        """Return the claims of these ids whose report is in the record."""
        return list(self.each_known(claims))

    def each_known(self, claims: Iterable[str]) -> Iterator[Claim]:
        """Yield the claims of these ids whose report is in the record, so that many need not be held."""
        found = (self.claims.get(c) for c in dict.fromkeys(claims))
        return (c for c in found if c is not None and c.document in self._numbers)

    def fact(self, text: str, claims: Iterable[str], item: Item) -> Fact:
        """Return `text` with a citation for each report that `claims` come from, and note that `item` cites them.

        The first of `claims` is where a reader is sent first.
        """
        first, told, reports = None, dict[int, list[Claim]](), set[int]()
        for claim in self.each_known(claims):
            first, n = first or claim, self._numbers[claim.document]
            reports.add(n)
            told.setdefault(n, []).append(claim)
            if len(told) > 2 * REPORTS_CITED:
                told = dict(nsmallest(REPORTS_CITED, told.items()))
        if first is None:
            return Fact(text)
        cited = nsmallest(REPORTS_CITED, told.items())
        for claim in (first, *chain.from_iterable(of_report for _, of_report in cited)):
            self.used.setdefault(claim.spans[0], {})[item] = None
        cites = tuple(self._cite(of_report[0]) for _, of_report in cited)
        return Fact(text, self._cite(first).href, cites, len(reports) - len(cites))

    def _cite(self, claim: Claim) -> Cite:
        return Cite(self.report(claim.document), f"#{self.anchor(claim.spans[0])}", chain_words(claim))


def chain_words(claim: Claim) -> str:
    """Return by whom and through whom words came, the innermost speaker first."""
    return " \N{RIGHTWARDS ARROW} ".join(source_words(source.name) for source in claim.sources)


def source_words(name: str) -> str:
    """Return the name of a source as it is written inside a sentence.

    >>> source_words("A cook"), source_words("A. Lee"), source_words("The Daily Bell")
    ('a cook', 'A. Lee', 'The Daily Bell')
    """
    return name[0].lower() + name[1:] if name.startswith(("A ", "An ")) else name


def by_date(documents: Iterable[Document]) -> list[str]:
    """Return the ids of the documents by date of publication, those without one last."""
    return [name for _, _, name in sorted((_printed(d), d.publisher or "", d.id) for d in documents)]


def _printed(document: Document) -> date:
    return document.published.start or date.max if document.published else date.max
