"""Distances on the globe, against another way of measuring them."""

from __future__ import annotations

from math import atan2, cos, pi, radians, sin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.distance import EARTH_KM, bearing, great_circle_km, nearest
from generator.rules import Spot

SPOTS = st.builds(Spot, latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
HALF_TURN = pi * EARTH_KM

LILLE = Spot(latitude=50.611, longitude=3.03696)
LYON = Spot(latitude=45.700182, longitude=4.809948)
NICE = Spot(latitude=43.69789, longitude=7.22539)
REUNION = Spot(latitude=-20.87897, longitude=55.44863)


def by_vectors(a: Spot, b: Spot) -> float:
    """Measure the angle between two vectors from the centre of the globe."""

    def vector(spot: Spot) -> tuple[float, float, float]:
        latitude, longitude = radians(spot.latitude), radians(spot.longitude)
        return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)

    (a1, a2, a3), (b1, b2, b3) = vector(a), vector(b)
    cross = sqrt((a2 * b3 - a3 * b2) ** 2 + (a3 * b1 - a1 * b3) ** 2 + (a1 * b2 - a2 * b1) ** 2)
    return EARTH_KM * atan2(cross, a1 * b1 + a2 * b2 + a3 * b3)


def by_vincenty(a: Spot, b: Spot) -> float:
    """Measure the geodesic of the ellipsoid WGS 84 by Vincenty's inverse formula."""
    major, flat = 6378.137, 1 / 298.257223563
    minor = major * (1 - flat)
    u1 = atan2((1 - flat) * sin(radians(a.latitude)), cos(radians(a.latitude)))
    u2 = atan2((1 - flat) * sin(radians(b.latitude)), cos(radians(b.latitude)))
    apart = turn = radians(b.longitude - a.longitude)
    for _ in range(100):
        sin_s = sqrt(
            (cos(u2) * sin(turn)) ** 2 + (cos(u1) * sin(u2) - sin(u1) * cos(u2) * cos(turn)) ** 2
        )
        cos_s = sin(u1) * sin(u2) + cos(u1) * cos(u2) * cos(turn)
        arc = atan2(sin_s, cos_s)
        sin_a = cos(u1) * cos(u2) * sin(turn) / sin_s
        cos2_a = 1 - sin_a**2
        middle = cos_s - 2 * sin(u1) * sin(u2) / cos2_a
        c = flat / 16 * cos2_a * (4 + flat * (4 - 3 * cos2_a))
        bend = arc + c * sin_s * (middle + c * cos_s * (2 * middle**2 - 1))
        turn = apart + (1 - c) * flat * sin_a * bend
    square = cos2_a * (major**2 - minor**2) / minor**2
    big = 1 + square / 16384 * (4096 + square * (-768 + square * (320 - 175 * square)))
    small = square / 1024 * (256 + square * (-128 + square * (74 - 47 * square)))
    change = (
        small
        * sin_s
        * (
            middle
            + small
            / 4
            * (
                cos_s * (2 * middle**2 - 1)
                - small / 6 * middle * (4 * sin_s**2 - 3) * (4 * middle**2 - 3)
            )
        )
    )
    return minor * big * (arc - change)


def test_the_radius_is_the_mean_of_the_ellipsoid() -> None:
    major = 6378.137
    minor = major * (1 - 1 / 298.257223563)
    assert pytest.approx((2 * major + minor) / 3, abs=1e-4) == EARTH_KM


@given(SPOTS, SPOTS)
def test_a_distance_is_the_angle_between_two_vectors(a: Spot, b: Spot) -> None:
    # Haversines lose half of the figures between opposite points: 1 m is what is left there.
    assert great_circle_km(a, b) == pytest.approx(by_vectors(a, b), rel=1e-9, abs=1e-3)


@pytest.mark.parametrize(
    ("a", "b"), [(LILLE, LYON), (LYON, NICE), (LILLE, NICE), (NICE, REUNION), (LILLE, REUNION)]
)
def test_a_distance_is_within_a_hundredth_of_the_ellipsoid_s(a: Spot, b: Spot) -> None:
    assert great_circle_km(a, b) == pytest.approx(by_vincenty(a, b), rel=0.006)


