"""The chapters of the booklet, in the order of the menu."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.chapters import chapters
from generator.cited import Cited
from generator.content import Content
from generator.ink import drawing
from generator.inputs import Inputs
from generator.publication import Publication
from generator.sources import Reference, Source
from tests.web.place import FRONT, LYON, add_pages, lay

if TYPE_CHECKING:
    from pathlib import Path


def order(root: Path) -> list[tuple[str, int]]:
    """List the chapters of a site with the levels of their titles."""
    content = Content.read(Inputs.of(root), Publication(), date(2026, 11, 22))
    return [(one.uri, one.niveau) for one in chapters(content)]


def test_parts_and_pages_come_as_in_the_menu_and_sources_after_the_glossary(
    tmp_path: Path,
) -> None:
    root = lay(tmp_path / "site", [LYON])
    add_pages(root, {"parcours/index.md": "a\n"})
    # Left out of the menu on purpose: they follow the first page of their folder.
    for name in ("suivi", "decision"):
        text = FRONT.format(titre=name) + "a\n"
        (root / "docs" / "parcours" / f"{name}.md").write_text(text, "utf-8")
    assert order(root) == [
        ("index.md", 1),
        ("texte.md", 1),
        ("accessibilite.md", 1),
        ("mentions-legales.md", 1),
        ("centres/index.md", 1),
        ("glossaire.md", 1),
        ("livret-sources.md", 1),
        ("partie-10", 1),
        ("parcours/index.md", 2),
        ("parcours/decision.md", 2),
        ("parcours/suivi.md", 2),
    ]


def test_without_a_menu_every_page_is_there(tmp_path: Path) -> None:
    root = lay(tmp_path / "site", [LYON])
    settings = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    del settings["nav"]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    assert [uri for uri, _ in order(root)] == [
        "accessibilite.md",
        "centres/index.md",
        "glossaire.md",
        "livret-sources.md",
        "index.md",
        "mentions-legales.md",
        "texte.md",
    ]


def test_a_page_that_several_cite_has_one_number() -> None:
    page = {"titre": "a", "editeur": "b", "url": "https://exemple.fr", "date": "2024"}
    cited = Cited()
    first = Reference.model_validate(page)
    other = Reference.model_validate(page | {"titre": "c"})
    again = Source.model_validate(page | {"etablit": ["adresse"]})
    assert [cited[one] for one in (first, other, again, other)] == [1, 2, 1, 2]
    assert list(cited) == [first, other]


@pytest.mark.parametrize("name", ["dessin-fabrication", "dessin-recepteur"])
def test_a_drawing_stands_alone_without_the_sheet_of_the_pages(name: str) -> None:
    made = drawing(name)
    assert made.svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert ".malade {fill: #ddd;" in made.svg.replace("{ ", "{")
    assert not {"var(", ".schema", "data-"} & {
        word for word in ("var(", ".schema", "data-") if word in made.svg
    }
    assert made.words
    assert made.caption
