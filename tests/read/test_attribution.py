"""Statements are found with their speaker, their chain of sources and their words."""

import pytest
from tests.make import document, when

from tocsin.read._actors import find_actors
from tocsin.read._attribution import find_statements
from tocsin.read._mentions import StatementMention, TimeMention
from tocsin.read._parse import Page, parse

Case = tuple[str, str, str]

BEFORE: list[Case] = [
    ("The minister said the road had been cleared.", "The minister", "the road had been cleared"),
    ("Residents said that shooting went on until dawn.", "Residents", "shooting went on until dawn"),
    ("A doctor told reporters that nine bodies had been counted.", "A doctor", "nine bodies had been counted"),
    ("An army officer in Segou insisted that no village was hit.", "An army officer in Segou", "no village was hit"),
    ("The defence ministry denied that it had lost a helicopter.", "The defence ministry", "it had lost a helicopter"),
    ("Police say the driver escaped on foot.", "Police", "the driver escaped on foot"),
    ("The governor has warned that the dam may burst.", "The governor", "the dam may burst"),
    ("A trader said on Monday that prices had doubled.", "A trader", "prices had doubled"),
    ("Two nurses said late on Friday the clinic was empty.", "Two nurses", "the clinic was empty"),
    ("The mayor said in Paris that he would stay.", "The mayor", "he would stay"),
    ("The union announced a strike of teachers.", "The union", "a strike of teachers"),
    ("The rebels vowed to march on the capital.", "The rebels", "to march on the capital"),
    ("France urged its citizens to leave the country.", "France", "its citizens to leave the country"),
    ("The president accused Algeria of arming the rebels.", "The president", "Algeria of arming the rebels"),
    ("The envoy called on both sides to hold their fire.", "The envoy", "both sides to hold their fire"),
    ("The bishop called for calm in the camps.", "The bishop", "calm in the camps"),
    ("The army put the number of dead at 14.", "The army", "the number of dead at 14"),
    ("A witness described the bombing as the worst in years.", "A witness", "the bombing as the worst in years"),
    ("The court clerk said, however, that no charge was filed.", "The court clerk", "no charge was filed"),
    ("A miner who got away said the shaft had collapsed.", "A miner who got away", "the shaft had collapsed"),
    (
        "A statement by the interior ministry said 12 men had been held.",
        "the interior ministry",
        "12 men had been held",
    ),
    ("The opposition's claim that votes were bought angered the court.", "The opposition", "votes were bought"),
    ("London and Tokyo let it be known that they had not been warned.", "London and Tokyo", "they had not been warned"),
    ("Two residents and a nurse said the bridge was gone.", "Two residents and a nurse", "the bridge was gone"),
    ("The rebels claimed to have shot down a plane.", "The rebels", "to have shot down a plane"),
    ("The premier has promised a reward.", "The premier", "a reward"),
    ("A minister, Nawab Marri, confirmed their release.", "Nawab Marri", "their release"),
    ("The minister rejected calls to resign.", "The minister", "calls to resign"),
    ("The hospital counted 48 dead.", "The hospital", "48 dead"),
    ("Kabul called the raid a breach of the truce.", "Kabul", "the raid a breach of the truce"),
    ("The consul expressed concern that the port might close.", "The consul", "the port might close"),
    ("Rescuers feared that more bodies lay below.", "Rescuers", "more bodies lay below"),
    ("The envoy pleaded for the release of the crew.", "The envoy", "the release of the crew"),
    ("The general warned both sides against further violence.", "The general", "further violence"),
    (
        "The army rejected the accusation that it shelled a school.",
        "The army",
        "the accusation that it shelled a school",
    ),
    ("The spokesman, Karim Saadeh, dismissed the report as a lie.", "Karim Saadeh", "the report as a lie"),
    ("The health ministry's figure was 9.", "The health ministry", "9"),
    ("The count given by the Red Cross was 11 dead.", "Red Cross", "11 dead"),
]

