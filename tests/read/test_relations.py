"""Relations: who stands how to whom, whatever the wording, and what is no relation."""

import pytest
from tests.make import document

from tocsin.read import READERS
from tocsin.read._acts import find_acts
from tocsin.read._events import group_mentions
from tocsin.read._parse import parse
from tocsin.read._relations import find_relations
from tocsin.read._rules import findings


def relations(text: str) -> list[tuple[str, str, str]]:
    page = parse(document(text=text))
    found = findings(page)
    acts = group_mentions(find_acts(page, found))
    return [(t.relation, t.left.name, t.right.name) for t in find_relations(page, found, acts) if t.told]


@pytest.mark.parametrize(
    ("text", "relation", "left", "right"),
    [
        ("Al-Shabaab, which controls the port of Kismayo, imposed a tax.", "controls", "Al-Shabaab", "Kismayo"),
        ("The city of Mosul is held by Islamic State.", "controls", "Islamic State", "Mosul"),
        ("Aleppo is under the control of the Syrian army.", "controls", "the Syrian army", "Aleppo"),
        ("The rebels have run Benghazi since March.", "controls", "The rebels", "Benghazi"),
        ("The coup toppled President Francois Bozize in March.", "ousted_by", "Francois Bozize", "The coup"),
        ("Bozize was ousted by Seleka rebels.", "ousted_by", "Bozize", "Seleka rebels"),
        ("Kenyan troops drove al-Shabaab out of Kismayo.", "ousted_by", "al-Shabaab", "Kenyan troops"),
        ("Kurdish fighters seized Kobani from Islamic State.", "ousted_by", "Islamic State", "Kurdish fighters"),
        ("Ansaru, a splinter of Boko Haram, said so.", "split_from", "Ansaru", "Boko Haram"),
        ("Ansaru broke away from Boko Haram in 2012.", "split_from", "Ansaru", "Boko Haram"),
        ("Al-Shabaab pledged allegiance to al-Qaeda.", "affiliated_with", "Al-Shabaab", "al-Qaeda"),
        ("Al-Shabaab, an affiliate of al-Qaeda, said so.", "affiliated_with", "Al-Shabaab", "al-Qaeda"),
        ("Jundallah has links to al-Qaeda, officials say.", "affiliated_with", "Jundallah", "al-Qaeda"),
        ("Ansaru is allied with al-Qaeda.", "allied_with", "Ansaru", "al-Qaeda"),
        ("Hezbollah fights alongside the Syrian army.", "allied_with", "Hezbollah", "the Syrian army"),
        ("Chad's army has been fighting Boko Haram since 2009.", "opposes", "Chad's army", "Boko Haram"),
        ("Hamas and Fatah have been at war for years.", "opposes", "Hamas", "Fatah"),
        ("Hamas, a rival of Fatah, rejected it.", "opposes", "Hamas", "Fatah"),
        ("Renamo turned against the government in 2013.", "opposes", "Renamo", "the government"),
        (
            "Al-Shabaab, at odds with Islamic State, has driven Kenyan troops from Afmadow.",
            "ousted_by",
            "Kenyan troops",
            "Al-Shabaab",
        ),
        ("Envoys say that it is Hamas that has ties to Iran.", "affiliated_with", "Hamas", "Iran"),
        ("Driven from the town by Kenyan troops, al-Shabaab regrouped.", "ousted_by", "al-Shabaab", "Kenyan troops"),
        ("The government opened talks with Renamo in Maputo.", "negotiates_with", "The government", "Renamo"),
        ("Talks between Renamo and the government resumed.", "negotiates_with", "Renamo", "the government"),
        ("After talks in Juba, Sudan and South Sudan signed a deal.", "negotiates_with", "Sudan", "South Sudan"),
        (
            "Kenya mediated the talks between Sudan and the rebels.",
            "mediates",
            "Kenya",
            "the talks between Sudan and the",
        ),
        ("A truce brokered by Egypt ended the war.", "mediates", "Egypt", "A truce"),
        ("The talks, which Qatar hosted, broke down.", "mediates", "Qatar", "The talks"),
        ("The gunmen had crossed into Kenya from Somalia.", "launched_from", "The gunmen", "Somalia"),
        ("The attackers had trained in Libya.", "trained_in", "The attackers", "Libya"),
        (
            "Most of the recruits were drilled by foreigners in Eritrea.",
            "trained_in",
            "Most of the recruits",
            "Eritrea",
        ),
        ("The raid was mounted from bases in Guinea.", "launched_from", "The raid", "Guinea"),
        ("Rockets fired from Gaza landed near Ashkelon.", "launched_from", "Rockets", "Gaza"),
        ("The attackers came from across the border in Sudan.", "launched_from", "The attackers", "Sudan"),
        (
            "Militants loyal to the Islamic State beheaded him.",
            "affiliated_with",
            "Militants loyal to the Islamic State",
            "Islamic State",
        ),
        ("The armed wing of Hamas, the Qassam Brigades, fired.", "affiliated_with", "Qassam Brigades", "Hamas"),
        ("The Macina Brigade, a subgroup of Ansar Dine, fled.", "affiliated_with", "Macina Brigade", "Ansar Dine"),
        ("A splinter group of the FARC, the Daniel Column, fled.", "split_from", "Daniel Column", "FARC"),
        ("The faction was formed by defectors from Ansar Dine.", "split_from", "The faction", "Ansar Dine"),
        ("Iran provides money and weapons to the Houthi rebels.", "allied_with", "Iran", "the Houthi rebels"),
        ("The group is locked in a feud with the Gulf Cartel.", "opposes", "The group", "Gulf Cartel"),
        ("The rebels are seeking to topple President Deby.", "opposes", "The rebels", "Deby"),
        ("The overthrow of King Gyanendra by the Maoists followed.", "ousted_by", "Gyanendra", "Maoists"),
        ("Rebel-held Aleppo came under bombardment.", "controls", "Rebel", "Aleppo"),
        ("The town of Kidal is under the control of Tuareg rebels.", "controls", "Tuareg rebels", "Kidal"),
        ("The rebels' stronghold of Mocimboa fell silent.", "controls", "The rebels", "Mocimboa"),
        ("Talks between Manila and the Maoists resumed.", "negotiates_with", "Manila", "Maoists"),
        ("The Algerian-mediated peace deal has yet to be applied.", "mediates", "Algeria", "The Algerian"),
    ],
)
def test_a_wording_tells_a_relation(text: str, relation: str, left: str, right: str) -> None:
    found = {(r, a.removeprefix("the "), b) for r, a, b in relations(text)}
    assert any(r == relation and left.endswith(a) and b.startswith(right) for r, a, b in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab does not control Kismayo.",
        "The ministry holds Kampala responsible.",
        "The visitors came from Kenya.",
        "Police arrested two men in Nairobi.",
        "An officer loyal to the president said so.",
        "The SLA, a former ally of the government, said so.",
        "The militias loyal to the government withdrew.",
        "The Harbour Front holds Anna Kirov.",
        "The Harbour Front no longer controls Kismayo.",
        "The Harbour Front once controlled Kismayo.",
        "The Harbour Front was formerly an ally of the Dune Union.",
        "The army made way for the marchers.",
        "Norway pays Kenya.",
        "Peace between the army and the Harbour Front is far.",
        "A coach stepped between the army and the Harbour Front.",
    ],
)
def test_what_is_denied_or_means_something_else_is_no_relation(text: str) -> None:
    assert relations(text) == []


