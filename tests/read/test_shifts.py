"""Times told by way of another event, as the acts of a report get them. Days are counted by hand from a calendar."""

from datetime import date

import pytest

from tocsin.core.document import Document
from tocsin.core.values import When
from tocsin.read._acts import find_acts
from tocsin.read._parse import parse
from tocsin.read._rules import findings

WEDNESDAY = date(2017, 1, 18)


def days_of(text: str, word: str, published: date | None = WEDNESDAY) -> set[str]:
    """Return the times of the acts told by `word`."""
    when = When(start=published, end=published, edtf="", basis="stated") if published else None
    document = Document(
        id="d-1", uri=None, publisher=None, title=None, published=when, language="en", text=text, known_at=WEDNESDAY
    )
    page = parse(document)
    acts = [a for a in find_acts(page, findings(page)) if word in {page.doc[i].text for i in a.trigger.words}]
    return {t.when.edtf for a in acts for t in a.times}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Serval began on Friday, a day after gunmen captured Konna.", "captured", "2017-01-12"),
        ("Two weeks before rebels seized the town on Friday, soldiers attacked a camp.", "attacked", "2016-12-30"),
        ("The army bombed Derna on Monday, the day after gunmen attacked a bus in Sirte.", "attacked", "2017-01-15"),
        ("He was back by Thursday, hours after gunmen abducted him in Gao.", "abducted", "2017-01-12"),
        ("Gunmen attacked a bus in Gao on Friday, two weeks after rebels seized Konna.", "seized", "2016-12-30"),
        ("The army retook Gao in October 2012, nine months after rebels seized Gao.", "seized", "2012-01"),
        ("They held the town until January 2013, when soldiers drove them out of Gao.", "drove", "2013-01"),
        ("Gao was quiet on Sunday, the morning after the army imposed a curfew.", "imposed", "2017-01-14"),
        ("He left on Sunday, two days after rebels seized the town and shot a judge.", "shot", "2017-01-13"),
        (
            "Gao was quiet on Sunday, a day after the ministry announced that rebels had accepted a truce.",
            "truce",
            "2017-01-14",
        ),
        ("In October 2011, two months after rebels withdrew from Gao, a truck blew up.", "withdrew", "2011-08"),
        ("In October 2011, two months after rebels withdrew from Gao, a truck blew up.", "blew", "2011-10"),
        ("No ship has called since May 2003, when men armed by the clan attacked Merca.", "attacked", "2003-05"),
        ("It was the worst attack since May 2003, when bombers killed 45 people in Casablanca.", "killed", "2003-05"),
    ],
)
def test_an_act_is_dated_by_its_distance_from_the_time_of_its_sentence(text: str, word: str, expected: str) -> None:
    assert days_of(text, word) == {expected}


def test_an_act_before_the_blast_is_counted_from_the_day_of_the_main_event() -> None:
    text = "A car bomb killed 35 people in Gao on Wednesday.\n\nThe president visited Gao five days before the blast."
    assert days_of(text, "visited") == {"2017-01-13"}


def test_an_act_before_a_named_event_is_counted_from_the_day_of_that_event() -> None:
    text = (
        "Warplanes bombed Gao on Wednesday. Gunmen had attacked Konna on 10 January.\n\n"
        "A week before the attack on Konna, rebels seized Douentza."
    )
    assert days_of(text, "seized") == {"2017-01-03"}


def test_an_act_is_counted_back_from_the_main_event_that_came_after_it() -> None:
    text = (
        "Gunmen abducted the prime minister in Tripoli on Wednesday.\n\n"
        "The abduction came five days after soldiers captured a militant in Benghazi."
    )
    assert days_of(text, "captured") == {"2017-01-13"}


def test_the_shooting_is_the_last_one_told() -> None:
    text = (
        "Gunmen shot a judge in Gao on 2 January 2017. Gunmen shot a mayor in Gao on 9 January 2017.\n\n"
        "Crowds marched through Gao on the day after the shooting."
    )
    assert days_of(text, "marched") == {"2017-01-10"}


def test_a_distance_from_something_that_has_no_day_dates_nothing() -> None:
    assert days_of("The president visited Gao five days before the blast.", "visited") == set()


def test_an_act_of_its_own_is_no_place_to_count_from() -> None:
    text = "A car bomb killed 35 people in Gao on Wednesday.\n\nThe president left five days after rebels seized Konna."
    assert days_of(text, "seized") == set()


def test_a_distance_that_is_only_a_limit_dates_nothing() -> None:
    text = "Gunmen killed a deputy on 13 January, less than six months after rebels seized Gao."
    assert days_of(text, "seized") == set()


def test_a_noun_points_back_to_an_act_of_its_own_type() -> None:
    text = (
        "The minister met the mayor of Gao on Monday. Gunmen had shot four guards in Gao on 10 January.\n\n"
        "Crowds marched through Gao on the day after the shooting."
    )
    assert days_of(text, "marched") == {"2017-01-11"}


def test_the_second_of_two_distances_is_counted_from_what_the_first_is() -> None:
    text = (
        "A bomb killed nine people in Gao on Monday.\n\nIt came two weeks after gunmen attacked a bus in Kidal on "
        "2 January, and a week after soldiers arrested a mayor."
    )
    assert days_of(text, "arrested") == {"2017-01-09"}


def test_an_act_told_again_is_counted_from_where_its_day_is_told() -> None:
    text = "Soldiers arrested the mayor two days after rebels took Gao.\n\nThe rebels took Gao on Sunday."
    assert days_of(text, "arrested") == {"2017-01-17"}


def test_what_is_so_some_days_after_an_act_is_so_when_it_is_reported() -> None:
    text = "Five days after gunmen shot the mayor of Gao, the town is still without light."
    assert days_of(text, "shot") == {"2017-01-13"}
