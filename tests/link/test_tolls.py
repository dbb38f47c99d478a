"""The policy own-words-latest. Expected figures follow from tests/gold/README.md, section on `killed`."""

from dataclasses import replace

import pytest

from make import act, claim, document, quantity, reading, source, when
from tocsin.link import link
from tocsin.link._reports import Report
from tocsin.link._tolls import toll

MINISTRY = source("the interior ministry", "official")
HOSPITAL = source("a hospital", "organisation")


def report(*figures, publisher="Sahel Wire", published="2013-04-10", root=None):
    """Return a report and its claims: each figure is a Quantity, or one with the name of the source."""
    doc = document(publisher=publisher, published=published)
    claims = []
    for i, figure in enumerate(figures):
        value, via = figure if isinstance(figure, tuple) else (figure, None)
        chain = (via, source(publisher)) if via is not None else None
        claims.append(claim(of=doc, slot="killed", value=value, sources=chain, span=(i, i + 1)))
    told = doc.published.end.toordinal()
    places = {"number": 0, "claims": range(len(claims))}
    return Report(id=doc.id, told=told, root=root or doc.id, publisher=doc.publisher, short={}, **places), claims


def resolved(*reports, **kind):
    by_id = {r.id: r for r, _ in reports}
    found = toll("killed", [c for _, claims in reports for c in claims], by_id, **kind)
    return (found.low, found.best, found.high) if found is not None else None


N = quantity
DOZENS = N(best=None, qualifier="dozens")
AT_LEAST_12 = N(best=12, qualifier="at least")

ONE_REPORT = [
    ("a plain figure", [N(best=12)], (12, 12, 12)),
    ("at least", [AT_LEAST_12], (12, 12, None)),
    ("up to", [N(best=12, high=12, qualifier="up to")], (None, 12, 12)),
    ("about", [N(best=12, qualifier="about")], (None, 12, None)),
    ("dozens", [DOZENS], (None, None, None)),
    ("nobody", [N(best=0)], (0, 0, 0)),
    ("own words before a source", [(N(best=20), MINISTRY), N(best=12)], (12, 12, 20)),
    ("a source where own words give no number", [DOZENS, (N(best=43), MINISTRY)], (43, 43, 43)),
    ("an at least that a greater figure closes", [AT_LEAST_12, (N(best=15), MINISTRY)], (12, 12, 15)),
    ("an at least that no figure closes", [N(best=12), (N(best=20, qualifier="at least"), MINISTRY)], (12, 12, None)),
    ("a part of a total", [N(best=12), N(best=2, group="children", part=True)], (12, 12, 12)),
    ("a total and its groups", [N(best=12), N(best=5, group="soldiers"), N(best=7, group="civilians")], (12, 12, 12)),
    ("groups without a total", [N(best=5, group="soldiers"), N(best=7, group="civilians")], (12, 12, 12)),
    ("an at least among groups", [N(best=5, group="soldiers", qualifier="at least"), N(best=7, group="civilians")],
     (12, 12, None)),
    ("two words for one group", [N(best=5, group="soldiers"), (N(best=6, group="troops"), MINISTRY)], (5, 5, 6)),
    ("a group and the same group in more words",
     [N(best=5, group="soldiers"), (N(best=6, group="Malian soldiers"), MINISTRY)], (5, 5, 6)),
    ("two nationalities of one group",
     [N(best=2, group="Malian soldiers"), N(best=3, group="Chadian soldiers")], (5, 5, 5)),
    ("a figure of one group told before the total of another source",
     [(N(best=16, group="soldiers"), MINISTRY), (N(best=54), HOSPITAL)], (16, 16, 54)),
    ("a part told after the total of another source",
     [(N(best=54), HOSPITAL), (N(best=16, group="soldiers"), MINISTRY)], (54, 54, 54)),
    ("others than those told before", [N(best=12), replace(N(best=2), further=True)], (14, 14, 14)),
    ("others than the groups told before",
     [N(best=5, group="soldiers"), replace(N(best=2, group="others"), further=True), N(best=7, group="civilians")],
     (14, 14, 14)),
    ("others between two totals", [N(best=12), replace(N(best=2), further=True), N(best=20)], (14, 14, 20)),
    ("the same others told twice",
     [N(best=12), *[(replace(N(best=2), further=True), s) for s in (MINISTRY, HOSPITAL)]], (14, 14, 14)),
    ("others alone", [replace(N(best=2), further=True)], (2, 2, 2)),
    ("a figure called outdated", [N(best=24), replace(N(best=15), superseded=True)], (24, 24, 24)),
    ("an update of a source before an earlier figure",
     [(N(best=20), MINISTRY), (replace(N(best=29), updated=True), HOSPITAL)], (20, 29, 29)),
    ("nobody beside victims", [N(best=0), N(best=7, group="soldiers")], (7, 7, 7)),
    ("the attackers apart", [N(best=12), N(best=4, group="gunmen", side="attackers")], (12, 12, 12)),
]  # fmt: skip


