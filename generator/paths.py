"""Shapes as SVG writes them."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

FINE = 10
"""Parts of a unit: whole numbers of them make a path a third shorter than decimals do."""


def path_of(shape: BaseGeometry) -> str:
    """Write rings and lines as the `d` of a path, in tenths of a unit: scale it by 1 / FINE."""
    return "".join(_drawn(points, end) for points, end in _parts(shape))


def _parts(shape: BaseGeometry) -> Iterator[tuple[Iterable[tuple[float, ...]], str]]:
    match shape:
        case Polygon():
            for ring in (shape.exterior, *shape.interiors):
                yield ring.coords[:-1], "z"
        case LineString():
            yield shape.coords, ""
        case MultiPolygon() | MultiLineString():
            for part in shape.geoms:
                yield from _parts(part)


def _drawn(points: Iterable[tuple[float, ...]], end: str) -> str:
    """Move to the first point, then by steps; points that fall together are one."""
    places = [
        place for place, _ in groupby((round(x * FINE), round(y * FINE)) for x, y, *_ in points)
    ]
    if len(places) < 2:  # noqa: PLR2004  # a single point draws nothing
        return ""
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(places)]
    return f"M{_numbers(places[:1])}l{_numbers(steps)}{end}"


def _numbers(pairs: list[tuple[int, int]]) -> str:
    return " ".join(f"{x} {y}" for x, y in pairs).replace(" -", "-")
