"""Statements as views over the claims that somebody said something."""

from tocsin.core.claim import Claim
from tocsin.core.ids import content_id
from tocsin.core.record import Statement
from tocsin.core.values import Said


def is_statement(claim: Claim) -> bool:
    """Return whether `claim` says that somebody said something."""
    return claim.slot == "statement" and isinstance(claim.value, Said)


def statement(claim: Claim) -> Statement:
    """Return the view over a claim on slot `statement`; `via` names its sources from the second to the publisher."""
    said = claim.value
    assert isinstance(said, Said)
    return Statement(
        id=content_id("s", claim.id), speaker=said.speaker, role=said.role, affiliation=said.affiliation,
        content=said.content, quote=said.quote, via=tuple(s.name for s in claim.sources[1:]), when=said.when,
        spans=claim.spans, document=claim.document, claim=claim.id,
    )  # fmt: skip
