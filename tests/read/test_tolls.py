"""Tolls as read and resolved from one report. Expected figures follow tests/gold/README.md, section on `killed`."""

from datetime import date

import pytest

from make import document
from tocsin.core.record import Incident, Toll
from tocsin.link import link
from tocsin.read import read

Figures = tuple[int | None, int | None, int | None] | None


def incidents(text: str) -> tuple[Incident, ...]:
    report = document(text=text, published="2014-05-20")
    return link(read([report], reader="rules"), as_of=date(2100, 1, 1)).incidents


def figures(toll: Toll | None) -> Figures:
    return None if toll is None else (toll.low, toll.best, toll.high)


KILLED = [
    ("The number of people killed in the two blasts that hit Gao on Sunday stood at 37 a day later.", (37, 37, 37)),
    ("A car bomb exploded in Gao on Sunday. Army commanders spoke of six dead and two missing.", (6, 6, 6)),
    ("Rebels attacked the base at Gao on Sunday. The army had lost 23 men, a spokesman said.", (23, 23, 23)),
    ("A bomb went off in Gao on Sunday. The ministry gave a toll of 31.", (31, 31, 31)),
    ("The raid on Gao on Sunday cost the lives of nine villagers.", (9, 9, 9)),
    ("The bodies of three nuns shot on Sunday were found near Gao.", (3, 3, 3)),
    ("Militants killed 14 Christians, 13 Ghanaians and a Nigerian, in Gao on Sunday.", (14, 14, 14)),
    ("Nine men - six guards, two cooks and a driver - were killed in an ambush near Gao on Sunday.", (9, 9, 9)),
    ("Six soldiers were killed in an ambush near Gao on Sunday, two of them officers.", (6, 6, 6)),
    ("Eight of the hostages were killed when gunmen attacked a hotel in Gao on Sunday.", (8, 8, 8)),
    ("The attack in Gao on Sunday left two of the guards and a child dead.", (3, 3, 3)),
    ("A stray shell hit a house in Gao on Sunday and a family of five was killed.", (5, 5, 5)),
    ("Ahmed Diallo was shot dead outside his home in Gao on Sunday.", (1, 1, 1)),
    ("The secretary of the party and member of the state council, Ali Musa, was killed in Gao on Sunday.", (1, 1, 1)),
    ("Gunmen killed Ali Musa, Omar Diallo and Idris Keita in Gao on Sunday.", (3, 3, 3)),
    ("Vigilantes kill a suspected rebel, Ali Musa, in Gao on Sunday.", (1, 1, 1)),
    ("Three rebels shot dead a police constable in Gao on Sunday.", (1, 1, 1)),
    ("A trader was hacked to death by rebels near Gao on Sunday.", (1, 1, 1)),
    ("Two traders were dragged from a bus and killed by gunmen near Gao on Sunday.", (2, 2, 2)),
    ("Gunmen seized two traders in Gao on Sunday and shot them dead.", (2, 2, 2)),
    ("Rebels killed a CRF near Gao on Sunday.", (1, 1, 1)),
    ("Rebels killed Musa Keita and his brother in Gao on Sunday.", (2, 2, 2)),
    ("Rebels killed the father of two soldiers in Gao on Sunday.", (1, 1, 1)),
    ("Rebels slit the throat of an accountant in Gao on Sunday.", (1, 1, 1)),
    ("Ali Musa, a trader and a member of the council, was shot dead in Gao on Sunday.", (1, 1, 1)),
    ("The body of a trader was found near Gao on Sunday.", (1, 1, 1)),
    ("A policeman and two others were killed by gunmen in Gao on Sunday.", (3, 3, 3)),
    ("Two MPs were killed by gunmen in Gao on Sunday.", (2, 2, 2)),
    ("Gunmen attacked a bus near Gao on Sunday. Nobody was hurt.", (0, 0, 0)),
    ("Gunmen killed three farmers in Gao on Sunday. Two more died in hospital.", (5, 5, 5)),
    ("Gunmen killed three farmers in Gao on Sunday. Two more died, and the toll rose to six.", (6, 6, 6)),
    ("Three farmers were shot dead in Gao on Sunday, and a fourth died on the way to hospital.", (4, 4, 4)),
    ("Gunmen raided Gao on Sunday. Seven died, the army says; more than ten died, say medics.", (7, 7, None)),
    ("A bomb went off in Gao on Sunday. One trader died at once and two in hospital.", (3, 3, 3)),
    ("A bomb went off in Gao on Sunday. A clinic reported nine dead at noon and 14 in the evening.", (9, 14, 14)),
    ("A bomb went off in Gao on Sunday. The army reported nine dead and 14 in its custody.", (9, 9, 9)),
    ("The attack on Gao on Sunday left nine guards and ten civilians killed.", (19, 19, 19)),
    ("The army found two men arrested and three farmers killed in the raid on Gao on Sunday.", (3, 3, 3)),
    ("Rebels shot a boy of three dead in Gao on Sunday.", (1, 1, 1)),
    ("On Sunday shells killed 30 people in Gao, not 27 as first announced.", (30, 30, 30)),
    ("Fighting broke out in Gao on Sunday. Nine soldiers died. Medics saw 20 dead among the rebels.", (29, 29, 29)),
    ("Fifteen soldiers were killed or wounded when gunmen attacked Gao on Sunday.", None),
    ("Fighting broke out in Gao in May. Seven people died on the first day. Doctors counted 97 dead.", (97, 97, 97)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KILLED, ids=[text for text, _ in KILLED])
def test_how_many_were_killed(text: str, expected: Figures) -> None:
    (incident,) = incidents(text)
    assert figures(incident.killed) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Gao on Sunday and killed 24 people. Officials had earlier spoken of 15 dead.",
        "A blast in Gao on Sunday killed 24 people, a sharp rise on the earlier count of 15 given by officials.",
    ],
)
def test_a_figure_that_the_report_calls_outdated_neither_wins_nor_widens(text: str) -> None:
    (incident,) = incidents(text)
    assert figures(incident.killed) == (24, 24, 24)
    assert incident.killed is not None
    assert len(incident.killed.claims) == 2


