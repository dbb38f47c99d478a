"""Marks in the text of a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import make
from tocsin.brief._citations import Citations, Item
from tocsin.brief._reports import Piece, _cited, _pieces, report_views, web_address
from tocsin.core.document import Span
from tocsin.core.record import Record

TEXT = "Gunmen attacked a market in Gao. Twelve died.\nNobody claimed it."


def citations(text: str = TEXT) -> Citations:
    document = make.document(text=text)
    return Citations(Record(as_of=make.day("2013-05-01"), documents=(document,)))


def drawn(pieces: list[Piece]) -> str:
    return "".join({"open": "[", "close": "]", "text": p.text}[p.kind] for p in pieces)


def marked(*spans: tuple[int, int], text: str = TEXT) -> list[Piece]:
    known = citations(text)
    name = next(iter(known.documents))
    return list(_pieces(text, (0, len(text)), [Span(document=name, start=a, end=b) for a, b in spans], known))


def test_a_span_within_another_is_marked_within_it() -> None:
    assert drawn(marked((0, 24), (7, 15))).startswith("[Gunmen [attacked] a market]")


def test_spans_that_cross_are_cut_where_they_cross() -> None:
    pieces = marked((0, 15), (7, 24))
    assert drawn(pieces).startswith("[Gunmen [attacked]][ a market] in")
    assert [p.id for p in pieces if p.kind == "open"] == ["R1-0-15", "R1-7-24", None]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12))
def test_marks_nest_keep_the_text_and_give_each_span_one_anchor(starts: list[tuple[int, int]]) -> None:
    spans = {(a, min(a + n, len(TEXT))) for a, n in starts}
    pieces = marked(*spans)
    assert "".join(p.text for p in pieces) == TEXT
    depth = 0
    for piece in pieces:
        depth += {"open": 1, "close": -1, "text": 0}[piece.kind]
        assert depth >= 0
    assert depth == 0
    assert sorted(p.id for p in pieces if p.id) == sorted(f"R1-{a}-{b}" for a, b in spans)


def test_a_paragraph_says_what_rests_on_it() -> None:
    document = make.document(text=TEXT)
    claim = make.claim(of=document, value=make.act(), span="attacked")
    known = Citations(Record(as_of=make.day("2013-05-01"), documents=(document,), claims=(claim,)))
    known.fact("attack", [claim.id], Item("Incident 2", "incident-2"))
    known.fact("attack", [claim.id], Item("Incident 1", "incident-1"))
    first, second = next(report_views(known, whole=True)).paragraphs
    assert [(kind, [p.text for p in parts]) for kind, parts in first.used] == [("Incidents", ["1", "2"])]
    assert second.used == ()


def test_only_cited_sentences_are_kept_when_asked() -> None:
    parts = _cited(TEXT, [Span(document="d", start=33, end=39)])
    assert [TEXT[a:b] for a, b in parts] == ["Twelve died.\n"]


@pytest.mark.parametrize("uri", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http:", "//[", None])
def test_what_is_no_web_address_is_not_linked(uri: str | None) -> None:
    assert web_address(uri) is None
