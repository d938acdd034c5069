"""The list as points for a map, read back by GDAL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely
from hypothesis import example, given
from pydantic_core import from_json
from pyogrio import raw, read_info

from generator import donnees
from generator.geojson import geojson_text
from tests.listed import HOME, OFFICIAL, REAL, SAMPLE, dialled, listed, typed
from tests.test_donnees import TEXTS

if TYPE_CHECKING:
    from pathlib import Path


def read(made: str, file: Path) -> list[dict[str, Any]]:
    """Read points as a map maker does; lists are given as Python's."""
    file.write_text(made, "utf-8")
    meta, _, points, columns = raw.read(file, DATE_AS_STRING=True)
    rows = []
    for point, *cells in zip(points, *columns, strict=True):
        plain = [list(cell) if isinstance(cell, np.ndarray) else cell for cell in cells]
        at = shapely.from_wkb(point)
        rows.append(dict(zip(meta["fields"], plain, strict=True)) | {"at": (at.x, at.y)})
    return rows


@pytest.mark.parametrize("text", [REAL, SAMPLE], ids=["the real list", "a sample"])
def test_every_point_is_that_of_the_yaml_and_a_withdrawn_one_is_left_out(
    text: str, tmp_path: Path
) -> None:
    made = geojson_text(donnees.whole(listed(text), OFFICIAL))
    yaml = [one for one in typed(text)["centres"] if "retire" not in one]
    for one, row in zip(yaml, read(made, tmp_path / "centres.geojson"), strict=True):
        assert row["at"] == (float(one["longitude"]), float(one["latitude"]))
        assert {key: row[key] for key in _SAME} == {key: one.get(key) for key in _SAME}
        assert row["telephone"] == (dialled(one["telephone"]) if "telephone" in one else None)
        unknown = [key for key in _OPTIONAL if key not in one]
        assert (row["non_renseigne"] or []) == unknown
        assert row["preversion"] == np.False_
        assert row["page"] == f"{HOME}centres/{one['id']}/"
        assert len(row["sources"]) == len(one["sources"])
        assert row["verifie_par"] == one.get("verifie", {}).get("par")
        assert (row["preuve_telephone"] == "non renseigné") == ("telephone" in unknown)


_SAME = {
    *("id", "groupe", "nom", "etablissement", "finess", "adresse", "code_postal", "ville"),
    *("site_web", "publics", "maladies", "ouvert_depuis", "acces", "hebergement", "reserve"),
    *("autres_noms", "anciens_ids"),
}
_OPTIONAL = (
    *("telephone", "site_web", "publics", "maladies", "ouvert_depuis", "acces", "hebergement"),
)


def test_the_file_is_as_the_standard_has_it(tmp_path: Path) -> None:
    made = from_json(geojson_text(donnees.whole(listed(SAMPLE), OFFICIAL)))
    assert (made["type"], "crs" in made) == ("FeatureCollection", False)
    assert (made["preversion"], made["etat_au"]) == (False, "2026-11")
    assert made["avertissement"] == "D'autres centres ; existent."
    assert [one["id"] for one in made["features"]] == [
        "lyon-sud",
        "ajaccio",
        "saint-denis",
        "lille",
    ]
    assert {"latitude", "longitude", "retire_le"} & set(made["features"][0]["properties"]) == set()
    (tmp_path / "x.geojson").write_text(geojson_text(donnees.whole(listed(REAL), OFFICIAL)))
    info = read_info(tmp_path / "x.geojson")
    assert (info["crs"], info["geometry_type"]) == ("EPSG:4326", "Point")
    assert info["features"] == len(listed(REAL).open)


def test_a_place_has_seven_decimals_at_most() -> None:
    whole = donnees.whole(listed(SAMPLE), OFFICIAL)
    exact = whole.centres[0].model_copy(update={"latitude": 45.123456789, "longitude": -0.1})
    made = from_json(geojson_text(whole.model_copy(update={"centres": [exact]})))
    point = made["features"][0]["geometry"]
    assert point == {"type": "Point", "coordinates": [-0.1, 45.1234568]}


@given(TEXTS.filter(lambda text: "\x00" not in text))
@example('"}]}\u2028</script>')
def test_any_text_survives_the_map(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    whole = donnees.whole(listed(SAMPLE), OFFICIAL)
    record = whole.centres[0].model_copy(update={"nom": text, "autres_noms": [text]})
    made = geojson_text(whole.model_copy(update={"centres": [record]}))
    (row,) = read(made, tmp_path_factory.getbasetemp() / "centres.geojson")
    assert (row["nom"], row["autres_noms"]) == (text, [text])