def test_each_side_of_a_list_is_related() -> None:
    found = relations("Ansar Dine and Boko Haram together control Timbuktu.")
    assert found == [("controls", "Ansar Dine", "Timbuktu"), ("controls", "Boko Haram", "Timbuktu")]


def test_fighters_of_a_group_stand_for_the_group() -> None:
    found = relations("Boko Haram holds Bama. Boko Haram's fighters drove the army from Baga.")
    assert ("ousted_by", "the army", "Boko Haram") in found


def test_who_opens_talks_with_another_does_not_mediate() -> None:
    found = relations("The government opened talks with Renamo in Maputo on Monday.")
    assert "mediates" not in {r for r, _, _ in found}


def test_what_is_sought_is_no_ouster_yet() -> None:
    found = relations("Rebels fighting to overthrow the Sandinista government crossed the river.")
    assert "ousted_by" not in {r for r, _, _ in found}


def test_who_takes_a_place_ousts_who_held_it() -> None:
    found = relations("Al-Shabaab ruled Kismayo until Kenyan troops took the town.")
    assert ("ousted_by", "Al-Shabaab", "Kenyan troops") in found


def test_a_relation_told_twice_is_told_once() -> None:
    found = relations("Hamas rules Gaza. Hamas has controlled Gaza since 2007.")
    assert found == [("controls", "Hamas", "Gaza")]


