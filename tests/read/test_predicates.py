"""The vocabulary of acts other than attacks: which words of which sentences tell of which type and mode."""

from datetime import date

import pytest

from tocsin.core.document import Document
from tocsin.read._fit import Kinds
from tocsin.read._parse import parse
from tocsin.read._predicates import find_triggers
from tocsin.read._rules import findings
from tocsin.read._stance import stance_of

TOLD = [
    ("Rebels seized the town of Gao on Monday.", "COERCE", "seize"),
    ("The authorities ordered people to stay at home at night.", "COERCE", "curfew"),
    ("The army removed the president on Tuesday.", "COERCE", "seize"),
    ("Two senators visited Nairobi on Tuesday.", "CONSULT", "visit"),
    ("The junta expelled the observers on Friday.", "SANCTION", "expel"),
    ("The colonel proclaimed himself head of state on Monday.", "COERCE", "seize"),
    ("Traders burned down the party's headquarters.", "PROTEST", "riot"),
    ("Policemen fired into the air on Monday.", "ASSAULT", "crowd-control"),
    ("Eleven prisoners were let out on Friday.", "RETREAT", "release"),
    ("The two clans accepted a truce on Friday.", "RETREAT", "ceasefire"),
    ("Liberia has closed its side of the border.", "COERCE", "restrict"),
    ("The junta expelled dozens of diplomats.", "SANCTION", "expel"),
    ("The town fell to the rebels on Friday.", "COERCE", "seize"),
    ("The mayor's sacking sent thousands of people into the streets.", "PROTEST", "demo"),
    ("Police closed the newspaper on Monday.", "COERCE", "ban"),
    ("The court froze the accounts of the party on Monday.", "COERCE", "restrict"),
    ("The two coastal provinces were placed under emergency rule.", "COERCE", "martial-law"),
    ("The governor forbade all marches.", "COERCE", "ban"),
    ("The diplomats left the country on Sunday.", "RETREAT", "withdraw"),
    ("Ghana and Togo agreed in May to form a joint patrol.", "AGREE", None),
    ("The rebels gave the companies one week to leave.", "THREATEN", None),
    ("Frigates boarded the freighter in the Gulf of Aden on Monday.", "COERCE", "seize"),
    ("Driven from the harbour of Kismayo, the rebels regrouped.", "COERCE", "seize"),
    ("The Niger Delta Brigades took the oil terminal on Monday.", "COERCE", "seize"),
    ("Insurgents shot down a helicopter near Kismayo.", "ASSAULT", None),
    ("The militia handed over the airport to the police on Friday.", "RETREAT", "withdraw"),
    ("The opposition accepted the peace plan on Tuesday.", "AGREE", None),
    ("The senate withdrew its support for the accord.", "REJECT", None),
    ("Around 300 people gathered at the palace shouting that the king must go.", "PROTEST", "demo"),
    ("The foreign minister was received in Kampala on Friday.", "CONSULT", None),
    ("The governor called on the United Nations to intervene.", "REQUEST", None),
    ("Banks and schools were shut by a strike.", "PROTEST", "strike"),
    ("The army retook the town on Monday.", "COERCE", "seize"),
    ("Soldiers toppled the president on Thursday.", "COERCE", "seize"),
    ("The capital fell to the rebels in August.", "COERCE", "seize"),
    ("The takeover followed the fall of the regime last year.", "COERCE", "seize"),
    ("Troops drove the rebels out of the village on Friday.", "COERCE", "seize"),
    ("Police arrested six men in Gao.", "COERCE", "arrest"),
    ("Two ministers were detained on Sunday.", "COERCE", "arrest"),
    ("Soldiers cordoned off the palace on Monday.", "COERCE", "restrict"),
    ("The government closed the border with Mali on Monday.", "COERCE", "restrict"),
    ("The raiders had raped several women in Kabare.", "ASSAULT", "sexual"),
    ("Hundreds of women staged a rally in Maiduguri.", "PROTEST", "demo"),
    ("Mobs looted shops in Kingston.", "PROTEST", "riot"),
    ("Colombia recognised Kosovo on Monday.", "SUPPORT", None),
    ("A drone dropped explosives on a depot in Port Sudan.", "ASSAULT", "explosives"),
    ("Extra soldiers have been deployed to the plains.", "MOBILIZE", "troops"),
    ("Gunmen surrounded the ministry for two weeks.", "COERCE", "restrict"),
    ("The parliament was dissolved on Friday.", "COERCE", "restrict"),
    ("The government imposed a curfew on the city on Tuesday.", "COERCE", "curfew"),
    ("A night curfew was declared in three provinces.", "COERCE", "curfew"),
    ("The president declared a state of emergency on Friday.", "COERCE", "martial-law"),
    ("The court banned the party in August.", "COERCE", "ban"),
    ("They branded the movement a terrorist organisation.", "COERCE", "ban"),
    ("The authorities deported 40 migrants on Monday.", "COERCE", "deport"),
    ("France sent 500 soldiers to Mali in January.", "MOBILIZE", "troops"),
    ("A second battalion of French troops landed in Bamako on Monday.", "MOBILIZE", "troops"),
    ("The operation began on Friday.", "MOBILIZE", "troops"),
    ("The general launched an offensive against the militias in May.", "MOBILIZE", "troops"),
    ("Chad deployed troops along the frontier.", "MOBILIZE", "troops"),
    ("The police went on arriving in trucks.", "MOBILIZE", "troops"),
    ("Thousands demonstrated in the capital on Sunday.", "PROTEST", "demo"),
    ("Several hundred people marched in Niamey on Saturday.", "PROTEST", "demo"),
    ("Demonstrators threw stones at the police.", "PROTEST", "riot"),
    ("Crowds set fire to the parliament building.", "PROTEST", "riot"),
    ("The unions called a general strike on Thursday.", "PROTEST", "strike"),
    ("The prisoners went on hunger strike on Monday.", "PROTEST", "hunger"),
    ("A street vendor set himself on fire in December.", "PROTEST", None),
    ("The opposition walked out of the assembly in July.", "PROTEST", "boycott"),
    ("Youths blocked the road to the airport on Friday.", "PROTEST", "obstruct"),
    ("The rebels declared a ceasefire on Sunday.", "RETREAT", "ceasefire"),
    ("A truce brokered by the council came into force on Friday.", "RETREAT", "ceasefire"),
    ("The army left the garrison of Kidal on Tuesday.", "RETREAT", "withdraw"),
    ("The United States pulled its staff out of Tripoli on Saturday.", "RETREAT", "withdraw"),
    ("The kidnappers released four hostages on Tuesday.", "RETREAT", "release"),
    ("The minister was let go around noon.", "RETREAT", "release"),
    ("Three hundred fighters laid down their arms in June.", "RETREAT", "disarm"),
    ("The prime minister resigned on Friday.", "RETREAT", "resign"),
    ("The president stepped down in March.", "RETREAT", "resign"),
    ("The blockade of the port was lifted on Monday.", "RETREAT", "access"),
    ("Egypt reopened the crossing on Sunday.", "RETREAT", "access"),
    ("The European Union imposed sanctions on the junta in May.", "SANCTION", "restrict"),
    ("The World Bank suspended its aid to the country.", "SANCTION", "discontinue"),
    ("The African Union suspended Mali on Friday.", "SANCTION", "discontinue"),
    ("The government expelled the French ambassador on Monday.", "SANCTION", "expel"),
    ("Algeria recalled its ambassador on Monday.", "SANCTION", "withdraw"),
    ("The two sides signed a peace accord in Algiers in June.", "AGREE", None),
    ("Envoys put their names to a ceasefire on Tuesday.", "AGREE", None),
    ("The rivals agreed on a truce on Wednesday.", "AGREE", None),
    ("The parties struck a deal in Doha.", "AGREE", None),
    ("The two leaders met in Paris on Monday.", "CONSULT", None),
    ("Talks opened in Geneva last month.", "CONSULT", None),
    ("The minister visited Gao on Friday.", "CONSULT", "visit"),
    ("The envoys have shuttled between the camps since Friday.", "CONSULT", "third-party"),
    ("The United Nations envoy presented a plan on Wednesday.", "CONSULT", "third-party"),
    ("Helicopters flew the wounded out of the town.", "AID", None),
    ("The Red Cross delivered food to the camp on Monday.", "AID", None),
    ("Algeria let French warplanes cross its airspace.", "COOPERATE", None),
    ("France sent investigators to help the police.", "COOPERATE", None),
    ("Qatar recognised the council as the government in March.", "SUPPORT", None),
    ("The council adopted a resolution on Thursday.", "SUPPORT", None),
    ("The candidate conceded the election on Monday night.", "CONCEDE", None),
    ("The king pardoned 30 prisoners on Friday.", "CONCEDE", None),
    ("The president lifted the state of emergency in March.", "CONCEDE", None),
    ("The government asked France for help on Thursday.", "REQUEST", None),
    ("The interim president requested military intervention in September.", "REQUEST", None),
    ("Prosecutors charged three men with murder on Friday.", "ACCUSE", None),
    ("The court issued an arrest warrant for the general on Monday.", "ACCUSE", None),
    ("The party rejected the plan on Sunday.", "REJECT", None),
    ("The movement refused to sign the accord.", "REJECT", None),
    ("The court threw out the complaint.", "REJECT", None),
    ("The rebels ended the truce a week later.", "REJECT", None),
    ("The African Union gave the junta 96 hours to step down.", "THREATEN", None),
    ("The mediator issued an ultimatum on Friday.", "THREATEN", None),
]

