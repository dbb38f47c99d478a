"""What the gold corpus counts: which incidents are paired, and what is right in a pair."""

import json
from pathlib import Path

import pytest

import make
from tocsin.bench import Counts, bench_gold
from tocsin.bench import _gold as gold
from tocsin.bench._floors import MEASURES, floors_of
from tocsin.core.claim import Reading
from tocsin.core.errors import InputError, NothingUsable
from tocsin.core.issue import Issue
from tocsin.core.record import ActorRole, Incident, Record, Statement, Toll

GAO = {"name": "Gao", "country": "ML", "lat": 16.27, "lon": -0.04}
SUNDAY = {"start": "2013-04-07", "end": "2013-04-07"}
EMPTY = {"incidents": [], "relations": [], "statements": [], "talks": [], "checks": []}


def wanted(**rest: object) -> dict:
    """Return an annotated incident: an attack in Gao on 7 April 2013."""
    return {
        "type": "ASSAULT", "mode": "firearms", "is_background": False, "title": "a raid", "when": SUNDAY, "where": GAO,
        "killed": None, "injured": None, "abducted": None, "attackers_killed": None, "actors": [], "targets": [],
        "weapons": [], "responsibility": [],
    } | rest  # fmt: skip


def found(**rest: object) -> Incident:
    """Return an incident of a record: an attack in Gao on 7 April 2013."""
    own = {"type": "ASSAULT", "mode": "firearms", "when": make.when(), "where": make.GAO}
    return Incident(id="i1", title="a raid", **(own | rest))


def pairs(*sides: list) -> list[tuple[int, int]]:
    left, right = sides
    return gold.match_incidents(left, tuple(right))


def counts(annotation: dict, record: Record) -> dict[str, Counts]:
    """Return the sums by row of one report held against its annotation."""
    total: dict[str, Counts] = {}
    for what, n in gold._compare(EMPTY | annotation, record, gold._Misses("r", [])):
        total[what] = total.get(what, Counts()) + n
    return total


def record(**rest: object) -> Record:
    return Record(as_of=make.day("2013-04-10"), documents=(make.document(),), **rest)


def slots(left: dict, right: Incident) -> dict[str, Counts]:
    return counts({"incidents": [left]}, record(incidents=(right,)))


def said(speaker: str, content: str, *via: str) -> Statement:
    return Statement(
        id="s1", speaker=speaker, role=None, affiliation=None, content=content, quote=None, via=via, when=None,
        spans=(), document="d1", claim="c1",
    )  # fmt: skip


ONE, NO, MISSED = Counts(right=1, said=1, there=1), Counts(right=0, said=1, there=1), Counts(right=0, said=0, there=1)


def test_the_same_type_country_and_day_make_a_pair():
    assert pairs([wanted()], [found()]) == [(0, 0)]


@pytest.mark.parametrize(
    "other",
    [
        {"type": "PROTEST"},
        {"where": make.NIGER},
        {"where": None},
        {"when": make.when(start="2013-04-08")},
        {"when": None},
    ],
)
def test_another_type_country_or_day_makes_none(other):
    assert pairs([wanted()], [found(**other)]) == []


@pytest.mark.parametrize("untold", [{"where": None}, {"where": GAO | {"country": None}}])
def test_a_place_that_the_report_does_not_tell_keeps_nothing_apart(untold):
    assert pairs([wanted(**untold)], [found(where=make.NIGER)]) == [(0, 0)]
    assert pairs([wanted(**untold)], [found(where=None)]) == [(0, 0)]


def test_a_date_that_the_report_does_not_tell_keeps_nothing_apart():
    assert pairs([wanted(when=None)], [found(when=make.when(start="1999-01-01"))]) == [(0, 0)]
    assert pairs([wanted(when=None)], [found(when=None)]) == [(0, 0)]


def test_intervals_that_share_one_day_overlap():
    april = {"start": "2013-04-01", "end": "2013-04-30"}
    assert pairs([wanted(when=april)], [found(when=make.when(start="2013-04-30", end="2013-06-01"))]) == [(0, 0)]
    assert pairs([wanted(when=april)], [found(when=make.when(start="2013-05-01", end="2013-06-01"))]) == []


