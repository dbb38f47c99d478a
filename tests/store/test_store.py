"""The store keeps what was read, once, and tells it as of a date."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import make
from tocsin.core.claim import Reading
from tocsin.core.errors import LookAheadError, StoreError, UnknownName
from tocsin.core.issue import Issue
from tocsin.store import Store, StoreCounts
from tocsin.store._store import PAGE

READER = "rules-1"
TOLL = Issue(stage="read", about="the toll", what="cannot be told", hint="look")
BROKEN = Issue(stage="collect", about="reports/a.pdf", what="is cut short")


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "tocsin.sqlite") as opened:
        yield opened


def one_reading(text: str = make.TEXT, *, published: str = make.PUBLISHED, issues: tuple[Issue, ...] = ()) -> Reading:
    of = make.document(text=text, published=published)
    claims = make.event(
        of,
        act=make.act(),
        killed=[make.quantity(), make.quantity(best=14, qualifier="at least")],
        where=make.GAO,
        when=make.when(),
        who="gunmen",
        target=make.target(),
        statement=make.said(),
        role=make.role(affiliation="the army"),
        trained_in=make.NIGER,
        affiliated_with="a group",
        deadline=make.deadline(date=make.when()),
        comparison=make.comparison(number=2.0, scope=make.GAO),
        weapon=make.text("rifles"),
        position=make.position(),
    )
    return Reading(document=of, claims=tuple(claims), issues=issues)


def all_of(store: Store, as_of: str = "2020-01-01", **rest: str) -> list[Reading]:
    return list(store.readings(as_of=make.day(as_of), **rest))


def test_a_reading_comes_back_as_it_was_added(store):
    reading = one_reading(issues=(TOLL,))
    store.add(reading, reader=READER)
    assert all_of(store) == [reading]


def test_a_reading_added_twice_is_there_once(store):
    reading = one_reading(issues=(TOLL,))
    assert [store.add(reading, reader=READER), store.add(reading, reader=READER)] == [True, False]
    assert store.counts() == StoreCounts(documents=1, readings=1, claims=15, issues=1)


def test_what_a_reader_has_read_is_known_by_its_version(store):
    reading = one_reading()
    store.add(reading, reader=READER)
    assert store.has_read(reading.document.id, reader=READER)
    assert not store.has_read(reading.document.id, reader="rules-2")


def test_a_report_without_claims_counts_as_read(store):
    reading = Reading(document=make.document(), claims=())
    store.add(reading, reader=READER)
    assert store.has_read(reading.document.id, reader=READER)


def test_readings_come_by_the_day_they_became_known_then_by_id(store):
    days = ["2013-05-02", "2013-05-01", "2013-05-02", "2013-04-30"]
    readings = [one_reading(f"{make.TEXT} Edition {n}.", published=day) for n, day in enumerate(days)]
    for reading in readings:
        store.add(reading, reader=READER)
    wanted = sorted(readings, key=lambda r: (r.document.known_at, r.document.id))
    assert all_of(store) == wanted


def test_what_was_not_known_at_a_date_is_left_out(store):
    early, late = one_reading(published="2013-04-10"), one_reading("Another report.", published="2013-04-12")
    for reading in (early, late):
        store.add(reading, reader=READER)
    assert all_of(store, "2013-04-11") == [early]
    assert store.n_later(as_of=make.day("2013-04-11")) == 1


def test_more_readings_than_a_page_all_come_once(store):
    n = PAGE + 7
    for i in range(n):
        store.add(Reading(document=make.document(text=f"Report {i}."), claims=()), reader=READER)
    assert len({r.document.id for r in all_of(store)}) == n


def test_of_two_readers_the_preferred_one_counts_else_the_latest(store):
    older = one_reading()
    newer = Reading(document=older.document, claims=())
    store.add(older, reader="rules-1")
    store.add(newer, reader="rules-2")
    assert all_of(store) == [newer]
    assert all_of(store, prefer="rules-1") == [older]
    assert all_of(store, prefer="learned-1") == [newer]


def test_a_claim_and_a_document_are_found_by_id(store):
    reading = one_reading()
    store.add(reading, reader=READER)
    assert store.claim(reading.claims[0].id) == reading.claims[0]
    assert store.document(reading.document.id) == reading.document


def test_asking_for_what_was_not_yet_known_is_a_look_ahead(store):
    reading = one_reading(published="2013-04-10")
    store.add(reading, reader=READER)
    with pytest.raises(LookAheadError, match="known since 2013-04-10"):
        store.claim(reading.claims[0].id, as_of=make.day("2013-04-09"))


def test_an_unknown_id_names_the_store(store):
    with pytest.raises(UnknownName, match=r"no claim 'c-0' in .*tocsin\.sqlite"):
        store.claim("c-0")


def test_an_issue_of_a_source_stays_until_that_source_is_read(store):
    assert [store.add_issue(BROKEN), store.add_issue(BROKEN)] == [True, False]
    assert store.loose_issues() == (BROKEN,)
    mended = make.document(text="The whole report.")
    store.add(Reading(document=replace(mended, home=BROKEN.about), claims=()), reader=READER)
    assert store.loose_issues() == ()


def test_a_file_name_that_is_not_utf8_comes_back_as_it_was(store):
    named = replace(make.document(), home="reports/\udcff.txt", title="Half \ud800")
    issue = replace(BROKEN, about="reports/\udcfe.pdf")
    store.add(Reading(document=named, claims=(), issues=(issue,)), reader=READER)
    store.add_issue(issue)
    assert all_of(store) == [Reading(document=named, claims=(), issues=(issue,))]
    assert store.loose_issues() == (issue,)


def test_a_row_that_makes_no_noun_is_an_error_that_says_what_to_do(store):
    store.add(one_reading(), reader=READER)
    with closing(sqlite3.connect(store.path)) as file:
        file.execute("DROP TRIGGER claims_no_update")
        file.execute("""UPDATE claims SET body = '{"slot": "killed", "value": {}}'""")
        file.commit()
    with pytest.raises(StoreError, match=r"cannot be read .* into a new file with --store"):
        all_of(store)


def test_words_find_the_reports_that_hold_all_of_them(store):
    gao, kidal = one_reading("A market in Gao was hit."), one_reading("A market in Kidal was hit.")
    for reading in (gao, kidal):
        store.add(reading, reader=READER)
    assert store.search("market gao", as_of=make.day("2020-01-01")) == (gao.document,)


def test_words_are_found_without_their_accents(store):
    reading = one_reading("Le gouverneur de Sévaré a parlé.")
    store.add(reading, reader=READER)
    assert store.search("severe Sevare", as_of=make.day("2020-01-01")) == ()
    assert store.search("Sevare", as_of=make.day("2020-01-01")) == (reading.document,)


@pytest.mark.parametrize("words", ['"', "NEAR(", "a AND", "*", "title:", "x' OR '1'='1", "-"])
def test_words_are_never_a_query(store, words):
    store.add(one_reading(), reader=READER)
    assert store.search(words, as_of=make.day("2020-01-01")) == ()


def test_words_of_reports_not_yet_known_find_nothing(store):
    store.add(one_reading(published="2013-04-10"), reader=READER)
    assert store.search("gunmen", as_of=make.day("2013-04-09")) == ()