WIDER = [
    ("The commander sent men to the ferry on Friday.", "MOBILIZE", "troops"),
    ("Three of the teachers were freed in July.", "RETREAT", "release"),
    ("Traders shut the market. On Saturday they burned the headquarters of the party.", "PROTEST", "riot"),
    ("The police were busy. A day later they suspended the newspaper.", "COERCE", "ban"),
    ("The pirates held the island until January, when the marines drove them out.", "COERCE", "seize"),
    ("Guerrillas machinegunned a bus on the coast.", "ASSAULT", "firearms"),
    ("The militia overran the north of the island in May.", "COERCE", "seize"),
    ("Hundreds of villagers were let go on Friday.", "RETREAT", "release"),
    ("The pirates let the sailors go on Friday.", "RETREAT", "release"),
    ("Nine teachers were abducted by a splinter of the movement.", "ASSAULT", "abduct"),
    ("A fight broke out near the quay on Saturday.", "ASSAULT", "firearms"),
    ("Two mayors were handed over to the police on Tuesday.", "COERCE", "arrest"),
    ("Four suspects have been in custody since Monday.", "COERCE", "arrest"),
    ("The coastguard sealed the tunnels on Sunday.", "COERCE", "restrict"),
    ("A column of marines drove into the province on Friday.", "MOBILIZE", "troops"),
    ("A bishop acted as go-between in the dispute.", "CONSULT", "third-party"),
    ("Kenya and Uganda agreed to prolong the mission.", "AGREE", None),
    ("The state of emergency was prolonged in April.", "COERCE", "martial-law"),
    ("The premier told his Danish counterpart by telephone that the strait was safe.", "CONSULT", "phone"),
    ("The junta slashed aid to the islands on Monday.", "SANCTION", "discontinue"),
    ("Denmark apologised to Ghana on Monday.", "SUPPORT", None),
    ("A court in Kora sentenced the colonel to ten years.", "COERCE", "arrest"),
    ("A court in Kora sentenced the colonel to ten years of hard labour.", "COERCE", "arrest"),
    ("A judge sentenced a baker to life on Friday.", "COERCE", "arrest"),
    ("A court in Kora sentenced the colonel to a fine.", "ACCUSE", None),
    ("A judge sentenced a baker to community service on Friday.", "ACCUSE", None),
    ("Heavily armed men fell on the guards of the surveyors.", "ASSAULT", None),
    ("Four people died in riots in Gao in June 2011.", "PROTEST", "riot"),
    ("After a night of talks between the mayors of Gao and Kidal the road was opened.", "CONSULT", None),
    ("The government bowed to the demands of the miners.", "CONCEDE", None),
    ("The league suspended its part in the committee.", "REJECT", None),
    ("The generals threatened to close the canal.", "THREATEN", None),
    ("The two villages exchanged instruments of ratification in May.", "AGREE", None),
    ("The miners voted to accept the offer on Friday.", "AGREE", None),
    ("The unions and the port agreed on a wage on Friday.", "AGREE", None),
    ("The ministers agreed to pool fuel.", "AGREE", None),
    ("The elders of both clans swore on the Koran to end it.", "AGREE", None),
    ("The mayor met the bishop on Friday.", "CONSULT", None),
    ("The Security Council convened on Friday.", "CONSULT", None),
    ("The minister telephoned his Danish counterpart.", "CONSULT", "phone"),
    ("The envoy arrived in Tambarello on Friday.", "CONSULT", "visit"),
    ("The minister wrapped up a three-day visit to the islands.", "CONSULT", "visit"),
    ("The archbishop interceded between the two families.", "CONSULT", "third-party"),
    ("Two clerics talked to the armed men on Friday.", "CONSULT", None),
    ("The villagers handed a petition to the governor on Monday.", "REQUEST", None),
    ("The bishop appealed for protection on Monday.", "REQUEST", None),
    ("The island turned to the court on Monday.", "REQUEST", None),
    ("A league of widows sued the mining firm.", "ACCUSE", None),
    ("The assembly impeached the president on Tuesday.", "ACCUSE", None),
    ("Nine officers went on trial on Monday.", "ACCUSE", None),
    ("Six parties declared the count null and void.", "REJECT", None),
    ("The judges annulled the ballot on Monday.", "REJECT", None),
    ("Turned down by 90 votes to 40, the bill went back to the cabinet.", "REJECT", None),
    ("The front swore to shell the port unless the garrison left it.", "THREATEN", None),
    ("The miners gave the governor two days to leave.", "THREATEN", None),
    ("Anna Kirov gave Moldova until the end of May to withdraw.", "THREATEN", None),
    ("The mediators proposed a date. The junta refused.", "REJECT", None),
    ("Guinea offered a truce. The rebels turned it down on Friday.", "REJECT", None),
    ("The navy offered a truce. The front declined, and moved its men.", "REJECT", None),
    ("The junta refused to prolong the mandate of the observers.", "REJECT", None),
    ("The opposition turned down the inquiry on Monday.", "REJECT", None),
    ("The front declared the accord finished.", "REJECT", None),
    ("The government dropped the plan on Friday after a week of protests.", "CONCEDE", None),
    ("The tax bill was withdrawn by the government on Friday after riots.", "CONCEDE", None),
    ("The governor rang his rival and conceded.", "CONCEDE", None),
    ("Bakers protested for a week. The junta gave way on Friday.", "CONCEDE", None),
    ("Chad asked the United Nations to send monitors.", "REQUEST", None),
    ("The front declined to release the nine hostages.", "REJECT", None),
    ("The minister refused to meet the envoy.", "REJECT", None),
    ("The general gave the garrison until noon to answer or face an assault.", "THREATEN", None),
]

