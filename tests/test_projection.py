"""Lambert-93 and Mercator, against pyproj."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from generator.projection import lambert93, mercator_at

OFFICIAL = Transformer.from_crs("EPSG:4326", "EPSG:2154", always_xy=True)


@given(st.floats(-5.5, 9.8), st.floats(41, 51.5))
def test_lambert93_is_within_a_millimetre_of_epsg_2154(longitude: float, latitude: float) -> None:
    x, y = lambert93(longitude, latitude)
    u, v = OFFICIAL.transform(longitude, latitude)
    assert hypot(x - u, y - v) < 0.001


@pytest.mark.parametrize(("latitude", "longitude"), [(16.2, -61.5), (4.0, -53.0), (-21.1, 55.5)])
def test_mercator_is_true_along_its_parallel(latitude: float, longitude: float) -> None:
    project = mercator_at(latitude)
    local = Transformer.from_crs(
        "EPSG:4326", f"+proj=aeqd +lat_0={latitude} +lon_0={longitude}", always_xy=True
    )
    x, y = project(longitude, latitude)
    u, v = project(longitude + 0.2, latitude + 0.2)
    east, north = local.transform(longitude + 0.2, latitude + 0.2)
    assert (u - x) / east == pytest.approx(1, abs=0.01)
    assert (v - y) / north == pytest.approx(1, abs=0.01)
