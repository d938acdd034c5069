"""The interactive map, drawn by folium: its frame in the page, its script in a file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import folium  # noqa: TID251
from branca.element import MacroElement  # noqa: TID251
from folium.template import Template  # noqa: TID251
from markupsafe import Markup
from shapely.geometry import mapping
from xstatic.pkg import leaflet

from generator.cards import card_of, page_of
from generator.departements import land_and_borders
from generator.french import telephone_fr, typo
from generator.pages import MAP
from generator.policy import PLAN
from generator.render import TEMPLATES, relative_url

if TYPE_CHECKING:
    from generator.centres import Centre
    from generator.directory import Directory

# South-west and north-east corners of metropolitan France, Corsica included, in degrees WGS 84.
METROPOLE = [[41.3, -5.2], [51.1, 9.6]]
TILES = (
    f"{PLAN}/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&STYLE=normal&FORMAT=image/png"
    "&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&TILEMATRIXSET=PM"
    "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
)
"""The IGN's streets as pictures (Géoplateforme, WMTS)."""
LEAFLET = ("leaflet.js", "leaflet.css")


@dataclass(frozen=True, kw_only=True, slots=True)
class Interactive:
    """Hold the interactive map: its frame in the page, its script, its streets on request."""

    frame: Markup
    script: str
    """JavaScript: calls `poserCentres`, which the page has by then."""
    tiles: str = TILES


class CentresSurCarte(MacroElement):
    """Hand hospitals and outlines to assets/centres-sur-carte.js, as JSON and never as script.

    folium's own markers write names into JavaScript template strings, where a back-tick runs, and
    its popups need jQuery.
    """

    _template = Template((TEMPLATES / "carte.js.jinja").read_text("utf-8"))

    def __init__(self, directory: Directory) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca leaves it untyped
        self._name = "CentresSurCarte"
        outlines = [one.outline for one in directory.france.departements.values()]
        land, borders = land_and_borders(outlines)
        self.centres = literal([marker_of(centre, directory) for centre in directory.open])
        self.terre = literal(mapping(land))
        self.frontieres = literal(mapping(borders))


def draw(directory: Directory) -> Interactive:
    """Let folium make the map."""
    carte = folium.Map(
        location=[46.6, 2.4],
        tiles=None,
        zoom_start=5,
        zoom_control=False,
        zoomSnap=0.25,
        minZoom=4,
        maxZoom=14,
        attributionControl=False,
        # A wheel or a finger that scrolls the page must not be caught by the map.
        scrollWheelZoom=False,
    )
    # folium's ids are random: a fixed one makes two builds of the same data the same.
    carte._id = "carte"  # noqa: SLF001
    # Before the marks: they are placed for the zoom that shows all of France.
    carte.fit_bounds(METROPOLE)
    CentresSurCarte(directory).add_to(carte)
    figure: Any = carte.get_root()
    figure.render()
    frame = Markup(figure.html.render())  # noqa: S704
    return Interactive(frame=frame, script=figure.script.render())


def literal(value: object) -> str:
    """Write a value as JSON that branca can take through Jinja twice and leave as it is.

    branca renders what a macro returned once more as a template: a name with {{ }} in it would run
    in the build. In JSON a brace is followed by one of these signs within a text only.
    """
    text = json.dumps(value, separators=(",", ":")).replace("<", "\\u003c")
    return re.sub(r"\{(?=[{%#])", r"\\u007b", text)


def marker_of(centre: Centre, directory: Directory) -> dict[str, Any]:
    """Say what the map shows of a hospital."""
    card = card_of(centre, directory)
    shown: dict[str, Any] = {
        "id": centre.id,
        "nom": centre.nom,
        "dit": centre.nom_et_ville,
        "ville": centre.ville,
        "groupe": centre.groupe,
        "page": relative_url(MAP, page_of(centre)),
        "publics": centre.publics,
        "maladies": centre.maladies,
        "region": card.departement.region,
        "position": [centre.latitude, centre.longitude],
    }
    if centre.telephone:
        shown["telephone"] = centre.telephone
        shown["numero"] = telephone_fr(centre.telephone)
        shown["preuve"] = card.evidence["telephone"].sentence
        if check := card.evidence["telephone"].check:
            shown["verifie"] = check.le
    if centre.reserve:
        shown["reserve"] = typo(centre.reserve)
    return shown


def leaflet_files() -> dict[str, bytes]:
    """Return Leaflet's files by their address in the site."""
    folder = files(leaflet) / "data"
    return {f"assets/leaflet/{name}": (folder / name).read_bytes() for name in LEAFLET}
