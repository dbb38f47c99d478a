"""A report's own comparisons: ranks, superlatives, distances and intervals."""

import pytest
from tests.make import document

from tocsin.core.values import Act, Comparison, When
from tocsin.read import READERS

ATTACK = "Gunmen attacked a market in Gao on Sunday and killed 12 people. "


def comparisons(text: str) -> list[Comparison]:
    found = READERS.make("rules").read(document(text=ATTACK + text)).claims
    return [c.value for c in found if isinstance(c.value, Comparison)]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("It was the third attack in the town this year.", "ordinal", 3),
        ("The raid was the second in less than a week.", "ordinal", 2),
        ("It was the first suicide bombing ever carried out in the country.", "ordinal", 1),
        ("It was the deadliest attack in Mali since 2011.", "superlative", None),
        ("The violence is the most serious since the accord.", "superlative", None),
        ("No bombing since 2011 has cost more lives.", "superlative", None),
        ("The two attacks took place some 200 km apart.", "distance", 200),
        ("The raid came five days after a bomb killed two soldiers.", "interval", 5),
        ("Two weeks before the raid, rebels attacked Kidal.", "interval", 14),
    ],
)
def test_a_wording_compares(text: str, kind: str, number: float | None) -> None:
    assert (kind, number) in {(c.kind, c.number) for c in comparisons(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Seven people died on the first day.",
        "The second man fled.",
        "A vote must be held no later than 60 days after the signing.",
        "The first round of the election went well.",
    ],
)
def test_a_rank_or_a_limit_that_compares_no_events_is_no_comparison(text: str) -> None:
    assert comparisons(text) == []


def test_miles_are_given_in_km() -> None:
    (distance,) = [c.number for c in comparisons("The two attacks took place 10 miles apart.") if c.kind == "distance"]
    assert distance == pytest.approx(16.09344)


def test_a_second_raid_tells_of_an_earlier_one() -> None:
    text = "At least 12 people were killed on Sunday when gunmen attacked a market in Gao, the second raid there in ten"
    claims = READERS.make("rules").read(document(text=f"{text} days.")).claims
    earlier = {c.event for c in claims if isinstance(c.value, Act) and c.value.background}
    days = [c.value for c in claims if c.event in earlier and isinstance(c.value, When)]
    assert [d.edtf for d in days] == ["2013-03-28/2013-04-07"]
