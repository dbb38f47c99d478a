"""Numbers that count people, read as tests/gold/README.md says."""

from datetime import date

import pytest

from tocsin.core.document import Document
from tocsin.read._mentions import NumberMention
from tocsin.read._numerals import numeral_at
from tocsin.read._parse import parse
from tocsin.read._quantities import find_numbers

Figures = tuple[int | None, int | None, int | None]


def numbers(text: str) -> list[NumberMention]:
    document = Document(
        id="d-1", uri=None, publisher=None, title=None, published=None, language="en", text=text,
        known_at=date(2013, 4, 10),
    )  # fmt: skip
    return find_numbers(parse(document))


def figures(text: str) -> list[Figures]:
    return [(m.quantity.low, m.quantity.best, m.quantity.high) for m in numbers(text)]


def groups(text: str) -> list[str | None]:
    return [m.quantity.group for m in numbers(text)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12),
        ("1,800", 1800),
        ("2,50,000", 250000),
        ("1.2 million", 1200000),
        ("twelve", 12),
        ("twenty - three", 23),
        ("two hundred and five", 205),
        ("a hundred", 100),
        ("one thousand six hundred", 1600),
        ("two hundred thousand", 200000),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("three lakh", 300000),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(words: str, value: int) -> None:
    tokens = words.split()
    numeral = numeral_at(tokens, 0)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.end) == (value, value, len(tokens))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people were killed.", (12, 12, 12)),
        ("Twelve people were killed.", (12, 12, 12)),
        ("At least 12 people were killed.", (12, 12, None)),
        ("More than 12 people were killed.", (12, 12, None)),
        ("Over 12 people were killed.", (12, 12, None)),
        ("No fewer than 12 people were killed.", (12, 12, None)),
        ("12 or more people were killed.", (12, 12, None)),
        ("Up to 12 people were killed.", (None, 12, 12)),
        ("As many as 12 people were killed.", (None, 12, 12)),
        ("Fewer than 12 people were killed.", (None, 12, 12)),
        ("About 12 people were killed.", (None, 12, None)),
        ("Some 12 people were killed.", (None, 12, None)),
        ("Nearly 12 people were killed.", (None, 12, None)),
        ("An estimated 1,800 people were killed.", (None, 1800, None)),
        ("Between 10 and 12 people were killed.", (10, 10, 12)),
        ("38 to 40 people were killed.", (38, 38, 40)),
        ("30-40 people were killed.", (30, 30, 40)),
        ("Two or three people were killed.", (2, 2, 3)),
        ("Dozens of people were killed.", (None, None, None)),
        ("Scores of people were killed.", (None, None, None)),
        ("Hundreds of people were killed.", (None, None, None)),
        ("Tens of thousands of people fled.", (None, None, None)),
        ("Several people were killed.", (None, None, None)),
        ("A few people were killed.", (None, None, None)),
        ("A dozen people were killed.", (12, 12, 12)),
        ("Exactly 12 people were killed.", (12, 12, 12)),
        ("No one was killed.", (0, 0, 0)),
        ("Nobody was hurt.", (0, 0, 0)),
        ("There were no casualties.", (0, 0, 0)),
        ("None of the hostages was hurt.", (0, 0, 0)),
        ("A soldier was killed.", (1, 1, 1)),
        ("Another policeman was killed.", (1, 1, 1)),
        ("A 23-year-old man was killed.", (1, 1, 1)),
        ("One civilian was killed.", (1, 1, 1)),
        ("A couple was killed.", (2, 2, 2)),
        ("All but two of the 17 hostages were freed.", (15, 15, 15)),
        ("More than half of the 120 passengers were women.", (None, None, None)),
    ],
)
def test_a_hedge_sets_the_bounds(text: str, expected: Figures) -> None:
    assert figures(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("At least 12 people were killed.", "at least"),
        ("As many as 12 people were killed.", "as many as"),
        ("Dozens of people were killed.", "dozens"),
        ("Tens of thousands of people fled.", "tens of thousands"),
        ("12 people were killed.", None),
    ],
)
def test_the_hedge_is_kept_as_worded(text: str, qualifier: str | None) -> None:
    assert numbers(text)[0].quantity.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten soldiers and two police officers died.", ["soldiers", "police officers"]),
        ("They freed 12 foreign hostages.", ["foreign hostages"]),
        ("They killed 12 Malian and French soldiers.", ["Malian and French soldiers"]),
        ("Dozens of civilians fled.", ["civilians"]),
        ("12 more people died.", ["people"]),
        ("Two Frenchmen and one American were freed.", ["Frenchmen", "American"]),
        ("The blast wounded 12 others.", ["others"]),
        ("A People's Party (PP) activist was killed.", ["People's Party (PP) activist"]),
    ],
)
def test_the_group_is_the_counted_noun_phrase(text: str, expected: list[str]) -> None:
    assert groups(text) == expected


def test_the_noun_is_the_index_of_its_token() -> None:
    mention = numbers("At least two police officers died.")[0]
    assert mention.noun is not None
    assert mention.tokens.doc[mention.noun].text == "officers"
    assert mention.tokens.text == "At least two police officers"


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("The attack left 12 dead and 30 wounded.", [12, 30]),
        ("A bomb exploded, killing 12.", [12]),
        ("In all, 12 were killed.", [12]),
        ("The death toll rose to 45 from 38.", [45, 38]),
    ],
)
def test_a_bare_number_counts_people_beside_a_word_of_their_fate(text: str, best: list[int]) -> None:
    mentions = [m for m in numbers(text) if m.noun is None]
    assert [m.quantity.best for m in mentions] == best


@pytest.mark.parametrize("noun", ["gunmen", "attackers", "militants", "suicide bombers", "rebels", "insurgents"])
def test_those_who_attack_are_told_apart(noun: str) -> None:
    assert numbers(f"Four {noun} were killed.")[0].quantity.side == "attackers"


@pytest.mark.parametrize("noun", ["soldiers", "civilians", "children", "guards", "tourists"])
def test_others_are_on_no_side(noun: str) -> None:
    assert numbers(f"Four {noun} were killed.")[0].quantity.side is None


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people, including two children, were killed.",
        "Twelve people, among them two children, were killed.",
        "Twelve people were killed, two of them children.",
        "Twelve people were killed, among them were two children.",
        "Of the 12 soldiers killed, two of the soldiers were officers.",
    ],
)
def test_a_figure_counted_within_another_is_a_part(text: str) -> None:
    whole, part = numbers(text)[:2]
    assert (whole.quantity.best, whole.quantity.part) == (12, False)
    assert (part.quantity.best, part.quantity.part) == (2, True)


def test_all_members_of_a_list_of_parts_are_parts() -> None:
    text = "Some 20 people died, including two children and a woman."
    assert [m.quantity.part for m in numbers(text)] == [False, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2012.",
        "It happened on 3 May and on May 4.",
        "They paid $12 million and 300 euros.",
        "It lies 60 km south of the town.",
        "Turnout was 45 percent.",
        "They lost 12 vehicles and three helicopters.",
        "The 33rd regiment had AK-47 rifles.",
        "Ali, 45, spoke for two hours.",
        "Resolution 1973 was adopted at 9 am.",
        "It was the third attack in five days.",
        "He is a teacher.",
        "Six police vehicles were burnt.",
    ],
)
def test_other_numbers_do_not_count_people(text: str) -> None:
    assert numbers(text) == []
