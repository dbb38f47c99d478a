"""The map."""

import itertools

import pytest

import make
from tocsin.brief._citations import Citations
from tocsin.brief._incidents import IncidentView, incident_views, numbered
from tocsin.brief._map import map_view
from tocsin.brief._outlines import outlines
from tocsin.core.record import Incident, Record
from tocsin.core.values import Place


def views(*places: Place | None, background: bool = False) -> list[IncidentView]:
    incidents = [
        Incident(id=f"i-{n}", type="ASSAULT", mode=None, title="Raid", when=None, where=where, is_background=background)
        for n, where in enumerate(places)
    ]
    return incident_views(numbered(incidents, at_most=500), Citations(Record(as_of=make.day("2013-05-01"))))


def test_north_is_up_and_east_is_right() -> None:
    made = map_view(views(make.GAO, make.AGADEZ, make.KIDAL), width=960, tallest=600)
    assert made is not None
    gao, agadez, kidal = sorted(made.spots, key=lambda s: s.label.text if s.label else "")
    assert gao.x < kidal.x < agadez.x
    assert kidal.y < agadez.y < gao.y


def test_the_circle_and_the_scale_bar_have_the_same_scale() -> None:
    made = map_view(views(make.GAO, make.KIDAL, make.MALI), width=960, tallest=600)
    assert made is not None
    country = max(made.spots, key=lambda s: s.ry)
    assert country.ry / 600 == pytest.approx(made.scale_px / made.scale_km, rel=0.01)
    assert country.is_area


def test_distances_on_the_map_are_those_on_the_ground() -> None:
    made = map_view(views(make.GAO, make.KIDAL), width=960, tallest=600)
    assert made is not None
    one, other = made.spots
    drawn_km = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 / made.scale_px * made.scale_km
    assert drawn_km == pytest.approx(286, rel=0.02)  # Gao to Kidal on the WGS 84 ellipsoid (pyproj Geod.inv)


def test_incidents_on_one_spot_share_a_label() -> None:
    made = map_view(views(make.GAO, make.GAO, make.GAO, make.KIDAL), width=960, tallest=600)
    assert made is not None
    assert {s.label.text for s in made.spots if s.label} == {"1\N{EN DASH}3 Gao", "4 Kidal"}


def test_a_lone_far_place_does_not_shrink_the_map_and_is_counted() -> None:
    far = make.place(name="Manila", country="PH", at=(14.6, 121.0))
    made = map_view(views(*[make.GAO] * 10, make.KIDAL, far), width=960, tallest=600)
    assert made is not None
    assert (len(made.spots), made.n_outside) == (2, 1)


def test_without_any_position_there_is_no_map() -> None:
    assert map_view(views(None, make.place(at=None)), width=960, tallest=600) is None


def test_labels_do_not_overlap() -> None:
    crowd = [make.place(name=f"P{n}", at=(16 + n % 5 * 0.4, n // 5 * 0.4)) for n in range(25)]
    made = map_view(views(*crowd), width=960, tallest=600)
    assert made is not None
    spans = [(s.label.y, s.label.x, len(s.label.text)) for s in made.spots if s.label and s.label.anchor == "start"]
    clashes = [
        (a, b)
        for a in spans
        for b in spans
        if a < b and abs(a[0] - b[0]) < 13 and b[1] - a[1] < a[2] * 6.6 and b[1] >= a[1]
    ]
    assert clashes == []


@pytest.mark.parametrize(("code", "lon", "lat"), [("ML", -0.04, 16.27), ("NE", 7.99, 16.97), ("FR", 2.35, 48.86)])
def test_a_town_lies_inside_the_outline_of_its_country(code: str, lon: float, lat: float) -> None:
    rings = [shape.rings[0] for shape in outlines() if shape.code == code]
    inside = [
        sum(
            (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0
            for (x0, y0), (x1, y1) in itertools.pairwise(ring)
        ) % 2
        for ring in rings
    ]  # fmt: skip
    assert sum(inside) == 1
