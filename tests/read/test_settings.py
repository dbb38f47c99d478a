"""Where and when an event took place when only the sentences around it tell."""

import pytest

from make import document
from tocsin.core.values import Place, When
from tocsin.read import READERS
from tocsin.read._parse import parse
from tocsin.read._time_headings import is_headed_by_hour

# Documents of make.py are published on Wednesday 10 April 2013.
OTHER_PARAGRAPHS = "\n\nThe road is old.\n\nIt is narrow.\n\nIt is long.\n\n"


def told(text: str, word: str, slot: str, *, published: str | None = "2013-04-10") -> list[str]:
    """Return the places (names) or times (EDTF) of the event that `word` tells of."""
    page = document(text=text, published=published)
    claims = READERS.make("rules").read(page).claims
    at = text.index(word)
    event = next(c.event for c in claims if c.slot == "act" and any(s.start <= at < s.end for s in c.spans))
    values = [c.value for c in claims if c.event == event and c.slot == slot]
    return [v.name if isinstance(v, Place) else v.edtf for v in values if isinstance(v, Place | When)]


def test_an_act_that_touches_a_state_as_a_whole_takes_place_in_the_country() -> None:
    text = "Gunmen attacked a bus in Gao on Monday. The news came from Mali. The prime minister resigned on Tuesday."
    assert told(text, "resigned", "where") == ["Mali"]


def test_a_state_that_something_is_asked_of_is_not_where_it_was_asked() -> None:
    assert told("Chad asked Mali to send monitors on Monday.", "asked", "where") == []


def test_an_attack_takes_the_town_told_before_it() -> None:
    text = "Gunmen attacked a bus in Gao on Monday. The news came from Mali. Two soldiers were shot."
    assert "Gao" in told(text, "shot", "where")


def test_a_time_told_for_no_act_is_that_of_the_next_sentence() -> None:
    text = "Rebels seized Kidal in 2012.\n\nThe navy had losses too on Monday. One of its boats was blown up off Gao."
    assert told(text, "blown", "when") == ["2013-04-08"]


def test_an_actor_named_often_does_not_outweigh_the_places_of_the_report() -> None:
    text = (
        "NIAMEY (Sahel Wire) - Soldiers seized power in Niger on Monday. The president of Senegal, Moussa Sarr, came."
        " He asked for calm. He met officers. He left again.\n\nOne officer came to power in a coup in 1996."
    )
    assert "Niger" in told(text, "came to power", "where")


def test_a_report_without_a_placed_act_plays_where_it_was_sent_from() -> None:
    text = "NIAMEY (Sahel Wire) - The city is tense. The two sides said little.\n\nA charter was signed on Sunday."
    assert told(text, "signed", "where") == ["Niamey"]


def test_the_town_that_a_report_opens_with_is_its_scene_before_one_told_much_later() -> None:
    text = (
        "The town of Gao was calm. Nobody slept. Two soldiers were shot.\n\nIt was not the first time. People spoke."
        "\n\nOthers did not. On Sunday a bus was bombed in Kidal."
    )
    assert told(text, "shot", "where") == ["Gao"]


def test_a_current_event_of_the_kind_told_in_the_opening_takes_its_day_in_a_later_paragraph() -> None:
    text = f"Gunmen attacked a bus in Gao on Monday.{OTHER_PARAGRAPHS}Two soldiers were shot."
    assert told(text, "shot", "when") == ["2013-04-08"]


def test_an_event_takes_the_day_of_the_clause_above_its_own() -> None:
    text = "Rebels entered Kidal on Sunday and looted shops, and the governor was kidnapped."
    assert told(text, "kidnapped", "when") == ["2013-04-07"]


def test_an_event_told_in_the_sentence_after_a_day_took_place_on_it() -> None:
    text = "On Sunday a truce was signed in Gao. Two soldiers were shot."
    assert told(text, "shot", "when") == ["2013-04-07"]


def test_what_is_so_by_now_has_no_day_of_another_paragraph() -> None:
    text = f"Unions signed a charter on Monday.{OTHER_PARAGRAPHS}The border has been closed."
    assert told(text, "closed", "when") == []


def test_an_attack_whose_day_nothing_dates_does_not_take_that_of_another_event():
    text = "Gunmen attacked a bus in Gao on Friday. The group, which swore loyalty to a rival in May 2011, kept silent."
    assert [t for t in told(text, "attacked", "when", published=None) if t.startswith("20")] == []
    assert told(text, "attacked", "when") == ["2013-04-05"]


def test_what_a_paragraph_tells_under_a_day_happened_on_it() -> None:
    text = (
        "How it came.\n\n3 April. Dealers closed early. Renamo rejects the result.\n\n5 April. Soldiers shot a trader."
    )
    assert told(text, "rejects", "when") == ["2013-04-03"]


