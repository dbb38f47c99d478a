"""Events that wait on disk: in which order they come, and which are joined beforehand."""

from dataclasses import replace
from datetime import date

from tocsin.core.shelf import Scratch
from tocsin.link import LinkOptions
from tocsin.link._cluster import Case
from tocsin.link._mentions import Draft, Mention
from tocsin.link._names import Node
from tocsin.link._plain import drafts_from_json, drafts_json
from tocsin.link._spots import Spot
from tocsin.link._waiting import Waiting

DAY = date(2013, 4, 7).toordinal()
GAO = Spot("gao", "Gao", "ML", None, 16.27, -0.04, 5.0)
SAID = {"kinds": frozenset({"ASSAULT/firearms"}), "spots": frozenset({GAO}), "tolls": frozenset({("killed", "", 12)})}


def mention(document, event="e", *, told=DAY + 1, day=None, background=False, **slots):
    tellings = frozenset({(document, background)})
    return Mention(
        events=((document, event),), tellings=tellings, told=told, first=day, last=day, **{**SAID, **slots}
    )  # fmt: skip


def in_turn(*mentions, roots=None):
    waiting = Waiting(Scratch())
    for one in mentions:
        document = one.events[0][0]
        waiting.add(Case((one,), one), root=(roots or {}).get(document, document))
    return list(waiting.in_turn(LinkOptions()))


def test_what_was_put_away_comes_back_as_it_was():
    one = mention("d1", who=frozenset({"a-1", "~gunmen"}), targets=frozenset({"market"}), set_apart=True)
    (case,) = in_turn(one)
    assert case == Case((one,), one)


def test_events_come_in_the_order_in_which_they_may_have_begun():
    undated, late = mention("d1", told=DAY), mention("d2", day=DAY + 3)
    early = mention("d3", day=DAY - 60)
    assert [c.whole for c in in_turn(late, undated, early)] == [early, undated, late]


def test_a_recalled_event_without_a_day_is_looked_for_long_before_its_report():
    dated, recalled = mention("d1", day=DAY - 100), mention("d2", told=DAY, background=True)
    assert [c.whole for c in in_turn(dated, recalled)] == [recalled, dated]


def test_a_copy_adds_no_event_where_no_day_is_told():
    (case,) = in_turn(mention("d1"), mention("d2"), roots={"d2": "d1"})
    assert [part.events[0][0] for part in case.parts] == ["d1", "d2"]


def test_two_reports_of_their_own_that_tell_no_day_are_not_joined_beforehand():
    assert len(in_turn(mention("d1"), mention("d2"))) == 2


def test_a_day_told_in_the_same_words_by_two_reports_is_one_event_beforehand():
    (case,) = in_turn(mention("d1", day=DAY), mention("d2", day=DAY))
    assert (len(case.parts), case.reasons) == (2, ("told in the same way",))


def test_another_toll_is_not_the_same_words():
    other = mention("d2", day=DAY, tolls=frozenset({("killed", "", 13)}))
    assert len(in_turn(mention("d1", day=DAY), other)) == 2


def test_two_like_events_of_one_report_stay_two():
    assert len(in_turn(mention("d1", "e", day=DAY), mention("d1", "f", day=DAY))) == 2


def test_a_draft_keeps_names_and_descriptions_apart():
    draft = Draft(replace(mention("d1"), who=frozenset()), (Node("northern brigade", "ML"), "~gunmen"), ())
    assert drafts_from_json(drafts_json([draft])) == [draft]
