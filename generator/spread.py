"""Marks that would hide each other, moved apart."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from generator.projection import Point

ROUNDS = 200
"""Enough for twenty marks in one place; where there is no room, marks stay closer than asked."""
MOST = 0.5
"""Part of a drawing that marks may take up: with more, all would be pushed far away."""
_HEXAGON = sqrt(3) / 2
"""Room of a mark among others as close as they may be, for a gap of 1."""
_TENTH = 0.1
_GOLDEN = 2.399963
"""Radians: multiples of it share a circle evenly, for marks in the very same place."""


def apart(points: Sequence[Point], gap: float, size: Point) -> list[Point]:
    """Move points as little as needed for `gap` between each two, within a drawing of that size.

    A tenth of a unit may be missing: without it, rounding would never let the pushing end.
    """
    edge = gap / 2
    farthest = np.maximum(edge, np.array(size) - edge)
    gap = min(gap, sqrt(MOST * size[0] * size[1] / _HEXAGON / max(1, len(points))))
    moved = np.array(points, dtype=float).reshape(-1, 2)
    for turn in range(ROUNDS):
        pushes = _pushes(moved, gap, turn)
        pushed = pushes.any(axis=1)
        if not pushed.any():
            break
        moved[pushed] = np.clip(moved[pushed] + pushes[pushed], edge, farthest)
    return [(float(x), float(y)) for x, y in moved]


def _pushes(points: NDArray[np.float64], gap: float, turn: int) -> NDArray[np.float64]:
    """Say how far each point that is too close to others must go; a tree keeps this near linear.

    `turn`, in radians, changes from a round to the next: two marks that an edge stops part there.
    """
    places = np.asarray(shapely.points(points))
    tree = shapely.STRtree(places)
    number, other = tree.query(places, predicate="dwithin", distance=gap - _TENTH)
    number, other = number[number != other], other[number != other]
    away = points[number] - points[other]
    distance = np.hypot(*away.T)
    angle = _GOLDEN * number + turn
    around = gap / 2 * np.column_stack((np.cos(angle), np.sin(angle)))
    # Each of the two goes half of what is missing.
    share = (gap - distance) / 2 / np.maximum(distance, _TENTH)
    parts = np.where((distance < _TENTH)[:, None], around, away * share[:, None])
    total = np.zeros_like(points)
    np.add.at(total, number, parts)
    # Many pushes at once would throw a mark much too far.
    slower: NDArray[np.float64] = gap / 4 / np.maximum(np.hypot(*total.T), _TENTH)
    return total * np.minimum(1.0, slower)[:, None]
