"""The copy of the site for a USB stick: its links name files, since no server does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.__main__ import main
from generator.finished import Site
from generator.portable import carry

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a small finished site by hand, as `make build` leaves it."""
    files = {
        "index.html": '<a href="centres/lille/#tel">a</a> <a href=centres/>b</a>'
        '<a href=".">c</a> <a href="#x">d</a> <a href="?a&amp;b">e</a>',
        "centres/index.html": '<a href="..">a</a><a href="../#x">b</a>'
        '<link rel="stylesheet" href="../assets/site.css">',
        "centres/lille/index.html": '<a class="centres/" href="../../centres/">centres/</a>'
        '<a href="https://exemple.fr/centres/">b</a> <a href="tel:+33320445962">c</a>'
        '<a href="../absent/">d</a> <a href="../../a.pdf">e</a>',
        "centres/ancien/index.html": '<meta http-equiv="refresh" content="0; url=../lille/">',
        "404.html": "",
        "assets/site.css": "p {}",
        "assets/site.css.br": "",
        "assets/site.css.gz": "",
        "a.pdf": "",
        "_headers": "",
    }
    for name, text in files.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_links_to_folders_name_their_page_and_nothing_else_changes(root: Path) -> None:
    assert carry(root / "site", root / "cle") == 4
    read = {name: page.html for name, page in Site.read(root / "cle").pages.items()}
    assert read == {
        "index.html": '<a href="centres/lille/index.html#tel">a</a> '
        '<a href=centres/index.html>b</a><a href="index.html">c</a>'
        ' <a href="#x">d</a> <a href="?a&amp;b">e</a>',
        "centres/index.html": '<a href="../index.html">a</a><a href="../index.html#x">b</a>'
        '<link rel="stylesheet" href="../assets/site.css">',
        "centres/lille/index.html": '<a class="centres/" href="../index.html">centres/</a>'
        '<a href="https://exemple.fr/centres/">b</a> <a href="tel:+33320445962">c</a>'
        '<a href="../absent/">d</a> <a href="../../a.pdf">e</a>',
        "centres/ancien/index.html": '<meta http-equiv="refresh"'
        ' content="0; url=../lille/index.html">',
    }


def test_what_only_servers_need_is_left_out(root: Path) -> None:
    carry(root / "site", root / "cle")
    assert Site.read(root / "cle").files == {
        "a.pdf",
        "assets/site.css",
        "centres/ancien/index.html",
        "centres/index.html",
        "centres/lille/index.html",
        "index.html",
    }


def test_the_copy_goes_to_an_empty_folder_and_erases_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cle = root / "cle"
    cle.mkdir()
    assert main(["--racine", str(root), "copie", str(cle)]) == 0
    assert main(["--racine", str(root), "copie", str(cle)]) == 1
    assert capsys.readouterr() == (
        f"4 pages dans {cle} : ouvrez index.html.\n",
        f"{cle} n'est pas vide : choisissez un dossier vide ou nouveau.\n",
    )


def test_without_a_site_there_is_nothing_to_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--racine", str(tmp_path), "copie", str(tmp_path / "cle")]) == 1
    assert capsys.readouterr().err == (
        "Aucun site n'est construit : tapez d'abord « make build ».\n"
    )
