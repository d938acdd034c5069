"""Marks that would hide each other, moved apart."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from math import cos, hypot, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    gap = min(gap, sqrt(MOST * size[0] * size[1] / _HEXAGON / max(1, len(points))))
    moved = list(points)
    for _ in range(ROUNDS):
        pushes = _pushes(moved, gap)
        if not pushes:
            break
        for number, (dx, dy) in pushes.items():
            x, y = moved[number][0] + dx, moved[number][1] + dy
            moved[number] = (
                min(max(x, edge), max(edge, size[0] - edge)),
                min(max(y, edge), max(edge, size[1] - edge)),
            )
    return moved


def _pushes(points: Sequence[Point], gap: float) -> dict[int, Point]:
    """Say how far each point that is too close to others must go; cells keep this linear."""
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (x, y) in enumerate(points):
        cells[int(x // gap), int(y // gap)].append(number)
    pushes: dict[int, Point] = {}
    for (column, row), members in cells.items():
        cell_and_around = product(range(column - 1, column + 2), range(row - 1, row + 2))
        near = [other for cell in cell_and_around for other in cells.get(cell, ())]
        for number in members:
            parts = [_push(points, number, other, gap) for other in near if other != number]
            if any(map(any, parts)):
                pushes[number] = _step([sum(part) for part in zip(*parts, strict=True)], gap)
    return pushes


def _step(push: Sequence[float], gap: float) -> Point:
    """Shorten a push: many at once would throw a mark much too far."""
    slower = min(1.0, gap / 4 / hypot(*push)) if any(push) else 1.0
    return push[0] * slower, push[1] * slower


def _push(points: Sequence[Point], number: int, other: int, gap: float) -> Point:
    x, y = points[number][0] - points[other][0], points[number][1] - points[other][1]
    distance = hypot(x, y)
    if distance > gap - _TENTH:
        return 0.0, 0.0
    if distance < _TENTH:
        turn = _GOLDEN * number
        return gap / 2 * cos(turn), gap / 2 * sin(turn)
    # Each of the two goes half of what is missing.
    share = (gap - distance) / 2 / distance
    return x * share, y * share
