"""Lists of hospitals made for one test, written line by line so that places are known.

Every value is YAML as an editor would type it: quotes, brackets and faults included.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import acos, cos, pi, radians, sin
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from shapely.geometry import mapping

from generator import checker
from generator.errors import DataError
from generator.inputs import Inputs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.departements import Departement
    from generator.directory import Directory
    from generator.rules import France

Source = dict[str, str]
V = TypeVar("V")
Value = str | Source | list[Source]
Entry = dict[str, Value]

ROOT = Path(__file__).parent.parent
FILE = "data/centres.yaml"
TODAY = date(2026, 11, 22)
LISTE = {"etat_au": "2026-11", "origine": "Liste d'essai.", "avertissement": "Demandez."}
PAGE = """\
---
titre: Une page
objectif: Une page d'essai.
public: [patients]
verifie_le: 2026-11
revision_le: 2027-05
relu_par:
---
Un texte.
"""
"""A page of docs/ that has nothing wrong."""
FIRST = 6
"""Line of the first hospital: `liste`, its three keys and `centres` stand above."""


def france() -> France:
    """Read the generated geography, once for the whole session."""
    return Inputs.of(ROOT).france()


def source(**changes: str) -> Source:
    """Describe the hospital's own page, six lines long."""
    return {
        "titre": "Les CAR-T à Lyon Sud",
        "editeur": "Hospices civils de Lyon",
        "nature": "etablissement",
        "url": "https://www.chu-lyon.fr/car-t",
        "date": "2023-09-11",
        "etablit": "[activite, publics, maladies]",
        **changes,
    }


def register(**changes: str) -> Source:
    """Describe the page of the national register, six lines long."""
    base = source(
        titre="Registre FINESS",
        editeur="Ministère",
        nature="finess",
        url="https://www.data.gouv.fr/finess",
        date="2020-03-06",
        etablit="[adresse, position, telephone]",
    )
    return base | changes


def entry(**changes: Value) -> Entry:
    """Describe Lyon Sud; what is changed keeps its line, what is added comes last."""
    return {
        "id": "lyon-sud",
        "groupe": "liste_2021",
        "nom": "Hôpital Lyon Sud",
        "etablissement": "Hospices civils de Lyon",
        "finess": '"690784137"',
        "adresse": "165 chemin du Grand-Revoyet",
        "code_postal": '"69310"',
        "ville": "Oullins-Pierre-Bénite",
        "latitude": "45.700182",
        "longitude": "4.809948",
        "telephone": '"04 78 86 18 01"',
        "site_web": "https://www.chu-lyon.fr",
        "publics": "[adultes]",
        "maladies": "[lymphome]",
        "sources": [source(), register()],
        **changes,
    }


def without(mapping: dict[str, V], *keys: str) -> dict[str, V]:
    """Leave keys out of a hospital or of a source."""
    return {key: value for key, value in mapping.items() if key not in keys}


def lille(**changes: Value) -> Entry:
    """Describe a hospital with a CEDEX postcode."""
    base = entry(
        id="lille",
        nom="CHU de Lille",
        finess='"590811279"',
        code_postal='"59037"',
        ville="Lille",
        latitude="50.611",
        longitude="3.03696",
    )
    return base | changes


def nice(**changes: Value) -> Entry:
    """Describe a hospital of the second group, with a postcode that starts with 0."""
    base = entry(
        id="nice",
        groupe="depuis",
        nom="CHU de Nice",
        finess='"060789195"',
        code_postal='"06200"',
        ville="Nice",
        latitude="43.69789",
        longitude="7.22539",
    )
    return base | changes


def ajaccio(**changes: Value) -> Entry:
    """Describe a hospital of Corsica, placed in the middle of its town."""
    base = entry(
        id="ajaccio",
        nom="Hôpital d'Ajaccio",
        finess="2A0000014",
        code_postal='"20090"',
        ville="Ajaccio",
        latitude="41.91865",
        longitude="8.73688",
    )
    return base | changes


def reunion(**changes: Value) -> Entry:
    """Describe a hospital overseas, placed in the middle of its town."""
    base = entry(
        id="saint-denis",
        nom="CHU de La Réunion",
        finess='"970400024"',
        code_postal='"97400"',
        ville="Saint-Denis",
        latitude="-20.87897",
        longitude="55.44863",
        telephone='"+262 262 90 50 50"',
    )
    return base | changes


def yaml_list(*entries: Entry, liste: Mapping[str, str] = LISTE) -> str:
    """Write a whole list."""
    lines = ["liste:", *(f"  {key}: {value}" for key, value in liste.items()), "centres:"]
    for one in entries:
        lines += _marked([line for key in one for line in _lines(key, one[key])])
    return "".join(f"{line}\n" for line in lines)


def _lines(key: str, value: str | Source | list[Source]) -> list[str]:
    if isinstance(value, str):
        return [f"{key}: {value}"]
    if isinstance(value, dict):
        return [f"{key}:", *(f"  {name}: {inner}" for name, inner in value.items())]
    inner = [[f"{name}: {text}" for name, text in one.items()] for one in value]
    return [f"{key}:", *(line for lines in inner for line in _marked(lines))]


def _marked(lines: list[str]) -> list[str]:
    """Write an element of a list: a dash, then the rest under it."""
    return [f"  {'-' if number == 0 else ' '} {line}" for number, line in enumerate(lines)]


def read(text: str | bytes) -> Directory:
    """Read a list on the day of these tests."""
    data = text if isinstance(text, bytes) else text.encode()
    return checker.read(data, FILE, france(), TODAY)


def problems(text: str | bytes) -> list[str]:
    """List what is wrong with a list, as the editor sees it."""
    try:
        read(text)
    except DataError as error:
        return [str(problem) for problem in error.problems]
    return []


def directory(*entries: Entry) -> Directory:
    """Read a list that has nothing wrong."""
    return read(yaml_list(*entries))


def sphere_km(latitude: float, longitude: float, other: tuple[float, float]) -> float:
    """Measure along the globe by its angle, from a metre made for a quarter of 10 002 km."""
    here, there, apart = radians(latitude), radians(other[0]), radians(other[1] - longitude)
    cosine = sin(here) * sin(there) + cos(here) * cos(there) * cos(apart)
    return acos(max(-1.0, min(1.0, cosine))) * 2 * 10_002 / pi


def border_km(departement: Departement, latitude: float, longitude: float) -> float:
    """Walk along a département's outline in steps of 1/50, and keep the nearest."""
    outline = mapping(departement.outline)
    shapes = outline["coordinates"]
    rings = shapes if outline["type"] == "Polygon" else [ring for one in shapes for ring in one]
    return min(
        sphere_km(
            latitude,
            longitude,
            (
                start[1] + (end[1] - start[1]) * step / 50,
                start[0] + (end[0] - start[0]) * step / 50,
            ),
        )
        for ring in rings
        for start, end in pairwise(ring)
        for step in range(50)
    )
