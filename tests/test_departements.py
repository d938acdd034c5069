"""The outlines of the départements, and how far outside a position is."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.departements import Departement, Departements
from tests.samples import ROOT, border_km, sphere_km

if TYPE_CHECKING:
    from generator.rules import France


def square(south: float, west: float, north: float, east: float) -> Departement:
    """Make a département between two parallels and two meridians."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    feature = {
        "type": "Feature",
        "properties": {"code": "99", "nom": "Essai", "de": "d’Essai", "region": "Nulle part"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    return Departements.read(text)["99"]


SQUARE = square(46.0, 2.0, 47.0, 3.0)


def test_names_and_geojson_are_kept_as_read() -> None:
    feature = {
        "type": "Feature",
        "properties": {
            "code": "2A",
            "nom": "Corse-du-Sud",
            "de": "de la Corse-du-Sud",
            "region": "Corse",
        },
        "geometry": {"type": "Polygon", "coordinates": [[[8, 41], [9, 41], [9, 42], [8, 41]]]},
    }
    geojson = {"type": "FeatureCollection", "features": [feature]}
    read = Departements.read(json.dumps(geojson))
    assert [(one.code, one.nom, one.region) for one in read.values()] == [
        ("2A", "Corse-du-Sud", "Corse")
    ]
    assert list(read) == ["2A"]
    assert read.geojson == geojson


@given(st.floats(46.0, 47.0), st.floats(2.0, 3.0))
def test_a_position_inside_is_at_no_distance(latitude: float, longitude: float) -> None:
    assert SQUARE.distance_km(latitude, longitude) == 0


@given(st.floats(47.01, 47.5), st.floats(2.0, 3.0))
def test_a_position_north_is_at_its_meridian_s_distance(latitude: float, longitude: float) -> None:
    expected = (latitude - 47.0) * 10_002 / 90
    assert SQUARE.distance_km(latitude, longitude) == pytest.approx(expected, rel=2e-3)


@given(st.floats(46.2, 46.8), st.floats(3.01, 3.3))
def test_a_position_east_is_at_its_parallel_s_distance(latitude: float, longitude: float) -> None:
    # The outline's side is a meridian: the way to it is the parallel's, but for the globe's bend.
    expected = sphere_km(latitude, longitude, (latitude, 3.0))
    assert SQUARE.distance_km(latitude, longitude) == pytest.approx(expected, rel=5e-3)


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("75", 48.87858, 2.40284),
        ("75", 48.7779, 2.4592),
        ("69", 45.43959, 4.38748),
        ("2A", 42.70208, 9.45147),
        ("974", -20.87897, 55.0),
        ("06", 43.2965, 6.5),
    ],
)
def test_a_position_outside_is_as_far_as_the_outline(
    code: str, latitude: float, longitude: float, france: France
) -> None:
    departement = france.departements[code]
    expected = border_km(departement, latitude, longitude)
    assert departement.distance_km(latitude, longitude) == pytest.approx(expected, rel=0.02)


@pytest.mark.parametrize(
    ("code", "town", "postcode"),
    [("69", "Lyon", "69008"), ("59", "Lille", "59000"), ("2A", "Ajaccio", "20090")],
)
def test_a_town_is_inside_its_departement(
    code: str, town: str, postcode: str, france: France
) -> None:
    commune = france.gazetteer.find(town, postcode)
    assert commune is not None
    assert commune.departement == code
    assert france.departements[code].distance_km(commune.latitude, commune.longitude) == 0


@pytest.mark.parametrize(
    ("code", "nom", "region"),
    [
        ("69", "Rhône", "Auvergne-Rhône-Alpes"),
        ("59", "Nord", "Hauts-de-France"),
        ("2A", "Corse-du-Sud", "Corse"),
        ("974", "La Réunion", "La Réunion"),
    ],
)
def test_a_departement_has_its_name_and_region(
    code: str, nom: str, region: str, france: France
) -> None:
    departement = france.departements[code]
    assert (departement.code, departement.nom, departement.region) == (code, nom, region)


def test_communes_stand_in_or_near_their_departement(france: France) -> None:
    with (ROOT / "data" / "communes.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["departement"] for row in rows} <= set(france.departements)
    far = [
        row["nom"]
        for row in rows[::250]
        if france.departements[row["departement"]].distance_km(
            float(row["latitude"]), float(row["longitude"])
        )
        > 3
    ]
    assert far == []
