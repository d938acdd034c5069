"""The départements: names, regions and outlines (data/departements.geojson)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import compress
from math import cos, radians
from typing import TYPE_CHECKING, Any

from shapely import difference, line_merge, prepare, touches, transform, union_all
from shapely.geometry import Point, shape

from generator.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

KM_PER_DEGREE = 111.195
"""Kilometres in a degree of latitude, on the sphere of distance.py."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Departement:
    """Name a département and draw it."""

    code: str
    nom: str
    de: str
    """The name after « près », with its little word: "du Finistère"."""
    region: str
    outline: BaseGeometry
    """Simplified to about 2 km; degrees WGS 84, longitude first."""

    @property
    def is_overseas(self) -> bool:
        """Whether it is far from the mainland."""
        return self.code.startswith("97")

    def distance_km(self, latitude: float, longitude: float) -> float:
        """Measure how far outside the outline a position is, in km; 0 within."""
        east = cos(radians(latitude))
        flat = transform(self.outline, lambda xy: xy * [east, 1.0])
        return float(flat.distance(Point(longitude * east, latitude))) * KM_PER_DEGREE


class Departements(dict[str, Departement]):
    """Hold the départements by code, and their GeoJSON as it was read."""

    geojson: dict[str, Any]

    @classmethod
    def read(cls, text: str) -> Departements:
        """Read data/departements.geojson, which tools/geographie.py writes."""
        geojson = json.loads(text)
        self = cls()
        self.geojson = geojson
        for feature in geojson["features"]:
            names, outline = feature["properties"], shape(feature["geometry"])
            prepare(outline)
            self[names["code"]] = Departement(
                code=names["code"],
                nom=names["nom"],
                de=names["de"],
                region=names["region"],
                outline=outline,
            )
        return self

    def beside(self, departement: Departement) -> list[Departement]:
        """List the départements that share a border with one, by their name."""
        touching = touches([one.outline for one in self.values()], departement.outline)
        return sorted(compress(self.values(), touching), key=lambda one: fold(one.nom))


def land_and_borders(shapes: Sequence[BaseGeometry]) -> tuple[BaseGeometry, BaseGeometry]:
    """Return what the shapes cover together, and the lines between them, each once.

    Half of the length of outlines is drawn twice where each shape has its own.
    """
    land = union_all(shapes)
    lines = union_all([shape.boundary for shape in shapes])
    return land, line_merge(difference(lines, land.boundary))
