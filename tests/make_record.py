"""Builders of records: a small, complete one in the spirit of the worked example of the design, and hostile ones."""

import dataclasses
from datetime import date

import make
from tocsin.core.claim import Claim, Source
from tocsin.core.document import Document
from tocsin.core.issue import Issue
from tocsin.core.record import (
    Actor,
    ActorRole,
    Check,
    DeadlineView,
    HeldRole,
    Incident,
    Link,
    PositionView,
    Process,
    Record,
    RelationObject,
    RelationView,
    Responsibility,
    Statement,
    Toll,
    Trait,
)
from tocsin.core.values import Said

RAID = (
    "At least 12 people were killed on Sunday when gunmen attacked a market in Gao, the second raid there in ten "
    "days.\n"
    "A provincial official said the men had trained across the border in Niger, a neighbour of the official told "
    "Sahel Wire. The group Northern Brigade claimed the attack.\n"
    '"We will not talk before the north is free," a spokesman of the brigade said on Monday.'
)
LATER = (
    "Fifteen people died in the raid on the market in Gao on 7 April, the governor said. Northern Brigade denied it."
)


def record(*, title: str | None = "Gunmen raid a market in Gao", publisher: str = "Sahel Wire") -> Record:
    """Return a record of two reports on one raid, with one earlier raid recalled."""
    first = make.document(text=RAID, publisher=publisher, title=title)
    second = make.document(text=LATER, publisher="Atlas Dispatch", published="2013-04-12", title="Toll rises in Gao")
    c = _raid_claims(first) | _said_claims(first) | _later_claims(second)
    return Record(
        as_of=date(2013, 5, 1),
        documents=(first, second),
        claims=tuple(c.values()),
        incidents=_incidents(c, first, second),
        actors=_actors(c),
        statements=(_statement("s-1", c["said"]), _statement("s-2", c["quote"])),
        processes=(_talks(c, first),),
        links=(_link(c),),
        checks=(
            Check(
                id="k-1",
                text="the second raid there in ten days",
                holds=None,
                claim=c["compare"].id,
                incident="i-1",
                reason="cannot be checked: only the report itself tells of the earlier ones",
                claims=(c["compare"].id,),
            ),
        ),
        issues=(Issue(stage="collect", about="broken.pdf", what="the file ends early", hint="fetch it again"),),
    )


def _sources(report: Document) -> tuple[tuple[Source, ...], tuple[Source, ...]]:
    """Return the publisher alone, and the official whom a neighbour told of."""
    own = (make.source(report.publisher or ""),)
    official = make.source("a provincial official", "official")
    return own, (official, make.source("a neighbour of the official", "witness"), *own)


def _raid_claims(first: Document) -> dict[str, Claim]:
    own, official = _sources(first)
    return {
        "act": make.claim(of=first, slot="act", value=make.act(mode="firearms"), span="attacked", sources=own),
        "when": make.claim(of=first, slot="when", value=make.when(basis="relative"), span="on Sunday", sources=own),
        "where": make.claim(of=first, slot="where", value=make.GAO, span="in Gao", sources=own),
        "who": make.claim(of=first, slot="who", value=make.actor(), span="gunmen", sources=own),
        "target": make.claim(of=first, slot="target", value=make.target(), span="a market", sources=own),
        "12": make.claim(
            of=first,
            slot="killed",
            value=make.quantity(qualifier="at least"),
            sources=own,
            span="At least 12 people were killed",
        ),
        "trained": make.claim(
            of=first,
            slot="trained_in",
            value=make.NIGER,
            subject="gunmen",
            sources=official,
            span="the men had trained across the border in Niger",
        ),
    }


def _said_claims(first: Document) -> dict[str, Claim]:
    own, official = _sources(first)
    return {
        "claims": make.claim(
            of=first,
            slot="responsibility",
            value=make.actor("Northern Brigade"),
            stance="claims",
            sources=own,
            span="The group Northern Brigade claimed the attack",
        ),
        "said": make.claim(
            of=first,
            slot="statement",
            sources=official,
            span="the men had trained across the border in Niger",
            value=make.said(content="the men had trained across the border in Niger"),
        ),
        "quote": make.claim(
            of=first,
            slot="statement",
            sources=(make.source("a spokesman of the brigade", "armed group"), *own),
            span="We will not talk before the north is free",
            value=Said(
                speaker="a spokesman of the brigade",
                content="We will not talk before the north is free",
                quote="We will not talk before the north is free",
            ),
        ),
        "compare": make.claim(
            of=first, slot="comparison", value=make.comparison(), span="the second raid there in ten days"
        ),
        "earlier": make.claim(
            of=first, slot="act", value=make.act(background=True), span="the second raid", event="e2", sources=own
        ),
        "party": make.claim(of=first, slot="party", value=make.actor("the brigade"), span="the brigade", event="e3"),
        "position": make.claim(
            of=first,
            slot="position",
            span="We will not talk before the north is free",
            event="e3",
            sources=own,
            value=make.position(party="the brigade", content="will not talk before the north is free"),
        ),
    }


