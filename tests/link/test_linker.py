"""What holds for every record: order, repetition and what is not yet known."""

import random
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from link.worked import REPORT, worked_example
from make import (
    AGADEZ,
    GAO,
    act,
    actor,
    claim,
    document,
    event,
    place,
    quantity,
    reading,
    said,
    target,
    when,
)  # fmt: skip
from tocsin.core.errors import LookAheadError, UnknownName
from tocsin.link import LINKERS, LinkOptions, link

AS_OF = date(2030, 1, 1)
WORDS = [f"word{i}" for i in range(500)]
FIRST = date(2000, 1, 1)
KINDS = ("firearms", "explosives", None)


def corpus(n_reports, seed=1):
    """Return readings of reports on made-up events: two and a half reports on each event, five events a day."""
    draw = random.Random(seed)
    n_events = max(1, n_reports * 2 // 5)
    events = [happened(i, draw) for i in range(n_events)]
    return [told(k, events[draw.randrange(n_events)], draw) for k in range(n_reports)]


def happened(i, draw):
    where = place(
        name=f"Town {draw.randrange(400)}", country=draw.choice(["ML", "NE", "LY", "DZ"]),
        at=(round(draw.uniform(12, 25), 2), round(draw.uniform(-8, 20), 2)),
    )  # fmt: skip
    group = actor(f"Group {draw.randrange(200)} Front", kind="armed group")
    return {
        "act": act(mode=draw.choice(KINDS)), "when": when(start=(FIRST + timedelta(days=i // 5)).isoformat()),
        "where": where, "who": group, "killed": quantity(best=draw.randrange(1, 60)), "target": target(),
    }  # fmt: skip


def told(k, slots, draw):
    day = slots["when"].start + timedelta(days=draw.randrange(1, 4))
    words = f"Report {k}: " + " ".join(draw.choices(WORDS, k=120))
    doc = document(text=words, publisher=f"Outlet {draw.randrange(20)}", published=day.isoformat())
    speaks = claim(of=doc, slot="statement", event="s", value=said())
    return reading(doc, event(doc, **slots), event(doc, "again", span=(40, 46), act=act()), speaks)


SMALL = corpus(40)


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_is_no_matter(draw):
    shuffled = list(SMALL)
    draw.shuffle(shuffled)
    assert link(shuffled, as_of=AS_OF) == link(SMALL, as_of=AS_OF)


def test_the_same_reports_twice_make_the_same_record():
    assert link([*SMALL, *SMALL], as_of=AS_OF) == link(SMALL, as_of=AS_OF)


def test_readings_are_taken_once():
    assert link(iter(SMALL), as_of=AS_OF) == link(SMALL, as_of=AS_OF)


def test_unrelated_reports_change_no_incident():
    before = {i.id: i for i in link([worked_example()], as_of=AS_OF).incidents}
    after = {i.id: i for i in link([worked_example(), *SMALL], as_of=AS_OF).incidents}
    assert {name: after[name] for name in before} == before


def test_a_second_report_of_an_incident_keeps_its_id():
    other = document(text="Twelve died in Gao.", publisher="Atlas Dispatch", published="2013-04-11")
    more = reading(other, event(other, act=act(), when=when(), where=GAO, killed=quantity(best=14)))
    alone, both = (link(r, as_of=AS_OF).incidents for r in ([worked_example()], [worked_example(), more]))
    assert {i.id for i in alone} == {i.id for i in both}
    (attack,) = [i for i in both if not i.is_background]
    assert (attack.n_independent, attack.killed.low, attack.killed.best) == (2, 12, 14)


def test_an_event_recalled_by_one_report_and_told_by_another_is_no_background():
    recalls = document(text="A raid on Gao in March was recalled.", publisher="Atlas Dispatch", published="2013-06-01")
    slots = {"where": GAO, "when": when(), "killed": quantity(best=12)}
    back = reading(recalls, event(recalls, act=act(background=True), **slots))
    (one,) = [i for i in link([worked_example(), back], as_of=AS_OF).incidents if recalls.id in i.documents]
    assert (len(one.documents), one.is_background) == (2, False)


def test_two_towns_of_one_day_stay_two_incidents_across_reports():
    texts = ("In Gao and in Agadez bombs went off.", "Bombs went off in Agadez and Gao on one day.")
    readings = []
    for i, words in enumerate(texts):
        doc = document(text=words, publisher=f"Outlet {i}")
        towns = [event(doc, f"e{j}", act=act(), when=when(), where=p) for j, p in enumerate((GAO, AGADEZ))]
        readings.append(reading(doc, *towns))
    found = link(readings, as_of=AS_OF).incidents
    assert sorted((i.where.name, len(i.documents)) for i in found) == [("Agadez", 2), ("Gao", 2)]


def test_a_report_from_the_future_is_an_error():
    with pytest.raises(LookAheadError, match="2013-04-10"):
        link([worked_example()], as_of=date(2013, 4, 9))


def test_documents_and_claims_are_kept_as_they_are():
    record = link([worked_example()], as_of=AS_OF)
    assert record.documents == (REPORT,)
    assert set(record.claims) == set(worked_example().claims)


def test_every_claim_of_an_incident_is_in_the_record():
    record = link(SMALL, as_of=AS_OF)
    assert {c for i in record.incidents for c in i.claims} <= {c.id for c in record.claims}


def test_made_up_events_are_found_again():
    record = link(SMALL, as_of=AS_OF)
    dated = {(c.value.edtf, c.document) for c in record.claims if c.slot == "when"}
    assert len({day for day, _ in dated}) <= len(record.incidents) <= 16


def test_an_unknown_linker_is_an_error_that_names_those_there_are():
    with pytest.raises(UnknownName, match="features"):
        link([], as_of=AS_OF, options=LinkOptions(linker="feature"))


def test_nothing_read_is_an_empty_record():
    assert link([], as_of=AS_OF).incidents == ()


@pytest.mark.parametrize("name", list(LINKERS))
def test_every_linker_leaves_its_input_alone(name):
    before = [r.claims for r in SMALL]
    link(SMALL, as_of=AS_OF, options=LinkOptions(linker=name))
    assert [r.claims for r in SMALL] == before


@pytest.mark.slow
def test_time_grows_with_the_number_of_reports():
    seconds = []
    for n_reports in (500, 2000):
        readings = corpus(n_reports)
        start = time.process_time()
        link(readings, as_of=AS_OF)
        seconds.append(time.process_time() - start)
    # Four times the reports: 16 times the work if it grew with the square.
    assert seconds[1] / seconds[0] < 8


@pytest.mark.slow
def test_one_story_resampled_is_one_incident_and_stays_cheap():
    slots = happened(0, random.Random(3))
    readings = [told(k, slots, random.Random(k)) for k in range(600)]
    start = time.process_time()
    record = link(readings, as_of=AS_OF)
    assert [len(i.documents) for i in record.incidents] == [600]
    # 20 ms a report, where reading one takes about 100.
    assert time.process_time() - start < 600 * 0.02


def test_people_that_are_only_counted_are_a_toll_and_take_no_part() -> None:
    report = document(text="Gunmen killed 45 people and two soldiers in Gao.")
    told = event(report, act=act(), whom=["45 people", "two soldiers"])
    (incident,) = link([reading(report, told)], as_of=AS_OF).incidents
    assert [a.actor for a in incident.actors] == ["two soldiers"]
