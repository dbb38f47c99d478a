"""Acts of force: forces sent, places taken or closed, people led away or killed, and what looks alike."""

from datetime import date

import pytest

from make import document
from tocsin.link import link
from tocsin.read import read


def told(text: str) -> list[tuple[str, str | None]]:
    """Return type and mode of each incident that `text` tells."""
    report = document(text=text, published="2014-05-20")
    record = link(read([report], reader="rules"), as_of=date(2100, 1, 1))
    return [(i.type, i.mode) for i in record.incidents]


FORCES = [
    "A company of marines was helicoptered to Gao on Sunday.",
    "Armed police were bussed into Gao on Sunday.",
    "Tanks rumbled south through Gao on Sunday.",
    "Gendarmes fanned out across the old quarter of Gao on Sunday.",
    "Armed herdsmen and the militia massed on the outskirts of Gao on Sunday.",
    "Security was tightened around the market in Gao on Sunday.",
    "Patrols were doubled in Gao on Sunday.",
    "The rangers staged a flag march through the bazaar of Gao.",
    "Operation Salt Wind got under way near Gao on Sunday.",
    "All leave was cancelled in Gao on Sunday.",
    "The governor handed out rifles to farmers in Gao on Sunday.",
    "Missiles reached the garrison of Gao on Sunday.",
]
NO_FORCES = [
    "Two wounded soldiers were sent to Bamako on Sunday.",
    "A unit stationed at Gao sang on Sunday.",
    "The chess team launched an offensive in Gao on Sunday.",
    "Storks massed on the outskirts of Gao on Sunday.",
    "The bakers doubled their output in Gao on Sunday.",
    "Shoppers fanned out across Gao on Sunday.",
]


@pytest.mark.parametrize("text", FORCES)
def test_forces_are_told_to_move_by_what_carries_and_what_shows_them(text: str) -> None:
    assert "MOBILIZE" in {kind for kind, _ in told(text)}


@pytest.mark.parametrize("text", NO_FORCES)
def test_others_who_move_or_grow_are_no_forces(text: str) -> None:
    assert "MOBILIZE" not in {kind for kind, _ in told(text)}


COERCIONS = [
    ("By noon the bridge at Gao was in the hands of the militia.", "seize"),
    ("The army had the airfield at Gao under its control by noon.", "seize"),
    ("The army cleared the town of Gao of rebels.", "seize"),
    ("The governor had three editors arrested in Gao on Sunday.", "arrest"),
    ("Masked policemen bundled the poet into a car in Gao on Sunday.", "arrest"),
    ("The poet was hauled off to prison in Gao on Sunday.", "arrest"),
    ("The poet spent nine days in a cell in Gao.", "arrest"),
    ("Rebels cut the road to Gao on Sunday.", "restrict"),
    ("Rebels have cut off the town of Gao.", "restrict"),
    ("Herders were barred from their wells by soldiers in Gao on Sunday.", "restrict"),
    ("The magistrate clamped prohibitory orders on Gao on Sunday.", "ban"),
    ("A search of the house in Gao yielded three pistols.", "confiscate"),
    ("A bomb was defused in the market of Gao on Sunday.", "confiscate"),
    ("The police put the cyclist across the border at Gao on Sunday.", "deport"),
]
NO_COERCION = [
    "Fog closed the airport of Gao on Sunday.",
    "The road to Gao was cut by a landslide on Sunday.",
    "The blaze in Gao was brought under control on Sunday.",
    "A field near Gao yielded three sacks of millet.",
    "The painter captured the harbour of Gao in forty sketches.",
    "Guests were driven across the border by their guide on Sunday.",
]


@pytest.mark.parametrize(("text", "mode"), COERCIONS)
def test_what_is_taken_closed_or_forbidden_is_told_by_its_outcome_too(text: str, mode: str) -> None:
    assert ("COERCE", mode) in told(text)


@pytest.mark.parametrize("text", NO_COERCION)
def test_what_nature_trade_and_art_do_is_no_coercion(text: str) -> None:
    assert "COERCE" not in {kind for kind, _ in told(text)}


ATTACKS = [
    "Clashes erupted between farmers and herders in Gao.",
    "Explosions shook Gao on Sunday.",
    "Shots rang out in Gao on Sunday.",
    "The train was raked with automatic fire near Gao on Sunday.",
    "The bullet-riddled body of a teacher turned up near Gao on Sunday.",
    "Four men were found shot dead near Gao on Sunday.",
    "The rebels had two deserters shot near Gao on Sunday.",
    "Robbers waylaid a bus near Gao on Sunday.",
    "A drone crashed into the depot at Gao on Sunday.",
    "Masked men doused the school in Gao with kerosene.",
    "Mounted police rode down a group of students in Gao.",
    "A sapper lost both legs to a mine near Gao.",
]
NO_ATTACKS = [
    "The minister came under fire for his budget on Sunday.",
    "Voters bombarded the ministry with letters on Sunday.",
    "A boiler exploded in Gao on Sunday.",
    "Twelve people died in a flood in Gao on Sunday.",
    "Opinions clashed in the hall of Gao on Sunday.",
    "Mosquitoes attacked the campers near Gao.",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks_are_told_by_what_was_heard_and_what_was_found(text: str) -> None:
    assert "ASSAULT" in {kind for kind, _ in told(text)}


@pytest.mark.parametrize("text", NO_ATTACKS)
def test_words_of_war_in_other_trades_and_mishaps_are_no_attacks(text: str) -> None:
    assert "ASSAULT" not in {kind for kind, _ in told(text)}


def test_what_somebody_had_done_to_others_has_that_doer_and_what_befell_somebody_has_none() -> None:
    record = link(
        read([document(text="The governor had three editors arrested.")], reader="rules"),
        as_of=date(2100, 1, 1),
    )
    (arrest,) = record.incidents
    assert {a.role for a in arrest.actors} == {"who", "whom"}


def test_people_taken_in_a_town_are_not_taken_in_by_the_police() -> None:
    assert ("COERCE", "arrest") not in told("Two engineers were taken in Gao on Sunday.")
