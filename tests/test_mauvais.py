"""Files as editors break them: each fault is said where it stands, all of them at once.

A file of mauvais/ has beside it the lines that are expected, without the name of the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.__main__ import main
from tests.samples import PAGE, ROOT, entry, yaml_list

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = ROOT / "tests" / "mauvais"
GLOSSARY = "termes:\n  - terme: RCP\n    definition: Rencontre de plusieurs médecins.\n"
MENU = "nav: [index.md, page.md, centres/index.md]\n"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one root for the module: the geography is read once per root."""
    root = tmp_path_factory.mktemp("mauvais").resolve()
    (root / "docs" / "images").mkdir(parents=True)
    (root / "docs" / "images" / "dessin.png").write_bytes(b"")
    (root / "data").mkdir()
    for name in ("communes.csv", "departements.geojson", "rgaa.yaml"):
        (root / "data" / name).symlink_to(ROOT / "data" / name)
    return root


@pytest.fixture
def root(shared: Path) -> Path:
    """Write what is right beside the file of a test."""
    (shared / "data" / "centres.yaml").write_text(yaml_list(entry()), "utf-8")
    (shared / "data" / "glossaire.yaml").write_text(GLOSSARY, "utf-8")
    (shared / "data" / "historique.yaml").write_text("changements:\n", "utf-8")
    (shared / "mkdocs.yml").write_text(MENU, "utf-8")
    for name in ("index.md", "page.md"):
        (shared / "docs" / name).write_text(PAGE, "utf-8")
    return shared


def broken(folder: str) -> list[Path]:
    """List the broken files of a folder."""
    return sorted(path for path in (BROKEN / folder).iterdir() if path.suffix != ".attendu")


def name_of(path: Path) -> str:
    """Name a test by its file."""
    return path.stem


def expected(path: Path, file: str) -> str:
    """Read what is expected, each line after the name of the file where it does not stand."""
    lines = path.with_suffix(".attendu").read_text("utf-8").splitlines(keepends=True)
    return "".join(f"{file}:{line}" if line[0].isdigit() else line for line in lines)


@pytest.mark.parametrize("path", broken("centres"), ids=name_of)
def test_a_broken_list_is_said(path: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "data" / "centres.yaml").write_bytes(path.read_bytes())
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr() == ("", expected(path, "data/centres.yaml"))


@pytest.mark.parametrize("path", broken("pages"), ids=name_of)
def test_a_broken_page_is_said(path: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docs" / "page.md").write_bytes(path.read_bytes())
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr() == ("", expected(path, "docs/page.md"))


@pytest.mark.parametrize("path", broken("menus"), ids=name_of)
def test_a_broken_menu_is_said(path: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "mkdocs.yml").write_bytes(path.read_bytes())
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr() == ("", expected(path, "mkdocs.yml"))


@pytest.mark.parametrize("path", broken("glossaires"), ids=name_of)
def test_a_broken_glossary_is_said(
    path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "data" / "glossaire.yaml").write_bytes(path.read_bytes())
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr() == ("", expected(path, "data/glossaire.yaml"))


@pytest.mark.parametrize("path", broken("historiques"), ids=name_of)
def test_a_broken_history_is_said(
    path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "data" / "historique.yaml").write_bytes(path.read_bytes())
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr() == ("", expected(path, "data/historique.yaml"))


def test_what_is_right_beside_a_broken_file_passes(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--racine", str(root), "check"]) == 0
    assert capsys.readouterr() == ("1 centre, aucun problème\n", "")


@pytest.mark.parametrize("path", sorted(BROKEN.rglob("*.attendu")), ids=name_of)
def test_each_expected_line_has_a_place_and_a_sentence(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        assert re.fullmatch(r"(docs/[\w-]+\.md:)?[1-9]\d*:[1-9]\d*: \S.*[.?»]", line), line
