"""People, groups and organisations are found with kind, country, role and chain."""

import pytest
from tests.make import document

from tocsin.read._actors import find_actors
from tocsin.read._mentions import ActorMention
from tocsin.read._parse import parse


def actors(text: str) -> list[ActorMention]:
    return find_actors(parse(document(text=text)))


def named(text: str, words: str) -> ActorMention:
    """Return the mention whose tokens are `words`."""
    found = [a for a in actors(text) if a.tokens.text == words]
    assert found, [a.tokens.text for a in actors(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Gunmen stormed the hotel.", "Gunmen", "armed group"),
        ("A gunman stormed the hotel.", "A gunman", "person"),
        ("Residents fled the town.", "Residents", "people"),
        ("Malian troops entered the town.", "Malian troops", "state"),
        ("The army entered the town.", "The army", "state"),
        ("Boko Haram attacked the camp.", "Boko Haram", "armed group"),
        ("The Salvation Liberation Front attacked the camp.", "The Salvation Liberation Front", "armed group"),
        ("Human Rights Watch condemned the raid.", "Human Rights Watch", "organisation"),
        ("The Ministry of Defence sent a convoy.", "The Ministry of Defence", "state"),
        ("France sent a frigate.", "France", "state"),
        ("A private radio station reported the raid.", "A private radio station", "media"),
        ("The Coast Herald reported the raid.", "The Coast Herald", "media"),
        ("An armed group held the pass.", "An armed group", "armed group"),
        ("The militant group Kata Nord held the pass.", "The militant group Kata Nord", "armed group"),
        ("The state news agency TAP had the list.", "The state news agency TAP", "media"),
        ("President Awa Sarr landed in Lome.", "President Awa Sarr", "person"),
        ("Two French tourists were freed.", "Two French tourists", "people"),
    ],
)
def test_kind_follows_the_head_word_or_the_name(text: str, words: str, kind: str) -> None:
    assert named(text, words).kind == kind


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Malian troops entered the town.", "Malian troops", "ML"),
        ("Nigerien soldiers crossed the river.", "Nigerien soldiers", "NE"),
        ("Nigerian soldiers crossed the river.", "Nigerian soldiers", "NG"),
        ("Chad's army crossed the river.", "Chad's army", "TD"),
        ("The president of Senegal spoke to them.", "The president of Senegal", "SN"),
        ("Somali fighters crossed the river.", "Somali fighters", "SO"),
    ],
)
def test_country_comes_from_a_demonym_or_a_possessor(text: str, words: str, country: str) -> None:
    assert named(text, words).country == country


def test_place_where_something_happens_is_no_actor() -> None:
    assert [a.tokens.text for a in actors("The market in Gao burned near Mali.")] == []


def test_day_is_no_actor() -> None:
    assert [a.tokens.text for a in actors("On Sunday gunmen came to the village.")] == ["gunmen"]


def test_title_becomes_the_role_and_the_rest_the_name() -> None:
    general = named("Army spokesman General Ali Traore left.", "Army spokesman General Ali Traore")
    assert (general.name, general.role) == ("Ali Traore", "Army spokesman General")


def test_apposition_gives_a_name_its_role() -> None:
    found = actors("Awa Sarr, a spokeswoman for the union, left.")
    assert (found[0].chain, found[0].role) == (found[1].chain, "spokeswoman for the union")


def test_role_is_held_for_what_its_phrase_names() -> None:
    assert named("A spokesman for the rebels left.", "A spokesman for the rebels").affiliation == "the rebels"


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("The Front for Free Ports (FFP) met. The FFP marched.", "the FFP", "The Front for Free Ports (FFP)"),
        ("Moussa Diallo spoke. Then Diallo left.", "Diallo", "Moussa Diallo"),
        ("Boko Haram attacked. The group then fled.", "The group", "Boko Haram"),
        ("Colonel Ali Traore came. The colonel left.", "The colonel", "Colonel Ali Traore"),
        ("A gunman fired. The gunman fled.", "The gunman", "A gunman"),
        ("Kidnappers took a nun. The captors fled.", "The captors", "Kidnappers"),
        ("A teacher was shot. She survived.", "She", "A teacher"),
        ("Two soldiers hid. They survived.", "They", "Two soldiers"),
        ("MUJAO took the town. It killed a judge.", "It", "MUJAO"),
    ],
)
def test_mentions_of_one_actor_share_a_chain(text: str, left: str, right: str) -> None:
    found = {a.tokens.text.lower(): a.chain for a in actors(text)}
    assert found[left.lower()] == found[right.lower()]


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("The interior ministry spoke. The defence ministry did not.", "The interior ministry", "The defence ministry"),
        ("A Malian officer left. The French officer stayed.", "A Malian officer", "The French officer"),
        ("A soldier died. Another soldier fled.", "A soldier", "Another soldier"),
        ("A spokesman called. She left.", "A spokesman", "She"),
        ("Two soldiers hid. He survived.", "Two soldiers", "He"),
        ("Mali sent troops. Somalia did not.", "Mali", "Somalia"),
    ],
)
def test_mentions_that_clash_do_not_share_a_chain(text: str, left: str, right: str) -> None:
    found = {a.tokens.text: a.chain for a in actors(text)}
    assert found[left] != found[right]


