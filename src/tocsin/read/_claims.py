"""Claims made from what was found: identifiers, spans, chains of sources."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.claim import Claim, Slot, Source, Stance
from tocsin.core.document import Document, Span
from tocsin.core.ids import content_id
from tocsin.core.values import Value
from tocsin.core.wire import to_json
from tocsin.read._mentions import StatementMention
from tocsin.read._notes import note
from tocsin.read._parse import character_bounds
from tocsin.read._stance import is_taken_as_known

UNNAMED_PUBLISHER = "the report"
ASSERTED_CONFIDENCE = 0.9
HEDGED_CONFIDENCE = 0.6
INFERRED_CONFIDENCE = 0.5
CHAINS_HELD = 500


@note
class About:
    """What a claim is about: the event it belongs to, the slot, and the left side of a relation.

    `inferred` is true for a value that the event takes from the sentences around it.
    """

    event: str
    slot: Slot
    subject: str | None = None
    inferred: bool = False


class ClaimMaker:
    """Makes the claims of one document, each with the chain of those on whose word it stands."""

    def __init__(self, document: Document, reader: str, statements: Iterable[StatementMention]) -> None:
        self._document, self._reader = document, reader
        self._said = [(start, end, s) for s in statements for start, end in s.content_tokens]
        self.publisher = Source(name=publisher_name(document), kind="publisher")

    def claim(
        self, about: About, value: Value, tokens: Iterable[TokenSpan | Token], *, stance: Stance = "asserted"
    ) -> Claim:
        """Return the claim that `tokens`, the first of which tell whose word it is, say `value`."""
        words = list(tokens)
        said = self.statement_at(words[0])
        if said is not None and said.denied and stance == "asserted" and not is_taken_as_known(_root(words[0])):
            stance = "denied"
        spans = tuple(dict.fromkeys(self._span(t) for t in words))
        return self.from_spans(about, value, spans, sources=self.chain(said), stance=stance)

    def from_spans(
        self, about: About, value: Value, spans: tuple[Span, ...], *, sources: tuple[Source, ...], stance: Stance
    ) -> Claim:
        """Return the claim that the words at `spans` say `value`, on the word of `sources`."""
        parts = (about.event, about.slot, about.subject or "", repr(to_json(value)), repr(to_json(spans)))
        return Claim(
            id=content_id("c", *parts, _told_of(sources), stance, self._reader),
            event=about.event,
            slot=about.slot,
            subject=about.subject,
            value=value,
            spans=spans,
            sources=sources,
            stance=stance,
            confidence=_confidence(about, stance),
            reader=self._reader,
            known_at=self._document.known_at,
        )

    def statement_at(self, tokens: TokenSpan | Token) -> StatementMention | None:
        """Return the innermost statement on whose speaker's word `tokens` stand."""
        i = _root(tokens).i
        around = [(end - start, s) for start, end, s in self._said if start <= i < end]
        return min(around, key=lambda pair: pair[0])[1] if around else None

    def chain(self, said: StatementMention | None) -> tuple[Source, ...]:
        """Return the sources of `said`, the publisher last."""
        inner = tuple(Source(name=name, kind=kind) for name, kind in said.chain) if said is not None else ()
        return (*inner, self.publisher)

    def event_id(self, tokens: TokenSpan | Token, kind: str = "") -> str:
        """Return the id of the event that is first told of at `tokens`."""
        return self.span_event_id(self._span(tokens), kind)

    def span_event_id(self, span: Span, kind: str = "") -> str:
        """Return the id of the event that is first told of at `span`."""
        return content_id("e", self._document.id, str(span.start), kind)

    def _span(self, tokens: TokenSpan | Token) -> Span:
        start, end = character_bounds(tokens)
        return Span(document=self._document.id, start=start, end=end)


@lru_cache(maxsize=CHAINS_HELD)
def _told_of(sources: tuple[Source, ...]) -> str:
    """Return `sources` as they stand in an id; few chains carry most claims of a report."""
    return repr(to_json(sources))


def _root(tokens: TokenSpan | Token) -> Token:
    return tokens if isinstance(tokens, Token) else tokens.root


def _confidence(about: About, stance: Stance) -> float:
    if about.inferred:
        return INFERRED_CONFIDENCE
    return HEDGED_CONFIDENCE if stance == "hedged" else ASSERTED_CONFIDENCE


def publisher_name(document: Document) -> str:
    """Return who published `document`: the name given, else the host of its address."""
    host = urlsplit(document.uri).hostname if document.uri else None
    return document.publisher or host or UNNAMED_PUBLISHER
