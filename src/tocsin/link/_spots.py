"""Places as the linker compares them."""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Literal, NamedTuple

from pyproj import Geod

from tocsin.core.values import Place
from tocsin.link._words import key

EARTH_KM = 6371.0088
# Above this radius a place is a province or a country: it can hold another place, it cannot be equal to a town.
WIDE_KM = 40.0
# tests/gold counts a place as found within 25 km; reports on one attack often name different villages near by.
SLACK_KM = {"within": 10.0, "across": 25.0}
# A place that no gazetteer holds ranks between a town and a province when the most specific place is chosen.
UNLOCATED_KM = 39.0
# Half a KiB each: those of a country and a few weeks are asked for again, those of long ago are not.
KINSHIPS_HELD = 1 << 13
Kinship = Literal["same", "near", "holds", "apart", "unlike"]
_GEOD = Geod(ellps="WGS84")


class Spot(NamedTuple):
    """A place in short: its key, country and province, and where it lies within how many km."""

    name: str
    shown: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    radius_km: float

    @property
    def is_wide(self) -> bool:
        """Whether the place is a province, a country or wider."""
        return self.radius_km > WIDE_KM


def spot_order(one: Spot) -> tuple[str, ...]:
    """Return a key to sort spots by, whatever is not known of them."""
    return tuple("" if field is None else str(field) for field in one)


def spot(place: Place) -> Spot:
    """Return `place` in short."""
    radius_km = place.precision_m / 1000 if place.precision_m is not None else UNLOCATED_KM
    return Spot(key(place.name), place.name, place.country, place.admin1, place.lat, place.lon, radius_km)


def most_specific(places: list[Place]) -> Place | None:
    """Return the place of the smallest radius, one with a country first; None where there is none."""
    return min(places, key=lambda p: (p.country is None, spot(p).radius_km), default=None)


@lru_cache(maxsize=KINSHIPS_HELD)
def kinship(left: Spot, right: Spot, slack_km: float) -> Kinship | None:
    """Return how two places stand to one another; None where that is not known."""
    if left.country is not None and right.country is not None and left.country != right.country:
        return "apart"
    distance_km = rough_km(left, right)
    if distance_km is None:
        return _by_name(left, right)
    if left.is_wide or right.is_wide:
        if left.is_wide and right.is_wide and left.name == right.name:
            return "same"
        return "holds" if distance_km <= max(left.radius_km, right.radius_km) * 1.5 + slack_km else "apart"
    if distance_km > left.radius_km + right.radius_km + slack_km:
        return "apart"
    return "same" if left.name == right.name else "near"


def _by_name(left: Spot, right: Spot) -> Kinship | None:
    if left.name == right.name:
        return "same"
    return None if left.is_wide or right.is_wide else "unlike"


def rough_km(left: Spot, right: Spot) -> float | None:
    """Return the great-circle distance on a sphere (within 0.6% of the geodesic), None where a point is missing."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    phi, psi = radians(left.lat), radians(right.lat)
    half = sin((phi - psi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(left.lon - right.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def geodesic_km(left: Place, right: Place) -> float | None:
    """Return the straight-line distance on the WGS 84 ellipsoid, None where a point is missing."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    _, _, metres = _GEOD.inv(left.lon, left.lat, right.lon, right.lat)
    return float(metres) / 1000
