from datetime import date

import pytest

from make import AGADEZ, GAO, act, document, event, reading, when
from tocsin.core.errors import UnknownName
from tocsin.link import compare, link

GAO_RAID = {"act": act(mode="firearms"), "when": when(), "where": GAO}
AGADEZ_BOMB = {"act": act(mode="explosives"), "when": when(start="2013-05-23"), "where": AGADEZ}


def record_of(*slots):
    documents = [document(text=f"Report {i} tells of an attack.", publisher=f"Outlet {i}") for i in range(len(slots))]
    readings = [reading(d, event(d, **given)) for d, given in zip(documents, slots, strict=True)]
    return link(readings, as_of=date(2014, 1, 1))


def test_incidents_with_nothing_in_common_are_compared_on_demand():
    record = record_of(GAO_RAID, AGADEZ_BOMB)
    assert record.links == ()
    found = compare(record, record.incidents[0].id, record.incidents[1].id)
    assert {t.trait for t in found.different} >= {"mode", "country", "km", "days"}


def test_a_comparison_that_the_record_holds_is_given_back():
    record = record_of(GAO_RAID, GAO_RAID | {"when": when(start="2013-04-09")})
    assert compare(record, record.incidents[1].id, record.incidents[0].id) == record.links[0]


def test_an_unknown_incident_is_an_error():
    with pytest.raises(UnknownName, match="i-none"):
        compare(record_of(GAO_RAID), "i-none", "i-none")