def test_what_had_been_before_the_day_of_its_paragraph_did_not_happen_on_it() -> None:
    text = (
        "How it came.\n\n3 April. Talks began. The road was mined on Monday. Rebels had shot a judge.\n\n5 April. Rain."
    )
    assert told(text, "shot a judge", "when") == ["2013-04-01"]


def test_what_describes_somebody_under_a_day_is_counted_back() -> None:
    text = "How it came.\n\nWednesday 3 April. Raiders killed a man who was arrested on Friday.\n\n5 April. Rain."
    assert told(text, "arrested", "when") == ["2013-03-29"]


def test_an_act_takes_the_place_that_heads_its_paragraph() -> None:
    text = "Mali had a bad week.\n\nGao, 4 April. The market was calm.\n\nKidal, 5 April. Two soldiers were shot."
    assert told(text, "shot", "where") == ["Kidal"]


@pytest.mark.parametrize("line", ["Paris", "Paris, 5 April 2013"])
def test_a_first_line_alone_is_no_heading_of_the_report(line: str) -> None:
    text = f"{line}\n\nFour soldiers were shot on Friday, the ministry said. They were on patrol in northern Mali."
    assert told(text, "shot", "where") == ["Mali"]


def test_an_act_takes_the_place_that_heads_its_section() -> None:
    text = "Mali had a bad week.\n\nGAO\n\nThe market was calm.\n\nKIDAL\n\nTwo soldiers were shot on Monday."
    assert told(text, "shot", "where") == ["Kidal"]


def test_a_place_in_brackets_behind_a_name_that_is_not_known_heads_the_paragraph() -> None:
    text = (
        "Mali and Niger had a bad week.\n\nGAO (Mali). The market was calm.\n\nXORVA (Niger). Two soldiers were shot."
    )
    assert told(text, "shot", "where") == ["Niger"]


def test_what_a_state_bans_is_banned_in_the_country_not_in_the_town_told_before() -> None:
    text = "BAMAKO (Sahel Wire) - Mali mourns. Officers met in Gao. The government banned rallies on Monday."
    assert told(text, "banned", "where") == ["Mali"]


def test_an_act_takes_the_town_that_heads_its_paragraph_though_the_parser_takes_that_for_who_acted() -> None:
    text = (
        "A paper was signed in Geneva on Thursday.\n\nKidal, 12 April: Masked men took the police station.\n\n"
        "Gao, 13 April: Two soldiers were shot."
    )
    assert told(text, "took", "where") == ["Kidal"]


def test_talks_by_telephone_take_no_place_from_the_words_around() -> None:
    text = "Gunmen attacked a bus in Gao on Monday. The two presidents spoke by telephone on Tuesday."
    assert told(text, "spoke", "where") == []
    assert told(text.replace("spoke by telephone", "met"), "met", "where") == ["Gao"]


def test_an_act_takes_the_place_of_what_it_was_done_at() -> None:
    text = "Rebels hold Kidal. The minister, who had lost the army, resigned at a summit in Gao on Monday."
    assert told(text, "resigned", "where") == ["Gao"]


def test_what_is_told_as_done_was_not_done_on_a_day_to_come() -> None:
    text = "A truce ends tomorrow. Two soldiers were shot near the bridge."
    assert told(text, "shot", "when") == []


def test_a_day_of_a_clause_on_what_had_been_is_not_that_of_the_main_clause() -> None:
    text = "In Gao, where shells had fallen on Sunday night, the leaders met behind closed doors."
    assert told(text, "met", "when") == []


def test_what_had_been_was_not_done_on_the_day_of_the_clause_above() -> None:
    text = "On Sunday the police looked for the men who had killed a sergeant."
    assert told(text, "killed", "when") == []


def test_a_day_told_behind_a_semicolon_does_not_date_what_comes_before_it() -> None:
    text = "Soldiers arrested seven men in Gao; a priest went to see them on Tuesday."
    assert told(text, "arrested", "when") == []


def test_the_nearest_clause_with_a_day_dates_an_act() -> None:
    text = "Rebels shot a guard in December, and in January the police came upon a cave and arrested four men."
    assert told(text, "arrested", "when") == ["2013-01"]


def test_the_day_on_which_a_later_sentence_was_said_does_not_date_an_event() -> None:
    text = "The raid was on 3 April. Gunmen shot 20 people in Gao. Another 30 were wounded, a doctor said on Tuesday."
    assert "2013-04-09" not in told(text, "shot", "when")


def test_a_participle_is_the_verb_of_an_entry_without_another() -> None:
    text = "How it came.\n\nFriday 5 April. Two officers, both of the guard, arrested over the raid of 2 April."
    assert told(text, "arrested", "when") == ["2013-04-05"]


