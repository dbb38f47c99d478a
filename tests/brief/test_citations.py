"""What a fact of the brief cites."""

from datetime import date, timedelta

import make
from tocsin.brief._citations import REPORTS_CITED, Citations, Item
from tocsin.core.record import Record
from tocsin.core.values import Text

ITEM = Item("Actor 1", "actor-1")
FIRST_DAY = date(2013, 4, 1)


def told_in(n_reports: int) -> tuple[Citations, list[str]]:
    """Return the citations of a record of reports that all tell of gunmen, and their claims, the latest first."""
    days = [(FIRST_DAY + timedelta(days=n)).isoformat() for n in range(n_reports)]
    documents = tuple(make.document(text=f"Gunmen fired on {day}.", published=day) for day in days)
    claims = tuple(make.claim(of=document, value=Text(text="Gunmen"), span="Gunmen") for document in documents)
    record = Record(as_of=date(2100, 1, 1), documents=documents, claims=claims)
    return Citations(record), [claim.id for claim in reversed(claims)]


def test_few_reports_are_all_cited_in_the_order_of_their_days() -> None:
    citations, claims = told_in(3)
    fact = citations.fact("gunmen", claims, ITEM)
    assert ([cite.label for cite in fact.cites], fact.n_more) == (["R1", "R2", "R3"], 0)


def test_of_many_reports_the_earliest_are_cited_and_the_others_counted() -> None:
    citations, claims = told_in(3 * REPORTS_CITED)
    fact = citations.fact("gunmen", claims, ITEM)
    assert [cite.label for cite in fact.cites] == [f"R{n}" for n in range(1, REPORTS_CITED + 1)]
    assert fact.n_more == 2 * REPORTS_CITED


def test_the_words_that_a_reader_is_sent_to_first_are_in_the_brief() -> None:
    citations, claims = told_in(3 * REPORTS_CITED)
    fact = citations.fact("gunmen", claims, ITEM)
    assert fact.href in {f"#{citations.anchor(span)}" for span in citations.used}


def test_what_is_held_does_not_grow_with_the_number_of_reports() -> None:
    citations, claims = told_in(3 * REPORTS_CITED)
    citations.fact("gunmen", claims, ITEM)
    assert len(citations.used) == REPORTS_CITED + 1


def test_words_without_a_claim_cite_nothing() -> None:
    assert told_in(1)[0].fact("gunmen", (), ITEM) == ("gunmen", None, (), 0)
