"""The look-up's own scripts over every commune and every postcode of France."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.look_up import bench, real
from tests.web.test_look_up import check_distances, check_postcodes

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from generator.directory import Directory

__all__ = ["bench", "real"]


def test_distances_and_order_are_those_of_the_ellipsoid_everywhere(
    bench: Page, real: Directory
) -> None:
    check_distances(bench, real, real.france.gazetteer.communes)


def test_every_postcode_proposes_its_communes_first(bench: Page, real: Directory) -> None:
    communes = real.france.gazetteer.communes
    check_postcodes(bench, real, sorted({code for one in communes for code in one.codes_postaux}))
