"""Outlines of countries, for maps without a network."""

import json
from functools import cache
from typing import Any, NamedTuple

from tocsin.core.vocabulary import data_file

Point = tuple[float, float]


class Outline(NamedTuple):
    """A polygon of a country in degrees, longitude first: its outer ring and its holes, and the box around it."""

    code: str | None
    rings: tuple[tuple[Point, ...], ...]
    west: float
    south: float
    east: float
    north: float


@cache
def outlines() -> tuple[Outline, ...]:
    """Return the polygons of all countries (data/outlines.topo.json, from Natural Earth 1:50m)."""
    topology = json.loads(data_file("outlines.topo.json").read_text(encoding="utf-8"))
    step, arcs = topology["transform"]["scale"][0], topology["arcs"]
    lines = [_line(arc, step) for arc in arcs]
    shapes = topology["objects"]["countries"]["geometries"]
    return tuple(_outline(shape, polygon, lines) for shape in shapes for polygon in shape["arcs"])


def _line(arc: list[list[int]], step: float) -> list[Point]:
    points, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * step, y * step))
    return points


def _outline(shape: dict[str, Any], polygon: list[list[int]], lines: list[list[Point]]) -> Outline:
    rings = tuple(_ring(ring, lines) for ring in polygon)
    lons, lats = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    return Outline(shape["properties"]["code"], rings, min(lons), min(lats), max(lons), max(lats))


def _ring(numbers: list[int], lines: list[list[Point]]) -> tuple[Point, ...]:
    """Return the points of a ring; a negative number stands for an arc that is walked backwards."""
    points: list[Point] = []
    for n in numbers:
        line = lines[n] if n >= 0 else lines[~n][::-1]
        points.extend(line if not points else line[1:])
    return tuple(points)
