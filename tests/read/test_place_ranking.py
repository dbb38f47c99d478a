"""The runners-up of a place: other places of its name, and how far behind they are."""

import pytest

from make import document
from tocsin.core.document import Span
from tocsin.core.values import Place, RunnerUp
from tocsin.core.wire import from_json, to_json
from tocsin.read import locate, read


def place(text: str, name: str) -> Place:
    report = document(text=text)
    start = text.index(name)
    (found,) = locate(report, [Span(document=report.id, start=start, end=start + len(name))])
    assert found is not None
    return found


def test_a_place_tells_the_other_places_of_its_name() -> None:
    tripoli = place("Fighting went on in Tripoli.", "Tripoli")
    assert tripoli.country == "LY"
    assert "LB" in [other.country for other in tripoli.runners_up]


def test_the_place_that_was_taken_is_not_among_its_runners_up() -> None:
    tripoli = place("Fighting went on in Tripoli.", "Tripoli")
    assert (tripoli.lat, tripoli.lon) not in [(round(o.lat, 4), round(o.lon, 4)) for o in tripoli.runners_up]


def test_runners_up_stand_in_the_order_of_how_far_they_are_behind() -> None:
    behind = [other.behind for other in place("He went to Springfield.", "Springfield").runners_up]
    assert len(behind) == 3
    assert behind == sorted(behind)
    assert min(behind) >= 0


def test_a_place_in_a_country_that_the_report_does_not_speak_of_falls_too_far_behind_to_be_told() -> None:
    plain = place("Tripoli was calm.", "Tripoli").runners_up
    libyan = place("Tripoli was calm. Libyan troops were there.", "Tripoli").runners_up
    assert ("LB" in [o.country for o in plain], "LB" in [o.country for o in libyan]) == (True, False)


def test_a_name_of_one_place_has_no_runner_up() -> None:
    assert place("Fighting went on in Ouagadougou.", "Ouagadougou").runners_up == ()


def test_a_claim_on_where_carries_them() -> None:
    (reading,) = read([document(text="Gunmen killed three soldiers in Tripoli on Monday.")])
    (where,) = [c.value for c in reading.claims if c.slot == "where"]
    assert isinstance(where, Place)
    assert (where.country, [o.country for o in where.runners_up][:1]) == ("LY", ["LB"])


def test_places_are_the_same_whatever_they_were_chosen_from() -> None:
    other = RunnerUp(name="Tripoli", country="LB", admin1="North Lebanon", lat=34.44, lon=35.85, behind=2.5)
    plain = Place(name="Tripoli", country="LY", lat=32.89, lon=13.19, precision_m=12000, basis="gazetteer")
    told = Place(
        name="Tripoli", country="LY", lat=32.89, lon=13.19, precision_m=12000, basis="gazetteer", runners_up=(other,)
    )
    assert (plain, hash(plain)) == (told, hash(told))


@pytest.mark.parametrize("with_one", [True, False])
def test_runners_up_are_written_and_read_back(with_one: bool) -> None:
    other = RunnerUp(name="Tripoli", country="LB", admin1=None, lat=34.44, lon=35.85, behind=2.5)
    runners_up = (other,) if with_one else ()
    told = Place(name="Tripoli", lat=32.89, lon=13.19, precision_m=12000, basis="gazetteer", runners_up=runners_up)
    assert from_json(Place, to_json(told)).runners_up == runners_up


def test_a_place_of_an_older_record_has_none() -> None:
    old = to_json(Place(name="Xyzzy"))
    del old["runners_up"]
    assert from_json(Place, old).runners_up == ()
