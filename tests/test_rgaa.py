"""The grid of the RGAA: what is refused in its file, and the tables that readers get."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.errors import DataError
from generator.rgaa import Grille, block, read
from tests.samples import TODAY

FILE = "data/rgaa.yaml"
GRID = """\
source:
  titre: RGAA
  editeur: DINUM
  url: https://accessibilite.numerique.gouv.fr
  date: 2023
  licence: Licence Ouverte 2.0
themes:
  - numero: "1"
    nom: Images
    criteres:
      - numero: "1.1"
        titre: "Chaque image a-t-elle une alternative ?"
        etat: outil
        note: "Règle axe : image-alt."
      - numero: "1.2"
        titre: "Est-elle ignorée ?"
        etat: a_auditer
        note: "À juger."
  - numero: "2"
    nom: Cadres
    criteres:
      - numero: "2.1"
        titre: "Chaque cadre a-t-il un titre ?"
        etat: sans_objet
        note: "Pas de cadre."
"""


def grid(text: str = GRID) -> Grille:
    """Read a grid on the day of these tests."""
    return read(text.encode(), FILE, TODAY)


def faults(text: str) -> str:
    """Return what is wrong with a grid, as the editor sees it."""
    with pytest.raises(DataError) as caught:
        grid(text)
    return str(caught.value)


def test_the_grid_of_the_site_is_whole() -> None:
    path = Path(__file__).parents[1] / "data" / "rgaa.yaml"
    whole = read(path.read_bytes(), FILE, TODAY)
    sizes = [len(theme.criteres) for theme in whole.themes]
    assert sizes == [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]
    assert sum(sizes) == 106
    assert whole.source.licence == "Licence Ouverte 2.0"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "etat: outil",
            "etat: conforme",
            "13:15: grille RGAA : « conforme » n'est pas une valeur de « etat » ; possibles :"
            " outil, a_auditer, sans_objet.",
        ),
        (
            '        note: "À juger."\n',
            "",
            "15:9: grille RGAA : la clé « note » manque (exemple : note: Le site n'a pas de"
            " cadre.).",
        ),
        (
            "  licence: Licence Ouverte 2.0\n",
            "",
            "2:3: grille RGAA : la clé « licence » manque (exemple : licence: Licence Ouverte"
            " 2.0).",
        ),
        (
            "Est-elle",
            "<b>Est-elle",
            "16:16: grille RGAA : « titre » contient « < » ou « > » : écrivez un texte simple,"
            " sans balise.",
        ),
        (
            '"1.2"',
            '"1.3"',
            "15:17: le numéro « 1.3 » devrait être « 1.2 », dans l'ordre du RGAA.",
        ),
        (
            '"2"',
            '"3"',
            "19:13: le numéro « 3 » devrait être « 2 », dans l'ordre du RGAA.",
        ),
        (
            GRID,
            "- rien\n",
            "1:1: le fichier doit commencer par « source: » puis « themes: ».",
        ),
    ],
)
def test_a_fault_is_refused_at_its_place(old: str, new: str, expected: str) -> None:
    assert old in GRID
    assert faults(GRID.replace(old, new)) == f"{FILE}:{expected}"


def test_each_theme_is_a_folded_table_with_caption_and_headers() -> None:
    root = ET.fromstring(block(grid(), "accessibilite.md"))  # noqa: S314  # our own page
    assert [one.text for one in root.iterfind("details/summary")] == [
        "1. Images (2 critères)",
        "2. Cadres (1 critère)",
    ]
    tables = root.findall("details/table")
    assert [table.findtext("caption") for table in tables] == [
        "Thème 1 du RGAA\u00a0: Images",
        "Thème 2 du RGAA\u00a0: Cadres",
    ]
    for table in tables:
        columns = table.findall("thead/tr/th")
        assert [one.get("scope") for one in columns] == ["col", "col"]
        for row in table.iterfind("tbody/tr"):
            assert [cell.tag for cell in row] == ["th", "td"]
            assert row[0].get("scope") == "row"
    first = tables[0].find("tbody/tr")
    assert first is not None
    assert [cell.text for cell in first] == [
        "1.1 Chaque image a-t-elle une alternative\u202f?",
        "Un outil en vérifie une partie. Règle axe\u00a0: image-alt.",
    ]


def test_the_states_are_counted_and_none_says_conforming() -> None:
    html = block(grid(), "accessibilite.md")
    assert "<li>Un outil en vérifie une partie\u00a0: 1 critère.</li>" in html
    assert "<li>Une personne doit juger\u00a0: 1 critère.</li>" in html
    assert "<li>Sans objet sur ce site\u00a0: 1 critère.</li>" in html
    assert "conforme" not in html


def test_a_text_that_is_code_is_shown_as_text() -> None:
    whole = grid(GRID.replace("À juger.", "a & b"))
    nasty = whole.themes[0].model_copy(update={"nom": '<script>"'})
    html = block(whole.model_copy(update={"themes": (nasty,)}), "accessibilite.md")
    assert "a &amp; b" in html
    assert "&lt;script&gt;&#34;" in html
    assert "<script" not in html
