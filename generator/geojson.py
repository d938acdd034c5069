"""The open hospitals as points for a map (RFC 7946)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.tableau import row

if TYPE_CHECKING:
    from generator.releve import Donnees, Releve

FILE = "donnees/centres.geojson"
DECIMALS = 7
"""A centimetre (RFC 7946, section 11.2, finds six to be enough)."""


def geojson_text(whole: Donnees) -> str:
    """Write the open hospitals: a map would show a withdrawn one as a place to go to."""
    made = {
        "type": "FeatureCollection",
        **whole.model_dump(
            include={"titre", "licence", "licence_url", "preversion", "etat_au", "avertissement"}
        ),
        "features": [_feature(record) for record in whole.centres if not record.retire],
    }
    return json.dumps(made, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _feature(record: Releve) -> dict[str, object]:
    flat = row(record)
    for key in ("latitude", "longitude", "retire_le", "retire_motif"):
        del flat[key]
    point = [round(record.longitude, DECIMALS), round(record.latitude, DECIMALS)]
    return {
        "type": "Feature",
        "id": record.id,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": flat,
    }
