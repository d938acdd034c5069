"""What the look-up in the browser reads: landmarks, then the communes by their letters."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import TYPE_CHECKING

from generator.environs import page_of_departement
from generator.lieux import COLLECTIVITES, OWN_POSTCODES, main_town
from generator.render import relative_url
from generator.shards import cut

if TYPE_CHECKING:
    from generator.departements import Departement
    from generator.directory import Directory
    from generator.gazetteer import Gazetteer

LANDMARKS = "assets/lieux.json"


def files(directory: Directory) -> dict[str, str]:
    """Return the JSON of each file by its address in the site.

    The communes stand in a folder named by their content: a browser may keep them for ever. In the
    landmarks, `fichiers` says what the rows of each begin with; the file is named by its rank.
    """
    shards = _shards(directory.france.gazetteer)
    stamp = hashlib.sha256("\n".join(shards.values()).encode()).hexdigest()[:8]
    folder = f"lieux/{stamp}/"
    landmarks = {
        "dossier": folder,
        "fichiers": list(shards),
        "departements": [
            _departement(one, directory) for one in directory.france.departements.values()
        ],
        "collectivites": [
            [code, nom, OWN_POSTCODES.get(code, code)] for code, nom in COLLECTIVITES.items()
        ],
        "centres": [
            [one.id, one.nom, one.ville, one.latitude, one.longitude, *one.autres_noms]
            for one in directory.open
        ],
    }
    text = json.dumps(landmarks, ensure_ascii=False, separators=(",", ":"))
    numbered = {f"assets/{folder}{rank}.json": text for rank, text in enumerate(shards.values())}
    return {LANDMARKS: text, **numbered}


def _departement(one: Departement, directory: Directory) -> list[object]:
    """Say where the distances of a département are measured from: its most populous commune."""
    page = relative_url("trouver.md", page_of_departement(one))
    if town := main_town(one, directory):
        return [one.code, one.nom, page, town.nom, town.latitude, town.longitude]
    return [one.code, one.nom, page]


@cache
def _shards(gazetteer: Gazetteer) -> dict[str, str]:
    """Cut the communes once: they change once a year, and a preview builds often."""
    return cut(gazetteer.communes)
