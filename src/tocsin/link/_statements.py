"""Statements as views over the claims that somebody said something."""

from collections.abc import Iterable, Iterator

from tocsin.core.claim import Claim
from tocsin.core.ids import content_id
from tocsin.core.record import Statement
from tocsin.core.values import Said


def statements(claims: Iterable[Claim]) -> Iterator[Statement]:
    """Yield one view for each claim on slot `statement`; `via` names its sources from the second to the publisher."""
    for claim in claims:
        said = claim.value
        if claim.slot == "statement" and isinstance(said, Said):
            yield Statement(
                id=content_id("s", claim.id), speaker=said.speaker, role=said.role, affiliation=said.affiliation,
                content=said.content, quote=said.quote, via=tuple(s.name for s in claim.sources[1:]), when=said.when,
                spans=claim.spans, document=claim.document, claim=claim.id,
            )  # fmt: skip
