"""What counts as a disagreement."""

import pytest

import make
from tocsin.brief._citations import Citations
from tocsin.brief._disagreements import contradictions
from tocsin.core.claim import Claim
from tocsin.core.record import Actor, Incident, Record
from tocsin.core.values import Quantity, Value

HERE = make.document(text="One report on a raid in Gao.")
THERE = make.document(text="Another report on a raid in Gao.", publisher="Atlas Dispatch")


def found(*claims: Claim, actors: tuple[Actor, ...] = ()) -> list[str]:
    ids = tuple(c.id for c in claims)
    raid = Incident(
        id="i-1",
        type="ASSAULT",
        mode=None,
        title="Raid",
        when=None,
        where=None,
        claims=ids,
        documents=(HERE.id, THERE.id),
    )
    record = Record(
        as_of=make.day("2013-05-01"), documents=(HERE, THERE), claims=claims, incidents=(raid,), actors=actors
    )
    return [about for _, _, about, _ in contradictions({"i-1": (1, raid)}, Citations(record))]


def pair(slot: str, one: Value, other: Value) -> list[str]:
    return found(make.claim(of=HERE, slot=slot, value=one), make.claim(of=THERE, slot=slot, value=other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (make.quantity(best=12), make.quantity(best=15)),
        (make.quantity(best=12), make.quantity(qualifier="at least", best=13)),
        (make.quantity(best=12, group=None), make.quantity(best=15)),
        (make.quantity(best=12), make.quantity(best=15, group="soldiers")),
    ],
)
def test_figures_that_no_number_fits_disagree(one: Quantity, other: Quantity) -> None:
    assert pair("killed", one, other) == ["How many killed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (make.quantity(best=15), make.quantity(qualifier="at least", best=12)),
        (make.quantity(best=15), make.quantity(best=3, group="soldiers")),
        (make.quantity(best=15, group="civilians"), make.quantity(best=3, group="soldiers")),
        (make.quantity(best=15), make.quantity(best=3, part=True)),
        (make.quantity(best=15), make.quantity(best=3, side="attackers")),
        (make.quantity(best=15), make.quantity(best=None, qualifier="dozens of")),
    ],
)
def test_figures_that_can_both_be_right_do_not(one: Quantity, other: Quantity) -> None:
    assert pair("killed", one, other) == []


def test_one_voice_does_not_disagree_with_itself() -> None:
    one, other = (make.claim(of=HERE, slot="killed", value=make.quantity(best=n), span=(0, n)) for n in (3, 5))
    assert found(one, other) == []


def test_a_reprint_does_not_disagree_with_its_original() -> None:
    wire = (make.source("Sahel Wire"),)
    one = make.claim(of=HERE, slot="when", value=make.when(), sources=wire)
    other = make.claim(
        of=THERE,
        slot="when",
        value=make.when(start="2013-04-08"),
        sources=(make.source("Sahel Wire", "media"), make.source("Atlas Dispatch")),
    )
    assert found(one, other) == []


def test_days_that_do_not_meet_disagree() -> None:
    assert pair("when", make.when(), make.when(start="2013-04-08")) == ["When"]
    assert pair("when", make.when(), make.when(start="2013-04-01", end="2013-04-30")) == []


def test_places_farther_apart_than_their_precision_disagree() -> None:
    assert pair("where", make.GAO, make.KIDAL) == ["Where"]
    assert pair("where", make.GAO, make.MALI) == []
    assert pair("where", make.GAO, make.AGADEZ) == ["Where"]


def test_a_claim_and_a_denial_of_responsibility_disagree() -> None:
    group = make.actor("Northern Brigade")
    one = make.claim(of=HERE, slot="responsibility", value=group, stance="claims")
    other = make.claim(of=THERE, slot="responsibility", value=group, stance="denies")
    assert found(one, other) == ["Who is responsible"]


def test_one_group_under_two_names_is_no_disagreement() -> None:
    brigade = Actor(id="a-1", name="Northern Brigade", aliases=("NB",), kind="armed group", country=None)
    one, other = (
        make.claim(of=of, slot="responsibility", value=make.actor(name), stance="claims")
        for of, name in ((HERE, "Northern Brigade"), (THERE, "NB"))
    )
    assert found(one, other, actors=(brigade,)) == []
    assert found(one, other) == ["Who is responsible"]


def test_what_is_denied_is_shown() -> None:
    assert found(make.claim(of=HERE, slot="act", value=make.act(), stance="denied")) == ["What is denied"]
