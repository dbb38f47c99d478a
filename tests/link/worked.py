"""The worked example of the design, read by hand: the claims a reader should make of it."""

from datetime import date

from make import (
    GAO,
    NIGER,
    act,
    actor,
    claim,
    comparison,
    document,
    quantity,
    reading,
    said,
    source,
    target,
    when,
)  # fmt: skip
from tocsin.core.claim import Reading
from tocsin.core.values import When

TEXT = (
    "At least 12 people were killed on Sunday when gunmen attacked a market in Gao, the second raid there in ten days. "
    "A provincial official said the men had trained across the border in Niger, a neighbour of the official told Sahel "
    "Wire. The group Northern Brigade claimed the attack."
)
PUBLISHER = source("Sahel Wire")
CHAIN = (source("a provincial official", "official"), source("a neighbour of the official", "witness"), PUBLISHER)
SUNDAY = when(start="2013-04-07", basis="relative")
TEN_DAYS = When(start=date(2013, 3, 28), end=date(2013, 4, 7), edtf="2013-03-28/2013-04-07", basis="relative")
REPORT = document(text=TEXT)


def worked_example() -> Reading:
    doc = REPORT
    at_least = quantity(best=12, qualifier="at least")
    market = target("a market", class_="public place")
    content = "the men had trained across the border in Niger"
    raid = "the second raid there in ten days"
    return reading(
        doc,
        claim(of=doc, event="killed", slot="act", value=act(), span="killed"),
        claim(of=doc, event="killed", slot="killed", value=at_least, span="At least 12 people were killed"),
        claim(of=doc, event="killed", slot="when", value=SUNDAY, span="on Sunday"),
        claim(of=doc, event="attacked", slot="act", value=act(mode="firearms"), span="attacked"),
        claim(of=doc, event="attacked", slot="who", value=actor("gunmen", kind="people"), span="gunmen"),
        claim(of=doc, event="attacked", slot="target", value=market, span="a market"),
        claim(of=doc, event="attacked", slot="where", value=GAO, span="Gao"),
        claim(of=doc, event="attacked", slot="comparison", span=raid,
              value=comparison(kind="ordinal", text=raid, number=2, within=TEN_DAYS, scope=GAO)),
        claim(of=doc, event="before", slot="act", value=act(background=True), span="second raid"),
        claim(of=doc, event="before", slot="where", value=GAO, span="there"),
        claim(of=doc, event="before", slot="when", value=TEN_DAYS, span="in ten days"),
        claim(of=doc, event="said", slot="statement", sources=CHAIN, span=content,
              value=said(speaker="a provincial official", content=content)),
        claim(of=doc, event="trained", slot="trained_in", value=NIGER, subject="gunmen", sources=CHAIN, span=content),
        claim(of=doc, event="claimed", slot="act", value=act(), span="attack."),
        claim(of=doc, event="claimed", slot="responsibility", stance="claims", span="The group Northern Brigade",
              value=actor("Northern Brigade", kind="armed group")),
    )  # fmt: skip
