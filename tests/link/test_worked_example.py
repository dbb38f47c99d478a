from datetime import date

import pytest

from link.worked import REPORT, worked_example
from tocsin.core.record import Incident, Record
from tocsin.core.wire import to_json
from tocsin.link import link


@pytest.fixture(scope="module")
def record() -> Record:
    return link([worked_example()], as_of=date(2013, 4, 10))


@pytest.fixture(scope="module")
def attack(record: Record) -> Incident:
    return next(i for i in record.incidents if not i.is_background)


@pytest.fixture(scope="module")
def raid(record: Record) -> Incident:
    return next(i for i in record.incidents if i.is_background)


def test_four_mentions_are_two_incidents(record):
    assert len(record.incidents) == 2


def test_type_mode_time_and_place_come_from_different_mentions(attack):
    assert (attack.type, attack.mode) == ("ASSAULT", "firearms")
    assert to_json(attack.when)["edtf"] == "2013-04-07"
    assert (attack.where.name, attack.where.country, attack.where.precision_m) == ("Gao", "ML", 5000)


def test_at_least_twelve_keeps_high_open(attack, record):
    toll = to_json(attack.killed)
    assert (toll["low"], toll["best"], toll["high"]) == (12, 12, None)
    assert [c.slot for c in record.claims if c.id in toll["claims"]] == ["killed"]


def test_nothing_is_said_of_the_injured(attack):
    assert attack.injured is None


def test_a_claim_of_responsibility_is_kept_with_its_stance(attack):
    told = [to_json(r) for r in attack.responsibility]
    assert [(r["actor"], r["stance"], len(r["claims"])) for r in told] == [("Northern Brigade", "claims", 1)]


def test_where_the_gunmen_trained_is_told_of_the_attack(attack):
    (told,) = [to_json(r) for r in attack.relations]
    assert (told["relation"], told["subject"]) == ("trained_in", "gunmen")
    assert told["object"] == {"name": "Niger", "country": "NE"}


def test_the_market_is_the_target(attack):
    assert to_json(attack.targets) == [{"text": "a market", "class": "public place", "nationality": None}]


def test_the_title_is_made_of_slots(attack):
    assert attack.title == "Gunmen attack a market in Gao"


def test_the_earlier_raid_is_recalled_with_an_unknown_toll(raid):
    assert to_json(raid.when)["start"] == "2013-03-28"
    assert to_json(raid.when)["end"] == "2013-04-07"
    assert raid.killed is None


def test_the_statement_keeps_its_chain_to_the_publisher(record):
    (said,) = [to_json(s) for s in record.statements]
    assert said["via"] == ["a neighbour of the official", "Sahel Wire"]
    assert (said["speaker"], said["quote"], said["document"]) == ("a provincial official", None, REPORT.id)


def test_a_raid_that_only_the_report_recalls_does_not_bear_out_the_report(record):
    (check,) = record.checks
    assert check.holds is None
    assert "only the report itself" in check.reason


def test_reasons_for_joining_mentions_are_readable(attack):
    assert any("no time and place of its own" in reason for reason in attack.reasons)
