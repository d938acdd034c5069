"""The glossary: what is refused in its file, and the page that is made of it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from generator import glossary
from generator.errors import DataError
from generator.publication import Publication
from tests.samples import ROOT, TODAY

if TYPE_CHECKING:
    from generator.glossary import Glossaire

FILE = "data/glossaire.yaml"
WORDS = """\
termes:
  - terme: RCP
    formes: [réunion de concertation pluridisciplinaire]
    definition: "Rencontre de plusieurs médecins."
  - terme: gène
    formes: [gènes]
    definition: "Mode d'emploi d'une cellule."
connus: [SMS, CHU]
a_definir: [autologue, gène]
"""


def words(text: str = WORDS) -> Glossaire:
    """Read a glossary on the day of these tests."""
    return glossary.read(text.encode(), FILE, TODAY)


def faults(text: str) -> list[str]:
    """List what is wrong with a glossary, without the name of its file."""
    with pytest.raises(DataError) as caught:
        words(text)
    return [str(problem).removeprefix(f"{FILE}:") for problem in caught.value.problems]


def test_the_glossary_of_the_site_is_right() -> None:
    path = ROOT / "data" / "glossaire.yaml"
    assert glossary.read(path.read_bytes(), FILE, TODAY).termes


def test_a_right_glossary_is_read() -> None:
    read = words()
    assert [one.written for one in read.termes] == [
        ("RCP", "réunion de concertation pluridisciplinaire"),
        ("gène", "gènes"),
    ]
    assert [one.slug for one in read.termes] == ["terme-rcp", "terme-gene"]
    assert (read.connus, read.a_definir) == (("SMS", "CHU"), ("autologue", "gène"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "formes: [gènes]",
            "forme: gènes",
            "6:5: glossaire : clé inconnue « forme » ; vouliez-vous dire « formes » ?",
        ),
        (
            "connus:",
            "conus:",
            "8:1: glossaire : clé inconnue « conus » ; vouliez-vous dire « connus » ?",
        ),
        (
            '    definition: "Rencontre de plusieurs médecins."\n',
            "",
            "2:5: glossaire : la clé « definition » manque (exemple : definition: Réunion de"
            " médecins de plusieurs spécialités.).",
        ),
        (
            '"Rencontre de plusieurs médecins."',
            '" "',
            "4:17: glossaire : « definition » est vide, et obligatoire : écrivez-le (exemple :"
            " definition: Réunion de médecins de plusieurs spécialités.).",
        ),
        (
            "Rencontre",
            "<b>Rencontre",
            "4:17: glossaire : « definition » contient « < » ou « > » : écrivez un texte simple,"
            " sans balise.",
        ),
        (
            "terme: RCP",
            'terme: "(RCP)"',
            "2:12: glossaire : « (RCP) » doit commencer et finir par une lettre ou un chiffre"
            " (exemple : RCP).",
        ),
        ("[gènes]", "[RCP]", "6:14: « RCP » est déjà écrit à la ligne 2."),
        ("[gènes]", "[Gène]", "6:14: « Gène » est déjà écrit à la ligne 5."),
        ("[gènes]", "[gènes, gènes]", "6:21: « gènes » est déjà écrit à la ligne 6."),
        ("terme: gène", "terme: RCP", "5:12: « RCP » est déjà écrit à la ligne 2."),
        ("[SMS, CHU]", "[SMS, SMS]", "8:15: « SMS » est déjà écrit à la ligne 8."),
        ("[SMS, CHU]", "[SMS, RCP]", "8:15: « RCP » est déjà écrit à la ligne 2."),
        (
            "[autologue, gène]",
            "[gène, gène]",
            "9:19: « gène » est déjà écrit à la ligne 9.",
        ),
        (
            "terme: RCP",
            "terme: gêne",
            "5:12: « gène » aurait la même adresse que le mot de la ligne 2 : précisez l'un des"
            " deux.",
        ),
        (
            WORDS[: WORDS.index("connus")],
            "termes: []\n",
            "1:9: glossaire : « termes » est vide.",
        ),
        (WORDS, "- rien\n", "1:1: le fichier doit commencer par « termes: »."),
    ],
)
def test_a_fault_is_refused_at_its_place(old: str, new: str, expected: str) -> None:
    assert old in WORDS
    assert faults(WORDS.replace(old, new)) == [expected]


def test_every_twin_is_listed() -> None:
    text = WORDS.replace("[gènes]", "[RCP]").replace("[SMS, CHU]", "[SMS, SMS, gène]")
    assert faults(text) == [
        "6:14: « RCP » est déjà écrit à la ligne 2.",
        "8:15: « SMS » est déjà écrit à la ligne 8.",
        "8:20: « gène » est déjà écrit à la ligne 5.",
    ]


def page(text: str = WORDS, publication: Publication | None = None) -> str:
    """Make the page."""
    return glossary.page(words(text), publication or Publication(), "2026-11")


def entry(terme: str) -> str:
    """Write an entry as an editor does."""
    return f'  - terme: {terme}\n    definition: "Un mot."\n'


def test_the_page_follows_the_order_of_a_french_dictionary() -> None:
    order = ["ALD", "aphérèse", "École", "écran", "œdème", "RCP", "zona"]
    text = "termes:\n" + "".join(map(entry, sorted(order)))
    assert re.findall("<dt[^>]*>(.*)</dt>", page(text)) == order


def test_the_page_has_each_word_with_anchor_definition_and_other_forms() -> None:
    made = page()
    assert (
        '<dt id="terme-rcp">RCP</dt>\n<dd>Rencontre de plusieurs médecins.<p class="prudence">On'
        " dit aussi\u00a0: réunion de concertation pluridisciplinaire.</p></dd>"
    ) in made
    assert '<dt id="terme-gene">gène</dt>\n<dd>Mode d’emploi d’une cellule.</dd>' in made


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("gènes", []),
        ("unité de gène, unités de gène, UG", ["unité de gène", "UG"]),
        ("mode d'emploi", []),
    ],
)
def test_a_plural_or_what_the_definition_says_is_not_another_form(
    forms: str, expected: list[str]
) -> None:
    assert words(WORDS.replace("[gènes]", f"[{forms}]")).termes[1].others == expected


def test_the_page_says_whether_someone_has_read_it() -> None:
    assert "n’ont pas encore été relues par un professionnel de santé." in page()
    assert "Contenu validé par Dr Petit." in page(publication=Publication(valide_par="Dr Petit"))


def test_a_text_that_is_code_is_shown_as_text() -> None:
    read = words()
    nasty = read.termes[0].model_copy(
        update={"terme": "<b>a", "formes": ("<i>",), "definition": "<script>&\"'"}
    )
    made = glossary.page(read.model_copy(update={"termes": (nasty,)}), Publication(), "2026-11")
    assert "<b>" not in made
    assert "<i>" not in made
    assert "<script" not in made
    assert '<script>&"’' in unescape(made)
