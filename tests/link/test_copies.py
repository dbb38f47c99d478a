import random

from make import GAO, act, document, event, quantity, reading, when
from tocsin.core.shelf import Scratch
from tocsin.link import LinkOptions, link
from tocsin.link._copies import Prints, fingerprint

RANDOM = random.Random(7)
STORY = [RANDOM.choice(["river", "market", "convoy", "colonel", "valley", "border"]) + str(i) for i in range(300)]


def story(words, publisher="Sahel Wire", published="2013-04-10"):
    return document(text=" ".join(words), publisher=publisher, published=published)


def copies_of(*documents):
    prints = Prints(Scratch(), resemblance=0.5)
    for one in documents:
        prints.add(fingerprint(one))
    return prints.copies()


def test_a_reprint_with_another_ending_is_a_copy_of_the_earliest():
    first, second = story(STORY), story([*STORY[:270], "more", "follows"], "Savannah Ledger", "2013-04-11")
    assert copies_of(second, first) == {second.id: first.id}


def test_the_same_words_in_another_order_are_no_copy():
    assert copies_of(story(STORY), story(sorted(STORY))) == {}


def test_a_copy_of_a_copy_is_a_copy_of_the_original():
    days = [story(STORY[: 300 - 20 * i], f"Outlet {i}", f"2013-04-1{i}") for i in range(3)]
    assert copies_of(*days) == {days[1].id: days[0].id, days[2].id: days[0].id}


def test_short_texts_are_copies_only_when_they_are_equal():
    one, other = story(["Three", "died", "in", "Gao"]), story(["Three", "died", "in", "Kidal"], "Atlas Dispatch")
    assert copies_of(one, other) == {}


def test_five_reprints_are_one_source():
    documents = [story(STORY, f"Outlet {i}", f"2013-04-1{i}") for i in range(5)]
    told = [reading(d, event(d, act=act(), when=when(), where=GAO, killed=quantity(best=12))) for d in documents]
    record = link(told, as_of=documents[-1].known_at)
    (incident,) = record.incidents
    assert (len(incident.documents), incident.n_independent) == (5, 1)
    assert [d.copy_of for d in record.documents] == [None] + [documents[0].id] * 4


def test_a_reprint_adds_no_incident_even_where_no_date_is_told():
    documents = [story(STORY, f"Outlet {i}", f"2013-04-1{i}") for i in range(2)]
    told = [
        reading(d, event(d, act=act()), event(d, "e2", span=(200, 206), act=act(kind="PROTEST"))) for d in documents
    ]
    found = link(told, as_of=documents[-1].known_at).incidents
    assert sorted((i.type, len(i.documents), i.n_independent) for i in found) == [("ASSAULT", 2, 1), ("PROTEST", 2, 1)]


def test_two_like_events_of_one_story_stay_two_in_its_reprints():
    documents = [story(STORY, f"Outlet {i}", f"2013-04-1{i}") for i in range(2)]
    twice = {"act": act(background=True), "where": GAO}
    told = [reading(d, event(d, "a", **twice), event(d, "b", span=(900, 906), **twice)) for d in documents]
    apart = LinkOptions(threshold_within=99.0)
    found = link(told, as_of=documents[-1].known_at, options=apart).incidents
    assert [len(i.documents) for i in found] == [2, 2]
