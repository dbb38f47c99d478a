"""The timeline."""

import itertools

import pytest

import make
from tocsin.brief._citations import Citations
from tocsin.brief._incidents import IncidentView, incident_views, numbered
from tocsin.brief._timeline import timeline_view
from tocsin.core.record import Incident, Record
from tocsin.core.values import When


def views(*dates: When | None, recalled: tuple[When, ...] = ()) -> list[IncidentView]:
    told = [(when, False) for when in dates] + [(when, True) for when in recalled]
    incidents = [
        Incident(id=f"i-{n}", type="ASSAULT", mode=None, title="Raid", when=when, where=None, is_background=past)
        for n, (when, past) in enumerate(told)
    ]
    return incident_views(numbered(incidents, at_most=500), Citations(Record(as_of=make.day("2013-05-01"))))


def test_later_days_stand_to_the_right_in_proportion() -> None:
    days = [make.when(start=d) for d in ("2013-01-01", "2013-01-11", "2013-01-31")]
    made = timeline_view(views(*days), width=960, lane_px=19)
    assert made is not None
    first, second, third = sorted(bar.x for bar in made.bars)
    assert (second - first) / (third - first) == pytest.approx(1 / 3)


def test_a_month_is_a_bar_as_long_as_the_month() -> None:
    month = make.when(start="2013-02-01", end="2013-02-28")
    made = timeline_view(
        views(make.when(start="2013-01-01"), make.when(start="2013-04-11"), month), width=960, lane_px=19
    )
    assert made is not None
    bars = sorted(made.bars, key=lambda b: b.x)
    assert bars[1].width / (bars[2].x - bars[0].x) == pytest.approx(27 / 100)


def test_incidents_of_one_day_are_stacked() -> None:
    made = timeline_view(views(*[make.when()] * 3), width=960, lane_px=19)
    assert made is not None
    assert len({bar.y for bar in made.bars}) == 3


def test_a_recalled_event_long_before_is_counted_not_drawn() -> None:
    old = make.when(start="1996-05-26")
    made = timeline_view(views(make.when(), make.when(start="2013-04-20"), recalled=(old,)), width=960, lane_px=19)
    assert made is not None
    assert (len(made.bars), made.n_outside) == (2, 1)


def test_an_incident_without_a_date_is_counted() -> None:
    made = timeline_view(views(make.when(), None), width=960, lane_px=19)
    assert made is not None
    assert made.n_undated == 1
    assert timeline_view(views(None), width=960, lane_px=19) is None


@pytest.mark.parametrize("last", ["2013-04-12", "2013-06-01", "2014-03-01", "2025-01-01", "2199-01-01"])
def test_labels_of_the_axis_keep_apart_and_within_the_picture(last: str) -> None:
    made = timeline_view(views(make.when(), make.when(start=last)), width=960, lane_px=19)
    assert made is not None
    places = [x for x, _ in made.ticks]
    assert places
    assert all(after - before >= 60 for before, after in itertools.pairwise(places))
    assert max(places) <= 960 - 30


def test_the_first_and_the_last_day_of_the_calendar_can_be_drawn() -> None:
    made = timeline_view(views(make.when(start="0001-01-01"), make.when(start="9999-12-31")), width=960, lane_px=19)
    assert made is not None
    assert len(made.bars) == 2
