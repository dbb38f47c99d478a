"""Who takes part in an act is somebody: no building, nobody, and not those who were only sent."""

import pytest
from tests.make import document

from tocsin.core.values import ActorRef
from tocsin.read import RulesReader


def _actors(text: str, slot: str) -> set[str]:
    claims = RulesReader().read(document(text=text)).claims
    return {c.value.actor for c in claims if c.slot == slot and isinstance(c.value, ActorRef)}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the American embassy in Bamako on Sunday.",
        "Protesters marched on the palace in Bamako on Sunday.",
    ],
)
def test_building_takes_no_part(text: str) -> None:
    claims = RulesReader().read(document(text=text)).claims
    assert {c.slot for c in claims if c.slot in {"act", "whom"}} == {"act"}


def test_those_of_whom_none_was_hurt_take_no_part_and_are_not_hit() -> None:
    claims = RulesReader().read(document(text="No ambassador was killed in Bamako on Sunday.")).claims
    assert [c for c in claims if c.slot in {"whom", "target"}] == []


def test_those_whom_a_speaker_calls_her_own_are_not_named_so() -> None:
    text = 'The gunmen in Gao "took our daughters on Sunday", a mother said.'
    assert "our daughters" not in _actors(text, "whom")


def test_forces_that_nobody_is_told_to_send_are_those_who_go() -> None:
    text = "Malian soldiers were deployed in Gao on Sunday."
    assert (_actors(text, "who"), _actors(text, "whom")) == ({"Malian soldiers"}, set())


def test_those_who_send_forces_are_who_deploys() -> None:
    text = "France deployed troops in Gao on Sunday."
    assert (_actors(text, "who"), _actors(text, "whom")) == ({"France"}, set())


def test_those_who_are_brought_together_are_parties() -> None:
    text = "Algeria brought together the Malian presidents for talks on Sunday."
    assert (_actors(text, "who"), _actors(text, "whom")) == ({"Algeria", "the Malian presidents"}, set())


def test_a_state_of_emergency_takes_no_part_in_its_own_proclamation() -> None:
    text = "Bombs went off in Gao, upon which a state of emergency was proclaimed for the whole country on Sunday."
    assert _actors(text, "whom") == set()
