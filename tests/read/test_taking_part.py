"""Who takes part in an act is somebody: no building, nobody, and not those who were only sent."""

import pytest
from tests.make import day, document

from tocsin.core.values import ActorRef
from tocsin.link import link
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


def test_those_who_are_brought_together_are_parties_and_who_brings_them_is_none() -> None:
    text = "Algeria brought together the Malian presidents for talks on Sunday."
    assert (_actors(text, "who"), _actors(text, "whom")) == ({"the Malian presidents"}, set())


def test_a_state_of_emergency_takes_no_part_in_its_own_proclamation() -> None:
    text = "Bombs went off in Gao, upon which a state of emergency was proclaimed for the whole country on Sunday."
    assert _actors(text, "whom") == set()


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("The soldiers came under fire near Gao on Sunday.", set(), {"The soldiers"}),
        ("Two traders were led outside and shot in Gao on Sunday.", set(), {"Two traders"}),
        ("Two traders were found shot in Gao on Sunday.", set(), {"Two traders"}),
        ("Gao, Sunday: Customs officers ambushed on the road to Kidal.", set(), {"Customs officers"}),
        ("Gao, Sunday: City Prison stormed by gunmen.", {"gunmen"}, set()),
        ("A raid on Sunday left a crater in Gao; nurses speak of 40 injured.", set(), set()),
    ],
)
def test_what_befell_somebody_was_not_done_by_him(text: str, who: set[str], whom: set[str]) -> None:
    assert (_actors(text, "who"), _actors(text, "whom")) == (who, whom)


def test_a_soldier_who_sets_off_his_charge_did_it() -> None:
    assert _actors("A soldier blew himself up in Gao on Sunday.", "who") == {"A soldier"}


def test_those_whom_others_charge_with_it_are_not_told_as_who_did_it() -> None:
    assert _actors("The mayor accused the army of shelling Gao on Sunday.", "who") == set()


def test_those_who_shoot_back_at_the_attackers_did_not_attack() -> None:
    text = "Gunmen attacked a hotel in Gao on Sunday before soldiers killed all the gunmen."
    assert _actors(text, "who") == {"Gunmen"}


def test_police_who_kill_robbers_in_a_raid_did_it() -> None:
    assert _actors("Police killed two kidnappers in Gao on Sunday.", "who") == {"Police"}


def test_who_brokered_a_truce_did_not_declare_it() -> None:
    assert _actors("A ceasefire brokered by Algeria began in Gao on Sunday.", "who") == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In 2011 men from Kidal attacked a market in Gao.", {"men from Kidal"}),
        ("On 28 May eight gunmen attacked a market in Gao.", {"eight gunmen"}),
        ("By nightfall troops had stormed the palace in Bamako.", {"troops"}),
        ("At 16.00 police opened fire on students in Bamako on Sunday.", {"police"}),
    ],
)
def test_the_time_before_somebody_is_no_part_of_his_description(text: str, who: set[str]) -> None:
    assert _actors(text, "who") == who