BEHIND: list[Case] = [
    ("According to its spokeswoman, Terna Agbo, calm had returned.", "Terna Agbo", "calm had returned"),
    ("Twelve men were hurt, according to a tally compiled by the mission.", "the mission", "Twelve men were hurt"),
    ("Per the provincial police, four men got away.", "the provincial police", "four men got away"),
    ("As the colonel put it, the road is open.", "the colonel", "the road is open"),
    ("Minister Ali Sow: the road is open.", "Ali Sow", "the road is open"),
    # two words with no place known by them are taken for somebody, also where they are a village
    ("Ali Sow: the road is open.", "Ali Sow", "the road is open"),
    ('Ali Sow: "The road is open."', "Ali Sow", "The road is open."),
    ("In the view of the ombudsman, the arrest was illegal.", "the ombudsman", "the arrest was illegal"),
    (
        "The toll stands at 31, according to figures released by the health ministry.",
        "the health ministry",
        "The toll stands at 31",
    ),
    ("The bridge was blown up at noon, the army said.", "the army", "The bridge was blown up at noon"),
    ("Shots were fired near the port, witnesses said.", "witnesses", "Shots were fired near the port"),
    ("Three tankers burned out, a port official told parliament.", "a port official", "Three tankers burned out"),
    ("The pipeline is shut, said the operator.", "the operator", "The pipeline is shut"),
    ("Nobody survived, according to the Red Crescent.", "Red Crescent", "Nobody survived"),
    ("According to a shepherd, the trucks came at night.", "a shepherd", "the trucks came at night"),
    ("By the account of a monk, the abbey was looted.", "a monk", "the abbey was looted"),
    ("Six men were hurt, by the police's account.", "the police", "Six men were hurt"),
    ("The market was full, two officials and a medic said.", "two officials and a medic", "The market was full"),
    ('"We shall come back," said the commander.', "the commander", "We shall come back"),
    ('"We shall come back", added the commander.', "the commander", "We shall come back"),
    ("“We shall come back,” the commander said.", "the commander", "We shall come back"),
    ('"Who will feed us?" asked a widow.', "a widow", "Who will feed us?"),
    ('"They burned it all," said a woman whose shop stood next door.', "a woman", "They burned it all"),
    ("The toll stood at 45 a day later, two medics said.", "two medics", "The toll stood at 45 a day later"),
]

MIDDLE: list[Case] = [
    (
        "The crew, the harbour master said, had left the ship.",
        "the harbour master",
        "The crew had left the ship",
    ),
    (
        "The guards held their fire, a driver said, and so the raiders slipped away.",
        "a driver",
        "The guards held their fire and so the raiders slipped away",
    ),
    ('"We know them," said a teacher. "They grew up here."', "a teacher", "We know them They grew up here."),
    (
        '"We know them," a teacher said, "but we keep silent."',
        "a teacher",
        "We know them but we keep silent.",
    ),
    (
        '"We know them," a teacher said by telephone. "They grew up here. They came back."',
        "a teacher",
        "We know them They grew up here. They came back.",
    ),
]

NOTHING = [
    "The group claimed the attack.",
    "The minister will announce a plan on Monday.",
    "The law says that strikes need a permit.",
    "The bridge was reportedly destroyed.",
    "Nobody said why the convoy had stopped.",
    "The colonel declined to say where he had been.",
    "The army did not say how many men it had lost.",
    "The mayor condemned the killings.",
    "It was said that the king had fled.",
    "The ministry would not confirm the figure.",
    "The soldiers fired into the crowd and left.",
    "The group counted eleven Tunisians among its men.",
    "The army rejected the offer.",
    "The militia pledged allegiance to the general.",
    "The mine makes 30 tonnes per month.",
    "Gao: army units entered the eastern districts on 28 August.",
    "3 Dec: shops were looted in the old town.",
]

