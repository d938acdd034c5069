"""Metres of the register as degrees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.grids import approximate, degrees, epsg_of
from generator.rules import Spot
from tests.metres import lambert_93, utm

NEAR = 0.000_011
"""Degrees: positions are rounded to 0.00001, one metre."""


def test_lambert_93_is_that_of_the_example_that_the_register_publishes() -> None:
    # Clinique Convert, in sample-finess-structures-journalier-20260309.json of ansforge/finess.
    assert degrees("873766.07", "6570414.61", 2154) == Spot(latitude=46.21126, longitude=5.2542)


@given(st.floats(41.3, 51.1), st.floats(-5.2, 9.6))
def test_lambert_93_is_what_the_formula_of_ign_gives(latitude: float, longitude: float) -> None:
    east, north = lambert_93(latitude, longitude)
    _near(degrees(f"{east:.2f}", f"{north:.2f}", 2154), latitude, longitude)


@pytest.mark.parametrize(
    ("source", "zone", "latitude", "longitude"),
    [
        ("EPSG:5490 RGAF09/UTM Zone 20N (Antilles)", 20, 16.234, -61.52874),
        ("UTM_N20", 20, 14.6161, -61.0588),
        ("EPSG:2972 RGFG95/UTM zone 22N (Guyane)", 22, 4.92347, -52.31973),
        ("UTM_N22", 22, 4.92347, -52.31973),
        ("EPSG:2975 RGR92/UTM zone 40S (La Réunion)", 40, -20.97571, 55.29821),
        ("UTM_S40", 40, -20.97571, 55.29821),
        ("EPSG:4471 RGM04/UTM zone 38S (Mayotte)", 38, -12.77989, 45.22868),
        ("UTM_S38", 38, -12.77989, 45.22868),
        ("WGS84/UTM zone 21N (St-Pierre-et-Miquelon)", 21, 46.77332, -56.17201),
        ("UTM_N21", 21, 46.77332, -56.17201),
    ],
)
def test_each_territory_is_what_the_series_of_kruger_gives(
    source: str, zone: int, latitude: float, longitude: float
) -> None:
    epsg = epsg_of(f"2,ATLASANTE,96,BAN,{source}")
    assert epsg
    east, north = utm(latitude, longitude, zone)
    _near(degrees(f"{east:.2f}", f"{north:.2f}", epsg), latitude, longitude)


@pytest.mark.parametrize(
    ("source", "epsg"),
    [
        ("1,ATLASANTE,96,IGN,BD_ADRESSE,V2.1,LAMBERT_93", 2154),
        ("1,ATLASANTE,96,BAN,L93_METROPOLE", 2154),
        ("1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93 (Métropole)", 2154),
        ("4,ATLASANTE,.,MAPS,WGS84/UTM zone 1S (Wallis-et-Futuna)", None),
        ("1,ATLASANTE,96,BAN,EPSG:27572 NTF / Lambert II", None),
        ("1,ATLASANTE,93,BAN,autre", None),
        ("", None),
    ],
)
def test_a_projection_is_known_by_name_or_not_read(source: str, epsg: int | None) -> None:
    assert epsg_of(source) == epsg


def test_a_position_made_from_the_commune_alone_is_told() -> None:
    assert approximate("2,ATLASANTE,.,ADMIN-EXPRESS-2023,EPSG:2154 RGF93 / Lambert-93 (Métropole)")
    assert not approximate("1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93 (Métropole)")


@pytest.mark.parametrize("metres", [("", ""), ("a", "1"), ("nan", "1"), ("1e30", "1e30")])
def test_what_is_no_position_is_none(metres: tuple[str, str]) -> None:
    assert degrees(*metres, 2154) is None


def test_a_decimal_comma_is_read() -> None:
    assert degrees("873766,07", "6570414,61", 2154) == Spot(latitude=46.21126, longitude=5.2542)


def _near(found: Spot | None, latitude: float, longitude: float) -> None:
    assert found
    assert found.latitude == pytest.approx(latitude, abs=NEAR)
    assert found.longitude == pytest.approx(longitude, abs=NEAR)