@given(SPOTS, SPOTS)
def test_a_distance_is_the_same_both_ways(a: Spot, b: Spot) -> None:
    assert great_circle_km(a, b) == great_circle_km(b, a)


@given(SPOTS)
def test_a_place_is_at_no_distance_from_itself(a: Spot) -> None:
    assert great_circle_km(a, a) == 0


@given(SPOTS, SPOTS)
def test_a_distance_is_half_a_turn_at_most(a: Spot, b: Spot) -> None:
    assert 0 <= great_circle_km(a, b) <= HALF_TURN


@given(SPOTS, SPOTS, SPOTS)
def test_a_detour_is_never_shorter(a: Spot, b: Spot, c: Spot) -> None:
    assert great_circle_km(a, c) <= great_circle_km(a, b) + great_circle_km(b, c) + 1e-3


@pytest.mark.parametrize(
    ("a", "b", "part"),
    [
        (Spot(latitude=0, longitude=0), Spot(latitude=90, longitude=0), 1 / 2),
        (Spot(latitude=-90, longitude=0), Spot(latitude=90, longitude=0), 1),
        (Spot(latitude=0, longitude=-90), Spot(latitude=0, longitude=90), 1),
        (Spot(latitude=0, longitude=179), Spot(latitude=0, longitude=-179), 2 / 180),
        (Spot(latitude=0, longitude=-180), Spot(latitude=0, longitude=180), 0),
        (Spot(latitude=60, longitude=0), Spot(latitude=60, longitude=180), 60 / 180),
    ],
)
def test_known_arcs_are_parts_of_half_a_turn(a: Spot, b: Spot, part: float) -> None:
    assert great_circle_km(a, b) == pytest.approx(part * HALF_TURN, abs=1e-6)


def test_the_nearest_come_first_with_their_distance() -> None:
    assert nearest(LYON, [REUNION, LILLE, NICE], 2) == [
        (NICE, great_circle_km(LYON, NICE)),
        (LILLE, great_circle_km(LYON, LILLE)),
    ]


def test_a_place_is_not_near_itself_but_its_twin_is() -> None:
    twin = Spot(latitude=LYON.latitude, longitude=LYON.longitude)
    found = nearest(LYON, [LYON, twin], 3)
    assert found == [(twin, 0)]
    assert found[0][0] is twin


@given(SPOTS, st.lists(SPOTS, max_size=8), st.integers(0, 10))
def test_no_place_left_out_is_nearer(origin: Spot, places: list[Spot], count: int) -> None:
    found = nearest(origin, places, count)
    assert len(found) == min(count, len(places))
    distances = sorted(great_circle_km(origin, place) for place in places)
    assert [km for _, km in found] == distances[:count]


def test_places_at_one_distance_keep_their_order() -> None:
    east, west = Spot(latitude=0, longitude=1), Spot(latitude=0, longitude=-1)
    origin = Spot(latitude=0, longitude=0)
    assert [place for place, _ in nearest(origin, [west, east], 2)] == [west, east]
    assert [place for place, _ in nearest(origin, [east, west], 2)] == [east, west]


@pytest.mark.parametrize(
    ("north", "east", "expected"),
    [(0.01, 0, 0), (0, 0.01, 90), (-0.01, 0, 180), (0, -0.01, 270)],
)
def test_a_bearing_goes_from_north_by_east(north: float, east: float, expected: float) -> None:
    there = Spot(latitude=LYON.latitude + north, longitude=LYON.longitude + east)
    assert bearing(LYON, there) == pytest.approx(expected, abs=0.01)


@given(SPOTS, SPOTS)
def test_a_bearing_leads_there(a: Spot, b: Spot) -> None:
    """By the spherical law of cosines, which has no part in the bearing's own formula."""
    arc = by_vectors(a, b) / EARTH_KM
    lean = cos(radians(a.latitude)) * sin(arc)
    if abs(lean) < 1e-3:
        return  # at a pole, where one stands, or on the other side of the globe: any way will do
    north = (sin(radians(b.latitude)) - sin(radians(a.latitude)) * cos(arc)) / lean
    assert cos(radians(bearing(a, b))) == pytest.approx(north, abs=1e-6)
    east = sin(radians(b.longitude - a.longitude))
    if abs(sin(radians(bearing(a, b)))) > 1e-6 < abs(east):
        assert (bearing(a, b) < 180) == (east > 0)
