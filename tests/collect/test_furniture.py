import pytest

from tocsin.collect._furniture import is_furniture, is_prose, without_furniture

REPORT = [
    "Two soldiers died on Sunday when their lorry struck a mine near the border, the army said.",
    "A third was flown to the capital.",
]

FURNITURE = [
    "Share this story on Facebook",
    "Follow us on Twitter for live updates",
    "We use cookies to remember your settings. Read more",
    "Sign up for our newsletter and get the day's stories at seven.",
    "Subscribe to our daily digest. It is free.",
    "Contact us: desk@outlet.example",
    "Tel: +223 20 22 00 00",
    "newsroom@outlet.example",
    "https://outlet.example/2014/06/12/raid",
    "Photo: A. Maiga / Outlet",
    "Flowers outside the station on Friday. Picture: Outlet archive",
    "Soldiers on the road to the north (Photo by A. Maiga)",
    "A market before the raid. Agency photo",
    "Read more: Who guards the desert roads?",
    "Tags: army, mines, border",
    "Home | World | Africa | Sport",
    "World » Africa » Mali",
    "Print - E-mail - Text size",
    "[Facebook] [Twitter] [Send to a friend]",
    "© 2014 The Outlet",
    "Copyright 2014 The Outlet. All rights reserved.",
    "Copyright The Desert Outlet. All rights reserved.",
    "Be the first to comment on this story.",
    "Have you got a story for us? Write to the newsroom.",
    "Click here to read the full statement",
    "1,204 views",
    "Facebook Twitter Print",
    "Image caption, Soldiers patrol the streets",
    "To comment, write to desk@outlet.example",
]

SENTENCES = [
    "Share prices fell on Monday after the attack.",
    "Contact with the convoy was lost on Monday near the wells.",
    "Subscribers to the paper found it shut; police had sealed the printing house.",
    "Sign language teachers went on strike in the capital.",
    "Follow-up attacks killed three people in the same village.",
    "Copyright law was changed by the junta on Friday.",
    "The video: it shows five hostages, and a masked man said they would be freed.",
    "More: the group said it held four others, according to a mediator.",
    '"Contact us if you see them," the officer told villagers.',
    "Register offices in the north were burned down.",
    "Search parties found the bodies on Tuesday.",
    "Home guards shot two men at a checkpoint.",
    "Photographs of the dead were shown on state television.",
    "Related attacks were reported from three other villages on Sunday.",
    "Nobody was hurt.",
    "Help us, she texted.",
    "Get out of our land, the gunmen shouted.",
    "Listen to the people, a priest begged the army.",
    "More from the north arrived on foot.",
    "Latest to flee were the judges.",
    "Killed: 12 soldiers, 3 civilians.",
    "Sponsored by Qatar, the talks went on for a month.",
    "Home to 20,000 refugees, the camp was shelled twice.",
    "Comments by the minister angered the rebels, who left the talks.",
    "By clicking sounds the sappers knew that the mine was live, one of them said.",
    "BAMAKO - Three died - two of them soldiers - in the raid.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_line_that_serves_the_page_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_of_a_report_is_not_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_goes_wherever_it_stands_and_the_report_stays(line: str) -> None:
    assert without_furniture([line, REPORT[0], line, REPORT[1], line]) == REPORT


@pytest.mark.parametrize("heading", ["Related stories", "RELATED:", "Most read", "See also", "» You may also like"])
def test_a_list_of_links_goes_with_its_heading_until_the_report_goes_on(heading: str) -> None:
    links = ["Rain spoils olive fair", "Who guards the desert roads?", "Port workers end strike over pay and safety"]
    assert without_furniture([REPORT[0], heading, *links, REPORT[1]]) == REPORT


def test_a_menu_before_and_after_the_report_goes() -> None:
    menu = ["Home", "World", "Sahel Region", "Sport", "Letters"]
    assert without_furniture([*menu, *REPORT, *menu]) == REPORT


def test_signatures_below_a_statement_stay() -> None:
    signed = ["General Command", "Commander Alpha", "Commander Beta", "Commander Gamma"]
    assert without_furniture([*REPORT, *signed]) == [*REPORT, *signed]


def test_readers_comments_go_to_the_end() -> None:
    comments = ["14 comments", "I was there and I saw twenty dead, whatever the army says about it."]
    assert without_furniture([*REPORT, *comments]) == REPORT


def test_items_of_a_list_in_the_report_stay() -> None:
    text = ["The group made three demands in a video sent to a radio station on Friday:", "- release of prisoners"]
    assert without_furniture([*text, "- a ransom", "- withdrawal of troops", *REPORT])[:2] == text


def test_a_report_that_is_all_furniture_is_left_as_it_is() -> None:
    assert without_furniture(["Read more: Gao"]) == ["Read more: Gao"]


@pytest.mark.parametrize(("paragraph", "prose"), [(REPORT[0], True), ("Two die in raid near border", False)])
def test_prose_is_told_from_headlines(paragraph: str, prose: bool) -> None:
    assert is_prose(paragraph) is prose
