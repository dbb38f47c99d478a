from dataclasses import replace
from datetime import date

import pytest

from make_record import record
from tocsin.core.event import EventRow
from tocsin.core.issue import Issue
from tocsin.core.record import Actor, ActorRole
from tocsin.core.values import Target, When
from tocsin.count import CountOptions, Overlap, OverlapRule, combined, count, incident_rows, overlap

GAO, NEAR_GAO, KIDAL = (16.27, -0.04), (16.30, 0.02), (18.44, 1.41)


def row(id_: str = "a", day: str = "2013-04-07", end: str | None = None, at=GAO, **fields) -> EventRow:
    made = {"source": "one", "country": "ML", "precision_m": 5000, "violence": "one-sided", "best": 12, "admin1": "Gao"}
    first, last = date.fromisoformat(day), date.fromisoformat(end or day)
    return EventRow(id=id_, start=first, end=last, lat=at[0], lon=at[1], **(made | fields))


def test_the_reasons_of_an_overlap_are_given():
    found = overlap(row(low=10, high=20), row("b", "2013-04-08", at=NEAR_GAO, best=14))
    assert found is not None
    assert found.reasons == ("same country ML", "1 day apart", "7 km apart", "deaths 12 (10 to 20) and 14")
    # Haversine by hand: 0.03 degrees north and 0.06 east at 16.3 north are 3.34 and 6.40 km.
    assert found.distance_km == pytest.approx(7.22, abs=0.02)


@pytest.mark.parametrize(
    "other",
    [
        row("b", country="NE"),
        row("b", country=None),
        row("b", "2013-04-09"),
        row("b", "2013-03-20", "2013-04-20"),
        row("b", at=KIDAL),
        row("b", best=40),
        row("b", violence="other"),
        row("b", precision_m=150_000, admin1="Kidal"),
        row("b", precision_m=150_000, admin1=None),
    ],
    ids=["country", "no country", "day", "long", "place", "deaths", "kind", "province", "no province"],
)
def test_events_that_differ_in_one_thing_do_not_overlap(other):
    assert overlap(row(), row("b")) is not None
    assert overlap(row(), other) is None


def test_a_place_known_loosely_agrees_by_its_province():
    found = overlap(row(), row("b", precision_m=150_000))
    assert found is not None
    assert (found.reasons[2], found.distance_km) == ("same province Gao", None)


def test_unknown_deaths_are_said_to_be_unknown():
    found = overlap(row(), row("b", best=None))
    assert found is not None
    assert found.reasons[3] == "deaths of one not known"


def test_the_order_of_the_two_does_not_matter():
    rows = [row(), row("b", best=14), row("c", "2013-04-08"), row("d", at=KIDAL), row("e", "2013-04-01", "2013-04-09")]
    for left in rows:
        for right in rows:
            assert (overlap(left, right) is None) == (overlap(right, left) is None)


def test_an_event_in_both_tables_counts_once_and_the_pair_is_shown():
    first, others = (
        [row("a"), row("x", at=KIDAL)],
        [row("b", source="two", best=14), row("c", "2013-05-01", source="two")],
    )
    found = list(combined(first, others))
    assert [x.id for x in found if isinstance(x, EventRow)] == ["a", "x", "c"]
    assert [(x.left.id, x.right.id) for x in found if isinstance(x, Overlap)] == [("a", "b")]
    panel = count(found, options=CountOptions(as_of=date(2013, 6, 30), units=("ML",))).panel
    assert panel.counts[:, 0].tolist() == [24, 12]


def test_blocking_finds_what_comparing_all_pairs_finds():
    days = ["2013-04-01", "2013-04-02", "2013-04-07", "2013-04-08", "2013-04-10"]
    first = [row(f"a{i}", day, end) for i, day in enumerate(days) for end in (day, "2013-04-12")]
    others = [row(f"b{i}", day, end) for i, day in enumerate(days) for end in (day, "2013-04-11")]
    for rule in (OverlapRule(), OverlapRule(max_days=3)):
        pairs = [x for x in combined(first, others, rule=rule) if isinstance(x, Overlap)]
        brute = [(a, b) for a in first for b in others if overlap(a, b, rule=rule) is not None]
        assert len(pairs) == len(brute)
        assert {(x.left.id, x.right.id) for x in pairs} == {(a.id, b.id) for a, b in brute}


def test_incidents_of_the_record_become_events_with_the_deaths_of_all_sides():
    known = record()
    rows = [item for item in incident_rows(known) if isinstance(item, EventRow)]
    by_id = {incident.id: incident for incident in known.incidents}
    assert rows
    for event in rows:
        incident = by_id[event.id]
        assert incident.where is not None
        assert event.country == incident.where.country
        sides = [t.best for t in (incident.killed, incident.attackers_killed) if t is not None and t.best is not None]
        assert event.best == (sum(sides) if sides else None)


@pytest.mark.parametrize(
    ("class_", "kind", "violence"),
    [
        ("military", "armed group", "state-based"),
        ("religious", "armed group", "one-sided"),
        ("armed group", "armed group", "non-state"),
        ("armed group", "state", "state-based"),
        ("armed group", "person", None),
        (None, "armed group", None),
    ],
)
def test_the_type_of_violence_follows_from_who_hit_what(class_, kind, violence):
    known = record()
    raid = next(i for i in known.incidents if i.type == "ASSAULT" and i.when is not None and i.when.start == i.when.end)
    target = Target(text="it", class_=class_)
    who = ActorRole(actor="X", role="who", id="a-x")
    actor = Actor(id="a-x", name="X", aliases=(), kind=kind, country=None)
    changed = replace(known, incidents=(replace(raid, targets=(target,), actors=(who,)),), actors=(actor,))
    [event] = incident_rows(changed)
    assert isinstance(event, EventRow)
    assert event.violence == violence


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"when": None}, "its day is not known"),
        (
            {"when": When(start=date(2013, 1, 1), end=date(2013, 12, 31), basis="stated", edtf="2013")},
            "its month is not known",
        ),
        ({"where": None}, "its country is not known"),
    ],
)
def test_an_incident_without_a_month_or_country_is_an_issue(changes, words):
    known = record()
    [item] = incident_rows(replace(known, incidents=(replace(known.incidents[0], **changes),)))
    assert isinstance(item, Issue)
    assert words in item.what