def test_what_somebody_announces_to_have_done_was_done_by_then() -> None:
    text = "An adviser announced on Monday that the president had banned mining in Gao."
    assert told(text, "banned", "when") == ["2013-04-08"]


def test_what_went_on_as_something_was_said_was_on_that_day() -> None:
    text = "At least 12 people died in Gao on Friday, a doctor said on Sunday, as the president flew to Bamako."
    assert told(text, "flew", "when") == ["2013-04-07"]


def test_talks_by_telephone_have_no_place_though_one_of_the_two_is_told_to_be_in_a_town() -> None:
    assert told("The two presidents spoke by telephone with the queen in Amman.", "spoke", "where") == []


@pytest.mark.parametrize(
    "text", ["Gunmen shot a judge amid talks in Doha.", "Raiders burned a bus during a vigil in Oslo."]
)
def test_what_happened_while_something_else_went_on_may_have_been_elsewhere(text: str) -> None:
    assert told(text, "shot" if "shot" in text else "burned", "where") == []


def test_an_arrest_during_a_march_was_made_where_that_was() -> None:
    assert told("Police arrested four men during a march in Gao.", "arrested", "where") == ["Gao"]


def test_what_a_state_rejects_is_rejected_in_no_town_told_before() -> None:
    assert told("Rebels hold Kidal. Two men were shot in Gao. Norway rejected the deal.", "rejected", "where") == []


def test_an_official_of_another_country_resigns_in_no_town_of_this_one() -> None:
    text = "A bomb killed three in Gao. The {} minister resigned."
    assert told(text.format("Norwegian"), "resigned", "where") == []
    assert told(text.format("interior"), "resigned", "where") == ["Gao"]


def test_a_time_of_day_told_in_words_ends_a_heading() -> None:
    text = "Gao, in the late morning: Rebels attacked the barracks.\n\nKidal, that night: Two soldiers were shot."
    assert told(text, "attacked", "where") == ["Gao"]


def test_what_had_been_done_by_a_day_was_done_on_it_or_before() -> None:
    assert told("By Sunday evening troops had been sent to Gao.", "sent", "when") == ["../2013-04-07"]


def test_a_second_verb_under_a_heading_has_the_time_of_the_first() -> None:
    text = "3 April. A bomb went off.\n\n4 April. In March rebels had seized a post in Gao and pulled out after a deal."
    assert told(text, "pulled", "when") == ["2013-03"]


def test_both_verbs_of_what_went_on_as_something_was_said_were_on_that_day() -> None:
    text = "The raid on Gao was on Sunday, a doctor said on Tuesday, as the president flew in and met the elders."
    assert told(text, "met", "when") == ["2013-04-09"]


@pytest.mark.parametrize("hour", ["21.00.", "Midday.", "Late evening -", "Shortly before dawn:", "From 6 p.m."])
def test_an_entry_headed_by_an_hour_goes_on_with_the_day_of_the_entry_before(hour: str) -> None:
    entries = f"2 March. Parliament met.\n\n7 March. A convoy left Gao.\n\n{hour} Gunmen attacked a bus."
    assert told(f"How it came about.\n\n{entries}", "attacked", "when") == ["2013-03-07"]


@pytest.mark.parametrize("opening", ["Evening prayers were over.", "3. Roads.", "After noon prayers."])
def test_a_paragraph_that_only_begins_with_an_hour_is_no_entry(opening: str) -> None:
    page = parse(document(text=f"It rained.\n\n{opening} Gunmen attacked a bus."))
    assert not is_headed_by_hour(page.paragraph_of[-1], page)


def test_a_place_that_no_list_holds_and_the_opening_names_once_is_no_scene_of_what_is_told_further_on() -> None:
    text = (
        "Shops were shut in Lokubo on Monday. In Gao the market was open.\n\nNobody had slept. The road was closed."
        "\n\nPeople were afraid. Two soldiers were shot."
    )
    assert told(text, "shot", "where") == ["Gao"]


def test_a_place_that_no_list_holds_and_the_report_names_again_and_again_is_its_scene() -> None:
    text = (
        "Shops were shut in Lokubo on Monday. Gunmen had come to Lokubo at dawn. The road that leads to Lokubo was"
        " closed.\n\nNobody in Lokubo had slept. People were afraid. Two soldiers were shot."
    )
    assert told(text, "shot", "where") == ["Lokubo"]


def test_a_place_that_no_list_holds_is_that_of_its_own_act() -> None:
    assert told("In Gao shops were shut. Two soldiers were shot in Lokubo on Monday.", "shot", "where") == ["Lokubo"]