def _later_claims(second: Document) -> dict[str, Claim]:
    governor = (make.source("the governor", "official"), make.source("Atlas Dispatch"))
    return {
        "act2": make.claim(of=second, slot="act", value=make.act(mode="firearms"), span="the raid"),
        "15": make.claim(
            of=second, slot="killed", value=make.quantity(best=15), span="Fifteen people died", sources=governor
        ),
        "11": make.claim(
            of=second,
            slot="killed",
            value=make.quantity(best=11),
            span="people died",
            sources=(make.source("Atlas Dispatch"),),
        ),
        "denies": make.claim(
            of=second,
            slot="responsibility",
            value=make.actor("Northern Brigade"),
            stance="denies",
            span="Northern Brigade denied it",
        ),
    }


def _ids(claims: dict[str, Claim], *names: str) -> tuple[str, ...]:
    return tuple(claims[name].id for name in names)


def _incidents(c: dict[str, Claim], first: Document, second: Document) -> tuple[Incident, ...]:
    told = ("act", "when", "where", "who", "target", "12", "trained", "claims", "act2", "15", "11", "denies")
    raid = Incident(
        id="i-1",
        type="ASSAULT",
        mode="firearms",
        title="Gunmen attack a market in Gao",
        when=make.when(basis="relative"),
        where=make.GAO,
        actors=(ActorRole(actor="gunmen", role="who", claims=_ids(c, "who")),),
        targets=(make.target(),),
        weapons=("assault rifles",),
        killed=Toll(low=11, best=15, high=15, claims=_ids(c, "12", "15", "11")),
        responsibility=(
            Responsibility(actor="Northern Brigade", stance="claims", claims=_ids(c, "claims")),
            Responsibility(actor="Northern Brigade", stance="denies", claims=_ids(c, "denies")),
        ),
        relations=(
            RelationView(
                relation="trained_in",
                subject="gunmen",
                object=RelationObject(name="Niger", country="NE"),
                claims=_ids(c, "trained"),
            ),
        ),
        claims=_ids(c, *told),
        documents=(first.id, second.id),
        n_independent=2,
        reasons=("same day and place",),
    )
    earlier = Incident(
        id="i-2",
        type="ASSAULT",
        mode=None,
        title="Earlier raid",
        when=None,
        where=make.place(name="Gao", at=None),
        claims=_ids(c, "earlier"),
        documents=(first.id,),
        is_background=True,
    )
    return raid, earlier


def _actors(c: dict[str, Claim]) -> tuple[Actor, ...]:
    brigade = Actor(
        id="a-1",
        name="Northern Brigade",
        aliases=("the brigade",),
        kind="armed group",
        country="ML",
        roles=(HeldRole(role="spokesman", affiliation=None),),
        claims=_ids(c, "claims", "denies", "party"),
    )
    return (brigade,)


def _statement(name: str, claim: Claim) -> Statement:
    said = claim.value
    assert isinstance(said, Said)
    return Statement(
        id=name,
        speaker=said.speaker,
        role=None,
        affiliation=None,
        content=said.content,
        quote=said.quote,
        via=tuple(s.name for s in claim.sources[1:]),
        when=None,
        spans=claim.spans,
        document=claim.document,
        claim=claim.id,
    )


def _talks(c: dict[str, Claim], first: Document) -> Process:
    return Process(
        id="p-1",
        name="Talks with the brigade",
        parties=("the brigade",),
        mediators=(),
        venue=None,
        positions=(
            PositionView(party="the brigade", content="will not talk before the north is free", claim=c["position"].id),
        ),
        deadlines=(
            DeadlineView(
                what="a truce", date=make.when(start="2013-04-20"), outcome="missed", claims=_ids(c, "position")
            ),
        ),
        claims=_ids(c, "party", "position"),
        documents=(first.id,),
    )


def _link(c: dict[str, Claim]) -> Link:
    return Link(
        id="l-1",
        left="i-2",
        right="i-1",
        relation="compared",
        shared=(Trait(trait="country", value="ML", claims=_ids(c, "where")),),
        different=(Trait(trait="mode", value="firearms / explosives", claims=_ids(c, "act", "earlier")),),
        unknown=("weapon",),
        distance_km=0.0,
        distance_precision_km=10.0,
        days_apart=None,
        days_precision=None,
        score=0.4,
    )


HOSTILE = '<script>alert("x")</script>'


def hostile() -> Record:
    """Return the record with a script tag in every text that a report or a file name can bring in."""
    made = record(title=f"Raid {HOSTILE}", publisher=f"Wire {HOSTILE}")
    documents = tuple(
        dataclasses.replace(d, uri="javascript:alert(1)", home=f"/reports/{HOSTILE}.txt", byline=HOSTILE)
        for d in made.documents
    )
    raid, earlier = made.incidents
    said = dataclasses.replace(made.statements[0], speaker=HOSTILE, content=f"he {HOSTILE} said", quote=HOSTILE)
    return dataclasses.replace(
        made,
        documents=documents,
        incidents=(dataclasses.replace(raid, title=HOSTILE, weapons=(HOSTILE,)), earlier),
        actors=(dataclasses.replace(made.actors[0], name=HOSTILE, aliases=(HOSTILE,)),),
        statements=(said,),
        issues=(Issue(stage="read", about=HOSTILE, what=HOSTILE),),
    )
