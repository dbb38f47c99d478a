"""Digests: each entry under a place or a day tells of events of its own."""

from datetime import date

from make import document
from tocsin.core.record import Incident
from tocsin.link import link
from tocsin.read import read


def told(text: str) -> list[Incident]:
    report = document(text=text, published="2014-05-20")
    return list(link(read([report], reader="rules"), as_of=date(2100, 1, 1)).incidents)


def killed(text: str) -> list[float | None]:
    return sorted(i.killed.best or 0 for i in told(text) if i.killed is not None)


SHOT, BLAST, AMBUSH = "Three herders were shot dead.", "A bomb killed nine people.", "Gunmen killed five soldiers."
UNDER_PLACES = f"The week in Mali.\n\nGao, 3 May. {SHOT}\n\nKidal, 5 May. {BLAST}\n\nMenaka, 6 May. {AMBUSH}"


def test_each_entry_of_a_digest_tells_of_attacks_of_its_own() -> None:
    assert killed(UNDER_PLACES) == [3, 5, 9]


def test_each_item_of_a_list_has_the_day_that_heads_it() -> None:
    items = told(f"Mali.\n\n- 3 May. {SHOT}\n- 5 May. {BLAST}\n- 6 May. {AMBUSH}")
    days = {i.killed.best: i.when.edtf for i in items if i.killed and i.when}
    assert days == {3: "2014-05-03", 9: "2014-05-05", 5: "2014-05-06"}


def test_days_alone_head_entries() -> None:
    assert killed(f"In Gao.\n\n3 May. {SHOT}\n\n5 May. {BLAST}\n\n6 May. {AMBUSH}") == [3, 5, 9]


def test_a_definite_mention_in_a_later_entry_points_back() -> None:
    text = UNDER_PLACES.replace(AMBUSH, "The market stayed shut after the bombing in Kidal.")
    assert killed(text) == [3, 9]


def test_in_entries_under_days_the_present_tells_of_attacks() -> None:
    text = "In Gao.\n\n3 May. Rain.\n\n5 May. Talks fail. Jets bomb a camp of the rebels.\n\n6 May. Quiet."
    assert "ASSAULT" in {i.type for i in told(text)}
    assert "ASSAULT" not in {i.type for i in told(text.replace("\n\n", " ").replace(" May. ", " May "))}


def test_two_paragraphs_that_both_have_a_label_are_entries() -> None:
    assert killed(f"Gao, behind the mosque: {AMBUSH}\n\nKidal, late afternoon: {SHOT}") == [3, 5]


CHRONICLE = """In Gao.

3 May - Police break up a march with tear gas. A man is killed.

5 May - Police surround a camp. Four people are killed.

6 May - Shops reopen, two years after a bomb killed eight people in the market."""


def test_a_label_ends_at_its_dash_however_short_the_sentence_after_it() -> None:
    assert killed(CHRONICLE) == [1, 4, 8]


def test_what_a_chronicle_tells_under_its_days_is_its_news_weeks_later_too() -> None:
    assert {i.killed.best for i in told(CHRONICLE) if i.killed and i.is_background} == {8}
