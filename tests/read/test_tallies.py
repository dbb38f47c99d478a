"""How many of whom a report tells, from its text to the claims of the public reader and the tolls of the record.

Figures follow tests/gold/README.md, section on `killed`.
"""

from datetime import date

import pytest

from make import document
from tocsin.core.record import Incident
from tocsin.core.values import Quantity
from tocsin.link import link
from tocsin.read import read

Row = tuple[str, int | None, int | None, int | None]


def quantities(text: str) -> list[tuple[str, Quantity]]:
    reading = next(iter(read([document(text=text, published="2014-05-20")], reader="rules")))
    return [(c.slot, c.value) for c in reading.claims if isinstance(c.value, Quantity)]


def rows(text: str) -> list[Row]:
    """Return slot, low, best and high of each figure that is no part of another and not called outdated."""
    whole = ((slot, q) for slot, q in quantities(text) if not q.part and not q.superseded)
    return [(slot, q.low, q.best, q.high) for slot, q in whole]


def incidents(text: str) -> list[Incident]:
    report = document(text=text, published="2014-05-20")
    return [i for i in link(read([report], reader="rules"), as_of=date(2100, 1, 1)).incidents if not i.is_background]


def deaths(text: str) -> list[int | None]:
    return [i.killed.best if i.killed is not None else None for i in incidents(text)]


BOUNDS: list[tuple[str, Row]] = [
    ("A blast in Gao on Sunday killed at least 38 people, among them two children.", ("killed", 38, 38, None)),
    ("Between 30 and 40 people were killed when gunmen raided Gao on Sunday.", ("killed", 30, 30, 40)),
    ("The army said it had killed 30 to 35 rebels near Gao on Sunday.", ("killed", 30, 30, 35)),
    ("Scores of people were killed when gunmen raided Gao on Sunday.", ("killed", None, None, None)),
    ("Dozens were wounded when gunmen raided Gao on Sunday.", ("injured", None, None, None)),
    ("Up to 60 people were killed in an air strike on Gao on Sunday.", ("killed", None, 60, 60)),
    ("About 60 people were killed in an air strike on Gao on Sunday.", ("killed", None, 60, None)),
    ("No fewer than 20 villagers were killed in a raid on Gao on Sunday.", ("killed", 20, 20, None)),
    ("Fewer than 20 villagers were killed in a raid on Gao on Sunday.", ("killed", None, 20, 20)),
    ("A dozen soldiers were killed in an ambush near Gao on Sunday.", ("killed", 12, 12, 12)),
    ("Nobody was hurt when a bomb exploded in Gao on Sunday.", ("injured", 0, 0, 0)),
    ("All but two of the 17 hostages were killed in Gao on Sunday.", ("killed", 15, 15, 15)),
    ("Of the 120 passengers, 45 were killed when a bomb hit a train in Gao on Sunday.", ("killed", 45, 45, 45)),
    (
        "More than half of the 120 passengers were killed when a bomb hit a train near Gao on Sunday.",
        ("killed", None, None, None),
    ),
    ("The toll of Sunday's bombing in Gao has risen to 45 from 38.", ("killed", 45, 45, 45)),
    ("The death toll from Sunday's bombing in Gao rose from 38 to 45.", ("killed", 45, 45, 45)),
    ("Rebels abducted 14 schoolgirls from a village near Gao on Sunday.", ("abducted", 14, 14, 14)),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS, ids=[text for text, _ in BOUNDS])
def test_a_figure_has_the_bounds_that_its_words_give(text: str, expected: Row) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen raided Gao on Sunday, killing 12 people and wounding 30 others; nine are missing.", (12, 30)),
        ("Gunmen raided Gao on Sunday, wounding 30 people. Police arrested 14 suspects.", (None, 30)),
        ("Gunmen raided Gao on Sunday, killing 12 people. Troops freed 40 captives.", (12, None)),
    ],
)
def test_the_missing_arrested_and_freed_are_neither_killed_nor_injured(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    raid = next(i for i in incidents(text) if i.type == "ASSAULT")
    assert tuple(t.best if t is not None else None for t in (raid.killed, raid.injured)) == expected


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Gunmen attacked a base in Gao on Sunday, killing nine soldiers and four civilians.",
            {("soldiers", "security forces", 9), ("civilians", "civilians", 4)},
        ),
        ("Soldiers killed 20 rebels near Gao on Sunday.", {("rebels", "armed group", 20)}),
        ("Gunmen killed the mayor and two policemen in Gao on Sunday.", {("policemen", "security forces", 2)}),
    ],
)
def test_those_counted_have_their_group_and_class(text: str, groups: set[tuple[str, str, int]]) -> None:
    assert groups <= {(q.group, q.class_, q.best) for _, q in quantities(text)}


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("A blast in Gao on Sunday killed 38 people, including two children and a nurse.", 38),
        ("Gunmen attacked a base in Gao on Sunday, killing 13 people: nine soldiers and four civilians.", 13),
        ("Thirteen people, nine soldiers and four civilians, were killed when gunmen attacked Gao on Sunday.", 13),
        ("Twelve people were killed when gunmen raided Gao on Sunday. Police said 12 bodies had been found.", 12),
        ("Three Frenchmen and two Germans were among the 17 people killed in an attack on Gao on Sunday.", 17),
        ("Gunmen attacked a base in Gao on Sunday, killing nine soldiers and four civilians.", 13),
    ],
)
def test_parts_are_not_added_to_their_whole_and_groups_told_apart_are(text: str, best: int) -> None:
    assert deaths(text) == [best]


def test_the_deaths_of_those_who_attack_are_told_apart() -> None:
    (raid,) = incidents(
        "Gunmen attacked a base in Gao on Sunday, killing nine soldiers. Five of the attackers were killed."
    )
    assert raid.killed is not None
    assert raid.attackers_killed is not None
    assert (raid.killed.best, raid.attackers_killed.best) == (9, 5)


@pytest.mark.parametrize(
    "sums",
    [
        "Since 2005, 1,200 people have been killed in the region.",
        "In the past two years 700 people have died in such raids.",
        "More than 700 people were killed in attacks in the region last year.",
        "Some 340 people have been killed there this year.",
    ],
)
def test_what_is_summed_up_over_a_long_time_is_no_toll_of_the_attack(sums: str) -> None:
    (raid,) = incidents(f"Gunmen killed 12 people in Gao on Sunday. {sums}")
    assert raid.killed is not None
    assert (raid.killed.low, raid.killed.best, raid.killed.high) == (12, 12, 12)
