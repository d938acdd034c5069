"""What is printed: lists of questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator import engine
from tests.web.place import LYON, add_pages, lay
from tests.web.test_accessible import violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from tests.web.test_accessible import Scheme

QUESTIONS = "\n".join(
    f"- [ ] Où aura lieu le rendez-vous numéro {number}\u202f?" for number in range(30)
)
PAGES = {
    "questions.md": f"# Mes questions\n\n<!-- bloc: imprimer -->\n\n{QUESTIONS}\n",
}
MM = 96 / 25.4


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """Give the address of a site with a list of questions."""
    root = lay(tmp_path_factory.mktemp("papier") / "site", [LYON])
    add_pages(root, PAGES)
    folder = root / "bati"
    assert engine.build(root / "mkdocs.yml", folder)
    return serve(folder)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("uri", ["questions"])
def test_at_320_px_nothing_runs_off_the_side_and_axe_finds_nothing(
    browser: Browser, paper: str, uri: str, scheme: Scheme
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.goto(f"{paper}/{uri}/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize(("uri", "name"), [("questions", "Imprimer cette page")])
def test_the_button_prints_and_stands_only_where_scripts_run(
    page: Page, browser: Browser, paper: str, uri: str, name: str
) -> None:
    page.goto(f"{paper}/{uri}/")
    page.evaluate("window.print = () => { document.title = 'imprimé' }")
    page.get_by_role("button", name=name).press("Enter")
    assert page.title() == "imprimé"
    still = browser.new_page(java_script_enabled=False)
    still.goto(f"{paper}/{uri}/")
    assert still.get_by_text(name).count() == 1
    assert not still.get_by_text(name).is_visible()
    still.close()


def test_a_list_of_questions_is_printed_with_squares_and_room_and_without_frame(
    page: Page, paper: str
) -> None:
    page.goto(f"{paper}/questions/")
    assert page.locator("input[type=checkbox]").count() == 0
    page.emulate_media(media="print")
    assert (
        page.locator("header:visible, nav:visible, button:visible, footer a:visible").count() == 0
    )
    assert page.get_by_text("Ce site n’est pas un service d’urgence.").is_visible()
    questions = page.locator("li:has(.case)")
    assert questions.count() == 30
    for box in (question.bounding_box() for question in questions.all()):
        assert box
        assert box["height"] > 17 * MM
    square = page.locator(".case").first.bounding_box()
    assert square
    assert square["width"] == square["height"] > 4 * MM


def test_a_list_of_questions_is_never_cut_at_the_end_of_a_sheet(page: Page, paper: str) -> None:
    page.goto(f"{paper}/questions/")
    page.emulate_media(media="print")
    kept = "nodes => nodes.map((node) => getComputedStyle(node).breakInside)"
    assert set(page.locator("li:has(.case)").evaluate_all(kept)) == {"avoid"}
    assert sheets(page) == 3


def sheets(page: Page) -> int:
    """Count the sheets of paper that a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, format="A4")))