CHAINS: list[tuple[str, list[str]]] = [
    (
        "A provincial official said the men had trained abroad, a neighbour of the official told Sahel Wire.",
        ["A provincial official", "a neighbour of the official"],
    ),
    ("Friends of the gunman told a newspaper that he had changed.", ["Friends of the gunman", "a newspaper"]),
    ("A nurse told a foreign agency that the ward was full.", ["A nurse", "a foreign agency"]),
    ("A nurse told a station in the capital that the ward was full.", ["A nurse", "a station in the capital"]),
    ("A nurse told an aid group that the ward was full.", ["A nurse"]),
    ("A nurse told an officer at the station that the ward was full.", ["A nurse"]),
    ("A relative said the mayor had told him that the road was mined.", ["the mayor", "A relative"]),
    (
        "The army said in a statement carried by the state news agency that calm had returned.",
        ["The army", "the state news agency"],
    ),
    (
        "The colonel was quoted as saying by state television that the base had fallen.",
        ["The colonel", "state television"],
    ),
    ("State radio quoted the governor as saying that the schools were shut.", ["the governor", "State radio"]),
    (
        "Local media, citing the prosecutor's office, reported that two men were in custody.",
        ["the prosecutor's office", "Local media"],
    ),
    ("A nurse told the BBC Somali Service that three men had died.", ["A nurse", "BBC Somali Service"]),
    ("In a communique posted on its website, the army said it had freed two men.", ["the army"]),
    ("The consul told reporters that the hostages were alive.", ["The consul"]),
    ("The consul told a rally that the hostages were alive.", ["The consul"]),
    ("A pilot told Sahel Wire that the runway was short.", ["A pilot"]),
    (
        "A travel agent, quoted by a French radio station, said that a guide had told her the hotel was full.",
        ["a guide", "A travel agent", "a French radio station"],
    ),
    (
        "In a message published by a Mauritanian website, the brigade said it held nine men.",
        ["the brigade", "a Mauritanian website"],
    ),
    (
        "A cousin of a conscript told a Cairo newspaper the conscript had said that no help came.",
        ["a conscript", "A cousin of a conscript", "a Cairo newspaper"],
    ),
    (
        "All were freed, the state news agency reported, citing the prosecutor.",
        ["the prosecutor", "the state news agency"],
    ),
]

RESOLVED: list[tuple[str, str]] = [
    ("A provincial official drove to the site. He said the mine was safe.", "A provincial official"),
    ("Moussa Diallo leads the union. Diallo said the strike would go on.", "Moussa Diallo"),
    ("Colonel Ali Traore arrived on Monday. The colonel said the town was calm.", "Ali Traore"),
    ("The Front for Free Ports (FFP) met in Lome. The FFP said it was ready.", "Front for Free Ports (FFP)"),
    ("The rebels met in Lome. Their spokesman said talks had failed.", "the rebels' spokesman"),
    ("Two officials flew in. One of them said the runway was mined.", "One of two officials"),
    ("The ministry issued a report. A week later it said the report was wrong.", "The ministry"),
    ("Ministry spokeswoman Awa Ba met the press. She said the toll was 12.", "Awa Ba"),
    ("A CMA commander stayed behind. According to him, nobody fled.", "A CMA commander"),
    ("A message by the brigade was read out. The message said the war was over.", "the brigade"),
]


def page_of(text: str) -> Page:
    return parse(document(text=text))


def said(text: str) -> list[StatementMention]:
    page = page_of(text)
    return find_statements(page, find_actors(page))


def only(text: str) -> StatementMention:
    found = said(text)
    assert len(found) == 1, [(s.chain, s.content) for s in found]
    return found[0]


@pytest.mark.parametrize(("text", "speaker", "content"), BEFORE)
def test_cue_in_front_puts_what_follows_on_its_speaker(text: str, speaker: str, content: str) -> None:
    statement = only(text)
    assert (statement.chain[0][0], statement.content) == (speaker, content)


@pytest.mark.parametrize(("text", "speaker", "content"), BEHIND)
def test_cue_behind_puts_what_precedes_on_its_speaker(text: str, speaker: str, content: str) -> None:
    statement = only(text)
    assert (statement.chain[0][0], statement.content) == (speaker, content)