SIDES = [
    ("Twelve soldiers and 20 attackers were killed when rebels attacked the base at Gao on Sunday.", 12, 20),
    ("Of the 15 attackers, 12 were killed and three captured when militants attacked Gao on Sunday.", None, 12),
    ("Troops killed the last three gunmen in the hotel in Gao on Sunday.", 3, None),
    ("An air strike on Gao on Sunday killed 15 militants.", 15, None),
    ("Four soldiers and nine rebels were killed in a clash near Gao on Sunday.", 13, None),
]


@pytest.mark.parametrize(("text", "killed", "attackers"), SIDES, ids=[row[0] for row in SIDES])
def test_those_who_attack_have_a_toll_of_their_own(text: str, killed: int | None, attackers: int | None) -> None:
    (incident,) = incidents(text)
    assert (incident.killed and incident.killed.best) == killed
    assert (incident.attackers_killed and incident.attackers_killed.best) == attackers


def test_those_dragged_away_are_counted_as_abducted() -> None:
    found = incidents("Three young Spaniards dragged at gunpoint from a hotel in Gao on Sunday are still missing.")
    assert [figures(i.abducted) for i in found if i.type == "ASSAULT"] == [(3, 3, 3)]


def test_each_count_of_a_list_goes_to_its_own_fate() -> None:
    (incident,) = incidents(
        "The army put the number of rebels killed at about 40 and its own wounded at six in the clash at Gao on Sunday."
    )
    assert (figures(incident.killed), figures(incident.injured)) == ((None, 40, None), (6, 6, 6))


@pytest.mark.parametrize("ending", ["another injured", "two others, including a guard, were injured"])
def test_others_beside_those_killed_are_counted(ending: str) -> None:
    (incident,) = incidents(f"A soldier was killed and {ending} when rebels attacked the base at Gao on Sunday.")
    assert incident.injured is not None
    assert incident.injured.best == {"another injured": 1}.get(ending, 2)


def test_those_who_find_a_body_did_not_do_it() -> None:
    found = incidents("Farmers found the body of a trader near Gao on Sunday.")
    assert [actor for i in found for actor in i.actors if actor.role == "who"] == []


def test_those_killed_are_not_those_arrested_in_the_same_sentence() -> None:
    found = incidents("Soldiers killed six rebels and arrested three others near Gao on Sunday.")
    assert [figures(i.killed) for i in found if i.type == "ASSAULT"] == [(6, 6, 6)]
