"""Mentions of attacks take in doers behind "by", lists of names and the sites of blasts."""

from tests.make import document

from tocsin.core.claim import Claim
from tocsin.core.values import ActorRef, Target, Text
from tocsin.read import RulesReader


def _claims(text: str) -> tuple[Claim, ...]:
    return RulesReader().read(document(text=text)).claims


def _actors(text: str, slot: str) -> set[str]:
    return {c.value.actor for c in _claims(text) if c.slot == slot and isinstance(c.value, ActorRef)}


def _targets(text: str) -> set[str]:
    return {c.value.text for c in _claims(text) if c.slot == "target" and isinstance(c.value, Target)}


def test_names_in_a_list_after_the_first_are_victims_too() -> None:
    text = "Gunmen in Gao killed Moussa Diarra, 42, Amadou Keita, 19, and Ibrahim Toure on Sunday."
    assert {"Moussa Diarra", "Amadou Keita", "Ibrahim Toure"} <= _actors(text, "whom")


def test_victims_named_in_the_next_sentence_are_victims() -> None:
    text = (
        "Three farmers were killed in Gao on Sunday. "
        "The victims were identified as Moussa Diarra, Amadou Keita and Ibrahim Toure."
    )
    assert {"Moussa Diarra", "Amadou Keita", "Ibrahim Toure"} <= _actors(text, "whom")


def test_somebody_who_only_comments_is_no_victim() -> None:
    text = "Gunmen killed Moussa Diarra in Gao on Sunday, said Amadou Keita."
    assert "Amadou Keita" not in _actors(text, "whom")


def test_site_of_a_blast_is_its_target() -> None:
    assert "the embassy" in _targets("A bomb exploded in front of the embassy in Bamako on Sunday.")


def test_what_a_blast_damages_is_its_target() -> None:
    assert "a bridge" in _targets("The explosion damaged a bridge in Gao on Sunday.")


def test_doer_behind_a_late_by_is_found() -> None:
    text = "The murder of three farmers in Gao on Sunday, apparently by a group of armed men, was condemned."
    assert any("armed men" in actor for actor in _actors(text, "who"))


def test_bomb_that_explodes_is_the_weapon() -> None:
    claims = _claims("A car bomb exploded in front of the embassy in Bamako on Sunday.")
    assert {c.value.text for c in claims if c.slot == "weapon" and isinstance(c.value, Text)} == {"car bomb"}