NOT_TOLD = [
    "The judges were sitting in this city.",
    "A judge in Gao found the baker not guilty on Friday.",
    "A baker was found not guilty on Friday.",
    "The care of the clinic fell upon the ministry on Friday.",
    "The deal left the king in office.",
    "The clerk held it back on 17 March.",
    "The men sat down to break the fast.",
    "The argument died down after dark.",
    "A donkey was driven into the barracks.",
    "The official refused to comment.",
    "The union declined in the capital.",
    "Asked for an interview, the army declined.",
    "The army refused to release the date of the parade.",
    "The senator refused to take a seasick pill.",
    "The governor gave way to a herd of goats.",
    "The army shelved the plan for a new canteen.",
    "The cabinet dropped the project because of the cost.",
    "The parliament asked the army to paint the hall.",
    "The cabinet gave the army three weeks to count its boots.",
    "The king gave the soldiers a day of rest.",
    "The mayor opened the window. The council rejected it.",
    "The police questioned a witness.",
    "A march of the army over ten miles demanded good boots.",
    "Anglers sat on the bridge in the rain.",
    "Visitors filled the stadium at noon.",
    "The shipping line closed Dakar.",
    "Barricades went up for the cycle race.",
    "The government declined to say where they were.",
    "The army refused to clean the kitchens.",
    "The winter had been hard, the minister conceded.",
    "The government asked reporters to wait outside.",
    "The governor asked the baker to open his shop.",
    "The team asked for a new coach.",
    "The price of rice declined on Friday.",
    "The child refused his soup.",
    "The charge is one that the government rejects.",
    "The teacher gave the pupil until Friday to pay.",
    "The patient was taken to hospital.",
    "The party told its members to stay at home.",
    "The team launched an attack in the second half.",
    "The minister attacked the lending policy of the bank.",
    "He suffered a heart attack at home.",
    "The film is about a soldier who shoots his commander.",
    "Farmers here used to be raided every harvest.",
    "The airline sealed the deal on Monday.",
    "The new government takes office in September.",
    "The fighters took part in the ceremony.",
    "The medics sent an ambulance to the town.",
    "She met the demands of her examiners.",
    "The rebels hold the town.",
    "He conceded that the guards had fled.",
    "The House has met in Tobruk since August.",
    "Families left the town for the coast.",
    "The group released a video on Sunday.",
    "Hospitals were putting names to bodies on Friday.",
    "They hoped for an agreement.",
    "The election campaign opened on Friday.",
    "A suicide bomber was sent by the group.",
    "The passenger fell from the roof.",
    "The internationally recognised government condemned it.",
    "The man reached a point of despair.",
    "He left hospital on Friday.",
    "Diplomats called for talks.",
    "The soldiers were stationed there.",
    "The road was closed by snow.",
    "The coach gave his goalkeeper an ultimatum.",
    "She talked through an interpreter.",
    "The rebels gave up in 48 hours what they had gained.",
    "The president dismissed the government.",
    "The minister spoke to reporters.",
    "The party does not recognise the council.",
    "The count issued by the police was seven.",
]