@pytest.mark.parametrize(("text", "speaker", "content"), MIDDLE)
def test_words_cut_by_their_cue_are_one_statement(text: str, speaker: str, content: str) -> None:
    statement = only(text)
    assert (statement.chain[0][0], statement.content) == (speaker, content)


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "names"), CHAINS)
def test_chain_runs_from_the_innermost_speaker_to_the_carrier(text: str, names: list[str]) -> None:
    assert [name for name, _ in only(text).chain] == names


@pytest.mark.parametrize(("text", "speaker"), RESOLVED)
def test_speaker_has_the_fullest_form_in_the_report(text: str, speaker: str) -> None:
    assert said(text)[-1].chain[0][0] == speaker


def test_denial_is_marked() -> None:
    assert only("The army denied that a village had been hit.").denied


def test_gerund_may_be_what_is_denied() -> None:
    assert only("The militia denied shelling the camp.").content == "shelling the camp"


def test_denial_of_what_was_just_said_takes_over_its_content() -> None:
    first, second = said("A trader told a newspaper that the well was poisoned, which the ministry denied.")
    assert (second.chain[0][0], second.content, second.denied) == ("the ministry", first.content, True)


def test_second_cue_of_one_speaker_is_a_statement_of_its_own() -> None:
    found = said("The group said the truce was over, adding that it would not spare anyone.")
    assert [s.content for s in found] == ["the truce was over", "it would not spare anyone"]
    assert {s.chain[0][0] for s in found} == {"The group"}


def test_coordinated_cue_keeps_the_speaker() -> None:
    found = said("The envoy said the talks had failed and called on the parties to come back.")
    assert [s.content for s in found] == ["the talks had failed", "the parties to come back"]


def test_statement_ends_where_another_speaker_begins() -> None:
    found = said("The army said 12 men had died, while the rebels said they had lost nobody.")
    assert [(s.chain[0][0], s.content) for s in found] == [
        ("The army", "12 men had died"),
        ("the rebels", "they had lost nobody"),
    ]


def test_quotation_goes_on_over_a_paragraph_that_leaves_it_open() -> None:
    text = '"The wells are dry," said a herder. "The goats died first.\n\n"Then the old people died," he said.'
    assert said(text)[0].quote == "The wells are dry The goats died first."


def test_quotation_alone_belongs_to_the_speaker_before_it() -> None:
    found = said('A herder said the wells were dry. "The goats died first, then the old people."')
    assert [s.chain[0][0] for s in found] == ["A herder", "A herder"]
    assert found[1].quote == "The goats died first, then the old people."


def test_words_within_marks_are_the_quote_of_an_indirect_statement() -> None:
    statement = only('The minister said the men were "common thieves" who would be caught.')
    assert statement.quote == "common thieves"


def test_indirect_speech_has_no_quote() -> None:
    assert only("The minister said the men would be caught.").quote is None


def test_single_marks_count_where_a_report_has_no_double_ones() -> None:
    assert only("‘We shall not leave,’ said the mayor’s brother.").quote == "We shall not leave"


def test_time_of_saying_is_taken_from_beside_the_cue() -> None:
    page = page_of("The governor said on Monday that the bridge had fallen.")
    monday = TimeMention(tokens=page.doc[4:5], when=when(start="2013-04-08"))
    assert find_statements(page, find_actors(page), [monday])[0].when == monday.when


def test_time_of_what_was_said_is_not_the_time_of_saying() -> None:
    page = page_of("The governor said the bridge had fallen on Monday.")
    monday = TimeMention(tokens=page.doc[8:9], when=when(start="2013-04-08"))
    assert find_statements(page, find_actors(page), [monday])[0].when is None


