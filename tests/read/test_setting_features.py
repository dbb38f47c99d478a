"""What is asked of a time that may be that of an event, and how much it weighs."""

import pytest

from make import document
from tocsin.core.vocabulary import toml_table
from tocsin.read._acts import find_acts
from tocsin.read._events import group_mentions
from tocsin.read._parse import parse
from tocsin.read._rules import findings
from tocsin.read._scene import Case, Event, Scene
from tocsin.read._setting_place import NO_PLACE, PLACE
from tocsin.read._setting_time import NO_TIME, TIME

# Documents of make.py are published on Wednesday 10 April 2013.


def answers(text: str, *, act: str, time: str) -> set[str]:
    """Return the features that answer yes for the event of the word `act` and the words `time`."""
    scene, event = scene_of(text, act)
    case = next(Case(scene, event, t) for t in scene.times if t.mention.tokens.text == time)
    return {name for name, feature in TIME.items() if feature.ask(case)}


def none_answers(text: str, *, act: str) -> set[str]:
    """Return the features that answer yes for it that no time is told of the event of the word `act`."""
    _, event = scene_of(text, act)
    return {name for name, feature in (NO_TIME | NO_PLACE).items() if feature.ask(event)}


def scene_of(text: str, act: str) -> tuple[Scene, Event]:
    page = parse(document(text=text))
    found = findings(page)
    groups = group_mentions(find_acts(page, found))
    scene = Scene(groups, found, page)
    group = next(g for g in groups if any(page.doc[m.trigger.head].text == act for m in g))
    return scene, Event(group, scene)


def test_a_time_of_the_clause_above_is_told_apart_from_one_of_a_clause_beside() -> None:
    text = "The governor said on Monday that two soldiers were shot in Gao."
    assert "dated_clause" in answers(text, act="shot", time="on Monday")


def test_the_day_on_which_words_were_said_does_not_speak_for_the_sentence_after() -> None:
    text = "The governor said so on Monday. Two soldiers were shot in Gao."
    assert "sentence_before" not in answers(text, act="shot", time="on Monday")


def test_a_clause_above_does_not_date_what_had_been_before() -> None:
    text = "On Sunday ten soldiers whom the rebels had captured were freed."
    assert not {"dated_clause", "told_for_another"} & answers(text, act="captured", time="On Sunday")


def test_a_time_of_the_sentence_before_counts_within_the_paragraph_alone() -> None:
    inside = answers("Rebels took Kidal on Monday. Two soldiers were shot.", act="shot", time="on Monday")
    across = answers("Rebels took Kidal on Monday.\n\nTwo soldiers were shot.", act="shot", time="on Monday")
    assert "sentence_before" in inside
    assert "sentence_before" not in across


def test_a_time_of_the_opening_speaks_for_an_event_of_another_paragraph() -> None:
    text = "Rebels took Kidal on Monday.\n\nTwo soldiers were shot."
    assert {"opening", "distance"} <= answers(text, act="shot", time="on Monday")


def test_a_time_told_for_an_act_of_the_same_type_is_alike() -> None:
    text = "A bus was bombed in Gao on Monday.\n\nTwo soldiers were shot."
    assert "alike" in answers(text, act="shot", time="on Monday")


def test_a_time_of_a_recalled_act_is_of_another_frame_than_a_current_event() -> None:
    text = "A bus was bombed in Gao in 2005.\n\nTwo soldiers were shot in Kidal."
    assert "other_frame" in answers(text, act="shot", time="in 2005")


def test_a_sentence_with_a_time_of_its_own_speaks_against_those_of_others() -> None:
    text = "Rebels took Kidal on Monday. Two soldiers were shot before Gao fell on Tuesday."
    assert "another_time_beside" in answers(text, act="shot", time="on Monday")


def test_a_time_with_one_end_is_a_stretch_and_a_day_is_none() -> None:
    text = "Two soldiers were shot. Gao has been calm since 2010, and Kidal was on Monday."
    assert "stretch" in answers(text, act="shot", time="since 2010")
    assert "stretch" not in answers(text, act="shot", time="on Monday")


def place_answers(text: str, *, act: str, place: str) -> set[str]:
    """Return the features that answer yes for the event of the word `act` and the first mention of `place`."""
    scene, event = scene_of(text, act)
    case = next(Case(scene, event, p) for p in scene.places if p.mention.place.name == place)
    return {name for name, feature in PLACE.items() if feature.ask(case)}


def test_the_only_place_of_a_sentence_is_told_apart_from_one_of_two() -> None:
    one = place_answers("In Gao two soldiers were shot.", act="shot", place="Gao")
    two = place_answers("In Gao, and later in Kidal, two soldiers were shot.", act="shot", place="Gao")
    assert "only_beside" in one
    assert "only_beside" not in two


def test_a_current_event_may_have_been_where_the_report_was_sent_from_a_recalled_one_not() -> None:
    current = "NIAMEY (Sahel Wire) - Nobody slept. Two soldiers were shot."
    past = "NIAMEY (Sahel Wire) - Nobody slept. Two soldiers were shot in 2005."
    assert "sent_from" in place_answers(current, act="shot", place="Niamey")
    assert "sent_from" not in place_answers(past, act="shot", place="Niamey")


def test_the_dateline_does_not_stand_beside_the_first_sentence() -> None:
    text = "NIAMEY (Sahel Wire) - Two soldiers were shot."
    assert place_answers(text, act="shot", place="Niamey") == {"sent_from", "home"}


def test_a_place_of_an_act_of_another_day_is_known_as_such() -> None:
    text = "A bus was bombed in Gao on Monday.\n\nTwo soldiers were shot on Sunday."
    assert {"other_time", "main_place", "first_place"} <= place_answers(text, act="shot", place="Gao")


def test_an_act_that_touches_a_state_as_a_whole_speaks_for_its_country() -> None:
    text = "The news came from Mali. The prime minister resigned on Tuesday."
    assert "country_as_a_whole" in place_answers(text, act="resigned", place="Mali")


@pytest.mark.parametrize(
    ("text", "act", "name"),
    [
        ("Two soldiers were shot in Gao.", "shot", "harm"),
        ("Gao has been placed under a curfew.", "placed", "by_now"),
        ("Ten men whom the rebels had captured were freed in Gao.", "captured", "describing"),
        ("A bus was bombed in Gao in 2005.", "bombed", "recalled"),
        ("Two groups signed a truce in Gao.", "signed", "in_words"),
    ],
)
def test_what_speaks_for_or_against_it_that_no_time_is_told(text: str, act: str, name: str) -> None:
    assert name in none_answers(text, act=act)


@pytest.mark.parametrize(("slot", "told", "none"), [("time", TIME, NO_TIME), ("place", PLACE, NO_PLACE)])
def test_each_weight_is_that_of_a_feature_and_does_not_turn_it_round(slot, told, none) -> None:
    table = toml_table("settings.toml")[slot]
    allowed = {"for": (1,), "against": (-1,), "either": (1, -1)}
    for features, weights in ((told, table["told"]), (none, table["none"])):
        assert [n for n, w in weights.items() if w / abs(w) not in allowed[features[n].speaks]] == []