def test_the_first_description_of_attackers_is_kept_over_one_that_points_back() -> None:
    text = "Gunmen attacked a hotel in Gao on Sunday. The attackers fled to Kidal."
    assert _actors(text, "who") == {"Gunmen"}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels came under pressure after they attacked Gao on Sunday.",
        "A bomber detonated near a mosque in Gao on Sunday, killing four.",
    ],
)
def test_who_attacks_is_not_told_as_whom_it_befell(text: str) -> None:
    assert (len(_actors(text, "who")), _actors(text, "whom")) == (1, set())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen attacked a hotel in Gao on Sunday. Soldiers opened fire there an hour later.", {"Gunmen"}),
        ("Gunmen attacked a hotel in Gao on Sunday. The gunmen opened fire on the guests there.", {"Gunmen"}),
        ("A hotel in Gao was attacked on Sunday. Gunmen opened fire on the guests there.", {"Gunmen"}),
        (
            "Two soldiers were killed in an attack near Gao on Sunday. Lion Front men hurt three nurses in the attack.",
            {"Lion Front men"},
        ),
        ("Two nuns were abducted in Gao on Sunday. The sect already held a German there.", set()),
    ],
)
def test_those_who_come_after_did_not_do_what_was_told_first(text: str, who: set[str]) -> None:
    incidents = link([RulesReader().read(document(text=text))], as_of=day("2013-04-10")).incidents
    assert {a.actor for i in incidents[:1] for a in i.actors if a.role == "who"} == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Northern Front vowed revenge. Its fighters attacked a market in Gao on Sunday.", {"Northern Front"}),
        ("The Northern Front's men attacked a market in Gao on Sunday.", {"Northern Front"}),
        ("General Traore's men attacked a market in Gao on Sunday.", {"General Traore's men"}),
        ("The Northern Front's youngest fighters attacked Gao on Sunday.", {"The Northern Front's youngest fighters"}),
        ("The Northern Front's commander attacked a man in Gao on Sunday.", {"The Northern Front's commander"}),
    ],
)
def test_mere_members_of_a_body_are_that_body(text: str, who: set[str]) -> None:
    assert _actors(text, "who") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("French jets bombed a camp near Gao on Sunday.", {"French jets"}),
        ("Helicopters of the Malian army bombed a camp near Gao on Sunday.", {"the Malian army"}),
        ("NATO jets bombed a camp near Gao on Sunday.", {"NATO jets"}),
        ("The AQZ is armed. AQZ drones bombed a camp near Gao on Sunday.", {"AQZ drones"}),
        ("TNT drones bombed a camp near Gao on Sunday.", set()),
        ("A Turkish-made drone bombed a camp near Gao on Sunday.", set()),
        ("Jets bombed a camp near Gao on Sunday.", set()),
        ("Two jets of the latest type bombed a camp near Gao on Sunday.", set()),
        ("A French bus hit a wall near Gao on Sunday.", set()),
    ],
)
def test_machines_of_war_are_told_with_those_whose_they_are(text: str, who: set[str]) -> None:
    assert _actors(text, "who") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("BAMAKO - Mutinous soldiers toppled the president on Thursday.", {"Mutinous soldiers"}),
        ("BAMAKO - Officials said that the town of Gao was shelled on Thursday.", set()),
    ],
)
def test_the_town_of_a_dateline_does_nothing(text: str, who: set[str]) -> None:
    assert _actors(text, "who") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The town of Gao fell to the rebels in March 2013.", {"the rebels"}),
        ("The town of Gao fell into the hands of the rebels in March 2013.", {"the rebels"}),
        ("The town of Gao fell in March 2013.", set()),
        ("The raid led by Captain Keita near Gao in March 2013 killed two men.", {"Keita"}),
        ("The raid condemned by Captain Keita near Gao in March 2013 killed two men.", set()),
        ("A raid that French soldiers had staged near Gao in March 2013 went wrong.", {"French soldiers"}),
        ("A raid that French soldiers had condemned killed two men near Gao in March 2013.", set()),
    ],
)
def test_who_did_it_is_read_beside_the_word_of_the_act(text: str, who: set[str]) -> None:
    assert _actors(text, "who") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The two presidents, Amadou Keita and Ali Sow, met in Bamako on Sunday.", {"Amadou Keita", "Ali Sow"}),
        ("The two presidents, both of them old men, met in Bamako on Sunday.", {"The two presidents"}),
        ("President Amadou Keita, a doctor, visited Gao on Sunday.", {"Amadou Keita"}),
    ],
)
def test_a_list_that_says_who_several_are_is_those_who_did_it(text: str, who: set[str]) -> None:
    assert _actors(text, "who") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Thousands marched on the palace in Bamako on Sunday.", {"Thousands"}),
        ("Clashes between soldiers and Sandé killed two men near Gao on Sunday.", {"soldiers", "Sandé"}),
        ("Gao, Sunday: gunmen attacked a market.", {"gunmen"}),
        ("Anger erupted and a van hit a wall in Gao on Sunday.", set()),
    ],
)
def test_a_subject_that_no_list_holds_can_be_somebody(text: str, who: set[str]) -> None:
    assert _actors(text, "who") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A hospital and gunmen destroyed a bridge in Gao on Sunday.", {"gunmen"}),
        ("An intelligence agency shot two men in Gao on Sunday.", {"An intelligence agency"}),
        ("A paper was signed in Gao on Sunday by the government.", {"the government"}),
    ],
)
def test_what_cannot_do_it_is_not_named_as_who_did(text: str, who: set[str]) -> None:
    assert _actors(text, "who") == who


def test_one_who_blows_himself_up_did_it_though_he_is_counted() -> None:
    assert _actors("One boy blew himself up at a mosque in Gao on Sunday: four killed.", "who") == {"One boy"}