def test_the_fighters_are_those_of_the_one_group_that_the_report_names() -> None:
    text = "Al-Shabaab holds Kismayo. The militants drove Ethiopian troops out of Afmadow."
    assert ("ousted_by", "Ethiopian troops", "Al-Shabaab") in relations(text)


def test_the_fighters_of_a_report_that_names_two_groups_are_neither() -> None:
    text = "Al-Shabaab fought Boko Haram near Kismayo on Monday. The militants control Afmadow."
    assert {left for relation, left, _ in relations(text) if relation == "controls"} <= {"The militants"}


def test_who_leaves_a_town_that_another_takes_is_ousted() -> None:
    text = "Al-Shabaab captured the town of Afmadow on Monday, from which Kenyan soldiers withdrew."
    assert ("ousted_by", "Kenyan soldiers", "Al-Shabaab") in relations(text)


def test_a_relation_points_at_the_name_where_its_own_words_share_none_with_it() -> None:
    text = "The Group for the Support of Islam and Muslims (JNIM) fired.\n\nJNIM pledged allegiance to al-Qaeda."
    claims = READERS.make("rules").read(document(text=text)).claims
    told = next(c for c in claims if c.slot == "affiliated_with")
    assert any("Support of Islam" in s.words(text) for s in told.spans)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Boko Haram is at war with both sides.", "opposes"),
        ("Aid groups backed the refugees.", "allied_with"),
        ("The UN-backed government left Tripoli.", "allied_with"),
        ("The United Nations-backed government left Tripoli.", "allied_with"),
        ("The African Union has led the mission and has been joined by the Arab League.", "affiliated_with"),
        ("The captors belong to Boko Haram.", "affiliated_with"),
        ("The ministry has been in contact with the Valley Front.", "affiliated_with"),
        ("A nurse who runs Kismayo hospital fled.", "controls"),
        ("The town was quiet before Al-Shabaab seized Kismayo.", "controls"),
        ("Foreign Minister Awa Ba met Foreign Minister Ali Diop in Dakar.", "negotiates_with"),
        ("The government insisted that Ansar Dine cut its ties with al-Qaeda.", "split_from"),
        ("The opposition left Monday's meeting.", "split_from"),
        ("Young people leave Kismayo.", "split_from"),
        ("Al-Shabaab captured Afmadow in September.", "controls"),
        ("Al-Shabaab warned traders against cooperating with the government.", "allied_with"),
        ("Awa Ba walked out of the Valley Front.", "split_from"),
        ("Senator Awa Ba supported Senator Ali Diop.", "allied_with"),
        ("The minister agrees with the mayor.", "negotiates_with"),
        ("President Awa Ba talked with President Ali Diop about trade.", "negotiates_with"),
        ("The police learned that soldiers in Mali had held the man.", "trained_in"),
        ("He ran Carbon School in Bamako.", "trained_in"),
    ],
)
def test_loose_words_and_unknown_sides_tell_no_relation(text: str, relation: str) -> None:
    assert relation not in {found for found, _, _ in relations(text)}


def test_a_group_known_by_initials_alone_is_an_ally_where_it_backs_another() -> None:
    assert ("allied_with", "AQIM") in {(found, right) for found, _, right in relations("An AQIM-backed brigade came.")}


