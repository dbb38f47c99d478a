"""A map of the incidents that have coordinates, as the numbers a template draws."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, radians
from statistics import median

from tocsin.brief._incidents import IncidentView
from tocsin.brief._labels import DOT, Box, Label, labelled, numbers_words
from tocsin.brief._outlines import Point
from tocsin.brief._projection import KM_PER_DEGREE, SMALLEST_VIEW_DEGREES, View, country_labels, land_paths, view_of
from tocsin.brief._wording import country_name, listed, metres_words, place_words
from tocsin.core.values import Place

KEPT_IN_FOCUS = 0.9
NUMBERS_IN_LABEL = 3
NARROW_PX = 500
# With no more places than this, a spot is labelled with the name of its place.
FEW_SPOTS = 15
# From this radius on a point stands for an area: it is drawn as a ring.
AREA_FROM_M = 50_000
SCALE_STEPS_KM = (20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point with the incidents there; `rx` and `ry` draw the precision; no label where it has no room."""

    x: float
    y: float
    rx: float
    ry: float
    label: Label | None
    href: str
    title: str
    is_background: bool
    is_area: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """A map: paths of countries, spots, names of countries, and a scale bar of `scale_px` for `scale_km`."""

    width: int
    height: int
    land: tuple[str, ...]
    names: tuple[tuple[float, float, str], ...]
    spots: tuple[Spot, ...]
    scale_px: float
    scale_km: int
    description: str
    n_outside: int


def map_view(views: Sequence[IncidentView], *, width: int, tallest: int) -> MapView | None:
    """Return the map of the incidents that have coordinates; None if there are none."""
    groups = _by_point(views)
    if not groups:
        return None
    view = view_of(_in_focus(groups), width, tallest)
    boxes: list[Box] = [(0, view.height - 32, width * 0.45, view.height)]
    inside = [(place, group) for place, group in groups if view.holds(place)]
    spots = _spots(inside, view, boxes)
    step = max((s for s in SCALE_STEPS_KM if s / KM_PER_DEGREE * view.px < width * 0.3), default=SCALE_STEPS_KM[0])
    return MapView(
        width=width,
        height=view.height,
        land=tuple(path for _, path in land_paths(view)),
        names=tuple(country_labels(view, boxes)),
        spots=tuple(sorted(spots, key=lambda s: -s.rx)),
        scale_px=step / KM_PER_DEGREE * view.px,
        scale_km=step,
        description=_description(inside),
        n_outside=sum(len(group) for _, group in groups) - sum(len(group) for _, group in inside),
    )


def _by_point(views: Iterable[IncidentView]) -> list[tuple[Place, list[IncidentView]]]:
    groups: dict[tuple[float, float], list[IncidentView]] = {}
    places: dict[tuple[float, float], Place] = {}
    for one in views:
        where = one.incident.where
        if where is not None and where.lat is not None and where.lon is not None:
            groups.setdefault((where.lat, where.lon), []).append(one)
            places.setdefault((where.lat, where.lon), where)
    return [(places[key], group) for key, group in groups.items()]


def _in_focus(groups: Sequence[tuple[Place, Sequence[IncidentView]]]) -> list[Point]:
    """Return the points that the map has to show: where most of what the reports are about happened.

    The tenth of the incidents that lies farthest out is left to the edge if the map is then less than half as large.
    """
    about = [(p.lon or 0.0, p.lat or 0.0) for p, group in groups for v in group if not v.incident.is_background]
    points = about or [(p.lon or 0.0, p.lat or 0.0) for p, _ in groups]
    middle = median(x for x, _ in points), median(y for _, y in points)
    nearest = sorted(points, key=lambda p: (p[0] - middle[0]) ** 2 + (p[1] - middle[1]) ** 2)
    core = nearest[: ceil(len(nearest) * KEPT_IN_FOCUS)]
    return core if _area(core) < _area(points) / 2 else points


def _area(points: Sequence[Point]) -> float:
    width = max(x for x, _ in points) - min(x for x, _ in points)
    height = max(y for _, y in points) - min(y for _, y in points)
    return max(width, SMALLEST_VIEW_DEGREES) * max(height, SMALLEST_VIEW_DEGREES)


def _spots(groups: Sequence[tuple[Place, Sequence[IncidentView]]], view: View, boxes: list[Box]) -> list[Spot]:
    """Return the spots; labels keep clear of all dots and of one another, those of incidents before recalled ones."""
    at = [view.place(place.lon or 0.0, place.lat or 0.0) for place, _ in groups]
    dots = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in at]
    order = sorted(range(len(groups)), key=lambda n: (_is_past(groups[n][1]), len(groups[n][1]), n))
    most = NUMBERS_IN_LABEL if view.width > NARROW_PX else 1
    made = {}
    for n in order:
        place, group = groups[n]
        text = numbers_words([v.number for v in group], most)
        if len(groups) <= FEW_SPOTS and view.width > NARROW_PX:
            text = f"{text} {place.name}"
        made[n] = _spot(groups[n], at[n], view, labelled(text, at[n], (dots, boxes), view.width))
    boxes += dots
    return [made[n] for n in range(len(groups))]


def _is_past(group: Iterable[IncidentView]) -> bool:
    return all(v.incident.is_background for v in group)


def _spot(group: tuple[Place, Sequence[IncidentView]], at: Point, view: View, label: Label | None) -> Spot:
    place, views = group
    radius = max(v.incident.where.precision_m or 0 for v in views if v.incident.where) / 1000 / KM_PER_DEGREE * view.px
    titles = "; ".join(f"{v.number}. {v.title.text}" for v in views)
    within = f", known to within {metres_words(place.precision_m)}" if place.precision_m else ""
    return Spot(
        x=at[0], y=at[1], rx=radius * view.squeeze / max(0.2, cos(radians(place.lat or 0.0))), ry=radius, label=label,
        href=f"#{views[0].item.anchor}", title=f"{place_words(place)}{within}: {titles}",
        is_background=_is_past(views), is_area=(place.precision_m or 0) >= AREA_FROM_M,
    )  # fmt: skip


def _description(groups: Sequence[tuple[Place, Sequence[IncidentView]]]) -> str:
    """Return the map in words: how many incidents in which countries."""
    counts: dict[str, int] = {}
    for place, group in groups:
        name = country_name(place.country) or place.name
        counts[name] = counts.get(name, 0) + len(group)
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return "Incidents on the map: " + listed([f"{n} in {name}" for name, n in most]) + "."
