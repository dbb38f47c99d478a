"""Comparisons in the brief."""

import dataclasses

import pytest

import make_record
from tocsin.brief._citations import Citations
from tocsin.brief._incidents import numbered
from tocsin.brief._links import apart_words, link_views
from tocsin.core.record import Link

LINK = make_record.record().links[0]


@pytest.mark.parametrize(
    ("apart", "words"),
    [
        ((60.4, 10.0, 14, 2), "60 km apart, give or take 10 km; 14 days apart, give or take 2 days"),
        ((0.2, 10.0, 5, 0), "in the same place, give or take 10 km; 5 days apart"),
        ((1200.0, 0.0, 0, 0), "1,200 km apart; on the same day"),
        ((None, None, 1, 1), "distance not known; 1 day apart, give or take 1 day"),
        ((60.0, 5.0, None, None), "60 km apart, give or take 5 km; time between them not known"),
    ],
)
def test_distances_keep_their_precision(
    apart: tuple[float | None, float | None, int | None, int | None], words: str
) -> None:
    km, km_precision, days, days_precision = apart
    link = dataclasses.replace(
        LINK, distance_km=km, distance_precision_km=km_precision, days_apart=days, days_precision=days_precision
    )
    assert apart_words(link) == words


def test_the_pair_with_most_in_common_comes_first_and_lost_ones_are_left_out() -> None:
    record = make_record.record()
    better = dataclasses.replace(LINK, id="l-2", score=0.9)
    lost = dataclasses.replace(LINK, id="l-3", left="i-unknown", score=1.0)
    links: list[Link] = [LINK, better, lost]
    shown = numbered(record.incidents, at_most=10)
    assert [k.id for k in link_views(links, shown, Citations(record), at_most=5)] == ["l-2", "l-1"]


def test_what_differs_shows_both_sides() -> None:
    record = make_record.record()
    (view,) = link_views(record.links, numbered(record.incidents, at_most=10), Citations(record), at_most=5)
    assert [(name, fact.text) for name, fact in view.different] == [("manner", "armed attack / bombing")]
    assert view.unknown == ("weapon",)