def test_spans_hold_the_content_then_the_cue_then_the_source() -> None:
    text = "The governor said that the bridge had fallen."
    words = [span.words(text) for span in only(text).spans]
    assert words == ["the bridge had fallen", "said", "The governor"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A provincial official said the road was open.", "official"),
        ("An army spokesman said the road was open.", "military"),
        ("A police officer said the road was open.", "police"),
        ("A rebel commander said the road was open.", "armed group"),
        ("Residents said the road was open.", "witness"),
        ("A brother of the driver said the road was open.", "relative"),
        ("An analyst said the road was open.", "expert"),
        ("State radio said the road was open.", "media"),
        ("A spokesman for the rebels said the road was open.", "armed group"),
        ("A party spokeswoman said the road was open.", "organisation"),
    ],
)
def test_kind_of_source_follows_role_and_body(text: str, kind: str) -> None:
    assert only(text).chain[0][1] == kind


def test_page_without_speech_has_no_statements() -> None:
    assert said("Rain fell on the coast all day.") == []


def test_who_speaks_for_it_speaks_for_whom_it_stands_for() -> None:
    page = parse(document(text="The government of Chad met on Monday. A spokesman for it said that the road was open."))
    said = find_statements(page, find_actors(page), [])
    assert "government" in said[-1].chain[0][0]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("A trader called it robbery.", "A trader", "it robbery"),
        ("The mayor put it at eleven.", "The mayor", "it at eleven"),
        ("Hospital sources counted at least ten dead.", "Hospital sources", "at least ten dead"),
        ("A doctor spoke on Tuesday evening of 52 dead.", "A doctor", "52 dead"),
    ],
)
def test_what_a_thing_is_called_or_put_at_is_said_of_it(text: str, speaker: str, content: str) -> None:
    page = parse(document(text=text))
    said = find_statements(page, find_actors(page), [])
    assert [(s.chain[0][0], s.content) for s in said] == [(speaker, content)]


def test_a_semicolon_behind_the_cue_ends_what_was_said() -> None:
    page = parse(document(text="The road was closed, a driver said; a bus had burned."))
    said = find_statements(page, find_actors(page), [])
    assert [(s.chain[0][0], s.content) for s in said] == [("a driver", "The road was closed")]


def test_what_an_outlet_is_told_may_follow_a_description_of_the_outlet() -> None:
    page = parse(
        document(text="Residents told Radio Lac, a station that broadcasts from abroad, that two cars were seen.")
    )
    said = find_statements(page, find_actors(page), [])
    assert [([name for name, _ in s.chain], s.content) for s in said] == [
        (["Residents", "Radio Lac"], "two cars were seen")
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Families had been told by an elder that the road was open.", ["an elder", "Families"]),
        ("A trader said he had heard from a guard that the road was open.", ["a guard", "A trader"]),
        ("A student said she had been told by an officer to come back.", ["an officer", "A student"]),
        ("A cousin had it from a soldier that the market had burned down.", ["a soldier", "A cousin"]),
        (
            "A doctor said relatives had been told by an elder that the road was open.",
            ["an elder", "relatives", "A doctor"],
        ),
    ],
)
def test_what_was_heard_from_somebody_is_on_their_word_by_way_of_who_heard_it(text: str, names: list[str]) -> None:
    page = parse(document(text=text))
    said = find_statements(page, find_actors(page), [])
    assert [[name for name, _ in s.chain] for s in said] == [names]


def test_what_was_not_heard_is_no_statement() -> None:
    page = parse(document(text="Families had not heard from the elder."))
    assert find_statements(page, find_actors(page), []) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The envoy's answer was that both camps were to blame.", "The envoy", "both camps were to blame"),
        ("The ministry said little. Its first message gave 50.", "The ministry", "50"),
        ("The rebels called the raid revenge for their dead.", "The rebels", "the raid revenge for their dead"),
        ("The ministry holds the brigade responsible for the raid.", "The ministry", "the brigade responsible"),
        ("The ministry held that the brigade had fled.", "The ministry", "the brigade had fled"),
        (
            "The mayor replied, in a letter to the council: nobody had been warned.",
            "The mayor",
            "nobody had been warned",
        ),
        ("That the bridge was mined was confirmed by the army.", "the army", "That the bridge was mined"),
        ("That it was a coup the president denied from the start.", "the president", "That it was a coup"),
        ("The charge was rejected by the governor.", "the governor", "The charge"),
        ("The army is at war with the rebels, whom it accuses of looting.", "The army", "the rebels of looting"),
        ("Two of the guards said the gate was open.", "Two of the guards", "the gate was open"),
        ("Men who, according to the army, had come from Libya were seen.", "the army", "had come from Libya"),
    ],
)
def test_more_ways_to_say_who_said_what(text: str, speaker: str, content: str) -> None:
    found = only(text)
    assert (found.chain[0][0], found.content) == (speaker, content)


