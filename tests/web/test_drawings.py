"""The drawings of the texts: legible on a small screen, on paper, in any colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import engine
from generator.journey import STEPS
from tests.web.place import LYON, add_pages, lay
from tests.web.test_accessible import CONTRAST, SPACING, tab_to, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.conftest import Look

DRAWN = ("dessin-fabrication", "dessin-recepteur", "frise")
BLACK_AND_WHITE = {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)", "none"}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """Give the address of a site with each drawing, and the pages of the journey."""
    root = lay(tmp_path_factory.mktemp("dessins") / "site", [LYON])
    steps = dict.fromkeys((step.uri for step in STEPS), "<!-- bloc: etapes -->\n")
    add_pages(root, steps | {f"{name}.md": f"<!-- bloc: {name} -->\n" for name in DRAWN})
    folder = root / "bati"
    assert engine.build(root / "mkdocs.yml", folder)
    return serve(folder)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("uri", [*DRAWN, "parcours/attente"])
def test_axe_finds_nothing_in_a_drawing_or_around_it(
    look: Look, drawn: str, uri: str, width: int
) -> None:
    page = look(width)
    page.goto(f"{drawn}/{uri}/")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, CONTRAST) == []


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_whole_and_legible_at_320_px(look: Look, drawn: str, name: str) -> None:
    page = look(320)
    page.goto(f"{drawn}/{name}/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate(_SMALLEST) >= 14
    assert page.evaluate(_OUTSIDE) == []
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
        " document.adoptedStyleSheets = [sheet] }",
        f"* {{ {SPACING} }}",
    )
    assert page.evaluate(_OUTSIDE) == []


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_printed_black_on_white_whatever_the_screen(
    page: Page, drawn: str, name: str
) -> None:
    page.goto(f"{drawn}/{name}/")
    page.get_by_role("button", name="Couleurs sombres").press("Enter")
    assert not set(page.evaluate(_COLOURS)) <= BLACK_AND_WHITE
    page.emulate_media(media="print")
    assert set(page.evaluate(_COLOURS)) <= BLACK_AND_WHITE


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_takes_the_colours_that_a_reader_forces(
    page: Page, drawn: str, name: str
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{drawn}/{name}/")
    system = page.evaluate(_SYSTEM)
    assert set(page.evaluate(_COLOURS)) <= {*system, "none", "rgba(0, 0, 0, 0)"}


def test_a_step_of_the_timeline_is_reached_and_opened_by_keys(page: Page, drawn: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{drawn}/frise/")
    tab_to(page, "3. La leucaphérèse. Hôpital qui fait le prélèvement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/parcours/leucapherese/")
    page.get_by_role("link", name="Étape 4\u00a0: la fabrication et l’attente").press("Enter")
    page.wait_for_url("**/parcours/attente/")


def test_the_words_of_a_drawing_are_not_found_twice_by_the_search(page: Page, drawn: str) -> None:
    page.goto(f"{drawn}/frise/")
    index = str(page.evaluate(_INDEX))
    assert "Votre parcours, en neuf étapes." in index
    assert "Consultations" not in index


_INDEX = "fetch('../assets/recherche.json').then((found) => found.json())"
# The letters as they are shown, in CSS pixels; some are written upwards.
_SMALLEST = """() => Math.min(...[...document.querySelectorAll(".schema text")].map((text) => {
  const { a, b } = text.getScreenCTM();
  return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
}))"""
_OUTSIDE = """() => [...document.querySelectorAll(".schema text")].filter((text) => {
  const [box, frame] = [text, text.ownerSVGElement].map((node) => node.getBoundingClientRect());
  return box.left < frame.left || box.right > frame.right
    || box.top < frame.top || box.bottom > frame.bottom;
}).map((text) => text.textContent)"""
_COLOURS = """() => [...document.querySelectorAll(".schema svg *")].flatMap((node) =>
  ["fill", "stroke"].map((name) => getComputedStyle(node)[name]))"""
_SYSTEM = """() => ["Canvas", "CanvasText", "LinkText"].map((name) => {
  const probe = document.body.appendChild(document.createElement("p"));
  probe.style.color = name;
  return getComputedStyle(probe).color;
})"""