def test_an_envoy_mediates_only_between_parties_that_are_told() -> None:
    told = "The government and Ansar Dine opened talks in Algiers. The UN mediator, Awa Ba, flew in."
    assert ("mediates", "Awa Ba", "The government and Ansar Dine") in relations(told)
    assert relations("The UN mediator, Awa Ba, spoke of a peace agreement.") == []


@pytest.mark.parametrize(
    ("text", "relation", "left", "right"),
    [
        ("The Valley Front is strong. Its ally the Dune Union fled.", "allied_with", "Dune Union", "Valley Front"),
        ("The Valley Front and two allies, the Dune Union and Hamas, fled.", "allied_with", "Hamas", "Valley Front"),
        ("Egypt met Ali Hamid on Monday. His rival Omar Sana flew home.", "opposes", "Omar Sana", "Ali Hamid"),
        (
            "The army fought the Valley Front, whose rival, the Dune Union, fled.",
            "opposes",
            "Dune Union",
            "Valley Front",
        ),
        ("The Valley Front's rival the Dune Union fled.", "opposes", "Dune Union", "Valley Front"),
    ],
)
def test_a_name_behind_a_noun_for_what_it_is_to_another_is_a_side(
    text: str, relation: str, left: str, right: str
) -> None:
    assert (relation, left, right) in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Valley Front brings together the Dune Union and the Oasis Movement.",
        "The Valley Front, an alliance of the Dune Union and the Oasis Movement, fled.",
        "The Valley Front is made up of the Dune Union and the Oasis Movement.",
    ],
)
def test_those_of_whom_an_alliance_is_made_up_are_affiliated_with_it(text: str) -> None:
    found = [(left, right) for relation, left, right in relations(text) if relation == "affiliated_with"]
    assert found == [("Dune Union", "Valley Front"), ("Oasis Movement", "Valley Front")]


def test_an_alliance_of_groups_without_a_name_tells_of_no_member() -> None:
    assert relations("The Valley Front is an alliance of eight groups from the south.") == []


def test_the_head_of_a_group_to_whom_allegiance_is_sworn_stands_for_the_group() -> None:
    found = relations("The Valley Front has sworn allegiance to the emir of the Dune Union.")
    assert found == [("affiliated_with", "Valley Front", "Dune Union")]


def test_the_men_of_somebody_are_driven_out_but_not_the_people() -> None:
    told = "Kenyan troops drove {} of Omar Sana out of the town."
    assert [r for r, *_ in relations(told.format("the men"))] == ["ousted_by"]
    assert relations(told.format("the admirers")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sudan and South Sudan signed an agreement in Juba.",
        "The river mission and the orchard guild agreed on a price.",
        "A truce between Renamo and the army took effect.",
        "Renamo concluded a pact with the army.",
        "Patrols met with resistance. The talks are off.",
        "Guards were talked into leaving, according to a police officer.",
        "Envoys of Chad and Gabon met both governments for talks.",
        "Renamo officials are meeting with Kenyan mediators for talks.",
    ],
)
def test_an_accord_a_mediator_or_no_body_does_not_tell_of_negotiations(text: str) -> None:
    assert not [r for r in relations(text) if r[0] == "negotiates_with"]


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("After talks with Chad, Mali and Niger, the unions and Renamo sign a pact.", "the unions", "Renamo"),
        ("LOME, Oct 19 - Chad and Gabon agreed on a truce after talks.", "Chad", "Gabon"),
        ("Malian and Chadian officials met on Monday for talks.", "Mali", "Chad"),
        ("The panels of the government and of Renamo sat again today.", "the government", "Renamo"),
        ("The peace talks went on. The government and Renamo met twice.", "The government", "Renamo"),
    ],
)
def test_those_who_negotiate_are_the_two_of_one_list(text: str, left: str, right: str) -> None:
    assert [r for r in relations(text) if r[0] == "negotiates_with"] == [("negotiates_with", left, right)]
