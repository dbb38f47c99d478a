"""Two attacks compared: what they share, what differs, what is not known, how far apart they are."""

import pytest
from pyproj import Geod

from make import (
    AGADEZ,
    GAO,
    KIDAL,
    MALI,
    NIGER,
    TIMBUKTU,
    act,
    actor,
    claim,
    document,
    event,
    place,
    reading,
    target,
    when,
)  # fmt: skip
from tocsin.link import LinkOptions, link

BRIGADE = actor("Northern Brigade", kind="armed group")


def attacks(*slots):
    """Return the record of attacks in reports of their own, and the ids of their incidents in the order given."""
    readings = []
    for i, given in enumerate(slots):
        doc = document(text=f"Report {i} tells of an attack.", publisher=f"Outlet {i}")
        readings.append(reading(doc, event(doc, **given)))
    record = link(readings, as_of=readings[0].document.known_at)
    return record, [next(i.id for i in record.incidents if i.documents == (r.document.id,)) for r in readings]


def compared(left, right):
    (found,) = attacks(left, right)[0].links
    return found


def traits(side):
    return {t.trait: t.value for t in side}


RAID = {"act": act(mode="firearms"), "when": when(), "where": GAO}
FAR = {"act": act(mode="explosives"), "when": when(start="2013-05-23"), "where": AGADEZ}


def test_distance_is_geodesic_with_the_precision_of_both_places():
    found = compared(RAID, RAID | {"where": KIDAL, "who": BRIGADE})
    _, _, metres = Geod(ellps="WGS84").inv(GAO.lon, GAO.lat, KIDAL.lon, KIDAL.lat)
    assert found.distance_km == pytest.approx(metres / 1000, abs=0.06)
    assert found.distance_precision_km == 10.0


def test_days_apart_of_two_stated_days_are_exact():
    found = compared(RAID, RAID | {"when": when(start="2013-04-21")})
    assert (found.days_apart, found.days_precision) == (14, 0)


def test_days_apart_of_a_month_are_known_within_half_of_it():
    found = compared(RAID, RAID | {"when": when(start="2013-06-01", end="2013-06-30")})
    assert (found.days_apart, found.days_precision) == (70, 15)


def test_what_is_not_told_is_unknown_and_neither_shared_nor_different():
    found = compared(RAID | {"who": BRIGADE}, {"act": act(mode="firearms"), "where": GAO})
    assert {"actor", "weapon", "days"} <= set(found.unknown)
    assert not {"actor", "weapon", "days"} & (set(traits(found.shared)) | set(traits(found.different)))
    assert found.days_apart is None


def test_shared_and_different_traits_carry_the_claims_of_both():
    record, _ = attacks(RAID | {"trained_in": NIGER}, FAR | {"trained_in": NIGER})
    (found,) = record.links
    shared = {t.trait: t for t in found.shared}
    assert shared["trained_in"].value == "Niger"
    documents = {c.id: c.document for c in record.claims}
    assert len({documents[c] for c in shared["trained_in"].claims}) == 2
    assert traits(found.different)["mode"] == "firearms / explosives"


def test_a_group_accused_in_one_and_claiming_the_other_is_shared():
    documents = [document(text=f"Report {i} tells of an attack.", publisher=f"Outlet {i}") for i in range(2)]
    readings = [
        reading(d, event(d, **slots), claim(of=d, slot="responsibility", value=BRIGADE, stance=stance))
        for d, slots, stance in zip(documents, (RAID, FAR), ("claims", "accused"), strict=True)
    ]
    (found,) = link(readings, as_of=documents[0].known_at).links
    assert traits(found.shared)["responsible"] == "Northern Brigade"


def test_attacks_without_anything_in_common_are_not_compared():
    assert attacks(RAID, FAR)[0].links == ()


def test_talks_are_not_compared_with_attacks():
    assert attacks(RAID, RAID | {"act": act(kind="CONSULT")})[0].links == ()


BASES = [RAID | {"where": place(name=f"Town {i}", country="LY", at=(30.0 + i, 15.0))} for i in range(6)]

RANKED = [
    ("a rare training ground beats a common country",
     RAID | {"trained_in": NIGER}, FAR | {"trained_in": NIGER}, FAR | {"where": TIMBUKTU}),
    ("a group beats a mode", RAID | {"who": BRIGADE}, FAR | {"who": BRIGADE},
     FAR | {"act": act(mode="firearms"), "where": place(name="Sabha", country="LY", at=(27.04, 14.43))}),
    ("near in place beats far", RAID, RAID | {"where": place(name="Ansongo", at=(15.66, 0.50)), "when": FAR["when"]},
     RAID | {"where": KIDAL, "when": FAR["when"]}),
    ("near in time beats far", RAID, RAID | {"where": KIDAL, "when": when(start="2013-04-09")},
     RAID | {"where": KIDAL, "when": when(start="2013-12-09")}),
    ("a trait not told beats one that differs", RAID | {"target": target("a base", class_="military")},
     RAID | {"where": KIDAL, "when": when(start="2013-04-16")},
     RAID | {"where": KIDAL, "when": when(start="2013-04-15"), "target": target("a church", class_="religious")}),
    ("a place known closely beats its country", RAID, RAID | {"when": when(start="2013-04-09")},
     RAID | {"where": MALI, "when": when(start="2013-04-09")}),
]  # fmt: skip


@pytest.mark.parametrize(("left", "nearer", "farther"), [r[1:] for r in RANKED], ids=[r[0] for r in RANKED])
def test_pairs_are_ranked(left, nearer, farther):
    record, (one, near, far) = attacks(left, nearer, farther)
    scores = {frozenset((found.left, found.right)): found.score for found in record.links}
    assert scores[frozenset((one, near))] > scores.get(frozenset((one, far)), 0.0)


def test_a_trait_that_half_of_all_share_weighs_less():
    tourists = {"target": target("a hotel", class_="tourists")}
    pair = (RAID | tourists, FAR | tourists)
    rare, (a, b, *_) = attacks(*pair, *BASES)
    common, (c, d, *_) = attacks(*pair, *(base | tourists for base in BASES))
    score = {r: {frozenset((x.left, x.right)): x.score for x in record.links} for r, record in ((0, rare), (1, common))}
    assert score[0][frozenset((a, b))] > score[1][frozenset((c, d))]


def test_a_great_record_keeps_the_nearest_pairs():
    documents = [document(text=f"Report {i} tells of it.", publisher=f"Outlet {i}") for i in range(30)]
    readings = [reading(d, event(d, **{**RAID, "when": when(start=f"2013-0{1 + i % 9}-{1 + i % 28:02}")}))
                for i, d in enumerate(documents)]  # fmt: skip
    few = link(readings, as_of=documents[0].known_at, options=LinkOptions(links_in_all=30)).links
    every = link(readings, as_of=documents[0].known_at).links
    assert len(few) < 3 * 30 < len(every) <= 30 * 29 / 2
    assert {(found.left, found.right) for found in few} <= {(found.left, found.right) for found in every}
