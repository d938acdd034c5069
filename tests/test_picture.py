"""The drawings of France, with the hospitals of the real list."""

from __future__ import annotations

import gzip
from datetime import date
from itertools import combinations
from math import dist
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyproj import Transformer

from generator.inputs import Inputs, read_directory
from generator.picture import Picture, short_name

if TYPE_CHECKING:
    from generator.directory import Directory
    from generator.picture import Drawing

ROOT = Path(__file__).parents[1]
LAMBERT = Transformer.from_crs("EPSG:4326", "EPSG:2154", always_xy=True)


@pytest.fixture(scope="module")
def listed() -> Directory:
    """Read the real list."""
    inputs = Inputs.of(ROOT)
    return read_directory(inputs.centres, inputs, date(2030, 1, 1))


@pytest.fixture(scope="module")
def picture(listed: Directory) -> Picture:
    """Draw the real list."""
    return Picture(listed)


def drawings(picture: Picture) -> list[Drawing]:
    """List every drawing of the page of the map."""
    return [picture.mainland, picture.paris, *picture.overseas.values()]


def test_each_open_hospital_is_in_one_drawing(picture: Picture, listed: Directory) -> None:
    drawn = [mark.centre.id for drawing in drawings(picture) for mark in drawing.marks]
    assert sorted(drawn) == sorted(centre.id for centre in listed.open)


def test_each_hospital_stands_within_a_unit_of_where_pyproj_puts_it(picture: Picture) -> None:
    for drawing in (picture.mainland, picture.paris):
        west, _, east, north = drawing.frame.bounds
        scale = (drawing.frame.width - 12) / (east - west)
        for mark in drawing.marks:
            x, y = LAMBERT.transform(mark.centre.longitude, mark.centre.latitude)
            expected = ((x - west) * scale + 6, (north - y) * scale + 6)
            assert dist(mark.true, expected) < 1


def test_no_mark_is_closer_than_its_target_to_another(picture: Picture) -> None:
    for drawing in drawings(picture):
        for a, b in combinations(drawing.marks, 2):
            assert dist(a.shown, b.shown) > 25


def test_names_are_those_of_large_towns_and_in_paris_of_hospitals(picture: Picture) -> None:
    named = {mark.centre.id: mark.label and mark.label.text for mark in picture.mainland.marks}
    assert named["nancy"] == "Nancy"
    assert named["lyon-sud"] == "Lyon"
    assert named["bordeaux"] == "Bordeaux"
    in_paris = {mark.centre.id: mark.label and mark.label.text for mark in picture.paris.marks}
    assert in_paris["saint-louis"] == "Saint-Louis"
    assert in_paris["versailles"] == "Versailles"


def test_a_hospital_overseas_is_drawn_in_its_own_frame(listed: Directory) -> None:
    centre = listed.open[0].model_copy(
        update={"id": "reunion", "latitude": -20.89, "longitude": 55.45}
    )
    place = listed.france.gazetteer.named("Saint-Denis")
    commune = next(one for one in place if one.departement == "974")
    moved = type(listed)(
        liste=listed.liste,
        centres=(centre,),
        communes={"reunion": commune},
        france=listed.france,
    )
    picture = Picture(moved)
    assert [mark.centre.id for mark in picture.overseas["La Réunion"].marks] == ["reunion"]
    assert picture.any_overseas
    assert picture.locator(centre).frame.key == "974"
    assert list(picture.mainland.marks) == []


def test_a_short_name_leaves_out_the_kind_of_hospital(listed: Directory) -> None:
    short = {centre.id: short_name(centre) for centre in listed.open}
    assert short["pitie-salpetriere"] == "Pitié-Salpêtrière"
    assert short["versailles"] == "Versailles"
    assert short["henri-mondor"] == "Henri-Mondor"


def test_all_outlines_together_stay_light(picture: Picture) -> None:
    frames = [drawing.frame for drawing in drawings(picture)]
    paths = "".join(frame.land + frame.borders for frame in frames)
    assert len(gzip.compress(paths.encode())) < 9000