@pytest.mark.parametrize(("figures", "expected"), [r[1:] for r in ONE_REPORT], ids=[r[0] for r in ONE_REPORT])
def test_figures_of_one_report(figures, expected):
    assert resolved(report(*figures)) == expected


def test_attackers_have_a_toll_of_their_own():
    told = report(N(best=12), N(best=4, group="gunmen", side="attackers"))
    assert resolved(told, attackers=True) == (4, 4, 4)


def test_the_latest_own_words_are_best_and_all_figures_are_spanned():
    early = report(N(best=60), publisher="Sahel Wire", published="2013-04-10")
    late = report(N(best=77), publisher="Atlas Dispatch", published="2013-04-12")
    assert resolved(early, late) == (60, 77, 77)


def test_a_later_figure_of_a_publisher_replaces_its_earlier_one():
    early = report(N(best=60), published="2013-04-10")
    late = report(N(best=77), published="2013-04-12")
    assert resolved(early, late) == (77, 77, 77)


def test_own_words_of_an_earlier_report_beat_a_later_source():
    early = report(N(best=60), publisher="Sahel Wire", published="2013-04-10")
    late = report((N(best=77), MINISTRY), publisher="Atlas Dispatch", published="2013-04-12")
    assert resolved(early, late) == (60, 60, 77)


def test_a_copy_that_repeats_a_figure_does_not_make_it_later():
    first, claims = report(N(best=60), publisher="Sahel Wire", published="2013-04-10")
    newer = report(N(best=77), publisher="Atlas Dispatch", published="2013-04-12")
    copy = report(N(best=60), publisher="Savannah Ledger", published="2013-04-14", root=first.id)
    assert resolved((first, claims), newer, copy)[1] == 77


def test_a_group_above_the_total_is_news_and_one_below_is_a_part():
    total = report(N(best=20), publisher="Sahel Wire")
    assert resolved(total, report(N(best=5, group="soldiers"), publisher="Atlas Dispatch"))[0] == 20
    assert resolved(total, report(N(best=43, group="worshippers"), publisher="Atlas Dispatch"))[2] == 43


def test_every_figure_stays_among_the_claims():
    doc = document()
    told = [
        claim(of=doc, slot="killed", value=N(best=12)),
        claim(of=doc, slot="killed", value=N(best=20), stance="denied", span=(1, 2)),
        claim(of=doc, slot="killed", value=N(best=2, group="children", part=True), span=(2, 3)),
    ]
    read = reading(doc, claim(of=doc, value=act()), claim(of=doc, slot="when", value=when()), told)
    (incident,) = link([read], as_of=doc.known_at).incidents
    assert set(incident.killed.claims) == {c.id for c in told}
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (12, 12, 12)


def test_no_figure_is_no_toll():
    assert resolved(report()) is None