def test_name_is_the_fullest_form_in_the_report() -> None:
    found = actors("Diallo spoke first. Moussa Diallo then left. He wept.")
    assert {a.name for a in found} == {"Moussa Diallo"}


def test_name_of_an_organisation_keeps_the_words_before_its_head() -> None:
    found = actors("The National Front for the Liberation of Azawad met in Lome.")
    assert found[0].name == "National Front for the Liberation of Azawad"


def test_plural_is_marked() -> None:
    assert [a.plural for a in actors("A soldier and three nurses fled.")] == [False, True]


def test_expletive_is_no_actor() -> None:
    assert [a.tokens.text for a in actors("It rained all day.")] == []


def test_a_name_of_several_words_keeps_its_capitals_behind_one_of():
    found = [a.name for a in actors("European Union observers watched the vote. One of them spoke of fraud.")]
    assert "One of European Union observers" in found


def test_a_nameless_speaker_is_the_named_one_of_the_same_role_who_goes_on() -> None:
    found = actors("Three men died, a police spokesman said. Police spokesman Moussa Diallo said more were hurt.")
    assert found[1].tokens.text == "a police spokesman"
    assert found[1].name == "Moussa Diallo"


def test_a_nameless_speaker_is_not_the_named_one_of_another_office() -> None:
    found = {
        a.tokens.text: a.name for a in actors("All fled, a police spokesman said. Army spokesman Ali Ba said not.")
    }
    assert found["a police spokesman"] == "a police spokesman"


def test_the_council_is_the_one_council_that_a_report_has_named() -> None:
    found = actors("The United Liberation Council freed two men. The council said they were well.")
    assert found[-2].name == "United Liberation Council"


def test_an_acronym_is_not_short_for_the_last_word_of_a_name() -> None:
    found = actors("The Group for Islam and Muslims (JNIM) fired. JNIM fled.")
    assert not [a for a in found if a.tokens.text == "JNIM" and a.name == "Muslims"]


def test_letters_of_another_language_stand_for_the_whole_translated_name() -> None:
    text = "The Front for the Defence of Land and Farmers (JXDF) met. JXDF left."
    assert named(text, "JXDF").name == "Front for the Defence of Land and Farmers"


def test_letters_stand_for_a_whole_name_that_says_what_its_bearers_are_to_do() -> None:
    text = "They fled from the Movement to Restore Justice (FRJ)."
    assert named(text, "FRJ").name == "Movement to Restore Justice"


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("The Plain Farmers' League, the PFL, met. The PFL left.", "The PFL", "Plain Farmers' League"),
        ("The River Guard Army, RGA, met. The RGA left.", "The RGA", "River Guard Army"),
        ("The River Guard Army or RGA met. The RGA left.", "The RGA", "River Guard Army"),
        ("The River Guard Army, or the RGA, met. The RGA left.", "The RGA", "River Guard Army"),
        ("The Jund-i-Plain Army, the JPA, met. The JPA left.", "The JPA", "Jund-i-Plain Army"),
    ],
)
def test_an_acronym_set_apart_from_a_name_stands_for_it(text: str, short: str, name: str) -> None:
    assert named(text, short).name == name


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("The River Guard Army, the TXK, and the police met. The TXK left.", "The TXK", "TXK"),
        ("They met the River Guard Army, the TXK, the police and others. The TXK left.", "The TXK", "TXK"),
        ("The envoy, Ahmed Ould Sow, the OAU envoy, spoke. The OAU left.", "The OAU", "OAU"),
        ("In Belo, the TXK, which met, fled. The TXK left.", "The TXK", "TXK"),
        ("The River Guard Army or the TXK met. The TXK left.", "The TXK", "TXK"),
        ("Lonmar, the NUM and two unions met. The NUM left.", "The NUM", "NUM"),
        ("The Lowland Falcons, TXK, which met, fled. The TXK left.", "The TXK", "TXK"),
        ("Men of the Ministry of Roads, the RCX, and others met. The RCX left.", "The RCX", "RCX"),
    ],
)
def test_an_acronym_beside_another_name_stands_for_itself(text: str, short: str, name: str) -> None:
    assert named(text, short).name == name
