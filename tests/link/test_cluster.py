"""Mentions inside one report: which are one incident."""

from dataclasses import replace

from make import GAO, KIDAL, TIMBUKTU, act, actor, document, event, quantity, reading, target, when
from tocsin.link import link

MONDAY = when(start="2013-04-08")
FAR = "The government has said nothing so far. " * 3


def told(text, *events):
    """Return the incidents of a report of one event after the other: (words of the mention, its slots)."""
    doc = document(text=text)
    claims = [c for i, (span, slots) in enumerate(events) for c in event(doc, f"e{i}", span=span, **slots)]
    return link([reading(doc, claims)], as_of=doc.known_at).incidents


RAID = ("attacked", {"act": act(mode="firearms"), "who": "gunmen", "where": GAO, "when": when(), "target": target()})


def test_a_verb_a_noun_that_points_back_and_a_toll_are_one():
    text = f"Gunmen attacked a market in Gao on Sunday. {FAR}The attack killed 12. {FAR}Nobody had expected the raid."
    (one,) = told(text, RAID, ("attack killed", {"act": act(), "killed": quantity(best=12)}), ("raid.", {"act": act()}))
    assert (one.killed.best, one.mode, one.where.name) == (12, "firearms", "Gao")


def test_attacks_in_two_towns_are_two():
    text = "Gunmen attacked a market in Gao on Sunday. They stormed a base in Kidal the same day."
    assert len(told(text, RAID, ("stormed", {"act": act(), "who": "gunmen", "where": KIDAL, "when": when()}))) == 2


def test_attacks_on_two_days_are_two():
    text = "Gunmen attacked a market in Gao on Sunday. They shelled Gao on Monday."
    assert len(told(text, RAID, ("shelled", {"act": act(), "who": "gunmen", "where": GAO, "when": MONDAY}))) == 2


def test_a_toll_belongs_to_the_attack_told_last():
    text = "Gunmen attacked a market in Gao on Sunday. A bomb hit Timbuktu on Monday. The attack killed 12."
    bomb = ("bomb", {"act": act(mode="explosives"), "where": TIMBUKTU, "when": MONDAY})
    found = told(text, RAID, bomb, ("attack killed", {"act": act(), "killed": quantity(best=12)}))
    assert {i.where.name: i.killed and i.killed.best for i in found} == {"Gao": None, "Timbuktu": 12}


def test_another_attack_is_another_attack():
    text = f"Gunmen attacked a market in Gao on Sunday. {FAR}In a separate attack, three soldiers died."
    separate = ("separate attack", {"act": act(), "killed": quantity(best=3)})
    assert len(told(text, RAID, separate)) == 2


def test_what_a_report_recalls_is_never_what_it_is_about():
    text = "Gunmen attacked a market in Gao on Sunday. Gunmen raided the same market two years ago."
    recalled = ("raided", {**RAID[1], "act": act(mode="firearms", background=True)})
    found = told(text, RAID, recalled)
    assert sorted(i.is_background for i in found) == [False, True]


def test_talks_are_no_attack():
    text = "Gunmen attacked a market in Gao on Sunday. Ministers met in Gao on Sunday."
    found = told(text, RAID, ("met", {"act": act(kind="CONSULT"), "where": GAO, "when": when()}))
    assert {i.type for i in found} == {"ASSAULT", "CONSULT"}


def test_shooting_and_bombing_of_one_place_and_day_are_one_attack():
    text = "Gunmen attacked a market in Gao on Sunday. A bomb went off as they stormed it."
    bomb = ("bomb", {"act": act(mode="explosives"), "where": GAO, "when": when()})
    assert len(told(text, RAID, bomb)) == 1


def test_an_air_strike_on_the_place_of_a_raid_is_another_event():
    text = "Gunmen attacked a market in Gao on Sunday. Jets bombed Gao that day."
    assert len(told(text, RAID, ("bombed", {"act": act(mode="aerial"), "where": GAO, "when": when()}))) == 2


def test_a_kidnapping_in_which_people_are_shot_is_one_attack():
    text = "Gunmen attacked a market in Gao on Sunday, and took three traders with them."
    taken = ("took", {"act": act(mode="abduct"), "who": "gunmen", "abducted": quantity(best=3)})
    (one,) = told(text, RAID, taken)
    assert one.abducted.best == 3


def test_planned_and_denied_events_are_no_incidents():
    doc = document(text="Rebels will attack Gao. The army denied that it had shelled Kidal.")
    claims = event(doc, "e1", act=act(), where=GAO)
    planned = [replace(c, stance="planned") for c in claims]
    denied = [replace(c, stance="denied") for c in event(doc, "e2", act=act(), where=KIDAL)]
    assert link([reading(doc, planned, denied)], as_of=doc.known_at).incidents == ()


def test_a_group_named_later_takes_the_place_of_gunmen():
    text = f"Gunmen attacked a market in Gao on Sunday. {FAR}The attack was the work of the Northern Brigade."
    (one,) = told(text, RAID, ("attack was", {"act": act(), "who": actor("Northern Brigade", kind="armed group")}))
    assert [a.actor for a in one.actors if a.role == "who"] == ["Northern Brigade"]