def test_an_interval_without_an_end_reaches_all_later_days():
    assert pairs([wanted()], [found(when=make.when(start="2013-01-01", end=""))]) == [(0, 0)]
    assert pairs([wanted()], [found(when=make.when(start="2013-05-01", end=""))]) == []


def test_each_incident_is_paired_once():
    assert len(pairs([wanted()], [found(), found()])) == 1
    assert len(pairs([wanted(), wanted()], [found()])) == 1


def test_the_pair_with_the_nearer_place_and_the_same_mode_wins():
    near, far = found(), found(where=make.KIDAL, mode="explosives")
    assert pairs([wanted()], [far, near]) == [(0, 1)]


def test_incidents_are_counted_by_pairs():
    row = counts({"incidents": [wanted(), wanted(type="PROTEST")]}, record(incidents=(found(),)))["incidents"]
    assert row == Counts(right=1, said=1, there=2)


def test_a_place_told_is_right_within_25_km():
    # one degree of latitude is 111.2 km: 0.2 degrees are 22 km, 0.3 are 33 km
    assert slots(wanted(), found(where=make.place(name="X", at=(16.47, -0.04))))["place within 25 km"] == ONE
    assert slots(wanted(), found(where=make.place(name="X", at=(16.57, -0.04))))["place within 25 km"] == NO


def test_a_place_of_the_same_name_and_country_is_right_without_coordinates():
    assert slots(wanted(), found(where=make.place(at=None)))["place within 25 km"] == ONE


def test_no_place_said_where_none_is_told_has_its_own_row():
    silent, told = slots(wanted(where=None), found(where=None)), slots(wanted(where=None), found())
    assert silent["no place said where none is told"] == ONE
    assert told["no place said where none is told"] == NO
    assert "place within 25 km" not in silent | told


def test_no_date_said_where_none_is_told_has_its_own_row():
    silent, told = slots(wanted(when=None), found(when=None)), slots(wanted(when=None), found())
    assert silent["no date said where none is told"] == ONE
    assert told["no date said where none is told"] == NO
    assert "start date" not in silent | told


@pytest.mark.parametrize(
    ("start", "row"), [("2013-04-01", ONE), ("2013-04-30", ONE), ("2013-03-31", NO)], ids=["first", "last", "before"]
)
def test_the_start_is_right_within_the_days_that_the_report_tells(start, row):
    april = wanted(when={"start": "2013-04-01", "end": "2013-04-30"})
    assert slots(april, found(when=make.when(start=start, end="2013-05-01")))["start date"] == row


@pytest.mark.parametrize(
    ("gold_best", "best", "row"),
    [
        (12, 12, ONE), (12, 11, NO), (0, 0, ONE), (12, None, MISSED), (None, 3, Counts(said=1)), (None, None, Counts())
    ],
)  # fmt: skip
def test_a_toll_is_right_when_its_best_figure_is(gold_best, best, row):
    told = None if gold_best is None else {"low": None, "best": gold_best, "high": None}
    toll = None if best is None else Toll(low=None, best=best, high=None, claims=())
    assert slots(wanted(killed=told), found(killed=toll))["killed"] == row


def test_each_name_counts_once():
    told = wanted(actors=[{"actor": "gunmen", "role": "who"}, {"actor": "traders", "role": "whom"}])
    roles = tuple(ActorRole(actor=a, role="who") for a in ("gunmen", "the gunmen", "soldiers"))
    rows = slots(told, found(actors=roles))
    assert rows["who"] == Counts(right=1, said=3, there=1)
    assert rows["whom"] == Counts(right=0, said=0, there=1)


def relation(slot: str, subject: str, other: str, **rest: object) -> object:
    return make.claim(of=make.document(), slot=slot, subject=subject, value=make.actor(other), **rest)


def related(slot: str, *sides: str) -> dict:
    return {"relations": [{"relation": slot, "subject": sides[0], "object": sides[1]}]}