def test_denial_of_it_takes_over_the_charge_of_the_sentence_before() -> None:
    charge, denial = said("Khartoum accused the army of looting. Juba denied it.")
    assert (denial.chain[0][0], denial.content, denial.denied) == ("Juba", charge.content, True)


@pytest.mark.parametrize(
    "text", ["The president dismissed the government.", "The general proclaimed himself head of state."]
)
def test_deeds_told_by_a_verb_of_saying_are_no_statements(text: str) -> None:
    assert said(text) == []


def test_document_of_a_body_may_be_carried_by_an_outlet() -> None:
    found = only("All are well, according to a statement by the ministry carried by the news agency Suna.")
    assert [name for name, _ in found.chain] == ["the ministry", "Suna"]


def test_two_who_tell_it_on_are_both_in_the_chain() -> None:
    found = only("A friend said relatives had been told by a go-between that the envoy was alive.")
    assert [name for name, _ in found.chain] == ["a go-between", "relatives", "A friend"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Soldiers looted shops. "They took it all," one of them, a seller of soap, said.', "a seller of soap"),
        ('Two diplomats met reporters. "Each side waited," one of the two said.', "one of the two"),
    ],
)
def test_one_of_several_is_named_by_a_description_or_by_all_its_words(text: str, speaker: str) -> None:
    assert only(text).chain[0][0] == speaker


def test_a_second_quotation_goes_on_with_the_speaker_of_the_first() -> None:
    text = '"They told us Monday," a father said. "They did not say which." An official said no more.'
    assert only(text).content == "They told us Monday They did not say which."


def test_a_clause_that_a_comma_and_and_join_to_the_cue_is_not_said() -> None:
    found = only("A spokesman for the army said the hour was near, and Bama was bombed from the air on Monday.")
    assert found.content == "the hour was near"


