"""Negotiations: parties, mediators, venue, positions and what is due."""

from datetime import date

import pytest
from tests.make import document

from tocsin.core.claim import Claim, Slot
from tocsin.core.values import ActorRef, Deadline, Place, Position
from tocsin.read import READERS

TALKS = (
    "Talks between the government and Renamo opened in Maputo on Monday. Kenya is mediating the talks. "
    "Renamo refused to disarm before the election. "
)


def claims(slot: Slot, text: str = TALKS) -> list[Claim]:
    return [c for c in READERS.make("rules").read(document(text=text)).claims if c.slot == slot]


def names(slot: Slot, text: str = TALKS) -> set[str]:
    return {c.value.actor for c in claims(slot, text) if isinstance(c.value, ActorRef)}


def deadlines(text: str) -> list[Deadline]:
    return [c.value for c in claims("deadline", text) if isinstance(c.value, Deadline)]


def test_those_who_talk_are_parties() -> None:
    assert names("party") == {"the government", "Renamo"}


def test_who_mediates_is_no_party() -> None:
    assert names("mediator") == {"Kenya"}


def test_talks_are_held_where_they_open() -> None:
    assert {c.value.name for c in claims("venue") if isinstance(c.value, Place)} == {"Maputo"}


def test_what_a_party_refuses_is_its_position() -> None:
    positions = [c.value for c in claims("position") if isinstance(c.value, Position)]
    assert Position(party="Renamo", content="to disarm before the election") in positions


def test_what_has_to_be_done_by_a_date_is_a_deadline() -> None:
    (due,) = deadlines(TALKS + "Both sides must sign the accord by 30 April.")
    assert due.date is not None
    assert (due.date.end, due.outcome) == (date(2013, 4, 30), None)


def test_a_deadline_that_went_by_is_missed() -> None:
    (due,) = deadlines(TALKS + "The two sides were to have signed the accord by 1 April. They have not.")
    assert due.outcome == "missed"


def test_negotiations_without_a_common_party_are_two() -> None:
    text = "Talks between Hamas and Fatah resumed in Cairo. Talks between Kenya and Al-Shabaab failed."
    assert len({c.event for c in claims("party", text)}) == 2


def test_a_report_of_an_attack_speaks_of_no_talks() -> None:
    assert names("party", "Gunmen attacked a market in Gao on Sunday and killed 12 people.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "The rebels signed a truce with the government, brokered by the king of Kara, that lasted a year.",
        "The talks between the rebels and the government were conducted by the king of Kara.",
        "The king of Kara shuttled between the rebels and the government.",
    ],
)
def test_who_brokers_a_truce_mediates_and_those_between_whom_he_does_are_the_parties(text: str) -> None:
    found = {n.lower() for n in names("mediator", text)}, {n.lower() for n in names("party", text)}
    assert found == ({"the king of kara"}, {"the rebels", "the government"})


def test_mediators_of_a_body_stand_for_it() -> None:
    assert names("mediator", "Mediators of the African Union got both parties to sign a ceasefire.") == {
        "African Union"
    }


def test_who_oversees_what_was_agreed_does_not_mediate() -> None:
    assert names("mediator", "Renamo left the committee overseeing the ceasefire accord.") == set()


def test_parties_that_nothing_names_are_none() -> None:
    assert names("party", "The talks went on. Both parties refused to sign.") == set()


def test_who_leaves_talks_or_sends_a_delegation_is_a_party() -> None:
    text = "Renamo walked out of the peace talks in Maputo. The government's delegation stayed at the talks."
    assert names("party", text) == {"Renamo", "The government"}


def test_parties_counted_and_then_named_go_by_their_names() -> None:
    text = "Talks between the government and two rebel groups, Renamo and the Dune Union, were put off."
    assert names("party", text) == {"the government", "Renamo", "Dune Union"}


def test_a_party_that_somebody_signs_for_is_borne_out_by_its_own_name() -> None:
    text = "Talks ended in Juba on Monday. Peter Lual signed for the Nile Party and Omar Idris for the Red Sea Front."
    told = [c for c in claims("party", text) if isinstance(c.value, ActorRef)]
    assert len(told) == 2
    for claim in told:
        assert any(claim.subject and claim.subject in span.words(text) for span in claim.spans)
