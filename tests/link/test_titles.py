from datetime import date

import pytest

from make import GAO, act, actor, claim, document, place, reading, target, when
from tocsin.core.record import ActorRole, Incident
from tocsin.link import link
from tocsin.link._titles import dated, title


def headline(*, kind=("ASSAULT", None), who=(), whom=(), targets=(), where=GAO):
    actors = [ActorRole(actor=a, role="who") for a in who] + [ActorRole(actor=a, role="whom") for a in whom]
    return title(kind, actors, [target(t) for t in targets], where)


CASES = [
    ({}, "Attack in Gao"),
    ({"where": None}, "Attack"),
    ({"who": ["gunmen"], "targets": ["a market"]}, "Gunmen attack a market in Gao"),
    ({"who": ["Northern Brigade"], "targets": ["a market"]}, "Attack on a market by the Northern Brigade in Gao"),
    ({"who": ["Boko Haram"], "targets": ["A market"]}, "Attack on a market by Boko Haram in Gao"),
    ({"who": ["Gunmen"]}, "Attack by gunmen in Gao"),
    ({"who": ["Prison guards"]}, "Attack by prison guards in Gao"),
    ({"targets": ["its own lorries"]}, "Attack on the lorries in Gao"),
    ({"targets": ["that the bodies of two cooks"]}, "Attack on the bodies of two cooks in Gao"),
    ({"targets": ["At least 12 people"]}, "Attack in Gao"),
    ({"targets": ["two soldiers", "a bus"]}, "Attack on a bus in Gao"),
    ({"kind": ("ASSAULT", "targeted"), "whom": ["dead two soldiers"]}, "Targeted killing of soldiers in Gao"),
    ({"targets": ["RIVERTON - More than 50 rural policemen"]}, "Attack on rural policemen in Gao"),
    ({"who": ["the rebels"], "whom": ["the rebels"]}, "Attack in Gao"),
    ({"kind": ("ASSAULT", "explosives"), "targets": ["a bridge"]}, "Bomb attack on a bridge in Gao"),
    ({"kind": ("ASSAULT", "abduct"), "whom": ["The cook"], "targets": ["a house"]}, "Abduction of the cook in Gao"),
    ({"kind": ("ASSAULT", "abduct"), "whom": ["four Frenchmen"]}, "Abduction of Frenchmen in Gao"),
    ({"kind": ("ASSAULT", "abduct"), "who": ["gunmen"], "whom": ["the ministry"]}, "Abduction by gunmen in Gao"),
    ({"kind": ("MOBILIZE", "troops"), "who": ["Malian troops"]}, "Deployment by Malian troops in Gao"),
    ({"kind": ("MOBILIZE", "troops"), "who": ["France"]}, "Deployment of troops by France in Gao"),
    ({"kind": ("ASSAULT", "destroy"), "targets": ["a nurse", "shops"]}, "Destruction of shops in Gao"),
    ({"kind": ("AGREE", None), "who": ["Front", "Movement"]}, "Agreement between the Front and the Movement in Gao"),
    ({"kind": ("AGREE", None), "who": ["Ann", "Bo", "Cy", "Di"]}, "Agreement between Ann, Bo and others in Gao"),
    ({"kind": ("AGREE", None), "who": ["Front"]}, "Agreement involving the Front in Gao"),
    ({"kind": ("CONSULT", "visit"), "who": ["Ann Lee"]}, "Visit by Ann Lee to Gao"),
    ({"kind": ("RETREAT", "resign"), "who": ["Ann Lee"]}, "Resignation of Ann Lee in Gao"),
    ({"kind": ("COERCE", "seize"), "who": ["rebels"], "whom": ["Ann Lee"]}, "Seizure by rebels in Gao"),
    ({"who": ["French and Malian troops"]}, "Attack by French and Malian troops in Gao"),
    ({"whom": ["UN agencies"]}, "Attack on UN agencies in Gao"),
    ({"whom": ["Islamist groups"]}, "Attack on Islamist groups in Gao"),
    ({"who": ["gunmen who fled at dusk"]}, "Attack by gunmen in Gao"),
    ({"who": ["French troops in Kidal"], "where": place(name="Niger")}, "Attack by French troops in Niger"),
    ({"who": ["people from Gao"], "targets": ["a post"], "where": GAO}, "People attack a post in Gao"),
    ({"where": place(name="Mali-Mauritania border")}, "Attack on the Mali-Mauritania border"),
    ({"where": place(name="Western Desert")}, "Attack in the Western Desert"),
    ({"where": place(name="Mount Chaambi")}, "Attack at Mount Chaambi"),
    ({"where": place(name="northern Sinai")}, "Attack in northern Sinai"),
    ({"targets": ["the Gao garrison"]}, "Attack on the Gao garrison"),
]  # fmt: skip


@pytest.mark.parametrize(("slots", "expected"), CASES, ids=[c[1] for c in CASES])
def test_a_title_is_a_plain_headline_of_what_the_slots_say(slots, expected):
    assert headline(**slots) == expected


DAYS = [
    (when(), "Attack in Gao, 7 April 2013"),
    (when(start="2013-04-01", end="2013-04-30"), "Attack in Gao, April 2013"),
    (when(start="2013-01-01", end="2013-12-31"), "Attack in Gao, 2013"),
    (when(start="2013-04-01", end="2013-04-09"), "Attack in Gao, between 1 April 2013 and 9 April 2013"),
    (None, "Attack in Gao"),
]


@pytest.mark.parametrize(("day", "expected"), DAYS, ids=[d[1] for d in DAYS])
def test_a_dated_title_tells_when_as_closely_as_is_known(day, expected):
    incident = Incident(id="i", type="ASSAULT", mode=None, title="Attack in Gao", when=day, where=GAO)
    assert dated(incident) == expected


TWICE = "Gunmen raided a market in Gao. Later that day they fled. The raid on a barracks by rebels was the second."


def told_twice(*parts):
    """Return the title of an event whose act TWICE tells twice; each part is a slot, a value and its words."""
    report = document(text=TWICE)
    acts = [claim(of=report, value=act(), span=words) for words in ("raided", "raid on")]
    others = [claim(of=report, slot=slot, value=value, span=words) for slot, value, words in parts]
    (incident,) = link([reading(report, *acts, *others)], as_of=date(2013, 5, 1)).incidents
    return incident.title


GUNMEN, REBELS = (("who", actor(words), said) for words, said in (("gunmen", "Gunmen"), ("rebels", "rebels")))
MARKET, BARRACKS = (("target", target(words), words) for words in ("a market", "a barracks"))


def test_what_two_tellings_say_apart_is_not_put_together():
    assert told_twice(GUNMEN, BARRACKS) == "Attack by gunmen"


def test_the_telling_that_says_most_gives_the_title():
    assert told_twice(GUNMEN, MARKET, BARRACKS) == "Gunmen attack a market"
    assert told_twice(GUNMEN, BARRACKS, REBELS) == "Rebels attack a barracks"
