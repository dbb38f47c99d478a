"""Acts of a page: which mentions tell of one event, where, when, who and how many."""

from datetime import date

import pytest

from make import document
from tocsin.core.claim import Claim, Reading
from tocsin.core.values import Act, ActorRef, Place, Quantity, Target, Text, When
from tocsin.read import READERS
from tocsin.read._acts import find_acts
from tocsin.read._events import EventMention, group_mentions
from tocsin.read._parse import parse
from tocsin.read._rules import findings

# Documents of make.py are published on Wednesday 10 April 2013.


def groups(text: str) -> list[list[EventMention]]:
    page = parse(document(text=text))
    return group_mentions(find_acts(page, findings(page)))


def read(text: str) -> Reading:
    return READERS.make("rules").read(document(text=text))


def values(reading: Reading, slot: str) -> list[object]:
    return [c.value for c in reading.claims if c.slot == slot]


def events(reading: Reading) -> list[str]:
    told: list[Claim] = [c for c in reading.claims if c.slot == "act" and c.stance in {"asserted", "hedged"}]
    return list(dict.fromkeys(c.event for c in told))


def test_a_toll_and_the_attack_that_caused_it_are_one_event() -> None:
    assert len(groups("At least 12 people were killed on Sunday when gunmen attacked a market in Gao.")) == 1


def test_the_attack_points_back_to_the_one_just_told() -> None:
    assert len(groups("Gunmen raided a village near Gao on Sunday. The attack left 12 people dead.")) == 1


def test_another_attack_is_another_event() -> None:
    assert len(groups("Gunmen raided Gao on Sunday. Another attack killed two people in Kidal on Monday.")) == 2


def test_attacks_in_two_coordinated_towns_are_two_events() -> None:
    reading = read("Suicide bombers struck a camp in Agadez and a mine in Arlit on Sunday.")
    assert {p.name for p in values(reading, "where") if isinstance(p, Place)} >= {"Agadez", "Arlit"}
    assert len(events(reading)) == 2


def test_an_attack_years_before_is_recalled() -> None:
    reading = read("Gunmen attacked Gao on Sunday. In 2009 gunmen attacked Kidal, killing four soldiers.")
    acts = [a for a in values(reading, "act") if isinstance(a, Act)]
    assert {a.background for a in acts} == {True, False}


def test_a_planned_attack_is_not_asserted() -> None:
    reading = read("The group threatened to attack hotels in Bamako.")
    assert not [
        c for c in reading.claims if c.slot == "act" and c.stance == "asserted" and c.value == Act(type="ASSAULT")
    ]


def test_a_day_after_counts_from_the_clause_it_hangs_on() -> None:
    reading = read("The operation began on Friday, a day after rebels seized Kidal.")
    seized = next(
        c.event for c in reading.claims if c.slot == "act" and isinstance(c.value, Act) and c.value.mode == "seize"
    )
    days = [c.value for c in reading.claims if c.event == seized and c.slot == "when"]
    assert [d.start for d in days if isinstance(d, When)] == [date(2013, 4, 4)]


def test_since_a_month_when_dates_the_clause_by_the_month() -> None:
    reading = read("It was the deadliest attack since May 2003, when bombers killed 33 people in Casablanca.")
    days = [d for d in values(reading, "when") if isinstance(d, When)]
    assert [(d.start, d.end) for d in days] == [(date(2003, 5, 1), date(2003, 5, 31))]


def test_who_did_it_and_to_whom_are_read_from_the_passive() -> None:
    reading = read("Three soldiers were killed in Gao on Sunday by gunmen.")
    assert [a.actor for a in values(reading, "who") if isinstance(a, ActorRef)] == ["gunmen"]
    tolls = [q for q in values(reading, "killed") if isinstance(q, Quantity)]
    assert [(q.low, q.best, q.high) for q in tolls] == [(3, 3, 3)]


def test_targets_have_a_class_and_the_nationality_of_the_people() -> None:
    reading = read("Gunmen shot dead two Italian tourists in Gao on Sunday.")
    target = next(t for t in values(reading, "target") if isinstance(t, Target))
    assert (target.class_, target.nationality) == ("tourists", "IT")


