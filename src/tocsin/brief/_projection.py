"""A plain projection of the part of the world that a map shows: outlines and names of countries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from tocsin.brief._labels import LETTER_WIDTH, Box, overlap
from tocsin.brief._outlines import Point, outlines
from tocsin.core.values import Place
from tocsin.core.vocabulary import csv_rows

KM_PER_DEGREE = 111.2
SMALLEST_VIEW_DEGREES = 9.0
MARGIN = 0.12
SMALLEST_COUNTRY_LABEL_PX = 26
LINE_HEIGHT = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """An equirectangular projection, true to scale at the middle latitude; `px` is pixels per degree of latitude."""

    west: float
    north: float
    px: float
    squeeze: float
    width: int
    height: int

    def place(self, lon: float, lat: float) -> Point:
        """Return where a point in degrees lies on the map, in pixels."""
        return (lon - self.west) * self.squeeze * self.px, (self.north - lat) * self.px

    def holds(self, place: Place) -> bool:
        """Return whether a place lies on the map."""
        x, y = self.place(place.lon or 0.0, place.lat or 0.0)
        return 0 <= x <= self.width and 0 <= y <= self.height


def view_of(points: Sequence[Point], width: int, tallest: int) -> View:
    """Return the view that holds all points (longitude, latitude), at most so wide and tall."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = max(0.2, cos(radians((south + north) / 2)))
    wide = max((east - west) * squeeze, SMALLEST_VIEW_DEGREES) * (1 + 2 * MARGIN)
    high = max(north - south, SMALLEST_VIEW_DEGREES) * (1 + 2 * MARGIN)
    px = min(width / wide, tallest / high)
    height = round(min(tallest, max(high * px, width * 0.5)))
    return View(
        west=(west + east) / 2 - width / px / squeeze / 2,
        north=(south + north) / 2 + height / px / 2,
        px=px,
        squeeze=squeeze,
        width=width,
        height=height,
    )


def land_paths(view: View) -> Iterable[tuple[str | None, str]]:
    """Yield the countries in sight, with their codes, as SVG paths, points closer than a pixel left out."""
    east, south = view.west + view.width / view.px / view.squeeze, view.north - view.height / view.px
    for shape in outlines():
        if shape.west < east and shape.east > view.west and shape.south < view.north and shape.north > south:
            path = "".join(_path([view.place(*p) for p in ring]) for ring in shape.rings)
            if path:
                yield shape.code, path


def _path(points: Sequence[Point]) -> str:
    kept: list[Point] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 1:
            kept.append((x, y))
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"


def country_labels(view: View, boxes: list[Box]) -> Iterable[tuple[float, float, str]]:
    """Yield names of countries with room for them, the largest countries first."""
    rows = [r for r in csv_rows("countries.csv") if r["lat"]]
    for row in sorted(rows, key=lambda r: -float(r["radius_km"])):
        x, y = view.place(float(row["lon"]), float(row["lat"]))
        half = len(row["name"]) * LETTER_WIDTH / 2
        box = (x - half, y - LINE_HEIGHT, x + half, y + 4)
        fits = half < x < view.width - half and LINE_HEIGHT < y < view.height - LINE_HEIGHT
        large = float(row["radius_km"]) / KM_PER_DEGREE * view.px > max(SMALLEST_COUNTRY_LABEL_PX, half * 0.7)
        if fits and large and not any(overlap(box, other) for other in boxes):
            boxes.append(box)
            yield x, y, row["name"]
