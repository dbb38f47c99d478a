import pytest

from make import GAO, target, when
from tocsin.core.record import ActorRole, Toll
from tocsin.link._titles import title


def headline(*, kind=("ASSAULT", None), who=(), whom=(), targets=(), day=None, killed=None):
    actors = [ActorRole(actor=a, role="who") for a in who] + [ActorRole(actor=a, role="whom") for a in whom]
    toll = Toll(low=killed, best=killed, high=killed, claims=()) if killed is not None else None
    return title(kind, actors, [target(t) for t in targets], scene=(GAO, day), killed=toll)


CASES = [
    ({}, "Attack in Gao"),
    ({"who": ["gunmen"], "targets": ["a market"], "day": when(), "killed": 12},
     "Gunmen attack a market in Gao, 7 April 2013: 12 killed"),
    ({"who": ["Northern Brigade"], "targets": ["a market"]}, "Attack on a market by Northern Brigade in Gao"),
    ({"who": ["Gunmen"]}, "Attack by gunmen in Gao"),
    ({"targets": ["At least 12 people"]}, "Attack in Gao"),
    ({"who": ["the rebels"], "whom": ["the rebels"]}, "Attack by the rebels in Gao"),
    ({"kind": ("ASSAULT", "explosives"), "targets": ["a bridge"], "day": when(start="2013-04-01", end="2013-04-30")},
     "Bombing of a bridge in Gao, April 2013"),
    ({"kind": ("AGREE", None), "who": ["Front", "Movement"]}, "Agreement between Front and Movement in Gao"),
    ({"day": when(start="2013-04-01", end="2013-04-09")}, "Attack in Gao, between 1 April 2013 and 9 April 2013"),
    ({"killed": 0}, "Attack in Gao"),
]  # fmt: skip


@pytest.mark.parametrize(("slots", "expected"), CASES, ids=[c[1] for c in CASES])
def test_a_title_says_what_the_slots_say(slots, expected):
    assert headline(**slots) == expected