def test_a_symmetric_relation_is_right_in_either_order():
    claims = (relation("opposes", "the army", "the rebels"),)
    assert counts(related("opposes", "the rebels", "the army"), record(claims=claims))["relations"] == ONE


def test_a_directed_relation_is_right_in_one_order():
    claims = (relation("ousted_by", "the army", "the rebels"),)
    assert counts(related("ousted_by", "the army", "the rebels"), record(claims=claims))["relations"] == ONE
    assert counts(related("ousted_by", "the rebels", "the army"), record(claims=claims))["relations"] == NO


def test_a_relation_said_twice_counts_once_and_a_denied_one_not_at_all():
    twice = (relation("opposes", "A B", "C D"), relation("opposes", "a b", "c d", span=(7, 15)))
    denied = relation("opposes", "E F", "G H", stance="denied")
    assert counts(related("opposes", "A B", "C D"), record(claims=(*twice, denied)))["relations"] == ONE


def attributed(speaker: str, content: str, *via: str) -> dict:
    return {"statements": [{"speaker": speaker, "via": list(via), "content": content, "quote": None}]}


def test_a_chain_is_right_when_speaker_and_all_messengers_are():
    told = attributed("a friend", "the men had fled", "a newspaper")
    whole = record(statements=(said("a friend", "the men had fled", "the newspaper", "Sahel Wire"),))
    short = record(statements=(said("a friend", "the men had fled"),))
    other = record(statements=(said("a soldier", "the men had fled", "a newspaper"),))
    rows = [counts(told, r) for r in (whole, short, other)]
    assert [r["whole chain of matched statements"] for r in rows] == [ONE, NO, NO]
    assert [r["speaker of statements"] for r in rows] == [ONE, ONE, NO]


def test_a_statement_is_found_when_half_of_the_words_are_shared():
    told = attributed("a friend", "men had fled home")
    half, less = (record(statements=(said("a friend", c),)) for c in ("men had shot dogs", "men who shot dogs"))
    assert counts(told, half)["statements found"] == ONE
    assert counts(told, less)["statements found"] == NO


def test_support_is_counted_in_all_and_by_slot():
    of = make.document()
    claims = (
        make.claim(of=of, slot="who", value=make.actor("gunmen"), span="Gunmen"),
        make.claim(of=of, slot="killed", value=make.quantity(best=12), span="12 people"),
        make.claim(of=of, slot="killed", value=make.quantity(best=13), span="12 people"),
    )
    rows = counts({}, Record(as_of=make.day("2013-04-10"), documents=(of,), claims=claims))
    assert rows["claims supported by their spans"] == Counts(right=2, said=3, there=3)
    assert rows["claims supported by their spans: killed"] == Counts(right=1, said=2, there=2)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "a.txt").write_text(f"---\npublished: 2013-04-10\n---\n{make.TEXT}", encoding="utf-8")
    (tmp_path / "gold" / "a.json").write_text(json.dumps({"report": "a.txt"} | EMPTY | {"incidents": [wanted()]}))
    return tmp_path


def test_a_folder_without_annotations_is_wrong_use(tmp_path):
    with pytest.raises(InputError, match="holds no annotations"):
        bench_gold(tmp_path, root=tmp_path)


def test_reports_are_read_and_counted(corpus):
    result = bench_gold(corpus / "gold", root=corpus)
    assert result.n_reports == 1
    assert result.counts["incidents"] == ONE


def test_a_reader_that_stops_at_a_report_fails_the_measurement_and_names_the_report(corpus, monkeypatch):
    def stopped(documents, **_):
        for d in documents:
            yield Reading(document=d, claims=(), issues=(Issue(stage="read", about="a", what="the reader stopped"),))

    monkeypatch.setattr(gold, "read", stopped)
    with pytest.raises(NothingUsable, match=r"a\.txt: the reader stopped"):
        bench_gold(corpus / "gold", root=corpus)


def test_floors_lie_a_hundredth_below_what_was_measured_and_support_may_not_fall():
    rows = dict.fromkeys(MEASURES, Counts(right=71, said=100, there=100))
    assert floors_of(rows) == dict.fromkeys(MEASURES, 0.7) | {gold.SUPPORTED: 0.71}
