"""What MkDocs complains of, in French and with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.complaints import problems_of

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "---\ntitre: Un texte\n---\n\nVoir [là](nulle.md) et [ici](autre.md#fin).\n"
SETTINGS = (
    "site_name: Essai\nnav:\n  - absente.md\nplugins:\n  - centres:\n      contact: 12\nplus: 1\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a page and mkdocs.yml."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "texte.md").write_text(PAGE, "utf-8")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "Doc file 'texte.md' contains a link 'nulle.md', but the target is not found among"
            " documentation files.",
            ["docs/texte.md:5:11: aucune page, aucun fichier ne répond à « nulle.md »."],
        ),
        (
            "Doc file 'texte.md' contains a link 'nulle.md', but the target 'a/nulle.md' is not"
            " found among documentation files. Did you mean 'b/nulle.md'?",
            [
                "docs/texte.md:5:11: aucune page, aucun fichier ne répond à « nulle.md » ;"
                " peut-être « b/nulle.md »."
            ],
        ),
        (
            "Doc file 'texte.md' contains an unrecognized relative link 'nulle', it was left as"
            " is. Did you mean 'nulle.md'?",
            [
                "docs/texte.md:5:11: aucune page, aucun fichier ne répond à « nulle » ;"
                " peut-être « nulle.md »."
            ],
        ),
        (
            "Doc file 'texte.md' contains an absolute link '/carte/', it was left as is.",
            [
                "docs/texte.md:1:1: il faut partir de cette page, sans « / » au début, dans"
                " « /carte/ »."
            ],
        ),
        (
            "Doc file 'texte.md' contains a link 'autre.md#fin', but the doc 'autre.md' does not"
            " contain an anchor '#fin'.",
            ["docs/texte.md:5:30: la page existe, mais non l'ancre que demande « autre.md#fin »."],
        ),
        (
            "Doc file 'texte.md' contains a link '#fin', but there is no such anchor on this page.",
            ["docs/texte.md:1:1: la page existe, mais non l'ancre que demande « #fin »."],
        ),
        (
            "A reference to 'absente.md' is included in the 'nav' configuration, which is not found"
            " in the documentation files.",
            ["mkdocs.yml:3:5: « absente.md » n'est pas une page du site : corrigez le menu (nav)."],
        ),
        (
            "The following pages exist in the docs directory, but are not included in the"
            ' "nav" configuration:\n  - a.md\n  - b/c.md',
            [
                "docs/a.md:1:1: cette page n'est pas dans le menu : ajoutez-la dans mkdocs.yml,"
                " sous « nav ».",
                "docs/b/c.md:1:1: cette page n'est pas dans le menu : ajoutez-la dans mkdocs.yml,"
                " sous « nav ».",
            ],
        ),
        (
            "Config value 'plugins': Plugin 'centres' option 'contact': Expected type: <class"
            " 'str'> but received: <class 'int'>",
            ["mkdocs.yml:6:7: « contact » : écrivez un texte, entre guillemets."],
        ),
        (
            "Config value 'plus': Unrecognised configuration name: plus",
            ["mkdocs.yml:7:1: « plus » : cette clé n'existe pas ; corrigez-la ou supprimez-la."],
        ),
        (
            "Config value 'site_name': Expected type: <class 'str'>",
            ["mkdocs.yml:1:1: « site_name » : Expected type: <class 'str'>"],
        ),
        ("Something else.", []),
    ],
)
def test_a_complaint_is_said_in_french_where_its_cause_stands(
    root: Path, message: str, expected: list[str]
) -> None:
    assert list(map(str, problems_of(message, root))) == expected


def test_a_page_that_no_file_makes_is_named_without_its_place(root: Path) -> None:
    message = "Doc file 'centres/x.md' contains a link 'y.md', but the target is not found."
    assert list(map(str, problems_of(message, root))) == [
        "docs/centres/x.md:1:1: aucune page, aucun fichier ne répond à « y.md »."
    ]
