"""Degrees as metres of the French projections, by the formulas that IGN and Krüger published."""

from __future__ import annotations

from math import asinh, atan, atanh, cos, cosh, exp, log, pi, radians, sin, sinh, sqrt, tan

MAJOR, FLATTENING = 6_378_137.0, 1 / 298.257222101
"""The ellipsoid GRS 80, in metres."""


def lambert_93(latitude: float, longitude: float) -> tuple[float, float]:
    """Project as IGN's note NTG 71 does, with its constants for Lambert 93."""
    eccentricity = sqrt(FLATTENING * (2 - FLATTENING))
    n, c, east, north = 0.7256077650, 11_754_255.426, 700_000.0, 12_655_612.050
    phi = radians(latitude)
    bent = ((1 - eccentricity * sin(phi)) / (1 + eccentricity * sin(phi))) ** (eccentricity / 2)
    isometric = log(tan(pi / 4 + phi / 2) * bent)
    radius, angle = c * exp(-n * isometric), n * radians(longitude - 3)
    return east + radius * sin(angle), north - radius * cos(angle)


def utm(latitude: float, longitude: float, zone: int) -> tuple[float, float]:
    """Project by Krüger's series to the third order, which is right to the millimetre."""
    n = FLATTENING / (2 - FLATTENING)
    scaled = 0.9996 * MAJOR / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    series = (
        n / 2 - 2 / 3 * n**2 + 5 / 16 * n**3,
        13 / 48 * n**2 - 3 / 5 * n**3,
        61 / 240 * n**3,
    )
    phi, away = radians(latitude), radians(longitude - (6 * zone - 183))
    root = 2 * sqrt(n) / (1 + n)
    t = sinh(atanh(sin(phi)) - root * atanh(root * sin(phi)))
    xi, eta = atan(t / cos(away)), asinh(sin(away) / sqrt(t**2 + cos(away) ** 2))
    terms = list(enumerate(series, 1))
    east = eta + sum(a * cos(2 * j * xi) * sinh(2 * j * eta) for j, a in terms)
    north = xi + sum(a * sin(2 * j * xi) * cosh(2 * j * eta) for j, a in terms)
    return 500_000 + scaled * east, (10_000_000 if latitude < 0 else 0) + scaled * north