def test_a_weapon_belongs_to_the_attack_it_was_used_in() -> None:
    reading = read("Militants fired rockets at an army base in Gao on Sunday.")
    assert "rockets" in [w.text for w in values(reading, "weapon") if isinstance(w, Text)]


def test_wars_that_go_on_are_no_events() -> None:
    assert groups("The army has been fighting the rebels since 2011.") == []


def test_nouns_that_modify_are_no_acts() -> None:
    assert groups("The coup-makers were in the palace.") == []


def test_every_span_lies_inside_the_text() -> None:
    text = "Gunmen attacked a market in Gao on Sunday, killing 12 people, a provincial official said."
    reading = read(text)
    assert reading.claims
    assert all(0 <= s.start < s.end <= len(text) for c in reading.claims for s in c.spans)


def test_the_same_document_gives_the_same_claims() -> None:
    text = "Gunmen attacked a market in Gao on Sunday, killing 12 people, a provincial official said."
    assert read(text) == read(text)


def whom(text: str) -> set[str]:
    return {v.actor for v in values(read(text), "whom") if isinstance(v, ActorRef)}


def who(text: str) -> set[str]:
    return {v.actor for v in values(read(text), "who") if isinstance(v, ActorRef)}


def test_those_whom_a_number_counts_do_it() -> None:
    assert "women" in who("Hundreds of women marched through Gao on Sunday.")


def test_the_agent_of_the_last_of_two_passives_did_both() -> None:
    assert "gunmen" in who("Two rangers were ambushed and killed by gunmen near Gao.")


def test_ties_are_cut_with_those_named_after_them() -> None:
    assert "Iran" in whom("Morocco severed diplomatic ties with Iran.")


def test_attacks_that_multiply_are_a_kind_of_event() -> None:
    assert groups("Attacks on aid workers have become common in the region.") == []


def test_where_the_attackers_came_from_is_not_where_they_attacked() -> None:
    reading = read("Gunmen crossed over from Burkina Faso on Monday and raided a market in Gao.")
    assert {p.name for p in values(reading, "where") if isinstance(p, Place)} == {"Gao"}


def test_what_is_told_in_one_clause_with_a_recalled_act_is_recalled() -> None:
    reading = read("Gunmen raided Gao on Sunday. In 2009 they attacked Kidal and killed four soldiers there.")
    killed = [
        c.value for c in reading.claims if c.slot == "act" and "killed" in c.spans[0].words(reading.document.text)
    ]
    assert [a.background for a in killed if isinstance(a, Act)] == [True]


def test_people_named_by_their_nation_are_no_place_that_is_seized() -> None:
    acts = [
        a for a in values(read("The Chinese were seized by gunmen on Monday near Gao."), "act") if isinstance(a, Act)
    ]
    assert {a.type for a in acts} == {"ASSAULT"}


def test_a_word_of_another_clause_belongs_to_no_expression() -> None:
    acts = values(read("For an hour gunmen moved through Gao, throwing bombs into shops on Monday."), "act")
    assert "COERCE" not in {a.type for a in acts if isinstance(a, Act)}


def test_the_capital_of_a_country_is_its_town() -> None:
    for words in ("the capital of Kenya", "Kenya's capital", "the Kenyan capital"):
        reading = read(f"Gunmen shot two officers in {words} on Monday.")
        assert "Nairobi" in {p.name for p in values(reading, "where") if isinstance(p, Place)}, words


def test_the_states_whose_presidents_act_are_no_scene() -> None:
    reading = read("The presidents of Ghana, Nigeria and Senegal met the general in Bamako on Monday.")
    assert {p.name for p in values(reading, "where") if isinstance(p, Place)} == {"Bamako"}


def test_a_time_behind_a_verb_of_its_own_is_not_that_of_an_act_with_one() -> None:
    found = groups("Soldiers captured near Gao in May 2012 were flown home on 3 April 2013.")
    captured = next(m for g in found for m in g if m.trigger.sense.effect == "abducted")
    assert [t.when.edtf for t in captured.times] == ["2012-05"]


def test_the_garrison_of_a_town_is_where_the_town_is() -> None:
    reading = read("The garrison of Gao fought with raiders on Sunday.")
    assert "Gao" in {p.name for p in values(reading, "where") if isinstance(p, Place)}


