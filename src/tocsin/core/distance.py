"""Distances on the globe."""

from math import asin, cos, radians, sin, sqrt

from tocsin.core.values import Place

EARTH_RADIUS_KM = 6371.0088


def great_circle_km(left: Place, right: Place) -> float:
    """Return the great-circle distance in km between two places that have coordinates (haversine formula).

    >>> paris, london = Place(name="Paris", lat=48.8566, lon=2.3522, precision_m=1), Place(
    ...     name="London", lat=51.5074, lon=-0.1278, precision_m=1)
    >>> round(great_circle_km(paris, london))
    344
    """
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        raise ValueError(f"no coordinates for {left.name if left.lat is None else right.name}")
    phi, psi = radians(left.lat), radians(right.lat)
    a = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(right.lon - left.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(a)))
