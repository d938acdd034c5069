"""Marks moved apart."""

from __future__ import annotations

from itertools import combinations
from math import dist

from hypothesis import given
from hypothesis import strategies as st

from generator.spread import apart

SIZE = (400.0, 400.0)
GAP = 26
PLACES = st.lists(st.tuples(st.floats(0, 400), st.floats(0, 400)), max_size=12)


@given(PLACES)
def test_no_two_marks_stay_closer_than_the_gap_and_none_leaves_the_drawing(
    points: list[tuple[float, float]],
) -> None:
    moved = apart(points, GAP, SIZE)
    assert all(dist(a, b) > GAP - 0.5 for a, b in combinations(moved, 2))
    assert all(0 <= x <= SIZE[0] and 0 <= y <= SIZE[1] for x, y in moved)


def test_marks_that_are_apart_do_not_move() -> None:
    points = [(50.0, 50.0), (80.0, 50.0), (200.0, 300.0)]
    assert apart(points, GAP, SIZE) == points


def test_twelve_marks_in_one_place_stay_around_it() -> None:
    moved = apart([(200.0, 200.0)] * 12, GAP, SIZE)
    assert all(dist(a, b) > GAP - 0.5 for a, b in combinations(moved, 2))
    assert all(dist(point, (200, 200)) < 3 * GAP for point in moved)


def test_twelve_marks_in_a_corner_part_too() -> None:
    moved = apart([(0.0, 0.0)] * 12, GAP, SIZE)
    assert all(dist(a, b) > GAP - 0.5 for a, b in combinations(moved, 2))


def test_more_marks_than_fit_end_all_the_same() -> None:
    moved = apart([(30.0, 30.0)] * 300, GAP, (60.0, 60.0))
    assert all(0 <= x <= 60 and 0 <= y <= 60 for x, y in moved)


def test_marks_without_room_for_all_stay_where_they_are_if_half_is_free() -> None:
    lattice = [(10.0 + 20 * x, 10.0 + 20 * y) for x in range(20) for y in range(20)]
    assert apart(lattice, GAP, SIZE) == lattice
