"""The first page of the brief."""

import dataclasses

import pytest

import make
import make_record
from tocsin.brief._summary import Counts, summary_view
from tocsin.core.record import Incident, Record, Toll
from tocsin.core.values import Place

NONE = Counts(0, 0, 0)


def incident(name: str, *, toll: Toll | None = None, where: Place | None = make.GAO) -> Incident:
    return Incident(id=name, type="ASSAULT", mode=None, title="Raid", when=make.when(), where=where, killed=toll)


def sentences(*incidents: Incident, counts: Counts = NONE) -> list[str]:
    record = Record(as_of=make.day("2013-05-01"), incidents=incidents)
    return ["".join(part.text for part in s) for s in summary_view(record, [], counts).sentences]


def toll(low: int | None, best: int | None, high: int | None) -> Toll:
    return Toll(low=low, best=best, high=high, claims=())


@pytest.mark.parametrize(
    ("tolls", "words"),
    [
        (
            [toll(10, 12, 15), toll(3, 3, 3)],
            "15 people killed by the best figures, 13 by the lowest, 18 by the highest",
        ),
        ([toll(12, 12, 12), toll(3, 3, 3)], "15 people killed"),
        ([toll(12, 12, None)], "12 people killed, or more, for some have no upper bound"),
    ],
)
def test_tolls_are_added_bound_by_bound(tolls: list[Toll], words: str) -> None:
    told = sentences(*[incident(f"i-{n}", toll=t) for n, t in enumerate(tolls)])
    assert f" with a figure, {words}." in told[1]


def test_attacks_without_a_figure_are_not_taken_for_attacks_without_deaths() -> None:
    told = sentences(incident("i-1"), incident("i-2", toll=toll(3, 3, 3)))
    assert "For 1 attack no number of killed is told; that does not mean that nobody died." in told


def test_recalled_events_are_not_added_up() -> None:
    past = dataclasses.replace(incident("i-2", toll=toll(500, 500, 500)), is_background=True)
    assert "3 people killed." in sentences(incident("i-1", toll=toll(3, 3, 3)), past)[1]


def test_a_reprint_is_not_an_independent_report() -> None:
    record = make_record.record()
    copy = dataclasses.replace(record.documents[1], copy_of=record.documents[0].id)
    view = summary_view(dataclasses.replace(record, documents=(record.documents[0], copy)), [], NONE)
    assert [(n, what) for n, what, _ in view.figures[:2]] == [("2", "reports"), ("1", "independent of each other")]


def test_the_title_names_the_countries_with_most_incidents() -> None:
    places = [
        make.GAO,
        make.GAO,
        make.AGADEZ,
        make.place(name="Sebha", country="LY"),
        make.place(name="Tunis", country="TN"),
    ]
    record = Record(
        as_of=make.day("2013-05-01"), incidents=tuple(incident(f"i-{n}", where=p) for n, p in enumerate(places))
    )
    assert summary_view(record, [], NONE).title == "What was reported in Mali, Niger, Libya and one other country"
