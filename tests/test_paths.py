"""Shapes as SVG writes them."""

from __future__ import annotations

from shapely.geometry import LineString, MultiPolygon, Point, Polygon

from generator.paths import path_of


def test_a_ring_is_written_by_steps_of_a_tenth_and_closed() -> None:
    assert path_of(Polygon([(0, 0), (1.04, 0), (1, 1)])) == "M0 0l10 0 0 10z"


def test_a_hole_is_a_ring_of_its_own() -> None:
    shape = Polygon([(0, 0), (9, 0), (9, 9)], [[(7, 1), (8, 1), (8, 2)]])
    assert path_of(shape) == "M0 0l90 0 0 90zM70 10l10 0 0 10z"


def test_a_line_stays_open_and_its_points_that_fall_together_are_one() -> None:
    assert path_of(LineString([(1, 2), (1.01, 2), (0, 0)])) == "M10 20l-10-20"


def test_what_is_smaller_than_a_tenth_is_not_drawn() -> None:
    dot = Point(5, 5).buffer(0.01)
    square = Polygon([(0, 0), (1, 0), (1, 1)])
    assert path_of(MultiPolygon([dot, square])) == "M0 0l10 0 0 10z"
