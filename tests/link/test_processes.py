from make import actor, claim, deadline, document, place, position, reading, when
from tocsin.link import link

FRONT = actor("Liberation Front", kind="armed group")
STATE = actor("the Malian government", country="ML")
ENVOY = actor("Blaise Ouattara", kind="person")
ALGIERS = place(name="Algiers", country="DZ", at=(36.75, 3.06))


def talks(day, *told):
    """Return a reading of a report of `day` (publisher and text follow from it): (slot, value) pairs of one event."""
    doc = document(text=f"On {day} the talks went on in the city.", publisher=f"Outlet {day}", published=day)
    return reading(doc, [claim(of=doc, slot=s, value=v, span=(i, i + 1)) for i, (s, v) in enumerate(told)])


def processes_of(*readings):
    return link(readings, as_of=max(r.document.known_at for r in readings)).processes


PARTIES = (("party", FRONT), ("party", STATE))


def test_the_same_parties_in_two_reports_are_one_process():
    later = talks("2013-05-10", *PARTIES, ("venue", ALGIERS), ("mediator", ENVOY))
    (one,) = processes_of(talks("2013-04-10", *PARTIES), later)
    assert one.name == "Talks between Liberation Front and the Malian government"
    assert (one.mediators, one.venue, len(one.documents)) == (("Blaise Ouattara",), ALGIERS, 2)


def test_one_party_in_common_is_not_enough():
    others = (("party", FRONT), ("party", actor("Southern Column", kind="armed group")))
    assert len(processes_of(talks("2013-04-10", *PARTIES), talks("2013-04-12", *others))) == 2


def test_a_party_and_a_mediator_in_common_are():
    early = talks("2013-04-10", ("party", FRONT), ("mediator", ENVOY))
    assert len(processes_of(early, talks("2013-04-12", *PARTIES, ("mediator", ENVOY)))) == 1


def test_two_governments_by_description_are_not_one_party():
    vague = (("party", actor("the government")), ("party", actor("the rebels")))
    assert len(processes_of(talks("2013-04-10", *vague), talks("2013-04-12", *vague))) == 2


def test_talks_after_two_years_of_silence_are_another_process():
    assert len(processes_of(talks("2013-04-10", *PARTIES), talks("2015-04-12", *PARTIES))) == 2


def test_a_deadline_gets_the_outcome_that_a_later_report_tells():
    due = deadline(what="a draft accord", date=when(start="2013-05-01"))
    missed = deadline(what="the draft accord", date=when(start="2013-05-01"), outcome="missed")
    early, late = talks("2013-04-10", *PARTIES, ("deadline", due)), talks("2013-05-10", *PARTIES, ("deadline", missed))
    (one,) = processes_of(late, early)
    (shown,) = one.deadlines
    assert (shown.what, shown.outcome, shown.date.edtf, len(shown.claims)) == (
        "a draft accord",
        "missed",
        "2013-05-01",
        2,
    )


def test_a_position_told_twice_is_shown_once():
    wants = position(party="Liberation Front", content="wants a truce first")
    again = position(party="the Liberation Front", content="wants a truce first")
    (one,) = processes_of(
        talks("2013-04-10", *PARTIES, ("position", wants)), talks("2013-04-11", *PARTIES, ("position", again))
    )
    assert [(p.party, p.content) for p in one.positions] == [("Liberation Front", "wants a truce first")]


def test_a_reprint_adds_no_process_even_where_nobody_is_named():
    words = " ".join(f"word{i}" for i in range(200))
    vague = (("party", actor("the government")), ("party", actor("the rebels")))
    copies = [document(text=words, publisher=f"Outlet {i}", published=f"2013-04-1{i}") for i in range(3)]
    readings = [reading(d, [claim(of=d, slot=s, value=v, span=(i, i + 1)) for i, (s, v) in enumerate(vague)])
                for d in copies]  # fmt: skip
    assert [len(p.documents) for p in processes_of(*readings)] == [3]
