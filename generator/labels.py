"""Names written beside marks, where there is room."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.projection import Point

SIZE = 12
"""Units of the drawing: the height of its letters."""
_WIDTH = 0.52
"""Of a letter, in its height: wide, since each reader's system has its own font."""
RADIUS = 8
"""Units: half of what a mark takes up."""
_CELL = 32
"""Units: a box is compared with those of its cells only, which keeps this near linear."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """Take up room in a drawing; y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def path(self) -> str:
        """Its edge, as the `d` of a path."""
        return (
            f"M{self.left:.1f} {self.top:.1f}H{self.right:.1f}V{self.bottom:.1f}H{self.left:.1f}z"
        )

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes share room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """Write a name beside a mark: from its middle to the start, middle or end of the baseline."""

    text: str
    x: float
    y: float
    anchor: Anchor

    def box(self, mark: Point) -> Box:
        """Return what the letters take up, by a guess of their width."""
        width = len(self.text) * SIZE * _WIDTH
        left = mark[0] + self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        base = mark[1] + self.y
        return Box(left=left, top=base - SIZE, right=left + width, bottom=base + SIZE / 4)


def placed(
    names: Iterable[tuple[str, Point]], size: Point, taken: Iterable[Box] = ()
) -> list[Label | None]:
    """Write each name beside its mark, within a drawing of that size; None where nothing is free.

    A name that is written once is not written again. Those with the least choice choose first.
    """
    named = list(names)
    full = _Full([*taken, *(box_of(point) for _, point in named)])

    def free(number: int) -> list[Label]:
        text, point = named[number]
        return [label for label in _beside(text) if _fits(label.box(point), size, full)]

    choice = [len(free(number)) for number in range(len(named))]
    labels: list[Label | None] = [None] * len(named)
    written: set[str] = set()
    for number in sorted(range(len(named)), key=choice.__getitem__):
        text, point = named[number]
        if text not in written and (found := free(number)):
            labels[number] = found[0]
            written.add(text)
            full.add(found[0].box(point))
    return labels


def box_of(point: Point) -> Box:
    """Return what a mark takes up."""
    x, y = point
    return Box(left=x - RADIUS, top=y - RADIUS, right=x + RADIUS, bottom=y + RADIUS)


def _beside(text: str) -> Iterator[Label]:
    """Yield the places for a name, the easiest to read first."""
    if not text:
        return
    across, middle, under = RADIUS + 3, SIZE / 3, RADIUS + SIZE
    yield Label(text=text, x=across, y=middle, anchor="start")
    yield Label(text=text, x=-across, y=middle, anchor="end")
    yield Label(text=text, x=0, y=under, anchor="middle")
    yield Label(text=text, x=0, y=-across, anchor="middle")
    for y in (under, -RADIUS):
        yield Label(text=text, x=RADIUS, y=y, anchor="start")
        yield Label(text=text, x=-RADIUS, y=y, anchor="end")


def _fits(box: Box, size: Point, full: _Full) -> bool:
    inside = box.left >= 0 and box.top >= 0 and box.right <= size[0] and box.bottom <= size[1]
    return inside and not full.meets(box)


class _Full:
    """Hold what is taken, by the cells that it lies in."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Take room."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def meets(self, box: Box) -> bool:
        """Tell whether some of a box is taken."""
        return any(box.meets(one) for cell in _cells(box) for one in self._cells.get(cell, ()))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    columns = range(int(box.left // _CELL), int(box.right // _CELL) + 1)
    rows = range(int(box.top // _CELL), int(box.bottom // _CELL) + 1)
    return product(columns, rows)
