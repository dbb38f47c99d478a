"""Seas, rivers, mountains and regions of our own list, held against the towns of GeoNames."""

import sqlite3

import numpy as np
import pytest
from pyproj import Geod

from tocsin.core.vocabulary import csv_rows
from tocsin.read._gazetteer import gazetteer, gazetteer_path

SLACK_KM = 100.0  # deserts and mountains have no towns
FEATURES = {row["name"]: row for row in csv_rows("features.csv")}


@pytest.fixture(scope="module")
def towns() -> dict[str, np.ndarray]:
    gazetteer()
    found: dict[str, list[tuple[float, float]]] = {}
    with sqlite3.connect(gazetteer_path()) as connection:
        for country, lon, lat in connection.execute("SELECT country, lon, lat FROM place WHERE kind = 'town'"):
            found.setdefault(country, []).append((lon, lat))
    return {country: np.array(points) for country, points in found.items()}


def km_from_the_nearest(row: dict[str, str], points: np.ndarray) -> float:
    at = np.broadcast_to([float(row["lon"]), float(row["lat"])], points.shape)
    return float(Geod(ellps="WGS84").inv(*at.T, *points.T)[2].min()) / 1000


def test_a_feature_reaches_towns_of_each_country_that_it_lies_in(towns: dict[str, np.ndarray]) -> None:
    astray = [
        (name, country)
        for name, row in FEATURES.items()
        for country in row["countries"].split()
        if km_from_the_nearest(row, towns[country]) > float(row["radius_km"]) + SLACK_KM
    ]
    assert astray == []


def test_no_feature_is_listed_twice() -> None:
    names = [name for row in csv_rows("features.csv") for name in (row["name"], *row["others"].split("|")) if name]
    assert sorted(names) == sorted(set(names))