PLANNED_OR_DENIED = [
    "Peace talks are to start within 60 days.",
    "The party will not sign the accord.",
    "The summit would open in Abuja.",
    "The council was to meet the rebels on Friday.",
    "The general left Geneva without signing the accord.",
    "The kidnappers released no hostages.",
]


def acts(text: str) -> list[tuple[str, str | None, str]]:
    """Return type, mode and stance of the acts that `text` tells of."""
    document = Document(
        id="d-1", uri=None, publisher="Sahel Wire", title=None, published=None, language="en", text=text,
        known_at=date(2014, 5, 20),
    )  # fmt: skip
    page = parse(document)
    triggers = find_triggers(page.doc, Kinds(page.doc, findings(page)).fits)
    return [(t.sense.type, t.sense.mode, stance_of(page.doc[t.head])) for t in triggers]


@pytest.mark.parametrize(("text", "type_", "mode"), [*TOLD, *WIDER])
def test_a_verb_with_arguments_of_its_kind_tells_type_and_mode(text: str, type_: str, mode: str | None) -> None:
    assert (type_, mode, "asserted") in acts(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_other_senses_of_common_words_tell_of_no_act(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize("text", PLANNED_OR_DENIED)
def test_what_is_to_happen_or_will_not_is_not_asserted(text: str) -> None:
    assert all(stance in {"planned", "denied"} for _, _, stance in acts(text))
    assert acts(text)


def test_a_crowd_that_burns_a_building_riots_and_gunmen_attack() -> None:
    assert acts("Protesters burned the town hall.")[0][:2] == ("PROTEST", "riot")
    assert acts("Gunmen burned the town hall.")[0][0] == "ASSAULT"


def test_a_noun_counts_only_where_its_verb_says_that_it_happened() -> None:
    assert {a[0] for a in acts("The strike ended after negotiations began.")} == {"CONSULT"}
    assert acts("He spoke of the negotiations.") == []


def test_a_noun_counts_where_something_is_told_to_be_done_in_its_course() -> None:
    assert {a[0] for a in acts("In a 20-minute call the presidents praised the guards.")} == {"CONSULT"}
    assert acts("The presidents praised the idea of a 20-minute call.") == []


def test_what_is_not_accepted_is_rejected() -> None:
    assert acts("The rebels did not accept the plan of the mediators.")[0][0] == "REJECT"
    assert acts("The rebels accepted the plan of the mediators.")[0][0] == "AGREE"


def test_the_present_tense_of_a_headline_tells_the_news() -> None:
    assert ("REJECT", None, "asserted") in acts("Rebels reject plan of mediators")
    assert acts("Rebels reject every plan of mediators.") == []


def test_an_expression_is_not_read_as_its_verb_alone() -> None:
    assert acts("Unions strike deals with the operators.") == []


def test_past_forms_that_the_tagger_takes_for_nouns_are_verbs() -> None:
    assert ("COERCE", "seize", "asserted") in acts("Fighters overran Diabaly after a battle.")