def test_a_semicolon_keeps_the_times_of_two_acts_apart() -> None:
    text = "On 27 March 12 people were shot near Gao; on 30 March four of the men's friends were killed in Kidal."
    found = {m.trigger.head: [t.when.edtf for t in m.times] for g in groups(text) for m in g}
    assert [found[head] for head in sorted(found)] == [["2013-03-27"], ["2013-03-30"]]


def test_the_town_that_is_taken_is_the_place_of_its_seizure() -> None:
    found = groups("Rebels took Gao, on the road from Kidal, and hoisted a flag.")
    assert [p.place.name for p in found[0][0].places] == ["Gao"]


def test_a_free_relative_names_nobody_who_did_it() -> None:
    text = "In October 2012 an airliner was brought down over Sinai by what Cairo said was a bomb."
    assert who(text) == set()


def test_what_is_said_by_a_free_relative_to_be_a_bomb_is_the_weapon() -> None:
    text = "A bus was blown up near Gao on Sunday by what the army believed to be a bomb."
    weapons = [w for w in values(read(text), "weapon") if isinstance(w, Text)]
    assert [w.text for w in weapons] == ["bomb"]
    assert len(events(read(text))) == 1


def test_what_is_told_by_a_free_relative_does_not_point_back() -> None:
    text = "Gunmen raided Gao on Sunday. In 2009 a bus was blown up near Kidal by what the army said was a bomb."
    assert len(events(read(text))) == 2


def test_an_attempt_to_kill_somebody_is_an_attack() -> None:
    assert len(events(read("The general survived the attempt in May to kill him with a car bomb."))) == 1


def test_a_plan_to_kill_somebody_is_none() -> None:
    assert events(read("Police uncovered the plan to kill the general.")) == []


def test_those_who_are_blamed_for_an_act_did_it() -> None:
    [group] = groups("Residents blamed the soldiers for burning the market in Gao.")
    assert [a.name for a in group[0].doers] == ["the soldiers"]


def test_where_a_column_came_from_is_no_place_of_what_it_took() -> None:
    [group] = groups("On Friday the rebels crossed from Libya, slept in the hills and seized the airport of Gao.")
    assert "Libya" not in [p.place.name for m in group for p in m.places]


def test_soldiers_told_by_the_truckload_are_soldiers() -> None:
    assert groups("Truckloads of soldiers poured into Gao on Friday.")[0][0].trigger.sense.type == "MOBILIZE"


def test_what_has_gone_on_since_rebels_took_up_arms_is_no_event() -> None:
    assert groups("Some 9,000 people have died since the rebels took up arms in 2003.") == []


def test_clashes_that_happened_time_and_again_are_no_event() -> None:
    assert groups("The two clans have clashed more than once.") == []


def test_what_an_army_is_doing_while_it_is_reported_is_no_event() -> None:
    assert groups("The general spoke in Accra. In the delta the army is fighting the pirates.") == []


def test_what_somebody_calls_a_coup_is_none_for_that() -> None:
    assert groups("The senators called it a coup.") == []


def test_most_of_the_fighting_is_no_event() -> None:
    assert groups("The clans that do most of the fighting stayed away.") == []


def test_an_attempt_to_blow_something_up_is_an_attack() -> None:
    assert [m.stance for g in groups("Two men tried to blow up the dam on Friday.") for m in g] == ["asserted"]


def types(text: str) -> list[str]:
    return [g[0].trigger.sense.type for g in groups(text) if g[0].stance == "asserted"]


def test_an_attempt_to_take_or_enter_a_town_is_an_attack() -> None:
    assert types("The rebels tried to take Gao on Friday.") == ["ASSAULT"]
    assert types("The rebels tried to enter Gao on Friday.") == ["ASSAULT"]
    assert types("The soldiers tried to reach Gao on Friday.") == []


def test_who_bears_no_arms_against_a_town_may_try_to_enter_it() -> None:
    assert "ASSAULT" not in types("Peacekeepers tried to enter Gao on Friday but were turned back.")
    assert "ASSAULT" not in types("Firemen and soldiers tried to enter the burning depot in Gao.")


def test_an_attempt_to_seize_what_is_no_place_is_no_attack() -> None:
    assert "ASSAULT" not in types("Harbour police tried to seize a trawler near Dakar on Friday.")


