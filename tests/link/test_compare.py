"""Pairs of mentions told in different reports: which are one event, and which is more so than which."""

from dataclasses import replace

import pytest

from make import AGADEZ, GAO, KIDAL, MALI, act, actor, document, event, place, quantity, reading, target, when
from tocsin.link import LinkOptions, link
from tocsin.link._compare import decide, vetoed
from tocsin.link._features import same_place
from tocsin.link._intake import take_in
from tocsin.link._mentions import join, resolved
from tocsin.link._spots import spot

SUICIDE = act(mode="suicide-attack")
BRIGADE = actor("Northern Brigade", kind="armed group")
COLUMN = actor("Southern Column", kind="armed group")


def pair(left, right):
    """Return two mentions, each in a report of its own."""
    one = document(text="One report tells of it in its own words.", publisher="Sahel Wire")
    other = document(text="Another report tells of something as well.", publisher="Atlas Dispatch")
    readings = [reading(d, event(d, **slots)) for d, slots in ((one, left), (other, right))]
    intake = take_in(readings, one.known_at, LinkOptions())
    actors = intake.cast()
    reports = [intake.reports[d.id] for d in (one, other)]
    return [resolved(intake.archive.drafts.number(r.number)[0], actors, told=r.told) for r in reports]


def score(left, right):
    return decide(*pair(left, right), "across", LinkOptions()).score


def merged(left, right):
    return decide(*pair(left, right), "across", LinkOptions()).merge


def forbidden(left, right):
    return vetoed(*pair(left, right), "across")


BASE = {"act": act(), "when": when(), "where": GAO}

RANKED = [
    ("the same day beats the same month", BASE, BASE, {**BASE, "when": when(start="2013-04-01", end="2013-04-30")}),
    ("the same town beats the same country", BASE, BASE, {**BASE, "where": MALI}),
    ("a town beats a place near by", BASE, BASE, {**BASE, "where": place(name="Bourem", at=(16.40, 0.10))}),
    ("a large equal toll beats a small one", BASE | {"killed": [quantity(best=43), quantity(best=3)]},
     BASE | {"killed": quantity(best=43)}, BASE | {"killed": quantity(best=3)}),
    ("an equal toll beats a similar one", BASE | {"killed": quantity(best=43)},
     BASE | {"killed": quantity(best=43)}, BASE | {"killed": quantity(best=40)}),
    ("a similar toll beats one far off", BASE | {"killed": quantity(best=43)},
     BASE | {"killed": quantity(best=40)}, BASE | {"killed": quantity(best=2)}),
    ("the same group beats no group", BASE | {"who": BRIGADE}, BASE | {"who": BRIGADE}, BASE),
    ("no group beats another group", BASE | {"who": BRIGADE}, BASE, BASE | {"who": COLUMN}),
    ("a description says nothing against a name", BASE | {"who": BRIGADE}, BASE | {"who": "gunmen"},
     BASE | {"who": COLUMN}),
    ("the same group beats the same description", BASE | {"who": [BRIGADE, actor("gunmen")]},
     BASE | {"who": BRIGADE}, BASE | {"who": "gunmen"}),
    ("the same target beats one of its class", BASE | {"target": target("a market")},
     BASE | {"target": target("the market")}, BASE | {"target": target("a square")}),
    ("no target beats another class", BASE | {"target": target("a market")}, BASE,
     BASE | {"target": target("a base", class_="military")}),
    ("an equal mode beats a wider one", BASE | {"act": SUICIDE}, BASE | {"act": SUICIDE},
     BASE | {"act": act(mode="explosives")}),
    ("a wider mode beats one that goes with it", BASE | {"act": SUICIDE}, BASE | {"act": act(mode="explosives")},
     BASE | {"act": act(mode="firearms")}),
    ("one that goes with it beats one that does not", BASE | {"act": SUICIDE}, BASE | {"act": act(mode="firearms")},
     BASE | {"act": act(mode="aerial")}),
]  # fmt: skip


def test_a_report_that_adds_what_answered_an_attack_still_tells_of_it():
    told = BASE | {"where": MALI, "target": target("a mosque")}
    raid, strike = pair(told | {"act": act(mode="firearms")}, told | {"act": act(mode="aerial")})
    bombing, _ = pair(told | {"act": act(mode="suicide-attack")}, told)
    assert decide(join((raid, strike)), bombing, "across", LinkOptions()).merge
    assert not decide(strike, bombing, "across", LinkOptions()).merge


@pytest.mark.parametrize(("left", "nearer", "farther"), [r[1:] for r in RANKED], ids=[r[0] for r in RANKED])
def test_pairs_are_ranked(left, nearer, farther):
    assert score(left, nearer) > score(left, farther)


