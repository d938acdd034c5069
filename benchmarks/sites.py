"""What benchmarks/carte.py opens: our site, our map with many hospitals, folium's default map."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import dataclass, field, fields
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import folium
from PIL import Image
from shapely.geometry import Point
from xstatic.pkg import leaflet

from generator import carte, engine, pages, publish
from generator.content import Content
from generator.directory import Directory
from generator.french import telephone_fr
from generator.picture import Picture
from generator.site import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.centres import Centre

ROOT = Path(__file__).parents[1]
NEAR = 0.6
"""Degrees: how far a copy of a hospital may stand from it."""
TILE = "tuile.png"
"""What stands for each picture of streets: none can be had without their host."""
LEAFLET = Path(leaflet.BASE_DIR)
MODULES = ROOT / ".benchmark" / "node_modules"
AWESOME = MODULES / "drmonty-leaflet-awesome-markers"
LOCAL = {
    "leaflet": LEAFLET / "leaflet.js",
    "leaflet_css": LEAFLET / "leaflet.css",
    "jquery": MODULES / "jquery/dist/jquery.min.js",
    "bootstrap": MODULES / "bootstrap/dist/js/bootstrap.bundle.min.js",
    "bootstrap_css": MODULES / "bootstrap/dist/css/bootstrap.min.css",
    "awesome_markers": AWESOME / "js/leaflet.awesome-markers.js",
    "awesome_markers_css": AWESOME / "css/leaflet.awesome-markers.css",
    "awesome_markers_font_css": MODULES / "@fortawesome/fontawesome-free/css/all.min.css",
}
"""Where this machine has what folium's default map asks of other hosts, by folium's names."""


@dataclass(frozen=True, kw_only=True)
class MapOnly(Content):
    """Make no page from the list but the map, and note how long its parts take."""

    milliseconds: dict[str, float] = field(default_factory=dict)

    def source_files(self) -> Iterator[SourceFile]:
        """Yield the map with its files, and an empty page where the menu expects the list."""
        start = perf_counter()
        picture = Picture(self.directory)
        drawings = [picture.mainland, picture.paris, *picture.overseas.values()]
        assert sum(len(drawing.marks) for drawing in drawings) == len(self.directory.open)
        drawn = perf_counter()
        interactive = carte.draw(self.directory)
        page = pages.map_page(self.directory, picture, interactive, self.publication)
        self.milliseconds["making the drawing"] = (drawn - start) * 1000
        self.milliseconds["making the rest of the page"] = (perf_counter() - drawn) * 1000
        yield SourceFile(uri=pages.LIST, content="# Les centres\n", in_nav=True)
        yield SourceFile(uri=pages.MAP, content=page, in_nav=True)
        yield SourceFile(uri="assets/carte.js", content=interactive.script)
        for uri, data in carte.leaflet_files().items():
            yield SourceFile(uri=uri, content=data)


def published(folder: Path) -> Directory:
    """Build our real site in a folder, as it would be put online."""
    directory = engine.build(ROOT / "mkdocs.yml", folder)
    assert directory
    assert publish.finish(folder, directory) == []
    return directory


def crowded(folder: Path, directory: Directory) -> dict[str, float]:
    """Build our map of a list in a folder; return the milliseconds that its parts took."""
    honest = Content.read
    made: list[MapOnly] = []

    def read(*arguments: Any, **options: Any) -> MapOnly:  # noqa: ANN401  # those of Content.read
        content = honest(*arguments, **options)
        held = {one.name: getattr(content, one.name) for one in fields(content)}
        made.append(MapOnly(**{**held, "directory": directory}))
        return made[0]

    with patch.object(Content, "read", read):
        assert engine.build(ROOT / "mkdocs.yml", folder)
    return made[0].milliseconds


def enlarged(directory: Directory, size: int) -> Directory:
    """Repeat the hospitals of a list around where they stand, each in its own département."""
    chance = random.Random(size)
    centres, communes = list(directory.open), dict(directory.communes)
    for number, model in zip(range(len(centres), size), cycle(directory.open), strict=False):
        names = {"id": f"{model.id}-{number}", "nom": f"{model.nom} {number}"}
        centres.append(model.model_copy(update=names | _beside(model, directory, chance)))
        communes[centres[-1].id] = communes[model.id]
    return Directory(
        liste=directory.liste, centres=tuple(centres), communes=communes, france=directory.france
    )


def _beside(model: Centre, directory: Directory, chance: random.Random) -> dict[str, float]:
    outline = directory.departement(model).outline
    while True:
        latitude = round(model.latitude + chance.uniform(-NEAR, NEAR), 5)
        longitude = round(model.longitude + chance.uniform(-NEAR, NEAR), 5)
        if outline.contains(Point(longitude, latitude)):
            return {"latitude": latitude, "longitude": longitude}


def default(folder: Path, directory: Directory) -> tuple[set[str], list[str]]:
    """Write folium's default map in a folder, with its files beside it.

    Return the hosts that it asks as folium writes it, and the names of files that are left out.
    """
    plan = folium.Map(location=[46.6, 2.4], zoom_start=5)
    for centre in directory.open:
        phone = centre.telephone and telephone_fr(centre.telephone)
        popup = "<br>".join(filter(None, (centre.nom, phone)))
        folium.Marker([centre.latitude, centre.longitude], popup=popup).add_to(plan)
    html = plan.get_root().render()
    tiles = re.findall(r'L\.tileLayer\(\s*"([^"]+)"', html)
    asked = [*re.findall(r'(?:src|href)="(http[^"]+)"', html), *tiles]
    missing = []
    shutil.copytree(LEAFLET / "images", folder / "images", dirs_exist_ok=True)
    for name, address in [*plan.default_js, *plan.default_css]:
        source = LOCAL.get(name)
        if source and source.is_file():
            shutil.copy(source, folder / f"{name}{source.suffix}")
            html = html.replace(address, f"{name}{source.suffix}")
        else:
            missing.append(address.rpartition("/")[2])
            html = re.sub(rf'<(link|script)[^>]*"{re.escape(address)}"[^>]*>(</script>)?', "", html)
    Image.new("P", (256, 256)).save(folder / TILE)
    html = html.replace(tiles[0], f"{TILE}?{{z}}/{{x}}/{{y}}")
    (folder / "index.html").write_text(html, "utf-8")
    return {address.split("/")[2] for address in asked}, missing
