"""The pages of the départements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.environs import SHOWN, departement_page, index_page, page_of_departement
from generator.publication import Publication
from tests.samples import ajaccio, directory, entry, lille, nice, reunion

if TYPE_CHECKING:
    from generator.directory import Directory


@pytest.fixture(scope="module")
def listed() -> Directory:
    """Read a list of more hospitals than a page shows whole, one of them overseas."""
    near = [
        entry(id=f"lyon-{place}", finess=finess, nom=f"Hôpital {place}")
        for place, finess in enumerate(['"690784137"', '"690000112"', '"690000120"', '"690000138"'])
    ]
    return directory(*near, lille(), nice(), ajaccio(), reunion())


def page(listed: Directory, code: str) -> str:
    """Write the page of a département."""
    return departement_page(listed.france.departements[code], listed, Publication())


@pytest.mark.parametrize(
    ("code", "uri"),
    [
        ("29", "departements/29-finistere.md"),
        ("2A", "departements/2a-corse-du-sud.md"),
        ("974", "departements/974-la-reunion.md"),
        ("21", "departements/21-cote-d-or.md"),
    ],
)
def test_a_page_is_named_by_code_and_name(listed: Directory, code: str, uri: str) -> None:
    assert page_of_departement(listed.france.departements[code]) == uri


def test_all_hospitals_are_there_from_the_nearest_to_the_farthest(listed: Directory) -> None:
    text = page(listed, "29")
    assert "# Centres CAR-T près du Finistère\n" in text
    assert "depuis Brest, la commune la plus peuplée du Finistère" in text
    order = re.findall(r'href="\.\./\.\./centres/([\w-]+)/"', text)
    assert order == ["lille", "lyon-0", "lyon-1", "lyon-2", "lyon-3", "nice", "ajaccio"]
    assert len(re.findall('class="fiche"', text)) == SHOWN
    assert "ajaccio" in text[text.index('<ol class="liens" start="5">') :]
    assert "description: Les hôpitaux qui, d’après nos sources, donnent" in text


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("01", "# Centres CAR-T près de l’Ain\n"),
        ("75", "# Centres CAR-T près de Paris\n"),
        ("40", "# Centres CAR-T près des Landes\n"),
        ("974", "# Centres CAR-T près de La Réunion\n"),
    ],
)
def test_a_title_has_the_little_word_of_its_departement(
    listed: Directory, code: str, title: str
) -> None:
    assert title in page(listed, code).replace("&#8217;", "’").replace("&#45;", "-")


def test_neighbours_are_linked(listed: Directory) -> None:
    neighbours = re.findall(r'href="\.\./((?:22|56|35)[\w-]+)/"', page(listed, "29"))
    assert neighbours == ["22-cotes-d-armor", "56-morbihan"]


@pytest.mark.parametrize("code", ["971", "973", "976"])
def test_no_hospital_from_a_world_away_is_listed(listed: Directory, code: str) -> None:
    text = page(listed, code)
    assert "Aucun centre de notre liste n’est proche" in text
    assert not re.search(r"[0-9]\u00a0km", text)


def test_an_island_with_a_hospital_lists_it(listed: Directory) -> None:
    assert re.findall('class="fiche" data-id="([^"]+)"', page(listed, "974")) == ["saint-denis"]


def test_the_index_links_each_departement_under_its_region(listed: Directory) -> None:
    text = index_page(listed)
    links = re.findall(r'<li><a href="\.\./departements/([\w-]+)/">|<li><a href="([\w-]+)/">', text)
    assert len(links) == len(listed.france.departements) == 101
    assert text.index("<h2>Bretagne</h2>") < text.index("Finistère (29)")