SPEAKERS = [
    (
        "Lima's deputy mines minister, Rosa Vega, resigned. Quito sent an envoy. Its mines minister said he was sorry.",
        "Quito's mines minister",
    ),
    ("The governor said the dam had held. The governor of Ayacucho wept.", "The governor"),
    (
        "The Lantern Society published a study. Mr Vega was jailed. His party said the trial was unfair.",
        "Vega's party",
    ),
    ("Teodor Vega, a dentist, was held on Friday; he says the charge is absurd.", "Teodor Vega"),
    (
        'The surgeon, who had seen the ward, said the list was long. "We had no beds," he said.',
        "The surgeon",
    ),
    (
        'A cook who helps run the Ayala site said she had no flour. "We ate rice," she said.',
        "A cook who helps run the Ayala site",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_last_speaker_is_whom_the_words_in_front_belong_to(text: str, speaker: str) -> None:
    assert said(text)[-1].chain[0][0] == speaker


def test_a_subject_of_the_paragraph_goes_before_a_speaker_of_the_last_one() -> None:
    text = (
        'The mayor said the square was shut. "Keep out," she said.\n\nOn Sunday the fire chief filled in the rest.'
        " She told reporters that two halls had burned."
    )
    assert said(text)[-1].chain[0][0] == "the fire chief"


ACTS_TOLD = [
    (
        "An aide said the rebels had asked for two seats in the cabinet.",
        "the rebels had asked for two seats in the cabinet",
    ),
    ("The army has offered to leave, a councillor told reporters.", "The army has offered to leave"),
    ("The union called for an end to what it called a siege.", "an end to what it called a siege"),
]

HANDED_ON = [
    ("A nurse said the police had warned that the bridge was mined.", ["the police", "A nurse"]),
    ('A trader said the colonel had vowed: "I will be back."', ["the colonel", "A trader"]),
    ("A clerk said the mayor had called the raid a disgrace.", ["the mayor", "A clerk"]),
    ("The army urged the council to wait.", ["The army"]),
]


def whole(text: str) -> list[StatementMention]:
    return [s for s in said(text) if not s.is_part]


@pytest.mark.parametrize(("text", "content"), ACTS_TOLD)
def test_what_others_are_told_to_have_asked_for_or_offered_is_part_of_what_is_said(text: str, content: str) -> None:
    assert [s.content for s in whole(text)] == [content]


@pytest.mark.parametrize(("text", "names"), HANDED_ON)
def test_words_of_others_that_are_handed_on_are_statements_of_theirs(text: str, names: list[str]) -> None:
    assert [[name for name, _ in s.chain] for s in whole(text)] == [names]


NAMED_BETWEEN = [
    ("The main opposition party, the Union for Change, said the vote was rigged.", "Union for Change"),
    ("Its armed wing, the Lion Guards, denied that it had fired.", "Lion Guards"),
    ("One of the unions, the Dockers' League, said the strike would go on.", "Dockers' League"),
    ("A rebel group, the Dawn Front, and its ally said the truce was dead.", "ally"),
    ("The main opposition party, the bloc says, has lost its case.", "the bloc"),
    ("The army, the Lion Guards and the police said the road was open.", "the police"),
]


@pytest.mark.parametrize(("text", "speaker"), NAMED_BETWEEN)
def test_a_body_described_and_then_named_between_commas_goes_by_its_name(text: str, speaker: str) -> None:
    assert speaker in said(text)[-1].chain[0][0]


def test_a_list_of_bodies_is_not_taken_for_one_that_is_named() -> None:
    text = "A rebel group, the Dawn Front, and the army met in Lome. The group said the talks would go on."
    assert said(text)[-1].chain[0][0] != "Dawn Front"


BEFORE_HE_SPEAKS = [
    ('The mayor said the well was safe. A trader saw it otherwise. "It stinks," he said.', "A trader"),
    ('The mayor said the well was safe. The trader was gone. "It stinks," he said.', "The mayor"),
    ('A clerk told reporters that nobody came. "The general has fled," he said.', "A clerk"),
    ("A clerk told reporters that nobody came. The general had fled, he said.", "A clerk"),
    ('A nurse told a newspaper that nobody came. "My sister walked home," she said.', "A nurse"),
]


@pytest.mark.parametrize(("text", "speaker"), BEFORE_HE_SPEAKS)
def test_he_is_who_was_just_brought_in_and_nobody_he_quotes(text: str, speaker: str) -> None:
    assert said(text)[-1].chain[0][0] == speaker


def test_one_of_them_is_one_of_those_who_spoke() -> None:
    text = (
        'Investigators told a radio they knew the car. Three guards were hurt there. "Same plates," one of them said.'
    )
    assert "nvestigators" in said(text)[-1].chain[0][0]


def test_no_one_of_them_is_one_of_no_group() -> None:
    text = 'Drivers saw it all. No group has claimed the attack. "It was dark," one of them said.'
    assert "rivers" in said(text)[-1].chain[0][0]


BODIES_MEANT = [
    (
        "The Northern Brigade has ties to the Free Ports Front. Troops came. The group vowed to fight.",
        "Northern Brigade",
    ),
    ("The Northern Brigade fought the Free Ports Front. The front said it had won.", "Free Ports Front"),
    ("The army fought the Front for Free Ports. The group said it had won.", "Front for Free Ports"),
]


@pytest.mark.parametrize(("text", "speaker"), BODIES_MEANT)
def test_the_group_is_rather_the_one_that_did_something(text: str, speaker: str) -> None:
    assert said(text)[-1].chain[0][0] == speaker
