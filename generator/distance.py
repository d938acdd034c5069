"""Distances on the globe, between positions in degrees WGS 84."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

# Mean radius of the WGS 84 ellipsoid (IUGG): a sphere is within 0.6 % of the ellipsoid.
EARTH_KM = 6371.0088


class Place(Protocol):
    """Stand anywhere on the globe."""

    @property
    def latitude(self) -> float:
        """Degrees WGS 84, north positive."""

    @property
    def longitude(self) -> float:
        """Degrees WGS 84, east positive."""


P = TypeVar("P", bound=Place)


def great_circle_km(a: Place, b: Place) -> float:
    """Measure the great circle between two places, in km (haversine)."""
    half_lat = radians(b.latitude - a.latitude) / 2
    half_lon = radians(b.longitude - a.longitude) / 2
    chord = sin(half_lat) ** 2 + (
        cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(half_lon) ** 2
    )
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def bearing(a: Place, b: Place) -> float:
    """Say where to start for `b` from `a` along the great circle: degrees from north, by east."""
    here, there, apart = map(radians, (a.latitude, b.latitude, b.longitude - a.longitude))
    east = sin(apart) * cos(there)
    north = cos(here) * sin(there) - sin(here) * cos(there) * cos(apart)
    return degrees(atan2(east, north)) % 360


def nearest(origin: Place, places: Iterable[P], count: int) -> list[tuple[P, float]]:
    """List the `count` places nearest to the origin with their distance in km, nearest first."""
    measured = [(place, great_circle_km(origin, place)) for place in places if place is not origin]
    return sorted(measured, key=lambda pair: pair[1])[:count]
