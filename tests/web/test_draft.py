"""A draft makes, page by page, the site that a build makes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import engine
from generator.draft import Draft
from generator.errors import DataError
from tests.web.place import BREST, LYON, PARIS, lay, write_list

if TYPE_CHECKING:
    from pathlib import Path


def test_after_several_saves_every_file_is_the_one_that_a_build_makes(tmp_path: Path) -> None:
    root = lay(tmp_path / "site", [LYON, PARIS])
    settings = root / "mkdocs.yml"
    first = Draft(settings)
    for name in ("centres/index.html", "centres/lyon/index.html", "carte/index.html"):
        assert first.read(name)
    write_list(root, [{**LYON, "ville": ""}])
    with pytest.raises(DataError):
        Draft(settings)
    write_list(root, [{**LYON, "nom": "Hôpital renommé"}, BREST])
    page = root / "docs" / "texte.md"
    page.write_text(page.read_text("utf-8") + "\nNouveau.\n", "utf-8")
    draft = Draft(settings)
    assert engine.build(settings, tmp_path / "bati")
    files = {
        path.relative_to(tmp_path / "bati").as_posix(): path.read_bytes()
        for path in (tmp_path / "bati").rglob("*")
        if path.is_file()
    }
    # A server's copy, of a file that is compared.
    del files["sitemap.xml.gz"]
    # In an order that no build has: pages must not depend on those made before.
    made = {name: draft.read(name) for name in sorted(files, reverse=True)}
    assert [name for name in files if made[name] != files[name]] == []
    assert draft.read("centres/paris/index.html") is None


def test_a_picture_that_was_deleted_since_is_missing_and_may_come_back(tmp_path: Path) -> None:
    root = lay(tmp_path / "site", [LYON])
    picture = root / "docs" / "dessin.png"
    picture.write_bytes(b"dessin")
    draft = Draft(root / "mkdocs.yml")
    picture.unlink()
    assert draft.read("dessin.png") is None
    picture.write_bytes(b"dessin")
    assert draft.read("dessin.png") == b"dessin"
