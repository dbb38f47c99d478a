"""Which acts words tell of, by what does them and what they are done to. Types are those of tests/gold/README.md."""

from datetime import date

import pytest

from make import document
from tocsin.core.record import Incident
from tocsin.link import link
from tocsin.read import read


def incidents(text: str) -> tuple[Incident, ...]:
    report = document(text=text, published="2014-05-20")
    return link(read([report], reader="rules"), as_of=date(2100, 1, 1)).incidents


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return type, mode and place of each incident that is not recalled."""
    current = (i for i in incidents(text) if not i.is_background)
    return [(i.type, i.mode, i.where.name if i.where is not None else None) for i in current]


ACTS = [
    ("Soldiers recovered two landmines near Gao on Sunday.", ("COERCE", "confiscate", "Gao")),
    ("A cache of rifles was found by the army in a house in Gao on Sunday.", ("COERCE", "confiscate", "Gao")),
    ("Customs officers at Dakar seized 40 kilograms of explosives.", ("COERCE", "confiscate", "Dakar")),
    ("A landmine weighing two kilograms was defused by the army in Gao.", ("COERCE", "confiscate", "Gao")),
    ("Police busted a hideout of the militia in Gao and arrested nobody.", ("COERCE", "confiscate", "Gao")),
    ("Ten members of the Front, two women among them, surrendered to the police in Gao.", ("RETREAT", "disarm", "Gao")),
    ("A deputy commander of the rebels gave himself up before a judge in Gao.", ("RETREAT", "disarm", "Gao")),
    ("Eleven villagers handed over their rifles to the army in Gao.", ("RETREAT", "disarm", "Gao")),
    ("A teacher was abducted by unknown men in Gao.", ("ASSAULT", "abduct", "Gao")),
    ("An encounter took place between soldiers and rebels near Gao.", ("ASSAULT", "firearms", "Gao")),
    ("A police team exchanged fire with rebels in Gao.", ("ASSAULT", "firearms", "Gao")),
    ("Rebels dug up the road at Gao and cut a pipeline.", ("ASSAULT", "destroy", "Gao")),
    ("Insurgents derailed a train at Gao.", ("ASSAULT", "destroy", "Gao")),
    ("Rebels blocked the highway at Gao with boulders.", ("COERCE", "restrict", "Gao")),
    ("A trader was abducted in Gao and set free on Sunday.", ("RETREAT", "release", "Gao")),
    ("The rebels withdrew to the hills near Gao on Sunday.", ("RETREAT", "withdraw", "Gao")),
    ("A march in the old quarter of Gao was dispersed on Sunday.", ("PROTEST", "demo", "Gao")),
    ("Blockades by followers of the mayor cut the road to Gao.", ("PROTEST", "obstruct", "Gao")),
    ("Thirty policemen were hurt in clashes with protesters in Gao.", ("PROTEST", "riot", "Gao")),
    ("Flour arrived in Gao on Sunday.", ("AID", None, "Gao")),
    ("Helicopters took 20 people out of a hotel in Gao.", ("AID", None, "Gao")),
    ("Talks continue in Gao between the government and the rebels.", ("CONSULT", None, "Gao")),
    ("Guns fell silent in Gao on Sunday.", ("RETREAT", "ceasefire", "Gao")),
    ("Both clans have stopped shelling Gao.", ("RETREAT", "ceasefire", "Gao")),
    ("Soldiers vacated a school in Gao that they had slept in.", ("RETREAT", "withdraw", "Gao")),
    ("The gendarmes dismantled two checkpoints in Gao on Sunday.", ("RETREAT", "withdraw", "Gao")),
    ("The last nine hostages came out of a bank in Gao.", ("RETREAT", "release", "Gao")),
    ("The militia disbanded in Gao on Sunday.", ("RETREAT", "disarm", "Gao")),
    ("Soldiers disarmed the rebels in Gao on Sunday.", ("COERCE", "confiscate", "Gao")),
    ("The mayor of Gao quit on Sunday.", ("RETREAT", "resign", None)),
    ("The army returned the bodies of six fighters in Gao.", ("RETREAT", "return", "Gao")),
    ("The poet returned from exile on Sunday.", ("RETREAT", "return", None)),
    ("The curfew in Gao was relaxed on Sunday.", ("RETREAT", "access", "Gao")),
    ("Rebels let a lorry with blankets through in Gao.", ("RETREAT", "access", "Gao")),
    ("Two couriers were arrested in Gao on Sunday.", ("COERCE", "arrest", "Gao")),
    ("Police arrested Oumarou in Gao on Sunday.", ("COERCE", "arrest", "Gao")),
    ("Oumarou, said to be a leader of the Front, was arrested in Gao on Sunday.", ("COERCE", "arrest", "Gao")),
    ("The CTFs recovered two landmines in Gao on Sunday.", ("COERCE", "confiscate", "Gao")),
    ("Border jawans recovered two landmines in Gao on Sunday.", ("COERCE", "confiscate", "Gao")),
    ("Rebels overran the sawmill and the airfield at Gao.", ("COERCE", "seize", "Gao")),
    ("The army lost the town of Gao on Sunday.", ("COERCE", "seize", "Gao")),
    ("Marines disarmed the customs guards at Gao.", ("COERCE", "confiscate", "Gao")),
    ("A landmine was rendered harmless by sappers in Gao.", ("COERCE", "confiscate", "Gao")),
    ("The governor forbade travel by night in Gao on Sunday.", ("COERCE", "restrict", "Gao")),
    ("Soldiers cordoned off the quarter in Gao on Sunday.", ("COERCE", "restrict", "Gao")),
    ("Detectives picked up a courier in Gao on Sunday.", ("COERCE", "arrest", "Gao")),
    ("A curfew was in force in Gao on Sunday.", ("COERCE", "curfew", "Gao")),
    ("Neighbouring states shut the border with Gao on Sunday.", ("SANCTION", "restrict", None)),
    ("France flew forty soldiers into Gao on Sunday.", ("MOBILIZE", "troops", "Gao")),
    ("Twelve poets are behind bars in Gao after a reading on Sunday.", ("COERCE", "arrest", "Gao")),
    ("The army evicted forty families in Gao on Sunday.", ("COERCE", "deport", "Gao")),
    ("The government ordered the army into Gao on Sunday.", ("MOBILIZE", "troops", "Gao")),
    ("The rebels moved two howitzers to Gao on Sunday.", ("MOBILIZE", "weapons", "Gao")),
    ("The junta conscripted students in Gao on Sunday.", ("MOBILIZE", "militia", "Gao")),
    ("The authorities tightened security in Gao on Sunday.", ("MOBILIZE", "police", "Gao")),
    ("The envoy was declared persona non grata by Mali.", ("SANCTION", "expel", "Mali")),
    ("Mali pulled out of the treaty on Sunday.", ("SANCTION", "withdraw", "Mali")),
    ("Mali halted the export of cotton to Niger on Sunday.", ("SANCTION", "discontinue", "Mali")),
    ("Two shells landed in a schoolyard in Gao on Sunday.", ("ASSAULT", "heavy-weapons", "Gao")),
    ("Rebels fired a salvo of rockets in Gao on Sunday.", ("ASSAULT", "heavy-weapons", "Gao")),
    ("The army neutralised four insurgents in Gao.", ("ASSAULT", None, "Gao")),
    ("A thief emptied a revolver into a clerk in Gao.", ("ASSAULT", "firearms", "Gao")),
    ("Acid was thrown at a pupil in Gao.", ("ASSAULT", "primitive", "Gao")),
    ("Pirates boarded a tanker off Dakar.", ("ASSAULT", "abduct", "Dakar")),
    ("Masked men dragged a clerk from a shop in Gao.", ("ASSAULT", "abduct", "Gao")),
    ("The burning of a granary in Gao angered the mayor.", ("ASSAULT", "destroy", "Gao")),
    ("The police lathi-charge in Gao left nine hurt.", ("ASSAULT", "crowd-control", "Gao")),
    ("Welders struck on Sunday in Gao over their pay.", ("PROTEST", "strike", "Gao")),
    ("The union launched an open-ended strike in Gao on Sunday.", ("PROTEST", "strike", "Gao")),
    ("Midwives in Gao called in sick on Sunday.", ("PROTEST", "strike", "Gao")),
    ("Students occupied the library in Gao on Sunday.", ("PROTEST", "obstruct", "Gao")),
    ("Pensioners chained themselves to a fence in Gao.", ("PROTEST", "obstruct", "Gao")),
    ("Tanners dumped manure at the town hall in Gao.", ("PROTEST", "demo", "Gao")),
    ("Thousands took part in a march through Gao on Sunday.", ("PROTEST", "demo", "Gao")),
    ("A porter was hurt in Gao on Sunday in a protest against the price of bread.", ("PROTEST", "demo", "Gao")),
    ("A march of bakers in Gao on Sunday demanded cheaper flour.", ("PROTEST", "demo", "Gao")),
    ("Bakers gathered in Gao on Sunday and demanded cheaper flour.", ("PROTEST", "demo", "Gao")),
    ("Bakers sat down on the bridge in Gao on Sunday and stopped traffic.", ("PROTEST", "obstruct", "Gao")),
    ("New barricades went up in Gao on Sunday as bakers protested.", ("PROTEST", "obstruct", "Gao")),
    ("The bakers replied with a general strike in Gao on Sunday.", ("PROTEST", "strike", "Gao")),
    ("A baker was picked up in Gao on Sunday.", ("COERCE", "arrest", "Gao")),
    ("Gao has been sealed off since Sunday.", ("COERCE", "restrict", None)),
    ("The minister placed Gao under governor's rule on Sunday.", ("COERCE", "martial-law", None)),
    ("A curfew from nine to five was imposed on Gao on Sunday.", ("COERCE", "curfew", None)),
    ("Rebels took a string of villages near Gao on Sunday.", ("COERCE", "seize", "Gao")),
    ("Rebels overran an army camp at Gao on Sunday.", ("ASSAULT", None, "Gao")),
    ("Rebels overran the town of Gao on Sunday.", ("COERCE", "seize", "Gao")),
    ("A mutiny broke out in a barracks in Gao on Sunday.", ("PROTEST", "riot", "Gao")),
    ("A company of gendarmes mutinied in Gao on Sunday.", ("PROTEST", "riot", "Gao")),
    ("The police denied having beaten anybody during a march in Gao on Sunday.", ("PROTEST", "demo", "Gao")),
    ("The army denied that it was behind the raid that killed six people in Gao.", ("ASSAULT", None, "Gao")),
]


@pytest.mark.parametrize(("text", "expected"), ACTS, ids=[text for text, _ in ACTS])
def test_an_act_has_its_type(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The home side surrendered a lead of two goals in Gao on Sunday.",
        "The museum in Gao recovered a painting on Sunday.",
        "Rebels seized rifles from a barracks in Gao on Sunday.",
        "The minister had an encounter with a singer in Gao on Sunday.",
        "Workers cut down trees in Gao on Sunday.",
        "The company damaged its name in Gao on Sunday.",
        "The mayor quit smoking in Gao on Sunday.",
        "The ministry released figures on the harvest in Gao.",
        "Guards let a lorry with bricks through in Gao.",
        "The crowd fell silent in Gao on Sunday.",
        "The news conference in Gao on Sunday was short.",
        "Soldiers pulled out of the car in Gao on Sunday.",
        "The mission in Gao withdrew a figure on Sunday.",
        "Police in Gao held their fire on Sunday.",
        "The general lost his post in Gao on Sunday.",
        "The ferry lost a quarter of its crew in Gao on Sunday.",
        "Helpers in Gao picked up nine bodies on Sunday.",
    ],
)
def test_a_word_of_another_sense_is_no_act(text: str) -> None:
    of_other_senses = {("COERCE", "confiscate"), ("COERCE", "seize"), ("ASSAULT", "destroy")}
    assert not [row for row in told(text) if row[0] == "RETREAT" or row[:2] in of_other_senses]


@pytest.mark.parametrize(
    "text",
    [
        "Lightning killed two climbers in Gao on Sunday.",
        "A crash killed nine passengers in Gao on Sunday.",
        "Vets shot forty sheep in Gao on Sunday.",
        "A depot burned down by accident in Gao on Sunday.",
        "The council of elders broke up in Gao on Sunday.",
        "Nobody was hurt in Gao on Sunday.",
        "Robbers often ambush travellers on the road to Gao.",
        "For years, robbers have ambushed travellers near Gao.",
        "The band is known for kidnapping travellers near Gao.",
        "Dealers said the franc staged a rally in Gao on Sunday.",
        "The union in Gao called for a strike.",
        "The banker walked out on bail in Gao on Sunday.",
        "The captives were marched up a hill near Gao on Sunday.",
        "The minister in Gao resigned in protest on Sunday.",
        "A ban on marches in Gao was lifted on Sunday.",
    ],
)
def test_accidents_habits_beasts_and_markets_are_neither_attacks_nor_protests(text: str) -> None:
    assert not {"ASSAULT", "PROTEST"} & {i.type for i in incidents(text)}


def test_a_name_that_no_gazetteer_holds_may_be_a_place_that_forces_left() -> None:
    assert ("RETREAT", "withdraw") in [row[:2] for row in told("The battalion left Camp Ouzelrigg at dawn.")]


def test_who_was_beaten_back_was_not_beaten() -> None:
    assert [i.mode for i in incidents("The army beat the rebels back in Gao on Sunday.")] == [None]
    assert [i.mode for i in incidents("Guards beat a cook in Gao on Sunday.")] == ["beat"]


def test_a_headline_tells_news_in_the_present_and_a_sentence_does_not() -> None:
    assert ("RETREAT", "disarm") in [row[:2] for row in told("Rebels hand over weapons in Gao")]
    assert told("Rebels hand over weapons in Gao.") == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ten rebels surrendered before the Mopti district police.", "Mopti"),
        ("Six rebels were arrested by the Mopti police.", "Mopti"),
        ("A rebel commander from Kidal, Musa Keita, surrendered to the Mopti police.", "Mopti"),
        ("Six soldiers were arrested by the Cairo police near Suez.", "Suez"),
        ("Malian police arrested six rebels.", None),
    ],
)
def test_local_police_tell_where_where_nothing_else_does(text: str, where: str | None) -> None:
    assert [row[2] for row in told(text)] == [where]


def test_a_pronoun_stands_for_a_town_that_was_taken_back() -> None:
    assert ("COERCE", "seize") in {
        row[:2] for row in told("Rebels hold the town of Gao. Marines recaptured it on Sunday.")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Rebels left the town of Gao. Marines entered it on Sunday.",
        "Rebels left the town of Gao, and marines seized it from a militia on Sunday.",
    ],
)
def test_a_pronoun_stands_for_a_town_that_forces_entered_or_took(text: str) -> None:
    assert {("MOBILIZE", "troops"), ("COERCE", "seize")} & {row[:2] for row in told(text)}


def test_what_changed_hands_many_times_is_no_one_event() -> None:
    assert told("The town of Gao has changed hands four times.") == []
