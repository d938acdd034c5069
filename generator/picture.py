"""The picture of France: a drawing for each frame, with a mark for each hospital."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from math import hypot
from typing import TYPE_CHECKING

from generator import frames
from generator.labels import Box, placed
from generator.spread import apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.centres import Centre
    from generator.departements import Departements
    from generator.directory import Directory
    from generator.frames import Frame
    from generator.labels import Label
    from generator.projection import Point

GAP = 26
"""Units between marks: 24 pixels (WCAG 2.5.8) where the drawing is 320 pixels wide."""
LOCATOR_WIDTH = 200
_LEADER = 3
"""Units: a mark moved further has a line to where its hospital stands."""
_KIND = re.compile(
    r"^(hôpital|hôpitaux|centre( hospitalier)?|ch[ru]*|institut) (d(es?|u) |d['’])?", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Show a hospital: where it stands, where its mark is, and its name there."""

    centre: Centre
    true: Point
    shown: Point
    label: Label | None = None

    @property
    def moved(self) -> Point | None:
        """The way from the mark to where the hospital stands; None where it is no way at all."""
        x, y = self.true[0] - self.shown[0], self.true[1] - self.shown[1]
        return (x, y) if hypot(x, y) > _LEADER else None


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """Show a frame and its marks; `inset` is where another frame lies in it."""

    frame: Frame
    marks: Sequence[Mark]
    inset: Box | None = None
    bordered: bool = True
    """Whether départements are drawn."""


class Picture:
    """Draw the open hospitals of a list, each in one frame."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._all = frames.mainland(self._departements)
        self._small = frames.mainland(self._departements, LOCATOR_WIDTH)
        self._overseas = frames.overseas(self._departements)

    @cached_property
    def mainland(self) -> Drawing:
        """France with Corsica; the frame of Paris is a box in it."""
        west, south, east, north = frames.PARIS
        xs, ys = zip(
            *(self._all.at(x, y) for x in (west, east) for y in (south, north)), strict=True
        )
        box = Box(left=min(xs), top=min(ys), right=max(xs), bottom=max(ys))
        rest = [
            (centre, self._town(centre))
            for centre in self._directory.open
            if not self._is_overseas(centre) and not _in_paris(centre)
        ]
        return _drawing(self._all, rest, box)

    @cached_property
    def paris(self) -> Drawing:
        """Paris and its near suburbs."""
        near = [(one, short_name(one)) for one in self._directory.open if _in_paris(one)]
        return _drawing(frames.paris(self._departements), near)

    @cached_property
    def overseas(self) -> dict[str, Drawing]:
        """Each overseas département, by its name."""
        drawings = {}
        for code, frame in self._overseas.items():
            here = [one for one in self._directory.open if self._code(one) == code]
            drawings[self._departements[code].nom] = _drawing(frame, [(one, "") for one in here])
        return drawings

    @property
    def sketch(self) -> Frame:
        """France with Corsica, small and without marks."""
        return self._small

    @property
    def any_overseas(self) -> bool:
        """Whether a hospital of the list is overseas."""
        return any(drawing.marks for drawing in self.overseas.values())

    def locator(self, centre: Centre) -> Drawing:
        """Show where one hospital stands, withdrawn or not."""
        frame = self._overseas.get(self._code(centre), self._small)
        drawing = _drawing(frame, [(centre, self._town(centre))])
        return replace(drawing, bordered=False)

    @property
    def _departements(self) -> Departements:
        return self._directory.france.departements

    def _code(self, centre: Centre) -> str:
        return self._directory.departement(centre).code

    def _is_overseas(self, centre: Centre) -> bool:
        return self._code(centre) in self._overseas

    def _town(self, centre: Centre) -> str:
        return self._directory.france.gazetteer.town_near(centre) or centre.ville


def short_name(centre: Centre) -> str:
    """Leave out of a name what kind of hospital it is: "Saint-Louis"."""
    return _KIND.sub("", centre.nom).partition(",")[0]


def _in_paris(centre: Centre) -> bool:
    west, south, east, north = frames.PARIS
    return west <= centre.longitude <= east and south <= centre.latitude <= north


def _drawing(
    frame: Frame, named: Sequence[tuple[Centre, str]], inset: Box | None = None
) -> Drawing:
    size = (frame.width, frame.height)
    true = [frame.at(centre.longitude, centre.latitude) for centre, _ in named]
    shown = apart(true, GAP, size)
    names = [(name, point) for (_, name), point in zip(named, shown, strict=True)]
    labels = placed(names, size, [inset] if inset else [])
    marks = [
        Mark(centre=centre, true=at, shown=point, label=label)
        for (centre, _), at, point, label in zip(named, true, shown, labels, strict=True)
    ]
    return Drawing(frame=frame, marks=marks, inset=inset)
