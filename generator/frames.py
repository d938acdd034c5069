"""The frames in which France is drawn: the mainland, Paris, each overseas département."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003  # dataclasses read annotations
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import box

from generator.departements import land_and_borders
from generator.paths import FINE, path_of
from generator.projection import Point, lambert93, mercator_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from generator.departements import Departement, Departements

# West, south, east, north in degrees: Paris and its near suburbs, from Versailles to Créteil.
PARIS = (2.09, 48.76, 2.53, 48.93)
WIDTH = 344
"""Units across the drawing: near a pixel each on a telephone of 360."""
OVERSEAS_WIDTH = 62
MARGIN = 6
_GRAIN = 1.25
"""Units: what is smaller is smoothed away."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Draw a part of France: positions in degrees become units of the drawing, y downwards."""

    key: str
    project: Callable[[float, float], Point]
    shapes: Sequence[BaseGeometry]
    """Départements on the plane, in metres; neighbours share their borders exactly."""
    bounds: tuple[float, float, float, float]
    """Least x and y, greatest x and y, in metres on the plane."""
    width: int
    fine: float = 1 / FINE
    """What its paths are scaled by."""

    @property
    def scale(self) -> float:
        """Units for a metre."""
        return (self.width - 2 * MARGIN) / (self.bounds[2] - self.bounds[0])

    @property
    def height(self) -> int:
        """Units from top to bottom."""
        return round((self.bounds[3] - self.bounds[1]) * self.scale) + 2 * MARGIN

    @property
    def affine(self) -> tuple[float, float, float]:
        """Scale, dx and dy: units are scale * x + dx and, downwards, dy - scale * y."""
        return (
            self.scale,
            MARGIN - self.bounds[0] * self.scale,
            MARGIN + self.bounds[3] * self.scale,
        )

    def at(self, longitude: float, latitude: float) -> Point:
        """Place a position (degrees WGS 84) in the drawing."""
        return self._place(*self.project(longitude, latitude))

    @property
    def shape(self) -> BaseGeometry:
        """The land, in units of the drawing."""
        return self._drawn[0]

    @property
    def land(self) -> str:
        """The coasts and outer borders, as the `d` of a path to be filled."""
        return path_of(self._drawn[0])

    @property
    def borders(self) -> str:
        """The borders between départements, as the `d` of a path to be stroked."""
        return path_of(self._drawn[1])

    @cached_property
    def _drawn(self) -> tuple[BaseGeometry, BaseGeometry]:
        clipped = [shapely.clip_by_rect(shape, *self._edges) for shape in self.shapes]
        seen = [shape for shape in clipped if not shape.is_empty]
        smooth = shapely.coverage_simplify(seen, _GRAIN / self.scale)
        land, borders = land_and_borders(list(smooth))
        return _moved(land, self._place), _moved(borders, self._place)

    @property
    def _edges(self) -> tuple[float, float, float, float]:
        beyond = MARGIN / self.scale
        west, south, east, north = self.bounds
        return west - beyond, south - beyond, east + beyond, north + beyond

    def _place(self, x: float, y: float) -> Point:
        scale, dx, dy = self.affine
        return scale * x + dx, dy - scale * y


def mainland(departements: Departements, width: int = WIDTH) -> Frame:
    """Frame metropolitan France, Corsica included."""
    shapes = [_moved(one.outline, lambert93) for one in _mainland(departements)]
    west, south, east, north = shapely.total_bounds(shapes)
    return Frame(
        key="france",
        project=lambert93,
        shapes=shapes,
        bounds=(west, south, east, north),
        width=width,
    )


def paris(departements: Departements) -> Frame:
    """Frame Paris and its near suburbs, where hospitals stand too close for the whole of France."""
    near = [one for one in _mainland(departements) if one.outline.intersects(box(*PARIS))]
    west, south, east, north = PARIS
    corners = [lambert93(x, y) for x in (west, east) for y in (south, north)]
    xs, ys = zip(*corners, strict=True)
    return Frame(
        key="paris",
        project=lambert93,
        shapes=[_moved(one.outline, lambert93) for one in near],
        bounds=(min(xs), min(ys), max(xs), max(ys)),
        width=WIDTH,
    )


def overseas(departements: Departements) -> dict[str, Frame]:
    """Frame each overseas département, by its code."""
    return {code: _island(one) for code, one in sorted(departements.items()) if one.is_overseas}


def _island(one: Departement) -> Frame:
    _, south, _, north = one.outline.bounds
    project = mercator_at((south + north) / 2)
    shape = _moved(one.outline, project)
    west, south, east, north = shape.bounds
    half = max(east - west, north - south) / 2
    x, y = (west + east) / 2, (south + north) / 2
    return Frame(
        key=one.code,
        project=project,
        shapes=[shape],
        bounds=(x - half, y - half, x + half, y + half),
        width=OVERSEAS_WIDTH,
    )


def _mainland(departements: Departements) -> Iterable[Departement]:
    return (one for one in departements.values() if not one.is_overseas)


def _moved(shape: BaseGeometry, move: Callable[[float, float], Point]) -> BaseGeometry:
    return shapely.transform(shape, lambda points: np.array([move(x, y) for x, y in points]))
