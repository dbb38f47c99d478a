"""A map of the outlook: how likely it is in each country, and what the neighbours' records add to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from tocsin.brief._labels import LETTER_WIDTH
from tocsin.brief._outlines import Point
from tocsin.brief._projection import KM_PER_DEGREE, View, land_paths, view_of
from tocsin.brief._wording import country_name, listed, percent
from tocsin.core.answer import Answer, Driver
from tocsin.core.vocabulary import csv_rows

# An arrow is drawn from this share on; it is so wide for a share of one, and at most as wide as that.
LEAST_SHARE = 0.01
WIDEST_PX, PX_PER_SHARE, THINNEST_PX = 9.0, 36.0, 1.2
# A share whose range over refits is at most this part of it is drawn as firm.
FIRM = 0.5
BEND = 0.16
# An arrow begins and ends this far from the middles of the countries.
ENDS = (0.18, 0.8)
HALF_LABEL_PX = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """From a neighbour to a country: the path of its line and of its head."""

    line: str
    head: str
    width: float
    is_firm: bool
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookMap:
    """A map: land (path, and probability or None where it was not asked), arrows, and figures on countries."""

    width: int
    height: int
    land: tuple[tuple[str, float | None], ...]
    arrows: tuple[Arrow, ...]
    figures: tuple[tuple[float, float, str, str], ...]
    description: str


def outlook_map(answers: Sequence[Answer], *, width: int, tallest: int) -> OutlookMap:
    """Return the map of answers to the same question about several countries."""
    middles = {row["code"]: row for row in csv_rows("countries.csv") if row["lat"]}
    shown = [answer for answer in answers if answer.question.unit in middles]
    view = view_of([point for a in shown for point in _corners(middles[a.question.unit])], width, tallest)
    at = {code: view.place(float(row["lon"]), float(row["lat"])) for code, row in middles.items()}
    chance = {answer.question.unit: answer.probability for answer in shown}
    return OutlookMap(
        width=width,
        height=view.height,
        land=tuple((path, chance.get(code or "")) for code, path in land_paths(view)),
        arrows=tuple(arrow for answer in shown for arrow in _arrows(answer, at, view)),
        figures=tuple(
            (*at[unit], percent(p), country_name(unit)) for unit, p in chance.items() if _inside(at[unit], view)
        ),
        description=f"{listed([f'{country_name(unit)} {percent(p)}' for unit, p in chance.items()])}.",
    )


def _corners(row: dict[str, str]) -> tuple[Point, Point]:
    """Return two corners of a box around the middle of a country, half as wide as the country is."""
    lon, lat, reach = float(row["lon"]), float(row["lat"]), float(row["radius_km"]) / KM_PER_DEGREE / 2
    return (lon - reach, lat - reach), (lon + reach, lat + reach)


def _arrows(answer: Answer, at: dict[str, Point], view: View) -> Iterator[Arrow]:
    for driver in answer.drivers:
        known = driver.kind == "neighbour" and driver.unit in at and _inside(at[driver.unit or ""], view)
        if known and driver.share >= LEAST_SHARE:
            yield _arrow(answer, driver, (at[driver.unit or ""], at[answer.question.unit]))


def _arrow(answer: Answer, driver: Driver, ends: tuple[Point, Point]) -> Arrow:
    """Return the arrow of one neighbour, bent to its left so that two that meet do not cover each other."""
    (x0, y0), (x1, y1) = ends
    dx, dy = x1 - x0, y1 - y0
    bend = ((x0 + x1) / 2 + dy * BEND, (y0 + y1) / 2 - dx * BEND)
    start, stop = (_along(ends[0], bend, ends[1], t) for t in ENDS)
    width = min(WIDEST_PX, max(THINNEST_PX, driver.share * PX_PER_SHARE))
    empty = "" if driver.without is None else f"; with that record empty {percent(driver.without)}"
    return Arrow(
        line=f"M{start[0]:.1f} {start[1]:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {stop[0]:.1f} {stop[1]:.1f}",
        head=_head(stop, (stop[0] - bend[0], stop[1] - bend[1]), width),
        width=width,
        is_firm=driver.high - driver.low <= FIRM * driver.share,
        title=f"{country_name(driver.unit)} to {country_name(answer.question.unit)}: {driver.share:.1%} of what is "
        f"expected ({driver.low:.1%} to {driver.high:.1%} in nine of ten refits){empty}",
    )


def _along(start: Point, bend: Point, end: Point, t: float) -> Point:
    """Return the point at `t` of a quadratic curve."""
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1]


def _head(tip: Point, along: Point, width: float) -> str:
    """Return a triangle that points along a direction, its middle at `tip`."""
    length = hypot(*along) or 1.0
    ux, uy = along[0] / length, along[1] / length
    size = 5 + width
    points = (
        (tip[0] + ux * size, tip[1] + uy * size),
        (tip[0] - uy * size / 2, tip[1] + ux * size / 2),
        (tip[0] + uy * size / 2, tip[1] - ux * size / 2),
    )
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _inside(point: Point, view: View) -> bool:
    return HALF_LABEL_PX <= point[0] <= view.width - HALF_LABEL_PX and LETTER_WIDTH <= point[1] <= view.height