def test_what_is_done_in_the_course_of_a_march_is_done_where_the_march_is() -> None:
    [shot, march] = groups("Two bakers were shot dead during a march in Mopti on Sunday.")
    assert [p.place.name for m in (*shot, *march) for p in m.places] == ["Mopti", "Mopti"]


def test_who_is_allowed_to_hold_a_march_is_not_arrested() -> None:
    assert types("A judge let the students hold a vigil on Friday.") == ["PROTEST"]
    assert "COERCE" not in types("A judge allowed the students to hold a vigil on Friday.")


def test_who_only_came_as_something_else_happened_was_not_sent() -> None:
    assert types("Soldiers who entered Gao said that it was calm.") == []
    assert types("Soldiers entered Gao on Monday.") == ["MOBILIZE"]


def test_what_has_lasted_since_a_day_was_done_then_but_sums_since_a_year_are_no_event() -> None:
    assert types("All eight schools in Gao have been occupied by rebels since May 2012.") == ["COERCE"]
    assert types("More than 300 shops have been seized since 2010.") == []
    assert types("Hundreds of people have been arrested since 2010.") == []


@pytest.mark.parametrize("how_many", ["Many", "Several", "Some", "Most", "Dozens of", "Hundreds of"])
def test_a_vague_number_of_things_seized_since_a_year_is_a_sum(how_many: str) -> None:
    assert types(f"{how_many} farms have been seized by settlers in Mali since 2010.") == []


def test_a_town_told_of_before_may_fall_by_its_pronoun() -> None:
    assert types("Gao was quiet. It fell to the rebels in May.") == ["COERCE"]
    assert types("The ball was high. It fell to the ground in May.") == []


def test_a_task_that_falls_to_somebody_is_no_town() -> None:
    assert types("Gao was quiet. It fell to the soldiers to mend the bridge in May.") == []


def test_what_is_no_place_told_of_before_does_not_fall_as_a_town() -> None:
    assert types("The lorry was old. It fell into the hands of the rebels in May.") == []


def test_the_day_on_which_an_attack_was_claimed_is_not_that_of_the_attack() -> None:
    (event,) = groups("Gunmen attacked a hotel in Gao on Friday. The movement claimed the attack on Sunday.")
    assert len({t.when.start for m in event for t in m.times}) == 1


def test_a_weak_word_counts_where_nouns_tell_who_and_whom_though_nobody_known() -> None:
    assert len(groups("Thousands protested in the rain on 2 November.")) == 1


def test_those_who_met_are_two_though_nothing_else_is_told() -> None:
    assert [g[0].trigger.sense.type for g in groups("The mayor met the bishop.")] == ["CONSULT"]


def test_a_refusal_that_says_not_is_asserted() -> None:
    assert groups("The colonel will not recognise the result of the vote.")[0][0].stance == "asserted"


def test_those_with_whom_an_accord_was_signed_are_parties_to_it() -> None:
    assert who("An accord was signed by the army with the rebels.") == {"the army", "the rebels"}


def test_a_day_is_nobody_who_did_it() -> None:
    assert groups("The mayor regretted Sunday's bloodshed.") == []
    assert len(groups("The mayor regretted the army's bloodshed on Sunday.")) == 1


def test_wives_who_march_and_rioters_elsewhere_are_two_events() -> None:
    assert len(groups("On Friday the wives marched to the palace, and rioters in Kati wrecked a shop.")) == 2


def test_a_vote_to_come_that_an_act_was_before_does_not_make_it_planned() -> None:
    text = "DAKAR, 3 May 2013. The party rejected the plan, saying it would hurt its allies before the vote of 2015."
    assert [m.stance for g in groups(text) for m in g if m.trigger.sense.type == "REJECT"] == ["asserted"]


def test_a_passive_has_for_its_subject_the_noun_that_the_parser_joined_to_another() -> None:
    found = groups("The depot was set on fire and reinforcements were sent the same morning.")
    assert [g[0].trigger.sense.type for g in found] == ["ASSAULT", "MOBILIZE"]


def test_a_clause_on_a_state_of_emergency_tells_that_it_was_declared() -> None:
    text = "The parliament debated the state of emergency that the cabinet had declared for Gao on 4 May 2013."
    assert [m.trigger.sense.mode for g in groups(text) for m in g] == ["martial-law"]
