"""A report's own arithmetic held against the record."""

from make import GAO, KIDAL, act, comparison, document, event, place, quantity, reading, when
from tocsin.link import link

YEAR = when(start="2013-01-01", end="2013-12-31")
BOUREM = place(name="Bourem", at=(16.9544, -0.3486))


def attack(number, **slots):
    """Return a reading of one attack, told by an outlet of its own."""
    doc = document(text=f"Report {number} tells of an attack.", publisher=f"Outlet {number}", published="2013-12-31")
    return reading(doc, event(doc, **{"act": act(), "where": GAO, **slots}))


def checked(said, *others, here=None, beside=None):
    """Return the check of `said`, told of the attack `here` by a report that also tells of the attack `beside`."""
    doc = document(text="The attack was compared with an earlier one.", publisher="Sahel Wire", published="2013-12-31")
    told = event(doc, "main", **{"act": act(), "where": GAO, "when": when(), "comparison": said, **(here or {})})
    also = event(doc, "other", span=(30, 36), **beside) if beside else []
    record = link([reading(doc, told, also), *others], as_of=doc.known_at)
    (found,) = record.checks
    return found


def ordinal(number):
    return comparison(text=f"attack number {number} in Gao this year", number=number, within=YEAR, scope=GAO)


DAYS = [(month, day) for month in (1, 2, 3) for day in range(1, 29, 2)]
MARCH, FEBRUARY = when(start="2013-03-03"), when(start="2013-02-02")


def test_the_third_attack_holds_where_other_reports_tell_of_two():
    found = checked(ordinal(3), attack(1, when=FEBRUARY), attack(2, when=MARCH))
    assert found.holds is True
    assert len(found.claims) > 3


def test_the_second_attack_fails_where_two_came_before_it():
    assert checked(ordinal(2), attack(1, when=FEBRUARY), attack(2, when=MARCH)).holds is False


def test_the_third_attack_cannot_be_checked_where_the_record_holds_one():
    assert checked(ordinal(3), attack(1, when=FEBRUARY)).holds is None


def test_of_many_attacks_before_one_a_check_names_the_latest():
    earlier = [attack(n, when=when(start=f"2013-{month:02}-{day:02}")) for n, (month, day) in enumerate(DAYS)]
    named = set(checked(ordinal(2), *earlier).claims)
    assert [not named.isdisjoint(c.id for c in one.claims) for one in earlier] == [False] * 12 + [True] * 30


def test_attacks_elsewhere_before_the_year_or_after_the_attack_do_not_count():
    elsewhere = attack(1, when=FEBRUARY, where=KIDAL)
    before, after = attack(2, when=when(start="2012-12-31")), attack(3, when=when(start="2013-04-08"))
    assert checked(ordinal(2), elsewhere, before, after, attack(4, when=MARCH)).holds is True


def test_the_first_cannot_be_borne_out_by_a_record_that_holds_none():
    assert checked(ordinal(1)).holds is None


def test_the_first_of_its_sort_does_not_fail_because_of_another_sort():
    shooting, bombing = act(mode="firearms"), act(mode="suicide-attack")
    assert checked(ordinal(1), attack(1, when=MARCH, act=shooting), here={"act": bombing}).holds is None
    assert checked(ordinal(1), attack(1, when=MARCH, act=bombing), here={"act": bombing}).holds is False


def test_a_count_of_what_and_where_nobody_knows_does_not_fail():
    vague = comparison(text="the first attack", number=1)
    assert checked(vague, attack(1, when=MARCH)).holds is None


def test_a_distance_holds_within_the_precision_of_both_places():
    beside = {"act": act(), "where": BOUREM, "when": FEBRUARY}
    # Gao to Bourem: 0.6844 degrees of latitude are 75.7 km, 0.3086 of longitude at 16.6 N 32.9 km; together 82.6 km
    assert checked(comparison(kind="distance", text="80 km away", number=80), beside=beside).holds is True
    assert checked(comparison(kind="distance", text="200 km away", number=200), beside=beside).holds is False


def test_an_interval_holds_within_what_its_words_allow():
    beside = {"act": act(), "where": BOUREM, "when": when(start="2013-03-25")}
    assert checked(comparison(kind="interval", text="two weeks apart", number=14), beside=beside).holds is True
    assert checked(comparison(kind="interval", text="two days apart", number=2), beside=beside).holds is False


def test_a_distance_to_nothing_cannot_be_checked():
    assert checked(comparison(kind="distance", text="80 km away", number=80)).holds is None


def deadliest():
    return comparison(kind="superlative", text="the deadliest this year", within=YEAR)


def test_the_deadliest_holds_where_no_other_is_deadlier():
    found = checked(deadliest(), attack(1, when=MARCH, killed=quantity(best=7)), here={"killed": quantity(best=12)})
    assert found.holds is True


def test_the_deadliest_fails_where_another_is():
    found = checked(deadliest(), attack(1, when=MARCH, killed=quantity(best=70)), here={"killed": quantity(best=12)})
    assert found.holds is False
    assert "70 killed" in found.reason


def test_the_deadliest_does_not_fail_because_of_what_came_after_the_report():
    after = document(text="A worse one came.", publisher="Outlet 1", published="2014-02-01")
    worse = reading(after, event(after, act=act(), where=GAO, when=when(start="2014-01-31"), killed=quantity(best=70)))
    doc = document(text="The attack was the deadliest so far.", publisher="Sahel Wire", published="2013-12-31")
    said = comparison(kind="superlative", text="the deadliest so far")
    told = event(doc, "main", act=act(), where=GAO, when=when(), comparison=said, killed=quantity(best=12))
    (found,) = link([reading(doc, told), worse], as_of=after.known_at).checks
    assert found.holds is None


def test_among_the_deadliest_does_not_fail_because_of_one_that_is():
    among = comparison(kind="superlative", text="among the deadliest this year", within=YEAR)
    found = checked(among, attack(1, when=MARCH, killed=quantity(best=70)), here={"killed": quantity(best=12)})
    assert found.holds is None


def test_the_deadliest_of_one_cannot_be_checked():
    assert checked(deadliest(), here={"killed": quantity(best=12)}).holds is None


def test_a_comparison_of_no_incident_cannot_be_checked():
    assert checked(ordinal(2), here={"act": act(kind="ASSAULT"), "when": []}).holds is None
