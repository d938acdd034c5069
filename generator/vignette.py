"""The picture that goes with a shared link: France, with a mark for each hospital."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import shapely
from PIL import Image, ImageDraw

from generator import frames

if TYPE_CHECKING:
    from generator.directory import Directory
    from generator.projection import Point

SIZE = (1200, 630)
_WIDTH = 650
"""Of the mainland, which is nearly as high as wide."""
_FINE = 2
"""Drawn twice as large, then reduced: Pillow's own edges are rough."""
_GROUND, _LAND, _COAST = "#0d4f52", "#f6efe2", "#6d6a62"
_MARKS = {"officielle": "#a32217", "liste_2021": "#a32217", "depuis": "#0b4a7d"}
_RADIUS = 11


def png(directory: Directory) -> bytes:
    """Draw the picture, without words: no font is the same on each machine."""
    frame = frames.mainland(directory.france.departements, _WIDTH)
    left, top = (SIZE[0] - frame.width) / 2, (SIZE[1] - frame.height) / 2

    def fine(point: Point) -> Point:
        return (point[0] + left) * _FINE, (point[1] + top) * _FINE

    image = Image.new("RGB", (SIZE[0] * _FINE, SIZE[1] * _FINE), _GROUND)
    draw = ImageDraw.Draw(image)
    for part in shapely.get_parts(frame.shape):
        draw.polygon([fine(point) for point in part.exterior.coords], _LAND, _COAST, 2 * _FINE)
    for centre in directory.open:
        x, y = fine(frame.at(centre.longitude, centre.latitude))
        radius = _RADIUS * _FINE
        corners = [(x - radius, y - radius), (x + radius, y + radius)]
        shape = draw.rectangle if centre.groupe == "depuis" else draw.ellipse
        shape(corners, fill=_MARKS[centre.groupe], outline=_LAND, width=2 * _FINE)
    file = BytesIO()
    small = image.resize(SIZE, Image.Resampling.LANCZOS).quantize(64)
    small.save(file, "PNG", optimize=True)
    return file.getvalue()
