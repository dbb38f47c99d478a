"""Incidents as GeoJSON."""

import json
from pathlib import Path

import pytest

import make_record
from tocsin.brief import write_geojson


@pytest.fixture
def written(tmp_path: Path) -> dict:
    write_geojson(make_record.record(), tmp_path / "incidents.geojson")
    return json.loads((tmp_path / "incidents.geojson").read_text())


def test_a_point_has_longitude_before_latitude(written: dict) -> None:
    assert written["features"][0]["geometry"] == {"type": "Point", "coordinates": [-0.04, 16.27]}


def test_a_point_tells_its_precision_and_basis(written: dict) -> None:
    properties = written["features"][0]["properties"]
    assert (properties["precision_m"], properties["basis"], properties["country"]) == (5000, "gazetteer", "ML")


def test_a_point_carries_the_toll_with_its_range(written: dict) -> None:
    properties = written["features"][0]["properties"]
    assert [properties[f"killed_{b}"] for b in ("low", "best", "high")] == [11, 15, 15]
    assert properties["injured_best"] is None


def test_an_incident_without_coordinates_is_counted_and_listed_but_has_no_point(written: dict) -> None:
    assert [f["id"] for f in written["features"]] == ["i-1"]
    assert written["left_out"] == {
        "count": 1,
        "incidents": [
            {"id": "i-2", "title": "Earlier raid", "place": "Gao", "why": "the place has no coordinates"},
        ],
    }
