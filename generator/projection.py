"""Flat positions for drawing: Lambert-93 for metropolitan France, Mercator for each overseas frame.

Both keep angles, so no shape is flattened. Input in degrees WGS 84, output in metres on the plane,
y to the north.
"""

from __future__ import annotations

from math import asinh, cos, log, pi, radians, sin, sqrt, tan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Point = tuple[float, float]

# Ellipsoid GRS 80; parallels, origin and false origin of Lambert-93 (IGN, NTG 71; EPSG:2154).
_A = 6_378_137.0
_E = sqrt(0.006_694_380_022_90)
_PARALLELS = (radians(44), radians(49))
_LATITUDE, _LONGITUDE = radians(46.5), radians(3)
_EAST, _NORTH = 700_000.0, 6_600_000.0


def _t(latitude: float) -> float:
    leaning = (1 - _E * sin(latitude)) / (1 + _E * sin(latitude))
    return float(tan(pi / 4 - latitude / 2) / leaning ** (_E / 2))


def _m(latitude: float) -> float:
    return cos(latitude) / sqrt(1 - (_E * sin(latitude)) ** 2)


_N = log(_m(_PARALLELS[0]) / _m(_PARALLELS[1])) / log(_t(_PARALLELS[0]) / _t(_PARALLELS[1]))
_F = _A * _m(_PARALLELS[0]) / (_N * _t(_PARALLELS[0]) ** _N)
_RHO = _F * _t(_LATITUDE) ** _N


def lambert93(longitude: float, latitude: float) -> Point:
    """Project a position of metropolitan France (degrees) as EPSG:2154 does, in metres."""
    rho = _F * _t(radians(latitude)) ** _N
    theta = _N * (radians(longitude) - _LONGITUDE)
    return _EAST + rho * sin(theta), _NORTH + _RHO - rho * cos(theta)


def mercator_at(parallel: float) -> Callable[[float, float], Point]:
    """Return a Mercator projection on the sphere, in true metres along a parallel (degrees)."""
    scale = _A * cos(radians(parallel))

    def project(longitude: float, latitude: float) -> Point:
        return scale * radians(longitude), scale * asinh(tan(radians(latitude)))

    return project