ONE_EVENT = [
    ("day and town", BASE, BASE),
    ("day, country and a named group with a toll", BASE | {"who": BRIGADE, "killed": quantity(best=43)},
     {"act": act(), "when": when(), "where": MALI, "who": BRIGADE, "killed": quantity(best=43)}),
    ("year and town with an equal toll", BASE | {"killed": quantity(best=43)},
     BASE | {"when": when(start="2013-01-01", end="2013-12-31"), "killed": quantity(best=43)}),
    ("no date, but town, toll and group", BASE | {"killed": quantity(best=43), "who": BRIGADE},
     {"act": act(), "where": GAO, "killed": quantity(best=43), "who": BRIGADE}),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), [r[1:] for r in ONE_EVENT], ids=[r[0] for r in ONE_EVENT])
def test_reports_of_one_event_are_merged(left, right):
    assert merged(left, right)


TWO_EVENTS = [
    ("day and country alone", {"act": act(), "when": when(), "where": MALI}, BASE),
    ("a whole year and the town alone", BASE, BASE | {"when": when(start="2013-01-01", end="2013-12-31")}),
    ("the town alone, undated", {"act": act(), "where": GAO}, BASE),
    ("town and group alone, undated", {"act": act(), "where": GAO, "who": BRIGADE}, BASE | {"who": BRIGADE}),
    ("two targets and tolls of one day in one city",
     BASE | {"target": target("a hotel", class_="tourists"), "killed": quantity(best=19)},
     BASE | {"target": target("a barracks", class_="military"), "killed": quantity(best=2)}),
    ("nothing known of both", {"act": act()}, {"act": act()}),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), [r[1:] for r in TWO_EVENTS], ids=[r[0] for r in TWO_EVENTS])
def test_what_may_be_two_events_is_kept_apart(left, right):
    assert not merged(left, right)


FORBIDDEN = [
    ("another country", BASE, BASE | {"where": AGADEZ}, "different countries"),
    ("another town", BASE, BASE | {"where": KIDAL}, "different places"),
    ("another day", BASE, BASE | {"when": when(start="2013-04-08")}, "different dates"),
    ("another type", BASE, BASE | {"act": act(kind="PROTEST")}, "different types"),
    ("an arrest is no curfew", BASE | {"act": act(kind="COERCE", mode="arrest")},
     BASE | {"act": act(kind="COERCE", mode="curfew")}, "different types"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "why"), [r[1:] for r in FORBIDDEN], ids=[r[0] for r in FORBIDDEN])
def test_what_cannot_be_one_event_is_forbidden(left, right, why):
    assert forbidden(left, right) == why


def test_the_order_of_the_two_is_no_matter():
    left, right = BASE | {"who": BRIGADE, "killed": quantity(best=43)}, BASE | {"killed": quantity(best=40)}
    assert score(left, right) == pytest.approx(score(right, left))


def test_an_open_end_is_no_agreement_but_bounds_what_can_be_the_same():
    since_may, until_may = when(start="2013-05-01", end=""), when(start=None, end="2013-05-01")
    assert score(BASE | {"when": until_may}, BASE) < score(BASE, BASE)
    assert forbidden(BASE | {"when": until_may}, BASE) is None
    assert forbidden(BASE | {"when": since_may}, BASE) == "different dates"


def test_a_missing_date_is_no_agreement():
    undated = {"act": act(), "where": GAO}
    assert score(undated, undated) < score(BASE, BASE)


def test_kin_types_need_day_and_place():
    seized = {"act": act(kind="COERCE", mode="restrict"), "when": when(), "where": GAO, "who": BRIGADE}
    vague = seized | {"where": MALI, "killed": quantity(best=43)}
    assert merged(BASE | {"who": BRIGADE}, seized)
    assert not merged(BASE | {"who": BRIGADE, "killed": quantity(best=43)}, vague)


def test_a_chain_of_near_villages_does_not_join_its_ends():
    at = [place(name=f"Village {i}", at=(16.0 + 0.25 * i, 0.0), precision_m=2000) for i in range(3)]
    documents = [document(text=f"Report {i} tells of it.", publisher=f"Outlet {i}") for i in range(3)]
    told = [
        reading(d, event(d, act=act(mode="firearms"), when=when(), where=p, killed=quantity(best=43)))
        for d, p in zip(documents, at, strict=True)
    ]
    record = link(told, as_of=documents[0].known_at)
    assert sorted(len(i.documents) for i in record.incidents) == [1, 2]


def test_a_place_told_with_and_without_its_country_can_be_compared():
    left, right = pair(BASE, BASE)
    told = spot(GAO)
    both = frozenset({told, told._replace(country=None, admin1=None, lat=None, lon=None)})
    verdict = same_place(replace(left, spots=both), replace(right, spots=both), "across")
    assert verdict is not None
    assert verdict.score == 1.0
