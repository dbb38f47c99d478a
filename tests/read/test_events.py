"""Mentions of acts: what ties them to one event, and what does not."""

from make import document
from tocsin.read._acts import find_acts
from tocsin.read._events import EventMention, group_mentions
from tocsin.read._parse import parse
from tocsin.read._rules import findings


def groups(text: str) -> list[list[EventMention]]:
    page = parse(document(text=text))
    return group_mentions(find_acts(page, findings(page)))


def test_dead_who_are_counted_next_died_in_the_attack_told_last() -> None:
    found = groups("Gunmen raided Gao on Sunday. Soldiers shelled Kidal on Monday. Three people were killed.")
    assert [len(g) for g in found] == [1, 2]


def test_another_means_that_ties_to_nothing_told_is_another_event() -> None:
    assert len(groups("A bomb went off in Kidal on Tuesday. Three nurses were abducted.")) == 2


def test_the_same_town_alone_makes_no_event_of_two_told_apart() -> None:
    text = "Rebels attacked a post in Gao. Soldiers shelled Kidal on Monday. Gunmen killed a mayor in Gao."
    assert len(groups(text)) == 3


def test_the_same_town_and_day_make_one_event() -> None:
    text = "Gunmen raided Gao on Sunday. Soldiers shelled Kidal on Monday. On Sunday gunmen attacked shops in Gao."
    assert len(groups(text)) == 2
