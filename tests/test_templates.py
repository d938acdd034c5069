"""The blocks that are a template and nothing else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from generator.content import STILL
from generator.render import render

DRAWN = [name for name in STILL if name.startswith("dessin-")]


def drawing(name: str) -> ET.Element:
    """Read the picture of a block as XML."""
    html = render(f"{name}.html.jinja", "a/b.md")
    found = re.search(r"<svg.*</svg>", html.replace(" data-search-exclude", ""), re.DOTALL)
    assert found
    return ET.fromstring(found[0])  # noqa: S314  # our own page


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_one_image_named_by_its_title_and_description(name: str) -> None:
    svg = drawing(name)
    named = [svg.find("title"), svg.find("desc")]
    ids = [one.get("id") for one in named if one is not None and one.text]
    assert svg.get("role") == "img"
    assert len(ids) == 2
    assert svg.get("aria-labelledby") == " ".join(map(str, ids))


def test_no_two_drawings_share_an_id() -> None:
    ids = [one.get("id") for name in DRAWN for one in drawing(name).iterfind(".//*[@id]")]
    assert len(ids) == len(set(ids)) == 2 * len(DRAWN)


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_has_its_colours_from_the_sheet_alone(name: str) -> None:
    own = {"style", "fill", "stroke", "color", "opacity"}
    assert [one.tag for one in drawing(name).iter() if own & set(one.attrib)] == []


def test_the_drawing_of_the_receptor_names_its_three_parts_and_both_cells() -> None:
    assert [text.text for text in drawing("dessin-recepteur").iterfind("text")] == [
        "Cellule du cancer",
        "Récepteur CAR",
        *("Sa cible", "(l’antigène)"),
        *("Dehors", "reconnaît la cible"),
        *("Au milieu", "dans la membrane"),
        *("Dedans", "donne l’ordre", "d’attaquer"),
        "Lymphocyte T",
    ]


def test_the_drawing_of_the_making_numbers_six_stages_and_nothing_else() -> None:
    texts = [text.text or "" for text in drawing("dessin-fabrication").iterfind("text")]
    told = re.split(r" ?(\d+) ?", " ".join(texts))
    # What stands beside the stages is drawn last.
    last = told.pop().removesuffix(" Vous chez vous ou à l’hôpital")
    assert [*told, last] == [
        *("", "1", "Prélèvement (leucaphérèse)"),
        *("2", "Envoi au laboratoire"),
        *("3", "Ajout du gène"),
        *("4", "Multiplication"),
        *("5", "Contrôle et retour congelé"),
        *("6", "Perfusion"),
    ]


def test_only_before_validation_the_card_says_that_it_is_not_validated() -> None:
    def card(*, preversion: bool) -> str:
        return render("carte-urgence.html.jinja", "a/b.md", preversion=preversion)

    waiting = " Carte d’essai, non validée\u00a0: à relire avec mon équipe."
    assert card(preversion=True).replace(waiting, "") == card(preversion=False)
    assert card(preversion=True) != card(preversion=False)
